"""The installed frameworks, to read."""
