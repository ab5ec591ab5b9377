"""A table nobody has seen, read by what a person said of its columns: every row accounted for, no number guessed."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from visitapp.domain.published.batches import Scope, Tally
from visitapp.domain.published.figures import BAD, OK, SUPPRESSED, Figure
from visitapp.domain.published.mapping import (
    BY_NAME,
    BY_NUMBER,
    BY_URN,
    KnownSchools,
    MappedColumn,
    MappedRows,
    MappingError,
    TableMapping,
)
from visitapp.errors import ImportRefusedError
from visitapp.frameworks.measures import load_measures
from visitapp.imports.published.mapped import header_key, sampled
from visitapp.imports.published.read import Explained, read_file

LISTS = load_measures()
RWM, PHONICS = "ks2-rwm-expected", "phonics-y1"
WIDE = """\
School URN,School,Cohort,RWM %,Phonics %
115850,Alton Infant School,41,64%,82
115851,Anstey Junior School,60,SUPP,
990001,Elsewhere School,20,70,
not a school,,1,2,3
115850,Alton Infant School,41,65,82
115852,Third School,30,about half,90
"""
LONG = """\
LAESTAB,Year,Indicator,Pupils,Result,Cohort
8502000,2023/24,Met standard,All pupils,64,41
850/2000,2022/23,Met standard,Girls,71,20
850 2000,2023/24,Something else,All pupils,64,41
8502000,2023/24,Met standard,Moon pupils,64,41
8502000,last year,Met standard,All pupils,64,41
8509999,2023/24,Met standard,All pupils,64,41
9362000,2023/24,Met standard,All pupils,64,41
"""
SCHOOLS = KnownSchools(
    {"115850": "850", "115851": "850", "115852": "850", "990001": "936"},
    {"8502000": "115850", "9362000": "990001"},
    {"alton infant school": "115850", "anstey junior school": "115851", "twice": ""},
)
BY_COLUMNS = TableMapping(
    "Our own export",
    "school urn",
    BY_URN,
    year="2024",
    columns=(MappedColumn("rwm %", RWM, "all", "cohort"), MappedColumn("phonics %", PHONICS)),
)
BY_ROWS = TableMapping(
    "Our own export",
    "laestab",
    BY_NUMBER,
    year_column="year",
    rows=MappedRows(
        "indicator", "result", {"met standard": RWM}, "pupils", {"all pupils": "all", "girls": "girls"}, "cohort"
    ),
)
HAMPSHIRE = Scope(frozenset({"850"}))


def written(tmp_path, text, name="export.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def read(path, mapping, scope=HAMPSHIRE, schools=SCHOOLS):
    """Return profile, tally and figures of a file."""
    tally, figures = Tally(), []
    reading = read_file(path, scope, sources=LISTS, explained=Explained(mapping, schools))
    for row in reading:
        tally.count(row)
        figures += [one for one in row.items if isinstance(one, Figure)]
    assert tally.balances
    return reading.profile, tally, figures


def counts(tally):
    return tally.read, tally.kept, tally.rejected, tally.outside


def test_a_column_for_each_measure_gives_a_figure_of_each_with_its_cohort(tmp_path):
    profile, tally, figures = read(written(tmp_path, WIDE), BY_COLUMNS)
    assert (profile.kind, profile.title, profile.period) == ("mapped-table", "Our own export", "2023/24")
    assert figures[0] == Figure("school", "115850", "2024", RWM, "all", 64.0, OK, "64%", 41)
    assert figures[1] == Figure("school", "115850", "2024", PHONICS, "all", 82.0, OK, "82")
    assert counts(tally) == (6, 3, 2, 1)
    assert set(tally.faults) == {"E-URN", "E-DUP", "W-CODE"}


def test_a_figure_that_is_missing_says_why_and_one_that_is_none_is_never_guessed(tmp_path):
    figures = read(written(tmp_path, WIDE), BY_COLUMNS)[2]
    said = {one.code: (one.value, one.status) for one in figures if one.measure == RWM}
    assert said["115851"] == (None, SUPPRESSED)
    assert said["115852"] == (None, BAD)


def test_a_row_for_each_measure_is_read_by_what_its_words_mean(tmp_path):
    profile, tally, figures = read(written(tmp_path, LONG), BY_ROWS)
    assert [(one.year, one.group, one.value, one.cohort) for one in figures] == [
        ("2024", "all", 64.0, 41),
        ("2023", "girls", 71.0, 20),
    ]
    assert profile.period == "2022/23 to 2023/24"
    assert counts(tally) == (7, 2, 4, 1)
    assert set(tally.faults) == {"E-MEASURE", "E-GROUP", "E-YEARS", "E-SCHOOL"}


def test_a_school_goes_by_its_name_if_only_one_has_it(tmp_path):
    text = "Name,RWM\nAlton  Infant school,64\nTwice,70\nNobody,71\n"
    mapping = TableMapping("x", "name", BY_NAME, "2024", columns=(MappedColumn("rwm", RWM),))
    _, tally, figures = read(written(tmp_path, text), mapping)
    assert [one.code for one in figures] == ["115850"]
    assert tally.faults == {"E-SCHOOL": 2}


def test_without_a_register_a_urn_is_taken_as_it_stands(tmp_path):
    _, tally, figures = read(written(tmp_path, WIDE), BY_COLUMNS, schools=KnownSchools())
    assert "990001" in {one.code for one in figures}
    assert "W-SCHOOL" not in tally.faults


def test_a_urn_the_register_does_not_know_is_kept_with_a_warning(tmp_path):
    _, tally, _ = read(written(tmp_path, WIDE), BY_COLUMNS, schools=KnownSchools({"115850": "850"}))
    assert tally.faults["W-SCHOOL"] == 3


def test_a_table_without_the_columns_it_is_to_be_read_by_is_refused(tmp_path):
    with pytest.raises(ImportRefusedError, match="Nothing in Visitapp was changed.*\u201cphonics %\u201d"):
        read(written(tmp_path, "School URN,RWM %,Cohort\n115850,64,41\n"), BY_COLUMNS)


@pytest.mark.parametrize("mapping", [BY_COLUMNS, BY_ROWS])
def test_a_mapping_is_kept_as_it_was_said(mapping):
    assert TableMapping.from_json(mapping.to_json()) == mapping
    assert mapping.without_year().year == ""


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", "null", '{"columns": 3}', '{"columns": [], "rows": null, "x": "y"}']
)
def test_what_is_no_mapping_is_refused(content):
    with pytest.raises(MappingError):
        TableMapping.from_json(content)


@pytest.mark.parametrize(
    ("mapping", "sentence"),
    [
        (replace(BY_COLUMNS, school=""), "which column names the school"),
        (replace(BY_COLUMNS, school_by="postcode"), "what the school\u2019s column holds"),
        (replace(BY_COLUMNS, year=""), "which year"),
        (replace(BY_COLUMNS, year="24"), "as 2024/25"),
        (replace(BY_COLUMNS, columns=()), "at least one column"),
        (replace(BY_COLUMNS, columns=(MappedColumn("a", RWM), MappedColumn("b", RWM))), "Two columns"),
        (replace(BY_COLUMNS, columns=(MappedColumn("a", "made-up"),)), "measures is not known"),
        (replace(BY_COLUMNS, columns=(MappedColumn("a", RWM, "made-up"),)), "groups is not known"),
        (replace(BY_ROWS, rows=MappedRows("", "", {})), "measure and its value"),
        (replace(BY_ROWS, rows=MappedRows("a", "b", {})), "which measure it means"),
        (replace(BY_ROWS, rows=MappedRows("a", "b", {"x": RWM}, "c")), "which group it means"),
    ],
)
def test_what_a_mapping_lacks_is_said(mapping, sentence):
    with pytest.raises(MappingError, match=sentence):
        mapping.proved(LISTS)


def test_a_person_is_shown_the_columns_with_three_values_of_each(tmp_path):
    found = sampled(written(tmp_path, LONG, "export_2023-24.csv"))
    assert [one.name for one in found.columns] == ["LAESTAB", "Year", "Indicator", "Pupils", "Result", "Cohort"]
    assert found.columns[1].values == ("2023/24", "2022/23", "last year")
    assert found.columns[2].words == ("Met standard", "Something else")
    assert found.year == "2024"
    assert sampled(written(tmp_path, LONG, "export 2024.csv")).year == ""


def test_tables_with_the_same_columns_are_known_by_them():
    assert header_key(("URN", " RWM  %")) == header_key(("urn", "rwm %"))
    assert header_key(("URN", "RWM %")) != header_key(("RWM %", "URN"))


CELLS = st.one_of(
    st.sampled_from(["115850", "990001", "8502000", "64", "SUPP", "", "2024/25", "5.00E+06", "=1", "met standard"]),
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=10),
)


@pytest.mark.parametrize(("text", "mapping"), [(WIDE, BY_COLUMNS), (LONG, BY_ROWS)])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_becomes_of_its_rows_every_one_is_accounted_for(tmp_path, text, mapping, data):
    rows = list(csv.reader(io.StringIO(text)))
    for row in rows[1:]:
        if data.draw(st.booleans()):
            row[data.draw(st.integers(0, len(row) - 1))] = data.draw(CELLS)
        if data.draw(st.booleans()):
            del row[data.draw(st.integers(0, len(row))) :]
        if data.draw(st.booleans()):
            row += data.draw(st.lists(CELLS, max_size=3))
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    path = tmp_path / "spoiled.csv"
    path.write_bytes(out.getvalue().encode(data.draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))))
    refused = said_no(path, mapping)
    assert not refused or refused.startswith("Nothing in Visitapp was changed")


def said_no(path, mapping):
    """Return why a file was refused, empty when it was read."""
    try:
        read(path, mapping)
    except ImportRefusedError as refusal:
        return str(refusal)
    return ""
