"""Other papers made from the record of a visit: each a report of its own, in no file format."""
