"""What is waited for after a visit: only what somebody set or the programme asks, and nothing once it is over."""

from dataclasses import replace
from datetime import date

import pytest
from sample_records import begun, changed, holding, library, told

from visitapp.domain.finding import Action
from visitapp.domain.places import answered
from visitapp.domain.reminders import Afterwards, Reminder, afterwards, agenda_by, reminders

TODAY = date(2026, 1, 9)
VISIT = Afterwards("2025-11-20", is_reported=True, said={"sent.headteacher": "2025-12-04"})


def kinds(after, today=TODAY):
    return [one.kind for one in reminders(after, today)]


def test_an_action_past_its_day_is_late_and_counted_with_the_first_day():
    late = replace(VISIT, due=("2025-12-19", "2025-12-05", "2026-01-30", ""))
    assert reminders(late, TODAY) == (Reminder("action-late", 2, "2025-12-05"),)


@pytest.mark.parametrize(("due", "said"), [("2026-01-08", ["action-late"]), ("2026-01-09", []), ("", [])])
def test_an_action_is_late_from_the_day_after(due, said):
    assert kinds(replace(VISIT, due=(due,))) == said


def test_a_first_step_past_its_day_is_late_too():
    assert kinds(replace(VISIT, due=("2026-02-01",), first_steps=("2025-12-05",))) == ["first-step-late"]


def test_a_criterion_is_looked_at_again_on_its_day():
    assert kinds(replace(VISIT, looks=("2026-01-09", "2026-02-11"))) == ["look-again"]


def test_a_report_that_nobody_has_is_to_be_sent_once_it_is_written():
    assert kinds(replace(VISIT, said={})) == ["report-not-sent"]
    assert kinds(replace(VISIT, said={"sent.headteacher": ""})) == ["report-not-sent"]
    assert kinds(replace(VISIT, said={}, is_reported=False)) == []


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, ["agenda-not-planned"]),
        ({"agenda.planned": "2026-01-27"}, []),
        ({"agenda.planned": "2026-01-08"}, ["agenda-not-discussed"]),
        ({"agenda.planned": "2026-01-08", "agenda.discussed": "2026-01-08"}, []),
        ({"agenda.discussed": "2025-12-01"}, []),
    ],
)
def test_the_meeting_is_planned_and_then_held(answers, said):
    asked = replace(VISIT, agenda_months=12, said={**VISIT.said, **answers})
    assert kinds(asked) == said
    assert kinds(replace(asked, agenda_months=0)) == []


def test_the_meeting_has_its_time_and_is_late_only_after_it():
    asked = replace(VISIT, agenda_months=12)
    assert agenda_by(asked) == "2026-11-20"
    assert reminders(asked, TODAY) == (Reminder("agenda-not-planned"),)
    assert reminders(asked, date(2026, 12, 1)) == (Reminder("agenda-not-planned", since="2026-11-20"),)


def test_a_second_visit_is_planned_where_the_programme_wants_one():
    wanted = replace(VISIT, wants_second_visit=True)
    assert kinds(wanted) == ["second-visit-not-planned"]
    assert kinds(replace(wanted, said={**VISIT.said, "second-visit": "2026-03-02"})) == []


@pytest.mark.parametrize(
    "over",
    [{"is_closed": True}, {"is_followed": True}, {"ended": "2026-01-09"}, {"ended": "2026-02-01"}, {"ended": ""}],
)
def test_nothing_is_waited_for_while_a_visit_is_not_over_or_once_it_is_closed_or_followed(over):
    waiting = replace(VISIT, due=("2025-12-05",), said={}, agenda_months=12, wants_second_visit=True)
    assert len(reminders(waiting, TODAY)) == 4
    assert reminders(replace(waiting, **over), TODAY) == ()


def test_a_record_knows_what_its_school_promised():
    record = holding(
        begun(next(one for one in library().frameworks if one.code == "llpr-primary")),
        Action("a", "visit", "Do", due="2025-12-05", first_step_due="2025-12-01", position=1.0),
        Action("b", "visit", "Done", due="2025-12-05", status="done", position=2.0),
        Action("c", "visit", "Old", due="2025-06-01", earlier_id="x", position=3.0),
        Action(
            "d", "visit", "Kept", due="2025-10-01", earlier_id="y", carried=True, first_step_done=True, position=4.0
        ),
    )
    found = afterwards(record)
    assert (found.due, found.first_steps) == (("2025-12-05", "2025-10-01"), ("2025-12-01",))
    assert found.agenda_months == 12


def test_a_criterion_that_is_no_longer_watched_is_not_looked_at_again():
    record = told("sallowfield")
    watching = record.with_changes(answered(record, "watch.b", value="2026-01-05"))
    assert "2026-01-05" in afterwards(watching).looks
    at_ease = watching.with_changes(answered(watching, "criterion.b", value="no"))
    assert afterwards(at_ease).looks == ()


def test_the_context_says_whether_a_second_visit_is_wanted():
    record = told("sallowfield")
    assert not afterwards(record).wants_second_visit
    assert afterwards(changed(record, "visit", record.visit_id, context="support-finished")).wants_second_visit
