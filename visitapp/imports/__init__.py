"""What comes in from outside files: untrusted until it is read."""
