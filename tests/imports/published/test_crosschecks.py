"""A file held against what was read in before: schools, the row of the authority, the nation's figures."""

from dataclasses import replace

import pytest
from vault_desk import KEY, new_database

from visitapp.domain.published.batches import KEPT, FileProfile, RowRead, Scope, Tally
from visitapp.domain.published.figures import Figure
from visitapp.domain.published.inspections import PublishedInspection
from visitapp.domain.published.schools import RegisterSchool
from visitapp.frameworks.measures import load_measures
from visitapp.imports.published.crosschecks import CrossChecked
from visitapp.store.published.batches import set_standing
from visitapp.store.published.before import before
from visitapp.store.published.database import PublishedDatabase
from visitapp.store.published.keeping import keep

LISTS = load_measures()
RESULTS = FileProfile("ks2-wide", "Key stage 2", "ks2.csv", "ab" * 32, 10, "utf-8", ("URN",), release="Final")
REGISTER = replace(RESULTS, kind="register", title="Register", release="")
NATION = Figure("nation", "england", "2019", "ks2-rwm-expected", "all", 65.0, "ok", "65%")
AUTHORITY = replace(NATION, about="authority", code="850")


def figures(count, first=115_000):
    """Return a figure of each of so many schools."""
    return [replace(NATION, about="school", code=str(first + number)) for number in range(count)]


def schools(count, authority="850", first=115_000):
    """Return so many schools of an authority's register."""
    return [RegisterSchool(str(first + number), "A School", "open", authority) for number in range(count)]


class Rows:
    """Rows as they were read of a file, one for each thing."""

    def __init__(self, items, profile):
        self.items, self.profile = items, profile

    def __iter__(self):
        return (RowRead(line, KEPT, (item,)) for line, item in enumerate(self.items, 2))


@pytest.fixture
def published(tmp_path):
    with new_database(tmp_path) as database:
        yield PublishedDatabase.beside(database.path, KEY)


def read_in(published, items, profile=RESULTS, batch="b1", now="2025-01-01T00:00:00Z"):
    with published.writing() as connection:
        keep(connection, Rows(items, profile), batch_id=batch, now=now)


def remarks(published, items, profile=RESULTS, scope=Scope()):  # noqa: B008
    """Return code, column and what is said of each difference; every row goes through as it is."""
    with published.reading() as connection:
        checked = CrossChecked(Rows(items, profile), before(connection, profile.kind, profile.title), scope, LISTS)
    tally = Tally()
    for row in checked:
        tally.count(row)
    assert (tally.read, tally.kept) == (len(items), len(items))
    return [(one.code, one.column, one.raw) for one in checked.profile.faults]


def test_the_first_file_of_its_kind_is_held_against_nothing(published):
    assert remarks(published, [*figures(20), AUTHORITY, NATION]) == []


@pytest.mark.parametrize(("count", "said"), [(18, []), (17, ["17 schools, 20 in the last"]), (22, []), (23, None)])
def test_over_a_tenth_more_or_fewer_schools_of_an_authority_is_said(published, count, said):
    read_in(published, [*figures(20), AUTHORITY])
    said = ["23 schools, 20 in the last"] if said is None else said
    assert remarks(published, [*figures(count), AUTHORITY]) == [("W-COUNT", "", one) for one in said]


def test_schools_are_counted_by_the_authority_the_register_says(published):
    read_in(published, [*schools(40), *schools(30, "936", 120_000)], REGISTER, "r")
    read_in(published, [*figures(40), *figures(30, 120_000), AUTHORITY, replace(AUTHORITY, code="936")])
    now = [*figures(40), *figures(20, 120_000), AUTHORITY, replace(AUTHORITY, code="936")]
    assert remarks(published, now) == [("W-COUNT", "936", "20 schools, 30 in the last")]


def test_the_register_is_counted_by_its_own_authorities(published):
    read_in(published, schools(40), REGISTER)
    assert remarks(published, schools(30), REGISTER) == [("W-COUNT", "850", "30 schools, 40 in the last")]
    assert remarks(published, schools(30, "936", 120_000), REGISTER) == []


def test_inspections_are_counted_by_their_schools(published):
    profile = replace(RESULTS, kind="inspections", title="Inspections", release="")
    made = [
        PublishedInspection(str(number), str(115_000 + number), str(115_000 + number), "x", "full", "", "", "", "")
        for number in range(20)
    ]
    read_in(published, schools(40), REGISTER, "r")
    read_in(published, made, profile)
    assert remarks(published, made[:12], profile) == [("W-COUNT", "850", "12 schools, 20 in the last")]


def test_a_file_of_another_authority_or_of_another_name_is_not_counted_against_it(published):
    read_in(published, [*figures(20), AUTHORITY])
    assert remarks(published, [*figures(60, 120_000), replace(AUTHORITY, code="936")]) == []
    assert remarks(published, [*figures(60), AUTHORITY], replace(RESULTS, title="Another export")) == []


def test_the_last_file_that_stands_is_the_one_it_is_counted_against(published):
    read_in(published, [*figures(40), AUTHORITY])
    read_in(published, [*figures(20), AUTHORITY], batch="b2", now="2025-02-01T00:00:00Z")
    assert remarks(published, [*figures(40), AUTHORITY]) == [("W-COUNT", "", "40 schools, 20 in the last")]
    with published.writing() as connection:
        set_standing(connection, "b2", standing=False)
    assert remarks(published, [*figures(40), AUTHORITY]) == []


def test_the_missing_row_of_the_authority_is_said(published):
    assert remarks(published, figures(20)) == [("W-NOLA", "", "")]
    read_in(published, schools(40), REGISTER, "r")
    assert remarks(published, figures(20)) == [("W-NOLA", "", "850")]
    assert remarks(published, [*figures(20), AUTHORITY]) == []


def test_tables_that_have_no_such_row_are_not_asked_for_it(published):
    assert remarks(published, figures(20), replace(RESULTS, kind="school-census")) == []


def test_the_comparators_are_asked_for_every_authority_of_the_reviewer(published):
    profile = replace(RESULTS, kind="authority-comparators")
    scope = Scope(frozenset({"850", "936"}))
    assert remarks(published, [AUTHORITY], profile, scope) == [("W-NOLA", "", "936")]


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (NATION, []),
        (replace(NATION, value=65.3, raw="65.3"), []),
        (replace(NATION, value=64.5, raw="64.5%"), []),
        (replace(NATION, value=66.0, raw="66%"), ["66%, before 65%"]),
        (replace(NATION, value=None, status="suppressed", raw="SUPP"), []),
        (replace(NATION, value=66.0, raw="66%", again=True), []),
        (replace(NATION, value=66.0, raw="66%", year="2018"), []),
        (replace(NATION, value=66.0, raw="66%", code="england-all"), []),
    ],
)
def test_a_national_figure_that_became_another_is_said(published, figure, said):
    read_in(published, [AUTHORITY, NATION])
    about = "Reading, writing and maths: expected standard, 2018/19, state-funded schools"
    assert remarks(published, [AUTHORITY, figure]) == [("W-NATION", about, one) for one in said]


def test_a_figure_of_another_release_may_be_another(published):
    read_in(published, [AUTHORITY, NATION])
    other = replace(NATION, value=66.0, raw="66%")
    assert remarks(published, [AUTHORITY, other], replace(RESULTS, release="Revised")) == []
