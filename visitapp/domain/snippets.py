"""A reviewer's own words: how a phrase went on in at least two of their earlier notes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*%?")
_JOINT = re.compile(r"[ ,]*|,? ")
CONTEXT = 3
"""How many whole words must stand before anything is offered."""
MOST_WORDS = 8
LEAST_LETTERS = 4
_MOST_PLACES = 40


@dataclass(frozen=True, slots=True)
class _Place:
    note: int
    word: int


class OwnPhrases:
    """An index over notes of one author; `add` takes a note more, `going_on` says how a phrase went on before.

    Only what stands in at least two different notes is ever offered, and never across a stretch that was shut out.
    """

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._spans: list[tuple[tuple[int, int], ...]] = []
        self._keys: list[tuple[str, ...]] = []
        self._places: dict[tuple[str, ...], list[_Place]] = {}
        self._seen: set[str] = set()

    def __len__(self) -> int:
        return len(self._texts)

    def add(self, note_id: str, text: str, shut: Iterable[tuple[int, int]] = ()) -> None:
        """Take a note in, once; stretches in `shut`, such as names, are never offered and end a phrase."""
        if note_id in self._seen:
            return
        self._seen.add(note_id)
        closed = tuple(shut)
        spans = [match.span() for match in _WORD.finditer(text)]
        number = len(self._texts)
        self._texts.append(text)
        self._spans.append(tuple(spans))
        self._keys.append(tuple(_key(text, span, closed) for span in spans))
        for first in range(len(spans) - CONTEXT):
            if self._holds_together(number, first, first + CONTEXT):
                self._note_place(self._keys[number][first : first + CONTEXT], _Place(number, first + CONTEXT))

    def going_on(self, before: str) -> str:
        """Return how the phrase that ends `before` went on in at least two notes, or nothing.

        A word begun is finished; what is returned goes straight after what is written.
        """
        begun, keys = _standing(before)
        if len(keys) < CONTEXT:
            return ""
        places = self._places.get(keys, [])
        fitting = [one for one in reversed(places) if self._keys[one.note][one.word].startswith(begun)]
        agreed, length = self._agreed(fitting[:_MOST_PLACES])
        return self._rest(agreed[0], length, begun, before) if length else ""

    def _note_place(self, keys: tuple[str, ...], place: _Place) -> None:
        places = self._places.setdefault(keys, [])
        places.append(place)
        if len(places) > 2 * _MOST_PLACES:
            del places[:_MOST_PLACES]

    def _agreed(self, places: Sequence[_Place]) -> tuple[Sequence[_Place], int]:
        """Return the places that go on alike, the newest first, and for how many words two notes agree."""
        length = 0
        while length < MOST_WORDS:
            alike = self._most_alike(places, length)
            if alike is None:
                break
            places, length = alike, length + 1
        return places, length

    def _most_alike(self, places: Sequence[_Place], ahead: int) -> list[_Place] | None:
        groups: dict[str, list[_Place]] = {}
        for one in places:
            word = one.word + ahead
            if word < len(self._keys[one.note]) and self._holds_together(one.note, one.word - 1, word):
                groups.setdefault(self._keys[one.note][word], []).append(one)
        shared = [group for group in groups.values() if len({one.note for one in group}) > 1]
        return max(shared, key=len, default=None)

    def _holds_together(self, note: int, first: int, last: int) -> bool:
        """Return whether the words from `first` to `last` are of one phrase, with only spaces and commas between."""
        spans, text, keys = self._spans[note], self._texts[note], self._keys[note]
        return all(keys[first : last + 1]) and all(
            _JOINT.fullmatch(text, spans[number][1], spans[number + 1][0]) is not None
            for number in range(first, last)
        )

    def _rest(self, place: _Place, length: int, begun: str, before: str) -> str:
        spans, text = self._spans[place.note], self._texts[place.note]
        start = spans[place.word][0] + len(begun)
        rest = text[start : spans[place.word + length - 1][1]]
        if len(rest) < LEAST_LETTERS:
            return ""
        return rest if begun or before[-1:].isspace() else ""


def _key(text: str, span: tuple[int, int], closed: Sequence[tuple[int, int]]) -> str:
    """Return a word as it is compared, or nothing for one that is shut out."""
    if any(start < span[1] and span[0] < end for start, end in closed):
        return ""
    return text[span[0] : span[1]].lower()


def _standing(before: str) -> tuple[str, tuple[str, ...]]:
    """Return the word begun at the end, and the words before it that belong to the same phrase."""
    matches = list(_WORD.finditer(before, max(0, len(before) - 120)))
    begun = ""
    if matches and matches[-1].end() == len(before):
        begun = matches.pop().group().lower()
    context = matches[-CONTEXT:]
    if not context:
        return begun, ()
    ends = [*(match.start() for match in context[1:]), len(before) - len(begun)]
    if any(_JOINT.fullmatch(before, match.end(), end) is None for match, end in zip(context, ends, strict=True)):
        return begun, ()
    return begun, tuple(match.group().lower() for match in context)
