"""What a note should say in place of a name: a role, as near to what the note knows as can be."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from visitapp.domain.naming.lists import NameLists, key
from visitapp.domain.naming.tokens import Token

_YEAR = re.compile(r"\b(?:Y|Yr |Year )(\d{1,2})\b", re.IGNORECASE)
_BESIDE = re.compile(r" \((?P<held>[^()\n]{1,40})\)|, (?P<set_off>[^,.;:()\n]{1,40}?)(?:,|(?=[.;:)\n])|$)")
_FAMILY = re.compile(r"['\u2019][sS]? (?P<role>mum|dad|mother|father|parents?|carer)\b")
_ARTICLES = ("the", "our", "a", "an", "their")
_OF_STAFF = frozenset(("mr", "mrs", "ms", "miss", "mx", "mister", "sir"))
_LONGEST_ROLE = 4
_VOWELS = "aeiouAEIOU"
_DOT_OF_INITIAL = re.compile(r"\.(?=['\u2019,;)]| [^\W\d_A-Z])")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A name in a text, from one character to before another, and what might stand there."""

    start: int
    end: int
    role: str


def pupil(years: Sequence[str], text: str) -> str:
    """Return "a Year 4 pupil" when the note is about one year, by its tag or its words, else "a pupil"."""
    found = tuple(years) or tuple(dict.fromkeys(f"Year {number}" for number in _YEAR.findall(text)))
    if len(found) != 1 or not found[0].strip():
        return "a pupil"
    return f"{'an' if found[0][0] in _VOWELS else 'a'} {found[0]} pupil"


def titled(title: str) -> str:
    """Return who somebody with a title most likely is."""
    return "a teacher" if title in _OF_STAFF else "an adult"


def with_role(text: str, words: Sequence[Token], first: int, last: int, role: str, lists: NameLists) -> Stretch:
    """Return the stretch to replace: a role said beside the name is the better word, and goes with it."""
    start, end = words[first].start, _end(text, words[last])
    before = _role_before(text, words, first, lists)
    if before is not None:
        closing = text.startswith(",", end) and text[words[first].start - 2] == ","
        return Stretch(before.start, end + 1 if closing else end, before.role)
    beside = _BESIDE.match(text, end)
    if beside is not None:
        found = lists.roles.get(_bare(beside["held"] or beside["set_off"] or ""))
        if found:
            return Stretch(start, beside.end(), found)
    family = _FAMILY.match(text, end)
    if family is not None:
        return Stretch(start, family.end(), "a parent")
    return Stretch(start, end, role)


def _role_before(text: str, words: Sequence[Token], first: int, lists: NameLists) -> Stretch | None:
    if not first:
        return None
    gap = text[words[first - 1].end : words[first].start]
    for length in range(min(_LONGEST_ROLE, first), 0, -1):
        begin = first - length
        role = lists.roles.get(" ".join(word.key for word in words[begin:first]))
        if role is None or not all(word.joined for word in words[begin : first - 1]):
            continue
        article = begin > 0 and words[begin - 1].key in _ARTICLES and words[begin - 1].joined
        if gap == " " or (gap == ", " and article):
            return Stretch(words[begin - 1].start if article else words[begin].start, 0, role)
    return None


def _end(text: str, last: Token) -> int:
    """Return where a name ends: the dot of an initial belongs to it unless it ends the sentence."""
    return last.end + (len(last.text) == 1 and _DOT_OF_INITIAL.match(text, last.end) is not None)


def _bare(words: str) -> str:
    parts = key(words).split()
    return " ".join(parts[1:] if parts and parts[0] in _ARTICLES else parts)
