"""The sections of the report with their words and how far each has come."""

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from ui.theme.painting import draw_icon, rounded
from ui.theme.theme import theme
from ui.widgets.layout import column, wrap
from ui.widgets.pressable import Pressable, paint_words, words_width
from ui.widgets.text import Text
from ui.widgets.text_lines import Laid, lay_out
from ui.workspace.desk import Desk
from visitapp.domain.framework import Section
from visitapp.domain.matters import REQUIRED, matters_of
from visitapp.domain.record import VisitRecord

FRONT = "front"
_STATES = {"done": ("circle-check", "strength"), "part": ("circle-dot", "accent"), "todo": ("circle", "line_strong")}
_LEFT = 34


def section_state(record: VisitRecord, section: Section, words: int) -> str:
    """Return "done", "part" or "todo": written and nothing required is missing, begun, or not begun."""
    missing = any(one.weight == REQUIRED for one in matters_of(record, f"report:{section.code}"))
    if words or _answered_elsewhere(record, section):
        return "part" if missing else "done"
    return "todo"


def _answered_elsewhere(record: VisitRecord, section: Section) -> bool:
    decided = section.decision and record.answer("decision").value not in (None, "")
    planned = section.activities and any(slot.activity for slot in record.slots)
    return bool(decided or planned or (section.actions and record.actions))


class OutlineRow(Pressable):
    """A section: its state, heading, on two lines if need be, and number of words. One of a set."""

    def __init__(self, heading: str) -> None:
        super().__init__(heading)
        self._state, self._figure = "todo", ""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_state(self, state: str, figure: str, said: str) -> None:
        """Show another state and figure; `said` is the figure in words."""
        if figure != self._figure:
            self.updateGeometry()
        self._state, self._figure = state, figure
        words = {"done": self.tr("complete"), "part": self.tr("in progress"), "todo": self.tr("not started")}
        self.setAccessibleName(", ".join(part for part in (self.text(), said, words[state]) if part))
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that it grows as it narrows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in px at a width."""
        return max(round(self._laid(width).height) + 18, theme().metrics.least)

    def sizeHint(self) -> QSize:
        """Return a line about 210 px wide."""
        return QSize(210, self.heightForWidth(210))

    def minimumSizeHint(self) -> QSize:
        """Return the least room it can live in."""
        return QSize(120, theme().metrics.least)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        rect, on = QRectF(self.rect()), self.isChecked()
        with QPainter(self) as painter:
            ground = "accent_soft" if on else ("hover" if self.underMouse() else None)
            rounded(painter, rect, theme().metrics.radius, ground)
            draw_icon(painter, *_STATES[self._state], 10, (rect.height() - 16) / 2, 16, 2)
            place = QRectF(rect.right() - 10 - self._figure_width(), 0, 60, rect.height())
            figures = theme().font("caption", tnum=True)
            paint_words(painter, place, self._figure, figures, "text2" if on else "text3")
            laid = self._laid(self.width())
            painter.setPen(theme().colour("on_accent_soft" if on else "text"))
            laid.layout.draw(painter, QPointF(_LEFT, (rect.height() - laid.height) / 2))
            self.paint_ring(painter, rect, theme().metrics.radius)

    def _laid(self, width: int) -> Laid:
        font = theme().font("label", weight=600 if self.isChecked() else 500)
        room = max(20.0, width - _LEFT - 16 - self._figure_width())
        left = Qt.AlignmentFlag.AlignLeft
        return lay_out(self.text(), font, room, theme().line_height("label"), left, 2, (), True)

    def _figure_width(self) -> float:
        return words_width(self._figure, theme().font("caption", tnum=True))


class ReportOutline(QWidget):
    """Front page and sections; parts are small headings. `chosen` brings the code of the section pressed."""

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: dict[str, OutlineRow] = {}
        self._group = QButtonGroup(self)
        layout = column(spacing=2)
        if desk.record.framework.front:
            layout.addWidget(self._row(FRONT, self.tr("Front page")))
        part = ""
        for section in desk.record.framework.outline:
            if section.part != part:
                heading = Text(section.part, "captionm", "text2")
                layout.addWidget(wrap(column(heading, margins=(10, 8, 0, 3))) if section.part else _gap())
                part = section.part
            layout.addWidget(self._row(section.code, f"{section.number} {section.heading}".strip()))
        self.setLayout(layout)

    def set_current(self, code: str) -> None:
        """Mark the section that is being read or written."""
        if code in self._rows:
            self._rows[code].setChecked(True)

    def show_words(self, code: str, words: int) -> None:
        """Show the number of words of a section and its state."""
        section = self._desk.record.framework.section(code)
        if section is not None and code in self._rows:
            state = section_state(self._desk.record, section, words)
            said = self.tr("1 word") if words == 1 else self.tr("{count} words").format(count=words)
            self._rows[code].show_state(state, str(words) if words else "\u2013", said if words else "")

    def show_front(self, filled: int, count: int, *, missing: bool) -> None:
        """Show how many fields of the front page are filled in."""
        if FRONT in self._rows:
            state = "part" if missing else "done"
            said = self.tr("{filled} of {count} filled in").format(filled=filled, count=count)
            self._rows[FRONT].show_state(state if filled else "todo", f"{filled}/{count}", said)

    def take_focus(self) -> None:
        """Put the focus on the section that is marked."""
        marked = next((one for one in self._rows.values() if one.isChecked()), None)
        (marked or next(iter(self._rows.values()))).setFocus()

    def _row(self, code: str, heading: str) -> OutlineRow:
        line = OutlineRow(heading)
        line.clicked.connect(partial(self.chosen.emit, code))
        self._group.addButton(line)
        self._rows[code] = line
        return line


def _gap() -> QWidget:
    gap = QWidget()
    gap.setFixedHeight(8)
    return gap
