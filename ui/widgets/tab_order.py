"""Where Tab goes once part of a page was made anew: Qt puts a new widget last in the window, wherever it stands."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stop_before(inside: QWidget) -> QWidget | None:
    """Return the widget Tab comes from on its way into another, None when there is nothing to stop at."""
    first = next(iter(_stops(inside)), None)
    return first.previousInFocusChain() if first is not None else None


def follow(before: QWidget | None, inside: QWidget) -> None:
    """Let Tab go on from a widget to what stands inside another, in the order in which it was made."""
    stops = _stops(inside)
    for one, following in pairwise([before, *stops] if before is not None else stops):
        QWidget.setTabOrder(one, following)


def follow_on(before: QWidget | None, inside: QWidget) -> QWidget | None:
    """Let Tab go on from a widget to another and what stands inside it, in the order it goes there now; return its
    last stop."""
    stops, at = [inside] if _is_stop(inside) else [], inside.nextInFocusChain()
    while at is not inside:
        stops += [at] if inside.isAncestorOf(at) and _is_stop(at) else []
        at = at.nextInFocusChain()
    for one, following in pairwise([before, *stops] if before is not None else stops):
        QWidget.setTabOrder(one, following)
    return stops[-1] if stops else before


def _stops(inside: QWidget) -> list[QWidget]:
    return [one for one in inside.findChildren(QWidget) if _is_stop(one)]


def _is_stop(one: QWidget) -> bool:
    return bool(one.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
