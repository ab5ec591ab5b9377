"""Tables that can be heard as well as seen: a header row that repeats, whole rows, words in every cell."""

from collections.abc import Sequence
from operator import ge

from exports.word.markup import escaped, field, paragraph, run
from exports.word.styles import TEXT_WIDTH
from exports.word.wording import is_short
from visitapp.domain.text import first_words

Ends = tuple[str, str]
_LOOK = {
    False: '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
    'w:noHBand="1" w:noVBand="1"/>',
    True: '<w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" '
    'w:noHBand="1" w:noVBand="1"/>',
}
_PADDING, _CHARACTER = 220, 128
_LONGEST_WORD, _LONGEST_COUNTED = 16, 90
_LONGEST_FIGURE = 14
_LONGEST_DESCRIPTION = 240


def table(
    grid: Sequence[Sequence[str]],
    title: str,
    ends: Sequence[Ends],
    widths: Sequence[float] = (),
    names_rows: bool = False,
    room: int = TEXT_WIDTH,
    has_figures: bool = False,
) -> str:
    """Return a table of a header row and rows, all equally long.

    `ends` are the bookmark ends of each row; they go round its first cell. `widths` are in any one unit; without
    them a column is as wide as its longest text asks. `names_rows`: the first column says what each row is about.
    `room` is the width of the whole in twentieths of a point. `has_figures`: all but the first column end at their
    right edge, so that figures stand below each other.
    """
    columns = figure_widths(grid, room) if has_figures else _column_widths(grid, widths, room)
    header, *rows = grid
    head = _row(_cells(columns, "TableHeading", [run(name) for name in header], right=has_figures), True)
    last = len(rows) if is_short(grid) else 0
    named = enumerate(zip(rows, ends, strict=True), 1)
    body = (_body_row(columns, row, row_ends, number < last, has_figures) for number, (row, row_ends) in named)
    return f"<w:tbl>{_properties(columns, title, header, names_rows)}{head}{''.join(body)}</w:tbl>"


def caption(number: int, text: str) -> str:
    """Return the line above a table: Table 2: Actions."""
    words = run("Table ") + field("SEQ Table \\* ARABIC", str(number))
    return paragraph("Caption", words + (run(f": {text}") if text else ""))


def _properties(columns: Sequence[int], title: str, header: Sequence[str], names_rows: bool) -> str:
    description = first_words(f"Columns: {', '.join(header)}.", _LONGEST_DESCRIPTION)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return (
        f'<w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{_LOOK[names_rows]}<w:tblCaption w:val="{escaped(title)}"/>'
        f'<w:tblDescription w:val="{escaped(description)}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def _body_row(columns: Sequence[int], texts: Sequence[str], ends: Ends, stays: bool, right: bool) -> str:
    start, end = ends
    contents = [run(text) for text in texts]
    contents[0] = start + contents[0] + end
    return _row(_cells(columns, "TableText", contents, stays=stays, right=right))


def _cells(
    columns: Sequence[int], style: str, contents: Sequence[str], *, stays: bool = False, right: bool = False
) -> list[str]:
    numbered = enumerate(zip(columns, contents, strict=True))
    return [_cell(width, style, cell, stays, right and place > 0) for place, (width, cell) in numbered]


def _row(cells: Sequence[str], header: bool = False) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(width: int, style: str, content: str, stays: bool, right: bool) -> str:
    text = paragraph(style, content, stays=stays, right=right)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{text}</w:tc>'


def _column_widths(grid: Sequence[Sequence[str]], widths: Sequence[float], room: int) -> list[int]:
    columns = list(zip(*grid, strict=True))
    fitting = len(widths) == len(columns) and all(width > 0 for width in widths)
    shared = _shared_out(room, widths) if fitting else []
    if fitting and (room >= TEXT_WIDTH or all(map(ge, shared, map(_word_width, columns)))):
        return shared
    return _widths_by_text(columns, room)


def figure_widths(grid: Sequence[Sequence[str]], room: int = TEXT_WIDTH) -> list[int]:
    """Return widths of columns of figures in twentieths of a point: a figure and what it is of stay on one line."""
    columns = list(zip(*grid, strict=True))
    return _widths_by_text(columns, room, [[_unparted(text) for text in texts] for texts in columns])


def _unparted(text: str) -> str:
    return text.replace(" ", "_") if len(text) <= _LONGEST_FIGURE and text[-1:] == ")" else text


def _widths_by_text(
    columns: Sequence[Sequence[str]], room: int, kept: Sequence[Sequence[str]] | None = None
) -> list[int]:
    """Return room for each column's longest word, then a share of what is left by the length of its texts; in `kept`
    are the same texts with nothing between words that stay on one line."""
    words = [_word_width(column) for column in kept or columns]
    left = room - sum(words)
    if left <= 0:
        return _shared_out(room, words)
    shares = _shared_out(left, [min(max(map(len, column)), _LONGEST_COUNTED) + 1 for column in columns])
    return [word + share for word, share in zip(words, shares, strict=True)]


def _word_width(column: Sequence[str]) -> int:
    longest = max((len(word) for text in column for word in text.split()), default=1)
    return _PADDING + _CHARACTER * min(longest, _LONGEST_WORD)


def _shared_out(width: int, shares: Sequence[float]) -> list[int]:
    return [int(width * share / sum(shares)) for share in shares]
