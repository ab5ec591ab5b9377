"""The list of contents: links without page numbers, so that nothing in it can be out of date."""

from collections.abc import Sequence
from typing import NamedTuple

from exports.word.markup import field_end, field_start, link, paragraph, run
from exports.word.wording import CONTENTS

DEEPEST = 2
_FIELD = rf'TOC \o "1-{DEEPEST}" \h \z \u \n'


class Entry(NamedTuple):
    """One line: the level of its heading, the bookmark it leads to (may be empty) and its words."""

    level: int
    bookmark: str
    text: str


def contents(entries: Sequence[Entry]) -> str:
    """Return the heading and one line for each entry; all the lines are the result of one field."""
    lines = [link(entry.bookmark, entry.text) if entry.bookmark else run(entry.text) for entry in entries]
    lines[0] = field_start(_FIELD) + lines[0]
    lines[-1] += field_end()
    listed = (paragraph(f"Toc{entry.level}", line) for entry, line in zip(entries, lines, strict=True))
    return paragraph("TOCHeading", run(CONTENTS)) + "".join(listed)
