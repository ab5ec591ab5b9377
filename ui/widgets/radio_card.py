"""One of a few choices, each with a line that explains it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from ui.theme.painting import rounded
from ui.theme.theme import theme
from ui.widgets.layout import row
from ui.widgets.pressable import Pressable, paint_words

_LEFT = 36


class RadioCard(Pressable):
    """A choice as a card, a radio button to a screen reader; cards under one parent form a set."""

    def __init__(self, title: str, line: str, *, on: bool = False) -> None:
        super().__init__(title, f"{title}. {line}")
        self._line = line
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setChecked(on)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for two lines."""
        words = max(theme().text_width(self.text(), "label", weight=600), theme().text_width(self._line, "caption"))
        return QSize(int(words) + _LEFT + 12, max(self._lines() + 22, theme().metrics.control))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        rect, on = QRectF(self.rect()), self.isChecked()
        ground = "accent_soft" if on else ("hover" if self.underMouse() else "surface")
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rounded(painter, rect, 10, ground, "accent" if on else "line_strong", 2 if on else 1)
            _paint_mark(painter, QPointF(20, 21), on=on)
            self._paint_words(painter, rect)
            self.paint_ring(painter, rect, 10, "edge" if on else "")

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        upper = theme().fit(20, "label", 4)
        title = QRectF(_LEFT, 11, rect.width() - _LEFT - 4, upper)
        paint_words(painter, title, self.text(), theme().font("label", weight=600), "text")
        line = QRectF(_LEFT, 11 + upper, rect.width() - _LEFT - 4, theme().fit(18, "caption", 2))
        paint_words(painter, line, self._line, theme().font("caption"), "text2")

    @staticmethod
    def _lines() -> int:
        return theme().fit(20, "label", 4) + theme().fit(18, "caption", 2)


class RadioCards(QWidget):
    """A row of cards of which one, or none, is held; `picked` brings the code a person chose."""

    picked = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str, str]], name: str) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._cards: dict[str, RadioCard] = {}
        self.setAccessibleName(name)
        layout = row(spacing=8)
        for code, title, line in choices:
            card = RadioCard(title, line)
            card.clicked.connect(partial(self.picked.emit, code))
            self._group.addButton(card)
            self._cards[code] = card
            layout.addWidget(card, 1)
        self.setLayout(layout)

    def set_current(self, code: str) -> None:
        """Hold a choice without telling anyone; an empty or unknown code holds none. Tab reaches the one held."""
        self._group.setExclusive(False)
        for each, card in self._cards.items():
            card.setAutoExclusive(False)
            card.setChecked(each == code)
            card.setAutoExclusive(True)
            reached = each == code or code not in self._cards
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.ClickFocus)
        self._group.setExclusive(True)

    def card(self, code: str) -> RadioCard:
        """Return the card of one choice, to focus or describe it."""
        return self._cards[code]

    def current(self) -> str:
        """Return the code held, or an empty text."""
        return next((code for code, card in self._cards.items() if card.isChecked()), "")


def _paint_mark(painter: QPainter, middle: QPointF, *, on: bool) -> None:
    painter.setPen(QPen(theme().colour("accent" if on else "line_strong"), 1.6))
    painter.setBrush(theme().colour("surface"))
    painter.drawEllipse(middle, 7.5, 7.5)
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent"))
        painter.drawEllipse(middle, 4, 4)
