"""What is still to be seen: the order in which gaps are named, and what the clock has to do with it."""

import pytest
from sample_records import begun, changed, holding, library, told

from visitapp.domain.evidence import Note
from visitapp.domain.gaps import gaps, most_useful_gap
from visitapp.domain.planning import Moment
from visitapp.domain.visit import Slot

NINE, TEN, ELEVEN, NOON = 540, 600, 660, 720
YEARS = ("r", "y1", "y2", "y3", "y4", "y5", "y6")


def empty():
    return begun(library().find("llpr-primary@2024-25"))


def note(number, **fields):
    return Note(f"n{number}", "visit", number, "Seen", taken_at=f"2025-11-20T10:{number:02}:00+00:00", **fields)


def slot(code, activity, starts=TEN, ends=ELEVEN, **more):
    return Slot(code, "visit", 1, starts, ends, activity, **more)


def lesson(code, year, subject, ends, **more):
    return slot(code, "learning-walk", ends - 20, ends, years=(year,), subject=subject, part_of="walk", **more)


def said(record, minute, day=1):
    return list(gaps(record, Moment(day, minute)))


def seen(*more):
    """Return a visit in which every year, common group and strand has been looked at."""
    record = empty()
    groups = tuple(one.code for one in record.framework.vocabularies["groups"].terms if one.common)
    notes = [note(n, strand=one.code) for n, one in enumerate(record.framework.strands, 1)]
    return holding(record, *notes, note(50, years=YEARS, groups=groups), *more)


def test_a_lesson_still_to_come_is_no_gap():
    record = holding(empty(), lesson("s", "y2", "phonics", ELEVEN))
    assert said(record, ELEVEN - 1) == []
    assert said(record, ELEVEN) == ["Planned, but nothing yet: Year 2, phonics."]


def test_before_its_day_a_visit_has_nothing_due():
    record = holding(empty(), slot("walk", "learning-walk"), lesson("s", "y2", "phonics", ELEVEN))
    assert said(record, NOON, day=0) == []


def test_after_its_day_every_lesson_is_due():
    record = holding(empty(), lesson("s", "y2", "phonics", ELEVEN))
    assert said(record, NINE, day=2) == ["Planned, but nothing yet: Year 2, phonics."]


def test_prompts_come_first_in_the_last_ten_minutes_of_an_activity():
    record = seen(slot("g", "governance"), note(60, activity="governance", prompt="challenge"))
    assert said(record, ELEVEN - 11) == ["Governance is running: 4 of 5 prompts have no note."]
    assert said(record, ELEVEN - 10)[0] == "Governance ends in 10 min: 4 of 5 prompts have no note."
    assert said(record, ELEVEN)[-1] == "Governance is over: 4 of 5 prompts have no note."


def test_a_required_activity_that_is_over_without_a_note_is_named():
    record = seen(slot("g", "governance"))
    assert "Governance is over, and no note is from it." not in said(record, ELEVEN - 1)
    assert said(record, ELEVEN)[0] == "Governance is over, and no note is from it."


def test_an_activity_nobody_must_do_is_not_asked_after():
    assert said(seen(slot("p", "pupil-voice")), NOON) == []


def test_a_group_nobody_has_looked_at_is_named_with_what_the_plan_says():
    record = seen()
    gone = changed(record, "note", "n50", groups=("send", "pp", "eal"))
    assert said(gone, NOON) == ["No note yet on “Known to social care”, and no lesson is planned for it."]
    planned = holding(gone, lesson("s", "y2", "phonics", NOON + 60, groups=("social-care",)))
    assert said(planned, NOON) == ["No note yet on “Known to social care”."]


@pytest.mark.parametrize("strand", ["governance", "safeguarding"])
def test_a_strand_without_evidence_is_named(strand):
    record = seen()
    found = next(one for one in record.notes if one.strand == strand)
    assert said(changed(record, "note", found.id, strand=""), NOON) == [f"No evidence yet on {strand}."]


def test_a_source_an_activity_was_to_bring_is_named_once_it_is_over():
    asked = [note(60 + n, activity="governance", prompt=one) for n, one in enumerate(
        ["knowledge", "evidence", "challenge", "safeguarding", "vulnerable"]
    )]  # fmt: skip
    record = seen(slot("g", "governance"), *asked)
    assert said(record, ELEVEN - 1) == []
    assert said(record, ELEVEN) == ["No note yet from “Discussion with governors”."]
    assert said(changed(record, "note", "n60", source="governors"), ELEVEN) == []


def test_one_prompt_is_one_prompt():
    answered = ["knowledge", "evidence", "challenge", "safeguarding"]
    asked = [note(60 + n, activity="governance", prompt=one) for n, one in enumerate(answered)]
    record = seen(slot("g", "governance"), *asked)
    assert said(record, ELEVEN - 5) == [
        "Governance ends in 5 min: 1 of 5 prompts has no note.",
        "Governance is running: 1 of 5 prompts has no note.",
    ]


def test_the_order_is_what_goes_by_soonest_first():
    record = holding(
        empty(),
        slot("leaders", "leaders", NINE, TEN),
        slot("walk", "learning-walk", TEN, ELEVEN),
        lesson("s", "y2", "phonics", TEN + 30),
        note(1, years=YEARS[1:], strand="teaching"),
    )
    openings = (
        "Learning walk ends",
        "Planned, but",
        "Leaders is over, and",
        "Nothing from Reception",
        "No note yet on",
    )
    found = said(record, ELEVEN - 5)
    places = [next(place for place, words in enumerate(found) if words.startswith(start)) for start in openings]
    places.append(found.index("No evidence yet on governance."))
    places.append(found.index("No note yet from “Discussion with leaders”."))
    places.append(next(place for place, words in enumerate(found) if words.startswith("Leaders is over: 10 of 10")))
    assert places == sorted(places)


def test_the_picture_of_the_morning_names_reception():
    record = told("sallowfield")
    assert most_useful_gap(record, Moment(1, 10 * 60 + 42)) == (
        "Nothing from Reception, and no visit is planned there."
    )
