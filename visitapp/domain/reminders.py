"""What is waited for after a visit, and since when: one list, for Follow-up and the list of visits.

Nothing here is late by itself: every day was set by a person, or by the programme the visit was made under.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from visitapp.domain.followed import months_after
from visitapp.domain.framework import FollowUp
from visitapp.domain.record import VisitRecord
from visitapp.domain.taking_over import FINISHED, still_open
from visitapp.domain.visit import Answer

AGENDA_PLANNED, AGENDA_DISCUSSED, SECOND_VISIT = "agenda.planned", "agenda.discussed", "second-visit"
SENT, WATCH, CRITERION = "sent.", "watch.", "criterion."
WATCHED = "watch"
"""The value of a criterion that is looked at again."""

LATE, FIRST_STEP, UNSENT, UNPLANNED, UNDISCUSSED, NO_SECOND_VISIT, LOOK_AGAIN = (
    "action-late",
    "first-step-late",
    "report-not-sent",
    "agenda-not-planned",
    "agenda-not-discussed",
    "second-visit-not-planned",
    "look-again",
)


@dataclass(frozen=True, slots=True)
class Afterwards:
    """What is known of the time after a visit; days are ISO days. `due` and `first_steps` belong to actions that are
    not finished, `looks` to criteria still watched. `said` are the days answered, by key."""

    ended: str
    is_closed: bool = False
    is_reported: bool = False
    is_followed: bool = False
    """Whether a later visit follows this one: its actions are judged there."""
    due: tuple[str, ...] = ()
    first_steps: tuple[str, ...] = ()
    looks: tuple[str, ...] = ()
    said: Mapping[str, str] | None = None
    agenda_months: int = 0
    wants_second_visit: bool = False

    def day(self, key: str) -> str:
        """Return the day answered to a key, or an empty text."""
        return (self.said or {}).get(key, "")


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing that is waited for. `count` says how many there are, `since` the first ISO day it was due."""

    kind: str
    count: int = 1
    since: str = ""


def reminders(after: Afterwards, today: date) -> tuple[Reminder, ...]:
    """Return what is waited for on a day, what the school promised first; nothing of a visit that is closed, followed
    by another or not over yet."""
    if after.is_closed or after.is_followed or not after.ended or after.ended >= today.isoformat():
        return ()
    return tuple(_promised(after, today.isoformat())) + tuple(_asked(after, today))


def afterwards(record: VisitRecord) -> Afterwards:
    """Return what a record knows of the time after its visit; whether another follows it stands in that other one."""
    follow_up = record.framework.follow_up
    unfinished = [one for one in still_open(record) if one.status not in FINISHED]
    said = said_days(record.shelves.get("answer", {}).values())
    return Afterwards(
        ended=record.visit.ends_on or record.visit.starts_on,
        is_closed=record.visit.closed,
        is_reported=record.answer("stage.report").value is True,
        due=tuple(one.due for one in unfinished),
        first_steps=tuple(one.first_step_due for one in unfinished if not one.first_step_done),
        looks=watched_days(said, watched(record)),
        said=said,
        agenda_months=follow_up.agenda_months,
        wants_second_visit=wants_second_visit(follow_up, record.visit.context),
    )


def wants_second_visit(follow_up: FollowUp, context: str) -> bool:
    """Return whether a visit in this context leads to a second one."""
    return bool(context) and context in follow_up.second_visit


def watched(record: VisitRecord) -> tuple[str, ...]:
    """Return the codes of the criteria that are to be looked at again, in the framework's order."""
    asked = record.framework.judgement.criteria
    return tuple(one.code for one in asked if record.answer(f"{CRITERION}{one.code}").value == WATCHED)


def watched_days(said: Mapping[str, str], codes: Iterable[str]) -> tuple[str, ...]:
    """Return the days on which the criteria with these codes are looked at again, as far as they are set."""
    return tuple(day for code in codes if (day := said.get(f"{WATCH}{code}", "")))


def said_days(answers: Iterable[Answer]) -> dict[str, str]:
    """Return the answers that say a day after the visit, by key."""
    keys = (AGENDA_PLANNED, AGENDA_DISCUSSED, SECOND_VISIT)
    return {
        one.key: one.value
        for one in answers
        if not one.deleted and isinstance(one.value, str) and (one.key in keys or one.key.startswith((SENT, WATCH)))
    }


def agenda_by(after: Afterwards) -> str:
    """Return the ISO day by which the report should be discussed, or an empty text when nothing is asked."""
    ended = _day(after.ended)
    return months_after(ended, after.agenda_months).isoformat() if ended and after.agenda_months else ""


def _promised(after: Afterwards, today: str) -> Iterator[Reminder]:
    for kind, days in ((LATE, after.due), (FIRST_STEP, after.first_steps), (LOOK_AGAIN, after.looks)):
        late = sorted(day for day in days if day and (day < today or (kind == LOOK_AGAIN and day == today)))
        if late:
            yield Reminder(kind, len(late), late[0])


def _asked(after: Afterwards, today: date) -> Iterator[Reminder]:
    if after.is_reported and not any(key.startswith(SENT) and day for key, day in (after.said or {}).items()):
        yield Reminder(UNSENT)
    if after.is_reported and after.agenda_months and not after.day(AGENDA_DISCUSSED):
        planned = after.day(AGENDA_PLANNED)
        if not planned:
            yield Reminder(UNPLANNED, since=agenda_by(after) if agenda_by(after) < today.isoformat() else "")
        elif planned < today.isoformat():
            yield Reminder(UNDISCUSSED, since=planned)
    if after.wants_second_visit and not after.day(SECOND_VISIT):
        yield Reminder(NO_SECOND_VISIT)


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None
