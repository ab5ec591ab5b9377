"""The left of the page: today's visit, the filter, the list, and what is said when a list is empty."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.pages.home.groups import FILTERS, Line, matching, of_today
from ui.pages.home.visit_list import VisitList
from ui.pages.home.wording import row_words
from ui.parts.visit_row import VisitRow, VisitWords
from ui.widgets.buttons import Button
from ui.widgets.layout import column, row, wrap
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Scroll

if TYPE_CHECKING:
    from ui.parts.today_card import TodayCard
    from ui.widgets.banner import Banner
    from ui.widgets.empty import EmptyState


class VisitsPane(QWidget):
    """The visits, narrowed by a filter and by words. Ids of visits go out."""

    wanted = Signal(str)
    delete_wanted = Signal(str)
    deleted_wanted = Signal()
    new_wanted = Signal()
    own_vault_wanted = Signal()
    words_cleared = Signal()
    above = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today, self._search = today, ""
        self._placed: tuple[Line, ...] = ()
        self._first_id = ""
        self.filter = Segmented(self._segments(), self.tr("Filter visits"))
        self.filter.set_current("all")
        self.list = VisitList(self._words)
        self._lay_out()
        self._connect()

    def show_lines(self, placed: Sequence[Line], today: date) -> None:
        """Show these visits as they stand on a day."""
        self._placed, self._today = tuple(placed), today
        for code, groups in FILTERS.items():
            self.filter.set_count(code, sum(line.group in groups for line in placed))
        self.list.show_lines(self._placed)
        self._refresh()

    def show_deleted(self, count: int) -> None:
        """Offer the way to the visits that are deleted, if there are any."""
        if count or "_bin" in self.__dict__:
            self._bin.setVisible(bool(count))
            self._bin.set_label(self.tr("Recently deleted ({count})").format(count=count))

    def show_sample(self, sample: bool) -> None:
        """Say that all of this is invented, or that nothing is."""
        if sample or "_notice" in self.__dict__:
            self._notice.setVisible(sample)

    def search(self, words: str) -> None:
        """Show only visits that hold these words."""
        self._search = words.strip()
        self._refresh()

    def open_first(self) -> None:
        """Ask for the first visit found, if words were searched for."""
        rows = self.list.rows()
        if rows and self._search:
            rows[0].press()

    def today_id(self) -> str:
        """Return the id of the visit on the card, or an empty text."""
        return self._first_id

    @cached_property
    def card(self) -> "TodayCard":
        """The card of today's visit, made on the first day that has one."""
        from ui.parts.today_card import TodayCard

        card = TodayCard()
        card.wanted.connect(self._open_card)
        card.hide()
        self._column.insertWidget(1 if "_notice" in self.__dict__ else 0, card)
        return card

    def take_focus(self) -> bool:
        """Put the focus on today's visit or the first row; return whether there was any."""
        if self._first_id and self.card.isVisibleTo(self):
            self.card.button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return self.list.take_focus()

    def _refresh(self) -> None:
        chosen = self.filter.current()
        first = of_today(self._placed) if not self._search and chosen == "all" else None
        self._show_card(first)
        found = [line for line in matching(self._placed, self._search) if line.group in FILTERS[chosen]]
        found = [line for line in found if line is not first]
        self.list.narrow({line.visit.id for line in found}, whole=bool(self._search) or chosen != "all")
        self.list.setVisible(bool(found))
        self.filter.setVisible(bool(self._placed))
        if not self._placed or "_no_visits" in self.__dict__:
            self._no_visits.setVisible(not self._placed)
        if not (found or first) or "_no_match" in self.__dict__:
            self._say_no_match()
            self._no_match.setVisible(bool(self._placed) and not found and first is None)

    def _show_card(self, line: Line | None) -> None:
        self._first_id = line.visit.id if line else ""
        if line:
            from ui.pages.home.today import today_words

            self.card.set_words(today_words(line.visit, self._today))
        if "card" in self.__dict__:
            self.card.setVisible(line is not None)

    def _say_no_match(self) -> None:
        if self._search:
            title = self.tr("No visit matches “{words}”").format(words=self._search)
            self._no_match.set_words(title, self.tr("Looked in schools, towns, phases and programmes."))
        else:
            self._no_match.set_words(self.tr("None of these now"), self.tr("Visits move here by themselves."))

    @cached_property
    def _notice(self) -> "Banner":
        from ui.widgets.banner import Banner

        words = self.tr("Invented schools and people, to look around. Nothing here is yours.")
        made = Banner("query", "compass", self.tr("Sample"), words, (("own", self.tr("Start your own")),))
        made.acted.connect(self.own_vault_wanted)
        self._column.insertWidget(0, made)
        return made

    @cached_property
    def _bin(self) -> Button:
        made = Button("", "quiet", icon="trash-2", small=True)
        made.clicked.connect(self.deleted_wanted)
        self._column.addLayout(row(None, made))
        return made

    @cached_property
    def _no_visits(self) -> "EmptyState":
        from ui.widgets.empty import EmptyState

        words = self.tr("Create one in under a minute: a school, a programme and a day.")
        made = EmptyState("school", self.tr("No visits yet"), words, (("new", self.tr("New visit"), "plus"),))
        made.acted.connect(self.new_wanted)
        self._column.insertWidget(self._column.count() - 1, made, 1)
        return made

    @cached_property
    def _no_match(self) -> "EmptyState":
        from ui.widgets.empty import EmptyState

        made = EmptyState("search", "", "", (("all", self.tr("Show all visits")),))
        made.acted.connect(self._show_all)
        self._column.insertWidget(self._column.count() - 1, made, 1)
        return made

    def _lay_out(self) -> None:
        self._column = column(row(self.filter, None), self.list, None, spacing=11, margins=(0, 0, 4, 12))
        self._scroll = Scroll(wrap(self._column), self.tr("Visits"))
        self.setLayout(column((self._scroll, 1)))

    def _connect(self) -> None:
        self.filter.picked.connect(self._refresh)
        self.list.wanted.connect(self.wanted)
        self.list.delete_wanted.connect(self.delete_wanted)
        self.list.all_closed_wanted.connect(self._show_closed)
        self.list.row_entered.connect(self._bring_into_view)
        self.list.above.connect(self.above)

    def _segments(self) -> list[Segment]:
        names = {
            "all": self.tr("All"),
            "coming": self.tr("Upcoming"),
            "report": self.tr("To report"),
            "followup": self.tr("Follow-up"),
            "closed": self.tr("Closed"),
        }
        return [Segment(code, name, count=0) for code, name in names.items()]

    def _words(self, line: Line) -> VisitWords:
        return row_words(line, self._today)

    def _open_card(self) -> None:
        self.wanted.emit(self._first_id)

    def _show_all(self) -> None:
        self.filter.set_current("all")
        self.search("")
        self.words_cleared.emit()

    def _show_closed(self) -> None:
        self.filter.set_current("closed")
        self._refresh()

    def _bring_into_view(self, entered: VisitRow) -> None:
        self._scroll.ensureWidgetVisible(entered, 0, 40)
