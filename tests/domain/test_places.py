"""Places where text is typed: what is typed is what then stands there, whatever it is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_records import begun, holding, library, told

from visitapp.domain.finding import Action, Finding
from visitapp.domain.places import (
    Place,
    answer_place,
    changes_for,
    place_of_box,
    put,
    section_place,
    text_at,
)
from visitapp.domain.text import clean, paragraphs

RECORD = holding(
    begun(library().find("llpr-primary@2024-25")),
    Finding("f1", "visit", "risk", text="Before"),
    Action("a1", "visit", "Before"),
)
PLACES = [
    Place("finding", "f1", "text"),
    Place("action", "a1", "first_step"),
    Place("visit", "visit", "enquiry"),
    Place("school", "school", "town"),
    answer_place("decision"),
    answer_place("decision.told", "value"),
    answer_place("criterion.a"),
    section_place("context"),
]
EVERYTHING = st.text(st.characters(), max_size=80)
names = st.sampled_from(PLACES)


def after(record, place, text):
    return record.with_changes(changes_for(record, place, text))


def standing(place, text):
    """Return what a text becomes in a place."""
    return "\n\n".join(paragraphs(text)) if place.kind == "section" else clean(text)


@given(names, EVERYTHING)
def test_what_is_typed_stands_there_and_typing_it_again_changes_nothing(place, text):
    record = after(RECORD, place, text)
    assert text_at(record, place) == standing(place, text)
    assert changes_for(record, place, text) == ()


@given(names, EVERYTHING, EVERYTHING)
def test_a_second_text_replaces_the_first(place, first, second):
    record = after(after(RECORD, place, first), place, second)
    assert text_at(record, place) == standing(place, second)


@given(names, EVERYTHING)
def test_typing_in_one_place_leaves_every_other_as_it_was(place, text):
    record = after(RECORD, place, text)
    for other in PLACES:
        if other != place:
            assert text_at(record, other) == text_at(RECORD, other)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.box)
def test_a_place_is_found_again_by_the_name_of_its_box(place):
    assert place_of_box(place.box) == place


@given(
    st.sampled_from(["note", "answer", "section"]),
    st.text(max_size=20),
    st.from_regex(r"[a-z_]{0,8}", fullmatch=True),
)
def test_any_id_survives_in_the_name_of_a_box(kind, record_id, field):
    assert place_of_box(Place(kind, record_id, field).box) == Place(kind, record_id, field)


@pytest.mark.parametrize("box", ["composer", "", "palette/x/y"])
def test_a_box_of_another_sort_is_no_place(box):
    assert place_of_box(box) is None


def test_where_nothing_was_ever_said_nothing_stands():
    assert text_at(RECORD, answer_place("estimate.overall")) == ""
    assert text_at(RECORD, section_place("no-such-section")) == ""
    assert text_at(RECORD, Place("finding", "gone", "text")) == ""


def test_leaving_an_empty_box_empty_says_nothing():
    assert changes_for(RECORD, answer_place("decision"), "") == ()
    assert changes_for(RECORD, section_place("risks"), " \n ") == ()


def test_a_value_that_is_no_text_is_not_shown_as_text():
    record = after(RECORD, answer_place("grid.capacity"), "moved in March")
    record = record.with_changes(put(record, replace(record.answer("grid.capacity"), value=0.7)))
    assert text_at(record, answer_place("grid.capacity", "value")) == ""
    assert text_at(record, answer_place("grid.capacity")) == "moved in March"


def test_typing_a_reason_leaves_the_choice_and_the_other_way_round():
    record = told("sallowfield")
    reasoned = after(record, answer_place("decision"), "Because.")
    assert (reasoned.answer("decision").value, reasoned.answer("decision").note) == ("not-priority", "Because.")


def test_changing_one_paragraph_of_a_section_touches_only_that_one():
    record = told("sallowfield")
    first, second = record.blocks("context")
    changes = changes_for(record, section_place("context"), f"{first.text}\n\nQuite another.")
    assert {(one.id, one.field) for one in changes if one.kind == "block"} == {(second.id, "text")}


def test_putting_a_thing_already_there_as_it_is_changes_nothing():
    record = told("sallowfield")
    assert all(put(record, one) == () for one in (*record.notes, *record.findings(), *record.slots, record.visit))
