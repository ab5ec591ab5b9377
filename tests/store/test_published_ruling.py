"""Which of several files speaks, and that taking one back is as if it had never been read in, in whatever order."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from published_rows import reading_of, trying

from visitapp.domain.published.batches import FileProfile
from visitapp.domain.published.figures import Figure
from visitapp.domain.published.inspections import PublishedInspection
from visitapp.domain.published.schools import RegisterSchool, SchoolLink
from visitapp.store.published import batches, figures, inspections, schools
from visitapp.store.published.keeping import keep

SCHOOL = RegisterSchool("100001", "Sallowfield Primary School", "open", "850", "Hampshire", "2001")
FIGURE = Figure("school", "100001", "2019", "ks2-rwm", "all", 65.0, "ok", "65%", 40)
LINK = SchoolLink("100001", "100000", "Sallowfield Infant School", "predecessor", "Predecessor")
INSPECTION = PublishedInspection("I1", "100001", "100001", "2019", "graded", "Graded", "2021-03-02")
DAYS = ("1 March 2024", "as at 31 August 2024", "12 October 2025", "")
RELEASES = ("Provisional", "Revised", "Final", "")


def told(number):
    """Return one of each sort of thing a file can say of the school, marked by its number."""
    return (
        replace(SCHOOL, name=f"School {number}"),
        replace(FIGURE, value=float(number)),
        replace(LINK, other_name=f"School {number}"),
        replace(INSPECTION, outcome=str(number)),
        replace(INSPECTION, number=f"I{number + 2}"),
    )


def read_in(connection, number, period="", release="", day="2026-01-01", kind="ks2", items=None):
    profile = FileProfile(kind, "A file", f"{number}.csv", f"{number:064}", 10, "utf-8", (), period, release)
    keep(connection, reading_of(items or told(number), profile), batch_id=str(number), now=f"{day}T10:00:00+00:00")


def answers(connection):
    """Return everything the published data says of the school and around it."""
    return (
        schools.school(connection, "100001"),
        schools.find_schools(connection, "school"),
        schools.authorities(connection),
        schools.links_of(connection, "100001"),
        figures.figures_of(connection, "school", ["100001"]),
        figures.figures_in(connection, ["ks2-rwm"], ["all"], "850"),
        figures.sources_of(connection, "school", ["100001"]),
        inspections.inspections_of(connection, ["100001"]),
    )


def left_of(published, work):
    """Return what the published data would say after some work, and leave it as it was."""

    def ask(connection):
        work(connection)
        return answers(connection)

    return trying(published, ask)


FILES = st.lists(
    st.tuples(st.sampled_from(DAYS), st.sampled_from(RELEASES), st.dates().map(str)), min_size=1, max_size=5
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=FILES, data=st.data())
def test_files_taken_back_in_any_order_are_as_if_they_had_never_been_read_in(tried, files, data):
    turns = data.draw(st.lists(st.tuples(st.integers(0, len(files) - 1), st.booleans()), max_size=8))
    standing = dict.fromkeys(range(len(files)), True)

    def read_and_turn(connection):
        for number, (period, release, day) in enumerate(files):
            read_in(connection, number, period, release, day)
        for number, stands in turns:
            standing[number] = stands
            batches.set_standing(connection, str(number), standing=stands)

    def read_only_those(connection):
        for number, (period, release, day) in enumerate(files):
            if standing[number]:
                read_in(connection, number, period, release, day)

    assert left_of(tried, read_and_turn) == left_of(tried, read_only_those)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=FILES, where=st.integers(0, 4))
def test_a_file_read_in_twice_says_everything_once(tried, files, where):
    again = where % len(files)

    def once(connection):
        for number, (period, release, day) in enumerate(files):
            if number != again:
                read_in(connection, number, period, release, day)
        read_in(connection, again, *files[again])

    def twice(connection):
        for number, (period, release, day) in enumerate(files):
            read_in(connection, number, period, release, day)
        connection.execute("update batch set id = 'before' where id = ?", (str(again),))
        read_in(connection, again, *files[again])
        batches.drop_same(connection, str(again))
        assert len(batches.batches(connection)) == len(files)

    assert left_of(tried, twice) == left_of(tried, once)


@pytest.mark.parametrize("first", ["newer", "older"])
def test_the_newer_of_two_files_rules_whichever_was_read_in_first_and_taken_back_the_older_does(tried, first):
    days = {"newer": "12 October 2025", "older": "31 August 2024"}
    order = (first, "older" if first == "newer" else "newer")

    def ruling(*taken_back):
        def work(connection):
            for number, which in enumerate(order):
                read_in(connection, number, days[which], day=f"2026-01-0{number + 1}")
            for which in taken_back:
                batches.set_standing(connection, str(order.index(which)), standing=False)

        school, _, _, links, *_, inspected = left_of(tried, work)
        number = [one.outcome for one in inspected if one.number == "I1"]
        said = {school.name[-1:] if school else "", links[0].other_name[-1:] if links else "", "".join(number)}
        assert len(said) == 1
        return said.pop()

    assert ruling() == str(order.index("newer"))
    assert ruling("newer") == str(order.index("older"))
    assert ruling("older") == str(order.index("newer"))
    assert ruling("newer", "older") == ""


@pytest.mark.parametrize("first", ["Final", "Provisional"])
def test_a_provisional_figure_never_stands_over_a_final_one_and_taken_back_it_does_not_come_back(tried, first):
    order = (first, "Provisional" if first == "Final" else "Final")

    def value(*taken_back):
        def work(connection):
            for number, release in enumerate(order):
                read_in(connection, number, "2018/19", release)
            for release in taken_back:
                batches.set_standing(connection, str(order.index(release)), standing=False)

        return [one.value for one in left_of(tried, work)[4]]

    assert value() == [float(order.index("Final"))]
    assert value("Final") == [float(order.index("Provisional"))]
    assert value("Final", "Provisional") == []


def test_a_file_that_says_no_day_is_as_new_as_the_day_it_was_read_in(tried):
    def work(connection):
        read_in(connection, 0, "12 October 2025", day="2026-03-01")
        read_in(connection, 1, "", day="2025-11-20")

    assert left_of(tried, work)[0].name == "School 1"


def test_an_old_register_read_in_last_is_there_to_be_taken_back(tried):
    def work(connection):
        for number, day in enumerate(("1 March 2025", "1 April 2025", "1 May 2023")):
            read_in(connection, number, day, kind="register", items=[replace(SCHOOL, name=f"School {number}")])
            batches.drop_replaced(connection, str(number))
        assert [one.id for one in batches.batches(connection)] == ["2", "1", "0"]

    assert left_of(tried, work)[0].name == "School 1"


@pytest.mark.parametrize("other", ["A file", "A file once more, under another name"])
def test_the_same_table_stands_once_whatever_its_file_is_called(tried, other):
    def work(connection):
        for number, name in enumerate(("A file", other)):
            profile = FileProfile("ks2", "A file", name, "ab" * 32, 10, "", ())
            keep(connection, reading_of(told(number), profile), batch_id=str(number), now="2026-01-01")
            batches.drop_same(connection, str(number))
        assert [(one.id, one.file_name) for one in batches.batches(connection)] == [("1", other)]
        assert connection.execute("select count(*) from figure").fetchone() == (1,)

    assert [one.value for one in left_of(tried, work)[4]] == [1.0]


def test_the_same_table_read_in_for_fewer_schools_takes_none_of_the_others_away(tried):
    profile = FileProfile("ks2", "A file", "A file", "ab" * 32, 10, "", ())
    others = (FIGURE, replace(FIGURE, code="100002"))

    def work(connection):
        for number, items in enumerate((others, (replace(FIGURE, value=1.0),))):
            keep(connection, reading_of(items, profile), batch_id=str(number), now="2026-01-01")
            batches.drop_same(connection, str(number))
        assert len(batches.batches(connection)) == 2
        assert len(figures.figures_of(connection, "school", ["100002"])) == 1

    assert [one.value for one in left_of(tried, work)[4]] == [1.0]


@pytest.mark.parametrize(("kind", "sha256"), [("mapped", "ab" * 32), ("ks2", "cd" * 32)])
def test_the_same_bytes_of_another_kind_and_other_bytes_stand_for_themselves(tried, kind, sha256):
    def work(connection):
        for number, one in enumerate((("ks2", "ab" * 32), (kind, sha256))):
            profile = FileProfile(one[0], "A file", "book.xlsx", one[1], 10, "", ())
            keep(connection, reading_of(told(number), profile), batch_id=str(number), now="2026-01-01")
            batches.drop_same(connection, str(number))
        assert len(batches.batches(connection)) == 2

    left_of(tried, work)
