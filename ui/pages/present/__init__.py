"""Showing a school on a large screen what was found, decided and agreed."""
