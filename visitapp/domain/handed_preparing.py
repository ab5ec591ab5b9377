"""What was gathered before a visit, in words: hunches, figures somebody typed, inspections and papers."""

from collections.abc import Iterator

from visitapp.domain.forms import short_date
from visitapp.domain.handed_lists import Row
from visitapp.domain.hunches import hunches_of
from visitapp.domain.preparing import Attachment, Hunch, KnownFigure, KnownInspection
from visitapp.domain.published.series import REASONS
from visitapp.domain.record import VisitRecord
from visitapp.domain.text import clean

_FIGURES, _INSPECTIONS, _PAPERS = "Figures typed for the visit", "Inspections typed for the visit", "Papers attached"


def hunch_words(record: VisitRecord) -> str:
    """Return every hunch on a line of its own, with where it came from and whether it was looked for."""
    return "\n".join(_hunch(one) for one in hunches_of(record) if one.text.strip())


def gathered_rows(record: VisitRecord) -> Iterator[Row]:
    """Yield part, question, answer and note of everything that was gathered."""
    figures = sorted(record.living("figure"), key=lambda one: (one.about, one.measure, one.group, one.year, one.id))
    yield from (_figure(one) for one in figures)
    yield from (_inspection(one) for one in sorted(record.living("inspection"), key=lambda one: (one.on, one.id)))
    items = {one.code: one.title for one in record.framework.checklist()}
    for paper in sorted(record.living("attachment"), key=lambda one: (one.added_at, one.id)):
        yield _paper(paper, items.get(paper.item, ""))


def _hunch(one: Hunch) -> str:
    beside = ", ".join(part for part in (clean(one.source), "looked for" if one.looked_for else "") if part)
    return f"{clean(one.text)} ({beside})" if beside else clean(one.text)


def _figure(one: KnownFigure) -> Row:
    whose = "" if one.about == "school" else f", {one.about}"
    asked = f"{one.measure}, {one.group}, {one.year}{whose}"
    said = one.value or REASONS.get(one.status, one.status)
    of = f" of {one.cohort} pupils" if one.cohort else ""
    expected = ", expected" if one.predicted else ""
    return (_FIGURES, asked, f"{said}{of}{expected}", clean(one.source))


def _inspection(one: KnownInspection) -> Row:
    asked = ", ".join(part for part in (short_date(one.on), one.framework, one.kind) if part)
    said = "; ".join(part for part in (clean(one.outcome), *map(clean, one.judgements)) if part)
    note = "; ".join(part for part in (*map(clean, one.points), clean(one.source)) if part)
    return (_INSPECTIONS, asked or "Inspection", said or "No grade given", note)


def _paper(one: Attachment, item: str) -> Row:
    return (_PAPERS, clean(one.name) or "Paper", f"{one.size} bytes, kept in the vault", item)
