"""Published outcomes: every figure with its status, as many of each as the files are known to hold."""

import codecs
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visitapp.domain.published.batches import Scope, Tally
from visitapp.domain.published.cells import number_in, read_cell
from visitapp.domain.published.figures import BAD, BLANK, OK, SUPPRESSED, Figure
from visitapp.errors import ImportRefusedError
from visitapp.frameworks.measures import load_measures
from visitapp.imports.published.read import read_file
from visitapp.imports.published.years import year_in_cell, year_in_name

FILES = Path(__file__).parents[2] / "files" / "published"
MEASURES = load_measures()
KS2_2018, KS2_2019 = "2017-2018_850_ks2final.zip", "2018-2019_850_ks2final.zip"
HAMPSHIRE = "850"
EVERYWHERE = Scope()


def read(path, scope=EVERYWHERE):
    """Return profile, tally and figures of a file."""
    reading, tally, figures = read_file(path, scope, sources=MEASURES), Tally(), []
    for row in reading:
        tally.count(row)
        figures += [one for one in row.items if isinstance(one, Figure)]
    assert tally.balances
    return reading.profile, tally, figures


@pytest.fixture(scope="module")
def wide():
    """Two years of one authority's results, by the year they are about."""
    return {year: read(FILES / name) for year, name in (("2018", KS2_2018), ("2019", KS2_2019))}


def value(figures, about, code, measure, group="all", year="2019"):
    """Return the one figure asked for."""
    (found,) = [
        one
        for one in figures
        if (one.about, one.code, one.measure, one.group, one.year) == (about, code, measure, group, year)
    ]
    return found


def test_the_wide_file_holds_exactly_as_many_of_each_status_as_is_known(wide):
    profile, tally, figures = wide["2019"]
    statuses = Counter(one.status for one in figures)
    assert statuses["suppressed"] == 16982
    assert statuses["not-applicable"] == 2180
    assert statuses["new-school"] == 3
    assert statuses["low-coverage"] == 3
    assert statuses["bad"] == 0
    assert (tally.read, tally.kept, tally.rejected, tally.outside) == (334, 334, 0, 0)
    assert tally.faults == {"W-SHORT": 5}
    assert (profile.kind, profile.period, profile.release) == ("ks2-wide", "2018/19", "Final")


@pytest.mark.parametrize(
    ("year", "expected", "higher", "disadvantaged", "other", "nation"),
    [
        ("2017", 66, 11, 47, 71, (61, 47, 67)),
        ("2018", 68, 12, 49, 73, (64, 51, 70)),
        ("2019", 68, 13, 49, 73, (65, 51, 71)),
    ],
)
def test_the_authority_and_the_nation_have_their_known_figures(
    wide, year, expected, higher, disadvantaged, other, nation
):
    _, _, figures = wide["2019"]
    read_here = {
        (measure, group): value(figures, "authority", HAMPSHIRE, measure, group, year).value
        for measure, group in (
            ("ks2-rwm-expected", "all"),
            ("ks2-rwm-higher", "all"),
            ("ks2-rwm-expected", "disadvantaged"),
            ("ks2-rwm-expected", "other"),
        )
    }
    assert list(read_here.values()) == [expected, higher, disadvantaged, other]
    groups = ("all", "disadvantaged", "other")
    assert tuple(value(figures, "nation", "england", "ks2-rwm-expected", one, year).value for one in groups) == nation


@pytest.mark.parametrize(
    ("year", "with_figure", "at_least_80", "suppressed"), [("2018", 305, 70, 109), ("2019", 309, 72, 115)]
)
def test_counts_over_mainstream_schools_are_those_that_are_known(wide, year, with_figure, at_least_80, suppressed):
    _, _, figures = wide[year]
    of_schools = [one for one in figures if one.about == "school" and one.year == year]
    mainstream = {one.code for one in of_schools if one.measure == "ks2-record" and one.value == 1}
    expected = [one for one in of_schools if one.measure == "ks2-rwm-expected" and one.code in mainstream]
    values = [one.value for one in expected if one.group == "all" and one.value is not None]
    assert (len(values), sum(one >= 80 for one in values)) == (with_figure, at_least_80)
    assert sum(one.group == "disadvantaged" and one.status == SUPPRESSED for one in expected) == suppressed


def test_nought_per_cent_stands_beside_a_suppressed_figure(wide):
    _, _, figures = wide["2019"]
    nought = [one for one in figures if one.raw == "0%" and one.about == "school"]
    assert nought
    assert all((one.value, one.status) == (0.0, OK) for one in nought)


def test_a_cohort_stands_beside_the_percentages_of_its_group(wide):
    _, _, figures = wide["2019"]
    assert value(figures, "authority", HAMPSHIRE, "ks2-rwm-expected").cohort == 14855
    assert value(figures, "authority", HAMPSHIRE, "ks2-rwm-expected", "disadvantaged").cohort == 3263
    assert value(figures, "authority", HAMPSHIRE, "ks2-rwm-expected", "all", "2017-2019").cohort == 43358


def test_only_the_authorities_asked_for_are_kept_and_the_nation_always(tmp_path):
    profile, tally, figures = read(FILES / KS2_2019, Scope(frozenset({"936"}), frozenset({"116407"})))
    assert {(one.about, one.code) for one in figures} == {
        ("nation", "england"), ("nation", "england-all"), ("school", "116407")
    }  # fmt: skip
    assert tally.kept == 3
    assert tally.outside == tally.read - 3


def test_the_comparators_give_authority_region_and_nation(tmp_path):
    profile, tally, figures = read(FILES / "comparators.zip")
    known = {"2022": (60, 59), "2023": (61, 60), "2024": (60, 61), "2025": (63, 63)}
    for year, pair in known.items():
        here = [
            value(figures, about, code, "ks2-rwm-expected", "all", year).value
            for about, code in (("authority", HAMPSHIRE), ("nation", "england"))
        ]
        assert tuple(here) == pair, year
    assert value(figures, "authority", HAMPSHIRE, "gld", "all", "2023").value == 71.6
    assert value(figures, "authority", HAMPSHIRE, "phonics-y1", "meals", "2025").value == 63
    assert value(figures, "region", "South East", "phonics-y1", "all", "2024").value is not None
    assert tally.faults == {"E-YEARS": 12}
    assert (tally.read, tally.kept, tally.rejected) == (5616, 5604, 12)
    assert sum(one.status == "not-available" for one in figures) == 836


def test_census_and_absence_give_schools_and_the_nation_by_sort():
    _, tally, figures = read(FILES / "2018-2019_census.zip")
    assert value(figures, "nation", "england", "eal", "primary").value == 21.2
    assert value(figures, "school", "146002", "roll").value == 250
    assert value(figures, "school", "146002", "ehc-plans").value == 2.4
    assert tally.rejected == 0
    profile, _, figures = read(FILES / "2018-2019_absence.zip")
    assert value(figures, "nation", "england", "absence-overall", "primary").value == 4
    assert value(figures, "school", "115850", "absence-persistent").value == 6
    assert [fault.code for fault in profile.faults] == ["I-YEAR"]


def test_the_long_files_say_why_there_is_no_figure():
    profile, _, figures = read(FILES / "ks2_long_school.csv")
    assert (profile.period, profile.release) == ("2024/25", "Final")
    rwm = value(figures, "school", "100000", "ks2-rwm-expected", "all", "2025")
    assert (rwm.value, rwm.status) == (77, OK)
    progress = value(figures, "school", "100000", "ks2-reading-progress", "all", "2025")
    assert (progress.value, progress.status, progress.raw) == (None, "not-applicable", "z")
    _, _, figures = read(FILES / "ks2_long_authority.csv")
    assert value(figures, "authority", "201", "ks2-rwm-expected", "all", "2023").value == 76


def test_schools_of_another_sort_are_not_counted_twice(tmp_path):
    text = (FILES / "ks2_long_authority.csv").read_text("utf-8")
    (tmp_path / "a.csv").write_text(text.replace("All state funded", "Academies"), "utf-8")
    _, tally, figures = read(tmp_path / "a.csv")
    assert figures == []
    assert tally.outside == tally.read == 4


def test_a_file_whose_year_nobody_can_tell_is_refused_with_what_to_do(tmp_path):
    with zipfile.ZipFile(FILES / "2018-2019_census.zip") as packed:
        (tmp_path / "census.csv").write_bytes(packed.read("2018-2019_census.csv"))
    with pytest.raises(ImportRefusedError, match=r"Nothing in Visitapp was changed.*Put the year"):
        read(tmp_path / "census.csv")


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("202425", "2025"), ("2024/25", "2025"), ("2016-17 (OT)", "2017"), ("2025 (prov)", "2025"), ("2024", "2024"),
        ("2018/19-20/21", "2019-2021"), ("0", None), ("202427", None), ("", None), ("soon", None),
    ],
)  # fmt: skip
def test_years_are_read_in_every_way_they_are_written(said, year):
    assert year_in_cell(said) == year


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("2018-2019_850_ks2final.csv", 2019), ("2018-850-ks2.csv", 2019), ("census_2018-19.csv", 2019),
        ("england_ks2final.csv", None), ("file_20240105.csv", None), ("2016_17.csv", 2017),
    ],
)  # fmt: skip
def test_the_year_of_a_file_is_read_from_its_name(name, year):
    assert year_in_name(name) == year


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("53%", 53), ("-1.2", -1.2), ("\u22121.2", -1.2), ("1,234", 1234), ("71.599999999999994", 71.6),
        ("7.0000000000000007E-2", 0.07), (" 4 ", 4), ("12,34", None), ("1e", None), ("%", None), ("½", None),
        ("٣", None), ("5 or 6", None), ("--", None), ("nan", None), ("inf", None), ("", None),
    ],
)  # fmt: skip
def test_a_number_is_read_or_is_none(raw, said):
    assert number_in(raw) == said


@given(st.text())
@settings(max_examples=200)
def test_no_cell_is_guessed(raw):
    found, status = read_cell(raw, MEASURES.shapes["ks2-wide"].symbols, MEASURES.measures["ks2-rwm-expected"])
    assert (found is None) == (status != OK)
    assert found is None or 0 <= found <= 100
    assert status != BLANK or not raw.strip()


def test_a_percentage_that_cannot_be_is_bad():
    assert read_cell("120%", {}, MEASURES.measures["ks2-rwm-expected"]) == (None, BAD)


@pytest.fixture(scope="module")
def some_rows():
    """The head and some rows of every sort of a wide file, as text."""
    with zipfile.ZipFile(FILES / KS2_2019) as packed:
        lines = packed.read("2018-2019_850_ks2final.csv").decode("utf-8-sig").splitlines()
    return [lines[0], *lines[30:45], *lines[-4:]]


DAMAGES = st.lists(
    st.tuples(
        st.sampled_from(["cut", "surplus", "drop", "blank", "twice", "wild"]), st.integers(1, 19), st.integers(0, 400)
    ),
    max_size=8,
)


@given(damages=DAMAGES, encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]), title=st.booleans())
@settings(max_examples=60, deadline=None)
def test_a_damaged_file_is_read_without_a_crash_and_no_row_goes_missing(
    tmp_path_factory, some_rows, damages, encoding, title
):
    lines = list(some_rows)
    for sort, at, place in damages:
        at = min(at, len(lines) - 1)
        lines[at : at + 1] = damaged(sort, lines[at], place)
        if len(lines) < 2:
            return
    if title:
        lines.insert(0, "Key stage 2 results")
    path = tmp_path_factory.mktemp("damaged") / "2018-2019_ks2.csv"
    path.write_bytes(
        b"".join(
            [
                codecs.BOM_UTF16_LE if encoding == "utf-16" else b"",
                "\r\n".join(lines).encode("utf-16-le" if encoding == "utf-16" else encoding, errors="ignore"),
            ]
        )
    )
    _, tally, _ = read(path)
    assert tally.read == sum(bool(line.strip(", ")) for line in lines) - 1 - title


def damaged(sort, line, place):
    """Return what becomes of a line."""
    cells = line.split(",")
    if sort == "cut":
        return [",".join(cells[: max(3, place % len(cells))])]
    if sort == "surplus":
        return [line + ",surplus"]
    if sort == "drop":
        return []
    if sort == "blank":
        cells[place % len(cells)] = ""
        return [",".join(cells)]
    if sort == "wild":
        cells[place % len(cells)] = "?x?"
        return [",".join(cells)]
    return [line, line]
