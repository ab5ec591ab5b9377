"""Reads the boxes of the report for words spelt like none that is known, off the window's thread."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from ui.background import run_in_background
from ui.workspace.desk import Desk, News
from visitapp.domain.record import VisitRecord
from visitapp.domain.spelling import (
    CALENDAR,
    LEFT,
    Speller,
    names_of,
    own_words,
    plain_letters,
    suggestions,
    words_in,
    words_of_programme,
)
from visitapp.domain.style.flag import AMERICAN
from visitapp.domain.style.sentences import Span

PAUSE_MS = 700
"""For so long nothing must have been typed before boxes are read."""
_HEARD = frozenset({"school", "visit", "reviewer", "slot", "note", "answer", "member"})
_KNOWN_AGAIN = frozenset({"school", "reviewer", "answer"})

Spans = tuple[Span, ...]


class Box(Protocol):
    """A box whose text is read. `mark` gets a text that was read, and where words stand in it, as Qt counts."""

    def text(self) -> str:
        """Return what stands in it."""

    def mark(self, text: str, spans: Spans) -> None:
        """Show what was found in a text, unless another stands there by now."""


class Spelling(QObject):
    """What seems misspelt in the report; `changed` tells when the boxes were read, or spelling was switched off."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._boxes: dict[int, Box] = {}
        self._made = 0
        self._speller: Speller | None = None
        self._programme: frozenset[str] | None = None
        self._found: dict[str, Spans] = {}
        self._is_stale = True
        self._is_reading = self._is_late = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._read)
        desk.changed.connect(self._hear)
        if desk.aids is not None:
            desk.aids.changed.connect(self._take_wish)

    @property
    def is_wanted(self) -> bool:
        """Return whether somebody wants their spelling looked at."""
        return self._desk.aids is None or self._desk.aids.wanted.spelling

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Return the boxes that are read."""
        return tuple(self._boxes.values())

    def watch(self, box: Box, owner: QObject) -> None:
        """Read a box from now on, as long as its owner lives."""
        self._made += 1
        self._boxes[self._made] = box
        owner.destroyed.connect(partial(self._boxes.pop, self._made, None))
        self.wait()

    def wait(self) -> None:
        """Something was typed: read once nothing more is."""
        if self.is_wanted:
            self._pause.start()

    def suggest(self, word: str, done: Callable[[tuple[str, ...]], None]) -> None:
        """Have `done` get what may have been meant by a word, worked out off the window's thread."""
        app = QCoreApplication.instance()
        if self._speller is not None and app is not None:
            run_in_background(app, partial(_suggest, word, self._speller), done, _do_without)

    def add(self, word: str) -> None:
        """Count a word among the reviewer's own, in every visit; one act, which can be undone."""
        reviewer = self._desk.record.reviewer
        if not reviewer.id:
            self.leave(word)
            return
        words = [*reviewer.words.splitlines(), plain_letters(word)]
        label = self.tr("\u201c{word}\u201d added to my words").format(word=word)
        self._desk.put(label, replace(reviewer, words="\n".join(sorted(set(words), key=str.casefold))))

    def leave(self, word: str) -> None:
        """Leave a word as it is in this visit; one act, which can be undone."""
        label = self.tr("\u201c{word}\u201d left as it is").format(word=word)
        key = LEFT + min(words_in([word]), default=word.lower())
        self._desk.answer(label, key, True)

    def _hear(self, news: News) -> None:
        if news.kinds & _HEARD:
            self._is_stale = True
        if news.kinds & _KNOWN_AGAIN and self._boxes and self.is_wanted:
            self._pause.start(0)

    def _take_wish(self) -> None:
        self._is_stale = True
        if self.is_wanted:
            self.wait()
            return
        self._pause.stop()
        for box in self._boxes.values():
            box.mark(box.text(), ())
        self.changed.emit()

    def _read(self) -> None:
        app = QCoreApplication.instance()
        if app is None or not self._boxes:
            return
        if self._is_reading:
            self._is_late = True
            return
        self._is_reading = True
        known = None if self._is_stale else self._speller
        self._is_stale = False
        texts = {box.text(): self._found.get(box.text()) if known else None for box in self._boxes.values()}
        short = tuple(self._desk.aids.shorthand) if self._desk.aids is not None else ()
        work = partial(_read_texts, texts, known, partial(self._make_speller, self._desk.record, short))
        run_in_background(app, work, self._take, _do_without)

    def _make_speller(self, record: VisitRecord, shorthand: tuple[str, ...]) -> Speller:
        """Bring the words together, off the window's thread; those of a programme stay what they are."""
        from visitapp.frameworks.style_lists import load_style_lists
        from visitapp.frameworks.word_list import load_word_list

        if self._programme is None:
            self._programme = words_of_programme(record.framework)
        asked_elsewhere = any(check.kind == AMERICAN for check in record.framework.checks)
        american = frozenset(load_style_lists().american) if asked_elsewhere else frozenset()
        own = self._programme | own_words(record) | words_in(shorthand)
        return Speller(load_word_list(), own, american, CALENDAR | names_of(record))

    def _take(self, found: tuple[dict[str, Spans], Speller]) -> None:
        self._found, self._speller = found
        self._is_reading = False
        if self._is_late:
            self._is_late = False
            self._pause.start()
        if not self.is_wanted:
            return
        for box in self._boxes.values():
            text = box.text()
            if text in self._found:
                box.mark(text, self._found[text])
        self.changed.emit()


def spelling_of(desk: Desk) -> Spelling:
    """Return what looks for misspelt words in the visit on a desk, made when it is first asked for."""
    return desk.findChild(Spelling) or Spelling(desk, desk)


def _read_texts(
    texts: Mapping[str, Spans | None], speller: Speller | None, make: Callable[[], Speller]
) -> tuple[dict[str, Spans], Speller]:
    """Read the texts that were not read before; a new speller goes by the words of the visit as they now are."""
    speller = speller or make()
    found = {
        text: _as_qt_counts(text, speller.misspelt(text)) if before is None else before
        for text, before in texts.items()
    }
    return found, speller


def _as_qt_counts(text: str, spans: Spans) -> Spans:
    if not spans or max(text) <= "\uffff":
        return spans
    from ui.widgets.text_units import units

    return tuple((units(text[:start]), units(text[:end])) for start, end in spans)


def _suggest(word: str, speller: Speller) -> tuple[str, ...]:
    return suggestions(word, speller.words, speller.own)


def _do_without(sentence: str) -> None:
    """A list that cannot be read leaves no marks, and nothing else is the worse for it."""
