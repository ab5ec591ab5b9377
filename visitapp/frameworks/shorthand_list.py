"""Reads the starting list of abbreviations."""

from functools import cache

from visitapp.domain.shorthand import usable
from visitapp.errors import FrameworkError
from visitapp.frameworks.toml_files import read_toml
from visitapp.paths import resource


@cache
def starting_shorthand() -> dict[str, str]:
    """Return the abbreviations the program brings, in small letters, with their meanings.

    Raises FrameworkError when the file is missing or an entry cannot be used.
    """
    path = resource("shorthand/school-words.toml")
    table = read_toml(path)
    words = table.get("words")
    if not isinstance(words, dict) or not isinstance(table.get("version"), str):
        raise FrameworkError(f"{path.name}: expected a version and a table of words")
    found = {str(short): str(meaning) for short, meaning in words.items()}
    if set(usable(found)) != set(found):
        raise FrameworkError(f"{path.name}: expected abbreviations of one word, with meanings that hold no other one")
    return found
