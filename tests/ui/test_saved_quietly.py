"""The words about saving change seldom, are never early, and never claim a wait that is over."""

from datetime import timedelta

import pytest
from vault_desk import TODAY, begin, new_database, open_workspace

from ui.main_window.visit_frame import VisitFrame
from visitapp.domain.evidence import Draft
from visitapp.paths import reports_dir

pytestmark = pytest.mark.usefixtures("look")


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self):
        self.now = TODAY

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def workspace(qapp, tmp_path, clock):
    with open_workspace(new_database(tmp_path / "vault"), clock) as workspace:
        yield workspace


def type_letters(qtbot, workspace, count):
    """Type letter by letter, each on the disk before the next; return nothing before the last is."""
    desk = workspace.desk
    for number in range(count):
        with qtbot.waitSignal(desk.settled):
            desk.keep_draft(Draft(desk.visit_id, "composer", "x" * (number + 1)))


@pytest.fixture
def said(qtbot, workspace):
    """What has been said to be saved once the visit is begun and quiet."""
    found = []
    workspace.saved.connect(found.append)
    with qtbot.waitSignal(workspace.saved):
        begin(workspace)
    workspace.flush()
    return found


def test_many_letters_within_a_second_are_said_once(qtbot, workspace, said):
    qtbot.waitUntil(lambda: len(said) >= 1)
    before = len(said)
    type_letters(qtbot, workspace, 8)
    assert len(said) - before <= 1


def test_the_last_commit_is_said_in_the_end(qtbot, workspace, said, clock):
    type_letters(qtbot, workspace, 3)
    clock.now += timedelta(seconds=7)
    type_letters(qtbot, workspace, 2)
    qtbot.waitUntil(lambda: said[-1] == TODAY + timedelta(seconds=7), timeout=3000)


def test_another_minute_is_said_at_once(qtbot, workspace, said, clock):
    type_letters(qtbot, workspace, 3)
    clock.now += timedelta(minutes=1)
    desk = workspace.desk
    with qtbot.waitSignal(workspace.saved, timeout=900):
        desk.keep_draft(Draft(desk.visit_id, "composer", "another minute"))
    assert said[-1] == clock.now


def test_a_commit_that_is_not_said_still_ends_the_wait(qtbot, workspace, said):
    frame = VisitFrame(workspace.desk, lambda visit_id: None, reports_dir(), sample=False)
    qtbot.addWidget(frame)
    workspace.saved.connect(frame.show_saved)
    told, before = [], len(said)
    while len(said) < before + 2:
        type_letters(qtbot, workspace, 1)
        told.append(frame.header.status.accessibleName())
    assert not [words for words in told if words.startswith("Saving")]
