"""Appointments for a calendar: written, folded and read back."""
