"""A report goes out without a barrier, and the check that says so finds barriers where there are some."""

import pytest

from tests.exports.accessibility_check import findings
from tests.exports.sample_reports import paired_report, partner_report, report_of
from tests.exports.word_files import altered, format_errors, written
from visitapp.domain.report import Bullet, Bullets, Paragraph, Table

_SHAPES = {
    "partner draft": partner_report(),
    "partner final": partner_report("FINAL", 2),
    "paired draft": paired_report("DRAFT", 1),
    "paired final": paired_report(),
    "one empty section": report_of(),
    "only a table": report_of(Table("t", "", ("A", "B"), (("", ""),), ("r",)), front=(("Name", ""),)),
    "blank texts": report_of(Paragraph("p", ""), Bullets((Bullet("b", " "),))),
}


@pytest.mark.parametrize("report", _SHAPES.values(), ids=_SHAPES)
def test_a_report_has_no_barrier(report, tmp_path):
    assert findings(written(report, tmp_path), report.status) == []


@pytest.mark.parametrize("report", _SHAPES.values(), ids=_SHAPES)
def test_a_report_keeps_to_the_format(report, tmp_path):
    assert format_errors(written(report, tmp_path)) == []


_STYLES, _SETTINGS, _CORE = "word/styles.xml", "word/settings.xml", "docProps/core.xml"
_DOCUMENT, _FOOTER = "word/document.xml", "word/footer1.xml"
_EMPTY = '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr></w:p>'
_TEXT = "<w:p><w:r><w:t>{}</w:t></w:r></w:p><w:sectPr>"
_BOLD = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Standards</w:t></w:r></w:p><w:sectPr>"
_FLOATING = (
    '<w:p><w:r><w:drawing><x:anchor xmlns:x="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"/></w:drawing></w:r></w:p><w:sectPr>'
)
_BARRIERS = [
    (_CORE, "<dc:title>", "<dc:title></dc:title><dc:title>", "no title"),
    (_CORE, "<dc:language>en-GB", "<dc:language>en-US", "British English"),
    (_CORE, "2026-05-05T", "yesterday", "cannot be read"),
    (_CORE, "<dc:creator>", "<dc:creator>python-docx ", "program library"),
    (_STYLES, 'w:lang w:val="en-GB"', 'w:lang w:val="en-US"', "marked as en-US"),
    (_STYLES, "2A439E", "9FB0E8", "too little contrast"),
    (_STYLES, '<w:sz w:val="24"/>', '<w:sz w:val="20"/>', "10.0 points"),
    (_SETTINGS, 'w:val="15"', 'w:val="14"', "compatibility mode"),
    (_SETTINGS, "<w:compat>", "<w:updateFields/><w:compat>", "update fields"),
    (_SETTINGS, "<w:compat>", "<w:trackRevisions/><w:compat>", "tracked: True"),
    (_DOCUMENT, '"Heading1"', '"Heading3"', "follows level 0"),
    (_DOCUMENT, '"Title"', '"Normal"', "0 titles"),
    (_DOCUMENT, "<w:sectPr>", f"{_EMPTY}<w:sectPr>", "a paragraph is empty"),
    (_DOCUMENT, "<w:sectPr>", _TEXT.format("- typed"), "typed bullet"),
    (_DOCUMENT, "<w:sectPr>", _TEXT.format("a     b"), "make a layout"),
    (_DOCUMENT, "<w:sectPr>", _BOLD, "instead of a heading"),
    (_DOCUMENT, "<w:sectPr>", _FLOATING, "holds a anchor"),
    (_DOCUMENT, "<w:sectPr>", "stray<w:sectPr>", "outside a run"),
    (_DOCUMENT, "<w:sectPr>", '<w:bookmarkStart w:id="1" w:name="rv_x"/><w:sectPr>', "once each"),
    (_DOCUMENT, 'w:name="rv_', 'w:name="1-', "would not keep"),
    (_DOCUMENT, "<w:tblHeader/>", "", "no header row"),
    (_DOCUMENT, "<w:cantSplit/>", "", "may break across pages"),
    (_DOCUMENT, "<w:tblCaption", "<w:tblNothing", "no title or no description"),
    (_DOCUMENT, "<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/>', "merged cells"),
    (_DOCUMENT, ">Moorside Hub<", "> <", "a table cell is empty"),
    (_DOCUMENT, 'w:anchor="rv_', 'w:anchor="gone_', "leads nowhere"),
    (_DOCUMENT, 'w:history="1"><w:r><w:t xml:space="preserve">', 'w:history="1"><w:r><w:t>http://x', "says nothing"),
    (_DOCUMENT, 'w:fldCharType="end"', 'w:fldCharType="separate"', "does not end"),
    (_DOCUMENT, 'w:w="11906"', 'w:w="12240"', "not A4"),
    (_DOCUMENT, '<w:pStyle w:val="ListBullet"/>', '<w:pStyle w:val="Lost"/>', "Lost is not defined"),
    (_DOCUMENT, '"ListBullet"/>', '"ListBullet"/><w:jc w:val="both"/>', "justified"),
    (_FOOTER, " NUMPAGES ", " DATE ", "not numbered"),
    ("word/header1.xml", ">SAMPLE<", ">DRAFT<", "headed as a draft"),
]


@pytest.mark.parametrize(("name", "old", "new", "finding"), _BARRIERS, ids=[barrier[3] for barrier in _BARRIERS])
def test_a_barrier_put_in_by_hand_is_found(name, old, new, finding, tmp_path):
    found = findings(altered(written(paired_report(), tmp_path), old, new, name))
    assert any(finding in sentence for sentence in found), found
