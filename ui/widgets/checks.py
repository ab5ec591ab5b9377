"""Lines of a checklist: boxes to tick, and checks that lead to the place to fix."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.theme.painting import PILL, draw_icon, rounded
from ui.theme.theme import theme
from ui.widgets.pressable import Pressable, paint_centred, words_width
from ui.widgets.text_lines import Laid, lay_out

_LEFT = 3
_INDENT = 28
_COUNT_WIDTH = 24
_STATES = {
    "ok": ("circle-check", "strength", "text3"),
    "bad": ("circle-alert", "risk", "risk"),
    "warn": ("triangle-alert", "develop", "develop"),
    "na": ("circle-minus", "text3", "text3"),
    "todo": ("circle", "line_strong", "text3"),
    "differ": ("split", "develop", "text2"),
}


class _ListLine(Pressable):
    """A full-width line: a mark at the left, wrapping words, a quieter note below."""

    def __init__(self, text: str, note: str, style: str, pad: int) -> None:
        super().__init__(text)
        self._note, self._style, self._line_pad = note, style, pad
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Say that it grows as it narrows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in px at a width."""
        height = self._words_height(width) + self._extra_height() + 2 * self._line_pad
        return max(int(height), theme().metrics.least)

    def sizeHint(self) -> QSize:
        """Return a line about 240 px wide."""
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        """Return the least room it can live in."""
        return QSize(120, theme().metrics.least)

    def _words_height(self, width: int) -> float:
        height = self._laid(self.text(), self._style, width).height
        return height + (self._laid(self._note, "caption", width).height + 1 if self._note else 0)

    def _extra_height(self) -> int:
        return 0

    def _words_room(self, width: int) -> int:
        return max(20, width - _INDENT - 2)

    def _laid(self, text: str, style: str, width: int) -> Laid:
        font, line = theme().font(style), theme().line_height(style)
        return lay_out(text, font, self._words_room(width), line, Qt.AlignmentFlag.AlignLeft, 0, (), True)

    def _mark_top(self) -> float:
        return self._line_pad + (theme().line_height(self._style) - 16) / 2

    def _paint_words(self, painter: QPainter, front: str, note_front: str) -> float:
        laid = self._laid(self.text(), self._style, self.width())
        painter.setPen(theme().colour(front))
        laid.layout.draw(painter, QPointF(_INDENT, self._line_pad))
        below = self._line_pad + laid.height
        if self._note:
            note = self._laid(self._note, "caption", self.width())
            painter.setPen(theme().colour(note_front))
            note.layout.draw(painter, QPointF(_INDENT, below + 1))
            below += note.height + 1
        return below

    def _paint_ground(self, painter: QPainter) -> None:
        if self.underMouse() and self.isEnabled():
            rounded(painter, QRectF(self.rect()), theme().metrics.radius_small, "hover")


class CheckRow(_ListLine):
    """A box to tick (`toggled`), with a count of what answers it and a small tag below if wanted."""

    def __init__(
        self,
        text: str,
        *,
        on: bool = False,
        count: int | None = None,
        tag: str = "",
        note: str = "",
        dim: bool = True,
        style: str = "body",
        pad: int = 6,
    ) -> None:
        super().__init__(text, note, style, pad)
        self._count, self._tag, self._dim = count, tag, dim
        self.setCheckable(True)
        self.setChecked(on)
        self._rename()

    def set_count(self, count: int | None) -> None:
        """Show another count, or none."""
        self._count = count
        self._rename()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        on = self.isChecked()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            mark = ("circle-check", "accent") if on else ("circle", "line_strong")
            draw_icon(painter, *mark, _LEFT, self._mark_top(), 16, 2)
            below = self._paint_words(painter, "text2" if on and self._dim else "text", "text2")
            self._paint_tag(painter, below)
            self._paint_count(painter)
            self.paint_ring(painter, QRectF(self.rect()), theme().metrics.radius_small)

    def _words_room(self, width: int) -> int:
        return super()._words_room(width) - (_COUNT_WIDTH + 2 if self._count is not None else 0)

    def _extra_height(self) -> int:
        return theme().fit(18, "captionm", 2) + 4 if self._tag else 0

    def _paint_tag(self, painter: QPainter, below: float) -> None:
        if not self._tag:
            return
        font = theme().font("captionm")
        rect = QRectF(_INDENT, below + 3, words_width(self._tag, font) + 14, self._extra_height() - 4)
        rounded(painter, rect, 5, "query_soft")
        paint_centred(painter, rect, self._tag, font, "query")

    def _paint_count(self, painter: QPainter) -> None:
        if self._count is None:
            return
        height = theme().fit(18, "captionm", 2)
        top = self._line_pad + (theme().line_height(self._style) - height) / 2
        rect = QRectF(self.width() - _COUNT_WIDTH, top, _COUNT_WIDTH, height)
        if self._count:
            rounded(painter, rect, PILL, "accent_soft")
        words, front = (str(self._count), "on_accent_soft") if self._count else ("–", "text3")
        paint_centred(painter, rect, words, theme().font("captionm", tnum=True), front)

    def _rename(self) -> None:
        notes = "" if self._count is None else self.tr("%n note(s)", "", self._count)
        self.setAccessibleName(", ".join(part for part in (self.text(), notes, self._tag, self._note) if part))


class StateRow(_ListLine):
    """A check with its state; press it (`clicked`) to go to the place.

    States: ok, bad, warn, na, todo, differ.
    """

    def __init__(self, text: str, state: str = "todo", note: str = "", *, style: str = "small", pad: int = 4) -> None:
        super().__init__(text, note, style, pad)
        self._state = state
        self._rename()

    def set_state(self, state: str, note: str = "") -> None:
        """Show another state and the note that explains it."""
        self._state, self._note = state, note
        self._rename()
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        icon, colour, note_colour = _STATES[self._state]
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            draw_icon(painter, icon, colour, _LEFT, self._mark_top(), 16, 2)
            self._paint_words(painter, "text", note_colour)
            self.paint_ring(painter, QRectF(self.rect()), theme().metrics.radius_small)

    def _rename(self) -> None:
        parts = (self.text(), _state_words()[self._state], self._note)
        self.setAccessibleName(", ".join(part for part in parts if part))


def _state_words() -> dict[str, str]:
    tell = QCoreApplication.translate
    return {
        "ok": tell("StateRow", "done"),
        "bad": tell("StateRow", "needed"),
        "warn": tell("StateRow", "check"),
        "na": tell("StateRow", "not applicable"),
        "todo": tell("StateRow", "not done"),
        "differ": tell("StateRow", "to settle"),
    }
