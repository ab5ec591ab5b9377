"""What others publish of schools, in a database file of its own, so that reading one in never holds up a note."""
