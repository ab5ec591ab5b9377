"""Reads what the style aid listens for."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from visitapp.domain.style.lists import StyleLists
from visitapp.errors import FrameworkError
from visitapp.frameworks.toml_files import read_toml
from visitapp.paths import resource


@cache
def load_style_lists() -> StyleLists:
    """Return the lists that come with the program. Raises FrameworkError when a file is missing or broken."""
    folder = resource("style")
    sentences = _table(folder / "sentences.toml", "vague", "describing")
    spelling = _table(folder / "spelling.toml", "words", "families", "names_too", "computing")
    short = _table(folder / "abbreviations.toml", "words", "plain", "said_loudly")
    lists = {
        name: _words(folder, part, name) for part in (sentences["vague"], sentences["describing"]) for name in part
    }
    try:
        return StyleLists(
            **lists,
            american=dict(_spellings(folder, spelling)),
            names_too=frozenset(_words(folder, spelling, "names_too")),
            computing=_words(folder, spelling, "computing"),
            short_forms={str(one): str(words) for one, words in short["words"].items()},
            plain=frozenset(_words(folder, short, "plain")),
            said_loudly=frozenset(_words(folder, short, "said_loudly")),
        )
    except TypeError as error:
        raise FrameworkError(f"{folder.name}/sentences.toml: expected lists that are known; {error}") from error


def _table(path: Path, *needed: str) -> dict[str, Any]:
    table: dict[str, Any] = read_toml(path)
    if not isinstance(table.get("version"), str) or not all(name in table for name in needed):
        raise FrameworkError(f"{path.name}: expected a version, {', '.join(needed)}")
    return table


def _words(folder: Path, table: dict[str, Any], name: str) -> tuple[str, ...]:
    words = table[name]
    if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
        raise FrameworkError(f"{folder.name}: {name}: expected a list of words")
    return tuple(words)


def _spellings(folder: Path, table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for family in table["families"]:
        for stem in _stems(folder, family):
            for ending in family["endings"]:
                word = f"{stem}{family['american']}{ending}"
                if word not in family.get("except", ()):
                    yield word, f"{stem}{family['british']}{ending}"
    yield from table["words"].items()


def _stems(folder: Path, family: object) -> list[str]:
    needed = ("american", "british", "stems", "endings")
    if not isinstance(family, dict) or not all(name in family for name in needed):
        raise FrameworkError(f"{folder.name}/spelling.toml: expected families with {', '.join(needed)}")
    return [str(stem) for stem in family["stems"]]
