"""What a school does to a report comes back to the right record, and nothing of it is lost."""

from datetime import UTC, datetime
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exports.sample_reports import paired_report, partner_report
from tests.imports.school_edits import edits, put_in, told_of
from tests.imports.word_edits import Edited
from tests.sample_records import told
from visitapp.domain.answering import Returned
from visitapp.domain.composition import compose_report
from visitapp.domain.papers.accuracy import accuracy_draft
from visitapp.domain.returned.found import found_in, frame_of

RETURNED = Returned("returned", "visit")


@cache
def reports():
    """The reports the edits are made to: two made up for tests, two composed of invented visits, one numbered."""
    composed = [
        compose_report(told(code), 2, "DRAFT", datetime(2025, 11, 25, tzinfo=UTC))
        for code in ("sallowfield", "quillmoor")
    ]
    return (partner_report(), paired_report(), *composed, accuracy_draft(composed[0]))


@cache
def frame(number):
    edited = Edited(reports()[number])
    return frame_of(edited.sent, edited.read())


def found(edited, number, framed=True):
    return found_in(RETURNED, edited.sent, edited.read(), frame(number) if framed else ())


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize("framed", [True, False])
def test_a_report_that_came_back_as_it_left_has_no_remarks(number, framed):
    result = found(Edited(reports()[number]), number, framed)
    assert result.remarks == ()
    assert result.anchored
    assert result.same == result.sent > 20


@pytest.mark.parametrize("number", range(5))
def test_without_bookmarks_it_has_none_either(number):
    edited = Edited(reports()[number])
    edited.without_bookmarks()
    result = found(edited, number)
    assert result.remarks == ()
    assert not result.anchored


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_with_bookmarks_every_edit_comes_back_to_its_record_and_no_other_is_touched(data):
    number = data.draw(st.integers(0, 4))
    report = reports()[number]
    made = data.draw(edits(report))
    edited = Edited(report)
    for edit in made:
        put_in(edited, edit)
    remarks = found(edited, number).remarks
    assert [edit for edit in made if not told_of(edit, remarks)] == []
    touched = {edit.record_id for edit in made}
    assert [one for one in remarks if one.record_id and one.record_id not in touched] == []
    assert all(one.sure for one in remarks if one.kind != "edit" or one.tracked)


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_without_bookmarks_no_edit_is_lost(data):
    number = data.draw(st.integers(0, 4))
    report = reports()[number]
    made = data.draw(edits(report))
    edited = Edited(report)
    for edit in made:
        put_in(edited, edit)
    accepted = data.draw(st.booleans())
    if accepted:
        edited.accept_all()
    edited.without_bookmarks()
    remarks = found(edited, number).remarks
    gone = [edited.sent[edit.record_id] for edit in made if edit.operation in ("delete", "silently gone")]
    assert [text for text in gone if not any(text == one.sent for one in remarks)] == []
    worded = [edit for edit in made if edit.operation not in ("delete", "silently gone", "delete some", "split")]
    assert [edit for edit in worded if not told_of(edit, remarks, in_its_place=False)] == []
