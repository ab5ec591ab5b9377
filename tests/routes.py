"""Ways through the summary, what comes after it and what is shown, written as steps that a person takes.

A step of keys is a key such as "Down", or:
    '"words"'   words typed
    ">name"     Tab to the control whose spoken name begins so, "<name" with Shift+Tab
    ":words"    walk the open menu to the entry that begins so, and Enter
    "/words"    the list of commands, those words, and Enter
A step of taps is how the spoken name of what is tapped begins, or:
    "*words"    words anywhere in the name
    "$words"    how the last such name begins
    '"words"'   words typed on the touch keyboard
    "#n"        row n of the list in sight
    ":words"    the entry of the open menu that begins so
    "@across,up" a place on the grid of capacity and risk, in hundredths
Steps stand between " | ". A key, a chord, a tap count one each; swipes are counted apart. Words are not
counted, but for the few letters of a command.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from person import Person, Pointer
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QListView, QScrollBar, QWidget

from ui.demo.hands import spoken_name
from ui.theme.tokens import TOUCH
from ui.widgets.matrix import Matrix
from visitapp.domain.record import VisitRecord

SALLOWFIELD, QUILLMOOR, HARROWMEAD = "2025-11-20", "2025-12-01", "2025-11-12"
"""The visits of the sample by their first day."""
_NEXT = " | "
MOST_SWIPES = 12
"""How far a swipe goes depends on how fast it is; after so many, what is wanted is out of reach."""
_EDGE, _ROUNDS = 8, 3
_GUTTER = 6
"""Where on a page nothing stands, in px from its left: there a finger swipes."""


@dataclass(frozen=True)
class Route:
    """A task, where somebody stands who begins it, its steps, the most they may be, and what tells that it is done.

    `told` gives something of the record that is true once it is done, and other than it was.
    """

    task: str
    visit: str
    place: str
    keys: str
    most_keys: int
    taps: str
    most_taps: int
    told: Callable[[VisitRecord], object]


def words_of(kind: str, field: str = "text") -> Callable[[VisitRecord], object]:
    """Return what tells the texts of all records of a kind."""

    def told(record: VisitRecord) -> object:
        found = {one: record.find(kind, one) for one in record.shelves.get(kind, {})}
        return {one: getattr(held, field) for one, held in found.items() if held is not None}

    return told


def answers(record: VisitRecord) -> object:
    """Tell every answer and its words."""
    return {key: (one.value, one.note) for key, one in record.shelves.get("answer", {}).items()}


def answer(key: str) -> Callable[[VisitRecord], object]:
    """Return what tells the value of an answer and its words."""

    def told(record: VisitRecord) -> object:
        found = record.answer(key)
        return found.value, found.note

    return told


class Walker:
    """Somebody who takes a route at the real window and counts."""

    def __init__(self, person: Person) -> None:
        self.person, self.hands = person, person.hands

    def begin(self, route: Route) -> None:
        """Stand where a route begins."""
        person = self.person
        stage, _, inside = route.place.partition(":")
        wanted = next(one for one in person.session.workspace.visits.all() if one.starts_on == route.visit)
        if person.window.frame is None or person.window.frame.desk.visit_id != wanted.id:
            person.session.open_visit(wanted.id, stage)
            self.hands.settle()
        person.window.frame.show_stage(stage, inside)
        self.hands.settle()

    def take(self, route: Route) -> int:
        """Take every step; return how many actions that was."""
        raise NotImplementedError

    def told(self, route: Route) -> object:
        """Return what the record tells once everything typed has reached it."""
        self.person.window.frame.desk.leave()
        return route.told(self.person.record)


class KeyWalker(Walker):
    """Somebody with the keyboard alone."""

    def take(self, route: Route) -> int:
        """Take every step; return how many keys and chords were pressed."""
        before = self.hands.pressed
        words = sum(self._step(step) for step in route.keys.split(_NEXT))
        return self.hands.pressed - before + words

    def _step(self, step: str) -> int:
        rest = step[1:]
        if step[0] == '"':
            self.hands.write(step.strip('"'))
        elif step[0] in "><" and rest:
            self.hands.tab_to(rest, most=40, key="Tab" if step[0] == ">" else "Shift+Tab")
        elif step[0] == ":":
            self.hands.choose(*rest.split("|"))
        elif step[0] == "/":
            self.hands.press("Ctrl+K")
            self.hands.write(rest)
            self.hands.press("Return")
            return 1
        else:
            self.hands.press(step)
        return 0


class TapWalker(Walker):
    """Somebody with one finger; what is out of sight is swiped into it, and nothing is dragged."""

    def __init__(self, person: Person) -> None:
        super().__init__(person)
        QApplication.setDoubleClickInterval(0)  # taps follow each other faster here than a hand can
        self.small: list[str] = []
        """What was tapped that is smaller than a finger needs."""
        self.swipes = 0

    def begin(self, route: Route) -> None:
        """Stand where a route begins, at the top of the page."""
        super().begin(route)
        for area in self.person.window.frame.page.findChildren(QAbstractScrollArea):
            area.verticalScrollBar().setValue(0)

    def take(self, route: Route) -> int:
        """Take every step; return how many taps that was, and keep in `swipes` how often something was swiped to."""
        pointer = self.person.pointer
        before, self.swipes = pointer.pressed, 0
        for step in route.taps.split(_NEXT):
            self._step(pointer, step)
        return pointer.pressed - before

    def _step(self, pointer: Pointer, step: str) -> None:
        rest = step[1:]
        if step[0] == '"':
            self.hands.write(step.strip('"'))
        elif step[0] == "#":
            pointer.press_row(self._in_front(QListView), int(rest))
        elif step[0] == ":":
            for words in rest.split("|"):
                pointer.choose(words)
        elif step[0] == "@":
            self._place(pointer, *(int(one) / 100 for one in rest.split(",")))
        else:
            self._tap(pointer, step)

    def _tap(self, pointer: Pointer, name: str) -> None:
        for _ in range(_ROUNDS):
            self.hands.settle()  # what was opened finds its place first
        control = self._named(name)
        self._swipe_to(pointer, control)
        if isinstance(control, QAbstractButton) and min(control.width(), control.height()) < TOUCH.least:
            self.small.append(f"{name} {control.width()}x{control.height()}")
        self.hands.wait_until(
            partial(_is_in_front, control), f"{name} coming out from behind what is said at the foot"
        )
        pointer.press_at(control, control.rect().center())

    def _place(self, pointer: Pointer, across: float, up: float) -> None:
        grid = self._in_front(Matrix)
        self._swipe_to(pointer, grid)
        pointer.press_at(grid, grid.place_of((across, up)))

    def _swipe_to(self, pointer: Pointer, control: QWidget) -> None:
        area = control.parentWidget()
        while area is not None and not isinstance(area, QAbstractScrollArea):
            area = area.parentWidget()
        if area is None:
            return
        room, bar = area.viewport().height(), area.verticalScrollBar()
        while self.swipes < MOST_SWIPES:
            middle = control.mapTo(area.viewport(), control.rect().center()).y()
            was = bar.value()
            end = bar.minimum() if middle < room // 2 else bar.maximum()
            if _EDGE < middle < room - _EDGE or was == end:
                break
            pointer.drag(
                area, room // 2 if middle < room // 2 else -room // 2, partial(_has_moved, bar, was), _GUTTER
            )
            self.swipes += 1

    def _front(self) -> QWidget:
        return QApplication.activeModalWidget() or self.person.window

    def _named(self, name: str) -> QWidget:
        found = [one for one in self._front().findChildren(QWidget) if one.isVisible() and one.focusPolicy()]
        if name[0] == "*":
            return next(one for one in found if name[1:] in spoken_name(one))
        last = name[0] == "$"
        named = [one for one in found if spoken_name(one).startswith(name[1:] if last else name)]
        assert named, f"nothing is named {name!r}"
        return named[-1 if last else 0]

    def _in_front(self, kind: type[QWidget]) -> QWidget:
        return next(one for one in self._front().findChildren(kind) if one.isVisible())


def _is_in_front(control: QWidget) -> bool:
    window = control.window()
    reached = window.childAt(control.mapTo(window, control.rect().center()))
    return reached is control or (reached is not None and control.isAncestorOf(reached))


def _has_moved(bar: QScrollBar, was: int) -> bool:
    return bar.value() != was
