"""The indicators in the report: the counts, then for each aim its criteria of success and a table."""

from collections.abc import Iterator

from visitapp.domain.forms import anchor, short_date
from visitapp.domain.framework import Aim, Indicator, Section
from visitapp.domain.measured import RatingCount, criteria, evidence_key, latest, rating_counts, target, years
from visitapp.domain.record import VisitRecord
from visitapp.domain.report import Block, Bullet, Bullets, Chart, Paragraph, ReportSection, Table

NOT_RATED = "Not rated"
_HEADER = ("Indicator", "Rhythm", "Target", "Value", "Rating", "Reason")
_WIDTHS_CM = (3.6, 2.1, 2.3, 2.4, 1.9, 4.3)


def measure_blocks(record: VisitRecord, section: Section) -> Iterator[Block]:
    """Yield the sentence that counts the ratings, where a section asks for indicators."""
    if section.measures and record.framework.measures.indicators:
        yield Paragraph(anchor(record, f"measures.{section.code}"), counted(record))
        if any(one.count and record.framework.measures.rating(one.code) for one in rating_counts(record)):
            yield _rating_table(record, section)


def measure_sections(record: VisitRecord, section: Section, level: int) -> Iterator[ReportSection]:
    """Yield a section for each aim, with its criteria of success and its indicators as a table."""
    for aim in record.framework.measures.aims if section.measures else ():
        blocks = tuple(_aim_blocks(record, section, aim))
        if blocks:
            code = f"section.{section.code}.{aim.code}"
            yield ReportSection(code, aim.title, level, blocks, aim.number)


def _rating_table(record: VisitRecord, section: Section) -> Table:
    counts = [one for one in rating_counts(record) if one.count]
    base = f"of {counts[0].of}" if counts else ""
    return Table(
        id=f"table.{section.code}.ratings",
        caption="Ratings of the indicators",
        header=("Rating", "Indicators", "Out of"),
        rows=tuple((_rating_label(record, one.code), str(one.count), str(one.of)) for one in counts),
        widths_cm=(8.6, 4.0, 4.0),
        chart=Chart("Ratings of the indicators", tuple(float(one.count) for one in counts), "indicators", base),
    )


def _rating_label(record: VisitRecord, code: str) -> str:
    rating = record.framework.measures.rating(code)
    return rating.label if rating else NOT_RATED


def counted(record: VisitRecord) -> str:
    """Return how many indicators have which rating, with unit and base: "Met: 5 of 13 indicators. ..."."""
    return " ".join(f"{_count_words(record, one)}." for one in rating_counts(record) if one.count)


def _count_words(record: VisitRecord, count: RatingCount) -> str:
    unit = "indicator" if count.of == 1 else "indicators"
    return f"{_rating_label(record, count.code)}: {count.count} of {count.of} {unit}"


def _aim_blocks(record: VisitRecord, section: Section, aim: Aim) -> Iterator[Block]:
    asked = criteria(record, aim)
    if asked:
        lead = f"Criteria of success for years {years(record).replace('-', ' to ')}"
        yield Paragraph(anchor(record, f"measures.{section.code}.{aim.code}"), lead)
        yield Bullets(tuple(Bullet(anchor(record, f"measures.{aim.code}.{one.code}"), one.text) for one in asked))
    indicators = record.framework.measures.of_aim(aim.code)
    if indicators:
        yield Table(
            id=f"table.{section.code}.{aim.code}",
            caption=f"Indicators of aim {aim.number}: {aim.title}",
            header=_HEADER,
            rows=tuple(_row(record, one) for one in indicators),
            row_ids=tuple(anchor(record, evidence_key(one.code)) for one in indicators),
            widths_cm=_WIDTHS_CM,
        )


def _row(record: VisitRecord, indicator: Indicator) -> tuple[str, ...]:
    measures, last = record.framework.measures, latest(record, indicator.code)
    rating = measures.rating(last.rating) if last else None
    value = last.value.strip() if last else ""
    day = f" ({short_date(last.on)})" if last and value and last.on else ""
    return (
        indicator.title,
        measures.rhythm(indicator) or "Not set",
        target(record, indicator) or "Not set",
        f"{value}{day}" or "Not recorded",
        rating.label if rating else NOT_RATED,
        (last.reason.strip() if last else "") or "Not given",
    )
