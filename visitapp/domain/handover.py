"""A visit as it stands at one moment, ready to be handed to somebody else: finished or not, nothing live left out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from itertools import chain

from visitapp.domain.evidence import Draft, Note
from visitapp.domain.forms import long_date, visit_dates
from visitapp.domain.handed_answers import answer_lists
from visitapp.domain.handed_figures import figure_lists
from visitapp.domain.handed_following import earlier_list, progress_list, support_list
from visitapp.domain.handed_lists import (
    HandedList,
    action_list,
    export_list,
    finding_list,
    plan_list,
    report_list,
    typing_list,
)
from visitapp.domain.handed_measures import measure_lists
from visitapp.domain.handed_notes import HandedNote, handed_notes, note_list
from visitapp.domain.handed_team import team_lists
from visitapp.domain.published.measures import Measures
from visitapp.domain.record import VisitRecord
from visitapp.domain.stages import stage_states
from visitapp.domain.text import one_line
from visitapp.domain.visit import Reviewer

UNFINISHED, FINISHED = "UNFINISHED", "FINISHED"


@dataclass(frozen=True, slots=True)
class Handover:
    """Everything of a visit at the moment `at` (local, aware, in `zone`). `status` is UNFINISHED or FINISHED; `lists`
    are all that is not a note; private notes are in `notes` only when `with_private`."""

    visit_id: str
    school: str
    programme: str
    noun: str
    dates: str
    reviewers: tuple[str, ...]
    at: datetime
    zone: str
    status: str
    notes: tuple[HandedNote, ...]
    private: int
    with_private: bool
    lists: tuple[HandedList, ...]
    sample: bool = False
    language: str = "en-GB"

    def facts(self) -> tuple[tuple[str, str], ...]:
        """Return what stands at the head: which visit, when it was handed over, how finished, and how much of it."""
        counted = [one for one in self.lists if one.code in _UNITS and one.rows]
        counts = ", ".join(_counted(len(one.rows), *_UNITS[one.code]) for one in counted)
        return (
            ("School", self.school),
            ("Programme", self.programme),
            ("Dates of the visit", self.dates),
            ("Reviewers", "; ".join(self.reviewers)),
            ("Handed over at", self.moment()),
            ("Status", _STATUS_WORDS[self.status]),
            ("Evidence", self.note_count()),
            ("Beside it", counts or "Nothing else yet"),
        )

    def moment(self) -> str:
        """Return when it was handed over, such as "20 November 2025, 10:42 (Europe/London)"."""
        return f"{long_date(self.at.date().isoformat())}, {self.at:%H:%M} ({self.zone})"

    def note_count(self) -> str:
        """Return how many notes there are of how many, such as "214 notes of 217, 3 private left out"."""
        total = len(self.notes) + (0 if self.with_private else self.private)
        if not self.private:
            return _counted(total, "note", "notes") + ", none private"
        if self.with_private:
            return f"{_counted(total, 'note', 'notes')}, {self.private} private among them"
        return f"{_counted(len(self.notes), 'note', 'notes')} of {total}, {self.private} private left out"

    def all_lists(self) -> tuple[HandedList, ...]:
        """Return everything as lists, the head and the notes first."""
        return (HandedList("about", "About", ("About", "Detail"), self.facts()), note_list(self.notes), *self.lists)


_UNITS = {
    "findings": ("finding", "findings"),
    "actions": ("action", "actions"),
    "earlier-actions": ("action of the last visit", "actions of the last visit"),
    "indicators": ("line of indicators", "lines of indicators"),
    "figures": ("figure typed", "figures typed"),
    "plan": ("entry in the day plan", "entries in the day plan"),
    "report": ("paragraph of the report", "paragraphs of the report"),
    "typing": ("text still in a box", "texts still in boxes"),
}
_STATUS_WORDS = {
    UNFINISHED: "Unfinished: the visit is still open and may change after this moment",
    FINISHED: "Finished: the visit is closed or its report is done",
}


def compose_handover(
    record: VisitRecord,
    at: datetime,
    zone: str,
    *,
    private: bool = False,
    sample: bool = False,
    drafts: Iterable[Draft] = (),
    words: Mapping[str, str] | None = None,
    measures: Measures | None = None,
) -> Handover:
    """Return a visit as it stands at `at` (aware) in `zone`, with private notes only when asked for.

    `drafts` are texts still in boxes. `words` are short forms and what they stand for, `measures`
    what is measured of schools, by which figures are named.
    """
    here = at.tzinfo
    shown = [note for note in record.notes if private or not note.private]
    left_out = frozenset(note.id for note in record.notes if note.private and not private)
    return Handover(
        visit_id=record.visit_id,
        school=one_line(record.school.name) or "School not named",
        programme=f"{record.framework.title} ({record.framework.version})",
        noun=record.framework.noun,
        dates=visit_dates(record) or "No date set",
        reviewers=_reviewers(record, shown),
        at=at,
        zone=zone,
        status=FINISHED if _is_finished(record) else UNFINISHED,
        notes=handed_notes(record, shown, words or {}, here),
        private=sum(note.private for note in record.notes),
        with_private=private,
        lists=_lists(record, left_out, drafts, here, measures, private=private),
        sample=sample,
    )


def _lists(
    record: VisitRecord,
    left_out: frozenset[str],
    drafts: Iterable[Draft],
    here: tzinfo | None,
    measures: Measures | None,
    *,
    private: bool,
) -> tuple[HandedList, ...]:
    prepared, judged, form = answer_lists(record)
    return (
        typing_list(record, drafts, private=private),
        finding_list(record, left_out),
        action_list(record),
        earlier_list(record),
        progress_list(record),
        support_list(record),
        *measure_lists(record, left_out),
        judged,
        *team_lists(record, left_out),
        plan_list(record),
        prepared,
        *figure_lists(record, measures),
        form,
        report_list(record),
        export_list(record, here),
    )


def _reviewers(record: VisitRecord, notes: Iterable[Note]) -> tuple[str, ...]:
    """Return who made the visit or a note of it, each once, with role and organisation."""
    known = record.shelves.get("reviewer", {})
    ids = dict.fromkeys(chain([record.visit.reviewer_id], (note.author_id for note in notes)))
    named = (_person(known[one]) for one in ids if one in known)
    return tuple(dict.fromkeys(name for name in named if name)) or ("Not recorded",)


def _person(one: Reviewer) -> str:
    return ", ".join(part for part in map(one_line, (one.name, one.role, one.organisation)) if part)


def _is_finished(record: VisitRecord) -> bool:
    return record.visit.closed or stage_states(record)["report"] == "done"


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"
