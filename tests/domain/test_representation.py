"""Who is there when the findings are told, and whether those who govern are."""

from dataclasses import replace

import pytest
from sample_records import begun, holding, library, saying, told

from visitapp.domain.matters import matters_of
from visitapp.domain.representation import GOVERNOR, governance, people_planned
from visitapp.domain.visit import Slot, answer_id

VISIT = "visit"


def programme(code):
    return next(one for one in library().frameworks if one.code == code)


def said(record):
    return [(one.kind, one.words) for one in matters_of(record, "summary:readback")]


@pytest.fixture
def record():
    return begun(programme("llpr-primary"))


def test_the_people_are_those_planned_for_the_summary():
    assert people_planned(told("sallowfield")) == ("Headteacher, deputy headteacher, chair of governors",)
    assert people_planned(told("quillmoor")) == ("Headteacher, deputy headteacher, chair of the academy council",)


def test_nobody_is_invented(record):
    assert people_planned(record) == ()
    assert people_planned(holding(record, Slot("s1", VISIT, 1, 840, 900, "summary", people=" "))) == ()
    assert people_planned(holding(record, Slot("s1", VISIT, 1, 840, 900, "leaders", people="Headteacher"))) == ()


def test_it_is_asked_only_where_governors_must_be_heard():
    assert governance(programme("llpr-primary")).title == "Governance"
    assert governance(programme("qa-review")) is None
    assert said(begun(programme("qa-review"))) == []


def test_it_is_open_until_somebody_says(record):
    assert said(record) == [("governor-unsaid", "Not said yet whether a governor is present")]
    assert said(saying(record, summary__governor="yes")) == []


def test_with_none_there_the_programme_says_what_to_do_until_it_is_done(record):
    absent = saying(record, summary__governor="no")
    fallback = governance(record.framework).fallback
    assert said(absent) == [("governor-not-heard", fallback)]
    answer = replace(absent.answer(GOVERNOR), note="Minutes of September and October read")
    assert answer.id == answer_id(VISIT, GOVERNOR)
    assert said(holding(absent, answer)) == []
