"""The plan of a visit on one page, to be agreed with the school."""

from dataclasses import replace

from visitapp.domain.forms import long_date, visit_dates
from visitapp.domain.handed_lists import slot_words
from visitapp.domain.plan_days import day_of_visit
from visitapp.domain.plan_pairs import team_words
from visitapp.domain.plan_words import lesson_words
from visitapp.domain.planning import clock
from visitapp.domain.record import VisitRecord
from visitapp.domain.report import Block, Paragraph, Report, ReportSection, Table
from visitapp.domain.text import one_line
from visitapp.domain.visit import Slot

PLAN = "plan"
"""The variant under which a plan is known among what left the app."""
NOTHING = "Nothing is planned yet."
_HEADER = ("When", "What", "With", "Where")
_WIDTHS_CM = (2.4, 7.6, 4.2, 2.3)
_TO_AGREE, _NOBODY = "To agree", "\u2013"


def plan_page(record: VisitRecord, report: Report) -> Report:
    """Return the plan as a paper of one page: the focus of enquiry and a table of the day; several days are lines.
    No finding is in it."""
    days = sorted({slot.day for slot in record.slots})
    single = len(days) == 1
    focus = tuple(Paragraph("paper.plan.focus", words) for words in [_focus(record)] if words)
    shown = () if days[1:] else (_table(record),) if days else (Paragraph("paper.plan.none", NOTHING),)
    heading = _day_words(record, days[0]) if single else visit_dates(record) or "Plan"
    agreed = long_date(record.visit.agreed_on)
    return replace(
        report,
        title=record.framework.noun,
        paper="Plan of the days" if days[1:] else "Plan of the day",
        subtitle=f"Agreed on {agreed}" if agreed else "To be agreed with the school",
        front=(),
        sections=(
            ReportSection("paper.plan", heading, 1, (*focus, *shown, *_asked(record, shown))),
            *(_day(record, day) for day in days if not single),
        ),
        distribution=(),
        confidentiality="",
        tight=True,
        about_on=record.visit.starts_on,
    )


def plan_text(record: VisitRecord) -> str:
    """Return the plan as plain text for a message: a line for each activity, its classroom visits under it."""
    lines: list[str] = []
    for day in sorted({slot.day for slot in record.slots}):
        lines += ["", _day_words(record, day)] if lines else [_day_words(record, day)]
        for slot in record.slots:
            if slot.day == day and not slot.part_of:
                lines += [_line(record, slot), *(f"    {one}" for one in _lessons(record, slot))]
    focus = _focus(record)
    return "\n".join([*(lines or [NOTHING]), *(["", focus] if focus else [])])


def _asked(record: VisitRecord, shown: tuple[Block, ...]) -> tuple[Paragraph, ...]:
    """Return under the table what is asked of the school, or when it agreed."""
    if not isinstance(next(iter(shown), None), Table):
        return ()
    agreed = long_date(record.visit.agreed_on)
    open_places = any(_TO_AGREE in row for one in shown if isinstance(one, Table) for row in one.rows)
    asked = f'Please say what should change, and who and where it will be for "{_TO_AGREE}".'
    words = asked if open_places else "Please say if anything should change."
    return (Paragraph("paper.plan.asked", f"Agreed with the school on {agreed}." if agreed else words),)


def _focus(record: VisitRecord) -> str:
    words = one_line(record.visit.enquiry)
    return f"{record.framework.enquiry.title or 'Focus of enquiry'}: {words}" if words else ""


def _day(record: VisitRecord, day: int) -> ReportSection:
    """Return a day as lines, each begun by its hours in bold; as tables, several days would not stand on one page."""
    lines, bold, length = list[str](), list[tuple[int, int]](), 0
    for slot in (one for one in record.slots if one.day == day and not one.part_of):
        words = f"{_line(record, slot)}{_inside(record, slot)}"
        bold.append((length, length + len(_hours(slot))))
        lines.append(words)
        length += len(words) + 1
    shown = Paragraph(f"paper.plan.lines.{day}", "\n".join(lines), bold=tuple(bold))
    return ReportSection(f"paper.plan.{day}", _day_words(record, day), 2, (shown,))


def _inside(record: VisitRecord, slot: Slot) -> str:
    lessons = "; ".join(_lessons(record, slot))
    return f". {lessons}" if lessons else ""


def _hours(slot: Slot) -> str:
    return f"{clock(slot.starts)}\u2013{clock(slot.ends)}"


def _table(record: VisitRecord) -> Table:
    slots = [slot for slot in record.slots if not slot.part_of]
    return Table(
        id="paper.plan.table",
        caption="The day",
        header=_HEADER,
        rows=tuple(_row(record, slot) for slot in slots),
        row_ids=tuple(slot.id for slot in slots),
        widths_cm=_WIDTHS_CM,
    )


def _day_words(record: VisitRecord, day: int) -> str:
    found = day_of_visit(record, day)
    return f"{found:%A} {found.day} {found:%B %Y}" if found else f"Day {day}"


def _row(record: VisitRecord, slot: Slot) -> tuple[str, ...]:
    lessons, team = _lessons(record, slot), team_words(record, slot)
    what = "\n".join(part for part in (slot_words(record.framework, slot), *lessons) if part)
    people = "\n".join(part for part in (one_line(slot.people), f"Team: {team}" if team else "") if part)
    elsewhere = "Classrooms" if lessons else _TO_AGREE
    return (
        _hours(slot),
        what,
        people or (_NOBODY if slot.is_break else _TO_AGREE),
        one_line(slot.place) or (_NOBODY if slot.is_break else elsewhere),
    )


def _lessons(record: VisitRecord, slot: Slot) -> list[str]:
    return [lesson_words(record, one) for one in record.slots if one.part_of == slot.id]


def _line(record: VisitRecord, slot: Slot) -> str:
    team = team_words(record, slot)
    more = [one_line(slot.people), one_line(slot.place), f"team: {team}" if team else ""]
    what = slot_words(record.framework, slot)
    return f"{_hours(slot)}  {'; '.join([what, *(one for one in more if one)])}"
