"""The organisation's own Word template: taken in without trust, and filled with a report."""
