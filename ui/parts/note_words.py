"""A note in words: short for its card, in full for a screen reader."""

from datetime import date, datetime
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from visitapp.domain.evidence import Note
from visitapp.domain.framework import Framework, Marker, Term

_BETWEEN = "  ·  "


@lru_cache(maxsize=4096)
def local_time(iso: str) -> datetime | None:
    """Return a kept moment (UTC, ISO) as this device's local time, or None when there is none."""
    return datetime.fromisoformat(iso).astimezone() if iso else None


def local_day(iso: str) -> date | None:
    """Return the day of a kept moment (UTC, ISO) on this device, or None; asked thousands of times."""
    return _day_of_minute(iso[:16]) if iso else None


@lru_cache(maxsize=4096)
def _day_of_minute(minute: str) -> date:
    return datetime.fromisoformat(f"{minute}+00:00").astimezone().date()


class NoteWords:
    """Says notes in the words of a framework."""

    def __init__(self, framework: Framework) -> None:
        self._framework = framework

    def time(self, note: Note) -> str:
        """Return when a note was taken, local, such as 10:36."""
        taken = local_time(note.taken_at)
        return taken.strftime("%H:%M") if taken else ""

    def marker(self, note: Note) -> Marker | None:
        """Return the marker of a note, or None for a plain one."""
        return self._framework.marker(note.marker)

    def marker_label(self, code: str) -> str:
        """Return the label of a marker; a plain note is a note."""
        marker = self._framework.marker(code)
        return marker.label if marker else _tr("Note")

    def activity(self, code: str) -> str:
        """Return what an activity is called; without one a note belongs to none."""
        activity = self._framework.activity(code)
        return activity.title if activity else _tr("No activity")

    def source(self, note: Note) -> Term | None:
        """Return the kind of source of a note, or None."""
        return self._term("sources", note.source)

    def meta(self, note: Note) -> str:
        """Return source and tags on one line, in their short forms."""
        source = self.source(note)
        return _BETWEEN.join(((source.label,) if source else ()) + self._tags(note, short=True))

    def spoken(self, note: Note) -> str:
        """Return the whole note as a screen reader should say it."""
        source = self.source(note)
        flags = (_tr("Pinned") if note.pinned else "", _tr("Private") if note.private else "")
        tags = ", ".join(self._tags(note, short=False))
        parts = (self.time(note), self.marker_label(note.marker), source.label if source else "", tags, *flags)
        return " ".join([*(f"{part}." for part in parts if part), note.text])

    def _tags(self, note: Note, *, short: bool) -> tuple[str, ...]:
        strand = self._framework.strand(note.strand)
        wanted = [("years", year) for year in note.years] + [("subjects", note.subject)]
        wanted += [("groups", group) for group in note.groups]
        found = tuple(self._word(role, code, short=short) for role, code in wanted if code)
        return found + (((strand.short if short else strand.label),) if strand else ())

    def _word(self, role: str, code: str, *, short: bool) -> str:
        term = self._term(role, code)
        return (term.short if short and term.short else term.label) if term else code

    def _term(self, role: str, code: str) -> Term | None:
        vocabulary = self._framework.vocabularies.get(role)
        return vocabulary.term(code) if vocabulary else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("NoteWords", text)
