"""The indicators in the report: the counts, then for each aim its criteria of success and a table."""

from collections.abc import Iterator

from visitapp.domain.forms import anchor, short_date
from visitapp.domain.framework import Aim, Indicator, Section
from visitapp.domain.measured import RatingCount, criteria, evidence_key, latest, rating_counts, target, years
from visitapp.domain.record import VisitRecord
from visitapp.domain.report import Block, Bullet, Bullets, Paragraph, ReportSection, Table

NOT_RATED = "Not rated"
_HEADER = ("Indicator", "Rhythm", "Target", "Value", "Rating", "Reason")
_WIDTHS_CM = (3.6, 2.1, 2.3, 2.4, 1.9, 4.3)


def measure_blocks(record: VisitRecord, section: Section) -> Iterator[Block]:
    """Yield the sentence that counts the ratings, where a section asks for indicators."""
    if section.measures and record.framework.measures.indicators:
        yield Paragraph(anchor(record, f"measures.{section.code}"), counted(record))


def measure_sections(record: VisitRecord, section: Section, level: int) -> Iterator[ReportSection]:
    """Yield a section for each aim, with its criteria of success and its indicators as a table."""
    for aim in record.framework.measures.aims if section.measures else ():
        blocks = tuple(_aim_blocks(record, section, aim))
        if blocks:
            code = f"section.{section.code}.{aim.code}"
            yield ReportSection(code, aim.title, level, blocks, aim.number)


def counted(record: VisitRecord) -> str:
    """Return how many indicators have which rating, with unit and base: "Met: 5 of 13 indicators. ..."."""
    return " ".join(f"{_count_words(record, one)}." for one in rating_counts(record) if one.count)


def _count_words(record: VisitRecord, count: RatingCount) -> str:
    rating = record.framework.measures.rating(count.code)
    unit = "indicator" if count.of == 1 else "indicators"
    return f"{rating.label if rating else NOT_RATED}: {count.count} of {count.of} {unit}"


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
