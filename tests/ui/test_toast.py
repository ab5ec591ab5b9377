"""A toast whose words are too long for one line: all of them are read, inside the window, in any look."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from ui.theme.theme import theme
from ui.theme.tokens import DARK, DESK, LIGHT, TOUCH
from ui.widgets.pressable import words_width
from ui.widgets.text import Text
from ui.widgets.toast import Toast

LONG = (
    "Taken out of the plan: Lesson visits with a host leader on Tuesday 2 December 2025, with the six classroom "
    "visits that stood inside it and the people who were named for each of them"
)

pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def window(qtbot):
    """The middle of a short window, beside the rail."""
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1208, 640)
    host.show()
    yield host
    theme().apply(LIGHT, DESK, 1.0)


def said(host, text, action="Undo", keys="Ctrl Z"):
    toast = Toast(host)
    toast.say(text, action, keys)
    QApplication.processEvents()
    return toast


def is_whole(toast):
    """Return whether a toast is inside its window and all of its words and its button inside the toast."""
    parts = [*toast.findChildren(Text), *toast.findChildren(QPushButton)]
    shown = [one for one in parts if one.isVisible()]
    inside = all(toast.rect().contains(one.geometry()) for one in shown)
    uncut = not any(one.is_cut() for one in toast.findChildren(Text))
    return uncut and inside and toast.parentWidget().rect().contains(toast.geometry())


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("metrics", [DESK, TOUCH])
@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_long_words_are_read_to_their_end_inside_the_window(window, palette, metrics, scale):
    theme().apply(palette, metrics, scale)
    assert is_whole(said(window, LONG))


def test_words_that_fit_stay_on_one_line(window):
    toast = said(window, "Note moved to Recently deleted")
    assert is_whole(toast)
    assert toast.findChild(Text).height() == theme().line_height("label")


def test_words_go_on_in_further_lines_where_the_window_grows_narrower(window):
    toast = said(window, "Note moved to Recently deleted. It stays there for thirty days.")
    low = toast.height()
    window.resize(420, 640)
    QApplication.processEvents()
    assert is_whole(toast)
    assert toast.height() > low


def test_a_toast_is_whole_when_touch_mode_is_turned_on_under_it(window):
    toast = said(window, LONG)
    theme().apply(LIGHT, TOUCH, 1.0)
    QApplication.processEvents()
    assert is_whole(toast)


def test_a_short_word_after_a_long_one_has_its_own_small_room(window):
    toast = said(window, LONG)
    wide = toast.width()
    toast.say("Copied")
    assert is_whole(toast)
    assert toast.width() < wide / 2


def test_the_button_stands_right_behind_the_shortest_words(window):
    toast = said(window, "Copied")
    words = toast.findChild(Text)
    assert words.width() < 2 * words_width("Copied", words.text_font())
