"""The fields a section of the report asks for, filled from the lines that stand there."""

import re
from collections.abc import Sequence

from visitapp.domain.framework import Option
from visitapp.domain.imported.catalogue import Asked, asked_as
from visitapp.domain.imported.days import only_day
from visitapp.domain.imported.likeness import plain
from visitapp.domain.imported.outline import Said
from visitapp.domain.imported.reading import Reading

_BETWEEN = re.compile(r"\s*[,;|\t]\s*|\s+[-\u2013]\s+")


def filled(asked: Sequence[Asked], said: Sequence[Said], reading: Reading) -> list[Said]:
    """Fill a section's fields from its lines: by label, by kind, then in order; return the lines no field took."""
    left = list(asked)
    texts = [line.strip() for one in said for line in one.whole().split("\n") if line.strip()]
    if len(texts) == 1 and len(left) > 1 and any(one.field.kind == "email" for one in left):
        texts = [one for one in _BETWEEN.split(texts[0]) if one]
    rest: list[str] = []
    for text in texts:
        field, value = _wanted(left, text)
        if field is None:
            rest.append(text)
        else:
            reading.answers[field.key] = (value, "")
            left.remove(field)
    return [Said(text) for text in rest]


def _wanted(left: Sequence[Asked], text: str) -> tuple[Asked | None, str]:
    label, colon, value = text.partition(":")
    named = asked_as(left, label) if colon and value.strip() else None
    if named is not None:
        return _valued(named, value.strip())
    for one in left:
        field, value = _valued(one, text)
        if field is not None and (one.field.kind in ("email", "choice", "date") or "@" not in text):
            return field, value
    return None, ""


def _valued(asked: Asked, text: str) -> tuple[Asked | None, str]:
    kind = asked.field.kind
    if kind == "choice":
        code = option_code(asked.field.options, text)
        return (asked, code) if code else (None, "")
    if kind == "date":
        day = only_day(text)
        return (asked, day) if day else (None, "")
    if kind == "email" and "@" not in text:
        return None, ""
    return asked, text


def option_code(options: Sequence[Option], text: str) -> str:
    """Return the code of the option a text says, empty when it says none."""
    return next((one.code for one in options if plain(text) in (plain(one.label), plain(one.code))), "")
