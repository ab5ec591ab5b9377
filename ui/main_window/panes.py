"""Walking the panes of a screen with one key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def walk_panes(panes: Sequence[QWidget], step: int) -> None:
    """Put the focus in the next pane (or the one before, with -1), round and round; hidden panes are passed by."""
    shown = [pane for pane in panes if pane.isVisible()]
    if not shown:
        return
    focused = QApplication.focusWidget() or shown[0].window().focusWidget()
    inside = next((number for number, pane in enumerate(shown) if focused and _holds(pane, focused)), -1)
    start = inside if inside >= 0 else (-1 if step > 0 else 0)
    for distance in range(1, len(shown) + 1):
        if focus_first(shown[(start + step * distance) % len(shown)]):
            return


def focus_first(pane: QWidget) -> bool:
    """Put the focus on a pane's `first_place` if it names one, or on its first control; return whether it has one."""
    wanted: QWidget | None = getattr(pane, "first_place", None)
    for widget in (*((wanted,) if wanted else ()), pane, *pane.findChildren(QWidget)):
        if (
            widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisibleTo(pane.window())
            and widget.isEnabled()
        ):
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
    return False


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)
