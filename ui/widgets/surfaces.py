"""Grounds that content lies on: cards, flat panels, side panes and scrolling areas."""

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QLayout, QScrollArea, QScrollBar, QScroller, QWidget

from ui.theme.painting import rounded, soft_shadow, wash
from ui.theme.theme import theme
from ui.widgets.layout import Edges, column, wrap

_SHADOW_ROOM = (10, 6, -10, -14)
_ANY_WIDTH = (1 << 24) - 1
_EDGES = ("left", "right", "top", "bottom")


class Card(QFrame):
    """A rounded ground; `stripe` colours its left edge, `shadow` lifts it and needs margins for it."""

    def __init__(
        self,
        content: QLayout | QWidget | None = None,
        *,
        fill: str | None = "surface",
        line: str | None = "line",
        radius: int | None = None,
        margins: Edges = (16, 16, 16, 16),
        line_width: float = 1.0,
        dashed: bool = False,
        shadow: bool = False,
        stripe: str | None = None,
        name: str = "",
    ) -> None:
        super().__init__()
        self._fill, self._line, self._radius, self._line_width = fill, line, radius, line_width
        self._dashed, self._shadow, self._stripe = dashed, shadow, stripe
        self.setAccessibleName(name)
        if content is not None:
            layout = content if isinstance(content, QLayout) else column(content)
            layout.setContentsMargins(*margins)
            self.setLayout(layout)

    def set_look(self, *, fill: str | None = None, line: str | None = None, line_width: float = 1.0) -> None:
        """Change fill and line roles, for instance while something is dragged over."""
        self._fill, self._line, self._line_width = fill, line, line_width
        self.update()

    def set_stripe(self, role: str | None) -> None:
        """Colour the left edge, or clear it."""
        self._stripe = role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        rect = QRectF(self.rect())
        radius = theme().metrics.radius_card if self._radius is None else self._radius
        with QPainter(self) as painter:
            if self._shadow:
                rect = rect.adjusted(*_SHADOW_ROOM)
                soft_shadow(painter, rect, radius)
            dash = (4.0, 3.0) if self._dashed else None
            rounded(painter, rect, radius, self._fill, self._line, self._line_width, dash)
            if self._stripe:
                _paint_stripe(painter, rect, radius, self._stripe)


class Panel(QFrame):
    """A flat region, with a hair line along any of `left`, `right`, `top`, `bottom`."""

    def __init__(
        self, content: QLayout | QWidget | None = None, *, fill: str = "bg", edge: str = "", name: str = ""
    ) -> None:
        super().__init__()
        self._fill, self._edge, self._held_width, self._is_free = fill, edge, 0, False
        self.setAccessibleName(name)
        if content is not None:
            self.setLayout(content if isinstance(content, QLayout) else column(content))

    def set_width(self, width: int) -> None:
        """Hold the panel to a width in px, somewhat more while text is larger."""
        self._held_width = width
        theme().changed.connect(self._hold_width, Qt.ConnectionType.UniqueConnection)
        self._hold_width()

    def set_free(self, *, free: bool) -> None:
        """Take all the room there is, or keep to the width the panel is held to again."""
        self._is_free = free
        if self._held_width:
            self._hold_width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and its edge."""
        with QPainter(self) as painter:
            wash(painter, self.rect(), self._fill)
            if self._edge in _EDGES:
                wash(painter, self._edge_rect(), "line")

    def _hold_width(self) -> None:
        width = round(self._held_width * (1 + 0.7 * (max(1.0, theme().text_scale) - 1)))
        self.setMinimumWidth(width)
        self.setMaximumWidth(_ANY_WIDTH if self._is_free else width)

    def _edge_rect(self) -> QRect:
        wide, high = self.width(), self.height()
        return {
            "left": QRect(0, 0, 1, high),
            "right": QRect(wide - 1, 0, 1, high),
            "top": QRect(0, 0, wide, 1),
            "bottom": QRect(0, high - 1, wide, 1),
        }[self._edge]


class Scroll(QScrollArea):
    """Scrolls one widget up and down, by wheel, key, bar or finger; `name` is what F6 announces."""

    def __init__(self, inner: QWidget, name: str) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Its own parts, not Qt's: asked for those, PySide loads every kind of widget there is.
        self.setViewport(QWidget())
        self.setVerticalScrollBar(QScrollBar(Qt.Orientation.Vertical))
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.setAccessibleName(name)
        self.verticalScrollBar().setSingleStep(24)
        scroll_by_finger(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit what is inside again: its sizes may have changed while nobody saw it."""
        super().showEvent(event)
        if self.widget() is not None:
            QCoreApplication.postEvent(self.widget(), QEvent(QEvent.Type.LayoutRequest))

    def fit(self) -> None:
        """Give what is inside its room now: lines brought in are else drawn squeezed once, in the room of the old."""
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))


def scroll_by_finger(area: QAbstractScrollArea) -> None:
    """Let a finger, never a mouse drag, scroll an area."""
    QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)


def pane(
    body: QLayout,
    footer: QWidget | QLayout | None = None,
    *,
    name: str,
    margins: Edges = (20, 16, 18, 12),
    footer_margins: Edges | None = None,
    fill: str = "bg",
    edge: str = "",
    width: int | None = None,
) -> Panel:
    """Return a named side pane: its body scrolls when the window is short, its footer stays in view."""
    body.setContentsMargins(*margins)
    stack = column((Scroll(wrap(body), name), 1), spacing=0)
    if footer is not None:
        foot = footer if isinstance(footer, QLayout) else column(footer)
        foot.setContentsMargins(*(footer_margins or (margins[0], 8, margins[2], 14)))
        stack.addWidget(wrap(foot))
    panel = Panel(stack, fill=fill, edge=edge, name=name)
    if width is not None:
        panel.set_width(width)
    return panel


def _paint_stripe(painter: QPainter, rect: QRectF, radius: float, role: str) -> None:
    path = QPainterPath()
    path.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setClipPath(path)
    wash(painter, QRectF(rect.x(), rect.y(), 3, rect.height()), role)
