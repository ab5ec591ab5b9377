"""Hides from a text what others must not read: what looks like a name, and the words of private notes."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from visitapp.domain.evidence import Note
from visitapp.domain.naming.finding import Named
from visitapp.domain.record import VisitRecord
from visitapp.domain.text import paragraphs

_LEAST_WORDS = 5
"""Fewer words in a row than this may stand in a private note and elsewhere by chance."""
_SENTENCE_END = re.compile(r"[.!?;\n]+")
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Veil:
    """How to hide: `names_in` finds what seems to name somebody; the others are the words that stand instead."""

    names_in: Callable[[str], Iterable[Named]]
    for_name: str = "[a name is hidden]"
    for_private: str = "[words of a private note are hidden]"


class Veiled:
    """A record seen through a veil."""

    def __init__(self, record: VisitRecord, veil: Veil) -> None:
        self._veil = veil
        private = [note for note in record.shelves.get("note", {}).values() if note.private]
        self._secrets = frozenset(secret for note in private for secret in secrets_of(note))

    def say(self, text: str) -> str:
        """Return a text as others may read it, without blank lines: all of it, or with words in place of some."""
        if self.is_private(text):
            return self._veil.for_private
        shown = "\n".join(paragraphs(text))
        for one in sorted(self._veil.names_in(shown), key=_by_end, reverse=True):
            shown = shown[: one.start] + self._veil.for_name + shown[one.end :]
        return shown

    def is_private(self, text: str) -> bool:
        """Return whether a text holds a sentence of a private note, or is one from beginning to end."""
        plain = _plain(text)
        if not plain:
            return False
        return any(one == plain or (_is_long(one) and f" {one} " in f" {plain} ") for one in self._secrets)

    def names(self, text: str) -> tuple[Named, ...]:
        """Return what is hidden in a text because it looks like a name, with places in its stripped paragraphs."""
        return () if self.is_private(text) else tuple(self._veil.names_in("\n".join(paragraphs(text))))


def secrets_of(note: Note) -> frozenset[str]:
    """Return a note as it is looked for elsewhere: the whole of it and each long sentence, in bare small words."""
    sentences = (_plain(part) for part in _SENTENCE_END.split(note.text))
    return frozenset((_plain(note.text), *(one for one in sentences if _is_long(one)))) - {""}


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))


def _is_long(plain: str) -> bool:
    return plain.count(" ") + 1 >= _LEAST_WORDS


def _by_end(one: Named) -> int:
    return one.end
