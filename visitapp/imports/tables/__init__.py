"""Tables from outside files: opened without trust, read row by row, never held whole."""
