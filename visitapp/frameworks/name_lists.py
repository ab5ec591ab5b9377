"""Reads the lists of names and of words beside them into a domain value."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from visitapp.domain.naming.lists import NameLists, key
from visitapp.errors import FrameworkError
from visitapp.paths import resource

_SECTION = re.compile(r"\[(.+)\]")
_VERSION = re.compile(r"^# version: (\S+)$", re.MULTILINE)


@cache
def load_name_lists() -> NameLists:
    """Return the lists that come with the program. Raises FrameworkError when a file is missing or broken."""
    folder = resource("names")
    hidden = dict(_sections(folder / "not_names.txt"))
    signs = dict(_sections(folder / "signs.txt"))
    roles = dict(line.partition(" = ")[::2] for line in signs["roles"])
    phrases = [phrase for lines in hidden.values() for line in lines for phrase in _parts(line)]
    phrases += [role for role in roles if " " in role]
    return NameLists(
        origins={name: _keys(lines) for name, lines in _sections(folder / "given.txt")},
        surname_origins={name: _keys(lines) for name, lines in _sections(folder / "surnames.txt")},
        ordinary=frozenset().union(*(_keys(lines) for _, lines in _sections(folder / "ordinary.txt"))),
        hidden=frozenset(tuple(key(word.strip(",.")) for word in phrase.split()) for phrase in phrases),
        calendar=_singles(hidden["calendar"]),
        titles=_signs(signs["titles"]),
        roles=roles,
        done_by=_signs(signs["done by people"]),
        leading=_signs(signs["leading to people"]),
        not_by=_signs(signs["not by people"]),
        after_place=_signs(signs["after a place or a group"]),
        words_too=_signs(signs["names that are words too"]),
        namesakes=_singles(hidden["calendar"] + hidden["places"]),
        only_people=_signs(signs["done only by people"]),
        asking=_signs(signs["done to people"]),
        unnamed=_signs(signs["people without names"]),
        small=_signs(signs["small words that begin sentences"]),
        offices=_signs(signs["addresses of no one person"]),
    )


def version_of(path: Path) -> str:
    """Return the version a list says it has. Raises FrameworkError when it says none."""
    found = _VERSION.search(path.read_text(encoding="utf-8"))
    if found is None:
        raise FrameworkError(f"{path.name}: expected a line “# version: 1” at its head")
    return found.group(1)


def _sections(path: Path) -> Iterator[tuple[str, list[str]]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FrameworkError(f"{path.name}: expected a text file in UTF-8 that can be read") from error
    name, lines = "", list[str]()
    for line in text.splitlines():
        found = _SECTION.fullmatch(line)
        if found:
            if lines:
                yield name, lines
            name, lines = found.group(1), []
        elif line.strip() and not line.startswith("#"):
            lines.append(line)
    yield name, lines


def _keys(lines: list[str]) -> frozenset[str]:
    return frozenset(key(word) for line in lines for word in line.split())


def _parts(line: str) -> list[str]:
    return [part.strip() for part in line.split(";") if part.strip()]


def _singles(lines: list[str]) -> frozenset[str]:
    return frozenset(key(part) for line in lines for part in _parts(line) if " " not in part)


def _signs(lines: list[str]) -> frozenset[str]:
    return frozenset(key(part) for line in lines for part in _parts(line))
