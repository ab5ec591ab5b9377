"""F5 from any stage of a visit shows it on the whole screen, typed words included, and Esc comes back."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.app.making import make_session
from ui.demo.hands import Hands
from ui.main_window.key_map import KEYS, commands_of_app, commands_of_visit
from ui.main_window.window import MainWindow
from ui.pages.present.window import PresentWindow
from ui.theme.theme import theme
from ui.theme.tokens import DESK, LIGHT
from ui.widgets.text import Text

STAGES = ["prepare", "plan", "capture", "summary", "report", "followup"]


@pytest.fixture(scope="module")
def session(qapp, tmp_path_factory):
    folder = tmp_path_factory.mktemp("present")
    session, _wishes = make_session(MainWindow(), folder / "vault", folder / "sample")
    session.clock = lambda: datetime(2025, 11, 20, 10, 42, tzinfo=UTC)
    session.start()
    session.window.show()
    session.hands = Hands(session.window)
    session.open_sample()
    session.hands.wait_until(lambda: session.workspace is not None, "opening the sample vault")
    session.wishes = _wishes
    yield session
    session.close()
    session.window.deleteLater()
    theme().apply(LIGHT, DESK, 1.0)


@pytest.fixture
def frame(session):
    visits = session.workspace.visits.all()
    session.open_visit(next(one.id for one in visits if one.school == "Sallowfield Primary School"), "summary")
    session.hands.settle()
    return session.window.frame


def presenting():
    """Return the window that is shown, or None."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, PresentWindow) and one.isVisible()]
    return found[0] if found else None


def leave(session):
    QTest.keyClick(presenting(), Qt.Key.Key_Escape)
    session.hands.settle()


@pytest.mark.parametrize("stage", STAGES)
def test_f5_shows_the_visit_from_every_stage_and_escape_comes_back(session, frame, stage):
    frame.show_stage(stage)
    session.hands.settle()
    came_from = session.hands.focused()
    session.hands.press("F5")
    shown = presenting()
    assert shown.isFullScreen()
    assert shown.screen() is session.window.screen()
    leave(session)
    assert presenting() is None
    assert frame.stage == stage
    assert session.hands.focused() is came_from


def test_the_button_of_the_summary_does_the_same(session, frame):
    session.hands.focus("Present").click()
    assert presenting() is not None
    leave(session)


def test_what_was_just_typed_is_shown(session, frame):
    frame.show_stage("summary", "findings")
    card = frame.page.tab("findings").board.first_card()
    session.hands.point_at(card.text)
    session.hands.replace("Pupils read with care and joy")
    session.hands.press("F5")
    texts = [one.text() for one in presenting().findChildren(Text)]
    assert "Pupils read with care and joy" in texts
    leave(session)
    session.hands.press("Ctrl+Z")


def test_words_that_wait_in_the_capture_box_are_not_shown(session, frame):
    frame.show_stage("capture")
    session.hands.write("The head seems unsure")
    session.hands.press("F5")
    assert not any("unsure" in one.text() for one in presenting().findChildren(Text))
    leave(session)


def test_without_a_visit_on_show_nothing_happens(session, frame):
    session.go_home()
    session.hands.press("F5")
    assert presenting() is None


def test_over_an_open_sheet_nothing_happens(session, frame):
    session.hands.press("Ctrl+K")
    session.wishes.carry_out("present")
    assert presenting() is None
    session.hands.press("Escape")


def test_the_palette_and_the_list_of_keys_have_it(session, frame):
    assert KEYS["present"] == "F5"
    assert ("Present on the whole screen", "F5") in [(one.title, one.keys) for one in commands_of_visit()]
    assert "present" not in [one.code for one in commands_of_app()]


def test_locking_takes_it_off_the_screen(session, frame):
    session.hands.press("F5")
    assert presenting() is not None
    session.lock()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert presenting() is None
