"""One finding made of two, and two of one, with every word and every piece of evidence kept."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_records import begun, changed, holding, library

from visitapp.domain.evidence import Note
from visitapp.domain.finding import Action, Finding, Support, support_id
from visitapp.domain.reshaping import merged, split
from visitapp.domain.weighed import findings_bearing
from visitapp.domain.weighing import Bearing, bearing_id

VISIT = "visit"
NOTES = ("n1", "n2", "n3", "n4")
KEY = "criterion.a"


@pytest.fixture
def record():
    return scene({"n1", "n2"}, {"n2", "n3"})


def scene(first, second):
    """Return a visit with two findings, each with these notes, an action for each and a criterion on the second."""
    record = begun(next(one for one in library().frameworks if one.code == "llpr-primary"))
    record = holding(record, *(Note(one, VISIT, place, f"Note {place}") for place, one in enumerate(NOTES, 1)))
    record = holding(
        record,
        Finding("f1", VISIT, "develop", text="Readers guess at words.", position=1.0, agreed=True),
        Finding("f2", VISIT, "develop", text="Vocabulary is thin.", position=2.0),
        Action("a1", VISIT, text="Teach roots", finding_id="f1"),
        Action("a2", VISIT, text="Read aloud", finding_id="f2"),
        Bearing(bearing_id(VISIT, KEY, "f2"), VISIT, KEY, finding_id="f2"),
    )
    for finding, notes in (("f1", first), ("f2", second)):
        record = holding(record, *(Support(support_id(finding, one), VISIT, finding, one) for one in sorted(notes)))
    return record


def notes_of(record, finding_id):
    return {note.id for note in record.notes_of(finding_id)}


def joined(record, gone="f2", kept="f1"):
    return record.with_changes(merged(record, record.find("finding", gone), record.find("finding", kept)))


def parted(record, staying, words=("Readers guess.", "Words are hard.")):
    return record.with_changes(split(record, record.find("finding", "f1"), "f9", words, staying))


def test_two_findings_become_one_with_the_words_of_both_and_agreed_with_nobody_yet(record):
    (one,) = joined(record).findings("develop")
    assert (one.id, one.text, one.agreed) == ("f1", "Readers guess at words.\nVocabulary is thin.", False)


def test_evidence_criteria_and_actions_come_over(record):
    record = joined(record)
    assert notes_of(record, "f1") == {"n1", "n2", "n3"}
    assert [one.id for one in findings_bearing(record, KEY)] == ["f1"]
    assert {one.finding_id for one in record.actions} == {"f1"}


def test_a_note_that_spoke_to_both_says_of_the_kept_one_what_it_said(record):
    record = changed(record, "support", support_id("f2", "n2"), against=True)
    link = next(one for one in joined(record).supports("f1") if one.note_id == "n2")
    assert not link.against
    link = next(one for one in joined(record, gone="f1", kept="f2").supports("f2") if one.note_id == "n2")
    assert link.against


def test_a_link_taken_away_before_comes_back_with_the_other_finding(record):
    record = changed(record, "support", support_id("f1", "n2"), deleted=True)
    assert "n2" in notes_of(joined(record), "f1")


def test_the_same_words_are_said_once(record):
    record = changed(record, "finding", "f2", text="Readers guess at words. ")
    assert joined(record).find("finding", "f1").text == "Readers guess at words."


def test_one_finding_becomes_two_and_the_second_stands_right_behind_it(record):
    record = parted(record, {"n1"})
    assert [one.id for one in record.findings("develop")] == ["f1", "f9", "f2"]
    assert [one.text for one in record.findings("develop")][:2] == ["Readers guess.", "Words are hard."]
    assert (notes_of(record, "f1"), notes_of(record, "f9")) == ({"n1"}, {"n2"})


def test_the_last_finding_is_parted_too(record):
    whole = record.find("finding", "f2")
    record = record.with_changes(split(record, whole, "f9", ("A", "B"), ()))
    assert [one.id for one in record.findings("develop")] == ["f1", "f2", "f9"]


SOME = st.sets(st.sampled_from(NOTES))


@settings(max_examples=100, deadline=None)
@given(first=SOME, second=SOME, staying=SOME)
def test_no_evidence_is_ever_lost_by_parting_or_joining(first, second, staying):
    record = scene(first, second)
    assert notes_of(joined(record), "f1") == first | second
    apart = parted(record, staying)
    assert notes_of(apart, "f1") | notes_of(apart, "f9") == first
    assert not notes_of(apart, "f1") & notes_of(apart, "f9")
    again = joined(apart, gone="f9", kept="f1")
    assert notes_of(again, "f1") == first
