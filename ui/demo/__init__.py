"""The sample visits played through the real window."""
