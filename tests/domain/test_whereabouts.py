"""Where something was changed: every kind of record has a stage, and most of them a place in it."""

import pytest
from sample_records import told

from visitapp.domain.change import KINDS, Change, kind_of
from visitapp.domain.evidence import Note
from visitapp.domain.places import answered
from visitapp.domain.stages import STAGES
from visitapp.domain.whereabouts import Whereabouts, whereabouts

WITHOUT = {"reviewer", "framework"}


def places(record, entity, field="deleted"):
    return whereabouts(record, (Change(kind_of(entity), entity.id, field, False),))


@pytest.mark.parametrize("code", ["sallowfield", "quillmoor"])
def test_everything_in_a_sample_visit_has_a_stage_of_its_own_but_marks_and_stages_set_done(code):
    record = told(code)
    nowhere = set()
    for kind in KINDS:
        for entity in record.living(kind):
            found = places(record, entity)
            assert {one.stage for one in found} <= set(STAGES)
            if not found:
                nowhere.add(entity.key.split(".")[0] if kind == "answer" else kind)
    assert nowhere <= WITHOUT | {"cited", "stage"}


def test_a_note_is_named_by_its_activity_and_one_that_is_gone_has_no_place_to_go_to():
    record = told("sallowfield")
    note = next(one for one in record.notes if one.activity)
    (found,) = places(record, note)
    assert (found.stage, found.place) == ("capture", f"capture:{note.id}")
    assert found.about
    gone = record.with_changes((Change("note", note.id, "deleted", True),))
    assert places(gone, note) == (Whereabouts("capture", "", found.about),)


def test_the_first_change_with_a_place_speaks_and_a_mark_beside_it_is_passed_over():
    record = told("sallowfield")
    mark = next(one for one in record.living("answer") if one.key.startswith("cited."))
    block = record.blocks("context")[0]
    changes = (Change("answer", mark.id, "value", None), Change("block", block.id, "text", "Other."))
    assert whereabouts(record, changes) == (Whereabouts("report", "context", "Context"),)


def test_a_finding_is_seen_in_the_summary_and_in_the_section_that_prints_it():
    record = told("sallowfield")
    finding = record.findings()[0]
    home, printed = places(record, finding)
    assert (home.stage, home.place) == ("summary", f"findings:{finding.id}")
    assert printed.stage == "report"
    assert finding.kind in record.framework.section(printed.place).findings


def test_what_tables_and_earlier_reports_were_read_as_has_a_place():
    record = told("sallowfield")
    for key, stage in (("figures.names", "prepare"), ("imported.unread", "report")):
        record = record.with_changes(answered(record, key, value="Words"))
        answer = next(one for one in record.living("answer") if one.key == key)
        assert places(record, answer) == (Whereabouts(stage),)


def test_what_is_not_there_is_nowhere():
    assert places(told("sallowfield"), Note("unknown")) == ()
