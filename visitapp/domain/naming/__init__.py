"""Does a note seem to name somebody? A quiet guess from lists, capitals and the words beside them."""
