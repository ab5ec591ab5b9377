"""Dates and next steps of visits in words."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from ui.pages.home.groups import CLOSED, COMING, FOLLOW_UP, TO_REPORT, Line, day_of
from ui.parts.visit_days import day_words
from ui.parts.visit_row import VisitWords

_STILL_SPRING = (4, 15)
_WEEKS_FROM = 14
_MONTHS_FROM = 60


def _tr(text: str) -> str:
    return QCoreApplication.translate("Visits", text)


def term_words(day: date) -> str:
    """Return the school term a day falls in, such as Autumn term 2025."""
    if day.month >= 9:
        return _tr("Autumn term {year}").format(year=day.year)
    spring = (day.month, day.day) <= _STILL_SPRING
    return (_tr("Spring term {year}") if spring else _tr("Summer term {year}")).format(year=day.year)


def span_words(visit_starts: str, visit_ends: str) -> str:
    """Return the day or days of a visit, such as 1–3 Dec."""
    starts, ends = day_of(visit_starts), day_of(visit_ends)
    if starts is None:
        return _tr("No date yet")
    if ends is None or ends <= starts:
        return day_words(starts)
    if ends.month == starts.month:
        return f"{starts.day}–{day_words(ends, 'd MMM')}"
    return f"{day_words(starts, 'd MMM')}–{day_words(ends, 'd MMM')}"


def distance_words(day: date | None, today: date) -> str:
    """Return how far a day is away: today, in 6 days, 2 weeks ago."""
    if day is None:
        return ""
    days = (day - today).days
    near = {0: _tr("today"), 1: _tr("tomorrow"), -1: _tr("yesterday")}
    if days in near:
        return near[days]
    count = _count_words(abs(days))
    return _tr("in {count}").format(count=count) if days > 0 else _tr("{count} ago").format(count=count)


def step_words(line: Line) -> str:
    """Return the next step of a visit in words."""
    steps = {
        "date": _tr("Set a date"),
        "prepare": _tr("Prepare for the visit"),
        "plan": _tr("Plan the day"),
        "agree": _tr("Agree the plan"),
        "ready": _tr("Ready"),
        "capture": _tr("Capture evidence"),
        "notes": _tr("No notes yet"),
        "sum": _tr("Sum up the findings"),
        "write": _tr("Write the report"),
        "send": _tr("Finish the report"),
        "close": _tr("No action open: it can be closed"),
    }
    return action_words(line.visit.open_actions) if line.step == "actions" else steps.get(line.step, "")


def action_words(count: int) -> str:
    """Return how many actions are open."""
    return _tr("1 action open") if count == 1 else _tr("{count} actions open").format(count=count)


def note_words(count: int) -> str:
    """Return how many notes there are."""
    return _tr("1 note") if count == 1 else _tr("{count} notes").format(count=count)


def visit_count_words(count: int) -> str:
    """Return how many visits there are."""
    return _tr("1 visit") if count == 1 else _tr("{count} visits").format(count=count)


def when_words(line: Line, today: date) -> str:
    """Return when a line that needs somebody is due, or since when it waits."""
    starts = day_of(line.visit.starts_on)
    if line.group == FOLLOW_UP or starts is None:
        return ""
    return distance_words(starts, today)


def group_words(group: str) -> str:
    """Return the heading of a group."""
    names = {
        TO_REPORT: _tr("To report"),
        COMING: _tr("Coming up"),
        FOLLOW_UP: _tr("Follow-up"),
        CLOSED: _tr("Closed"),
    }
    return names.get(group, _tr("Under way"))


def stage_words(stage: str) -> str:
    """Return the name of a stage."""
    names = {
        "prepare": _tr("Prepare"),
        "plan": _tr("Day plan"),
        "capture": _tr("Capture"),
        "summary": _tr("Summary"),
        "report": _tr("Report"),
    }
    return names.get(stage, _tr("Follow-up"))


def programme_words(programme: str) -> str:
    """Return a programme's noun as a label."""
    return programme[:1].upper() + programme[1:]


def place_words(town: str, phase: str) -> str:
    """Return town and phase of a school; the phase is known here by its code only."""
    readable = phase.replace("-", " ").replace("_", " ")
    return ", ".join(part for part in (town, readable if town else readable.capitalize()) if part)


def row_words(line: Line, today: date) -> VisitWords:
    """Return all that a row of the list says of a visit."""
    visit = line.visit
    ended = day_of(visit.ends_on) or day_of(visit.starts_on)
    starts = day_of(visit.starts_on)
    anchor = ended if ended and ended < today else starts
    return VisitWords(
        school=visit.school or _tr("School not named"),
        place=place_words(visit.town, visit.phase),
        programme=programme_words(visit.programme),
        dates=span_words(visit.starts_on, visit.ends_on),
        distance=distance_words(anchor, today),
        stage=_tr("Closed") if line.group == CLOSED else stage_words(line.stage),
        stages_behind=line.stages_behind,
        step=step_words(line),
        tone="develop" if line.pressing else "",
    )


def _count_words(days: int) -> str:
    if days < _WEEKS_FROM:
        return _tr("{days} days").format(days=days)
    if days < _MONTHS_FROM:
        return _tr("{weeks} weeks").format(weeks=days // 7)
    return _tr("{months} months").format(months=round(days / 30.4))
