"""How a note is told in a list of evidence: its marker, where it was seen, and all of it for a screen reader."""

from typing import NamedTuple

from ui.parts.note_words import NoteWords
from ui.widgets.tones import TONES
from visitapp.domain.evidence import Note
from visitapp.domain.framework import Framework


class MarkerLook(NamedTuple):
    """Icon and colour role of a marker."""

    icon: str
    colour: str


def marker_look(framework: Framework, note: Note) -> MarkerLook:
    """Return how a note's marker is shown; a plain note gets a quiet circle."""
    marker = framework.marker(note.marker)
    if marker is None:
        return MarkerLook("circle", "text3")
    return MarkerLook(marker.icon, TONES.get(marker.tone, TONES["neutral"]).front)


def where_seen(framework: Framework, note: Note) -> str:
    """Return year and subject of a note, or else the activity or the kind of source, in a few words."""
    years = ", ".join(_short(framework, "years", code) for code in note.years)
    subject = framework.label("subjects", note.subject) if note.subject else ""
    lesson = " ".join(part for part in (years, subject) if part)
    if lesson:
        return lesson
    activity = framework.activity(note.activity)
    if activity is not None:
        return activity.short
    return framework.label("sources", note.source) if note.source else ""


def spoken(framework: Framework, note: Note) -> str:
    """Return a whole note as a screen reader should say it."""
    return f"{note.label}. {NoteWords(framework).spoken(note)}"


def source_icon(framework: Framework, code: str) -> str:
    """Return the icon of a kind of source."""
    vocabulary = framework.vocabularies.get("sources")
    term = vocabulary.term(code) if vocabulary else None
    return (term.icon if term else "") or "file-text"


def _short(framework: Framework, role: str, code: str) -> str:
    vocabulary = framework.vocabularies.get(role)
    term = vocabulary.term(code) if vocabulary else None
    return (term.short or term.label) if term else code
