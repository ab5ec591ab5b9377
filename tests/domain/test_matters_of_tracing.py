"""What the report names as evidence that is not there, says otherwise, or was changed since it was used."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_records import begun, changed, holding, library, reading, saying, told, without

from visitapp.domain.cited_words import CITED, altered_evidence, cited_key, marks_for
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding
from visitapp.domain.handed_answers import answer_lists
from visitapp.domain.matters import NOTED, matters_about, matters_of
from visitapp.domain.matters.of_tracing import CHANGED, FIGURE, UNKNOWN
from visitapp.domain.places import answered, changes_for, section_place
from visitapp.domain.prose import citations
from visitapp.domain.tracing import facts, known_labels

PLACE = "report:teaching"
KINDS = (UNKNOWN, FIGURE, CHANGED)
NOTES = (
    Note("n1", "visit", 1, "Pupils explain the bar model."),
    Note("n2", "visit", 2, "Errors are noticed."),
)
WORDS = "Checks do not change what happens next."


@pytest.fixture
def record():
    programme = next(one for one in library().frameworks if one.code == "llpr-primary")
    return holding(begun(programme), *NOTES, Finding("f1", "visit", "strength", text=WORDS))


def said(record, place=PLACE):
    return [(one.kind, one.about) for one in matters_of(record, place) if one.kind in KINDS]


@pytest.mark.parametrize("code", ["sallowfield", "quillmoor"])
def test_the_samples_name_only_evidence_they_have(code):
    assert said(told(code), "report") == []


def test_a_name_of_evidence_that_is_not_there_is_told_once_for_a_section(record):
    text = "One. [E1] Two. [E7] Three. [E7]"
    assert said(reading(record, "teaching", text)) == [(UNKNOWN, "E7")]
    assert said(reading(record, "teaching", "Two. [E2]")) == []
    deleted = without(reading(record, "teaching", "Two. [E2]"), "note", "n2")
    assert said(deleted) == [(UNKNOWN, "E2")]
    (one,) = (each for each in matters_about(deleted, "E2"))
    assert (one.words, one.place, one.weight) == ("E2: there is no such evidence", PLACE, NOTED)


def test_a_figure_that_is_not_that_of_its_fact_is_told_until_one_of_them_is_mended(record):
    known = saying(record, fact__attendance="94.6")
    label = next(one.label for one in facts(known))
    written = reading(known, "teaching", f"Attendance is 94.6%. [{label}]")
    assert said(written) == []
    later = saying(written, fact__attendance="95.1")
    assert said(later) == [(FIGURE, "fact.attendance")]
    assert said(reading(later, "teaching", f"Attendance is 95.1%. [{label}]")) == []


def test_a_note_changed_after_it_was_named_is_told_in_the_section_that_names_it(record):
    before = reading(record, "teaching", "So it is. [E1]")
    later = changed(before, "note", "n1", text="Few pupils explain the bar model.")
    key = cited_key("teaching", "n1")
    assert said(later) == [(CHANGED, key)]
    (one,) = matters_about(later, key)
    assert one.words == "E1 was changed after it was used here: look again"
    assert said(changed(later, "note", "n1", text=NOTES[0].text)) == []
    assert said(reading(later, "teaching", "So it is.")) == []
    assert said(later, "report:leadership") == []


def test_what_was_looked_at_again_is_kept_as_it_is(record):
    later = changed(reading(record, "teaching", "So it is. [E1]"), "note", "n1", text="Otherwise.")
    (one,) = altered_evidence(later, "teaching")
    kept = later.with_changes(answered(later, one.key, value=one.mark))
    assert said(kept) == []
    assert said(changed(kept, "note", "n1", text="Once more.")) == [(CHANGED, one.key)]


def test_a_sentence_reworded_after_its_evidence_was_changed_has_been_looked_at(record):
    before = reading(record, "teaching", "First. [E2] So it is. [E1] And more.")
    later = changed(before, "note", "n1", text="Otherwise.")
    elsewhere = reading(later, "teaching", "First, then. [E2] So it is. [E1] And more of it.")
    assert said(elsewhere) == [(CHANGED, cited_key("teaching", "n1"))]
    mended = reading(elsewhere, "teaching", "First, then. [E2] So it is not. [E1] And more of it.")
    assert said(mended) == []
    assert said(changed(mended, "note", "n1", text="Once more.")) == [(CHANGED, cited_key("teaching", "n1"))]


def test_one_of_two_sentences_that_name_it_left_as_it_was_is_still_told(record):
    later = changed(reading(record, "teaching", "So. [E1] Thus. [E1]"), "note", "n1", text="Otherwise.")
    half = reading(later, "teaching", "Not so. [E1] Thus. [E1]")
    assert said(half) == [(CHANGED, cited_key("teaching", "n1"))]
    assert said(reading(later, "teaching", "Not so. [E1] Nor thus. [E1]")) == []


def test_a_change_of_anything_but_its_words_is_no_change(record):
    before = reading(record, "teaching", "So it is. [E1]")
    assert said(changed(before, "note", "n1", marker="risk", text=f" {NOTES[0].text}\n")) == []


def test_each_section_knows_what_the_note_said_when_it_came_to_name_it(record):
    first = reading(record, "teaching", "So it is. [E1]")
    second = reading(changed(first, "note", "n1", text="Otherwise."), "leadership", "Thus. [E1]")
    assert said(second) == [(CHANGED, cited_key("teaching", "n1"))]
    assert said(second, "report:leadership") == []


def test_a_finding_reworded_after_its_words_were_used_is_told_while_they_stand(record):
    before = reading(record, "teaching", f"We saw it often. {WORDS}")
    later = changed(before, "finding", "f1", text="Checks seldom change what happens next.")
    assert said(later) == [(CHANGED, cited_key("teaching", "f1"))]
    assert altered_evidence(later, "teaching")[0].stands == WORDS
    assert said(reading(later, "teaching", "We saw it often.")) == []


def test_a_name_taken_out_and_put_in_again_is_up_to_date(record):
    later = changed(reading(record, "teaching", "So. [E1]"), "note", "n1", text="Otherwise.")
    again = reading(reading(later, "teaching", "So."), "teaching", "So. [E1]")
    assert said(again) == []


def test_marks_are_kept_with_the_text_in_one_act_and_only_for_what_is_new(record):
    changes = changes_for(record, section_place("teaching"), "So. [E1]")
    assert {one.kind for one in changes} == {"block", "answer"}
    after = record.with_changes(changes)
    assert marks_for(after, "teaching", "So it is. [E1]") == ()
    assert marks_for(after, "teaching", "So it is.") == ((cited_key("teaching", "n1"), None),)
    assert not [
        one for one in changes_for(after, section_place("teaching"), "So it is. [E1]") if one.kind == "answer"
    ]


def test_text_from_before_there_were_marks_is_never_told_and_marked_with_the_next_change(record):
    blocks = [one for one in changes_for(record, section_place("teaching"), "So. [E1]") if one.kind == "block"]
    older = changed(record.with_changes(blocks), "note", "n1", text="Otherwise.")
    assert said(older) == []
    assert said(changed(reading(older, "teaching", "So it is. [E1]"), "note", "n1", text="Again.")) != []


def test_a_mark_is_no_answer_and_does_not_leave_with_what_is_handed_over(record):
    after = reading(record, "teaching", "So. [E1]")
    assert [one for one in after.living("answer") if one.key.startswith(CITED)]
    rows = [cell for part in answer_lists(after) for row in part.rows for cell in row]
    assert not [cell for cell in rows if CITED in str(cell) or cited_key("teaching", "n1") in str(cell)]


SENTENCES = st.lists(
    st.sampled_from(["One.", "Two. [E1]", "Three. [E2] [E9]", "Attendance is 90%. [D7]", f"{WORDS} [E1]", "[D99]"]),
    max_size=4,
).map(" ".join)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["teaching", "leadership"]), SENTENCES),
        st.tuples(st.sampled_from(["n1", "n2", "f1"]), st.sampled_from(["Otherwise said here.", WORDS, "Gone"])),
        st.tuples(st.just("attendance"), st.sampled_from(["90", "94.6", ""])),
        st.tuples(st.just("delete"), st.sampled_from(["n1", "n2"])),
    ),
    max_size=7,
)


def stepped(record, step):
    what, value = step
    if what in ("teaching", "leadership"):
        return reading(record, what, value)
    if what == "attendance":
        return saying(record, fact__attendance=value)
    if what == "delete":
        return without(record, "note", value)
    return changed(record, "finding" if what == "f1" else "note", what, text=value)


@settings(max_examples=150, deadline=None)
@given(STEPS)
def test_nothing_is_told_that_is_not_so(steps):
    record = holding(begun(library().frameworks[0]), *NOTES, Finding("f1", "visit", "strength", text=WORDS))
    for step in steps:
        record = stepped(record, step)
    for one in matters_of(record, "report"):
        section = one.place.removeprefix("report:")
        text = "\n\n".join(block.text for block in record.blocks(section))
        labels = {each.label for each in citations(text)}
        if one.kind == UNKNOWN:
            assert one.about in labels - known_labels(record)
        elif one.kind == FIGURE:
            assert "90" in text
            assert record.answer(one.about).value == "94.6"
        elif one.kind == CHANGED:
            (found,) = (each for each in altered_evidence(record, section) if each.key == one.about)
            assert found.stands in text
            assert found.mark != record.answer(one.about).value


@settings(max_examples=100, deadline=None)
@given(STEPS, st.sampled_from(["teaching", "leadership"]), SENTENCES)
def test_an_edit_and_its_undo_bring_back_the_same_matters_and_marks(steps, section, text):
    record = holding(begun(library().frameworks[0]), *NOTES, Finding("f1", "visit", "strength", text=WORDS))
    for step in steps:
        record = stepped(record, step)
    changes = changes_for(record, section_place(section), text)
    after = record.with_changes(changes)
    undone = after.with_changes(_turned(record, changes))
    assert matters_of(undone, "report") == matters_of(record, "report")
    assert _marks(undone) == _marks(record)


def _turned(record, changes):
    return [
        type(one)(one.kind, one.id, one.field, getattr(before, one.field))
        if (before := record.shelves.get(one.kind, {}).get(one.id)) is not None
        else type(one)(one.kind, one.id, "deleted", True)
        for one in changes
    ]


def _marks(record):
    return {one.key: one.value for one in record.living("answer") if one.key.startswith(CITED) and one.value}
