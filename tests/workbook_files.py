"""Excel workbooks as tests want them: made by openpyxl, or part by part, so that any of them can be spoiled."""

import zipfile
from xml.sax.saxutils import escape, quoteattr

from openpyxl import Workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
ASP_ROWS = (
    ("Analyse school performance",),
    ("Key stage 2 for your schools", None, "Confidential until released"),
    (),
    ("URN", "School", "Cohort", "RWM %", "Phonics %", "Published"),
)
SCHOOLS = ((115850, "Alton Infant School", 41, 0.64, 82), (115851, "Anstey Junior School", 60, "SUPP", 90.5))


def saved(path, *sheets, hidden=(), percent=()):
    """Save sheets, each a name and its rows, with openpyxl; cells of `percent` columns are formatted so."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        sheet.sheet_state = "hidden" if name in hidden else "visible"
        for letter in percent:
            for cell in sheet[letter]:
                cell.number_format = "0%"
    book.save(path)
    return path


def asp_like(path, rows=SCHOOLS):
    """Save a workbook as performance services export them: titles above the columns, a cover and a hidden list."""
    from datetime import datetime

    book = Workbook()
    cover = book.active
    cover.title = "About"
    cover.append(["This file was made for one school."])
    sheet = book.create_sheet("Results")
    for row in (*ASP_ROWS, *((*one, datetime(2025, 12, 11)) for one in rows)):
        sheet.append(list(row))
    sheet.merge_cells("A1:F1")
    for cell in sheet["D"][4:]:
        cell.number_format = "0%"
    lists = book.create_sheet("Lists")
    for row in (("Code", "Meaning"), ("SUPP", "Suppressed")):
        lists.append(row)
    lists.sheet_state = "hidden"
    book.save(path)
    return path


def sheet_of(*rows, dimension=""):
    """Return the markup of a sheet from the markup of its cells, row by row."""
    lines = "".join(f'<row r="{number}">{"".join(cells)}</row>' for number, cells in enumerate(rows, 1))
    return f'<worksheet xmlns="{MAIN}">{dimension}<sheetData>{lines}</sheetData></worksheet>'


def text(place, said):
    """Return a cell with a text of its own."""
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(said)}</t></is></c>'


def numbered(place, number):
    """Return a cell with one of the shared texts."""
    return f'<c r="{place}" t="s"><v>{number}</v></c>'


def parts_of(sheet, *, texts="", styles="", name="Data", extra=()):
    """Return the parts of a workbook with one sheet by their names."""
    links = [("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")]
    held = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{sort}" Target="{target}"/>'
        for number, (sort, target) in enumerate(links, 1)
        if sort == "worksheet" or (texts if sort == "sharedStrings" else styles)
    )
    found = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/xl/workbook.xml" ContentType="{SHEET_TYPE}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        f'<sheet name={quoteattr(name)} sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{held}</Relationships>',
        "xl/worksheets/sheet1.xml": sheet,
    }
    if texts:
        found["xl/sharedStrings.xml"] = texts
    if styles:
        found["xl/styles.xml"] = styles
    return found | dict(extra)


def texts_of(*said):
    """Return the markup of shared texts."""
    items = "".join(f"<si><t>{escape(one)}</t></si>" for one in said)
    return f'<sst xmlns="{MAIN}">{items}</sst>'


def styles_of(*codes):
    """Return the markup of styles, one for each code of a number format."""
    formats = "".join(f'<numFmt numFmtId="{200 + at}" formatCode={quoteattr(one)}/>' for at, one in enumerate(codes))
    used = "".join(f'<xf numFmtId="{200 + at}"/>' for at, _ in enumerate(codes))
    return f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><cellXfs>{used}</cellXfs></styleSheet>'


def packed(path, parts):
    """Write parts as they are, by their names."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path
