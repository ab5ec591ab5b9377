"""One list of what is not yet as it should be: nothing in it that is not so, and the same list again after undo."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_records import begun, changed, holding, library, told, without

from visitapp.domain.change import KINDS, Change
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Action, Finding, Support, support_id
from visitapp.domain.matters import matters, matters_of
from visitapp.domain.places import answered
from visitapp.domain.visit import Answer, Slot, answer_id
from visitapp.domain.weighing import Bearing, Member, Point, View, bearing_id, view_id

VISIT = "visit"
LETTERS = "abc"
NOTES = ("n1", "n2", "n3")
FINDINGS = ("f1", "f2")
WORDS = st.sampled_from(["", " ", "Pupils explain.", "Say more"])


def programme(code):
    return next(one for one in library().frameworks if one.code == code)


def kinds(record, about=None):
    return [one.kind for one in matters(record) if about in (None, one.about)]


def answering(record, key, value, note=""):
    record = record.with_changes(answered(record, key, value=value))
    return changed(record, "answer", answer_id(record.visit_id, key), note=note)


@pytest.fixture
def record():
    return begun(programme("llpr-primary"))


@pytest.fixture
def review():
    return begun(programme("qa-review"))


def with_finding(record, kind="risk", **fields):
    return holding(record, Finding("f1", VISIT, kind, text="Older readers guess at words.", **fields))


def with_note(record, note_id="n1", **fields):
    return holding(record, replace(Note(note_id, VISIT, int(note_id[1:]), "Seen in two rooms."), **fields))


def linked(record, note_id="n1", **fields):
    return holding(record, Support(support_id("f1", note_id), VISIT, "f1", note_id, **fields))


def test_a_finding_without_evidence_is_said_until_a_note_speaks_for_it(record):
    record = with_finding(record)
    assert "finding-unsupported" in kinds(record, "f1")
    assert "finding-unsupported" not in kinds(linked(with_note(record)), "f1")


def test_a_finding_that_everything_speaks_against_is_said(record):
    record = linked(with_note(with_finding(record)), against=True)
    assert "finding-only-against" in kinds(record, "f1")
    record = linked(with_note(record, "n2"), "n2")
    assert "finding-only-against" not in kinds(record, "f1")


def test_one_kind_of_source_is_said_by_its_name(record):
    record = linked(with_note(with_finding(record), source="lesson"))
    (said,) = [one for one in matters(record) if one.kind == "finding-one-source"]
    assert record.framework.label("sources", "lesson") in said.words


def test_a_risk_wants_its_weight_only_where_the_programme_asks_for_it(record, review):
    assert "risk-without-level" in kinds(with_finding(record), "f1")
    assert "risk-without-level" not in kinds(with_finding(record, level="moderate"), "f1")
    assert "risk-without-level" not in kinds(with_finding(record, kind="strength"), "f1")
    assert "risk-without-level" not in kinds(with_finding(review, kind="ebi"), "f1")


def test_a_marked_note_in_no_finding_is_said_and_a_private_or_plain_one_is_not(record):
    assert "evidence-unused" in kinds(with_note(record, marker="strength"), "n1")
    assert "evidence-unused" not in kinds(with_note(record, marker="strength", private=True), "n1")
    assert "evidence-unused" not in kinds(with_note(record), "n1")


def test_a_finding_that_is_only_its_opening_words_is_unworded(review):
    stem = review.framework.finding_kind("ebi").stem
    record = holding(review, Finding("f1", VISIT, "ebi", text=stem))
    assert "finding-unworded" in kinds(record, "f1")
    assert "finding-unworded" not in kinds(changed(record, "finding", "f1", text=f"{stem} pupils read more."), "f1")


def test_not_applicable_wants_its_reason(record):
    assert "criterion-without-reason" in kinds(answering(record, "criterion.g", "not-applicable"), "criterion.g")
    said = answering(record, "criterion.g", "not-applicable", "No support has been given.")
    assert "criterion-without-reason" not in kinds(said, "criterion.g")


def test_a_concern_wants_evidence_or_a_reason_and_a_finding(record):
    record = with_note(with_finding(answering(record, "criterion.a", "watch")))
    assert {"criterion-without-evidence", "criterion-without-finding"} <= set(kinds(record, "criterion.a"))
    key = "criterion.a"
    record = holding(record, Bearing(bearing_id(VISIT, key, "n1"), VISIT, key, note_id="n1"))
    assert "criterion-without-evidence" not in kinds(record, key)
    record = holding(record, Bearing(bearing_id(VISIT, key, "f1"), VISIT, key, finding_id="f1"))
    assert "criterion-without-finding" not in kinds(record, key)
    assert "criterion-without-finding" in kinds(without(record, "finding", "f1"), key)


def test_a_note_against_a_concern_is_no_evidence_for_it(record):
    key = "criterion.a"
    record = with_note(answering(record, key, "yes"))
    record = holding(record, Bearing(bearing_id(VISIT, key, "n1"), VISIT, key, note_id="n1", against=True))
    assert "criterion-without-evidence" in kinds(record, key)


def test_a_priority_wants_reasons_and_the_support_asked_for(record):
    record = answering(record, "decision", "priority")
    assert {"decision-without-reasons", "support-unsaid"} <= set(kinds(record))
    record = answering(record, "decision", "priority", "Capacity is thin.")
    record = answering(record, "support.responses", ("package",))
    assert not {"decision-without-reasons", "support-unsaid", "decision-open"} & set(kinds(record))


def test_later_is_no_decision(record):
    assert "decision-open" in kinds(answering(record, "decision", "later"))
    assert "decision-open" not in kinds(answering(record, "decision", "not-priority"))


def test_no_estimate_is_an_answer(review):
    assert "estimate-open" in kinds(review, "estimate.overall")
    assert "estimate-open" not in kinds(answering(review, "estimate.overall", "none"), "estimate.overall")


def test_views_apart_are_said_until_the_team_agrees_and_the_minority_then_owes_its_reason(review):
    key = "estimate.overall"
    record = holding(review, Member("m1", VISIT, role="Lead"), Member("m2", VISIT, role="Peer", position=1))
    for member, value in (("m1", "leading"), ("m2", "effective")):
        record = holding(record, View(view_id(VISIT, key, member), VISIT, key, member, value))
    assert "views-apart" in kinds(record, key)
    record = answering(record, key, "leading")
    assert "views-apart" not in kinds(record, key)
    assert "minority-without-reason" in kinds(record, view_id(VISIT, key, "m2"))
    record = changed(record, "view", view_id(VISIT, key, "m2"), reason="Writing is uneven.")
    assert "minority-without-reason" not in kinds(record)


def test_an_open_point_is_said_until_it_is_settled(review):
    record = holding(review, Point("p1", VISIT, "Is feedback a strength?"))
    assert "point-open" in kinds(record, "p1")
    assert "point-open" not in kinds(changed(record, "point", "p1", settled=True), "p1")


def test_an_action_says_each_thing_it_lacks(record):
    record = holding(with_finding(record), Action("a1", VISIT, finding_id="f1"))
    lacking = {"unworded", "without-first-step", "without-urgency", "without-owner", "without-date"}
    assert {f"action-{one}" for one in lacking} <= set(kinds(record, "a1"))
    whole = changed(
        record, "action", "a1", text="Teach roots", first_step="Meet", urgency="now", owner="Lead", due="2026-01-30"
    )
    assert kinds(whole, "a1") == []
    assert kinds(without(whole, "finding", "f1"), "a1") == ["action-without-finding"]


def test_an_action_taken_over_wants_a_verdict_and_nothing_else(record):
    record = holding(record, Action("a1", VISIT, text="Teach roots", earlier_id="old"))
    assert kinds(record, "a1") == ["earlier-unjudged"]
    assert kinds(changed(record, "action", "a1", verdict="met"), "a1") == []


def test_what_is_to_be_mended_at_one_place_can_be_asked_for(record):
    record = with_finding(record)
    places = {one.place for one in matters_of(record, "summary")}
    assert places == {"summary:findings", "summary:judgement", "summary:actions", "summary:readback"}
    assert {one.place for one in matters_of(record, "summary:findings")} == {"summary:findings"}


def test_the_sample_visits_leave_little_open():
    for code in ("sallowfield", "quillmoor"):
        left = {one.kind for one in matters(told(code))}
        assert not left & {"finding-unsupported", "finding-unworded", "action-without-first-step", "decision-open"}


EDIT = st.one_of(
    st.builds(lambda one, text: Change("note", one, "text", text), st.sampled_from(NOTES), WORDS),
    st.builds(
        lambda one, mark: Change("note", one, "marker", mark),
        st.sampled_from(NOTES),
        st.sampled_from(["", "risk", "strength"]),
    ),
    st.builds(
        lambda one, source: Change("note", one, "source", source),
        st.sampled_from(NOTES),
        st.sampled_from(["", "lesson", "leaders"]),
    ),
    st.builds(
        lambda one, field, value: Change("note", one, field, value),
        st.sampled_from(NOTES),
        st.sampled_from(["years", "groups"]),
        st.sampled_from([(), ("y1", "send"), ("r",)]),
    ),
    st.builds(lambda one, value: Change("note", one, "private", value), st.sampled_from(NOTES), st.booleans()),
    st.builds(
        lambda kind, one, gone: Change(kind[0], kind[1], "deleted", gone),
        st.sampled_from(
            [("note", one) for one in NOTES] + [("finding", one) for one in FINDINGS] + [("action", "a1")]
        ),
        st.none(),
        st.booleans(),
    ),
    st.builds(lambda one, text: Change("finding", one, "text", text), st.sampled_from(FINDINGS), WORDS),
    st.builds(
        lambda one, level: Change("finding", one, "level", level),
        st.sampled_from(FINDINGS),
        st.sampled_from(["", "slight"]),
    ),
    st.builds(
        lambda finding, note, field, value: Change("support", support_id(finding, note), field, value),
        st.sampled_from(FINDINGS),
        st.sampled_from(NOTES),
        st.sampled_from(["against", "deleted"]),
        st.booleans(),
    ),
    st.builds(
        lambda letter, value: Change("answer", answer_id(VISIT, f"criterion.{letter}"), "value", value),
        st.sampled_from(LETTERS),
        st.sampled_from([None, "no", "watch", "yes", "not-applicable"]),
    ),
    st.builds(
        lambda letter, note: Change("answer", answer_id(VISIT, f"criterion.{letter}"), "note", note),
        st.sampled_from(LETTERS),
        WORDS,
    ),
    st.builds(
        lambda value: Change("answer", answer_id(VISIT, "summary.governor"), "value", value),
        st.sampled_from([None, "yes", "no"]),
    ),
    st.builds(lambda note: Change("answer", answer_id(VISIT, "summary.governor"), "note", note), WORDS),
    st.builds(
        lambda letter, other, field, value: Change(
            "bearing", bearing_id(VISIT, f"criterion.{letter}", other), field, value
        ),
        st.sampled_from(LETTERS),
        st.sampled_from([*NOTES, *FINDINGS]),
        st.sampled_from(["against", "deleted"]),
        st.booleans(),
    ),
    st.builds(
        lambda field, text: Change("action", "a1", field, text), st.sampled_from(["text", "first_step"]), WORDS
    ),
)


def scene():
    """Return a visit with a few of everything, all linked with all."""
    record = begun(programme("llpr-primary"))
    record = holding(record, *(Note(one, VISIT, place) for place, one in enumerate(NOTES, 1)))
    record = holding(
        record, *(Finding(one, VISIT, "risk", position=float(place)) for place, one in enumerate(FINDINGS))
    )
    record = holding(record, *(Support(support_id(f, n), VISIT, f, n) for f in FINDINGS for n in NOTES))
    for letter in LETTERS:
        key = f"criterion.{letter}"
        record = holding(record, Answer(answer_id(VISIT, key), VISIT, key))
        record = holding(record, *(Bearing(bearing_id(VISIT, key, n), VISIT, key, note_id=n) for n in NOTES))
        record = holding(record, *(Bearing(bearing_id(VISIT, key, f), VISIT, key, finding_id=f) for f in FINDINGS))
    record = holding(record, Answer(answer_id(VISIT, "summary.governor"), VISIT, "summary.governor"))
    return holding(record, Action("a1", VISIT, finding_id="f1"))


def really_so(record, said):
    """Look at the bare shelves, not through the rules, whether a matter is so."""
    shelf = {kind: {i: one for i, one in record.shelves.get(kind, {}).items() if not one.deleted} for kind in KINDS}
    links = [
        one for one in shelf["support"].values() if one.finding_id == said.about and one.note_id in shelf["note"]
    ]
    answer = shelf["answer"].get(answer_id(VISIT, said.about), Answer("", VISIT))
    bearing = [one for one in shelf["bearing"].values() if one.key == said.about]
    finding, note = shelf["finding"].get(said.about), shelf["note"].get(said.about)
    action, concern = shelf["action"].get(said.about), answer.value in ("watch", "yes")
    placed = {one.note_id for one in shelf["support"].values() if one.finding_id in shelf["finding"]}
    section = said.place.partition(":")[2]
    counted = [one for one in shelf["note"].values() if not one.private]
    if said.kind.startswith("plan-") or said.kind in ("section-unwritten", "section-silent"):
        return not shelf["slot"] and not any(one.section == section for one in shelf["block"].values())
    return {
        "preparation-undone": lambda: answer.value is not True,
        "year-unseen": lambda: not any(said.about in one.years for one in counted),
        "strand-unseen": lambda: not any(said.about == one.strand for one in counted),
        "source-unseen": lambda: not any(said.about == one.source for one in counted),
        "kind-without-finding": lambda: not any(said.about == one.kind for one in shelf["finding"].values()),
        "field-empty": lambda: answer.value in (None, ""),
        "criterion-unreported": lambda: concern and [one for one in bearing if one.finding_id in shelf["finding"]],
        "finding-unsupported": lambda: finding and not any(shelf["note"][one.note_id].text.strip() for one in links),
        "finding-only-against": lambda: finding and links and all(one.against for one in links),
        "finding-one-source": lambda: len({shelf["note"][one.note_id].source for one in links} - {""}) == 1,
        "finding-unworded": lambda: finding and not finding.text.strip(),
        "risk-without-level": lambda: finding and finding.kind == "risk" and not finding.level,
        "evidence-unused": lambda: note and note.marker and note.text.strip() and note.id not in placed,
        "group-unseen": lambda: not any(said.about in one.groups for one in counted),
        "criterion-undecided": lambda: answer.value is None,
        "criterion-without-reason": lambda: answer.value == "not-applicable" and not answer.note.strip(),
        "criterion-without-evidence": lambda: (
            concern
            and not answer.note.strip()
            and not [one for one in bearing if one.note_id in shelf["note"] and not one.against]
        ),
        "criterion-without-finding": lambda: (
            concern and not [one for one in bearing if one.finding_id in shelf["finding"]]
        ),
        "grade-risk-unsaid": lambda: answer.value is None,
        "decision-open": lambda: answer.value is None,
        "no-action": lambda: not shelf["action"],
        "action-unworded": lambda: action and not action.text.strip(),
        "action-without-first-step": lambda: action and not action.first_step.strip(),
        "action-without-urgency": lambda: action and not action.urgency,
        "action-without-owner": lambda: action and not action.owner,
        "action-without-date": lambda: action and not action.due,
        "action-without-finding": lambda: action and action.finding_id not in shelf["finding"],
        "governor-unsaid": lambda: answer.value is None,
        "governor-not-heard": lambda: answer.value == "no" and not answer.note.strip(),
    }[said.kind]()


@settings(max_examples=200, deadline=None)
@given(edits=st.lists(EDIT, max_size=30))
def test_no_rule_ever_reports_a_thing_that_is_not_so(edits):
    record = scene().with_changes(edits)
    for said in matters(record):
        assert really_so(record, said), said


@settings(max_examples=100, deadline=None)
@given(edits=st.lists(EDIT, min_size=1, max_size=12))
def test_an_edit_turned_round_leaves_the_same_list(edits):
    before = scene()
    wanted, record = matters(before), before
    back = []
    for edit in edits:
        held = record.shelves[edit.kind][edit.id]
        back.append(replace(edit, value=getattr(held, edit.field)))
        record = record.with_changes([edit])
    for edit in reversed(back):
        record = record.with_changes([edit])
    assert matters(record) == wanted


@settings(max_examples=100, deadline=None)
@given(edits=st.lists(EDIT, max_size=30))
def test_the_words_of_a_matter_are_never_a_note_and_never_empty(edits):
    record = scene().with_changes(edits)
    assert all(said.words.strip() and said.words != "Pupils explain." for said in matters(record))
    assert len(set(matters(record))) == len(matters(record))


def test_a_subject_that_is_a_name_keeps_its_capital_inside_a_line():
    record = begun(library().find("llpr-primary@2024-25"))
    english = next(one.code for one in record.framework.vocabularies["subjects"].terms if one.label == "English")
    walk = Slot("w", "visit", 1, 600, 690, "learning-walk")
    record = holding(record, walk, replace(walk, id="l", part_of="w", years=("y3",), subject=english))
    (found,) = [one for one in matters(record) if one.kind == "lesson-without-note"]
    assert found.words == "Planned, but nothing yet: Year 3, English"
