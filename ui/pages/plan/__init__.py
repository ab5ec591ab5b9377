"""The day plan: what happens when, and whether it is as the programme asks."""

from ui.pages.plan.page import PlanPage

__all__ = ["PlanPage"]
