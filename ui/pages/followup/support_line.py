"""Support for a school: read in a line, written in its place: what for, how many days, by whom, what it changed."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.pages.followup.written_in_place import WrittenInPlace
from ui.parts.autosave import Autosave
from ui.parts.fact_date import short_day
from ui.parts.place_day import PlaceDay
from ui.widgets.buttons import Button, IconButton
from ui.widgets.checks import CheckRow
from ui.widgets.fields import TextArea
from ui.widgets.layout import column, row, wrap
from ui.widgets.line_edit import LineEdit
from ui.widgets.tags import Tag
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.following import Following
from visitapp.domain.following import SupportDay
from visitapp.domain.matters import is_open
from visitapp.domain.places import Place

_MOST_DAYS = 99.0


class SupportLine(WrittenInPlace):
    """One piece of support."""

    def __init__(self, desk: Desk, support: SupportDay) -> None:
        super().__init__()
        self._desk, self._following, self._id = desk, Following(desk), support.id
        self._title = Text("", "small", wrap=True)
        self._state = Tag("")
        self._by = Text("", "caption", "text2", tnum=True, wrap=True)
        self._impact = Text("", "caption", wrap=True)
        self._pen = IconButton("pencil", self.tr("Change this support"), size=24, icon_size=14)
        self._pen.clicked.connect(self.write)
        head = row((self._title, 1), self._state, self._pen, spacing=6)
        form = self._make_form()
        line = wrap(column(head, self._by, self._impact, spacing=1))
        self.stand(line, form, self._purpose.edit, self._pen, self._saving)
        self.refresh()

    def support(self) -> SupportDay | None:
        """Return the support, None when it is gone."""
        found = self._desk.record.find("support_day", self._id)
        return found if isinstance(found, SupportDay) else None

    def refresh(self) -> None:
        """Show what the record holds; words being typed are left alone."""
        one = self.support()
        if one is None:
            return
        self._title.set_text(one.purpose.strip() or self.tr("(no purpose yet)"))
        self._pen.set_icon("pencil", self.tr("Change support: {purpose}").format(purpose=self._title.text()))
        self._state.set_tag(
            self.tr("Given") if one.given else self.tr("Planned"), "strength" if one.given else "accent"
        )
        days = self.tr("1 day") if one.days == 1 else self.tr("{days:g} days").format(days=one.days)
        self._by.set_text("  \u00b7  ".join(part for part in (days, short_day(one.on), one.by.strip()) if part))
        changed = self.tr("What changed: {impact}").format(impact=one.impact.strip())
        missing = is_open(self._desk.record, "support-without-impact", one.id)
        self._impact.set_text(self.tr("Not said yet what it changed") if missing else changed)
        self._impact.set_colour("develop" if missing else "text")
        self._impact.setVisible(bool(one.impact.strip()) or missing)
        self._given.setChecked(one.given)
        if not self._days.hasFocus():
            self._days.setText(f"{one.days:g}")
            self._days.set_wrong(wrong=False)

    def tidy(self) -> None:
        """Take away what says nothing."""
        one = self.support()
        if one is not None and not any((one.purpose.strip(), one.impact.strip(), one.by.strip(), one.on)):
            self._following.remove(one)

    def _make_form(self) -> QWidget:
        self._purpose = TextArea(self.tr("What the support is for"), placeholder=self.tr("What for"), least=1, most=8)
        self._changed = TextArea(self.tr("What it changed"), placeholder=self.tr("What it changed"), least=2, most=12)
        by = LineEdit(self.tr("Who supports, by role"), self.tr("Mathematics adviser"))
        label = self.tr("Support written")
        places: dict[str, QPlainTextEdit | QLineEdit] = {
            "purpose": self._purpose.edit,
            "impact": self._changed.edit,
            "by": by,
        }
        self._saving = [
            Autosave(edit, self._desk, Place("support_day", self._id, field), label) for field, edit in places.items()
        ]
        on = PlaceDay(self.tr("Day of the support"), self._desk, Place("support_day", self._id, "on"), label)
        self._days = LineEdit(self.tr("How many days"), self.tr("days"), width=64)
        self._days.editingFinished.connect(self._take_days)
        self._given = CheckRow(self.tr("Given"), style="small", pad=4, dim=False)
        self._given.clicked.connect(self._take_given)
        remove = IconButton("trash-2", self.tr("Take this support away"), size=28, icon_size=15)
        remove.clicked.connect(self._remove)
        done = Button(self.tr("Done"), "soft", small=True, name=self.tr("Done with this support"))
        done.clicked.connect(self.close_form)
        count = row(self._days, Text(self.tr("days"), "small", "text2"), (on, 1), spacing=6)
        foot = row((self._given, 1), remove, done, spacing=6)
        return wrap(column(self._purpose, by, count, self._changed, foot, spacing=6))

    def _take_days(self) -> None:
        one, written = self.support(), self._days.text().strip().replace(",", ".")
        try:
            days = float(written or "0")
        except ValueError:
            days = -1.0
        right = 0 <= days <= _MOST_DAYS
        self._days.set_wrong(wrong=not right)
        self._days.setAccessibleDescription("" if right else self.tr("Write a number of days, such as 0.5 or 2."))
        self._days.setToolTip(self._days.accessibleDescription())
        if one is not None and right and days != one.days:
            self._following.change_support_day(one, days=days)

    def _take_given(self) -> None:
        one = self.support()
        if one is not None:
            self._following.change_support_day(one, given=self._given.isChecked())

    def _remove(self) -> None:
        one = self.support()
        if one is not None:
            self._following.remove(one)
            self.closed.emit()
