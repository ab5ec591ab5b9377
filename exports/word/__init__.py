"""Reports as Word files: accessible, one bookmark a record, checked by reading them back."""
