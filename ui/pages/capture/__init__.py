"""The Capture stage."""
