"""What needs somebody, over all visits: the next steps that press, and what is waited for after a visit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from ui.pages.home.groups import FOLLOW_UP, Line, day_of, pressing
from ui.pages.home.wording import distance_words, row_words, when_words
from ui.parts.day_distance import days_words
from ui.workspace.listing import VisitSummary
from visitapp.domain.reminders import (
    CRITERION,
    FIRST_STEP,
    LATE,
    LOOK_AGAIN,
    NO_SECOND_VISIT,
    UNDISCUSSED,
    UNPLANNED,
    UNSENT,
    Afterwards,
    Reminder,
    reminders,
    watched_days,
)

MOST_STEPS, MOST_REMINDERS = 3, 5
_LATE = (LATE, FIRST_STEP)
_ORDER = (LATE, FIRST_STEP, UNSENT, UNDISCUSSED, LOOK_AGAIN, UNPLANNED, NO_SECOND_VISIT)
_STEP_ICONS = {
    "agree": "circle-alert",
    "date": "calendar",
    "prepare": "list-checks",
    "plan": "calendar-days",
    "notes": "notebook-pen",
    "sum": "file-text",
    "write": "file-text",
    "send": "file-text",
    "actions": "milestone",
    "close": "check",
}
_REMINDER_ICONS = {
    LATE: "circle-alert",
    FIRST_STEP: "milestone",
    UNSENT: "file-output",
    UNDISCUSSED: "landmark",
    UNPLANNED: "landmark",
    LOOK_AGAIN: "eye",
    NO_SECOND_VISIT: "calendar-days",
}


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that needs somebody: of which visit, in words, and when."""

    visit_id: str
    words: str
    school: str
    when: str
    icon: str
    tone: str


def needs(placed: Sequence[Line], today: date, *, whole: bool = False) -> tuple[tuple[Need, ...], int]:
    """Return what needs somebody, the most pressing first, and how many more there are; `whole` leaves none out."""
    waiting = [(line, one) for line in placed for one in reminders(afterwards_of(line.visit), today)]
    waiting.sort(key=lambda pair: (_ORDER.index(pair[1].kind), pair[1].since or "9999", pair[0].visit.starts_on))
    reminded = {line.visit.id for line, _ in waiting}
    others = [one for one in placed if one.group != FOLLOW_UP or one.visit.id not in reminded]
    pressed = pressing(others, today, len(others))
    steps, shown = (pressed, waiting) if whole else (pressed[:MOST_STEPS], waiting[:MOST_REMINDERS])
    found = [_step(one, today) for one in steps] + [_reminded(line, one, today) for line, one in shown]
    return tuple(found), len(pressed) + len(waiting) - len(found)


def afterwards_of(visit: VisitSummary) -> Afterwards:
    """Return what the list knows of the time after a visit."""
    said = dict(visit.said)
    return Afterwards(
        ended=visit.ends_on or visit.starts_on,
        is_closed=visit.closed,
        is_reported="report" in visit.stages_done,
        is_followed=visit.is_followed,
        due=tuple(due for due, _ in visit.waiting),
        first_steps=tuple(first for _, first in visit.waiting),
        looks=watched_days(said, _watched(said)),
        said={key: day for key, day in said.items() if not key.startswith(CRITERION)},
        agenda_months=visit.agenda_months,
        wants_second_visit=visit.wants_second_visit,
    )


def _watched(said: Iterable[str]) -> list[str]:
    return [key.removeprefix(CRITERION) for key in said if key.startswith(CRITERION)]


def _step(line: Line, today: date) -> Need:
    words = row_words(line, today)
    icon = _STEP_ICONS.get(line.step, "circle-alert")
    tone = "develop" if line.pressing else "text2"
    return Need(line.visit.id, words.step, words.school, when_words(line, today), icon, tone)


def _reminded(line: Line, reminder: Reminder, today: date) -> Need:
    since = day_of(reminder.since)
    late = (today - since).days if since else 0
    when = _tr("{count} late").format(count=days_words(late)) if late > 0 and reminder.kind in _LATE else ""
    tone = "risk" if reminder.kind in _LATE else "develop"
    when = when or (distance_words(since, today) if since else "")
    school = row_words(line, today).school
    return Need(line.visit.id, _words(reminder), school, when, _REMINDER_ICONS[reminder.kind], tone)


def _words(reminder: Reminder) -> str:
    one = {
        LATE: _tr("1 action late"),
        FIRST_STEP: _tr("1 first step late"),
        UNSENT: _tr("Send the report"),
        UNDISCUSSED: _tr("Was the report discussed?"),
        UNPLANNED: _tr("Plan the meeting on the report"),
        LOOK_AGAIN: _tr("Look again at 1 criterion"),
        NO_SECOND_VISIT: _tr("Plan the second visit"),
    }
    several = {
        LATE: _tr("{count} actions late"),
        FIRST_STEP: _tr("{count} first steps late"),
        LOOK_AGAIN: _tr("Look again at {count} criteria"),
    }
    words = several.get(reminder.kind, "") if reminder.count > 1 else ""
    return (words or one[reminder.kind]).format(count=reminder.count)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Visits", text)
