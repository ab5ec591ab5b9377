"""The letter that answers the school: everything it said, what was done about it, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from visitapp.domain.answering import ACCEPTED, ASIDE, COMMENT, GONE, MOVED, NEW, REJECTED, REWORDED, Remark
from visitapp.domain.difference import COME, SAME, difference
from visitapp.domain.difference import GONE as GONE_WORDS
from visitapp.domain.report import Block, Paragraph, Report, ReportSection, Table
from visitapp.domain.returned.log import LogRow, log_rows, rows_of
from visitapp.domain.writing import Export

LETTER = "Reply to the school"
HEADER = ("No.", "Where", "What you said", "What we did", "Why")
HEADING = "What you said and what we did"
_FINAL, _DRAFT = "FINAL", "DRAFT"
_DONE = {
    ACCEPTED: "Changed as you asked.",
    REWORDED: "Reworded.",
    REJECTED: "Left as it was.",
    ASIDE: "Noted. The text of the report does not change.",
    "": "Not yet decided.",
}
_GREETING = "Dear colleague,"
_THANKS = (
    "Thank you for reading the draft of the report and for telling us where you think it is not accurate. The table "
    "lists everything you changed or said, what we did about it, and why."
)
_NONE = "You changed nothing and left no comment. The report stays as it was sent."
_OPEN = "Some points are not yet decided. We will write again when they are."
_LONGEST = 400
_WHOLE = 100
_AROUND = 4
_OPENING = 12
_DIFFERENT = 2


def reply_letter(report: Report, export: Export | None, remarks: Iterable[Remark], created: datetime) -> Report:
    """Return the letter as a paper of its own, a draft while something is undecided.

    `report` is the report it is about, for the school and the programme; `export` the version that was answered, None
    when it is no longer kept. The letter is no version of the report: its revision is 0.
    """
    rows = log_rows(remarks, export.sent() if export is not None else {}, rows_of(report))
    words = [_GREETING, _about(export), _THANKS if rows else _NONE]
    words += [_OPEN] if any(not row.verdict for row in rows) else []
    texts = tuple(Paragraph(f"letter.{number}", text) for number, text in enumerate(filter(None, words), 1))
    blocks: tuple[Block, ...] = (*texts, _table(rows)) if rows else texts
    section = ReportSection("section.letter", HEADING, 1, blocks)
    return replace(
        report,
        revision=0,
        status=_DRAFT if any(not row.verdict for row in rows) else _FINAL,
        paper=LETTER,
        created=created,
        front=(),
        sections=(section,),
        distribution=(),
    )


def _about(export: Export | None) -> str:
    return f"This letter is about version {export.revision} of the report." if export is not None else ""


def _table(rows: Sequence[LogRow]) -> Table:
    return Table(
        id="letter.table",
        caption="Every point in the order of the report",
        header=HEADER,
        rows=tuple((str(row.number), _where(row), _said(row), _done(row), _why(row)) for row in rows),
        row_ids=tuple(f"letter.row.{row.number}" for row in rows),
        widths_cm=(1.4, 3.0, 5.4, 4.0, 2.8),
    )


def _where(row: LogRow) -> str:
    if not row.place.heading:
        return "The report as a whole"
    kind = "row" if row.place.is_row else "paragraph"
    return f"{row.place.heading}, {kind} {row.place.number}" if row.place.number else row.place.heading


def _said(row: LogRow) -> str:
    words = {
        COMMENT: f"\u201c{_short(row.said)}\u201d",
        GONE: f"Taken out: \u201c{_short(row.sent)}\u201d",
        NEW: f"Added: \u201c{_short(row.given)}\u201d",
        MOVED: f"Put elsewhere: \u201c{_beginning(row.given, _OPENING)}\u201d",
    }
    return words.get(row.kind) or f"\u201c{_part(row, COME)}\u201d instead of \u201c{_part(row, GONE_WORDS)}\u201d"


def _done(row: LogRow) -> str:
    if row.verdict == ACCEPTED and row.kind == COMMENT:
        return "Taken up."
    if row.verdict == REWORDED and row.answer:
        return f"{_DONE[REWORDED]} It now says: \u201c{_short(row.answer)}\u201d"
    return _DONE.get(row.verdict, _DONE[""])


def _why(row: LogRow) -> str:
    return _short(row.answer) if row.verdict == REJECTED and row.answer.strip() else "\u2013"


def _part(row: LogRow, kind: str) -> str:
    """Return the stretch of the sent or the given text in which they differ, with a few words at both ends."""
    runs = difference(row.sent, row.given)
    whole = "".join(one.text for one in runs if one.kind in (SAME, kind))
    if len(whole) <= _WHOLE or len(runs) < _DIFFERENT:
        return _short(whole)
    first = runs[0].text if runs[0].kind == SAME else ""
    last = runs[-1].text if runs[-1].kind == SAME else ""
    middle = whole[len(first) : len(whole) - len(last)]
    return _short(f"{_ending(first)}{middle}{_beginning(last)}")


def _ending(text: str) -> str:
    """Return the last few words of what stands before a change."""
    words = text.split()
    if len(words) <= _AROUND:
        return text
    return "\u2026" + " ".join(words[-_AROUND:]) + (" " if text[-1].isspace() else "")


def _beginning(text: str, most: int = _AROUND) -> str:
    """Return the first words of a text, or of what stands after a change."""
    words = text.split()
    if len(words) <= most:
        return text
    return (" " if text[0].isspace() else "") + " ".join(words[:most]) + "\u2026"


def _short(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= _LONGEST else said[:_LONGEST].rstrip() + "\u2026"
