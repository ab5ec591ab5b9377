"""A visit as one value, and how changes turn it into the next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_records import begun, changed, holding, library, told, without

from visitapp.domain.change import KINDS, Change, altered, created, default_of, kind_of, removed
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Action, Finding, Support, support_id
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Reviewer, School, Slot, Visit, answer_id
from visitapp.domain.writing import Block, Export


@pytest.fixture
def record():
    return begun(library().find("llpr-primary@2024-25"))


def note(number, at="2025-11-20T10:00:00+00:00", **fields):
    return Note(f"n{number}", "visit", number, f"Note {number}", taken_at=at, **fields)


def linked(finding_id, note_id, **fields):
    return Support(support_id(finding_id, note_id), "visit", finding_id, note_id, **fields)


def test_changes_make_a_new_record_and_leave_the_old_one_alone(record):
    after = holding(record, note(1))
    assert [one.id for one in after.notes] == ["n1"]
    assert record.notes == ()


def test_of_two_changes_to_one_field_the_last_counts(record):
    changes = [Change("note", "n1", "text", "one"), Change("note", "n1", "text", "two")]
    assert record.with_changes(changes).notes[0].text == "two"


def test_a_change_to_a_thing_not_yet_there_brings_it_into_being(record):
    after = record.with_changes([Change("finding", "f1", "text", "Reading is strong")])
    assert after.findings() == (Finding("f1", text="Reading is strong"),)


def test_a_kind_from_a_later_version_is_left_alone(record):
    assert record.with_changes([Change("film", "f1", "name", "x")]) == record


def test_no_changes_change_nothing(record):
    assert record.with_changes([]) == record


def test_notes_come_in_the_order_they_were_taken_then_by_number(record):
    late, early = note(1, "2025-11-20T11:00:00+00:00"), note(2, "2025-11-20T09:00:00+00:00")
    same = note(3, "2025-11-20T09:00:00+00:00")
    assert [one.number for one in holding(record, late, early, same).notes] == [2, 3, 1]


def test_the_day_plan_puts_an_activity_before_the_lesson_that_starts_with_it(record):
    walk = Slot("z-walk", "visit", 1, 600, 720, "learning-walk")
    lesson = Slot("a-lesson", "visit", 1, 600, 620, "learning-walk", part_of="z-walk")
    second = Slot("b", "visit", 2, 540, 600, "leaders")
    assert [one.id for one in holding(record, second, lesson, walk).slots] == ["z-walk", "a-lesson", "b"]


def test_findings_actions_and_paragraphs_follow_their_positions(record):
    record = holding(
        record,
        Finding("f2", "visit", "risk", position=2.0),
        Finding("f1", "visit", "risk", position=1.0),
        Action("a2", "visit", position=2.0),
        Action("a1", "visit", position=1.5),
        Block("b2", "visit", "context", 2.0),
        Block("b1", "visit", "context", 0.5),
        Block("b3", "visit", "risks", 0.1),
    )
    assert [one.id for one in record.findings("risk")] == ["f1", "f2"]
    assert [one.id for one in record.actions] == ["a1", "a2"]
    assert [one.id for one in record.blocks("context")] == ["b1", "b2"]


def test_findings_are_asked_for_by_kind_and_group(record):
    record = holding(
        record, Finding("f1", kind="www", group="2"), Finding("f2", kind="www"), Finding("f3", kind="ebi")
    )
    assert [one.id for one in record.findings()] == ["f1", "f2", "f3"]
    assert [one.id for one in record.findings("www")] == ["f1", "f2"]
    assert [one.id for one in record.findings("www", "")] == ["f2"]


def test_exports_come_by_revision(record):
    record = holding(record, Export("x", "visit", 2), Export("y", "visit", 1))
    assert [one.revision for one in record.exports] == [1, 2]


def test_a_deleted_thing_is_out_of_every_list_and_can_come_back(record):
    record = holding(record, note(1), Finding("f1", kind="risk"), linked("f1", "n1"))
    gone = record.with_changes(removed(record.notes))
    assert (gone.notes, gone.notes_of("f1"), gone.find("note", "n1")) == ((), (), None)
    back = changed(gone, "note", "n1", deleted=False)
    assert [one.id for one in back.notes_of("f1")] == ["n1"]


def test_a_note_is_placed_only_while_its_finding_exists(record):
    record = holding(record, note(1), Finding("f1", kind="risk"), linked("f1", "n1"))
    assert record.placed_note_ids() == {"n1"}
    assert without(record, "finding", "f1").placed_note_ids() == frozenset()
    assert without(record, "support", "f1:n1").placed_note_ids() == frozenset()


def test_a_link_to_a_note_or_finding_nobody_knows_is_harmless(record):
    record = holding(record, linked("f-gone", "n-gone"))
    assert record.supports("f-gone") == ()
    assert record.placed_note_ids() == frozenset()


def test_links_come_in_the_order_of_their_notes(record):
    late, early = note(1, "2025-11-20T11:00:00+00:00"), note(2, "2025-11-20T09:00:00+00:00")
    record = holding(record, late, early, linked("f1", "n1"), linked("f1", "n2", against=True))
    assert [(one.note_id, one.against) for one in record.supports("f1")] == [("n2", True), ("n1", False)]


def test_the_number_of_a_deleted_note_is_not_used_again(record):
    assert record.next_note_number() == 1
    record = holding(record, note(1), note(2))
    assert without(record, "note", "n2").next_note_number() == 3


def test_an_answer_never_given_has_no_value_and_no_note(record):
    answer = record.answer("criterion.a")
    assert (answer.id, answer.value, answer.note) == (answer_id("visit", "criterion.a"), None, "")


def test_a_deleted_answer_counts_as_never_given(record):
    record = record.with_changes([Change("answer", "visit:decision", "value", "later")])
    assert record.answer("decision").value == "later"
    assert without(record, "answer", "visit:decision").answer("decision").value is None


def test_school_and_reviewer_are_blank_until_known():
    record = VisitRecord(library().frameworks[0], "v", {"visit": {"v": Visit("v", "s", reviewer_id="r")}})
    assert (record.school, record.reviewer) == (School("s"), Reviewer("r"))


def test_a_thing_at_its_defaults_is_still_brought_into_being(record):
    assert record.with_changes(created(Action("a1"))).actions == (Action("a1"),)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_thing_survives_being_told_as_changes(kind, record):
    made = KINDS[kind]("some-id")
    filled = record.with_changes(
        [Change(kind, "some-id", name, _other(kind, name)) for name in made.__dataclass_fields__ if name != "id"]
    )
    one = filled.shelves[kind]["some-id"]
    assert record.with_changes(created(one)).shelves[kind]["some-id"] == one
    assert altered(one, one) == ()
    assert record.with_changes(created(made)).with_changes(altered(made, one)).shelves[kind]["some-id"] == one
    assert kind_of(one) == kind


def _other(kind, name):
    default = default_of(kind, name)
    if isinstance(default, bool):
        return not default
    if isinstance(default, int | float):
        return default + 1
    return ("y4",) if isinstance(default, tuple) else f"{name} of a {kind}"


FIELDS = {
    "note": {"text": st.text(max_size=5), "deleted": st.booleans(), "years": st.just(("y1",))},
    "answer": {"key": st.text(max_size=5), "value": st.integers() | st.none()},
    "finding": {"position": st.floats(0, 9), "text": st.text(max_size=5)},
    "slot": {"starts": st.integers(0, 1439)},
}


@st.composite
def change(draw):
    kind = draw(st.sampled_from(sorted(FIELDS)))
    field = draw(st.sampled_from(sorted(FIELDS[kind])))
    return Change(kind, draw(st.sampled_from(["one", "two"])), field, draw(FIELDS[kind][field]))


@given(st.lists(change(), max_size=12), st.integers(0, 12))
def test_it_does_not_matter_into_how_many_acts_changes_are_cut(changes, cut):
    record = begun(library().find("llpr-primary@2024-25"))
    in_two = record.with_changes(changes[:cut]).with_changes(changes[cut:])
    assert in_two == record.with_changes(changes)


MOMENTS = st.integers(0, 3).map(lambda hour: f"2025-11-20T1{hour}:00:00+00:00")


@given(st.lists(st.tuples(st.integers(1, 4), st.sampled_from(["deleted", "taken_at", "text"]), MOMENTS), max_size=9))
def test_notes_kept_in_order_from_change_to_change_are_as_if_sorted_anew(steps):
    record = begun(library().find("llpr-primary@2024-25"))
    for number, field, moment in steps:
        value = {"deleted": "T10" in moment, "taken_at": moment, "text": moment}[field]
        record = record.with_changes([Change("note", f"n{number}", field, value)])
        assert record.notes == VisitRecord(record.framework, record.visit_id, record.shelves).notes


@pytest.mark.parametrize("code", ["sallowfield", "quillmoor"])
def test_a_whole_visit_told_again_as_changes_is_the_same_visit(code):
    record = told(code)
    again = VisitRecord(record.framework, record.visit_id)
    for shelf in record.shelves.values():
        again = again.with_changes(change for one in shelf.values() for change in created(one))
    assert again == record


NUMBERED = st.lists(
    st.tuples(st.integers(1, 4), st.sampled_from(["number", "deleted"]), st.integers(0, 9)), max_size=8
)


@given(NUMBERED)
def test_the_next_number_is_the_same_whether_or_not_it_was_asked_before(edits):
    record = holding(begun(library().find("llpr-primary@2024-25")), note(1), note(2))
    for number, field, value in edits:
        record.next_note_number()
        record = record.with_changes(
            [Change("note", f"n{number}", field, bool(value % 2) if field == "deleted" else value)]
        )
        fresh = VisitRecord(record.framework, record.visit_id, record.shelves)
        assert record.next_note_number() == fresh.next_note_number()


def test_findings_stand_by_kind_then_group_then_place_whatever_their_ids():
    record = told("quillmoor")
    kinds = [one.code for one in record.framework.finding_kinds]
    groups = [one.code for one in record.framework.finding_groups]
    places = [(kinds.index(one.kind), groups.index(one.group), one.position) for one in record.findings()]
    assert len({group for _, group, _ in places}) > 1
    assert places == sorted(places)
    assert [one for kind in kinds for one in record.findings(kind)] == list(record.findings())
