"""Visits: today's first, then what is to report, coming up, in follow-up and closed."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.pages.home.aside import Aside
from ui.pages.home.groups import lines
from ui.pages.home.visits_pane import VisitsPane
from ui.pages.home.wording import term_words
from ui.theme.painting import wash
from ui.widgets.buttons import Button
from ui.widgets.layout import column, row
from ui.widgets.line_edit import SearchField
from ui.widgets.text import Text
from ui.workspace.listing import VisitSummary

if TYPE_CHECKING:
    from ui.pages.home.side import HomeSide
    from ui.widgets.day_bar import DayPart
    from ui.widgets.toast import Toast

_SIDE_FROM = 980


class HomePage(QWidget):
    """The list of visits. Ids of visits go out; the page never reaches the vault itself."""

    visit_wanted = Signal(str)
    new_visit_wanted = Signal()
    reports_wanted = Signal()
    delete_wanted = Signal(str)
    restore_wanted = Signal(str)
    deleted_wanted = Signal()
    backup_wanted = Signal()
    own_vault_wanted = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._visits: tuple[VisitSummary, ...] = ()
        self._deleted: list[str] = []
        self._term = Text("", "small", "text2")
        self.search = SearchField(self.tr("Search schools, towns, programmes"), 300)
        self.new = Button(self.tr("New visit"), "primary", icon="plus", keys="Ctrl N")
        self.visits = VisitsPane(self._local_now().date())
        self._aside = Aside()
        self._lay_out()
        self._connect()

    @property
    def side(self) -> "HomeSide":
        """The column on the right; the list goes before it when the program starts."""
        return self._aside.column

    def show_visits(self, summaries: Sequence[VisitSummary]) -> None:
        """Show these visits; focus, filter and search stay as they are."""
        self._visits = tuple(summaries)
        self._refresh()
        self._aside.bring_soon()

    def show_device(self, encrypted: bool, sample: bool, backed_up: datetime | None) -> None:
        """Say how the work on this device is kept; `backed_up` is an aware time or None."""
        self.visits.show_sample(sample)
        self.side.device.show_device(encrypted=encrypted, sample=sample, backed_up=backed_up, now=self._local_now())

    def show_today(
        self,
        parts: "Sequence[DayPart]",
        now: int | None = None,
        place: str = "",
        coming: str = "",
        planned: str = "",
    ) -> None:
        """Show the day of today's visit as a strip, and in words what comes next and what is planned."""
        self.visits.card.set_day(parts, now, place, coming, planned)

    def bring_back(self, visit_id: str) -> None:
        """Show a deleted visit again; there is nothing to take back for it any more."""
        self._deleted = [one for one in self._deleted if one != visit_id]

    def show_deleted(self, count: int) -> None:
        """Offer the way to the visits that are deleted, if there are any."""
        self.visits.show_deleted(count)

    def side_pane(self) -> QWidget:
        """Return the column on the right, which may be hidden."""
        return self._aside

    def panes(self) -> Sequence[QWidget]:
        """Return the panes in reading order."""
        return (self.visits, self.side)

    def take_focus(self) -> None:
        """Put the focus where work goes on: today's visit, the list, or New visit."""
        if not self.visits.take_focus():
            self.new.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def today_id(self) -> str:
        """Return the id of the visit on the card of today, or an empty text."""
        return self.visits.today_id()

    def event(self, event: QEvent) -> bool:
        """Keep undo here while there is a deletion to take back, whatever the window does with that key."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._deleted:
            event.setAccepted(event.matches(QKeySequence.StandardKey.Undo))
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the page; a shortcut of the window goes before them."""
        if event.matches(QKeySequence.StandardKey.New):
            self.new_visit_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.matches(QKeySequence.StandardKey.Undo) and self._deleted:
            self._restore()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.visits.list.take_focus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the right column out when there is no room for it."""
        super().resizeEvent(event)
        self._aside.setVisible(self.width() >= _SIDE_FROM)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        with QPainter(self) as painter:
            wash(painter, self.rect(), "bg")

    @cached_property
    def _toast(self) -> "Toast":
        from ui.widgets.toast import Toast

        made = Toast(self)
        made.acted.connect(self._restore)
        return made

    def _bring_reading(self) -> None:
        """Offer to read reports beside New visit; like the column, once the list has been painted."""
        from ui.widgets.buttons import IconButton

        read = IconButton("upload", self.tr("Read an earlier report"))
        read.clicked.connect(self.reports_wanted)
        self._top.insertWidget(self._top.indexOf(self.new), read)
        QWidget.setTabOrder(self.search, read)
        QWidget.setTabOrder(read, self.new)

    def _lay_out(self) -> None:
        head = column(Text(self.tr("Visits"), "display"), self._term, spacing=0)
        top = self._top = row(head, None, self.search, self.new, spacing=10)
        body = row((self.visits, 1), self._aside, spacing=14)
        self.setLayout(column(top, (body, 1), spacing=14, margins=(26, 18, 24, 8)))

    def _connect(self) -> None:
        self.search.textChanged.connect(self.visits.search)
        self.search.returnPressed.connect(self.visits.open_first)
        self.new.clicked.connect(self.new_visit_wanted)
        self._aside.came.connect(self._bring_reading)
        self.visits.wanted.connect(self.visit_wanted)
        self.visits.delete_wanted.connect(self._delete)
        self.visits.deleted_wanted.connect(self.deleted_wanted)
        self.visits.new_wanted.connect(self.new_visit_wanted)
        self.visits.own_vault_wanted.connect(self.own_vault_wanted)
        self.visits.words_cleared.connect(self.search.clear)
        self.visits.above.connect(self.search.setFocus)
        self._aside.came.connect(self._take_side)

    def _refresh(self) -> None:
        now = self._local_now()
        placed = lines([one for one in self._visits if one.id not in self._deleted], now.date())
        self._term.set_text(term_words(now.date()))
        self.new.set_kind("primary" if placed else "secondary")
        self.visits.show_lines(placed, now.date())
        if self._aside.is_there:
            self.side.show_needs(placed, now)
            self.side.device.show_count(len(placed))

    def _local_now(self) -> datetime:
        return self._now().astimezone()

    def _take_side(self) -> None:
        self.side.wanted.connect(self.visit_wanted)
        self.side.backup_wanted.connect(self.backup_wanted)
        self._refresh()

    def _delete(self, visit_id: str) -> None:
        school = next((one.school for one in self._visits if one.id == visit_id), "")
        self._deleted.append(visit_id)
        self._refresh()
        self.delete_wanted.emit(visit_id)
        words = self.tr("Visit to {school} deleted").format(school=school)
        self._toast.say(words, self.tr("Undo"), "Ctrl Z", icon="trash-2")

    def _restore(self) -> None:
        restored = self._deleted.pop()
        self._toast.hide()
        self._refresh()
        self.visits.list.take_focus(restored)
        self.restore_wanted.emit(restored)
