"""A team handed over: who was of it, what each said and why, what was to settle, and what speaks to each answer."""

import pytest
from handover_records import AT, ZONE, rows_of
from sample_records import begun, changed, holding, library, saying, told

from visitapp.domain.evidence import Note
from visitapp.domain.finding import Action, Finding
from visitapp.domain.followed import done_key, reply_key
from visitapp.domain.handover import compose_handover
from visitapp.domain.places import answered
from visitapp.domain.visit import Reviewer
from visitapp.domain.weighing import Bearing, Member, Point, View, bearing_id, lead_id, view_id

KEY = "estimate.overall"


@pytest.fixture
def review():
    record = begun(library().find("qa-review@2026"), reviewer_id="r")
    record = holding(record, Reviewer("r", "R. Alder", "Lead reviewer"), Member("m2", "visit", "B. Rowan", "Head"))
    record = holding(
        record,
        View(view_id("visit", KEY, lead_id("visit")), "visit", KEY, lead_id("visit"), "leading"),
        View(view_id("visit", KEY, "m2"), "visit", KEY, "m2", "effective", "Writing is uneven."),
    )
    return saying(record, estimate__overall="leading")


def handed(record, **more):
    return compose_handover(record, AT, ZONE, **more)


def test_the_team_stands_with_its_lead_first(review):
    assert [tuple(row.values()) for row in rows_of(handed(review), "team")] == [
        ("R. Alder", "Lead reviewer", "Lead"),
        ("B. Rowan", "Head", "Member"),
    ]


def test_every_view_stands_with_its_reason_by_the_label_of_its_value(review):
    first, second = rows_of(handed(review), "views")
    assert (first["Member"], first["View"], first["Reason"]) == ("R. Alder", "Leading", "")
    assert (second["Member"], second["View"], second["Reason"]) == ("B. Rowan", "Effective", "Writing is uneven.")


def test_views_stand_with_an_estimate_that_this_visit_is_no_longer_asked_for(review):
    record = changed(review, "visit", "visit", context="without-estimate")
    key = next(
        f"estimate.{one.code}"
        for one in record.asked_of_any.judgement.estimates
        if one not in record.framework.judgement.estimates
    )
    record = holding(record, View(view_id("visit", key, "m2"), "visit", key, "m2", "effective", "It was."))
    found = [(row["Estimate"], row["Reason"]) for row in rows_of(handed(record), "views")]
    assert (
        next(one.title for one in record.asked_of_any.judgement.estimates if key.endswith(one.code)),
        "It was.",
    ) in found


def test_points_stand_with_how_they_were_settled(review):
    record = holding(review, Point("p1", "visit", "Who met governors?", "Both did", settled=True))
    found = {row["Point"]: (row["Settled"], row["How"]) for row in rows_of(handed(record), "points")}
    assert found["Who met governors?"] == ("Yes", "Both did")
    assert len(found) == 2


def weighed():
    record = begun(library().find("llpr-primary@2024-25"))
    notes = [Note(f"n{one}", "visit", one, "Seen", private=one == 3) for one in (1, 2, 3)]
    record = holding(record, *notes, Finding("f1", "visit", "risk", text="Older readers guess."))
    key = "criterion.a"
    links = [Bearing(bearing_id("visit", key, one.id), "visit", key, one.id, against=one.id == "n2") for one in notes]
    return holding(record, *links, Bearing(bearing_id("visit", key, "f1"), "visit", key, finding_id="f1"))


def test_evidence_on_a_criterion_stands_for_and_against_with_its_findings():
    (row,) = rows_of(handed(weighed(), private=True), "weighed")
    assert row["About"].startswith("a. ")
    assert (row["Evidence for"], row["Evidence against"], row["Findings"]) == ("E1, E3", "E2", "Older readers guess.")


def test_a_private_note_is_counted_and_not_named():
    (row,) = rows_of(handed(weighed()), "weighed")
    assert row["Evidence for"] == "E1, 1 private"


def test_evidence_on_a_reply_is_told_by_the_number_of_its_action_and_goes_with_it():
    record = holding(begun(library().find("llpr-primary@2024-25")), Note("n1", "visit", 1, "Seen"))
    record = holding(record, Action("a1", "visit", "Teach roots", reply="Begun."))
    key = reply_key("a1")
    record = holding(record, Bearing(bearing_id("visit", key, "n1"), "visit", key, "n1", against=True))
    (row,) = rows_of(handed(record), "weighed")
    assert (row["About"], row["Evidence for"], row["Evidence against"]) == ("Reply to action 1", "", "E1")
    gone = changed(record, "action", "a1", deleted=True)
    assert "weighed" not in {one.code for one in handed(gone).lists}


def test_a_reviewer_alone_hands_over_no_team():
    codes = {one.code for one in handed(begun(library().find("llpr-primary@2024-25"))).lists}
    assert not codes & {"team", "views", "points", "weighed"}


@pytest.mark.parametrize("code", ["sallowfield", "quillmoor"])
def test_every_row_of_a_sample_says_what_it_is_about(code):
    for one in handed(told(code)).lists:
        for row in one.rows:
            assert len(row) == len(one.header)
            assert any(str(row[place]).strip() for place in one.lead)


def test_the_day_an_action_was_done_stands_with_it_once():
    record = begun(library().find("llpr-primary@2024-25"))
    record = holding(record, Action("a1", "visit", "Teach roots", status="done"))
    record = record.with_changes(answered(record, done_key("a1"), value="2026-01-05"))
    (row,) = rows_of(handed(record), "actions")
    assert row["Status"] == "done, 5 January 2026"
    assert not any(done_key("a1") in row["Question"] for row in rows_of(handed(record), "form"))
    again = changed(record, "action", "a1", status="started")
    assert rows_of(handed(again), "actions")[0]["Status"] == "started"
    assert any(done_key("a1") in row["Question"] for row in rows_of(handed(again), "form"))
