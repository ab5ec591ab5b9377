"""Recently deleted: listed with when and what, restored by Enter or button, and undone like any act."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QWidget
from ui_support import shown
from vault_desk import TODAY, begin, new_database, open_workspace

from ui.dialogs.recently_deleted import DeletedVisitsSheet, VisitDeletedSheet
from ui.widgets.buttons import Button
from ui.widgets.text import Text
from ui.workspace.day_plan import DayPlan
from ui.workspace.evidence import COMPOSER, Evidence
from ui.workspace.summing_up import SummingUp
from visitapp.domain.evidence import Draft

Key = Qt.Key


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def workspace(qapp, tmp_path):
    with open_workspace(new_database(tmp_path / "vault")) as workspace:
        yield workspace


@pytest.fixture
def desk(workspace):
    return begin(workspace)


@pytest.fixture
def host(qtbot):
    host = QWidget()
    host.resize(1000, 700)
    return shown(qtbot, host)


def opened(qtbot, desk, host, count):
    """Open the sheet and wait for its lines."""
    sheet = VisitDeletedSheet(desk, host)
    sheet.open()
    qtbot.waitUntil(lambda: rows(sheet).model().rowCount() == count)
    return sheet


def rows(sheet):
    return sheet.findChild(QListView)


def lines(sheet):
    model = rows(sheet).model()
    return [model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def write(desk, text):
    return Evidence(desk).save(Draft(desk.visit_id, COMPOSER, text))


def test_each_kind_is_listed_with_when_and_what(qtbot, desk, host):
    note = write(desk, "+ Pupils recall the sounds.")
    finding = SummingUp(desk).add_finding("strength", text="Phonics is strong.")
    action = SummingUp(desk).add_action()
    SummingUp(desk).change_action(action, text="Read every day.")
    walk = next(one for one in desk.record.framework.activities if one.lessons)
    slot = DayPlan(desk).add_activity(walk)
    DayPlan(desk).add_lesson(slot)
    Evidence(desk).delete(note)
    SummingUp(desk).delete_finding(finding)
    SummingUp(desk).delete_action(desk.record.actions[0])
    DayPlan(desk).remove(slot)
    assert [line.replace("  ·  ", ", ") for line in lines(opened(qtbot, desk, host, 4))] == [
        "Learning walk, 09:00 to 10:30. Day plan, deleted today, 10:42, with 1 classroom visit",
        "Read every day.. Action, deleted today, 10:42",
        "Phonics is strong.. Finding, deleted today, 10:42",
        "Pupils recall the sounds.. Note E1, deleted today, 10:42",
    ]


def test_enter_restores_and_undo_takes_it_back(qtbot, desk, host):
    note = write(desk, "Seen.")
    Evidence(desk).delete(note)
    sheet = opened(qtbot, desk, host, 1)
    QTest.keyClick(host.window().focusWidget(), Key.Key_Return)
    assert [one.id for one in desk.record.notes] == [note.id]
    qtbot.waitUntil(lambda: rows(sheet).model().rowCount() == 0)
    assert "Restored: Seen." in [one.text() for one in sheet.findChildren(Text)]
    desk.undo()
    qtbot.waitUntil(lambda: rows(sheet).model().rowCount() == 1)
    assert desk.record.notes == ()


def test_the_button_restores_the_line_in_hand(qtbot, desk, host):
    first, second = write(desk, "First."), write(desk, "Second.")
    for note in (first, second):
        Evidence(desk).delete(note)
    sheet = opened(qtbot, desk, host, 2)
    QTest.keyClick(rows(sheet), Key.Key_Down)
    restore = next(one for one in sheet.findChildren(Button) if one.text() == "Restore")
    QTest.mouseClick(restore, Qt.MouseButton.LeftButton)
    assert [one.text for one in desk.record.notes] == ["First."]


def test_a_restored_note_has_its_links_again(qtbot, desk, host):
    note = write(desk, "+ Seen.")
    finding = SummingUp(desk).add_finding("strength", text="F.", notes=(note,))
    Evidence(desk).delete(note)
    assert desk.record.notes_of(finding.id) == ()
    opened(qtbot, desk, host, 1)
    QTest.keyClick(host.window().focusWidget(), Key.Key_Return)
    assert desk.record.notes_of(finding.id) == desk.record.notes


def test_a_note_taken_back_by_undo_is_there_too(qtbot, desk, host):
    write(desk, "Typed and undone.")
    with qtbot.waitSignal(desk.turned):
        desk.undo()
    write(desk, "Something else, so that nothing can be redone.")
    assert lines(opened(qtbot, desk, host, 1)) == ["Typed and undone.. Note E1  ·  undone today, 10:42"]


def test_an_empty_list_says_so_and_leaves_the_way_out(qtbot, desk, host):
    sheet = opened(qtbot, desk, host, 0)
    assert "Nothing in this visit is deleted. What you delete waits here." in [
        one.text() for one in sheet.findChildren(Text) if one.isVisible()
    ]
    assert host.window().focusWidget().text() == "Close"
    QTest.keyClick(host.window().focusWidget(), Key.Key_Escape)
    assert sheet.isHidden()


def test_it_is_all_there_after_a_restart(qtbot, tmp_path, qapp, host):
    from vault_desk import KEY

    from visitapp.store.database import Database

    with open_workspace(new_database(tmp_path / "other")) as workspace:
        desk = begin(workspace)
        Evidence(desk).delete(write(desk, "Seen."))
        visit_id = desk.visit_id
    with open_workspace(Database.open(tmp_path / "other" / "visitapp.db", KEY)) as workspace:
        sheet = opened(qtbot, workspace.open_visit(visit_id), host, 1)
        assert lines(sheet) == ["Seen.. Note E1  ·  deleted today, 10:42"]


def test_deleted_visits_are_listed_and_restored(qtbot, workspace, desk, host):
    write(desk, "Seen.")
    workspace.visits.delete(desk.visit_id)
    workspace.flush()
    sheet = DeletedVisitsSheet(workspace.visits.deleted, lambda: TODAY, host)
    sheet.restore_wanted.connect(workspace.visits.restore)
    sheet.open()
    (line,) = lines(sheet)
    assert line.startswith("Sallowfield Primary School, 20 Nov 2025. ")
    assert line.endswith("1 note  ·  deleted today, 10:42")
    QTest.keyClick(host.window().focusWidget(), Key.Key_Return)
    workspace.flush()
    sheet.refresh()
    assert lines(sheet) == []
    assert [one.id for one in workspace.visits.all()] == [desk.visit_id]
