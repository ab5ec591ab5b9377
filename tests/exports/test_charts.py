"""A chart says the same in its bars, in its workbook, in its table and in words, and begins at nought."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from lxml import etree

from exports.pdf.write import pdf_bytes
from exports.word import wording
from exports.word.write import word_bytes
from tests.exports.accessibility_check import findings
from tests.exports.sample_papers import paper
from tests.exports.sample_reports import report_of
from tests.exports.word_files import format_errors
from tests.sample_records import told
from visitapp.domain.report import Chart, Paragraph, Table

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CHART = Chart("Books read", (3.0, 0.0, 61.5), "pupils", "of 90 in Year 4")
TABLE = Table("t", "Books", ("Books", "Pupils"), (("None & few", "3"), ("Some", "0"), ("Many", "61.5")), chart=CHART)


def charted(*tables):
    return report_of(*(tables or (TABLE,)), Paragraph("p", "Text."))


def opened(content):
    return zipfile.ZipFile(io.BytesIO(content))


def points(part, kind):
    return [one.findtext(f"{C}v") for one in part.find(f".//{C}{kind}").iter(f"{C}pt")]


def test_bars_workbook_and_table_hold_the_same_figures():
    with opened(word_bytes(charted())) as package:
        part = etree.fromstring(package.read("word/charts/report1.xml"))
        with opened(package.read("word/embeddings/report1.xlsx")) as book:
            sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    rows = [["".join(cell.itertext()) for cell in row] for row in sheet.iter(f"{S}row")]
    assert rows == [["", "pupils"], ["None & few", "3"], ["Some", "0"], ["Many", "61.5"]]
    assert points(part, "cat") == [row[0] for row in TABLE.rows]
    assert points(part, "val") == [row[1] for row in TABLE.rows]
    assert all(int(one.get("val")) == len(list(one.getparent().iter(f"{C}pt"))) for one in part.iter(f"{C}ptCount"))


def test_the_axis_of_values_begins_at_nought():
    with opened(word_bytes(charted())) as package:
        part = etree.fromstring(package.read("word/charts/report1.xml"))
    assert part.find(f"{C}chart/{C}plotArea/{C}valAx/{C}scaling/{C}min").get("val") == "0"


def test_a_chart_has_a_caption_with_unit_and_base_and_words_for_those_who_do_not_see_it(tmp_path):
    path = tmp_path / "chart.docx"
    path.write_bytes(word_bytes(charted(TABLE, replace(TABLE, id="u"))))
    document = Document(str(path))
    captions = [one.text for one in document.paragraphs if one.style.name == "Caption"]
    first = "Figure 1: Books read (pupils, of 90 in Year 4)"
    assert captions == [first, "Table 1: Books", first.replace("1", "2", 1), "Table 2: Books"]
    alt = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert alt[0] == "Bar chart, Books read (pupils, of 90 in Year 4): None & few 3; Some 0; Many 61.5."
    assert findings(path) == []
    assert format_errors(path) == []


def test_words_that_would_be_too_long_lead_to_the_table():
    rows = tuple((f"A rather long name of a bar, number {n}", str(n)) for n in range(20))
    long = replace(TABLE, rows=rows, chart=replace(CHART, values=tuple(map(float, range(20)))))
    assert len(wording.figure_words(long)) <= 250
    assert wording.figure_words(long).endswith("The table below has the values.")


@pytest.mark.parametrize("values", [(), (1.0,), (1.0, 2.0, 3.0, 4.0)])
def test_a_chart_that_does_not_fit_its_table_is_left_out(values):
    content = word_bytes(charted(replace(TABLE, chart=replace(CHART, values=values))))
    assert "word/charts/report1.xml" not in opened(content).namelist()


def test_a_report_with_charts_is_the_same_twice_in_both_formats():
    assert word_bytes(charted()) == word_bytes(charted())
    assert pdf_bytes(charted()) == pdf_bytes(charted())


def test_hostile_names_stay_names(tmp_path):
    rows = (('<c:v>&"', "1"), ("]]>", "2"), ("=1+1\x07", "3"))
    path = tmp_path / "chart.docx"
    path.write_bytes(word_bytes(charted(replace(TABLE, rows=rows, chart=replace(CHART, title='<&">', unit="#x")))))
    assert format_errors(path) == []
    assert pdf_bytes(charted(replace(TABLE, rows=rows))).startswith(b"%PDF")


def test_the_ratings_of_a_programme_with_indicators_are_drawn():
    report = paper("harrowmead", "")
    (table,) = wording.charted(report)
    assert sum(table.chart.values) == len(told("harrowmead").framework.measures.indicators)
    whole = word_bytes(report)
    assert b"word/charts/report1.xml" in whole
    assert re.match(rb"%PDF", pdf_bytes(report))
