"""The action sheet: what was agreed, with how it will be seen, and what became of the actions of the visit before."""

from collections.abc import Iterator
from dataclasses import replace

from visitapp.domain.changed_report import change_sections
from visitapp.domain.finding import Action
from visitapp.domain.forms import short_date
from visitapp.domain.record import VisitRecord
from visitapp.domain.report import Paragraph, Report, ReportSection, Table

NONE_AGREED = "No action is agreed yet."
_HEADER = ("Action", "Urgency", "Who", "First step", "By", "How it will be seen")
_WIDTHS_CM = (3.5, 2.0, 3.0, 3.2, 1.8, 3.1)


def action_sheet(record: VisitRecord, report: Report) -> Report:
    """Return the agreed actions, the most important first, and the verdicts on those of the visit before."""
    return replace(report, front=(), sections=(_agreed(record), *_earlier(record)))


def _agreed(record: VisitRecord) -> ReportSection:
    actions = [one for one in record.actions if one.text.strip()]
    if not actions:
        return ReportSection("paper.actions", "Actions", 1, (Paragraph("paper.actions.none", NONE_AGREED),))
    table = Table(
        id="paper.actions.table",
        caption="Agreed actions, the most important first",
        header=_HEADER,
        rows=tuple(_row(record, number, one) for number, one in enumerate(actions, 1)),
        row_ids=tuple(one.id for one in actions),
        widths_cm=_WIDTHS_CM,
    )
    return ReportSection("paper.actions", "Actions", 1, (table,))


def _earlier(record: VisitRecord) -> Iterator[ReportSection]:
    asking = next((one for one in record.framework.outline if one.changes), None)
    if asking is not None:
        yield from change_sections(record, asking, 1)


def _row(record: VisitRecord, number: int, action: Action) -> tuple[str, ...]:
    said = (
        next((one.label for one in record.framework.urgencies if one.code == action.urgency), ""),
        action.owner.strip(),
        _first_step(action),
        short_date(action.due),
        action.measure.strip(),
    )
    return (f"{number}. {action.text.strip()}", *(words or "Not set" for words in said))


def _first_step(action: Action) -> str:
    day = f"\nBy {short_date(action.first_step_due)}" if action.first_step_due else ""
    return f"{action.first_step.strip()}{day}".strip()
