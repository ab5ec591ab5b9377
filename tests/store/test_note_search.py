"""Notes are found by their words and by what they are marked with, the newest first, deleted ones never."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from vault_desk import TODAY, new_database

from visitapp.domain.change import Act, Change, created
from visitapp.domain.evidence import Note
from visitapp.domain.search import Lexicon, Phrase, Query, read_query
from visitapp.domain.visit import School, Visit
from visitapp.store import operations
from visitapp.store.search import COUNTED, SHOWN, Asked, search

SIGNS = ['"', "*", "(", ")", ":", "^", "+", "-", "{", "}", ",", "AND", "OR", "NOT", "NEAR(", "text :", "'", ";", "\\"]
MANY = (
    "with recursive n(i) as (select 1 union all select i + 1 from n where i < ?) "
    "insert into note (id, visit_id, number, text, marker, source, years, subject, strand, groups, activity, "
    "slot_id, prompt, pinned, private, taken_at, zone, author_id, deleted) "
    "select 'many-' || i, 'v2', i, 'Common words', case i when 1 then 'risk' else '' end, '', '[]', '', '', '[]', "
    "'', '', '', 0, 0, '2025-11-21T10:00:00+00:00', '', '', 0 from n"
)


def note(number, text, visit="v1", **more):
    plain = {"taken_at": f"2025-11-20T10:{number:02}:00+00:00", "years": ("y4",), "marker": "strength"}
    return Note(f"n{number}", visit, number, text, **{**plain, **more})


NOTES = (
    note(1, "The bar model shows why the whole stays the same."),
    note(2, "Café corner: pupils read naïvely.", years=("y5", "y6"), private=True),
    note(3, "Phonics is taught daily; models are shared.", marker="risk", groups=("send",), subject="phonics"),
    note(4, "🙂🙂 Models help.", marker="", pinned=True, activity="walk", taken_at="2025-11-21T09:00:00+00:00"),
    note(5, 'She said "don\'t guess" (twice) * AND OR NOT NEAR.', source="pupils", strand="teaching"),
    note(6, "Another school models well.", visit="v2", taken_at="2025-10-01T09:00:00+00:00"),
    note(7, "This model was deleted.", deleted=True),
    note(8, "A model of a deleted visit.", visit="v3"),
)


@pytest.fixture(scope="module")
def vault(tmp_path_factory):
    """Three visits to two schools, one of them deleted."""
    with new_database(tmp_path_factory.mktemp("vault")) as database:
        schools = School("s1", name="Sallowfield Primary School"), School("s2", name="Écluse Academy")
        visits = (
            Visit("v1", "s1", "f1", starts_on="2025-11-20", ends_on="2025-11-21"),
            Visit("v2", "s2", "f2", starts_on="2025-10-01", ends_on="2025-10-01"),
            Visit("v3", "s2", "f2", starts_on="2025-09-01", deleted=True),
        )
        keep(database, *schools, *visits, *NOTES)
        yield database


@pytest.fixture
def own_vault(tmp_path):
    """A vault to change, with one school and one visit."""
    with new_database(tmp_path / "own") as database:
        keep(database, School("s1", name="Sallowfield"), Visit("v2", "s1", "f1", starts_on="2025-11-20"))
        yield database


def keep(database, *entities):
    with database.transaction() as session:
        changes = tuple(change for one in entities for change in created(one))
        operations.record(session, Act("Kept", changes), TODAY)


def answers(vault, query, visit_id="", **more):
    query = read_query(query, Lexicon()) if isinstance(query, str) else query
    with vault.raw_reader() as connection:
        return list(search(connection, Asked(query, visit_id, **more)))


def find(vault, query, visit_id="", **more):
    return [hit.note.number for hit in answers(vault, query, visit_id, **more)[-1].hits]


def wanted(*pairs):
    return Query(wanted=(frozenset(pairs),))


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("model", [4, 3, 1, 6]),
        ("models", [4, 3, 6]),
        ("MODELS", [4, 3, 6]),
        ('"bar model"', [1]),
        ('"bar mod', [1]),
        ('"model bar"', []),
        ("phonics model", [3]),
        ("cafe", [2]),
        ("CAFÉ", [2]),
        ("naive", [2]),
        ("don't", [5]),
        ("dont", []),
        ("nothing", []),
    ],
)
def test_notes_are_found_by_their_words_the_newest_first(vault, typed, numbers):
    assert find(vault, typed) == numbers


def test_a_visit_is_searched_by_itself(vault):
    assert find(vault, "model", "v2") == [6]
    assert find(vault, "model", "v1") == [4, 3, 1]


def test_deleted_notes_and_notes_of_deleted_visits_are_never_found(vault):
    assert find(vault, "deleted") == []
    assert find(vault, "deleted", "v3") == []
    assert find(vault, wanted(("marker", "strength"))) == [5, 2, 1, 6]


def test_a_hit_says_where_it_comes_from(vault):
    hit = answers(vault, "corner")[-1].hits[0]
    assert hit.note == NOTES[1]
    assert (hit.school, hit.starts_on, hit.ends_on, hit.framework_id) == (
        "Sallowfield Primary School", "2025-11-20", "2025-11-21", "f1",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "matched"),
    [
        ("mode", ["Models"]),
        ("cafe naiv", ["Café", "naïvely"]),
        ('"bar model" the', ["The", "bar model", "the", "the"]),
        ("taught", ["taught"]),
    ],
)
def test_matches_are_marked_exactly(vault, typed, matched):
    hit = answers(vault, typed, "v1")[-1].hits[0]
    assert [hit.note.text[start:end] for start, end in hit.marks] == matched


@pytest.mark.parametrize("typed", [*SIGNS, *(f"{sign}model" for sign in SIGNS), *(f"model{sign}" for sign in SIGNS)])
def test_the_signs_of_the_index_are_only_text(vault, typed):
    assert answers(vault, typed)[-1].is_whole
    assert find(vault, f'"{typed} ') is not None


def test_words_that_are_commands_elsewhere_are_found_as_words(vault):
    assert find(vault, "AND OR NOT NEAR(") == [5]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(SIGNS) | st.text(max_size=5), max_size=10).map(" ".join))
def test_nothing_that_can_be_typed_breaks_the_search(vault, typed):
    for found in answers(vault, typed):
        for hit in found.hits:
            assert all(0 <= start < end <= len(hit.note.text) for start, end in hit.marks)


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        (wanted(("years", "y5")), [2]),
        (wanted(("years", "y4")), [4, 5, 3, 1, 6]),
        (wanted(("groups", "send")), [3]),
        (wanted(("marker", "risk")), [3]),
        (wanted(("marker", "")), [4]),
        (wanted(("marker", "risk"), ("marker", "")), [4, 3]),
        (wanted(("source", "pupils")), [5]),
        (wanted(("strand", "teaching")), [5]),
        (wanted(("subject", "phonics")), [3]),
        (wanted(("activity", "walk")), [4]),
        (wanted(("pinned", "")), [4]),
        (wanted(("private", "")), [2]),
        (Query((Phrase("mod", True),), (frozenset({("years", "y4")}), frozenset({("marker", "risk")}))), [3]),
        (Query(schools=("sallow",)), [4, 5, 3, 2, 1]),
        (Query(schools=("écl",)), [6]),
        (Query((Phrase("model", True),), schools=("academy",)), [6]),
        (Query(schools=("nowhere",)), []),
    ],
)
def test_filters_narrow_what_is_found(vault, query, numbers):
    assert find(vault, query) == numbers


def test_a_school_and_a_visit_must_both_fit(vault):
    assert find(vault, Query(schools=("academy",)), "v1") == []
    assert find(vault, Query((Phrase("model", True),), schools=("academy",)), "v2") == [6]


def test_moments_are_bounds(vault):
    query = read_query("on:2025-11-21", Lexicon())
    assert find(vault, query, since="2025-11-21T00:00:00+00:00", until="2025-11-22T00:00:00+00:00") == [4]
    assert find(vault, query, until="2025-10-02T00:00:00+00:00") == [6]


def test_a_field_no_note_has_is_a_mistake_of_the_program(vault):
    with pytest.raises(ValueError, match="no text; drop"):
        find(vault, wanted(("text; drop table note", "")))


def test_a_question_for_nothing_finds_nothing(vault):
    assert [found.total for found in answers(vault, "")] == [0]


def test_a_note_is_found_as_soon_as_it_is_kept_and_by_its_new_words_when_it_changes(own_vault):
    kept = note(1, "Fractions as numbers.", visit="v2")
    keep(own_vault, kept)
    assert find(own_vault, "fract") == [1]
    with own_vault.transaction() as session:
        operations.record(session, Act("Changed", (Change("note", kept.id, "text", "Decimals now."),)), TODAY)
    assert find(own_vault, "fract") == []
    assert find(own_vault, "decimals") == [1]
    keep(own_vault, replace(kept, id="n2", number=2))
    assert find(own_vault, "fract", "v2") == [2]


def many(database, count):
    with database.transaction() as session:
        session.connection().exec_driver_sql(MANY, (count,))


@pytest.mark.parametrize(
    ("count", "total", "is_more"),
    [(SHOWN + 1, SHOWN + 1, False), (COUNTED, COUNTED, False), (COUNTED + 1, COUNTED, True)],
)
def test_the_newest_are_brought_and_all_are_counted_up_to_a_limit(own_vault, count, total, is_more):
    many(own_vault, count)
    for query in ("common", Query(wanted=(frozenset({("private", ""), ("zone", "")}),))):
        found = answers(own_vault, query)[-1]
        assert (len(found.hits), found.total, found.is_more) == (SHOWN, total, is_more)
        assert found.hits[0].note.number == count
    marked = answers(own_vault, "common")[-1].hits
    assert {hit.marks for hit in marked} == {((0, 6),)}


def test_where_every_note_must_be_looked_at_the_newest_are_said_first(own_vault):
    many(own_vault, 9000)
    near, whole = answers(own_vault, wanted(("marker", "risk")))
    assert (near.total, near.is_whole) == (0, False)
    assert (whole.total, whole.is_whole) == (1, True)
    near, whole = answers(own_vault, Query((Phrase("common"),), (frozenset({("marker", "risk")}),)))
    assert (near.total, near.is_whole, whole.total, whole.is_whole) == (0, False, 1, True)
    assert whole.hits[0].marks == ((0, 6),)


def test_nobody_is_told_what_they_no_longer_wait_for(own_vault):
    many(own_vault, 9000)
    with own_vault.raw_reader() as connection:
        asked = Asked(wanted(("marker", "risk")))
        assert list(search(connection, asked, lambda: True)) == []
        assert [found.total for found in search(connection, asked)] == [0, 1]
