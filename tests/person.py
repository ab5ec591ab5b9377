"""Somebody at the real window, who counts what each task takes: by keyboard, by mouse, or by finger."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QMenu,
    QScroller,
    QScrollerProperties,
    QWidget,
)

from ui.app.making import make_application, make_session
from ui.demo.hands import Hands, spoken_name
from ui.main_window.window import MainWindow
from ui.parts.evidence_stream_view import NoteView
from ui.parts.note_painter import marker_place
from ui.settings import Settings
from ui.widgets.chips import Chip

MOMENT = datetime(2025, 11, 20, 10, 5, tzinfo=UTC)


class Person:
    """Somebody at a real window, who keeps count of what each task takes."""

    def __init__(self, folder: Path, *, touch: bool = False) -> None:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
        self.reports = folder / "reports"
        settings = Settings(look="light", touch=touch, reports_folder=str(self.reports))
        make_application()
        self.window = MainWindow()
        self.session, self.wishes = make_session(self.window, folder / "vault", folder / "sample", settings)
        self.session.clock = lambda: MOMENT
        self.session.start()
        self.window.show()
        self.hands = Hands(self.window)
        self.hands.settle()
        self.pointer = Pointer(self.hands, by_finger=touch)
        self.took: dict[str, int] = {}
        self.walked: list[str] = []

    @property
    def record(self):
        return self.window.frame.desk.record

    @property
    def stage(self):
        return self.window.frame.stage

    def do(self, task: str, *steps: str, typed: int = 0) -> None:
        """Press keys, and type what is given in double quotes; `typed` of the typed pieces count as an action."""
        before = self.hands.pressed
        for step in steps:
            if step.startswith('"'):
                self.hands.write(step.strip('"'))
            else:
                self.hands.press(step)
        self.took[task] = self.hands.pressed - before + typed

    @contextmanager
    def counting(self, task: str) -> Iterator["Pointer"]:
        """Lend the pointer for a task, and keep how often it and the keys were pressed."""
        before = self.hands.pressed + self.pointer.pressed
        yield self.pointer
        self.took[task] = self.hands.pressed + self.pointer.pressed - before

    def leave(self) -> None:
        """Close the vault and the window."""
        self.session.close()
        self.window.close()

    def focused_name(self) -> str:
        return spoken_name(self.hands.focused())


class Pointer:
    """A mouse, or a finger on the screen, that counts how often it presses; it reaches only what is in sight."""

    def __init__(self, hands: Hands, *, by_finger: bool) -> None:
        self._hands = hands
        self._screen = QTest.createTouchDevice() if by_finger else None
        self.pressed = 0

    def press(self, name: str, kind: type[QWidget] = QWidget) -> None:
        """Press the control in sight whose spoken name begins so."""
        front = QApplication.activeModalWidget() or self._hands.window
        shown = [one for one in front.findChildren(kind) if one.isVisible() and spoken_name(one).startswith(name)]
        found = [one for one in shown if one.focusPolicy() and not one.visibleRegion().isEmpty()]
        assert found, f"nothing in sight is named {name!r}"
        self._press(found[0], found[0].rect().center())

    def press_at(self, widget: QWidget, place: QPoint) -> None:
        """Press a place of a control that is in sight, counted from its corner."""
        self._press(widget, place)

    def press_row(self, view: QAbstractItemView, row: int, place: QPoint | None = None) -> None:
        """Press a row of a list, at a place counted from its corner or in its middle."""
        rect = view.visualRect(view.model().index(row, 0))
        self._press(view.viewport(), rect.topLeft() + place if place else rect.center())

    def press_marker(self, notes: NoteView, row: int) -> None:
        """Press the marker on the card in a row."""
        card = notes.visualRect(notes.model().index(row, 0))
        place = marker_place(card.toRectF(), notes.model().note(row), notes.model().words).center().toPoint()
        self.press_row(notes, row, place - card.topLeft())

    def choose(self, words: str) -> None:
        """Press the entry of the open menu that begins so."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu is open"
        action = next(one for one in menu.actions() if one.text().startswith(words))
        self._press(menu, menu.actionGeometry(action).center())

    def drag(self, area: QAbstractScrollArea, by: int, until: Callable[[], bool], across: int = 0) -> None:
        """Draw a finger over an area, so many px down, and lift it once something is so.

        It is put down in the middle, or so many px across, and rests before it is lifted: what it drew is not thrown
        on, by how far would be up to the speed of this machine.
        """
        room = area.viewport().rect()
        scroller = QScroller.scroller(area.viewport())
        resting = scroller.scrollerProperties()
        resting.setScrollMetric(QScrollerProperties.ScrollMetric.MaximumVelocity, 0.0)
        scroller.setScrollerProperties(resting)
        start = QPoint(
            across or room.center().x(), min(room.bottom(), max(10, 10 - by))
        )  # high up: the screen of tests is a small one
        window, place = area.window().windowHandle(), area.viewport().mapTo(area.window(), start)
        QTest.touchEvent(window, self._screen).press(0, place).commit()
        for step in range(1, 11):
            QTest.touchEvent(window, self._screen).move(0, place + QPoint(0, by * step // 10)).commit()
        self._hands.wait_until(until, "scrolling by finger")
        QTest.touchEvent(window, self._screen).release(0, place + QPoint(0, by)).commit()
        self._hands.wait_until(lambda: scroller.state() == QScroller.State.Inactive, "coming to rest")

    def _press(self, widget: QWidget, point: QPoint) -> None:
        window = widget.window()
        place = widget.mapTo(window, point)
        reached = window.childAt(place) or window
        assert reached is widget or widget.isAncestorOf(reached), f"{spoken_name(widget)!r} is covered"
        self.pressed += 1
        if self._screen is None:
            QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        else:
            QTest.touchEvent(window.windowHandle(), self._screen).press(0, place).commit()
            QTest.touchEvent(window.windowHandle(), self._screen).release(0, place).commit()
        self._hands.settle()


def begin(person):
    hands = person.hands
    hands.tab_to("Explore with a sample visit")
    hands.press("Return")
    hands.wait_until(lambda: person.session.workspace is not None, "opening the sample")
    person.do("new visit for a known school", "Ctrl+N", '"sal"', "Return", "Return", typed=1)
    hands.wait_until(lambda: person.window.frame is not None, "beginning the visit")


def plan(person):
    hands = person.hands
    hands.press("Ctrl+2")
    for _ in range(5):
        hands.press("Return", "Down")
    hands.press("F6")
    for year in ("Year 4", "Year 5"):
        hands.tab_to("Add a classroom visit")
        hands.press("Return")
        hands.tab_to(year, Chip)
        hands.press("Space")
        hands.tab_to("Subject")
        hands.press("Space")
        hands.choose("Mathematics")
        hands.press("Escape")
