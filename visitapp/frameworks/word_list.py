"""Reads the list of words the spelling is looked up in."""

from functools import cache

from visitapp.domain.spelling.word_list import WordList
from visitapp.errors import FrameworkError
from visitapp.paths import resource

_OF_SCHOOLS = 35


@cache
def load_word_list() -> WordList:
    """Return the words that come with the program. Raises FrameworkError when a file is missing or broken."""
    folder = resource("spelling")
    try:
        lines = (folder / "words.txt").read_bytes()
        schools = (folder / "school-words.txt").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FrameworkError(f"{folder.name}: expected lists of words; {error}") from error
    if not lines.endswith(b"\n"):
        raise FrameworkError(f"{folder.name}/words.txt: expected a word a line, each with how rare it is")
    written = " ".join(line for line in schools.splitlines() if not line.startswith("#"))
    return WordList(lines, dict.fromkeys(written.split(), _OF_SCHOOLS))
