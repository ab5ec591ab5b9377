"""Every remark with what became of it, as the rows of the letter that answers the school."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from visitapp.domain.answering import COMMENT, REJECTED, REWORDED, Remark
from visitapp.domain.text import one_line

_HEADINGS = ("section.", "part.")


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Where a text stands in a report: under which heading, and as which of the texts there, from 1; 0 is the heading
    itself, and a text that belongs nowhere has an empty heading."""

    heading: str = ""
    number: int = 0


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


def log_rows(remarks: Iterable[Remark], sent: Mapping[str, str]) -> tuple[LogRow, ...]:
    """Return every remark that is not deleted as a row, in the order of the file; `sent` see `Export.sent`."""
    places = text_places(sent)
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


def text_places(sent: Mapping[str, str]) -> dict[str, TextPlace]:
    """Return where each text stands in the report that left, by the id of its record."""
    places: dict[str, TextPlace] = {}
    heading, number = "", 0
    for record_id, text in sent.items():
        if record_id.startswith(_HEADINGS):
            heading, number = one_line(text), 0
        elif text.strip():
            number += 1
        places[record_id] = TextPlace(heading, number)
    return places
