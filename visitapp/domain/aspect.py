"""What evidence can be about: one thing of the coverage board, and the notes that belong to it."""

from dataclasses import dataclass

from visitapp.domain.coverage import column_of
from visitapp.domain.evidence import Note
from visitapp.domain.framework import Framework
from visitapp.domain.record import VisitRecord
from visitapp.domain.text import first_words

CELL, GROUP, STRAND, SOURCE, ACTIVITY, PROMPT = "cell", "group", "strand", "source", "activity", "prompt"
_LONGEST = 48


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing notes are counted by. `within` is the column of a cell (its year is the code) or the activity
    of a prompt."""

    kind: str
    code: str
    within: str = ""


def is_about(record: VisitRecord, note: Note, aspect: Aspect) -> bool:
    """Tell whether a note is counted under an aspect of the board; a private one never is."""
    if note.private:
        return False
    if aspect.kind == CELL:
        held = bool(note.subject) and column_of(record, note.subject) == aspect.within
        return held and aspect.code in note.years
    if aspect.kind == GROUP:
        return aspect.code in note.groups
    if aspect.kind == PROMPT:
        return (note.activity, note.prompt) == (aspect.within, aspect.code)
    found: str = getattr(note, aspect.kind)
    return found == aspect.code


def aspect_words(framework: Framework, aspect: Aspect) -> str:
    """Return what an aspect is called, such as "Year 4, Mathematics" for a cell."""
    if aspect.kind == CELL:
        return f"{framework.label('years', aspect.code)}, {framework.label('subjects', aspect.within)}"
    if aspect.kind == GROUP:
        return framework.label("groups", aspect.code)
    if aspect.kind == SOURCE:
        return framework.label("sources", aspect.code)
    if aspect.kind == STRAND:
        strand = framework.strand(aspect.code)
        return strand.label if strand else aspect.code
    return _activity_words(framework, aspect)


def _activity_words(framework: Framework, aspect: Aspect) -> str:
    activity = framework.activity(aspect.within or aspect.code)
    if activity is None:
        return aspect.code
    if aspect.kind == ACTIVITY:
        return activity.title
    return next((first_words(one.text, _LONGEST) for one in activity.prompts if one.code == aspect.code), aspect.code)
