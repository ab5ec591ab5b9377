"""Published data: kept whole or not at all, taken back and brought back, and found again."""

from dataclasses import replace

import pytest
from published_rows import Reading, reading_of
from vault_desk import KEY

from visitapp.domain.published.batches import KEPT, OUTSIDE, REJECTED, Fault, FileProfile, RowRead
from visitapp.domain.published.figures import Figure
from visitapp.domain.published.inspections import AreaJudgement, PublishedInspection
from visitapp.domain.published.schools import RegisterSchool, SchoolLink
from visitapp.errors import FileTooNewError, PublishedLostError
from visitapp.store.published import batches, figures, inspections, mappings, schools
from visitapp.store.published.database import PublishedDatabase
from visitapp.store.published.keeping import keep

PROFILE = FileProfile("ks2", "Key stage 2", "ks2.csv", "ab" * 32, 10, "utf-8", ("URN",))
SCHOOL = RegisterSchool("100001", "St Bede’s Primary School", "open", "850", "Hampshire", "2001", town="Sallowfield")
FIGURE = Figure("school", "100001", "2019", "ks2-rwm", "all", 65.0, "ok", "65%", 40)


def put(published, *items, profile=PROFILE, batch="b1"):
    """Keep each item as a row of its own."""
    with published.writing() as connection:
        return keep(connection, reading_of(items, profile), batch_id=batch, now="t")


def test_a_school_is_found_by_the_beginnings_of_its_words_whatever_their_marks(published):
    put(published, SCHOOL, replace(SCHOOL, urn="100002", name="Édouard Infant School", town="Beckmoor"))
    with published.reading() as connection:
        for words in ("st bedes", "ST BEDE'S prim", "sallow bede", "100001", "bede-primary"):
            assert [one.urn for one in schools.find_schools(connection, words)] == ["100001"], words
        assert [one.urn for one in schools.find_schools(connection, "edou beck")] == ["100002"]
        assert schools.find_schools(connection, "edes") == ()
        assert schools.find_schools(connection, " - ") == ()
        assert schools.find_schools(connection, "%") == ()
        assert schools.school(connection, "100001") == SCHOOL
        assert schools.authorities(connection) == (("850", "Hampshire", 2),)


def test_open_schools_are_listed_before_closed_ones(published):
    put(published, replace(SCHOOL, urn="100003", name="A School", status="closed"), replace(SCHOOL, name="B School"))
    with published.reading() as connection:
        assert [one.name for one in schools.find_schools(connection, "school")] == ["B School", "A School"]


def test_a_newer_register_stands_for_the_older_one_and_taken_back_no_longer_does(published):
    put(published, SCHOOL, batch="old")
    put(published, replace(SCHOOL, name="Bede Academy"), batch="new")
    with published.reading() as connection:
        assert schools.school(connection, "100001").name == "Bede Academy"
    with published.writing() as connection:
        batches.set_standing(connection, "new", standing=False)
    with published.reading() as connection:
        assert schools.school(connection, "100001") == SCHOOL
        assert [one.standing for one in batches.batches(connection)] == [False, True]


def test_of_lists_published_whole_the_last_three_are_held_and_as_many_more_as_there_is_room_for(published):
    names = ["five", "four", "three", "two", "one"]
    for batch in reversed(names):
        put(published, SCHOOL, profile=replace(PROFILE, kind="register"), batch=batch)
    with published.writing() as connection:
        for room, held in ((5, names), (4, names[:4]), (0, names[:3])):
            batches.drop_replaced(connection, "five", room)
            assert [one.id for one in batches.batches(connection)] == held
            assert connection.execute("select count(*) from school").fetchone() == (len(held),)


def test_a_register_that_makes_room_keeps_its_links(published):
    register = replace(PROFILE, kind="register-search")
    links = SchoolLink("100001", "100000", "", "predecessor", "x"), SchoolLink("9", "8", "", "predecessor", "x")
    put(published, SCHOOL, *links, profile=register, batch="one")
    for batch in ("two", "three", "four"):
        put(published, replace(SCHOOL, name=batch), profile=replace(register, kind="register"), batch=batch)
    with published.writing() as connection:
        batches.drop_replaced(connection, "four", room=0)
        assert schools.links_of(connection, "100001") == links[:1]
        assert schools.links_of(connection, "9") == links[1:]
        assert connection.execute("select count(*) from school").fetchone() == (3,)
        assert len(batches.batches(connection)) == 4


def test_links_stay_however_often_the_register_is_read_in_again(published):
    put(published, SchoolLink("1", "2", "Two", "predecessor", "x"), profile=replace(PROFILE, kind="register-links"))
    for batch in ("one", "two", "three"):
        put(published, SCHOOL, profile=replace(PROFILE, kind="register"), batch=batch)
    with published.writing() as connection:
        batches.drop_replaced(connection, "three", room=0)
        assert len(schools.links_of(connection, "1")) == 1
        assert len(batches.batches(connection)) == 4


def test_a_name_or_number_of_one_school_that_is_open_means_that_one(published):
    gone = replace(SCHOOL, urn="100009", status="closed")
    other = replace(SCHOOL, urn="100010", authority_code="999", name="Twice", number="0001")
    put(published, SCHOOL, gone, other, replace(other, urn="100011"))
    with published.reading() as connection:
        known = schools.known_schools(connection, frozenset({SCHOOL.authority_code}))
    assert known.authorities["100010"] == "999"
    assert known.names[SCHOOL.name.lower()] == SCHOOL.urn
    assert known.names["twice"] == ""
    assert known.numbers["9990001"] == ""


def test_links_are_followed_through_chains_and_circles(published):
    chain = [
        SchoolLink("1", "2", "Two", "predecessor", "Predecessor"),
        SchoolLink("2", "3", "Three", "predecessor", "Predecessor - merged"),
        SchoolLink("3", "1", "One", "successor", "Successor"),
        SchoolLink("9", "1", "One", "successor", "Successor"),
    ]
    put(published, *chain)
    with published.reading() as connection:
        assert set(schools.links_of(connection, "1")) == set(chain[:3])
        assert schools.links_of(connection, "5") == ()


@pytest.mark.parametrize("first", ["Final", "Revised"])
def test_the_more_final_release_speaks_whichever_came_first(published, first):
    second = {"Final": "Revised", "Revised": "Final"}[first]
    for release in (first, second):
        value = replace(FIGURE, value=70.0 if release == "Final" else 60.0)
        put(published, value, profile=replace(PROFILE, release=release), batch=release)
    with published.reading() as connection:
        (found,) = figures.figures_of(connection, "school", ["100001"])
        assert found.value == 70.0
        assert figures.figures_of(connection, "authority", ["100001"]) == ()
        assert [row[2] for row in figures.sources_of(connection, "school", ["100001"])] == [second, first]


def test_a_figure_without_a_value_keeps_why(published):
    put(published, replace(FIGURE, value=None, status="suppressed", raw="SUPP"))
    with published.reading() as connection:
        (found,) = figures.figures_of(connection, "school", ["100001"])
    assert (found.value, found.status, found.raw) == (None, "suppressed", "SUPP")


def test_an_inspection_is_found_under_either_number_and_stays_when_a_newer_file_drops_it(published):
    area = AreaJudgement("quality", "2", "Good")
    older = PublishedInspection("I1", "100001", "200001", "2019", "graded", "Graded", "2021-03-02", areas=(area,))
    newer = PublishedInspection("I2", "200001", "200001", "2025", "report-card", "Full", "2026-01-12")
    put(published, older, batch="first")
    put(published, newer, batch="second")
    with published.reading() as connection:
        assert inspections.inspections_of(connection, ["200001"]) == (older, newer)
        assert inspections.inspections_of(connection, ["100001"]) == (older,)


def test_rows_are_counted_and_only_those_to_be_kept_are_kept(published):
    rows = [
        RowRead(2, KEPT, (FIGURE,)),
        RowRead(3, REJECTED, (), (Fault("E-URN", "No number.", 3),)),
        RowRead(4, OUTSIDE),
    ]
    with published.writing() as connection:
        batch, tally = keep(connection, Reading(rows, PROFILE), batch_id="b", now="2026-01-01T00:00:00Z")
    assert (tally.read, tally.kept, tally.rejected, tally.outside, tally.balances) == (3, 1, 1, 1, True)
    assert tally.faults == {"E-URN": 1}
    with published.reading() as connection:
        assert batches.batches(connection) == (batch,)
        assert len(figures.figures_of(connection, "school", ["100001"])) == 1


def test_an_import_that_breaks_off_leaves_nothing(published):
    def rows():
        for number in range(5000):
            yield RowRead(number, KEPT, (replace(FIGURE, code=str(number)),))
        raise RuntimeError("cut short")

    with pytest.raises(RuntimeError), published.writing() as connection:
        keep(connection, Reading(rows(), PROFILE), batch_id="b", now="t")
    with published.reading() as connection:
        assert batches.batches(connection) == ()
        assert connection.execute("select count(*) from figure").fetchone() == (0,)


def test_readers_see_the_older_state_while_an_import_runs(published):
    put(published, SCHOOL)
    with published.writing() as connection:
        keep(connection, reading_of([replace(SCHOOL, urn="100009")], PROFILE), batch_id="b2", now="t")
        with published.reading() as other:
            assert schools.school(other, "100001") == SCHOOL
            assert schools.school(other, "100009") is None


def test_how_a_table_was_read_is_remembered_by_its_header(published):
    with published.writing() as connection:
        mappings.keep_mapping(connection, "a|b", "Export", "{}", "t")
        mappings.keep_mapping(connection, "a|b", "Export", '{"a": 1}', "u")
    with published.reading() as connection:
        assert mappings.mapping(connection, "a|b") == '{"a": 1}'
        assert mappings.mapping(connection, "c") is None


def test_the_file_is_encrypted_and_opens_with_no_other_key(published, tmp_path):
    put(published, SCHOOL)
    files = [path.read_bytes() for path in tmp_path.iterdir() if path.name.startswith("published")]
    assert files
    assert not any(b"Sallowfield" in content for content in files)
    with pytest.raises(PublishedLostError, match="Nothing you wrote is in it.*left as it is"):
        PublishedDatabase.beside(tmp_path / "visitapp.db", bytes(48))


def test_a_file_of_a_newer_program_is_left_alone(published, tmp_path):
    with published.writing() as connection:
        connection.execute("pragma user_version = 99")
    with pytest.raises(FileTooNewError, match="notes are safe"):
        PublishedDatabase.beside(tmp_path / "visitapp.db", KEY)
