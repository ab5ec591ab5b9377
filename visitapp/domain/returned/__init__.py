"""A report that came back from the school: what is different in it, where it belongs, what accepting it does."""
