"""Each screen shows a part of the one list: the checks, what evidence covers, what is to settle, the gaps."""

from dataclasses import replace
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_records import begun, changed, holding, library, made_up_programme, saying, told

from visitapp.domain.checks import check_results
from visitapp.domain.coverage import Tally, coverage_of
from visitapp.domain.covered import covered
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding, Support, support_id
from visitapp.domain.following import SupportDay
from visitapp.domain.framework import Check
from visitapp.domain.gaps import gaps
from visitapp.domain.matters import ADVISED, NOTED, REQUIRED, is_open, matters, matters_about, matters_of
from visitapp.domain.matters.asked import KINDS, asks
from visitapp.domain.matters.every import RULES
from visitapp.domain.places import answered
from visitapp.domain.planning import Moment, plan_results
from visitapp.domain.settling import ADDED, BOTH_WAYS, EARLIER, OPEN, VIEWS, to_settle
from visitapp.domain.stages import stage_states
from visitapp.domain.style.flag import KINDS as READ
from visitapp.domain.weighing import Bearing, Member, Point, View, bearing_id, lead_id, view_id
from visitapp.frameworks.rule_references import CHECKS

PROGRAMMES = [*library().frameworks, made_up_programme()]
SAMPLES = ("sallowfield", "quillmoor")
KINDS_TO_SETTLE = {VIEWS: "views-apart", BOTH_WAYS: "findings-both-ways", ADDED: "point-open", OPEN: "estimate-open"}


@pytest.fixture(params=PROGRAMMES, ids=lambda one: one.code)
def empty(request):
    return begun(request.param)


def kinds(record, place=""):
    return [one.kind for one in (matters_of(record, place) if place else matters(record))]


def test_every_kind_of_check_the_record_answers_asks_for_kinds_of_matter():
    assert set(KINDS) == set(CHECKS) - set(READ)


def test_the_list_is_its_stages_one_after_the_other(empty):
    assert matters(empty) == tuple(one for stage in RULES for one in matters_of(empty, stage))
    assert {one.place.partition(":")[0] for one in matters(empty)} <= set(RULES)


def test_a_stage_that_is_none_lacks_nothing(empty):
    assert matters_of(empty, "nowhere") == ()


@pytest.mark.parametrize("code", SAMPLES)
def test_what_is_said_about_one_thing_is_a_part_of_the_list(code):
    record = told(code)
    for one in matters(record):
        assert one in matters_about(record, one.about)
        assert is_open(record, one.kind, one.about)
    assert matters_about(record, "no such id") == ()


def test_a_check_is_unmet_exactly_while_the_list_holds_what_it_asks_for(empty):
    for one in check_results(empty):
        left = tuple(each for each in matters(empty) if asks(empty.framework, one.check, each))
        assert (one.met, one.matters) == (not left, left)


def test_the_framework_says_how_much_a_matter_weighs():
    programme = replace(made_up_programme(), checks=())
    record = holding(
        begun(programme), Finding("f1", "visit", programme.finding_kinds[0].code, text="Books are torn.")
    )
    weights = []
    for check in (
        (),
        (Check("a", "findings-supported", "Evidence", required=False),),
        (Check("a", "findings-supported", "Evidence"),),
    ):
        now = replace(record, framework=replace(programme, checks=check))
        weights += [one.weight for one in matters_about(now, "f1") if one.kind == "finding-unsupported"]
    assert weights == [NOTED, ADVISED, REQUIRED]


def test_a_met_check_says_where_it_is_met():
    for code in SAMPLES:
        assert all(one.place for one in check_results(told(code)))


def test_a_plan_lacks_in_the_list_what_its_page_shows_as_unmet(empty):
    unmet = [one.rule.code for one in plan_results(empty) if not one.met]
    assert [one.about for one in matters_of(empty, "plan")] == unmet


def test_preparing_is_done_once_the_list_asks_for_nothing_more(empty):
    record = empty
    for one in matters_of(empty, "prepare"):
        assert stage_states(record)["prepare"] != "done"
        record = record.with_changes(answered(record, one.about, value=True))
    assert matters_of(record, "prepare") == ()
    assert (stage_states(record)["prepare"] == "done") is any(one.required for one in record.framework.checklist())


def test_what_evidence_covers_is_missing_exactly_where_the_list_says_so(empty):
    wanting = {"year-unseen", "lesson-without-note", "group-unseen", "strand-unseen", "source-unseen"}
    assert sum(bool(one.missing) for one in covered(empty)) == len(wanting & set(kinds(empty, "capture")))


@pytest.mark.parametrize("code", SAMPLES)
@pytest.mark.parametrize("minute", [540, 640, 720, 960])
def test_a_gap_is_a_matter_of_capture(code, minute):
    record = told(code)
    words = [one.words for one in matters_of(record, "capture")]
    for gap in gaps(record, Moment(1, minute)):
        about = gap.rstrip(".").rpartition(" is over, and ")[0] or gap.rstrip(".").rpartition(": ")[2]
        assert any(about in one for one in words), gap


def test_a_note_that_is_counted_already_is_not_counted_again():
    record, tally = told("sallowfield"), Tally()
    assert tally.counted(record) is coverage_of(record)


@given(st.lists(st.sampled_from(["leading", "effective", ""]), min_size=2, max_size=2), st.booleans(), st.booleans())
def test_what_is_to_settle_and_not_settled_is_the_list_of_it(values, agreed, settled):
    key = "estimate.overall"
    record = holding(begun(library().find("qa-review@2026")), Member("m2", "visit", position=1.0))
    for member, value in zip((lead_id("visit"), "m2"), values, strict=True):
        record = holding(record, View(view_id("visit", key, member), "visit", key, member, value))
    record = holding(record, Point("p1", "visit", "Is feedback a strength?", settled=settled))
    record = saying(record, estimate__overall="leading" if agreed else None)
    left = {KINDS_TO_SETTLE[one.kind] for one in to_settle(record) if not one.settled and one.kind != EARLIER}
    here = set(kinds(record, "summary")) & set(KINDS_TO_SETTLE.values())
    assert here - {"estimate-open"} == left - {"estimate-open"}
    assert ("estimate-open" in here) is not agreed


def test_a_concern_linked_only_with_what_the_report_leaves_out_is_said():
    record = saying(begun(library().find("llpr-primary@2024-25")), criterion__a="watch")
    record = holding(record, Finding("f1", "visit", "no-such-kind", text="Roofs leak."))
    key = "criterion.a"
    record = holding(record, Bearing(bearing_id("visit", key, "f1"), "visit", key, finding_id="f1"))
    assert is_open(record, "criterion-unreported", key)
    assert not is_open(
        holding(record, Finding("f1", "visit", "develop", text="Roofs leak.")), "criterion-unreported", key
    )


def test_support_that_was_given_wants_to_be_told_what_it_changed(empty):
    record = holding(empty, SupportDay("s1", "visit", purpose="Look at books", given=True))
    assert [one.kind for one in matters_about(record, "s1")] == ["support-without-impact"]
    assert not matters_about(changed(record, "support_day", "s1", impact="Marking is shorter."), "s1")
    assert not matters_about(changed(record, "support_day", "s1", given=False), "s1")


def test_a_place_is_as_exact_as_a_page_can_go(empty):
    for one in matters(empty):
        assert one.where.startswith(one.place)
        assert one.where.count(":") <= 2


def large(notes=500, findings=40):
    """Return a visit with many notes, each in a finding."""
    record = told("sallowfield")
    made = [
        Note(f"x{number}", record.visit_id, 100 + number, "Seen", marker="strength", years=("y2",), subject="maths",
             source="lesson", strand="teaching", taken_at=f"2025-11-20T10:{number % 60:02}:00+00:00")
        for number in range(notes)
    ]  # fmt: skip
    found = [Finding(f"g{n}", record.visit_id, "strength", text=f"Finding {n}") for n in range(findings)]
    links = [
        Support(support_id(f"g{n % findings}", f"x{n}"), record.visit_id, f"g{n % findings}", f"x{n}")
        for n in range(notes)
    ]
    return holding(record, *made, *found, *links)


def test_the_list_of_a_large_visit_is_there_before_anybody_waits():
    record = large()
    least = min(_seconds(replace(record)) for _ in range(5))
    assert least < 0.1
    assert matters(record) is matters(record)


def _seconds(record):
    start = perf_counter()
    matters(record)
    return perf_counter() - start


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["text", "urgency", "owner", "first_step", "due"]), st.booleans()), max_size=8)
)
def test_each_edit_is_seen_by_the_list_of_the_record_after_it(edits):
    record = told("sallowfield")
    action = record.actions[0]
    names = {"text": "unworded", "first_step": "without-first-step", "due": "without-date"}
    for field, emptied in edits:
        record = changed(record, "action", action.id, **{field: "" if emptied else "2026-01-30"})
        kind = f"action-{names.get(field, f'without-{field}')}"
        assert is_open(record, kind, action.id) is emptied
