"""Tables of outcomes as they are written: columns that fit, figures below each other, numbers as numbers."""

import re
import shutil
import subprocess
from datetime import UTC, datetime
from zipfile import ZipFile

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from exports.handover.read_sheets import read_sheets
from exports.handover.sheets import sheets, write_lists
from exports.pdf.write import pdf_bytes
from exports.word.read_back import read_back
from exports.word.write import write_word
from visitapp.domain.handed_lists import HandedList
from visitapp.domain.papers.outcomes import NOTHING, Outcomes, Source, outcomes_lists, outcomes_paper
from visitapp.domain.published.story_table import DASH, UNKNOWN, StoryCell, StoryTable, label
from visitapp.errors import ExportError

_READER = shutil.which("pdftotext")
NOW = datetime(2025, 11, 20, 10, 42, tzinfo=UTC)
SUPPRESSED = StoryCell("suppressed, too few pupils")
WIDE = StoryTable(
    "expected",
    "Expected standard by year",
    (
        "Year", "Reading expected, %", "Writing expected, %", "Maths expected, %", "RWM expected, %",
        "Authority: RWM expected, %", "England: RWM expected, %",
    ),
    (
        (label("2018/19"), StoryCell("87 (of 45)", 87.0, 45), SUPPRESSED, UNKNOWN, StoryCell("0 (of 6)", 0.0, 6),
         StoryCell("68", 68.0), StoryCell("65", 65.0)),
        (label("2017/18"), SUPPRESSED, StoryCell("-0.4", -0.4), UNKNOWN, UNKNOWN, StoryCell("68", 68.0), UNKNOWN),
    ),
    "A dash: not known.",
)  # fmt: skip
SOURCES = (
    Source("Results", "2018/19", "Final", "Source: An office. Licensed under a licence v3.0.", "2025-11-20"),
    Source("Comparators", "", "", "Source: Another office. Licensed under a licence v3.0.", "2025-11-19"),
)


def outcomes(*tables, place="Sallowfield Primary School", **more):
    """Return tables as they are handed to a writer."""
    return Outcomes(place, tables, SOURCES, "R. Alder", NOW, **more)


@pytest.fixture
def table(tmp_path):
    """The wide table in a Word file."""
    path = tmp_path / "Outcomes.docx"
    write_word(outcomes_paper(outcomes(WIDE)), path)
    return Document(str(path)).tables[-1]


def test_figures_end_below_each_other_and_the_years_begin_at_the_left(table):
    for row in table.rows:
        first, *others = row.cells
        assert first.paragraphs[0].alignment is None
        assert {cell.paragraphs[0].alignment for cell in others} == {WD_ALIGN_PARAGRAPH.RIGHT}


@pytest.mark.skipif(_READER is None, reason="no program here reads a PDF")
def test_figures_end_below_each_other_in_a_pdf_too_and_the_years_begin_at_the_left(tmp_path):
    words = placed_words(pdf_bytes(outcomes_paper(outcomes(WIDE))), tmp_path / "Outcomes.pdf")
    starts = {round(start) for start, _, word in words if word in ("Year", "2017/18")}
    ends = {word: round(end) for _, end, word in words if word in ("Reading", "45)", "pupils")}
    assert len(starts) == 1
    assert len(ends) == 3
    assert len(set(ends.values())) == 1


def placed_words(content, path):
    """Return where each word of a PDF begins and ends across its page, in points, and the word."""
    path.write_bytes(content)
    found = subprocess.run([_READER, "-bbox", str(path), "-"], capture_output=True, check=True, text=True).stdout
    words = re.findall(r'xMin="([\d.]+)"[^>]* xMax="([\d.]+)"[^>]*>([^<]+)<', found)
    return [(float(start), float(end), word) for start, end, word in words]


def test_no_word_of_a_wide_table_is_broken(table):
    least = 0.17
    """So many centimetres a letter of 11 points takes on average, in bold."""
    for column in table.columns:
        longest = max(len(word) for cell in column.cells for word in cell.text.split())
        assert column.width.cm >= least * longest + 0.3, longest


def test_the_whole_of_the_table_is_on_the_line(table):
    assert sum(column.width.cm for column in table.columns) == pytest.approx(16.2, abs=0.05)


def test_other_tables_stay_at_the_left(tmp_path):
    from tests.exports.sample_reports import report_of
    from visitapp.domain.report import Table

    write_word(report_of(Table("t", "Actions", ("Action", "By"), (("Read", "Easter"),))), tmp_path / "report.docx")
    found = Document(str(tmp_path / "report.docx")).tables[0]
    assert all(cell.paragraphs[0].alignment is None for row in found.rows for cell in row.cells)


def test_the_paper_names_each_file_its_day_and_its_licence_and_never_an_empty_release(tmp_path):
    write_word(outcomes_paper(outcomes(WIDE)), tmp_path / "Outcomes.docx")
    said = read_back(tmp_path / "Outcomes.docx").paragraphs
    assert (
        "Results, 2018/19 (Final), read in on 20 November 2025. Source: An office. Licensed under a licence v3.0."
        in said
    )
    assert "Comparators, read in on 19 November 2025. Source: Another office. Licensed under a licence v3.0." in said
    assert not any("()" in one for one in said)


def test_the_paper_has_neither_status_nor_version_and_still_says_when_and_by_whom(tmp_path):
    path = tmp_path / "Outcomes.docx"
    write_word(outcomes_paper(outcomes(WIDE)), path)
    found = Document(str(path))
    assert "20 November 2025 \u00b7 R. Alder" in [one.text for one in found.paragraphs]
    (foot,) = found.sections[0].footer.paragraphs
    assert foot.text.startswith("Sallowfield Primary School\tPage ")
    assert found.core_properties.content_status == ""
    with ZipFile(path) as parts:
        whole = b"".join(parts.read(name) for name in parts.namelist() if name.endswith(".xml"))
    assert not [word for word in (b"FINAL", b"DRAFT", b" version ") if word in whole.partition(b"<w:body>")[2]]


def test_a_spreadsheet_has_neither_status_nor_version(tmp_path):
    write_lists(outcomes_lists(outcomes(WIDE)), outcomes_paper(outcomes(WIDE)), tmp_path / "Outcomes.xlsx")
    with ZipFile(tmp_path / "Outcomes.xlsx") as parts:
        whole = b"".join(map(parts.read, parts.namelist()))
    assert not [word for word in (b"FINAL", b"DRAFT", b"contentStatus") if word in whole]


def test_a_remark_on_all_tables_stands_before_the_sources(tmp_path):
    handed = outcomes(WIDE, remarks=("2015/16: under another number.",))
    write_word(outcomes_paper(handed), tmp_path / "Outcomes.docx")
    said = read_back(tmp_path / "Outcomes.docx").paragraphs
    assert said.index("2015/16: under another number.") > said.index("Sources")
    assert ("Remark", "2015/16: under another number.") in outcomes_lists(handed)[0].rows


def test_whose_files_they_are_is_said_before_the_licence_they_share():
    assert outcomes(WIDE).attributions() == (
        "Source: An office.",
        "Source: Another office.",
        "Licensed under a licence v3.0.",
    )


def test_a_table_says_whose_it_is_when_it_is_taken_out_of_the_paper():
    (section, _sources) = outcomes_paper(outcomes(WIDE)).sections
    assert section.blocks[0].caption == "Expected standard by year, Sallowfield Primary School"


def test_without_tables_the_paper_says_so():
    assert outcomes_paper(outcomes()).sections[0].blocks[0].text == NOTHING


def test_numbers_are_numbers_and_what_they_are_of_stands_beside(tmp_path):
    handed = outcomes(WIDE, sample=True)
    write_lists(outcomes_lists(handed), outcomes_paper(handed), tmp_path / "Outcomes.xlsx")
    about, (header, first, second) = read_sheets((tmp_path / "Outcomes.xlsx").read_bytes()).values()
    assert header[:5] == ["Year", "Reading expected, %", "Reading expected, %: of", *WIDE.header[2:4]]
    assert first == ["2018/19", 87, 45, "suppressed, too few pupils", DASH, 0, 6, 68, 65]
    assert second == ["2017/18", "suppressed, too few pupils", "", -0.4, DASH, DASH, "", 68, DASH]
    assert [type(one) for one in first] == [str, int, int, str, str, int, int, int, int]
    assert ["Sample", "Invented places and figures."] in about
    assert ["Expected standard by year", "A dash: not known."] in about
    assert sum(one[0] == "Source" for one in about) == 2


def test_a_place_that_looks_like_a_formula_stays_a_text(tmp_path):
    handed = outcomes(WIDE, place='=HYPERLINK("x")')
    write_lists(outcomes_lists(handed), outcomes_paper(handed), tmp_path / "Outcomes.xlsx")
    about = next(iter(read_sheets((tmp_path / "Outcomes.xlsx").read_bytes()).values()))
    assert ["Place", '=HYPERLINK("x")'] in about


@pytest.mark.parametrize("number", [0, -1, 7, 0.5, -0.4, 1e-7, 123456789.25, 1e21, float("1" * 30)])
def test_any_number_comes_back_as_it_was(number):
    content = sheets(
        (HandedList("a", "Numbers", ("What", "Number"), (("One", number),)),), outcomes_paper(outcomes())
    )
    assert read_sheets(content)["Numbers"][1] == ["One", number]


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused(number):
    handed = HandedList("a", "Numbers", ("What", "Number"), (("One", number),))
    with pytest.raises(ExportError):
        sheets((handed,), outcomes_paper(outcomes()))


def test_a_folder_that_is_a_file_is_refused_in_plain_words(tmp_path):
    (tmp_path / "taken").write_text("here already")
    with pytest.raises(ExportError, match="safe in Visitapp"):
        write_lists(outcomes_lists(outcomes(WIDE)), outcomes_paper(outcomes(WIDE)), tmp_path / "taken" / "x.xlsx")


def test_a_figure_and_what_it_is_of_stay_on_one_line(tmp_path):
    of = StoryCell("49 (of 13,263)", 49.0, 13_263)
    header = ("Year", "Disadv., %", "Other, %", "Gap, points", "England: disadv., %", "England: other, %")
    gap = StoryTable("gap", "Gap", header, ((label("2018/19"), of, of, UNKNOWN, UNKNOWN, UNKNOWN),))
    write_word(outcomes_paper(outcomes(gap)), tmp_path / "Outcomes.docx")
    columns = Document(str(tmp_path / "Outcomes.docx")).tables[-1].columns
    assert all(column.width.cm >= 0.17 * len(of.words) + 0.3 for column in list(columns)[1:3])
