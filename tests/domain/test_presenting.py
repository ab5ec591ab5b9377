"""What is shown to a school: every finding once, the decision and actions, and never a name or a private note."""

import re
from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_records import begun, changed, holding, library, made_up_programme, saying, told, without

from visitapp.domain.evidence import Note
from visitapp.domain.finding import Action, Finding
from visitapp.domain.framework import GradeRisk, Option
from visitapp.domain.naming.finding import Named, find_names
from visitapp.domain.presenting import (
    ACTIONS,
    CHANGED,
    DECISION,
    ESTIMATES,
    OTHER,
    has_words,
    hidden_in,
    reported_names,
    slides,
)
from visitapp.domain.veiling import Veil, secrets_of
from visitapp.domain.visit import answer_id
from visitapp.domain.weighing import Member, View, view_id
from visitapp.frameworks.name_lists import load_name_lists

VISIT = "visit"
SECRETS = (
    "The head looks tired and may leave at Easter",
    "I would not send my own child to this class",
    "Watch the deputy closely",
    "Governors do not trust the data they are given",
)
PUBLIC = (
    "Pupils explain their thinking.",
    "Early reading is strong.",
    "Books show progress over time",
    "... ",
    "",
    "?",
)
NAME = "Zorblax"


def a_name_in(text):
    return tuple(Named(one.start(), one.end(), one.group(), "a teacher") for one in re.finditer(NAME, text))


BARE = Veil(lambda text: ())
VEIL = Veil(a_name_in)


def programme(code):
    return next(one for one in library().frameworks if one.code == code)


def strings(shown):
    """Return everything somebody can read on slides."""
    found = [text for slide in shown for part in slide.parts for text in (slide.title, part.title)]
    return [
        *found,
        *(text for one in shown for line in one.lines() for text in (line.text, line.more, line.tag, line.who)),
    ]


def plain(text):
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def codes(record, veil=BARE):
    return [one.code for one in slides(record, veil)]


def slide(record, code, veil=BARE):
    return next(one for one in slides(record, veil) if one.code == code)


def finding(number, text, kind="strength", **more):
    return Finding(f"f{number}", VISIT, kind, text=text, position=float(number), **more)


@pytest.fixture
def record():
    return begun(programme("llpr-primary"))


@pytest.fixture
def review():
    return begun(programme("qa-review"))


def test_an_empty_visit_has_nothing_to_show(record):
    assert slides(record, BARE) == ()


def test_each_list_of_findings_is_a_slide_in_the_order_of_the_programme(record):
    made = holding(record, finding(1, "It may fall", "risk"), finding(2, "Strong"), finding(3, "Weak", "develop"))
    assert codes(made) == ["strength", "develop", "risk"]
    assert slide(made, "risk").title == "Risks"
    assert slide(made, "risk").tone == "risk"


def test_findings_stand_in_their_order(record):
    made = holding(record, finding(2, "Second"), finding(1, "First"))
    assert [line.text for line in slide(made, "strength").lines()] == ["First", "Second"]


def test_where_findings_are_grouped_each_group_is_a_slide_with_its_lists(review):
    made = holding(
        review,
        finding(1, "Clear purpose", "www", group="2"),
        finding(2, "more chances", "ebi", group="2"),
        finding(3, "Proud of work", "www", group="3"),
    )
    assert codes(made) == ["group.2", "group.3"]
    assert [part.title for part in slide(made, "group.2").parts] == ["What went well", "Even better if"]
    assert [part.title for part in slide(made, "group.3").parts] == ["What went well"]


def test_a_finding_of_no_list_is_not_lost(record):
    made = holding(record, finding(1, "Where does it belong", "unheard-of"))
    assert codes(made) == [OTHER]
    assert slide(made, OTHER).lines()[0].text == "Where does it belong"


def test_a_finding_of_no_group_is_not_lost(review):
    assert codes(holding(review, finding(1, "Nowhere yet", "www"))) == [OTHER]


@pytest.mark.parametrize("text", ["", "   ", "... ", "\n", "?"])
def test_a_finding_nobody_wrote_anything_in_is_not_shown(review, text):
    assert slides(holding(review, finding(1, text, "ebi", group="2")), BARE) == ()


def test_a_deleted_finding_is_not_shown(record):
    made = without(holding(record, finding(1, "Gone")), "finding", "f1")
    assert slides(made, BARE) == ()


def test_the_decision_is_shown_with_its_statement_and_reasons(record):
    made = saying(record, decision="not-priority")
    made = changed(made, "answer", answer_id(VISIT, "decision"), note="Leaders act early.")
    (line,) = slide(made, DECISION).lines()
    assert line.text == "The school is not a priority for local authority support."
    assert line.more == "Leaders act early."


@pytest.mark.parametrize("value", [None, "later", "unheard-of"])
def test_a_decision_that_is_not_settled_is_not_shown(record, value):
    made = saying(record, decision=value)
    made = changed(made, "answer", answer_id(VISIT, "decision"), note="Only thinking aloud")
    assert slides(made, BARE) == ()


def test_the_risk_to_the_inspection_is_said_under_the_risks(record):
    made = holding(saying(record, **{"grade-risk": "some"}), finding(1, "It may fall", "risk"))
    parts = slide(made, "risk").parts
    assert [part.title for part in parts] == ["", "Risk to the next inspection"]
    assert parts[1].lines[0].text == "Some risk"


def test_it_is_said_even_when_no_risk_was_found(record):
    assert codes(saying(record, **{"grade-risk": "high"})) == ["risk"]


def test_without_a_list_of_risks_it_is_said_with_the_decision(review):
    asked = GradeRisk("Risk to the grade", "", (Option("high", "High"),))
    framework = replace(review.framework, judgement=replace(review.framework.judgement, grade_risk=asked))
    made = saying(replace(review, framework=framework), **{"grade-risk": "high"})
    assert slide(made, DECISION).parts[0].title == "Risk to the grade"


def test_estimates_are_shown_once_they_are_chosen_and_none_is_a_choice(review):
    made = saying(review, estimate__overall="leading", estimate__leadership="none", estimate__provision="")
    assert [(line.text, line.tag) for line in slide(made, ESTIMATES).lines()] == [
        ("Overall Peer Evaluation Estimate", "Leading"),
        ("Leadership at all levels", "No estimate"),
    ]


def test_actions_say_what_how_urgent_who_and_by_when(record):
    agreed = Action(
        "a1", VISIT, "Use checks", urgency="now", owner="Maths lead", first_step="Visits", due="2025-12-05"
    )
    (line,) = slide(holding(record, agreed), ACTIONS).lines()
    assert (line.number, line.text, line.more) == (1, "Use checks", "Visits")
    assert (line.tag, line.who, line.day) == ("Now", "Maths lead", "2025-12-05")


def test_an_action_without_words_is_not_shown_and_not_counted(record):
    made = holding(record, Action("a1", VISIT, "", position=1.0), Action("a2", VISIT, "Second", position=2.0))
    assert [(line.number, line.text) for line in slide(made, ACTIONS).lines()] == [(1, "Second")]


def test_actions_of_last_visit_are_shown_once_they_are_judged(record):
    made = holding(
        record,
        Action("e1", VISIT, "Teach phonics daily", earlier_id="x1", verdict="met", verdict_note="Every class does."),
        Action("e2", VISIT, "Not looked at yet", earlier_id="x2"),
    )
    (line,) = slide(made, CHANGED).lines()
    assert (line.text, line.tag, line.more) == ("Teach phonics daily", "Met", "Every class does.")
    assert ACTIONS not in codes(made)


@pytest.mark.parametrize("code", ["sallowfield", "quillmoor"])
def test_the_sample_visits_hide_nothing_and_show_everything(code):
    record = told(code)
    lists = load_name_lists().hiding([record.school.name])
    veil = Veil(lambda text: find_names(text, lists))
    assert hidden_in(record, veil) == ()
    shown = [line.text for one in slides(record, veil) for line in one.lines()]
    assert {one.text for one in record.findings()} <= set(shown)
    assert {one.text for one in record.actions} <= set(shown)


def test_a_programme_like_no_other_can_be_shown():
    framework = made_up_programme()
    made = holding(
        begun(framework), *(finding(n, f"Seen {n}", one.code) for n, one in enumerate(framework.finding_kinds))
    )
    shown = [line.text for one in slides(made, BARE) for line in one.lines()]
    assert sorted(shown) == [f"Seen {n}" for n in range(len(framework.finding_kinds))]


WORDS = st.lists(st.sampled_from([*PUBLIC, *SECRETS, f"{NAME} checks books."]), max_size=3).map("\n".join)
NOTES = st.builds(
    lambda number, text, private, deleted: Note(f"n{number}", VISIT, number, text, private=private, deleted=deleted),
    st.integers(1, 4),
    st.sampled_from([*SECRETS, *(f"{one}. {two}" for one in PUBLIC[:2] for two in SECRETS)]),
    st.booleans(),
    st.booleans(),
)
FINDINGS = st.builds(
    lambda number, text, kind, group, deleted: finding(number, text, kind, group=group, deleted=deleted),
    st.integers(1, 6),
    WORDS,
    st.sampled_from(["strength", "develop", "risk", "www", "ebi", "other"]),
    st.sampled_from(["", "2", "3", "9"]),
    st.booleans(),
)
ACTIONS_AGREED = st.builds(
    lambda number, text, step, who, earlier, verdict: Action(
        f"a{number}", VISIT, text, first_step=step, owner=who, earlier_id=earlier, verdict=verdict, verdict_note=step
    ),
    st.integers(1, 4),
    WORDS,
    WORDS,
    WORDS,
    st.sampled_from(["", "x"]),
    st.sampled_from(["", "met"]),
)
REASONS = st.tuples(
    st.sampled_from(["decision", "grade-risk", "estimate.overall"]),
    st.sampled_from(["priority", "later", "high", "leading"]),
    WORDS,
)


class Scene(NamedTuple):
    """What was done on a visit of a programme with groups or without."""

    code: str
    entities: list
    reasons: list

    def record(self):
        record = holding(begun(programme(self.code)), *self.entities)
        for key, value, note in self.reasons:
            record = saying(record, **{key.replace(".", "__"): value})
            record = changed(record, "answer", answer_id(VISIT, key), note=note)
        return record


SCENES = st.builds(
    Scene,
    st.sampled_from(["llpr-primary", "qa-review"]),
    st.lists(st.one_of(NOTES, FINDINGS, ACTIONS_AGREED), max_size=10),
    st.lists(REASONS, max_size=3),
)


@given(SCENES)
def test_every_finding_with_words_is_shown_exactly_once(scene):
    record = scene.record()
    ids = [line.id for one in slides(record, VEIL) for line in one.lines()]
    wanted = [one.id for one in record.findings() if has_words(record, one)]
    assert sorted(one for one in ids if one.startswith("f")) == sorted(wanted)
    assert len(ids) == len(set(ids))


@given(SCENES)
def test_no_text_of_a_private_note_is_ever_shown(scene):
    record = scene.record()
    shown = [f" {plain(text)} " for text in strings(slides(record, VEIL))]
    for note in record.shelves.get("note", {}).values():
        secrets = secrets_of(note) if note.private else ()
        for secret in secrets:
            assert f" {secret} " not in shown
            if len(secret.split()) >= 5:
                assert not any(f" {secret} " in text for text in shown)


@given(SCENES)
def test_notes_that_are_not_private_change_nothing(scene):
    record = scene.record()
    private = {i: one for i, one in record.shelves.get("note", {}).items() if one.private}
    bare = replace(record, shelves={**record.shelves, "note": private})
    assert slides(record, VEIL) == slides(bare, VEIL)


@given(SCENES)
def test_no_name_is_ever_shown(scene):
    record = scene.record()
    assert not any(NAME in text for text in strings(slides(record, VEIL)))


@given(SCENES)
def test_what_is_hidden_on_slides_is_told_with_its_place_and_nothing_else(scene):
    record = scene.record()
    signs = (VEIL.for_name, VEIL.for_private)
    lines = [line for one in slides(record, VEIL) for line in one.lines()]
    veiled = {one.id for one in lines if any(sign in f"{one.text}{one.more}{one.who}" for sign in signs)}
    hidden = hidden_in(record, VEIL)
    assert veiled == {one.about for one in hidden}
    assert all(one.place.startswith("summary:") for one in hidden)


@given(SCENES)
def test_nothing_empty_is_shown(scene):
    record = scene.record()
    for one in slides(record, VEIL):
        assert one.lines()
        assert all(line.text.strip() for line in one.lines())


def test_a_name_in_a_reason_is_said_only_where_the_report_gives_the_reason():
    record = holding(begun(programme("qa-review")), Member("m2", VISIT, position=1.0))
    key, view = "estimate.overall", view_id(VISIT, "estimate.overall", "m2")
    record = holding(record, View(view, VISIT, key, "m2", "leading", f"{NAME} disagreed"))
    record = saying(record, estimate__overall="effective")
    assert reported_names(record, VEIL) == ()
    (found,) = reported_names(saying(record, **{f"minority__{key}": True}), VEIL)
    assert (found.about, found.place, found.name.words) == (view, f"summary:judgement:{key}", NAME)
