"""Six stages, and how far each has come."""

from dataclasses import replace

import pytest
from sample_records import begun, changed, holding, library, reading, saying, told, without

from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding
from visitapp.domain.stages import STAGES, stage_states
from visitapp.domain.visit import Slot
from visitapp.domain.writing import Export


@pytest.fixture
def record():
    return begun(library().find("llpr-primary@2024-25"))


def test_nothing_is_done_at_first(record):
    assert stage_states(record) == dict.fromkeys(STAGES, "todo")


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_is_done_when_the_reviewer_says_so_and_no_other_with_it(record, stage):
    states = stage_states(saying(record, **{f"stage__{stage}": True}))
    assert states == dict.fromkeys(STAGES, "todo") | {stage: "done"}


def test_one_fact_begins_preparing(record):
    assert stage_states(saying(record, fact__eal="8"))["prepare"] == "part"


def test_preparing_is_done_when_all_that_is_required_is_read(record):
    items = [one for one in record.framework.checklist() if one.required]
    for item in items[:-1]:
        record = saying(record, **{f"check__{item.code}": True})
    assert stage_states(record)["prepare"] == "part"
    assert stage_states(saying(record, **{f"check__{items[-1].code}": True}))["prepare"] == "done"


def test_planning_is_part_done_with_one_slot_and_done_when_every_rule_is_met(record):
    assert stage_states(holding(record, Slot("s", "visit", 1, 540, 600, "leaders")))["plan"] == "part"
    whole = saying(told("sallowfield"), stage__plan=None)
    assert stage_states(whole)["plan"] == "part"
    whole = holding(whole, replace(whole.answer("plan.year-groups-visited"), note="Seen last term"))
    assert stage_states(whole)["plan"] == "done"
    assert stage_states(changed(whole, "visit", whole.visit_id, agreed_on=""))["plan"] == "part"


@pytest.mark.parametrize(
    ("stage", "thing"),
    [
        ("capture", Note("n", "visit", 1, "Seen")),
        ("summary", Finding("f", "visit", "risk")),
        ("followup", Export("x", "visit", 1, "DRAFT")),
    ],
)
def test_a_first_thing_begins_a_stage_and_taking_it_away_undoes_that(record, stage, thing):
    begun_now = holding(record, thing)
    assert stage_states(begun_now)[stage] == "part"
    kind = {"capture": "note", "summary": "finding", "followup": "export"}[stage]
    assert stage_states(without(begun_now, kind, thing.id))[stage] == "todo"


def test_a_paragraph_begins_the_report_and_a_final_export_ends_it(record):
    written = reading(record, "context", "A school.")
    assert stage_states(written)["report"] == "part"
    assert stage_states(holding(written, Export("x", "visit", 1, "DRAFT")))["report"] == "part"
    assert stage_states(holding(written, Export("x", "visit", 2, "FINAL")))["report"] == "done"
    assert stage_states(reading(written, "context", ""))["report"] == "todo"


def test_a_closed_visit_has_nothing_to_follow_up(record):
    assert stage_states(changed(record, "visit", "visit", closed=True))["followup"] == "done"


def test_saying_not_done_outweighs_what_is_met():
    record = saying(told("sallowfield"), stage__prepare=False, stage__plan=False)
    assert (stage_states(record)["prepare"], stage_states(record)["plan"]) == ("part", "part")


def test_going_back_to_an_earlier_stage_undoes_nothing_later():
    record = saying(told("sallowfield"), **{"stage__prepare": None, "check__self-evaluation": False})
    assert list(stage_states(record).values())[:5] == ["part", "done", "done", "done", "done"]
