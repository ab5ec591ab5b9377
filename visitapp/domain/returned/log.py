"""Every remark with what became of it, as the rows of the letter that answers the school."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from visitapp.domain.answering import COMMENT, REJECTED, REWORDED, Remark
from visitapp.domain.papers.accuracy import printed_numbers
from visitapp.domain.report import Report, Table
from visitapp.domain.text import one_line

_HEADINGS = ("section.", "part.")


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Where a text stands in a report: under which heading, and with which number: the one printed before it, where
    paragraphs left with numbers, else as which of the texts there, from 1; of a row of a table, as which of the rows.
    0 is the heading itself, and a text that belongs nowhere has an empty heading."""

    heading: str = ""
    number: int = 0
    is_row: bool = False


@dataclass(frozen=True, slots=True)
class LogRow:
    """One remark as it was decided: where, what left, what the school gave or said, the verdict and what it means.

    `answer` is the wording it was reworded to, or the reason why it was rejected. An undecided one has no verdict.
    """

    number: int
    place: TextPlace
    kind: str
    sent: str
    given: str
    said: str
    by: str
    on: str
    verdict: str
    answer: str


def log_rows(
    remarks: Iterable[Remark], sent: Mapping[str, str], in_tables: Container[str] = ()
) -> tuple[LogRow, ...]:
    """Return every remark that is not deleted as a row, in the order of the file; see `text_places`."""
    places = text_places(sent, in_tables)
    living = sorted((one for one in remarks if not one.deleted), key=lambda one: (one.position, one.id))
    return tuple(
        LogRow(
            number=number,
            place=places.get(one.record_id or one.near, TextPlace()),
            kind=one.kind,
            sent="" if one.kind == COMMENT and not one.record_id else one.sent,
            given=one.given,
            said=one.said,
            by=one.by,
            on=one.on,
            verdict=one.verdict,
            answer=_answer(one),
        )
        for number, one in enumerate(living, 1)
    )


def _answer(remark: Remark) -> str:
    return {REWORDED: remark.wording, REJECTED: remark.reason}.get(remark.verdict, "")


def text_places(sent: Mapping[str, str], in_tables: Container[str] = ()) -> dict[str, TextPlace]:
    """Return where each text stands in the report that left, by the id of its record; `sent` see `Export.sent`, and
    `in_tables` are the ids that are rows of tables."""
    places: dict[str, TextPlace] = {}
    printed = printed_numbers(sent)
    heading, texts, rows = "", 0, 0
    for record_id, text in sent.items():
        is_row = record_id in in_tables
        if record_id.startswith(_HEADINGS):
            heading, texts, rows = one_line(text), 0, 0
        elif is_row:
            rows += 1
        elif text.strip():
            texts += 1
        number = rows if is_row else printed.get(record_id, texts)
        places[record_id] = TextPlace(heading, number, is_row)
    return places


def rows_of(report: Report) -> frozenset[str]:
    """Return the ids of the rows of all tables in a report."""
    blocks = (block for section in report.sections for block in section.blocks)
    return frozenset(one for block in blocks if isinstance(block, Table) for one in block.row_ids)
