"""Today's visit, with the day as a strip and what is missing."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.widgets.buttons import Button
from ui.widgets.clock_times import clock
from ui.widgets.day_bar import DayBar, DayPart
from ui.widgets.flow import Flow
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row, wrap
from ui.widgets.surfaces import Card
from ui.widgets.tags import Tag
from ui.widgets.text import Text


class TodayWords(NamedTuple):
    """What the card says of a visit; `missing` is one thing to put right, or empty."""

    school: str
    dates: str
    enquiry: str
    button: str
    notes: str
    missing: str = ""


class TodayCard(Card):
    """The visit of today; `wanted` asks to go on with it."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._day_words, self._hours = "", ""
        self._dates = Text("", "caption", "text2", tnum=True, elide=True)
        self._school = Text("", "display", px=21, elide=True)
        self._enquiry = Text("", "body", "text2", elide=True)
        self.button = Button("", "primary", icon="square-pen", large=True)
        self._next = Text("", "caption", "text2", tnum=True, align=Qt.AlignmentFlag.AlignRight)
        self.day = DayBar()
        self._notes = Text("", "small", "text2", tnum=True)
        self._planned = Text("", "small", "text2", tnum=True)
        self._missing = Text("", "small", "develop")
        self.setLayout(self._filled())
        self.setAccessibleName(self.tr("Today"))
        self.button.clicked.connect(self.wanted)
        self.set_day(())

    def set_words(self, words: TodayWords) -> None:
        """Say something else."""
        self._day_words = words.dates
        self._show_dates()
        self._school.set_text(words.school)
        self._enquiry.set_text(words.enquiry)
        self._enquiry.setVisible(bool(words.enquiry))
        self.button.set_label(words.button, f"{words.button}, {words.school}")
        self._notes.set_text(words.notes)
        self._missing.set_text(words.missing)
        self._missing_row.setVisible(bool(words.missing))

    def set_day(
        self,
        parts: Sequence[DayPart],
        now: int | None = None,
        place: str = "",
        coming: str = "",
        planned: str = "",
    ) -> None:
        """Show the day as a strip; nothing is shown for no parts. `coming` says what is next."""
        self._hours = f"{clock(parts[0].start)} – {clock(max(part.end for part in parts))}" if parts else ""
        self._show_dates()
        self.day.set_day(parts, now, place)
        self.day.setVisible(bool(parts))
        self._next.set_text(coming)
        self._next.setVisible(bool(coming))
        self._planned.set_text(planned)
        self._planned_row.setVisible(bool(planned))

    def _show_dates(self) -> None:
        self._dates.set_text("  ·  ".join(part for part in (self._day_words, self._hours) if part))

    def _filled(self) -> QVBoxLayout:
        when = row(Tag(self.tr("Today"), tone="accent", weight=600), (self._dates, 1), spacing=8)
        words = column(when, 3, self._school, self._enquiry, spacing=3)
        ahead = column(self.button, self._next, None, spacing=6)
        self._planned_row = wrap(row(Icon("clock", "text3", 15), self._planned, spacing=5))
        self._missing_row = wrap(row(Icon("triangle-alert", "develop", 15, 2), self._missing, spacing=5))
        notes = wrap(row(Icon("notebook-pen", "text3", 15), self._notes, spacing=5))
        foot = Flow(notes, self._planned_row, self._missing_row, spacing=15, line_spacing=2)
        return column(row((words, 1), ahead, spacing=20), 8, self.day, foot, spacing=6, margins=(20, 16, 20, 14))
