"""The tables of an authority's key stage 2 story, out of the files themselves, figure for figure."""

from dataclasses import replace
from pathlib import Path

import pytest

from visitapp.domain.published.batches import Scope
from visitapp.domain.published.figures import Figure
from visitapp.domain.published.key_stage_2 import key_stage_2
from visitapp.domain.published.story import Story
from visitapp.domain.published.story_origin import under_earlier_numbers
from visitapp.domain.published.story_table import DASH, Support, Thresholds, named_years
from visitapp.frameworks.measures import load_measures
from visitapp.imports.published.read import read_file

FILES = Path(__file__).parents[2] / "files" / "published"
MEASURES = load_measures()
THRESHOLDS = Thresholds(60, 80)
SMALL, MIDDLING = "116296", "116288"
"""A school with 6 pupils one year, and one whose groups are told for a single year."""


def read(*names):
    """Return the figures of files as one would find them, each with the name of the file it is from."""
    found = []
    for name in names:
        for row in read_file(FILES / name, Scope(frozenset({"850"})), sources=MEASURES):
            found += [replace(one, batch=name) for one in row.items if isinstance(one, Figure)]
    return found


@pytest.fixture(scope="module")
def figures():
    """The figures of two years' files of one authority, the older file first."""
    return read("2017-2018_850_ks2final.zip", "2018-2019_850_ks2final.zip")


@pytest.fixture(scope="module")
def tables(figures):
    return made(figures)


def made(figures, urn="", given=()):
    """Return the tables of the authority or of one of its schools by their codes."""
    return {one.code: one for one in key_stage_2(Story(figures, MEASURES, "850", urn), THRESHOLDS, given)}


def column(table, *places):
    """Return some columns of a table, row by row."""
    return [tuple(row[place] for place in places) for row in table.words()]


def test_the_combined_measure_stands_by_year_beside_england(tables):
    assert tables["expected"].header[-1] == "England: RWM expected, %"
    assert column(tables["expected"], 0, 4, -1) == [
        ("2018/19", "68", "65"), ("2017/18", "68", "64"), ("2016/17", "66", "61"), ("2015/16", "59", "53")
    ]  # fmt: skip
    assert [row[-2] for row in tables["higher"].words()][:3] == ["13", "12", "11"]


def test_years_that_only_a_later_file_has_say_so(tables):
    for code in ("expected", "higher", "progress", "gap"):
        assert "Repeated in the file of a later year: 2015/16 and 2016/17." in tables[code].note
    for code in ("below", "above"):
        assert tables[code].note.endswith("only schools it still lists: 2015/16 and 2016/17.")
    assert "Repeated" not in tables["change"].note + tables["maths"].note


def test_the_gap_stands_by_year_with_its_pupils_and_beside_england(tables):
    gap = tables["gap"]
    assert gap.header[:4] == ("Year", "Disadv., %", "Other, %", "Gap, points")
    assert gap.words()[:3] == (
        ("2018/19", "49 (of 3,263)", "73 (of 11,592)", "24", "51", "71", "20"),
        ("2017/18", "49 (of 3,110)", "73 (of 11,353)", "24", "51", "70", "19"),
        ("2016/17", "47", "71", "24", "47", "67", "20"),
    )
    assert "only where both figures exist" in gap.note


def test_counts_over_schools_say_of_how_many(tables):
    above = tables["above"]
    assert column(above, -2, -1) == [("70", "72"), ("23 % of 305", "23 % of 309"), ("305", "309")]
    assert "Mainstream schools" in above.note
    change = tables["change"]
    assert change.title == "Change from 2017/18 to 2018/19"
    counts = [int(row[1]) for row in change.words()]
    assert change.note.startswith("Of 302 schools")
    assert counts[0] + sum(counts[2:]) <= 302


def test_both_thresholds_are_said_and_counted_by(figures):
    story = Story(figures, MEASURES, "850")
    found = {one.code: one for one in key_stage_2(story, Thresholds(70, 70))}
    assert [found[code].title for code in ("below", "above")] == ["Schools below 70 %", "Schools at or above 70 %"]
    for below, above, base in zip(
        *(found[code].rows[0][1:] for code in ("below", "above")), found["below"].rows[2][1:], strict=True
    ):
        assert below.number + above.number == base.number


def test_support_stands_beside_change_and_claims_nothing(figures):
    schools = [one.code for one in figures if one.measure == "ks2-record" and one.value == 1 and one.year == "2019"]
    given = [Support(schools[0], "2019", 4.5), Support(schools[0], "2019", 1.0), Support(schools[1], "2018", 9.0)]
    support = made(figures, given=given)["support"]
    assert support.words()[0][1] == "5.5 (1 school)"
    assert "not because of" in support.note


def test_support_that_nobody_gave_makes_no_table(tables):
    assert "support" not in tables


def test_one_school_has_its_own_tables_and_none_that_count_schools(figures):
    assert list(made(figures, SMALL)) == ["expected", "higher", "progress", "change", "gap", "maths", "english"]


def test_of_a_school_every_percentage_says_of_how_many_pupils(figures):
    found = made(figures, SMALL)
    assert column(found["expected"], 0, 4)[:2] == [("2018/19", "55 (of 11)"), ("2017/18", "33 (of 6)")]
    assert found["expected"].header[-2:] == ("Authority: RWM expected, %", "England: RWM expected, %")
    assert column(found["expected"], -2, -1)[:2] == [("68", "65"), ("68", "64")]
    assert "In brackets: of how many pupils" in found["expected"].note


def test_suppressed_figures_say_so_in_words_and_have_no_gap(figures):
    gap = made(figures, MIDDLING)["gap"]
    assert column(gap, 0, 1, 3)[0] == ("2018/19", "suppressed, too few pupils", DASH)
    assert ("2016/17", "17", "75") in column(gap, 0, 1, 3)


def test_a_school_changes_from_year_to_year_with_its_days_of_support(figures):
    given = [Support(SMALL, "2019", 2.0), Support(SMALL, "2019", 1.5), Support(MIDDLING, "2019", 9.0)]
    change = made(figures, SMALL, given)["change"]
    assert change.header[-1] == "Days of support"
    assert change.words()[:2] == (("2018/19", "55 (of 11)", "+22", "3.5"), ("2017/18", "33 (of 6)", "-46", DASH))
    assert change.words()[-1][2] == DASH
    assert "not because of" in change.note
    assert "Days of support" not in made(figures, SMALL)["change"].header


def test_no_cell_is_empty_and_a_dash_is_explained(tables, figures):
    every = [*tables.values()]
    schools = {one.code for one in figures if one.about == "school"}
    for urn in (*sorted(schools)[:3], SMALL, MIDDLING):
        every += made(figures, urn).values()
    for table in every:
        words = table.words()
        assert all(len(row) == len(table.header) for row in words), table
        assert all(cell for row in words for cell in row), table
        if any(cell == DASH for row in words for cell in row):
            assert "A dash: " in table.note


@pytest.fixture(scope="module")
def with_comparators(figures):
    """The same with the comparators, which know newer years of the authority and of no school."""
    return [one for one in read("comparators.zip") if one.year > "2019"] + figures


def test_counts_over_schools_show_only_years_with_figures_of_schools(with_comparators, tables):
    found = made(with_comparators)
    for code in ("below", "above", "change"):
        assert found[code] == tables[code]


def test_years_for_which_nothing_is_published_are_left_out_and_named(with_comparators):
    expected = made(with_comparators)["expected"]
    years = [row[0] for row in expected.words()]
    assert years[:5] == ["2024/25", "2023/24", "2022/23", "2021/22", "2018/19"]
    assert "Nothing is published for 2019/20 and 2020/21." in expected.note


def test_years_of_another_table_name_it(with_comparators):
    titles = {
        "comparators.zip": "Comparators",
        "2017-2018_850_ks2final.zip": "Results",
        "2018-2019_850_ks2final.zip": "Results",
    }
    story = Story(with_comparators, MEASURES, "850", titles=titles)
    found = {one.code: one for one in key_stage_2(story)}
    assert "From \u201cComparators\u201d: 2021/22 to 2024/25." in found["expected"].note
    assert "Comparators" not in found["maths"].note
    assert story.files() == set(titles)


def test_a_school_names_only_the_files_its_tables_are_from(with_comparators):
    story = Story(with_comparators, MEASURES, "850", SMALL)
    assert key_stage_2(story)
    assert story.files() == {"2017-2018_850_ks2final.zip", "2018-2019_850_ks2final.zip"}


@pytest.fixture(scope="module")
def converted(figures):
    """The same, the small school having had another number until 2018, and one more before that."""
    numbers = {"2016": "100001", "2017": "100002", "2018": "100002"}
    return [replace(one, code=numbers.get(one.year, SMALL)) if one.code == SMALL else one for one in figures]


def test_years_under_an_earlier_number_stand_with_the_school_and_say_so(converted, figures):
    assert [row[0] for row in made(converted, SMALL)["expected"].words()] == ["2018/19"]
    found, sentences = under_earlier_numbers(converted, SMALL, ("100002", "100001"))
    assert made(found, SMALL)["expected"] == made(figures, SMALL)["expected"]
    assert sentences == (
        "2016/17 and 2017/18: under the number the school had then, URN 100002.",
        "2015/16: under the number the school had then, URN 100001.",
    )


def test_a_year_the_school_has_itself_is_never_taken_from_an_earlier_one(figures):
    found, sentences = under_earlier_numbers(figures, SMALL, (MIDDLING,))
    assert made(found, SMALL) == made(figures, SMALL)
    assert sentences == ()


def test_nothing_known_gives_no_table():
    assert key_stage_2(Story([], MEASURES, "850")) == ()
    assert key_stage_2(Story([], MEASURES, "850", SMALL)) == ()


@pytest.mark.parametrize(
    ("years", "words"),
    [
        ((), ""),
        (("2019",), "2018/19"),
        (("2019", "2018"), "2017/18 and 2018/19"),
        (("2016", "2018", "2019"), "2015/16, 2017/18 and 2018/19"),
        (("2017", "2018", "2019", "2025"), "2016/17 to 2018/19 and 2024/25"),
    ],
)
def test_years_are_named_as_one_would_say_them(years, words):
    assert named_years(years) == words
