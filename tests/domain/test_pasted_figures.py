"""Figures pasted from a sheet: understood as they stand, or said not to be."""

import pytest

from visitapp.domain.published.pasted import cells_of, lines_of_grid, read_pasted, year_in
from visitapp.frameworks.measures import load_measures

RWM = "ks2-rwm-expected"


def read(text):
    return read_pasted(cells_of(text), load_measures())


def told(pasted):
    return [(one.measure, one.group, one.year, one.value or one.status, one.cohort) for one in pasted.figures]


def whys(pasted):
    return [(one.line, one.said) for one in pasted.not_read]


def test_years_may_stand_across_with_their_pupils_beside():
    pasted = read("Measure\t2024\tpupils\t2025\tpupils\nRWM combined\t64%\t59\t61\t57")
    assert told(pasted) == [(RWM, "all", "2024", "64", 59), (RWM, "all", "2025", "61", 57)]


def test_pupils_may_be_named_by_their_year():
    pasted = read("Measure\t2024\t2025\t2024 pupils\t2025 pupils\nRWM\t64\t61\t59\t57")
    assert told(pasted) == [(RWM, "all", "2024", "64", 59), (RWM, "all", "2025", "61", 57)]


@pytest.mark.parametrize(
    "head", ["measure\tgroup\tyear\tvalue\tcohort", "Indicator\tPupil group\tAcademic year\tResult\tPupils"]
)
def test_a_line_may_be_one_figure(head):
    pasted = read(f"{head}\nRWM\tdisadvantaged\t2024/25\t43\t14")
    assert told(pasted) == [(RWM, "disadvantaged", "2025", "43", 14)]


def test_columns_may_come_in_any_order():
    pasted = read("Value\tYear\tPupils\tMeasure\n86\t2025\t60\tPhonics")
    assert told(pasted) == [("phonics-y1", "all", "2025", "86", 60)]


def test_years_may_stand_down():
    pasted = read("Year\tRWM combined\tPupils\tPhonics\n2022\t57\t58\t74\n2023\t60\t60\t79")
    assert told(pasted)[:2] == [(RWM, "all", "2022", "57", 58), ("phonics-y1", "all", "2022", "74", 0)]
    assert len(pasted.figures) == 4


def test_a_measure_and_its_group_may_share_a_cell():
    assert told(read("\t2025\nRWM disadvantaged\t43"))[0][:2] == (RWM, "disadvantaged")


@pytest.mark.parametrize(
    ("said", "status"), [("SUPP", "suppressed"), ("NE", "no-entries"), ("n/a", "not-applicable")]
)
def test_a_reason_is_kept_in_the_place_of_a_number(said, status):
    assert told(read(f"\t2025\nRWM\t{said}")) == [(RWM, "all", "2025", status, 0)]


@pytest.mark.parametrize("said", ["sixty", "12/20", "120", "-3", "61 or 62", "6l", "#REF!", "~60"])
def test_what_is_no_number_that_can_be_is_never_guessed(said):
    pasted = read(f"\t2025\nRWM\t{said}")
    assert not pasted.figures
    assert whys(pasted) == [(2, said)]


@pytest.mark.parametrize("said", ["Foo", "RWM giraffes", "Maths and more"])
def test_a_name_nobody_knows_is_said(said):
    assert whys(read(f"\t2025\n{said}\t61")) == [(2, said)]


@pytest.mark.parametrize("said", ["25", "2024/26", "Autumn", "202", ""])
def test_a_year_that_is_none_is_said(said):
    pasted = read(f"measure\tyear\tvalue\nRWM\t{said}\t61")
    assert whys(pasted) == [(2, said)]
    assert not pasted.figures


@pytest.mark.parametrize(
    ("said", "year"), [("2025", "2025"), ("2024/25", "2025"), ("2024-2025", "2025"), ("1999/00", "2000")]
)
def test_a_year_is_the_one_it_ends_in(said, year):
    assert year_in(said) == year


def test_one_figure_said_twice_differently_is_not_taken():
    pasted = read("measure\tyear\tvalue\nrwm\t2025\t61\nrwm\t2025\t62\nrwm\t2024\t64\nrwm\t2024\t64")
    assert told(pasted) == [(RWM, "all", "2024", "64", 0)]
    assert whys(pasted) == [(2, "61"), (3, "62")]


def test_an_empty_cell_is_counted_and_left_out():
    pasted = read("\t2024\t2025\nRWM\t\t61")
    assert (len(pasted.figures), pasted.blank) == (1, 1)


def test_a_share_below_one_is_doubted_aloud():
    assert read("\t2025\nRWM\t0.61").figures[0].doubt
    assert not read("\t2025\nRWM\t0.61%").figures[0].doubt


def test_pupils_that_are_no_number_are_said():
    assert whys(read("measure\tyear\tvalue\tpupils\nRWM\t2025\t61\tabout 50")) == [(2, "about 50")]


@pytest.mark.parametrize("text", ["", "\n\n", "hello", "a\tb\tc\n1\t2\t3"])
def test_what_has_no_header_gives_no_figures(text):
    assert not read(text).figures


def test_lines_keep_the_numbers_they_have_in_the_sheet():
    assert whys(read("\t2025\n\n\nFoo\t1")) == [(4, "Foo")]


def test_a_grid_is_read_as_a_pasted_table_is():
    rows = [(RWM, "other", "2025", "67", "43"), ("gld", "all", "2025", "", "")]
    pasted = read_pasted(tuple(lines_of_grid(rows)), load_measures())
    assert told(pasted) == [(RWM, "other", "2025", "67", 43)]


def test_a_name_no_list_knows_is_told_and_read_once_somebody_says_what_it_is():
    rows = cells_of("Measure\t2024\t2025\nReading\t70\t72")
    pasted = read_pasted(rows, load_measures())
    assert [one.name for one in pasted.not_read] == ["reading"]
    chosen = read_pasted(rows, load_measures(), {"reading": "ks2-reading-expected"})
    assert [one.measure for one in chosen.figures] == ["ks2-reading-expected"] * 2


def test_lines_and_figures_are_counted_apart():
    pasted = read("Measure\t2024\t2025\nRWM\tmany\tfew\nPhonics\t80\t81")
    assert (len(pasted.figures), len(pasted.not_read), pasted.lines_missed) == (2, 2, 1)
