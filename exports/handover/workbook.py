"""The fixed parts of a spreadsheet file: what it is made of, its looks, its sheets by name, its properties."""

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from exports.word.markup import DECLARATION, escaped
from exports.word.theme import theme_part
from visitapp.domain.text import one_line

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TEXT_LOOK, HEADER_LOOK, GUARDED_LOOK = 0, 1, 2
"""Cell looks: a text; a name at the head of a column; a text that stays one even when somebody edits it."""

_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ALIGNED = '<alignment vertical="top" wrapText="1"/>'
_HEADER_FILL, _HEADER_INK = "FF2A439E", "FFFFFFFF"


def sheet_names(titles: Iterable[str]) -> list[str]:
    """Return titles as sheets may be named: at most 31 characters, each unlike every other."""
    names: list[str] = []
    for title in titles:
        plain = one_line(_NOT_IN_SHEET_NAMES.sub(" ", title)).strip("' ")[:_LONGEST_NAME].strip("' ") or "Sheet"
        taken, name, number = {one.casefold() for one in names}, plain, 1
        while name.casefold() in taken:
            number += 1
            name = f"{plain[: _LONGEST_NAME - len(str(number)) - 1]} {number}"
        names.append(name)
    return names


class Texts:
    """The texts of a spreadsheet, each kept once and named in its cells by number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._used = 0

    def number(self, text: str) -> int:
        """Return the number of a text, counted from 0."""
        self._used += 1
        return self._numbers.setdefault(text, len(self._numbers))

    def part(self) -> bytes:
        """Return xl/sharedStrings.xml; what looks like the escape of a character is itself escaped (22.9.2.19)."""
        listed = "".join(
            f'<si><t xml:space="preserve">{escape(_LOOKS_ESCAPED.sub("_x005F_", text))}</t></si>'
            for text in self._numbers
        )
        counts = f'count="{self._used}" uniqueCount="{len(self._numbers)}"'
        return f'{DECLARATION}<sst xmlns="{MAIN}" {counts}>{listed}</sst>'.encode()


def fixed_parts(names: Sequence[str], areas: Sequence[str], core: bytes) -> dict[str, bytes]:
    """Return every part but the sheets; `areas` are their cells, such as $A$1:$D$9, `core` is docProps/core.xml."""
    return {
        "[Content_Types].xml": _content_types(len(names)),
        "_rels/.rels": _relations(
            ("officeDocument", "xl/workbook.xml"),
            ("extended-properties", "docProps/app.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "xl/workbook.xml": _workbook(names, areas),
        "xl/_rels/workbook.xml.rels": _relations(
            *(("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(names) + 1)),
            ("styles", "styles.xml"),
            ("sharedStrings", "sharedStrings.xml"),
            ("theme", "theme/theme1.xml"),
        ),
        "xl/styles.xml": _styles(),
        "xl/theme/theme1.xml": theme_part(),
        "docProps/core.xml": core,
        "docProps/app.xml": _program(),
    }


def _content_types(sheets: int) -> bytes:
    kinds = {
        "/xl/workbook.xml": f"{_SHEET}.sheet.main+xml",
        **{f"/xl/worksheets/sheet{number}.xml": f"{_SHEET}.worksheet+xml" for number in range(1, sheets + 1)},
        "/xl/styles.xml": f"{_SHEET}.styles+xml",
        "/xl/sharedStrings.xml": f"{_SHEET}.sharedStrings+xml",
        "/xl/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    listed = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    ).encode()


def _relations(*links: tuple[str, str]) -> bytes:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{kind if "://" in kind else f"{_LINKS}/{kind}"}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'.encode()


def _workbook(names: Sequence[str], areas: Sequence[str]) -> bytes:
    sheets = "".join(
        f'<sheet name="{escaped(name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, 1)
    )
    filters, headers = [], []
    for place, (name, area) in enumerate(zip(names, areas, strict=True)):
        quoted = escaped("'" + name.replace("'", "''") + "'")
        filters.append(
            f'<definedName name="_xlnm._FilterDatabase" localSheetId="{place}" hidden="1">'
            f"{quoted}!{area}</definedName>"
        )
        headers.append(f'<definedName name="_xlnm.Print_Titles" localSheetId="{place}">{quoted}!$1:$1</definedName>')
    return (
        f'{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{_LINKS}"><bookViews><workbookView/></bookViews>'
        f"<sheets>{sheets}</sheets><definedNames>{''.join(filters + headers)}</definedNames></workbook>"
    ).encode()


def _styles() -> bytes:
    font = '<sz val="11"/>{ink}<name val="Calibri"/><family val="2"/>'
    fill = f'<fill><patternFill patternType="solid"><fgColor rgb="{_HEADER_FILL}"/></patternFill></fill>'
    plain = font.format(ink="")
    bold = "<b/>" + font.format(ink=f'<color rgb="{_HEADER_INK}"/>')
    return (
        f'{DECLARATION}<styleSheet xmlns="{MAIN}"><fonts count="2"><font>{plain}</font>'
        f'<font>{bold}</font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill>'
        f'<fill><patternFill patternType="gray125"/></fill>{fill}</fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="3"><xf {_look(0, 0)} applyAlignment="1">{_ALIGNED}</xf>'
        f'<xf {_look(1, 2)} applyFont="1" applyFill="1" applyAlignment="1">{_ALIGNED}</xf>'
        f'<xf {_look(0, 0)} quotePrefix="1" applyAlignment="1">{_ALIGNED}</xf></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ).encode()


def _look(font: int, fill: int) -> str:
    return f'numFmtId="0" fontId="{font}" fillId="{fill}" borderId="0" xfId="0"'


def _program() -> bytes:
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{DECLARATION}<Properties xmlns="{namespace}"><Application>Visitapp</Application></Properties>'.encode()
