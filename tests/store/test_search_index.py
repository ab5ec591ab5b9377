"""Tags are found by the index whatever becomes of a note: edited, undone, deleted, made again from operations."""

import json
import shutil
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from vault_desk import KEY, TODAY, new_database

from visitapp.domain.change import Act, altered, created
from visitapp.domain.evidence import Note
from visitapp.domain.search import Lexicon, Phrase, Query, read_query
from visitapp.domain.visit import School, Visit
from visitapp.store import operations, schema, undo
from visitapp.store.database import Database
from visitapp.store.projection import rebuild
from visitapp.store.search import SHOWN, Asked, search
from visitapp.store.search_index import tag_word

FILES = Path(__file__).parent.parent / "files"
VISIT = "v1"
ONE_OF = {
    "marker": ["", "risk", "strength"],
    "source": ["", "lesson", "pupils"],
    "subject": ["", "mathematics", "art-and-design"],
    "strand": ["", "teaching"],
    "activity": ["", "learning-walk", "learningwalk"],
    "pinned": [False, True],
    "private": [False, True],
    "text": ["Bar models.", "Phonics: sent, risk, y4.", ""],
}
SEVERAL = {"years": ["y4", "y5", "y-4"], "groups": ["send", "pupil-premium"]}
ODD = [
    "art-and-design",
    "art and design",
    "a_b",
    'say "so"',
    "don't",
    "ÉCOLE",
    "école",
    "y4",
    "Y4",
    "(or)",
    "*",
    "日本",
    "\\",
]
EDIT = st.one_of(
    st.tuples(st.sampled_from(sorted(ONE_OF)), st.integers(0, 2)),
    st.tuples(st.sampled_from(sorted(SEVERAL)), st.integers(0, 7)),
    st.tuples(st.sampled_from(["delete", "restore", "undo", "redo"]), st.just(0)),
)


@pytest.fixture
def vault(tmp_path):
    """A vault with one visit to one school."""
    with new_database(tmp_path / "vault") as database:
        keep(database, School("s1", name="Sallowfield"), Visit(VISIT, "s1", "f1", starts_on="2025-11-20"))
        yield database


def keep(database, *entities):
    act(database, *(change for one in entities for change in created(one)))


def act(database, *changes, visit_id=VISIT):
    with database.transaction() as session:
        operations.record(session, Act("Kept", changes, visit_id), TODAY)


def changed(database, note, **more):
    after = replace(note, **more)
    act(database, *altered(note, after))
    return after


def find(database, query, visit_id=""):
    with database.raw_reader() as connection:
        return asked(connection, query, visit_id)


def asked(connection, query, visit_id=""):
    return {hit.note.id for hit in list(search(connection, Asked(query, visit_id)))[-1].hits}


def of(name, code=""):
    return Query(wanted=(frozenset({(name, code)}),))


def sound(database):
    """Let the index itself say whether it holds just what the notes hold; it raises when it does not."""
    with database.transaction() as session:
        ask = session.connection().exec_driver_sql
        ask("insert into note_search(note_search, rank) values ('integrity-check', 1)")


def edited(note, edit):
    name, number = edit
    if name in ONE_OF:
        return replace(note, **{name: ONE_OF[name][number % len(ONE_OF[name])]})
    if name in SEVERAL:
        return replace(note, **{name: tuple(code for n, code in enumerate(SEVERAL[name]) if number >> n & 1)})
    return replace(note, deleted=name == "delete")


def kept_notes(database):
    """Return the notes as the table has them, by plain SQL."""
    names = [field.name for field in fields(Note)]
    columns = ", ".join(f'"{name}"' for name in names)
    with database.raw_reader() as connection:
        return [dict(zip(names, row, strict=True)) for row in connection.execute(f"select {columns} from note")]


def expected(rows, name, code):
    """Return the ids of the living notes that hold a code, without the index."""
    found = set()
    for row in rows:
        held = row[name]
        fits = (
            f'"{code}"' in held if name in SEVERAL else bool(held) if name in ("pinned", "private") else held == code
        )
        if fits and not row["deleted"]:
            found.add(row["id"])
    return found


def all_tags():
    for name, codes in (ONE_OF | SEVERAL).items():
        for code in codes:
            if name in ("pinned", "private"):
                yield name, ""
            elif name != "text":
                yield name, code


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(st.tuples(st.sampled_from(["n1", "n2"]), EDIT), max_size=14))
def test_every_tag_is_found_after_any_edits_undos_and_deletions_and_after_a_rebuild(tmp_path_factory, edits):
    with new_database(tmp_path_factory.mktemp("vault") / "own") as database:
        begun = (School("s1"), Visit(VISIT, "s1", "f1"), Note("n1", VISIT, 1), Note("n2", VISIT, 2))
        act(database, *(change for one in begun for change in created(one)), visit_id="")
        for note_id, edit in edits:
            row = next(row for row in kept_notes(database) if row["id"] == note_id)
            if edit[0] in ("undo", "redo"):
                with database.transaction() as session:
                    getattr(undo, edit[0])(session, VISIT, TODAY)
                continue
            row |= {name: tuple(json.loads(row[name])) for name in SEVERAL}
            note = Note(**row)
            act(database, *altered(note, edited(note, edit)))
        for _ in ("as it is", "made again"):
            sound(database)
            rows = kept_notes(database)
            with database.raw_reader() as connection:
                for name, code in all_tags():
                    assert asked(connection, of(name, code)) == expected(rows, name, code), (name, code)
            with database.transaction() as session:
                rebuild(session)


def test_a_tag_is_found_from_the_moment_it_is_set_until_it_is_taken_away(vault):
    note = Note("n1", VISIT, 1, "Bar models.")
    keep(vault, note)
    assert find(vault, of("groups", "send")) == set()
    note = changed(vault, note, groups=("pupil-premium", "send"), marker="risk")
    assert find(vault, of("groups", "send")) == find(vault, of("groups", "pupil-premium")) == {"n1"}
    note = changed(vault, note, groups=("pupil-premium",))
    assert find(vault, of("groups", "send")) == set()
    assert find(vault, of("groups", "pupil-premium")) == find(vault, of("marker", "risk")) == {"n1"}


def test_undo_and_redo_take_a_tag_away_and_bring_it_back(vault):
    note = Note("n1", VISIT, 1, "Bar models.", years=("y4",))
    keep(vault, note)
    changed(vault, note, years=("y5",))
    for turn, year in ((undo.undo, "y4"), (undo.redo, "y5")):
        with vault.transaction() as session:
            turn(session, VISIT, TODAY)
        assert [year for year in ("y4", "y5") if find(vault, of("years", year))] == [year]


def test_a_deleted_note_is_not_found_by_its_tags_and_is_again_once_it_is_brought_back(vault):
    note = Note("n1", VISIT, 1, "Bar models.", private=True)
    keep(vault, note)
    gone = changed(vault, note, deleted=True)
    assert find(vault, of("private")) == set()
    changed(vault, gone, deleted=False)
    assert find(vault, of("private")) == {"n1"}


def test_an_upgraded_vault_finds_its_notes_by_words_tags_and_visit(tmp_path):
    shutil.copy(FILES / "vault-schema-1.db", tmp_path / "visitapp.db")
    with Database.open(tmp_path / "visitapp.db", KEY) as database:
        with database.transaction() as session:
            schema.upgrade(session)
        sound(database)
        (row,) = kept_notes(database)
        for query in (of("marker", "strength"), Query((Phrase("explain"),)), Query((Phrase("think", True),))):
            assert find(database, query) == find(database, query, row["visit_id"]) == {row["id"]}
        assert find(database, of("marker", "risk")) == set()


@pytest.mark.parametrize("name", ["years", "groups", "marker", "subject"])
def test_codes_of_any_letters_and_signs_are_told_apart(vault, name):
    several = name in SEVERAL
    keep(
        vault,
        *(Note(f"n{n}", VISIT, n, **{name: (code, "last") if several else code}) for n, code in enumerate(ODD)),
    )
    sound(vault)
    for number, code in enumerate(ODD):
        assert find(vault, of(name, code)) == {f"n{number}"}, code


def test_a_tag_is_no_word_and_a_word_is_no_tag(vault):
    keep(
        vault,
        Note("n1", VISIT, 1, "Bar models.", marker="risk", groups=("send",)),
        Note("n2", VISIT, 2, "Send for the risk register: 0tagmarkerrisk."),
    )
    assert find(vault, read_query("risk ", Lexicon())) == find(vault, read_query("send ", Lexicon())) == {"n2"}
    assert find(vault, read_query("0tagmarkerrisk ", Lexicon())) == {"n2"}
    assert find(vault, of("marker", "risk")) == find(vault, of("groups", "send")) == {"n1"}


def test_tags_words_and_visit_narrow_one_another(vault):
    keep(
        vault,
        Visit("v2", "s1", "f1"),
        Note("n1", VISIT, 1, "Bar models.", marker="risk", years=("y4",)),
        Note("n2", VISIT, 2, "Bar charts.", marker="risk", years=("y5",)),
        Note("n3", "v2", 3, "Bar models.", marker="risk", years=("y4",)),
    )
    both = Query((Phrase("bar"),), (*of("marker", "risk").wanted, *of("years", "y4").wanted))
    assert find(vault, both) == {"n1", "n3"}
    assert find(vault, both, VISIT) == {"n1"}
    either = Query(wanted=(frozenset({("years", "y4"), ("years", "y5")}),))
    assert find(vault, either, VISIT) == {"n1", "n2"}
    assert find(vault, Query(wanted=(frozenset({("years", "y5"), ("zone", "")}),))) == {"n1", "n2", "n3"}


@pytest.mark.parametrize(("name", "code"), [("text", "x"), ("slot_id", "s"), ("source", ""), ("years", "")])
def test_what_is_not_in_the_index_has_no_word_in_it(name, code):
    assert tag_word(name, code) == ""


@pytest.mark.parametrize("visits", [3, 70])
@pytest.mark.parametrize("words", [(), (Phrase("common"),)])
def test_of_a_school_with_many_notes_the_newest_are_brought_whether_few_visits_or_many(vault, visits, words):
    keep(vault, School("s2", name="Quillmoor"), *(Visit(f"q{n}", "s2", "f1") for n in range(visits)))
    with vault.transaction() as session:
        for number in range(SHOWN + 40):
            session.connection().exec_driver_sql(
                "insert into note (id, visit_id, number, text, marker, source, years, subject, strand, groups, "
                "activity, slot_id, prompt, pinned, private, taken_at, zone, author_id, entered_at, deleted) "
                "values (?, ?, ?, 'Common words', '', '', '[]', '', '', '[]', '', '', '', 0, 0, ?, '', '', '', 0)",
                (f"n{number}", f"q{number * 7 % visits}", number, f"2025-11-20T{number:06}"),
            )
    with vault.raw_reader() as connection:
        found = list(search(connection, Asked(Query(words, schools=("quill",)))))[-1]
    assert [hit.note.number for hit in found.hits] == list(range(SHOWN + 39, 39, -1))
    assert found.total == SHOWN + 40
