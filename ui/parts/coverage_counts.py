"""The counts of the coverage board as its rows show them; every figure says its unit and what it is out of."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.parts.coverage_rows import TONE_ORDER, RowCount, count_words, share_words
from ui.parts.tag_words import short, terms
from visitapp.domain.aspect import ACTIVITY, GROUP, PROMPT, SOURCE, STRAND, Aspect
from visitapp.domain.coverage import Coverage, activities_of
from visitapp.domain.framework import Activity, Framework, Term
from visitapp.domain.matters import matters_of
from visitapp.domain.record import VisitRecord


@dataclass(frozen=True, slots=True)
class BlockCount:
    """The rows of one block, how much of it is covered in few signs, and the same in full."""

    rows: Mapping[Aspect, RowCount]
    covered: str
    spoken: str


def total_words(record: VisitRecord, coverage: Coverage) -> str:
    """Return all there is in a line, such as "7 notes in 4 of 6 activities"."""
    planned = _planned(record)
    activities = activities_of(record, coverage)
    if not activities:
        return " ".join(filter(None, (count_words(coverage.notes), planned)))
    seen = sum(bool(coverage.activities.get(one.code)) for one in activities)
    words = _tr("{notes} in {seen} of {total} activities")
    counted = words.format(notes=count_words(coverage.notes), seen=seen, total=len(activities))
    return f"{counted}. {planned}" if planned else counted


def _planned(record: VisitRecord) -> str:
    """Return how many planned lessons have no place in the map, since no year or subject was chosen for them yet."""
    lessons = [slot for slot in record.slots if slot.part_of]
    unplaced = sum(not (slot.years and slot.subject) for slot in lessons)
    if not unplaced:
        return ""
    words = _tr("{planned} lesson visits planned, {unplaced} without year or subject")
    return words.format(planned=len(lessons), unplaced=unplaced)


def group_counts(record: VisitRecord, coverage: Coverage) -> BlockCount:
    """Count the common pupil groups and every other one there is a note on."""
    shown = [one for one in terms(record.framework, "groups") if one.common or one.code in coverage.groups]
    most = max(coverage.groups.values(), default=1)
    unseen = {one.about for one in matters_of(record, "capture") if one.kind == "group-unseen" and coverage.notes}
    rows = {}
    for term in shown:
        count = coverage.groups.get(term.code, 0)
        rows[Aspect(GROUP, term.code)] = _row(term.label, count, coverage, most, warns=term.code in unseen)
    return _block(rows, _tr("Notes on {seen} of {total} pupil groups"))


def strand_counts(record: VisitRecord, coverage: Coverage) -> BlockCount:
    """Count every strand, by the tone of its notes."""
    most = max((sum(tones.values()) for tones in coverage.strands.values()), default=1)
    rows = {}
    for strand in record.framework.strands:
        tones = coverage.strands[strand.code]
        total = sum(tones.values())
        parts = tuple((tone, tones[tone]) for tone in TONE_ORDER if tones.get(tone))
        spoken = f"{strand.label}: {share_words(total, coverage.notes)}"
        rows[Aspect(STRAND, strand.code)] = RowCount(parts, str(total), most, spoken)
    return _block(rows, _tr("Notes on {seen} of {total} strands"))


def activity_counts(record: VisitRecord, coverage: Coverage) -> BlockCount:
    """Count the activities of this visit."""
    most = max(coverage.activities.values(), default=1)
    rows = {
        Aspect(ACTIVITY, one.code): _row(one.title, coverage.activities.get(one.code, 0), coverage, most)
        for one in activities_of(record, coverage)
    }
    return _block(rows, _tr("Notes from {seen} of {total} activities"))


def source_counts(record: VisitRecord, coverage: Coverage) -> BlockCount:
    """Count the common kinds of source and every other one there is a note from."""
    most = max(coverage.sources.values(), default=1)
    rows = {
        Aspect(SOURCE, one.code): _row(one.label, coverage.sources.get(one.code, 0), coverage, most)
        for one in terms(record.framework, "sources")
        if one.common or one.code in coverage.sources
    }
    return _block(rows, _tr("Notes from {seen} of {total} kinds of source"))


def prompt_block(record: VisitRecord, coverage: Coverage, opened: str) -> BlockCount:
    """Count the prompts answered of those asked, by activity; the prompts of the activity `opened` are listed."""
    rows: dict[Aspect, RowCount] = {}
    answered = asked = 0
    for activity in activities_of(record, coverage):
        if activity.prompts:
            rows[Aspect(ACTIVITY, activity.code)] = _answered(activity, coverage, is_open=activity.code == opened)
            answered, asked = answered + coverage.answered(activity), asked + len(activity.prompts)
        if activity.code == opened:
            rows |= _prompts(activity, coverage)
    covered = _tr("{seen} of {total}").format(seen=answered, total=asked)
    spoken = _tr("{seen} of {total} prompts answered by a note").format(seen=answered, total=asked)
    return BlockCount(rows, covered, spoken)


def short_name(term: Term) -> str:
    """Return the label of a term where it fits beside a bar, else its short form."""
    return term.label if len(term.label) <= 14 else short(term)


def names(framework: Framework, role: str) -> dict[str, str]:
    """Return what the terms of a vocabulary are called beside a bar, by code, the common ones first."""
    return {term.code: short_name(term) for term in terms(framework, role)}


def _row(name: str, count: int, coverage: Coverage, most: int, *, warns: bool = False) -> RowCount:
    parts = (("accent", count),) if count else ()
    spoken = f"{name}: {share_words(count, coverage.notes)}"
    return RowCount(parts, str(count), most, spoken, missing=warns and not count)


def _answered(activity: Activity, coverage: Coverage, *, is_open: bool) -> RowCount:
    seen, total = coverage.answered(activity), len(activity.prompts)
    words = _tr("{name}: {seen} of {total} prompts answered, listed below") if is_open else ""
    words = words or _tr("{name}: {seen} of {total} prompts answered, choose to list them")
    figure = _tr("{seen} of {total}").format(seen=seen, total=total)
    parts = (("accent", seen),) if seen else ()
    spoken = words.format(name=activity.title, seen=seen, total=total)
    return RowCount(parts, figure, total, spoken, chevron="chevron-down" if is_open else "chevron-right")


def _prompts(activity: Activity, coverage: Coverage) -> dict[Aspect, RowCount]:
    rows = {}
    for prompt in activity.prompts:
        count = coverage.prompts.get((activity.code, prompt.code), 0)
        rows[Aspect(PROMPT, prompt.code, activity.code)] = _row(prompt.text, count, coverage, coverage.notes)
    return rows


def _block(rows: Mapping[Aspect, RowCount], words: str) -> BlockCount:
    seen, total = sum(bool(one.notes) for one in rows.values()), len(rows)
    covered = _tr("{seen} of {total}").format(seen=seen, total=total)
    return BlockCount(rows, covered, words.format(seen=seen, total=total))


def _tr(text: str) -> str:
    return QCoreApplication.translate("CoverageCounts", text)
