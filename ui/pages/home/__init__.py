"""Visits: what needs doing, today first."""
