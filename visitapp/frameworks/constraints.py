"""What single values in a framework file must look like, each with its expectation in plain words."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from visitapp.domain.framework import ReportLook


def expected(what: str) -> PydanticCustomError:
    """Return an error that completes the sentence "expected ..."."""
    return PydanticCustomError("expected", "{what}", {"what": what})


def _matching(pattern: str, what: str) -> AfterValidator:
    compiled = re.compile(pattern)

    def check(value: str) -> str:
        if not compiled.fullmatch(value):
            raise expected(what)
        return value

    return AfterValidator(check)


def _pair(value: object) -> tuple[int, int]:
    if isinstance(value, list) and len(value) == 2 and all(type(one) is int for one in value):
        low, high = value
        if 0 <= low <= high:
            return low, high
    raise expected("two whole numbers, the first not larger than the second")


def _minute(value: object) -> int:
    found = re.fullmatch(r"([01]\d|2[0-3]):([0-5]\d)", value) if isinstance(value, str) else None
    if found is None:
        raise expected("a time such as 08:45")
    return int(found[1]) * 60 + int(found[2])


def _legible(value: str) -> str:
    accent = value.removeprefix("#").upper()
    if not ReportLook(accent).can_be_read():
        raise expected("a darker colour, one with a contrast of 4.5 to 1 on white and on its own tint")
    return accent


Code = Annotated[str, _matching(r"[a-z0-9]+(-[a-z0-9]+)*", "a code of small letters, digits and hyphens")]
Version = Annotated[str, _matching(r"[A-Za-z0-9]([A-Za-z0-9 ._-]*[A-Za-z0-9])?", "a version such as 2024-25")]
Tag = Annotated[str, _matching(r"[a-z][a-z0-9]*", "a tag: a small letter, then small letters or digits")]
Spoken = Annotated[
    str,
    _matching(r"[A-Za-z][A-Za-z0-9&'-]*( [A-Za-z0-9&'-]+)*", "a word or words typed after #, a letter first"),
]
Part = Annotated[
    str, _matching(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*", "names and codes with points between, such as enquiry.help")
]
Line = Annotated[str, _matching(r"(?!\s)[^\x00-\x1f]*[^\x00-\x1f\s]", "words on one line, no space at either end")]
Stem = Annotated[str, _matching(r"[^\x00-\x1f]*", "words on one line")]
Letter = Annotated[str, _matching(r"[a-z]", "one small letter")]
Years = Annotated[str, _matching(r"[1-9][0-9]?-[1-9][0-9]?", "a stretch of years such as 1-2")]
Key = Annotated[str, _matching(r"[A-Z]", "one capital letter")]
Prefix = Annotated[str, _matching(r"[^\w\s#]", "one sign such as +, not a letter, digit, space or #")]
Default = Annotated[
    str,
    _matching(
        r"=.*|(school|visit|reviewer)\.[a-z_]+|(estimate|fact)\.[a-z0-9-]+",
        "school., visit., reviewer., estimate. or fact. and a name, or = and words",
    ),
]
Accent = Annotated[
    str,
    _matching(r"#[0-9A-Fa-f]{6}", "a colour such as #1F5C57"),
    AfterValidator(_legible),
]
Tone = Literal["strength", "develop", "risk", "query", "neutral"]
Cover = Literal["rule", "band", "bar"]
HeaderRows = Literal["solid", "tint"]
FieldKind = Literal["text", "long", "date", "choice", "person", "email"]
KnownFrom = Literal["", "last-year", "this-year", "inspection-day", "inspection-outcome"]
Clock = Annotated[int, BeforeValidator(_minute)]
Pair = Annotated[tuple[int, int], BeforeValidator(_pair)]
YesNo = Annotated[bool, Field(strict=True)]
Count = Annotated[int, Field(strict=True, ge=0)]
Days = Annotated[int, Field(strict=True, ge=1, le=20)]
