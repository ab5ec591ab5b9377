"""Reads a whole report and says what stands out; a text that did not change is not read again."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from visitapp.domain.framework import Framework
from visitapp.domain.naming.finding import Named
from visitapp.domain.style import quotation, wording
from visitapp.domain.style.ease import reading_age, syllables
from visitapp.domain.style.evidencing import untraced, without_evidence
from visitapp.domain.style.flag import NAMES, Flag, Piece
from visitapp.domain.style.lists import StyleLists
from visitapp.domain.style.sentences import Span, around, readable, sentences, words_of
from visitapp.domain.style.short_forms import first_uses, meanings_of, printed_by, short_forms_in
from visitapp.domain.style.wording import Found

Names = Callable[[str], Sequence[Named]]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the flags in the order of the report, its words and sentences, and the names found in it.

    `age` is a reading age in years, None for a short text; see `visitapp.domain.style.ease` for what it is worth.
    """

    flags: tuple[Flag, ...] = ()
    words: int = 0
    sentences: int = 0
    age: int | None = None
    names: tuple[str, ...] = ()

    @property
    def words_a_sentence(self) -> int | None:
        """Return the average length of a sentence in words, or None without one."""
        return round(self.words / self.sentences) if self.sentences else None

    def without(self, keys: frozenset[str]) -> "Reading":
        """Return the reading without what somebody has let be, by the keys of the flags."""
        kept = tuple(one for one in self.flags if one.key not in keys)
        names = tuple(dict.fromkeys(one.words for one in kept if one.code == NAMES))
        return Reading(kept, self.words, self.sentences, self.age, names)


@dataclass(frozen=True, slots=True)
class _Text:
    """What is known of one text by itself."""

    spans: tuple[Span, ...]
    found: tuple[Found, ...]
    unmatched: tuple[Found, ...]
    short: tuple[Span, ...]
    bare: tuple[Span, ...]
    marks: tuple[int, int]
    names: tuple[Span, ...]
    says_of_names: tuple[str, ...]
    words: int
    sentences: int
    syllables: int


class StyleReader:
    """Reads reports of one programme. `elsewhere` are marks of sentences in other schools' reports (`marks_of`),
    `spelt_out` abbreviations (in small letters) that become words as the report leaves the app."""

    def __init__(
        self,
        lists: StyleLists,
        framework: Framework,
        *,
        names: Names | None = None,
        elsewhere: frozenset[str] = frozenset(),
        spelt_out: Mapping[str, str] | None = None,
    ) -> None:
        self._lists = lists
        self._names = names
        self._elsewhere = elsewhere
        self._spelt_out = frozenset(spelt_out or ())
        self._meanings = meanings_of(framework, lists)
        self._printed = printed_by(framework)
        self._known: dict[str, _Text] = {}

    def forget(self) -> None:
        """Read every text afresh next time, since what counts as a name has changed."""
        self._known = {}

    def read(self, pieces: Sequence[Piece], also_known: str = "") -> Reading:
        """Return what stands out in these texts; `also_known` are words, such as the school's name, whose
        abbreviations need no writing out."""
        texts = [self._text(piece.text) for piece in pieces]
        self._known = {piece.text: text for piece, text in zip(pieces, texts, strict=True)}
        words, count = sum(one.words for one in texts), sum(one.sentences for one in texts)
        flags = tuple(self._flags(pieces, texts, also_known))
        named = tuple(dict.fromkeys(flag.words for flag in flags if flag.code == NAMES))
        return Reading(flags, words, count, reading_age(words, count, sum(one.syllables for one in texts)), named)

    def _flags(self, pieces: Sequence[Piece], texts: Sequence[_Text], also_known: str) -> Iterator[Flag]:
        by_piece: list[list[Found]] = [[*one.found, *_names(one)] for one in texts]
        for number, found in _of_quotation(pieces, texts):
            by_piece[number].append(found)
        traced = [(piece, text.bare, text.sentences) for piece, text in zip(pieces, texts, strict=True)]
        for number, found in untraced(traced):
            by_piece[number].append(found)
        seen = [(piece.text, text.short) for piece, text in zip(pieces, texts, strict=True)]
        for number, found in first_uses(seen, self._lists, self._meanings, self._needing_none(seen, also_known)):
            by_piece[number].append(found)
        for piece, text, founds in zip(pieces, texts, by_piece, strict=True):
            for one in sorted(founds, key=_place):
                start, end = around(text.spans, one.start)
                sentence = piece.text[min(start, one.start) : max(end, one.end)]
                yield Flag(one.code, piece, one.start, one.end, one.says, sentence)

    def _needing_none(self, seen: Sequence[tuple[str, tuple[Span, ...]]], also_known: str) -> frozenset[str]:
        own = {also_known[start:end] for start, end in short_forms_in(also_known)}
        used = {text[start:end] for text, spans in seen for start, end in spans}
        return self._printed | own | {one for one in used if one.lower() in self._spelt_out}

    def _text(self, text: str) -> _Text:
        known = self._known.get(text)
        return known if known is not None else self._read(text)

    def _read(self, text: str) -> _Text:
        seen = readable(text)
        own = wording.without_quotations(seen)
        spans = sentences(seen)
        words = words_of(seen)
        named = self._names(seen) if self._names else ()
        found = [
            *wording.vague(own, spans, self._lists),
            *wording.american(seen, spans, self._lists),
            *wording.describes(own, spans, self._lists),
            *wording.repeated(seen, spans, self._elsewhere),
        ]
        return _Text(
            spans=spans,
            found=tuple(found),
            unmatched=tuple(quotation.unmatched(seen)),
            short=short_forms_in(own),
            bare=tuple(without_evidence(text, spans)),
            marks=quotation.counted(seen),
            names=tuple((one.start, one.end) for one in named),
            says_of_names=tuple(
                f"\u201c{one.words}\u201d looks like a name; a role could stand there." for one in named
            ),
            words=len(words),
            sentences=len(spans),
            syllables=sum(syllables(word) for word in words),
        )


def _of_quotation(pieces: Sequence[Piece], texts: Sequence[_Text]) -> Iterator[tuple[int, Found]]:
    curly, straight = (sum(one.marks[sort] for one in texts) for sort in (0, 1))
    for number, text in enumerate(texts):
        yield from ((number, one) for one in _left_open(pieces, number, text.unmatched))
        if curly and straight and text.marks[1 if curly >= straight else 0]:
            seen = readable(pieces[number].text)
            yield from ((number, one) for one in quotation.mixed(seen, curly_is_usual=curly >= straight))


def _left_open(pieces: Sequence[Piece], number: int, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Leave out the quotation that goes on in the next paragraph, which then begins with a mark of its own."""
    here, after = pieces[number], pieces[number + 1] if number + 1 < len(pieces) else None
    goes_on = after is not None and after.section == here.section and quotation.opens(after.text)
    return found[:-1] if goes_on and quotation.is_left_open(found, here.text) else found


def _names(text: _Text) -> Iterator[Found]:
    for (start, end), says in zip(text.names, text.says_of_names, strict=True):
        yield Found(NAMES, start, end, says)


def _place(found: Found) -> tuple[int, int]:
    return found.start, found.end
