"""A report made elsewhere becomes a visit: pure, by its headings, with all that was not understood listed."""
