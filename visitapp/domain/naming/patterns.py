"""Numbers and addresses that point at one person: pupil, NHS and insurance numbers, telephones, e-mail, birth."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from visitapp.domain.naming.lists import NameLists

_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?"
_YEAR = r"(?:19[4-9]\d|20[0-3]\d|\d\d)"
_DATE = (
    rf"(?:\d{{1,2}}[./\-]\d{{1,2}}[./\-]{_YEAR}(?!\d)|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? {_YEAR}(?!\d)|"
    rf"{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? {_YEAR}(?!\d)|20[0-3]\d-\d\d-\d\d(?!\d))"
)
_FEWEST_FIGURES = 6
_SAYS_BIRTH = re.compile("[bB](?:orn|irth|ORN|IRTH)|[dD]\\.?[oO]\\.?[bB]")
_BIRTH = r"(?:d\.?o\.?b\.?|date of birth|birth ?date|birthday|born)"


class Kind(StrEnum):
    """What a stretch of a text seems to be."""

    NAME = "name"
    UPN = "pupil number"
    NHS = "NHS number"
    INSURANCE = "National Insurance number"
    PHONE = "phone number"
    E_MAIL = "e-mail address"
    BIRTH = "date of birth"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A stretch of a text that points at one person, by what it looks like."""

    start: int
    end: int
    kind: Kind


def find_patterns(text: str, lists: NameLists) -> tuple[Pattern, ...]:
    """Return what looks like a number or an address of one person, in order and never overlapping."""
    found: list[Pattern] = []
    for one in sorted(_all(text, lists), key=_by_start):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return tuple(found)


def instead(kind: Kind, words: str, pupil_role: str) -> str:
    """Return what a note may say in place of a pattern; a pupil's number is the pupil."""
    if kind is Kind.UPN:
        return pupil_role
    if kind is Kind.BIRTH:
        return "born on a date left out" if words[:4].lower() == "born" else "date of birth left out"
    return f"{'an' if kind in (Kind.NHS, Kind.E_MAIL) else 'a'} {kind.value}"


def is_upn(letters: str) -> bool:
    """Return whether a text of thirteen characters is a pupil number whose first letter checks the others."""
    if not _UPN.fullmatch(letters):
        return False
    figures = [_upn_value(letter) for letter in letters.upper()]
    return sum(figure * weight for weight, figure in enumerate(figures[1:], 2)) % len(_UPN_LETTERS) == figures[0]


def is_nhs_number(figures: str) -> bool:
    """Return whether the last of ten figures checks the others, as in an NHS number."""
    if len(figures) != 10 or not figures.isdecimal() or len(set(figures)) == 1:
        return False
    rest = 11 - sum(int(figure) * (10 - place) for place, figure in enumerate(figures[:9])) % 11
    return rest % 11 == int(figures[9])


def _all(text: str, lists: NameLists) -> Iterator[Pattern]:
    worth = _worth_looking_for(text)
    for kind, shape, accepted in _SHAPES:
        for match in shape.finditer(text) if kind in worth else ():
            if accepted(match.group("it"), lists):
                yield Pattern(match.start(), match.end(), kind)


def _worth_looking_for(text: str) -> frozenset[Kind]:
    """Most notes hold no long number, no address and no birth, and are done with at once."""
    worth = {Kind.E_MAIL} if "@" in text else set[Kind]()
    if sum(map(str.isdecimal, text)) >= _FEWEST_FIGURES:
        worth |= {Kind.UPN, Kind.NHS, Kind.INSURANCE, Kind.PHONE}
    if _SAYS_BIRTH.search(text):
        worth.add(Kind.BIRTH)
    return frozenset(worth)


def _upn_value(letter: str) -> int:
    return int(letter) if letter.isdecimal() else _UPN_LETTERS.index(letter)


def _only_figures(words: str) -> str:
    return "".join(letter for letter in words if letter.isdecimal())


def _anything(_words: str, _lists: NameLists) -> bool:
    return True


def _is_nhs(words: str, _lists: NameLists) -> bool:
    return is_nhs_number(_only_figures(words))


def _is_phone(words: str, _lists: NameLists) -> bool:
    """Landlines, mobiles, and numbers with a country's code; what begins 03, 08 or 09 is a service or an office."""
    if any(len(group) < 2 for group in re.findall(r"\d+", words.replace("(0)", ""))):
        return False
    figures = _only_figures(words)
    if words.startswith("+"):
        return True
    return len(figures) == 11 or (len(figures) == 10 and figures.startswith("01") and not words.isdecimal())


def _is_somebodys(address: str, lists: NameLists) -> bool:
    """The address of an office is no person's."""
    return re.split(r"[.\-_+\d@]", address.lower(), maxsplit=1)[0] not in lists.offices


def _by_start(one: Pattern) -> tuple[int, int]:
    return one.start, -one.end


_UPN = re.compile(r"[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]", re.IGNORECASE)
_SHAPES: Sequence[tuple[Kind, re.Pattern[str], Callable[[str, NameLists], bool]]] = (
    (Kind.UPN, re.compile(rf"\b(?:UPN:? )?(?P<it>{_UPN.pattern})\b", re.IGNORECASE), _anything),
    (
        Kind.NHS,
        re.compile(
            r"\b(?:NHS (?:number|no\.?):? )?(?<![\d.,/])(?P<it>[3-9]\d\d([ \-]?)\d{3}\2\d{4})(?![\d/]|[.,]\d)\b"
        ),
        _is_nhs,
    ),
    (
        Kind.INSURANCE,
        re.compile(r"\b(?P<it>[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D])\b"),
        _anything,
    ),
    (
        Kind.PHONE,
        re.compile(
            r"(?<![\w.,/+\-])(?P<it>\+\d{1,3}(?: ?\(0\))?(?:[ \-]?\d){8,12}"
            r"|\(0[127]\d{1,4}\)(?:[ \-]?\d){5,8}|0(?=[127])(?:\d[ \-]?){8,9}\d)(?![\w/]|[.,]\d)"
        ),
        _is_phone,
    ),
    (
        Kind.E_MAIL,
        re.compile(r"(?<![\w.])(?P<it>[\w][\w.+'\-]{0,63}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,5})(?!\w)"),
        _is_somebodys,
    ),
    (Kind.BIRTH, re.compile(rf"(?<!\w){_BIRTH}(?: (?:is|was|on))?[:,]? (?P<it>{_DATE})", re.IGNORECASE), _anything),
    (Kind.BIRTH, re.compile(rf"(?<![\d/.])(?P<it>{_DATE}) ?\({_BIRTH}\)", re.IGNORECASE), _anything),
)
