"""The short words beside what is read back: of an action, of how findings fit, of who was told."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ui.parts.action_day import day_in_words
from visitapp.domain.deciding import told
from visitapp.domain.finding import Action
from visitapp.domain.record import VisitRecord


def action_words(record: VisitRecord, action: Action) -> str:
    """Return how urgent an action is, who begins it with what, and by when, as far as it was said."""
    urgency = next((one.label for one in record.framework.urgencies if one.code == action.urgency), "")
    step, day = action.first_step.strip(), day_in_words(action.due)
    parts = (
        urgency,
        action.owner.strip(),
        _tr("first step: {step}").format(step=step.rstrip(".")) if step else "",
        _tr("by {day}").format(day=day) if day else "",
    )
    return "  \u00b7  ".join(part for part in parts if part)


def fit_heading(field: str, said: Sequence[str]) -> str:
    """Return in how many of the findings a document of the school agrees, in how many not, and what is open."""
    name = _tr("self-evaluation") if field == "in_self_evaluation" else _tr("improvement plan")
    words = _tr("Not in the {name}: {no} of {count} findings").format(name=name, no=said.count("no"), count=len(said))
    still_open = len(said) - said.count("yes") - said.count("no")
    return words + (_tr(", {count} not looked at").format(count=still_open) if still_open else "")


def told_words(record: VisitRecord) -> str:
    """Return who was told of the decision and when, as far as it was said."""
    found = told(record)
    when = " ".join(part for part in (day_in_words(found.on) if found.on else "", found.at) if part)
    said = ", ".join(part for part in (*found.to, found.words, when) if part)
    return _tr("Told: {said}").format(said=said) if said else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReadBack", text)
