"""What a team has to settle: only what is so, never what to agree; and what is settled stays readable."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_records import begun, changed, holding, library, made_up_programme, saying, without

from visitapp.domain.authored import authors, authors_of, member_of
from visitapp.domain.covered import covered
from visitapp.domain.evidence import Note
from visitapp.domain.excellence import excellence_sections
from visitapp.domain.finding import Finding, Support, support_id
from visitapp.domain.settling import ADDED, BOTH_WAYS, EARLIER, OPEN, VIEWS, to_settle
from visitapp.domain.visit import Reviewer, Slot
from visitapp.domain.weighed import points
from visitapp.domain.weighing import Member, Point, View, lead_id, taken_up_id, view_id

PEER = library().find("qa-review@2026")
CODES = [one.code for one in PEER.judgement.estimates[0].options]
KEY = "estimate.overall"


def view(member, value, key=KEY):
    return View(view_id("visit", key, member), "visit", key, member, value)


def note(number, subject="maths", strand="teaching", **more):
    return Note(f"n{number}", "visit", number, f"Note {number}", subject=subject, strand=strand, **more)


def supported(number, kind, notes, **more):
    """Return a finding and its links to notes."""
    finding = Finding(f"f{number}", "visit", kind, "3", f"Finding {number}", "teaching", float(number), **more)
    return (finding, *(Support(support_id(finding.id, one.id), "visit", finding.id, one.id) for one in notes))


def quiet(record):
    """Return a record with the one required estimate agreed."""
    return saying(record, estimate__overall="effective")


def kinds(record):
    return [one.kind for one in to_settle(record)]


def two_members():
    return holding(begun(PEER), Member("m2", "visit", position=1.0))


def test_a_required_estimate_that_is_not_agreed_is_to_settle_and_leads_to_it():
    (found,) = to_settle(begun(PEER))
    assert (found.kind, found.settled, found.place) == (OPEN, False, "summary:judgement:estimate.overall")
    assert found.text == "Overall Peer Evaluation Estimate: not agreed yet"


@pytest.mark.parametrize("value", CODES)
def test_every_value_settles_it_having_none_among_them(value):
    assert to_settle(saying(begun(PEER), estimate__overall=value)) == ()


def test_members_who_differ_are_to_settle_and_what_was_agreed_settles_it_and_stays():
    record = holding(two_members(), view(lead_id("visit"), "effective"), view("m2", "leading"))
    (found,) = to_settle(record)
    assert (found.kind, found.settled) == (VIEWS, False)
    assert found.text == "Overall Peer Evaluation Estimate: one of two says Leading, one Effective"
    (after,) = to_settle(quiet(record))
    assert (after.kind, after.settled, after.by_record, after.detail) == (VIEWS, True, True, "Agreed: Effective")


@given(st.sampled_from(CODES), st.sampled_from(CODES), st.sampled_from(["", *CODES]))
def test_views_are_to_settle_exactly_while_they_differ_and_nothing_is_agreed(one, other, agreed):
    record = holding(two_members(), view(lead_id("visit"), one), view("m2", other))
    record = saying(record, estimate__overall=agreed or None)
    left = [found for found in to_settle(record) if not found.settled]
    assert [found.kind for found in left] == ([] if agreed else [VIEWS] if one != other else [OPEN])


def both_ways(**more):
    notes = (note(1), note(2))
    record = holding(quiet(begun(PEER)), *notes)
    return holding(record, *supported(1, "www", notes[:1], **more), *supported(2, "ebi", notes[1:], **more))


def test_one_subject_of_a_strand_as_a_strength_and_as_an_area_for_development_is_to_settle():
    (found,) = to_settle(both_ways())
    assert (found.kind, found.place) == (BOTH_WAYS, "summary:findings:f2")
    assert found.text == "Mathematics, teaching: one what went well, one even better if"
    assert found.detail == "Compare E1 with E2"


def test_findings_the_team_agreed_on_both_are_settled():
    (found,) = to_settle(both_ways(agreed=True))
    assert (found.settled, found.by_record) == (True, True)


@pytest.mark.parametrize(
    "other", [{"subject": "writing"}, {"subject": ""}, {"private": True}], ids=["subject", "none", "private"]
)
def test_other_subjects_and_private_notes_make_no_difference(other):
    assert to_settle(holding(both_ways(), replace(note(2), **other))) == ()


def test_evidence_against_a_finding_is_not_what_it_is_about():
    record = both_ways()
    assert to_settle(changed(record, "support", support_id("f2", "n2"), against=True)) == ()


def test_only_notes_that_are_not_private_are_named_for_comparing():
    record = both_ways()
    hidden = note(3, private=True)
    record = holding(record, hidden, Support(support_id("f1", "n3"), "visit", "f1", "n3"))
    assert [one.detail for one in to_settle(record)] == ["Compare E1 with E2"]


def test_a_deleted_finding_or_note_leaves_nothing_to_settle():
    assert to_settle(without(both_ways(), "finding", "f1")) == ()
    assert to_settle(without(both_ways(), "note", "n2")) == ()


def test_a_point_by_hand_stands_after_the_differences_and_before_what_is_settled():
    record = holding(both_ways(), Point("p1", "visit", "Who met governors?"), Point("p2", "visit", "x", settled=True))
    found = to_settle(record)
    assert [(one.kind, one.settled) for one in found] == [(BOTH_WAYS, False), (ADDED, False), (ADDED, True)]
    assert found[1].place == "summary:judgement:p1"


def taken_up(record, **fields):
    (found,) = to_settle(record)
    return holding(record, Point(found.id, "visit", found.text, **fields))


def test_how_a_difference_was_settled_stays_with_it_and_is_no_point_by_hand():
    record = taken_up(both_ways(), outcome="Two classes, two terms", settled=True)
    (found,) = to_settle(record)
    assert (found.kind, found.settled, found.outcome) == (BOTH_WAYS, True, "Two classes, two terms")
    assert points(record) == ()


def test_an_outcome_stays_readable_once_the_difference_is_gone():
    record = without(taken_up(both_ways(), outcome="Two classes, two terms"), "finding", "f1")
    (found,) = to_settle(record)
    assert (found.kind, found.settled, found.outcome) == (EARLIER, True, "Two classes, two terms")
    assert "Mathematics" in found.text


def test_a_difference_taken_up_without_a_word_goes_when_it_is_gone():
    assert to_settle(without(taken_up(both_ways()), "finding", "f1")) == ()


def test_its_point_has_the_same_id_on_every_device():
    (found,) = to_settle(both_ways())
    assert found.id == taken_up_id("visit", "both.teaching.maths")


def test_a_programme_of_another_kind_has_its_own_estimate_to_settle():
    (found,) = to_settle(begun(made_up_programme()))
    assert found.text == "State of the stock: not agreed yet"


def test_a_programme_without_estimates_asks_for_none():
    assert OPEN not in kinds(begun(library().find("llpr-primary@2024-25")))


def several():
    record = holding(begun(PEER, reviewer_id="me"), Reviewer("me", "R. Alder"), Reviewer("you", "B. Rowan"))
    team = (Member("m2", "visit", "B. Rowan", position=1.0), Member("them", "visit", role="Head", position=2.0))
    notes = [note(number, author_id=who) for number, who in enumerate(("me", "me", "you", "them", "else"), 1)]
    return holding(record, *team, *notes, note(6, author_id="me", private=True))


def test_authors_are_of_the_team_by_id_by_name_or_as_its_lead_and_private_notes_do_not_count():
    found = [(one.member.id if one.member else "", one.notes) for one in authors(several())]
    assert found == [(lead_id("visit"), 2), ("m2", 1), ("them", 1), ("", 1)]


def test_nobody_is_taken_for_a_member_without_a_name():
    record = holding(begun(PEER, reviewer_id="me"), Member("m2", "visit"), Reviewer("you", ""))
    assert member_of(record, "you") is None


def test_who_wrote_the_evidence_of_a_group_stands_in_the_teams_order():
    record = several()
    record = holding(record, *supported(1, "www", [record.notes[2], record.notes[0]]))
    assert [one.id for one in authors_of(record, "3")] == [lead_id("visit"), "m2"]
    assert authors_of(record, "2") == ()


def said_of(record):
    return {one.text: one.missing for one in covered(record)}


def test_what_evidence_covers_names_what_is_still_to_be_seen():
    record = holding(begun(PEER), note(1, years=("y1",), source="lesson"))
    slot = Slot("s", "visit", years=("y3",), subject="writing", part_of="walk")
    said = said_of(holding(record, slot))
    assert said["Every year group"] == "Nothing from Reception, Year 2, Year 3 and 3 more"
    assert said["Every lesson visit planned"] == "Nothing yet from Year 3 writing"
    assert "Teaching" not in said["Every strand"]


def test_what_is_covered_whole_has_nothing_missing_and_what_nobody_planned_is_not_asked():
    record = holding(begun(PEER), *(note(number, years=(f"y{number}",)) for number in range(1, 7)))
    said = said_of(holding(record, note(7, years=("r",))))
    assert said["Every year group"] == ""
    assert "Every lesson visit planned" not in said


@pytest.mark.parametrize(
    ("framework", "codes"),
    [
        ("qa-review@2026", ["excellence", "excellence-why", "excellence-impact", "excellence-lead"]),
        ("llpr-primary@2024-25", []),
    ],
)
def test_the_sections_on_excellence_are_those_of_the_outline(framework, codes):
    assert [one.code for one in excellence_sections(library().find(framework))] == codes
