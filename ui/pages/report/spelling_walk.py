"""From word to word that seems misspelt, in the order of the page, and how many there are."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from ui.pages.report.centre import WRITE, ReportCentre
from ui.parts.spelling_marks import SpellingMarks
from ui.parts.style_figures import StyleFigures
from ui.widgets.announce import announce
from ui.workspace.desk import Desk
from ui.workspace.spelling import spelling_of

NEXT_WORD = "report.spelling"
NEXT_KEYS, PREVIOUS_KEYS, MENU_KEYS = "F7", "Shift+F7", "Alt+Return"


class SpellingWalk(QObject):
    """Has the text of the report looked at and goes to what was found. `in_sight` tells that it went there."""

    in_sight = Signal()

    def __init__(self, desk: Desk, page: QWidget, centre: ReportCentre, figures: StyleFigures) -> None:
        super().__init__(page)
        self._spelling, self._centre, self._figures = spelling_of(desk), centre, figures
        for sheet in centre.sheets():
            if sheet.prose is not None:
                sheet.prose.look_at_spelling(self._spelling)
        self._spelling.changed.connect(self._count)
        figures.word_wanted.connect(partial(self.step, 1))
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            (NEXT_KEYS, partial(self.step, 1)),
            (PREVIOUS_KEYS, partial(self.step, -1)),
            (MENU_KEYS, self._open_menu),
        )
        for sequence, act in keys:
            found = QShortcut(QKeySequence(sequence), page)
            found.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            found.activated.connect(act)

    def step(self, steps: int) -> None:
        """Go to the next word to check behind the caret, or to the one before it, round and round."""
        self._centre.show_view(WRITE)
        stops = sorted(
            ((marks.top(self._centre), start, marks) for marks in self._marks() for start, _ in marks.words()),
            key=_in_page_order,
        )
        if not stops:
            announce(self._centre, self.tr("No words to check."))
            return
        here = self._here()
        ahead = [one for one in stops if one[:2] > here] if steps > 0 else [one for one in stops if one[:2] < here]
        _, place, marks = (ahead or stops)[0 if steps > 0 else -1]
        marks.choose(place)
        self.in_sight.emit()

    def _open_menu(self) -> None:
        """Offer what may have been meant by the word at the caret."""
        for one in self._marks():
            if one.edit.hasFocus():
                at = one.edit.viewport().mapToGlobal(one.edit.cursorRect().bottomLeft())
                one.open_menu(one.edit.textCursor().position(), at)

    def _marks(self) -> list[SpellingMarks]:
        boxes = self._spelling.boxes
        return [one for one in boxes if isinstance(one, SpellingMarks) and self._centre.isAncestorOf(one.edit)]

    def _here(self) -> tuple[int, int]:
        """Return where one is: how far down the page, and the place in the text; else the top."""
        focus = QApplication.focusWidget()
        for one in self._marks():
            if one.edit is focus:
                return one.top(self._centre), one.edit.textCursor().selectionStart()
        if focus is not None and self._centre.isAncestorOf(focus):
            return focus.mapTo(self._centre, QPoint(0, 0)).y(), -1
        return -(1 << 30), -1

    def _count(self) -> None:
        count = sum(len(one.words()) for one in self._marks()) if self._spelling.is_wanted else 0
        self._figures.show_words(count)


def _in_page_order(stop: tuple[int, int, SpellingMarks]) -> tuple[int, int]:
    return stop[:2]
