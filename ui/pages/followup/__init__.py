"""Follow-up: what became of the actions, and who has the report."""

from ui.pages.followup.page import FollowUpPage

__all__ = ["FollowUpPage"]
