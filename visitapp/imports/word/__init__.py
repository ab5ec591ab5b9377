"""Word files from outside: opened without trust, read whole, nothing in them ever run or fetched."""
