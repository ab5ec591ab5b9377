"""Preparation: what to read, what is known of the school, and what to find out."""

from ui.pages.prepare.page import PreparePage

__all__ = ["PreparePage"]
