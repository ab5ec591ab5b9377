"""A visit with evidence on a real desk, and its summary page as a person would have it before them."""

from contextlib import contextmanager

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu
from vault_desk import PRIMARY, begin, new_database, open_workspace

from ui.pages.summary.summary_page import SummaryPage
from ui.parts.evidence_tray_model import dragged
from ui.workspace.evidence import COMPOSER, Evidence
from visitapp.domain.evidence import Context, Draft

KEYS = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


@contextmanager
def open_visit(folder, framework=PRIMARY):
    """Lend a workspace with one visit on its desk."""
    with open_workspace(new_database(folder)) as workspace:
        begin(workspace, framework)
        yield workspace


def seen(desk, text, **context):
    """Write a note down and return it."""
    return Evidence(desk).save(Draft(desk.visit_id, COMPOSER, text, context=Context(**context)))


def three_notes(desk):
    """Write three notes of three kinds of source down."""
    return (
        seen(desk, "+ Shared models help pupils explain", source="lesson", strand=strand(desk)),
        seen(desk, "- Errors persist after the whiteboard check", source="work"),
        seen(desk, "Breakfast club has 46 places", source="document"),
    )


def strand(desk):
    return desk.record.framework.strands[0].code


def summary(qtbot, desk, size=(1208, 740), place="findings"):
    """Put the summary page of a visit on the screen, with the keyboard in one of its places."""
    page = SummaryPage(desk)
    page.resize(*size)
    page.show_tab(place)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.show_place(place)
    return page


def popup() -> QMenu:
    """Return the menu that is open."""
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def choose(qtbot, words):
    """Choose the entry of the open menu, or of a menu inside it, that holds these words."""
    action = _entry(popup(), words)
    assert action is not None, words
    open_menu = popup()
    action.trigger()
    open_menu.close()


def _entry(menu, words):
    for action in menu.actions():
        if words in action.text():
            return action
        found = _entry(action.menu(), words) if action.menu() else None
        if found:
            return found
    return None


def hover(widget, held: QMimeData) -> bool:
    """Hold something over a widget; return whether it would be taken."""
    event = QDragEnterEvent(QPoint(20, 10), Qt.DropAction.LinkAction, held, *KEYS)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def drop(widget, *notes, mime: QMimeData | None = None) -> bool:
    """Hold notes over a widget and let go; return whether they were taken."""
    held = mime or dragged(notes)
    if not hover(widget, held):
        return False
    event = QDropEvent(QPointF(20, 10), Qt.DropAction.LinkAction, held, *KEYS)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def focused(page):
    return page.window().focusWidget()


def cut_texts(page):
    """Return the texts on a page that do not fit where they are."""
    from ui.widgets.text import Text

    return [one.text() for one in page.findChildren(Text) if one.isVisible() and not one.elides and one.is_cut()]
