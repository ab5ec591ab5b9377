"""What slides are called where the programme has no word of its own."""

from PySide6.QtCore import QCoreApplication

from visitapp.domain.deciding import DECISION
from visitapp.domain.presenting import ACTIONS, CHANGED, ESTIMATES, OTHER, Slide

OVERVIEW = "overview"
NOT_FINDINGS = (DECISION, ESTIMATES, ACTIONS, CHANGED)


def title_of(slide: Slide) -> str:
    """Return the heading of a slide."""
    tell = QCoreApplication.translate
    ours = {
        DECISION: tell("Present", "Decision"),
        ESTIMATES: tell("Present", "Estimates"),
        ACTIONS: tell("Present", "Agreed actions"),
        CHANGED: tell("Present", "What changed since last visit"),
        OTHER: tell("Present", "Other findings"),
    }
    return slide.title or ours.get(slide.code, "")


def short_title_of(slide: Slide) -> str:
    """Return the heading of a slide in few words, for a button."""
    tell = QCoreApplication.translate
    ours = {ACTIONS: tell("Present", "Actions"), CHANGED: tell("Present", "What changed")}
    return ours.get(slide.code) or title_of(slide)
