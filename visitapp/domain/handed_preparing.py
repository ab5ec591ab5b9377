"""What was gathered before a visit, in words: hunches, inspections and papers; figures are a list of their own."""

from collections.abc import Iterator

from visitapp.domain.forms import short_date
from visitapp.domain.handed_lists import Row
from visitapp.domain.hunches import hunches_of
from visitapp.domain.preparing import Attachment, Hunch, KnownInspection, came_order
from visitapp.domain.record import VisitRecord
from visitapp.domain.text import clean

_INSPECTIONS, _PAPERS = "Inspections typed for the visit", "Papers attached"


def hunch_words(record: VisitRecord) -> str:
    """Return every hunch on a line of its own, with where it came from and whether it was looked for."""
    return "\n".join(_hunch(one) for one in hunches_of(record) if one.text.strip())


def gathered_rows(record: VisitRecord) -> Iterator[Row]:
    """Yield part, question, answer and note of the inspections and papers that were gathered."""
    yield from (_inspection(one) for one in sorted(record.living("inspection"), key=lambda one: (one.on, one.id)))
    items = {one.code: one.title for one in record.asked_of_any.checklist()}
    for paper in sorted(record.living("attachment"), key=came_order):
        yield _paper(paper, items.get(paper.item, ""))


def _hunch(one: Hunch) -> str:
    beside = ", ".join(part for part in (clean(one.source), "looked for" if one.looked_for else "") if part)
    return f"{clean(one.text)} ({beside})" if beside else clean(one.text)


def _inspection(one: KnownInspection) -> Row:
    asked = ", ".join(part for part in (short_date(one.on), one.framework, one.kind) if part)
    said = "; ".join(part for part in (clean(one.outcome), *map(clean, one.judgements)) if part)
    note = "; ".join(part for part in (*map(clean, one.points), clean(one.source)) if part)
    return (_INSPECTIONS, asked or "Inspection", said or "No grade given", note)


def _paper(one: Attachment, item: str) -> Row:
    return (_PAPERS, clean(one.name) or "Paper", f"{one.size} bytes, kept in the vault", item)
