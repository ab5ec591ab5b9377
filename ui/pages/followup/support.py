"""Visits and support to come: the second visit, and the days of support planned and given with what they changed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.pages.followup.support_line import SupportLine
from ui.pages.followup.written_in_place import show_lines
from ui.parts.day_button import DayButton
from ui.widgets.bars import Progress
from ui.widgets.buttons import Button
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row, wrap
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.following import Following
from visitapp.domain.followed import days_given, days_planned, support_days
from visitapp.domain.following import SupportDay
from visitapp.domain.places import answer_place
from visitapp.domain.reminders import SECOND_VISIT, wants_second_visit


class VisitsAndSupport(Card):
    """The second visit when the programme asks for one or somebody plans it; below it the support."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(None)
        self._desk, self._following = desk, Following(desk)
        self._lines: dict[str, SupportLine] = {}
        self._asked = Text("", "small", weight=500, wrap=True)
        self._why = Text("", "caption", "text2", wrap=True)
        place = answer_place(SECOND_VISIT, "value")
        self._second = DayButton(desk, place, self.tr("Second visit on"), empty=self.tr("Plan one"))
        self._days = Text("", "caption", "text2", tnum=True)
        self._bar = Progress(0.0)
        self._list = column(spacing=8)
        self._holder = wrap(self._list)
        add = Button(self.tr("Add support"), "quiet", icon="plus", small=True)
        add.clicked.connect(self.add)
        title = self.tr("Visits and support")
        self.setLayout(
            column(
                Text(title, "heading"),
                self._second_row(),
                self._support_row(),
                self._bar,
                self._holder,
                row(add, None),
                spacing=7,
                margins=(16, 11, 16, 11),
            )
        )
        self.setAccessibleName(title)
        self._add_button = add
        self.refresh()

    def refresh(self) -> None:
        """Show everything as the record now stands; what is being typed is left alone."""
        record = self._desk.record
        asked = record.framework.follow_up
        wanted = wants_second_visit(asked, record.visit.context)
        planned = record.answer(SECOND_VISIT).value
        if planned:
            self._asked.set_text(self.tr("Second visit planned"))
        else:
            self._asked.set_text(self.tr("A second visit is due") if wanted else self.tr("No second visit planned"))
        self._asked.set_colour("develop" if wanted and not planned else "text")
        context = next((one.label for one in record.framework.contexts if one.code == record.visit.context), "")
        self._why.set_text(asked.second_visit_note if wanted else context)
        self._why.setVisible(bool(self._why.text()))
        self._show_days()

    def _second_row(self) -> QWidget:
        words = column(self._asked, self._why, spacing=0)
        return wrap(row(column(Icon("calendar-days", "text2", 18), None), (words, 1), self._second, spacing=10))

    def _support_row(self) -> QWidget:
        title = self._desk.record.framework.follow_up.support_title or self.tr("Support days")
        words = column(Text(title, "small", weight=500), self._days, spacing=0)
        return wrap(row(column(Icon("heart-handshake", "text2", 18), None), (words, 1), spacing=10))

    def _show_days(self) -> None:
        found = support_days(self._desk.record)
        given, planned = days_given(self._desk.record), days_planned(self._desk.record)
        words = self.tr("{given:g} of {planned:g} days given") if found else self.tr("None planned")
        self._days.set_text(words.format(given=given, planned=planned))
        self._bar.setVisible(bool(found))
        self._bar.set_share(given / planned if planned else 0.0, self._days.text())
        show_lines(found, self._lines, self._list, self._make_line)
        self._holder.setVisible(bool(found))

    def add(self) -> None:
        """Add support and write it."""
        made = self._following.add_support_day()
        self.refresh()
        self._lines[made.id].write()

    def _make_line(self, support: SupportDay) -> SupportLine:
        line = SupportLine(self._desk, support)
        line.closed.connect(self._on_closed)
        return line

    def _on_closed(self) -> None:
        self._add_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
