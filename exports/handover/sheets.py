"""Lists as a spreadsheet (XLSX), those of a handover among them: a sheet for each list, every text typed as text, so
no cell can be a formula.

Excel keeps 32,767 UTF-16 units in a cell: a longer
text goes on in the rows below, whose first cell says so.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from exports.handover.comma_separated import harmless
from exports.handover.read_sheets import read_sheets
from exports.handover.word import cover
from exports.handover.workbook import GUARDED_LOOK, HEADER_LOOK, MAIN, TEXT_LOOK, Texts, fixed_parts, sheet_names
from exports.whole_file import write_whole
from exports.word.markup import DECLARATION
from exports.word.package import packed
from exports.word.properties import core_part
from visitapp.domain.handed_lists import Cell, HandedList, Row
from visitapp.domain.handover import Handover
from visitapp.domain.report import Report
from visitapp.domain.text import clean, first_words
from visitapp.errors import ExportError

MOST_UNITS = 32_767
_PIECE = 16_000
_LEAST_WIDTH, _MOST_WIDTH = 9, 64
_FROZEN = (
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/>'
)
_PAPER = (
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
    "<headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter>"
)


def handover_sheets(handover: Handover) -> bytes:
    """Return a handover as the bytes of an XLSX file, read back; raises ExportError when a text would be missing."""
    return sheets(handover.all_lists(), cover(handover))


def write_lists(lists: Sequence[HandedList], about: Report, path: Path) -> None:
    """Write lists as an XLSX file at `path`, read back first; `about` is what the file says of itself.

    Raises ExportError when a text would be missing, or when the disk or another program refuses; an older file is
    then as it was.
    """
    write_whole(path, sheets(lists, about))


def sheets(lists: Sequence[HandedList], about: Report) -> bytes:
    """Return lists as the bytes of an XLSX file, read back; raises ExportError when a text would be missing."""
    grids = [(one.header, *_fitted(one)) for one in lists]
    texts = Texts()
    names = sheet_names(one.title for one in lists)
    parts = fixed_parts(names, [_area(grid, "$") for grid in grids], core_part(about))
    parts |= {f"xl/worksheets/sheet{number}.xml": _sheet(texts, grid, number) for number, grid in enumerate(grids, 1)}
    parts["xl/sharedStrings.xml"] = texts.part()
    content = packed(parts)
    _prove(dict(zip(names, lists, strict=True)), read_sheets(content))
    return content


def _fitted(handed: HandedList) -> Iterator[Row]:
    for row in handed.rows:
        pieces = list(map(_pieces, row))
        for number, line in enumerate(zip_longest(*pieces, fillvalue=""), 1):
            yield line if number == 1 or line[0] else (f"{row[0]} continued {number}", *line[1:])


def _pieces(cell: Cell) -> Sequence[Cell]:
    if isinstance(cell, int | float):
        return [cell]
    text = clean(cell)
    if len(text) <= _PIECE or len(text.encode("utf-16-le")) <= 2 * MOST_UNITS:
        return [text]
    return [text[start : start + _PIECE] for start in range(0, len(text), _PIECE)]


def _sheet(texts: Texts, grid: Sequence[Row], number: int) -> bytes:
    area = _area(grid)
    chosen = ' tabSelected="1"' if number == 1 else ""
    header, *rows = grid
    written = "".join(_row(texts, place, row) for place, row in enumerate(rows, 2))
    return (
        f'{DECLARATION}<worksheet xmlns="{MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="{area}"/>'
        f'<sheetViews><sheetView{chosen} workbookViewId="0">{_FROZEN}</sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{_columns(grid)}</cols><sheetData>'
        f'{_row(texts, 1, header, HEADER_LOOK)}{written}</sheetData><autoFilter ref="{area}"/>{_PAPER}</worksheet>'
    ).encode()


def _row(texts: Texts, number: int, row: Row, look: int = TEXT_LOOK) -> str:
    cells = "".join(
        _cell(texts, f"{_letters(place)}{number}", cell, look) for place, cell in enumerate(row) if cell != ""
    )
    return f'<row r="{number}">{cells}</row>'


def _cell(texts: Texts, name: str, cell: Cell, look: int) -> str:
    if isinstance(cell, int | float):
        return f'<c r="{name}" s="{look}"><v>{cell}</v></c>'
    text = clean(cell)
    kept = GUARDED_LOOK if harmless(text) != text else look
    return f'<c r="{name}" s="{kept}" t="s"><v>{texts.number(text)}</v></c>'


def _columns(grid: Sequence[Row]) -> str:
    widths = (max(_width(cell) for cell in column) for column in zip(*grid, strict=True))
    return "".join(
        f'<col min="{place}" max="{place}" width="{width + 2}" customWidth="1"/>'
        for place, width in enumerate(widths, 1)
    )


def _width(cell: Cell) -> int:
    longest = max(map(len, str(cell)[:1000].split("\n")))
    return min(_MOST_WIDTH, max(_LEAST_WIDTH, longest + 2))


def _area(grid: Sequence[Row], fixed: str = "") -> str:
    return f"{fixed}A{fixed}1:{fixed}{_letters(len(grid[0]) - 1)}{fixed}{len(grid)}"


def _letters(place: int) -> str:
    """Return the name of a column, counted from 0: A to Z, then AA."""
    before, last = divmod(place, 26)
    return (_letters(before - 1) if before else "") + chr(ord("A") + last)


def _prove(lists: dict[str, HandedList], found: dict[str, list[list[Cell]]]) -> None:
    if list(found) != list(lists):
        raise ExportError(_sentence("a sheet"))
    for name, handed in lists.items():
        _prove_rows((handed.header, *handed.rows), found[name])


def _prove_rows(wanted: Sequence[Row], found: list[list[Cell]]) -> None:
    rows = iter(found)
    for row in wanted:
        texts = [clean(cell) if isinstance(cell, str) else cell for cell in row]
        joined = _filled(next(rows, []), len(texts))
        while any(_goes_on(text, cell) for text, cell in zip(texts, joined, strict=True)):
            joined = _joined(texts, joined, _filled(next(rows, []), len(texts)))
        if joined != texts:
            raise ExportError(_sentence(" ".join(map(str, texts))))
    if next(rows, None) is not None:
        raise ExportError(_sentence("a row"))


def _goes_on(text: Cell, cell: Cell) -> bool:
    """Say whether a cell holds only the first pieces of a text."""
    both = isinstance(text, str) and isinstance(cell, str)
    return both and 0 < len(str(cell)) < len(str(text)) and len(str(cell)) % _PIECE == 0


def _joined(texts: Sequence[Cell], before: Sequence[Cell], more: Sequence[Cell]) -> list[Cell]:
    """Return cells with what goes on in the row below; a text that is already whole stays as it is."""
    if not any(more):
        raise ExportError(_sentence(" ".join(map(str, texts))))
    return [
        f"{cell}{added}" if _goes_on(text, cell) else cell
        for text, cell, added in zip(texts, before, more, strict=True)
    ]


def _filled(row: list[Cell], columns: int) -> list[Cell]:
    return [*row, *[""] * (columns - len(row))]


def _sentence(text: str) -> str:
    return (
        "Your text is safe in Visitapp, but the spreadsheet would not hold all of it: "
        f"\u201c{first_words(text, 60)}\u201d is missing or different. Nothing was written."
    )
