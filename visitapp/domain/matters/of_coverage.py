"""What nobody has seen yet, or was to be seen and left no note; a reminder is no note."""

from collections.abc import Iterator

from visitapp.domain.coverage import coverage_of
from visitapp.domain.framework import Activity
from visitapp.domain.matters.matter import ADVISED, NOTED, Matter
from visitapp.domain.record import VisitRecord
from visitapp.domain.subject_words import inside_a_line
from visitapp.domain.usual import taught_years

LESSON, ACTIVITY, PROMPTS = "lesson-without-note", "activity-without-note", "prompts-open"
YEAR, GROUP, STRAND, SOURCE = "year-unseen", "group-unseen", "strand-unseen", "source-unseen"
_PLACE = "capture"


def lesson_about(year: str, column: str) -> str:
    """Return what a planned lesson is called in a matter: its year and its column of the coverage."""
    return f"{year}.{column}"


def sources_wanted(record: VisitRecord) -> tuple[str, ...]:
    """Return the kinds of source that required activities are there to bring."""
    return tuple(dict.fromkeys(one.source for one in record.framework.activities if one.required and one.source))


def lessons_unseen(record: VisitRecord) -> Iterator[Matter]:
    """Yield the cells of the plan, year by subject, that no note is from."""
    label, years = record.framework.label, record.framework.coverage_years
    order = {code: place for place, code in enumerate(years)}
    empty = coverage_of(record).planned_but_empty()
    for year, subject in sorted(empty, key=lambda cell: (order.get(cell[0], len(order)), cell[1])):
        words = f"Planned, but nothing yet: {label('years', year)}, {inside_a_line(label('subjects', subject))}"
        yield Matter(LESSON, lesson_about(year, subject), words, _PLACE)


def activities_unseen(record: VisitRecord) -> Iterator[Matter]:
    """Yield the required activities of the plan that no note is from."""
    seen = coverage_of(record).activities
    for one in _planned(record):
        if not seen.get(one.code):
            yield Matter(ACTIVITY, one.code, f"{one.short}: no note is from it", _PLACE, ADVISED)


def years_unseen(record: VisitRecord) -> Iterator[Matter]:
    """Yield the year groups of the school no note is about."""
    seen, planned = coverage_of(record).years, {year for slot in record.slots for year in slot.years}
    for year in taught_years(record):
        if year not in seen:
            plan = "" if year in planned else ", and no visit is planned there"
            yield Matter(YEAR, year, f"Nothing from {record.framework.label('years', year)}{plan}", _PLACE)


def groups_unseen(record: VisitRecord) -> Iterator[Matter]:
    """Yield the pupil groups every visit should look at that no note is about."""
    seen, vocabulary = coverage_of(record).groups, record.framework.vocabularies.get("groups")
    planned = {group for slot in record.slots if slot.part_of for group in slot.groups}
    for term in vocabulary.terms if vocabulary else ():
        if term.common and term.code not in seen:
            plan = "" if term.code in planned else ", and no lesson is planned for it"
            yield Matter(GROUP, term.code, f"No note yet on \u201c{term.label}\u201d{plan}", _PLACE)


def strands_unseen(record: VisitRecord) -> Iterator[Matter]:
    """Yield the strands no note belongs to."""
    seen = coverage_of(record).strands
    for one in record.framework.strands:
        if not seen.get(one.code):
            yield Matter(STRAND, one.code, f"No evidence yet on {one.label.lower()}", _PLACE)


def sources_unseen(record: VisitRecord) -> Iterator[Matter]:
    """Yield the kinds of source that required activities are there to bring and no note is from."""
    seen, label = coverage_of(record).sources, record.framework.label
    for code in sources_wanted(record):
        if code not in seen:
            yield Matter(SOURCE, code, f"No note yet from \u201c{label('sources', code)}\u201d", _PLACE)


def prompts_open(record: VisitRecord) -> Iterator[Matter]:
    """Yield the required activities of the plan that have prompts without a note; to answer them is never a duty."""
    coverage = coverage_of(record)
    for one in _planned(record):
        asked = len(one.prompts)
        left = asked - coverage.answered(one)
        if left:
            words = f"{one.short}: {left} of {asked} prompts {'has' if left == 1 else 'have'} no note"
            yield Matter(PROMPTS, one.code, words, _PLACE, NOTED)


def _planned(record: VisitRecord) -> Iterator[Activity]:
    """Yield the required activities that stand in the plan, as the day goes, each once."""
    codes = dict.fromkeys(slot.activity for slot in record.slots if not slot.part_of)
    found = (record.framework.activity(code) for code in codes)
    return (one for one in found if one is not None and one.required)
