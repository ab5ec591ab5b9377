"""Published files about schools: recognised by their columns, read row by row into values."""
