"""The page of the day plan on a real vault, and a mouse that drags on it."""

from contextlib import ExitStack, contextmanager

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from stage_desk import vault
from ui_support import shown

from ui.pages.plan import PlanPage


@contextmanager
def plan_pages(qtbot, folder, *, high):
    """Lend a function that shows the page of a visit with these records, so many px high; the vaults are closed at
    the end."""
    with ExitStack() as stack:

        def open_page(*before, high=high, earlier=None, programme=None, **more):
            kept = stack.enter_context(vault(folder, programme, before=before, **more))
            kept.desk.earlier_plan = lambda _visit: earlier
            page = PlanPage(kept.desk, folder / "out")
            page.resize(1208, high)
            return shown(qtbot, page), kept

        yield open_page


def pull(widget, start, by):
    """Drag a widget that moves under the mouse so many px down, and hold it; return where the mouse then is."""
    origin = widget.mapToGlobal(start)
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for step in range(1, 5):
        QTest.mouseMove(widget, widget.mapFromGlobal(origin + QPoint(0, by * step // 4)))
    return origin + QPoint(0, by)


def let_go(widget, place):
    """Let the mouse go at a place of the screen."""
    at = widget.mapFromGlobal(place)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
