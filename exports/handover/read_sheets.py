"""What a spreadsheet file (XLSX) really holds, read without trust in whatever wrote it."""

import re
from typing import Any, TypeAlias

from lxml import etree

from exports.handover.workbook import MAIN
from exports.word.package import unpacked
from visitapp.domain.handed_lists import Cell
from visitapp.errors import ExportError

_Element: TypeAlias = Any  # lxml comes without types

_S = f"{{{MAIN}}}"
_REFERENCE = re.compile(r"([A-Z]+)(\d+)")
_WHOLE = re.compile(r"-?\d+")
_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read_sheets(content: bytes) -> dict[str, list[list[Cell]]]:
    """Return the cells of every sheet by its name, row by row, an empty cell as an empty text.

    Raises ExportError when the bytes are no spreadsheet, or when any cell is a formula.
    """
    try:
        parts = unpacked(content)
        workbook = _parsed(parts["xl/workbook.xml"])
        names = [sheet.get("name") for sheet in workbook.iter(f"{_S}sheet")]
        texts = [_text(one) for one in _parsed(parts["xl/sharedStrings.xml"]).iter(f"{_S}si")]
        sheets = [_parsed(parts[f"xl/worksheets/sheet{number}.xml"]) for number in range(1, len(names) + 1)]
        return {name: _rows(sheet, texts) for name, sheet in zip(names, sheets, strict=True)}
    except (ExportError, LookupError, ValueError, TypeError, etree.XMLSyntaxError) as fault:
        raise ExportError("Your text is safe in Visitapp. The spreadsheet is damaged and cannot be read.") from fault


def _parsed(part: bytes) -> _Element:
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def _rows(sheet: _Element, texts: list[str]) -> list[list[Cell]]:
    if sheet.find(f".//{_S}f") is not None:
        raise ExportError("A cell is a formula.")
    rows: list[list[Cell]] = []
    for row in sheet.iter(f"{_S}row"):
        rows += [[] for _ in range(int(row.get("r")) - len(rows) - 1)]
        rows.append(_cells(row, texts))
    return rows


def _cells(row: _Element, texts: list[str]) -> list[Cell]:
    cells: list[Cell] = []
    for cell in row.iter(f"{_S}c"):
        place = _place(cell.get("r"))
        cells += [""] * (place - len(cells))
        cells.append(_value(cell, texts))
    return cells


def _value(cell: _Element, texts: list[str]) -> Cell:
    said = cell.findtext(f"{_S}v")
    if cell.get("t") == "s":
        return texts[int(said)]
    if _NUMBER.fullmatch(said) is None:
        raise ValueError(said)
    return int(said) if _WHOLE.fullmatch(said) else float(said)


def _text(string: _Element) -> str:
    text = "".join(piece.text or "" for piece in string.iter(f"{_S}t"))
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text)


def _place(reference: str) -> int:
    """Return the column of a cell, counted from 0."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        raise ValueError(reference)
    place = 0
    for letter in found.group(1):
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
