"""The tables of an authority's key stage 2 story, out of the files themselves, figure for figure."""

from pathlib import Path

import pytest

from visitapp.domain.published.batches import Scope
from visitapp.domain.published.figures import Figure
from visitapp.domain.published.story import Story, Support, key_stage_2
from visitapp.frameworks.measures import load_measures
from visitapp.imports.published.read import read_file

FILES = Path(__file__).parents[2] / "files" / "published"
MEASURES = load_measures()


@pytest.fixture(scope="module")
def figures():
    """The figures of two years' files of one authority, the older file first."""
    found = []
    for name in ("2017-2018_850_ks2final.zip", "2018-2019_850_ks2final.zip"):
        for row in read_file(FILES / name, Scope(), sources=MEASURES):
            found += [one for one in row.items if isinstance(one, Figure)]
    return found


@pytest.fixture(scope="module")
def tables(figures):
    story = Story(figures, MEASURES, "850")
    return {one.code: one for one in key_stage_2(story, 60, of_school=False)}


def column(table, *places):
    """Return some columns of a table, row by row."""
    return [tuple(row[place] for place in places) for row in table.rows]


def test_the_combined_measure_stands_by_year_beside_england(tables):
    assert column(tables["expected"], 0, 4, -1) == [
        ("2018/19", "68", "65"), ("2017/18", "68", "64"), ("2016/17", "66", "61"), ("2015/16", "59", "53")
    ]  # fmt: skip
    assert [row[-2] for row in tables["higher"].rows][:3] == ["13", "12", "11"]


def test_the_gap_stands_by_year_with_its_pupils_and_beside_england(tables):
    gap = tables["gap"]
    assert gap.header == ("Group", "2015/16", "2016/17", "2017/18", "2018/19", "England 2018/19")
    lower, upper, points = gap.rows
    assert lower[2:] == ("47", "49 (of 3,110)", "49 (of 3,263)", "51")
    assert upper[2:] == ("71", "73 (of 11,353)", "73 (of 11,592)", "71")
    assert points == ("Gap, points", "26", "24", "24", "24", "20")


def test_counts_over_schools_say_of_how_many(tables):
    eighty = tables["eighty"]
    assert column(eighty, -2, -1) == [("70", "72"), ("23 % of 305", "23 % of 309"), ("305", "309")]
    assert "Mainstream schools" in eighty.note
    change = tables["change"]
    assert sum(int(row[1]) for row in change.rows[2:]) <= int(change.note.split()[1])


def test_support_stands_beside_change_and_claims_nothing(figures):
    schools = [one.code for one in figures if one.measure == "ks2-record" and one.value == 1 and one.year == "2019"]
    given = [Support(schools[0], "2019", 4.5), Support(schools[0], "2019", 1.0), Support(schools[1], "2018", 9.0)]
    tables = key_stage_2(Story(figures, MEASURES, "850"), 60, given, of_school=False)
    support = next(one for one in tables if one.code == "support")
    assert support.rows[0][1] == "5.5 (1 school)"
    assert "not because of" in support.note


def test_one_school_has_its_own_tables_and_none_that_count_schools(figures):
    story = Story(figures, MEASURES, "850", "115987")
    codes = {one.code for one in key_stage_2(story, 60, of_school=True)}
    assert not codes & {"below", "eighty", "change", "support"}


def test_no_cell_is_empty_and_a_missing_figure_says_why(tables, figures):
    every = [*tables.values()]
    schools = {one.code for one in figures if one.about == "school"}
    for urn in sorted(schools)[:3]:
        every += key_stage_2(Story(figures, MEASURES, "850", urn), 60, of_school=True)
    for table in every:
        assert all(len(row) == len(table.header) for row in table.rows), table
        assert all(cell for row in table.rows for cell in row), table


def test_nothing_known_gives_no_table():
    assert key_stage_2(Story([], MEASURES, "850"), 60, of_school=False) == ()
