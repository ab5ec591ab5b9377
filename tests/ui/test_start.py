"""Starting: a bare window first, then the door, or straight in where a vault needs no words."""

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QLabel
from ui_support import dressed

from ui.app.making import make_session
from ui.app.start import Start
from ui.main_window.window import MainWindow
from ui.pages.first_run.page import FirstRunPage
from ui.pages.unlock.page import UnlockPage
from ui.settings import Settings
from ui.theme.ground import DARK
from ui.workspace.opening import open_here


@pytest.fixture(autouse=True)
def _look(qapp, tmp_path):
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    yield from dressed(qapp)


@pytest.fixture
def sample(tmp_path):
    folder = tmp_path / "sample"
    opened = open_here(folder, "")
    opened.database.close()
    opened.lock.release()
    return folder


@pytest.fixture
def begun(qtbot, tmp_path):
    """Return a way to begin a session on a vault folder."""
    sessions = []

    def begin(folder):
        window = MainWindow()
        qtbot.addWidget(window)
        session, _wishes = make_session(window, folder, tmp_path / "other-sample", Settings(look="light"))
        sessions.append(session)
        window.show()
        session.start()
        return session

    yield begin
    for session in sessions:
        session.close()


def test_the_bare_window_has_the_ground_of_its_look_and_says_once_that_it_is_painted(qtbot):
    window = MainWindow(DARK)
    qtbot.addWidget(window)
    told = []
    window.painted.connect(lambda: told.append(True))
    window.show()
    qtbot.waitUntil(lambda: bool(told))
    window.repaint()
    QApplication.processEvents()
    assert told == [True]
    picture = window.grab().toImage()
    assert picture.pixelColor(10, 300).name() == DARK.rail.lower()
    assert picture.pixelColor(600, 300).name() == DARK.bg.lower()


def test_where_there_is_no_vault_the_door_is_the_first_run(begun, tmp_path):
    assert isinstance(begun(tmp_path / "vault").window.door, FirstRunPage)


def test_a_vault_that_needs_no_words_opens_without_a_door(begun, sample, qtbot):
    session = begun(sample)
    assert not session.window.at_door
    with qtbot.waitSignal(session.opened, timeout=20_000):
        pass
    assert session.window.home.visits.list.rows()


def test_once_locked_it_stays_behind_the_door(begun, sample, qtbot):
    session = begun(sample)
    with qtbot.waitSignal(session.opened, timeout=20_000):
        pass
    session.lock()
    assert isinstance(session.window.door, UnlockPage)


def test_a_vault_in_use_shows_the_door_with_the_reason(begun, sample, qtbot):
    held = open_here(sample, "")
    session = begun(sample)
    qtbot.waitUntil(lambda: session.window.at_door, timeout=20_000)
    held.database.close()
    held.lock.release()


def test_an_error_before_the_window_is_furnished_is_said_on_its_ground(qapp, qtbot):
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    start = Start(qapp, window)
    window.painted.disconnect(start.begin)
    start.say("Something went wrong.")
    assert [one.text() for one in window.findChildren(QLabel) if one.isVisible()] == ["Something went wrong."]
    start.deleteLater()
