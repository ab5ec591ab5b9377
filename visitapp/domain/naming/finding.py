"""Finds what seems to name or number a pupil or a member of staff, and says which role could stand there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from visitapp.domain.naming.lists import NameLists, key
from visitapp.domain.naming.patterns import Kind, find_patterns, instead
from visitapp.domain.naming.roles import pupil, titled, with_role
from visitapp.domain.naming.tokens import Token, tokens
from visitapp.domain.naming.verdict import Verdict

_SURE_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "mister"))
_LOWER_TITLES = frozenset(("mr", "mrs", "ms", "mx"))
_GAPS = (" ", ". ", ".")


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of a text that seems to name somebody: `words` is the name as written, `role` what to say instead;
    `kind` tells a name from a number or an address that points at one person."""

    start: int
    end: int
    words: str
    role: str
    kind: Kind = Kind.NAME

    @property
    def key(self) -> str:
        """Return the name as it is remembered, whatever its capitals and accents."""
        return key(self.words)


@dataclass(frozen=True, slots=True)
class Swap:
    """That the characters from `start` to before `end` become `words`."""

    start: int
    end: int
    words: str


def find_names(
    text: str, lists: NameLists, *, years: Sequence[str] = (), known: Iterable[str] = (), kept: Iterable[str] = ()
) -> tuple[Named, ...]:
    """Return what seems to be names, in order and never overlapping.

    `years` are labels of the year groups a note is about, `known` names found before (taken in any writing), and
    `kept` what somebody has said is no name. Both are given as `Named.key` gives them.
    """
    let_be = frozenset(kept)
    role = pupil(years, text)
    found = [one for one in _numbers(text, lists, role) if one.key not in let_be]
    for one in _names(text, lists, role, frozenset(known)):
        if one.key not in let_be and not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return tuple(sorted(found, key=_by_start))


def swaps(found: Sequence[Named], one: Named) -> tuple[Swap, ...]:
    """Return what putting a role in place of one name changes: everywhere it stands, "the" after the first time."""
    same = [other for other in found if other.key == one.key]
    return tuple(
        Swap(other.start, other.end, _again(other.role) if number else other.role)
        for number, other in enumerate(same)
    )


def swapped(text: str, changes: Iterable[Swap]) -> str:
    """Return a text with its swaps made."""
    for swap in sorted(changes, key=_by_start, reverse=True):
        text = text[: swap.start] + swap.words + text[swap.end :]
    return text


def _numbers(text: str, lists: NameLists, pupil_role: str) -> Iterator[Named]:
    for one in find_patterns(text, lists):
        words = text[one.start : one.end]
        role = _begun(instead(one.kind, words, pupil_role), text, one.start)
        yield Named(one.start, one.end, words, role, one.kind)


def _names(text: str, lists: NameLists, pupil_role: str, known: frozenset[str]) -> Iterator[Named]:
    words = tokens(text)
    verdict = Verdict(words, lists, known)
    for first, last, role in _runs(text, words, verdict, lists, pupil_role):
        stretch = with_role(text, words, first, last, role, lists)
        name = text[words[first].start : words[last].end]
        yield Named(stretch.start, stretch.end, name, _begun(stretch.role, text, stretch.start))


def _runs(
    text: str, words: Sequence[Token], verdict: Verdict, lists: NameLists, pupil_role: str
) -> Iterator[tuple[int, int, str]]:
    """Yield the first and the last word of every name, and the role it has when nothing beside it says more."""
    place = 0
    while place < len(words):
        first = place
        if _is_titled(text, words, place, verdict, lists):
            last = _last(text, words, place + 1, verdict)
            yield first, last, titled(words[place].key)
            place = last
        elif verdict.is_name(place):
            last = _last(text, words, place, verdict)
            yield first, last, pupil_role
            place = last
        place += 1


def _is_titled(text: str, words: Sequence[Token], place: int, verdict: Verdict, lists: NameLists) -> bool:
    title = words[place]
    if title.key not in lists.titles or place in verdict.hidden or place + 1 >= len(words):
        return False
    if not verdict.may_be_titled(place + 1, title.key):
        return False
    follows = words[place + 1]
    if text[title.end : follows.start] not in _GAPS:
        return False
    if not follows.capital:
        named = lists.is_given(follows.key) or lists.is_surname(follows.key) or not lists.is_ordinary(follows.key)
        return named and (title.key in _LOWER_TITLES or (title.key == "miss" and not lists.is_ordinary(follows.key)))
    return title.key in _SURE_TITLES or (title.capital and not lists.is_ordinary(follows.key))


def _last(text: str, words: Sequence[Token], place: int, verdict: Verdict) -> int:
    """Return the place of the last word of a name that begins at a place."""
    while place + 1 < len(words) and verdict.continues(place + 1) and not words[place].possessive:
        gap = text[words[place].end : words[place + 1].start]
        if gap != " " and not (gap == ". " and len(words[place].text) == 1):
            break
        place += 1
    return place


def _begun(role: str, text: str, start: int) -> str:
    """Return a role with a capital where the text has one only because something begins there."""
    before = text[:start].rstrip(" \t\u00a0\u201c\u2018\"'(")
    begins = not before or before[-1] in ".!?\n" or before in ("+", "-")
    return role[0].upper() + role[1:] if begins else role


def _again(role: str) -> str:
    article, _, rest = role.partition(" ")
    return {"a": "the ", "an": "the ", "A": "The ", "An": "The "}.get(article, f"{article} ") + rest


def _by_start(one: Named | Swap) -> int:
    return one.start
