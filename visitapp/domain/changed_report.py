"""What changed since the last visit, in the report: each action taken over, its verdict and what was seen."""

from collections.abc import Iterator

from visitapp.domain.finding import Action
from visitapp.domain.framework import Section
from visitapp.domain.record import VisitRecord
from visitapp.domain.report import ReportSection, Table

NOT_JUDGED, NOT_SAID = "Not judged yet", "Not recorded"
_HEADER = ("Action agreed on the last visit", "Verdict", "What was seen")
_WIDTHS_CM = (6.4, 2.8, 7.4)


def change_sections(record: VisitRecord, section: Section, level: int) -> Iterator[ReportSection]:
    """Yield the table of last visit's actions where a section asks for it; nothing when none was taken over."""
    actions = _actions(record)
    if section.changes and actions:
        table = Table(
            id=f"table.{section.code}.changes",
            caption="Actions of the last visit and what became of them",
            header=_HEADER,
            rows=change_rows(record),
            row_ids=tuple(one.id for one in actions),
            widths_cm=_WIDTHS_CM,
        )
        yield ReportSection(f"section.{section.code}.changes", section.changes, level, (table,))


def change_rows(record: VisitRecord) -> tuple[tuple[str, str, str], ...]:
    """Return what the table says: each action of the last visit with its number, its verdict, and what was seen."""
    return tuple(_row(record, number, one) for number, one in enumerate(_actions(record), 1))


def verdict_label(record: VisitRecord, code: str) -> str:
    """Return a verdict in the programme's words, an unknown one as it is, an empty text when there is none."""
    return next((one.label for one in record.framework.follow_up.verdicts if one.code == code), code)


def _actions(record: VisitRecord) -> list[Action]:
    return [one for one in record.earlier_actions if one.text.strip()]


def _row(record: VisitRecord, number: int, action: Action) -> tuple[str, str, str]:
    verdict = verdict_label(record, action.verdict) or NOT_JUDGED
    return (f"{number}. {action.text.strip()}", verdict, action.verdict_note.strip() or NOT_SAID)
