"""Figures typed for a visit are handed over in words, with their codes beside."""

from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook
from sample_records import begun, holding, library, told

from exports.handover.write import write_handover
from visitapp.domain.handed_figures import figure_lists
from visitapp.domain.handover import compose_handover
from visitapp.domain.preparing import KnownFigure
from visitapp.frameworks.measures import load_measures

AT = datetime(2025, 11, 20, 16, 0, tzinfo=UTC)
TYPED = KnownFigure(
    "f", "visit", "phonics-y1", "all", "2025", value="86", cohort=60, source="School", typed_on="2025-11-10"
)


def visit(*figures):
    return holding(begun(library().find("llpr-primary@2024-25")), *figures)


def rows(*figures, measures=None):
    return figure_lists(visit(*figures), measures or load_measures())[0].rows


def test_a_figure_says_what_is_measured_of_whom_in_words_and_keeps_its_codes_apart():
    assert rows(TYPED) == (
        ("The school", "Year 1 phonics: expected standard", "All pupils", "2025", "86", "60", "Result", "School",
         "10 Nov 2025", "phonics-y1", "all"),
    )  # fmt: skip


def test_a_figure_that_is_missing_says_why_and_a_prediction_that_it_is_expected():
    found = rows(
        KnownFigure("g", "visit", "phonics-y1", "all", "2024", status="suppressed"),
        KnownFigure("h", "visit", "phonics-y1", "all", "2026", value="90", predicted=True),
    )
    assert [(row[4], row[6]) for row in found] == [("suppressed, too few pupils", "Result"), ("90", "Expected")]


@pytest.mark.parametrize(("about", "words"), [("authority", "Its authority"), ("nation", "England"), ("odd", "odd")])
def test_a_figure_says_whose_it_is(about, words):
    assert rows(KnownFigure("g", "visit", "gld", "all", "2024", about, "70"))[0][0] == words


def test_figures_of_the_school_come_first_then_its_authority_then_england():
    found = rows(
        *(KnownFigure(one, "visit", "gld", "all", "2024", one, "70") for one in ("nation", "authority", "school"))
    )
    assert [row[0] for row in found] == ["The school", "Its authority", "England"]


def test_a_measure_nobody_knows_keeps_its_code():
    assert "made-up" in rows(KnownFigure("g", "visit", "made-up", "all", "2024", value="1"))[0][9]


def test_without_figures_there_is_no_such_list():
    assert figure_lists(visit(), load_measures()) == ()


def test_nothing_but_the_columns_of_codes_shows_a_code():
    handed = compose_handover(told("sallowfield"), AT, "Europe/London", measures=load_measures())
    found = next(one for one in handed.lists if one.code == "figures")
    codes = set(load_measures().measures)
    assert not [cell for row in found.rows for cell in row[:9] if cell in codes]
    assert len(found.rows) == len(told("sallowfield").living("figure"))
    assert f"{len(found.rows)} figures typed" in dict(handed.facts())["Beside it"]


def test_the_files_have_the_words_and_the_codes(tmp_path):
    handed = compose_handover(told("sallowfield"), AT, "Europe/London", measures=load_measures())
    paths = write_handover(handed, tmp_path, {"word", "xlsx", "csv"})
    book = load_workbook(next(one for one in paths if one.suffix == ".xlsx"))
    said = [[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()]
    assert any("Year 1 phonics: expected standard" in row and "phonics-y1" in row for row in said)
