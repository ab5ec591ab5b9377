"""Charts as Word's own: bars that can be edited, with their figures in a small workbook that holds nothing else."""

from collections.abc import Mapping, Sequence
from itertools import count

from exports.word import wording
from exports.word.markup import DECLARATION, escaped, field, paragraph, run
from exports.word.package import packed
from exports.word.styles import FONT, TEXT_WIDTH
from visitapp.domain.framework import ReportLook
from visitapp.domain.report import Chart, Report, Table

Parts = dict[str, bytes]
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_CHART = f"{_DRAWING}/chart"
_MAIN = f"{_DRAWING}/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WIDTH, _HEIGHT = 5_700_000, 2_500_000
"""In units of which 360,000 make a centimetre."""
_TWENTIETH = 635
_FIRST_PICTURE = 5_000
_INK = "1F2430"


def figure(table: Table, number: int, room: int = TEXT_WIDTH) -> str:
    """Return the chart of a table and its caption: Figure 1: what is counted, and of what.

    `room` is the width of a line in twentieths of a point.
    """
    assert table.chart is not None
    words = run("Figure ") + field("SEQ Figure \\* ARABIC", str(number))
    named = paragraph("Caption", words + run(f": {wording.figure_title(table.chart)}"))
    name, alt = escaped(f"Figure {number}"), escaped(wording.figure_words(table))
    return named + paragraph(
        "Normal",
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" '
        f'distR="0"><wp:extent cx="{min(_WIDTH, room * _TWENTIETH)}" cy="{_HEIGHT}"/>'
        f'<wp:docPr id="{_FIRST_PICTURE + number}" name="{name}" descr="{alt}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_MAIN}"><a:graphicData uri="{_CHART}">'
        f'<c:chart xmlns:c="{_CHART}" r:id="{_link(number)}"/></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>",
    )


def with_charts(parts: Mapping[str, bytes], report: Report, look: ReportLook, font: str = FONT) -> Parts:
    """Return the parts of a Word file with those of the report's charts and the links to them.

    `look` has the colours of the bars and lines, `font` is that of the words.
    """
    found = dict(parts)
    for number, table in zip(count(1), wording.charted(report), strict=False):
        found |= _parts(table, number, look, font)
        found["[Content_Types].xml"] = _added(found["[Content_Types].xml"], "Types", _types(number))
        name = "word/_rels/document.xml.rels"
        link = _relation(_link(number), "chart", f"charts/report{number}.xml")
        found[name] = _added(found[name], "Relationships", link)
    return found


def _parts(table: Table, number: int, look: ReportLook, font: str) -> Parts:
    data = _relation("rId1", "package", f"../embeddings/report{number}.xlsx")
    return {
        f"word/charts/report{number}.xml": _chart(table, look, font),
        f"word/charts/_rels/report{number}.xml.rels": _relations(data),
        f"word/embeddings/report{number}.xlsx": _workbook(table),
    }


def _link(number: int) -> str:
    return f"rIdChart{number}"


def _types(number: int) -> str:
    chart = f'<Override PartName="/word/charts/report{number}.xml" ContentType="{_CHART_TYPE}"/>'
    book = f'<Override PartName="/word/embeddings/report{number}.xlsx" ContentType="{_SHEET_TYPE}.sheet"/>'
    return chart + book


def _relation(link: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{link}" Type="{_LINKS}/{kind}" Target="{target}"/>'


def _relations(listed: str) -> bytes:
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'.encode()


def _added(part: bytes, element: str, more: str) -> bytes:
    before, end, after = part.rpartition(f"</{element}>".encode())
    return before + more.encode() + end + after


def _chart(table: Table, look: ReportLook, font: str) -> bytes:
    assert table.chart is not None
    bars, axes = _bars(wording.bar_names(table), table.chart, look.accent, font), _axes(table.chart, look.rule, font)
    return (
        f'{DECLARATION}<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{_MAIN}" xmlns:r="{_LINKS}"><c:date1904 val="0"/>'
        '<c:lang val="en-GB"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        "<c:plotArea><c:layout/>"
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>{bars}'
        f'<c:gapWidth val="60"/><c:axId val="111"/><c:axId val="222"/></c:barChart>{axes}</c:plotArea>'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    ).encode()


def _bars(names: Sequence[str], chart: Chart, colour: str, font: str) -> str:
    last = len(names) + 1
    return (
        '<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escaped(chart.unit)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f'<c:spPr><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>'
        f"<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_text(font)}"
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f><c:strCache>{_points(names)}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>Sheet1!$B$2:$B${last}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f"{_points([f'{value:g}' for value in chart.values])}</c:numCache></c:numRef></c:val></c:ser>"
    )


def _points(texts: Sequence[str]) -> str:
    points = (f'<c:pt idx="{place}"><c:v>{escaped(text)}</c:v></c:pt>' for place, text in enumerate(texts))
    return f'<c:ptCount val="{len(texts)}"/>{"".join(points)}'


def _axes(chart: Chart, rule: str, font: str) -> str:
    """Return the axes; that of the values begins at 0, or bars would mislead."""
    line = f'<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="{rule}"/></a:solidFill></a:ln></c:spPr>'
    ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
    title = (
        '<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB" sz="1000" b="0"/>'
        f'<a:t>{escaped(chart.unit)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
    )
    return (
        '<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>{ticks}{_text(font)}'
        '<c:crossAx val="222"/><c:crosses val="autoZero"/></c:catAx>'
        '<c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="b"/><c:majorGridlines>{line}</c:majorGridlines>{title}'
        f'<c:numFmt formatCode="General" sourceLinked="0"/>{ticks}{_text(font)}'
        '<c:crossAx val="111"/><c:crosses val="max"/></c:valAx>'
    )


def _text(font: str) -> str:
    look = f'<a:solidFill><a:srgbClr val="{_INK}"/></a:solidFill><a:latin typeface="{escaped(font)}"/>'
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1000" b="0">{look}</a:defRPr></a:pPr>'
        '<a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    )


def _workbook(table: Table) -> bytes:
    assert table.chart is not None
    rows = [_sheet_row(1, "", table.chart.unit)]
    named = zip(wording.bar_names(table), table.chart.values, strict=True)
    rows += [_sheet_row(number, name, value) for number, (name, value) in enumerate(named, 2)]
    kind = "application/vnd.openxmlformats-package.relationships+xml"
    return packed(
        {
            "[Content_Types].xml": (
                f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
                f'<Default Extension="rels" ContentType="{kind}"/>'
                f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/>'
                f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SHEET_TYPE}.worksheet+xml"/></Types>'
            ).encode(),
            "_rels/.rels": _relations(_relation("rId1", "officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": (
                f'{DECLARATION}<workbook xmlns="{_SHEET}" xmlns:r="{_LINKS}"><sheets>'
                '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
            ).encode(),
            "xl/_rels/workbook.xml.rels": _relations(_relation("rId1", "worksheet", "worksheets/sheet1.xml")),
            "xl/worksheets/sheet1.xml": (
                f'{DECLARATION}<worksheet xmlns="{_SHEET}"><sheetData>{"".join(rows)}</sheetData></worksheet>'
            ).encode(),
        }
    )


def _sheet_row(number: int, name: str, value: str | float) -> str:
    held = f'<c r="B{number}"><v>{value:g}</v></c>' if isinstance(value, float | int) else _cell("B", number, value)
    return f'<row r="{number}">{_cell("A", number, name)}{held}</row>'


def _cell(column: str, number: int, text: str) -> str:
    return f'<c r="{column}{number}" t="inlineStr"><is><t>{escaped(text)}</t></is></c>'
