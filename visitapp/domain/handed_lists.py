"""Lists that are handed over beside the notes: findings, actions, the day plan, the report so far, text in boxes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo

from visitapp.domain.evidence import Draft
from visitapp.domain.finding import Action, Finding
from visitapp.domain.followed import done_on
from visitapp.domain.forms import long_date
from visitapp.domain.framework import Framework
from visitapp.domain.grammar import grammar_of, parse
from visitapp.domain.places import SECTION, place_of_box
from visitapp.domain.plan_days import day_of_visit, day_title
from visitapp.domain.planning import clock
from visitapp.domain.record import VisitRecord
from visitapp.domain.subject_words import inside_a_line
from visitapp.domain.text import clean, first_words
from visitapp.domain.visit import Slot

Cell = str | int | float
Row = tuple[Cell, ...]
_LONGEST_LINK = 80
_IN_SELF_EVALUATION = {"yes": "Yes", "no": "No"}


@dataclass(frozen=True, slots=True)
class HandedList:
    """One list with a header and rows of equal length. `part` is the column whose words head a group of rows, -1
    for none; `lead` are the columns that say what a row is about, which are never all empty."""

    code: str
    title: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    lead: tuple[int, ...] = (0,)
    part: int = -1


def finding_list(record: VisitRecord, left_out: frozenset[str]) -> HandedList:
    """Return every finding with the labels of its evidence; notes in `left_out` are counted, not named."""
    header = ("List", "Finding", "Section", "Strand", "Evidence for", "Evidence against", "In self-evaluation")
    rows = tuple(_finding_row(record, one, left_out) for one in record.findings())
    return HandedList("findings", "Findings", (*header, "Agreed"), rows, (1,), 0)


def action_list(record: VisitRecord) -> HandedList:
    """Return every action, the most important first."""
    header = ("Number", "Action", "Urgency", "Who", "First step", "By", "How it will be seen", "Status", "Reply")
    since = ("Reply of", "First step by", "First step done", "Carried on", "Because of")
    rows = tuple(_action_row(record, number, one) for number, one in enumerate(record.actions, 1))
    return HandedList("actions", "Actions", (*header, *since), rows, (0, 1))


def plan_list(record: VisitRecord) -> HandedList:
    """Return the day plan in order; lessons stand after the activity they are part of."""
    header = ("Day", "When", "What", "Part of", "Place", "People", "Years", "Subject", "Groups")
    return HandedList("plan", "Day plan", header, tuple(_slot_row(record, one) for one in record.slots), (1, 2), 0)


def report_list(record: VisitRecord) -> HandedList:
    """Return the paragraphs of the report as far as it is written."""
    named = [(one.code, f"{one.number} {one.heading}".strip()) for one in record.asked_of_any.outline]
    kept = {one.section: one.section for one in record.shelves.get("block", {}).values() if not one.deleted}
    headings = {code: heading for code, heading in [*kept.items(), *named] if code in kept}
    ordered = sorted(
        headings, key=lambda code: next((n for n, one in enumerate(named) if one[0] == code), len(named))
    )
    rows = tuple((headings[code], clean(block.text)) for code in ordered for block in record.blocks(code))
    return HandedList("report", "Report so far", ("Section", "Paragraph"), rows, (1,), 0)


def typing_list(record: VisitRecord, drafts: Iterable[Draft], *, private: bool) -> HandedList:
    """Return what still stands in boxes; a private draft only when it is asked for."""
    grammar = grammar_of(record.framework)
    kept = [one for one in drafts if clean(one.text).strip()]
    shown = [one for one in kept if private or not (one.private or parse(one.text, grammar).private)]
    rows = tuple((_box_words(record.framework, one.box), clean(one.text)) for one in shown)
    return HandedList("typing", "Still being typed", ("Where", "Text"), rows, (1,), 0)


def export_list(record: VisitRecord, here: tzinfo | None) -> HandedList:
    """Return every report that left the app, its moment as it was `here`."""
    rows = tuple(
        (one.revision, one.status, _moment(one.at, here), one.file_name, one.sha256) for one in record.exports
    )
    header = ("Version", "Status", "Exported at", "File", "SHA-256 of the file")
    return HandedList("exports", "Reports exported", header, rows, (3,))


def slot_words(framework: Framework, slot: Slot) -> str:
    """Return what a slot is called: its own title, its lesson, its activity, or a break."""
    activity = framework.activity(slot.activity)
    years = ", ".join(framework.label("years", code) for code in slot.years)
    subject = inside_a_line(framework.label("subjects", slot.subject)) if slot.subject else ""
    lesson = " ".join(part for part in (years, subject) if part) if slot.part_of else ""
    plain = "Classroom visit" if slot.part_of else slot.activity or "Break"
    return clean(slot.title) or lesson or (activity.title if activity else plain)


def _finding_row(record: VisitRecord, one: Finding, left_out: frozenset[str]) -> Row:
    framework = record.framework
    kind, strand = framework.finding_kind(one.kind), framework.strand(one.strand)
    group = next(
        (f"{g.number} {g.title}".strip() for g in framework.finding_groups if g.code == one.group), one.group
    )
    return (
        kind.plural if kind else one.kind or "Not sorted",
        clean(one.text).strip() or "No words yet",
        group,
        strand.label if strand else one.strand,
        _evidence(record, one.id, left_out, against=False),
        _evidence(record, one.id, left_out, against=True),
        _IN_SELF_EVALUATION.get(one.in_self_evaluation, "Not looked at"),
        "Yes" if one.agreed else "No",
    )


def _evidence(record: VisitRecord, finding_id: str, left_out: frozenset[str], *, against: bool) -> str:
    linked = {link.note_id for link in record.supports(finding_id) if link.against is against}
    notes = [note for note in record.notes_of(finding_id) if note.id in linked]
    labels = [note.label for note in notes if note.id not in left_out]
    hidden = len(notes) - len(labels)
    return ", ".join([*labels, *([f"{hidden} private"] if hidden else [])])


def _action_row(record: VisitRecord, number: int, one: Action) -> Row:
    urgency = next((option.label for option in record.framework.urgencies if option.code == one.urgency), one.urgency)
    reason = record.find("finding", one.finding_id)
    texts = (one.owner, one.first_step, long_date(one.due), one.measure, status_words(record, one), one.reply)
    because = first_words(reason.text, _LONGEST_LINK) if isinstance(reason, Finding) else ""
    reply_of = ", ".join(part for part in (clean(one.replied_by).strip(), long_date(one.replied_on)) if part)
    done, carried = ("Yes" if said else "No" for said in (one.first_step_done, one.carried))
    since = (reply_of, long_date(one.first_step_due), done, carried, because)
    return (number, clean(one.text).strip() or "No words yet", urgency, *map(clean, texts), *since)


def status_words(record: VisitRecord, one: Action) -> str:
    """Return how far an action has come and, once it is done, on which day."""
    return ", ".join(part for part in (one.status, long_date(done_on(record, one))) if part)


def _slot_row(record: VisitRecord, slot: Slot) -> Row:
    framework = record.framework
    home = record.find("slot", slot.part_of)
    return (
        _day_words(record, slot.day),
        f"{clock(slot.starts)} to {clock(slot.ends)}",
        slot_words(framework, slot),
        slot_words(framework, home) if isinstance(home, Slot) else "",
        clean(slot.place),
        clean(slot.people),
        ", ".join(framework.label("years", code) for code in slot.years),
        framework.label("subjects", slot.subject) if slot.subject else "",
        ", ".join(framework.label("groups", code) for code in slot.groups),
    )


def _day_words(record: VisitRecord, day: int) -> str:
    when, title = day_of_visit(record, day), day_title(record, day)
    return f"{title}, {long_date(when.isoformat())}" if when else title


def _box_words(framework: Framework, box: str) -> str:
    place = place_of_box(box)
    if place is None:
        return "A note not yet saved"
    section = framework.section(place.id) if place.kind == SECTION else None
    return f"Report, {section.heading}" if section else f"A text field ({place.kind}, {place.field or place.id})"


def _moment(iso: str, here: tzinfo | None) -> str:
    return f"{datetime.fromisoformat(iso).astimezone(here):%Y-%m-%d %H:%M}" if iso else ""
