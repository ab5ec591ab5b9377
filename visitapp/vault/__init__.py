"""Keys, key files and vault folders: everything that decides who may open the notes."""
