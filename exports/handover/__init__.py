"""Everything of a visit at one moment, as Word, as a spreadsheet and as comma-separated files."""
