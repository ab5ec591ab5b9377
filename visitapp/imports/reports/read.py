"""One file of a report, whatever it was written with, as lines."""

from pathlib import Path

from visitapp.domain.imported.lines import Line, Piece
from visitapp.imports.reports.layout import layout_of
from visitapp.imports.reports.plain_text import plain_lines
from visitapp.imports.reports.word_lines import word_lines
from visitapp.imports.word.document import opened
from visitapp.imports.word.package import content_of, refusal

ENDINGS = (".docx", ".txt", ".md")
MOST_LINES = 6_000
_PACKAGE = b"PK\x03\x04"


def read_pieces(path: Path) -> tuple[Piece, ...]:
    """Return the lines and tables of a Word or plain text file.

    Raises UnreadableFileError, whose message says first that nothing was changed, for any other or unsafe file.
    """
    content = content_of(path)
    if content.startswith(_PACKAGE) or path.suffix.lower() not in ENDINGS[1:]:
        document = opened(content)
        pieces = tuple(word_lines(document, layout_of(document)))
    else:
        pieces = tuple(plain_lines(content))
    if len(pieces) > MOST_LINES:
        raise refusal(f"it has more than {MOST_LINES:,} paragraphs", "Choose the report alone.")
    if not any(not isinstance(one, Line) or one.text.strip() for one in pieces):
        raise refusal("there are no words in it", "Choose the report itself.")
    return pieces


def reports_in(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the files named, and for a folder the files of reports in it and below, by name; never a lock file."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (one for one in path.rglob("*") if one.suffix.lower() in ENDINGS and one.is_file())
            found += sorted(one for one in inside if not one.name.startswith(("~$", ".")))
        else:
            found.append(path)
    return tuple(dict.fromkeys(found))
