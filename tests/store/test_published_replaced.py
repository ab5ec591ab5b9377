"""Lists published whole replace each other only: whatever is read in and taken back, nothing else goes with it."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from published_rows import reading_of, trying

from visitapp.domain.published.batches import FileProfile
from visitapp.domain.published.inspections import PublishedInspection
from visitapp.domain.published.schools import RegisterSchool, SchoolLink
from visitapp.store.published import batches, inspections, schools
from visitapp.store.published.keeping import keep
from visitapp.store.published.replacing import speaking_register

SCHOOL = RegisterSchool("100001", "Sallowfield Primary School", "open", "850", "Hampshire", "2001")
URNS = ("100001", "100002", "100003")
WHOLE, SEARCH, LINKS = "register", "register-search", "register-links"


def read_in(connection, number, kind, urns=(), linked=(), period="", more=()):
    """Read in a register of some schools, or a links file, each row marked by the file's number."""
    items = [replace(SCHOOL, urn=urn, name=f"School {number}") for urn in urns]
    items += [SchoolLink(urn, "900001", f"School {number}", "predecessor", "Predecessor") for urn in linked]
    profile = FileProfile(kind, "A list", f"{number}.csv", f"{number:064}", 10, "utf-8", (), period)
    keep(connection, reading_of([*items, *more], profile), batch_id=f"{number}", now=f"2026-01-{number + 1:02}T10:00")
    batches.drop_same(connection, f"{number}")
    batches.drop_replaced(connection, f"{number}")


def schools_known(connection):
    return {one.urn: one.name for one in schools.find_schools(connection, "school")}


def link_known(connection, urn):
    return [one.other_name for one in schools.links_of(connection, urn)]


SOME = st.lists(st.sampled_from(URNS), unique=True, min_size=1).map(tuple)
ANY = st.lists(st.sampled_from(URNS), unique=True).map(tuple)
FILES = st.one_of(
    st.tuples(st.just(WHOLE), SOME, st.just(())),
    st.tuples(st.just(SEARCH), SOME, ANY).map(lambda one: (*one[:2], tuple(u for u in one[2] if u in one[1]))),
    st.tuples(st.just(LINKS), st.just(()), SOME),
)
STEPS = st.lists(st.one_of(FILES, st.tuples(st.integers(0, 9), st.booleans())), min_size=1, max_size=12)


def links_wanted(standing, urn):
    """Return the number of the file whose link of a school is known, None for none: the newest links file and the
    search downloads with links, of which the newest that lists the school speaks."""
    newest = max((number for number, one in standing.items() if one[0] == LINKS), default=None)
    for number in sorted(standing, reverse=True):
        kind, urns, linked = standing[number]
        if kind == LINKS and number != newest:
            continue
        if urn in linked:
            return number
        if linked and urn in urns:
            return None
    return None


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_the_schools_and_links_known_are_always_those_of_the_newest_file_not_taken_back(tried, steps):
    def work(connection):
        files, stands = [], set()
        for step in steps:
            if isinstance(step[0], str):
                read_in(connection, len(files), *step)
                stands.add(len(files))
                files.append(step)
            elif step[0] < len(files):
                batches.set_standing(connection, f"{step[0]}", standing=step[1])
                (stands.add if step[1] else stands.discard)(step[0])
            standing = {number: files[number] for number in stands}
            newest = max((number for number in stands if files[number][0] != LINKS), default=None)
            known = {} if newest is None else dict.fromkeys(files[newest][1], f"School {newest}")
            assert schools_known(connection) == known
            assert speaking_register(connection)[0] == ("" if newest is None else f"{newest}")
            for urn in URNS:
                number = links_wanted(standing, urn)
                assert link_known(connection, urn) == ([] if number is None else [f"School {number}"])
            assert {one.id for one in batches.batches(connection)} == {f"{number}" for number in range(len(files))}

    trying(tried, work)


def test_links_files_never_push_out_the_register_that_holds_links_too(tried):
    def work(connection):
        read_in(connection, 0, SEARCH, URNS, URNS[:1])
        for number in range(1, 6):
            read_in(connection, number, LINKS, (), URNS[1:2])
        assert schools_known(connection) == dict.fromkeys(URNS, "School 0")
        assert link_known(connection, URNS[0]) == ["School 0"]
        assert link_known(connection, URNS[1]) == ["School 5"]

    trying(tried, work)


def test_three_registers_taken_back_one_after_another_let_the_first_speak(tried):
    def work(connection):
        for number in range(5):
            read_in(connection, number, WHOLE, URNS)
        for number in (4, 3, 2, 1):
            batches.set_standing(connection, f"{number}", standing=False)
            assert schools_known(connection) == dict.fromkeys(URNS, f"School {number - 1}")

    trying(tried, work)


def test_what_a_register_stands_in_the_place_of_is_known_and_how_much_is_missing(tried):
    def work(connection):
        assert speaking_register(connection) == ("", None)
        read_in(connection, 0, WHOLE, URNS, period="19 April 2022")
        assert speaking_register(connection) == ("0", None)
        read_in(connection, 1, SEARCH, URNS[:1], period="1 May 2022")
        register, replaces = speaking_register(connection)
        assert (register, replaces.former.period, replaces.former.count) == ("1", "19 April 2022", 3)
        assert (replaces.count, replaces.missing, replaces.is_far_less) == (1, 2, True)
        batches.set_standing(connection, "1", standing=False)
        assert speaking_register(connection) == ("0", None)

    trying(tried, work)


def inspected(on, source="", number=""):
    return PublishedInspection(
        number or f"register-100001-{on}",
        "100001",
        "100001",
        "eif-2019",
        "graded",
        "",
        on,
        outcome="Good",
        source=source,
    )


def told(connection):
    return [(one.started_on, one.source) for one in inspections.inspections_of(connection, ["100001"])]


def test_what_the_register_says_of_an_inspection_gives_way_to_the_inspectorates_own_file(tried):
    def work(connection):
        read_in(connection, 0, SEARCH, URNS, more=[inspected("2019-11-06", "The register")])
        assert told(connection) == [("2019-11-06", "The register")]
        read_in(connection, 1, "inspections", more=[inspected("2019-11-05", number="I1")])
        assert told(connection) == [("2019-11-05", "")]
        read_in(connection, 2, SEARCH, URNS, more=[inspected("2021-12-01", "The register")])
        assert told(connection) == [("2019-11-05", ""), ("2021-12-01", "The register")]
        batches.set_standing(connection, "1", standing=False)
        assert told(connection) == [("2019-11-06", "The register"), ("2021-12-01", "The register")]

    trying(tried, work)


def test_the_same_inspection_in_two_registers_is_told_once_as_the_newer_has_it(tried):
    def work(connection):
        for number in range(2):
            read_in(connection, number, SEARCH, URNS, more=[inspected("2019-11-06", f"Register {number}")])
        assert told(connection) == [("2019-11-06", "Register 1")]

    trying(tried, work)
