"""A visit that follows another brings its actions back, from New visit and from the Follow-up of the one before."""

from datetime import UTC, datetime

import pytest
from person import Person
from vault_desk import PRIMARY, begin, new_database, open_workspace

from ui.dialogs.new_visit import NewVisitDialog
from ui.widgets.line_edit import LineEdit
from ui.workspace.following import Following
from ui.workspace.summing_up import SummingUp
from ui.workspace.visits import NewVisit


@pytest.fixture
def workspace(tmp_path, qapp):
    with new_database(tmp_path) as database, open_workspace(database) as opened:
        yield opened


def agreed(desk, text, **fields):
    summing_up = SummingUp(desk)
    summing_up.change_action(summing_up.add_action(), text=text, **fields)
    return desk.record.actions[-1]


def follow(workspace, record, day="2026-11-19"):
    new = NewVisit(workspace.library.find(PRIMARY), record.school, day, follows_id=record.visit_id)
    return workspace.visits.begin(new)


def test_a_visit_that_follows_begins_with_the_actions_agreed_before(workspace):
    desk = begin(workspace)
    first = agreed(desk, "Use models", status="started", reply="Begun", first_step_due="2025-12-01")
    agreed(desk, "Track fluency")
    record = follow(workspace, desk.record)
    assert [one.text for one in record.earlier_actions] == ["Use models", "Track fluency"]
    assert (record.earlier_actions[0].earlier_id, record.earlier_actions[0].reply) == (first.id, "Begun")
    assert record.actions == ()
    workspace.flush()
    assert workspace.visits.load(record.visit_id).earlier_actions == record.earlier_actions


def test_what_is_judged_there_leaves_the_visit_before_as_it_was(workspace):
    before = begin(workspace)
    agreed(before, "Use models")
    desk = workspace.begin_visit(follow(workspace, before.record))
    Following(desk).judge(desk.record.earlier_actions[0], "met")
    workspace.flush()
    assert workspace.visits.load(before.visit_id).actions[0].verdict == ""
    desk.undo()
    workspace.flush()
    assert workspace.visits.load(desk.visit_id).earlier_actions[0].verdict == ""


def test_the_third_visit_gets_only_what_was_carried_on(workspace):
    first = begin(workspace)
    agreed(first, "Use models")
    agreed(first, "Track fluency")
    second = workspace.begin_visit(follow(workspace, first.record))
    Following(second).carry(second.record.earlier_actions[1], on=True)
    agreed(second, "Meet parents")
    third = follow(workspace, second.record, "2027-11-18")
    assert [one.text for one in third.earlier_actions] == ["Meet parents", "Track fluency"]


def test_a_visit_on_its_own_begins_with_none(workspace):
    assert begin(workspace).record.earlier_actions == ()


@pytest.fixture
def person(tmp_path, qapp):
    made = Person(tmp_path)
    made.session.clock = lambda: datetime(2026, 1, 9, 9, 12, tzinfo=UTC)
    made.session.open_sample()
    made.hands.wait_until(lambda: made.session.workspace is not None, "opening the sample")
    yield made
    made.session.close()
    made.window.close()


def test_the_next_visit_is_started_from_follow_up_by_keys_alone(person, qtbot):
    visits = person.session.workspace.visits.all()
    now = next(one for one in visits if one.school.startswith("Sallowfield") and not one.is_followed)
    person.session.open_visit(now.id)
    assert person.stage == "followup"
    person.hands.focus("Start next visit from this")
    person.hands.press("Return")
    dialog = person.window.findChild(NewVisitDialog)
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.school.school().name == "Sallowfield Primary School"
    assert isinstance(person.hands.focused(), LineEdit)
    person.hands.replace("19 Nov 2026")
    person.hands.press("Tab", "Return")
    person.hands.wait_until(lambda: person.record.visit_id != now.id, "beginning the next visit")
    assert person.record.visit.follows_id == now.id
    assert len(person.record.earlier_actions) == 3
    assert person.stage == "prepare"
