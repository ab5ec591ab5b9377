"""Quiet help for whoever writes: names noticed, abbreviations, how their own phrases went on; on this device only."""

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from sqlmodel import Session

from ui.background import run_in_background
from visitapp.domain.evidence import Note
from visitapp.domain.naming.finding import Named, find_names
from visitapp.domain.naming.lists import NameLists
from visitapp.domain.record import VisitRecord
from visitapp.domain.shorthand import in_force
from visitapp.domain.snippets import OwnPhrases
from visitapp.frameworks.name_lists import load_name_lists
from visitapp.frameworks.shorthand_list import starting_shorthand
from visitapp.store.own_notes import own_notes

_BREATH, _LONG_BREATH = 0.001, 0.03
"""Seconds the building rests after each note, so that it never holds up a key; longer while somebody writes."""
_WRITING_SECONDS = 2.0
"""For so long after they last did something, somebody is taken to be writing."""

Ask = Callable[[Callable[[Session], Any], Callable[[Any], None]], None]


@dataclass(frozen=True, slots=True)
class AidsWanted:
    """Which aids somebody wants. With `spell_out`, abbreviations become words as a note is saved."""

    names: bool = True
    own_words: bool = True
    spell_out: bool = False
    spelling: bool = True


@dataclass(frozen=True, slots=True)
class _Built:
    lists: NameLists
    phrases: OwnPhrases


class WritingAids(QObject):
    """Helps a reviewer write, once `prepare` has read what is needed; until then it offers nothing."""

    ready = Signal()
    changed = Signal()
    """Other aids are wanted, or the list of abbreviations is another."""

    def __init__(self, ask: Ask, own: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wanted = AidsWanted()
        self.shorthand: Mapping[str, str] = in_force(starting_shorthand(), own)
        self._ask = ask
        self._asked = False
        self._stopping = threading.Event()
        self._written_at = 0.0
        self._built: _Built | None = None
        self._lists: NameLists | None = None
        self._lists_of: dict[str, NameLists] = {}
        self._let_be: dict[str, set[str]] = {}
        self._known: dict[str, set[str]] = {}

    def want(self, wanted: AidsWanted) -> None:
        """Switch aids on or off."""
        if wanted != self.wanted:
            self.wanted = wanted
            self.changed.emit()

    def prepare(self) -> None:
        """Read lists and the reviewer's own notes, once, off the window's thread; `ready` follows."""
        if not self._asked:
            self._asked = True
            self._ask(own_notes, self._take_notes)

    def make_way(self) -> None:
        """Somebody writes: read more slowly for a while."""
        self._written_at = monotonic()

    def stop(self) -> None:
        """Leave off reading."""
        self._stopping.set()

    def use_shorthand(self, own: Mapping[str, str]) -> None:
        """Go by another list of a reviewer's own abbreviations, over the starting one."""
        self.shorthand = in_force(starting_shorthand(), own)
        self.changed.emit()

    def names_in(self, text: str, record: VisitRecord, years: Sequence[str]) -> tuple[Named, ...]:
        """Return what seems to name somebody in a text of a visit; nothing before `ready` or when not wanted."""
        if self._built is None or not self.wanted.names:
            return ()
        return self._find_names(text, record, years)

    def names_to_hide(self, text: str, record: VisitRecord) -> tuple[Named, ...]:
        """Return what others must not be shown; before `ready` and when `names` are not wanted too."""
        return self._find_names(text, record, ())

    def let_be(self, visit_id: str, name: Named) -> None:
        """Take somebody's word that this is no name, for this visit and this sitting."""
        self._let_be.setdefault(visit_id, set()).add(name.key)

    def remember(self, visit_id: str, name: Named) -> None:
        """Know a name again in this visit, also in small letters, for this sitting."""
        self._known.setdefault(visit_id, set()).add(name.key)

    def going_on(self, before: str) -> str:
        """Return how this reviewer has ended the phrase before the caret in at least two notes, or nothing."""
        if self._built is None or not self.wanted.own_words:
            return ""
        return self._built.phrases.going_on(before)

    def learn(self, note: Note) -> None:
        """Take in a note just written."""
        if self._built is not None and not note.private:
            _take_in(self._built, note.id, note.text)

    def _find_names(self, text: str, record: VisitRecord, years: Sequence[str]) -> tuple[Named, ...]:
        visit = record.visit_id
        if visit not in self._lists_of:
            self._lists = self._lists or (self._built.lists if self._built else load_name_lists())
            self._lists_of[visit] = self._lists.hiding(_own_words_of(record))
        known, kept = self._known.get(visit, ()), self._let_be.get(visit, ())
        return find_names(text, self._lists_of[visit], years=years, known=known, kept=kept)

    def _take_notes(self, notes: tuple[tuple[str, str], ...]) -> None:
        app = QCoreApplication.instance()
        if app is not None and not self._stopping.is_set():
            run_in_background(app, partial(_build, notes, self._rest), self._take_built, self._do_without)

    def _rest(self) -> bool:
        """Rest between two notes, off the window's thread; return whether to leave off."""
        is_writing = monotonic() - self._written_at < _WRITING_SECONDS
        return self._stopping.wait(_LONG_BREATH if is_writing else _BREATH)

    def _take_built(self, built: _Built) -> None:
        self._built = built
        self.ready.emit()

    def _do_without(self, sentence: str) -> None:
        """Lists that cannot be read leave no aids, and nothing else is the worse for it."""


def _build(notes: Iterable[tuple[str, str]], rest: Callable[[], bool]) -> _Built:
    built = _Built(load_name_lists(), OwnPhrases())
    for note_id, text in notes:
        if rest():
            break
        _take_in(built, note_id, text)
    return built


def _take_in(built: _Built, note_id: str, text: str) -> None:
    built.phrases.add(note_id, text, [(one.start, one.end) for one in find_names(text, built.lists)])


def _own_words_of(record: VisitRecord) -> list[str]:
    """Return the words of a visit that are no names: of its school, and of its programme."""
    school = record.school
    names = [school.name, school.local_authority, school.town, school.trust]
    programme = record.framework
    labels = [
        programme.title,
        *(one.title for one in programme.activities),
        *(one.label for one in programme.strands),
    ]
    terms = [term.label for vocabulary in programme.vocabularies.values() for term in vocabulary.terms]
    return [*names, *" ".join(names).split(), *labels, *terms]
