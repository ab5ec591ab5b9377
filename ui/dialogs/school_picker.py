"""Which school: one of the vault or of the register by a few letters, or a new one by hand."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.dialogs.school_picker_by_hand import SchoolByHand
from ui.dialogs.school_picker_matches import Match, MatchesView, SchoolMatches, place_of
from ui.parts.list_keys import ListKeys
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row
from ui.widgets.line_edit import SearchField
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.offering import SchoolOffers
from visitapp.domain.published.offers import Offers
from visitapp.domain.visit import School


class SchoolPicker(QWidget):
    """Starts as a search field; becomes the chosen school, or a form for a new one.

    `picked` tells that a school was chosen, `changed` that anything is different, in height too. Where `register` is
    given, it is asked while somebody types, and what it offers follows the schools of the vault.
    """

    picked = Signal()
    changed = Signal()

    def __init__(self, schools: Callable[[str], Sequence[School]], register: SchoolOffers | None = None) -> None:
        super().__init__()
        self._schools, self._register = schools, register
        self._asked, self._has_moved, self._enter_waits = "", False, False
        self._school: School | None = None
        self._title = Text("", "captionm")
        self._matches = SchoolMatches()
        self.field = SearchField(self.tr("School: type a few letters"))
        self._list = MatchesView(self._matches)
        self._problem = Text("", "caption", "risk", wrap=True)
        self._told = Text("", "caption", "text2", wrap=True)
        self.by_hand = SchoolByHand()
        self.look_again = Button(self.tr("Look among known schools"), "quiet", icon="search", small=True)
        self._chosen = self._make_chosen()
        head = row(self._title, None, self.look_again)
        pieces = (head, self.field, self._list, self._told, self._chosen, self.by_hand, self._problem)
        self.setLayout(column(*pieces, spacing=4))
        self.field.textChanged.connect(self._search)
        keys = ListKeys(self.field, self._list)
        keys.moved.connect(self._on_moved)
        keys.entered.connect(self._on_entered)
        self._list.clicked.connect(self._on_clicked)
        self.look_again.clicked.connect(self.search_again)
        self.change.clicked.connect(self.search_again)
        self.by_hand.changed.connect(self.changed)
        self._show("search")

    def school(self) -> School | None:
        """Return the school chosen or told by hand, or None."""
        return self.by_hand.school() if self._mode == "hand" else self._school

    def is_known(self) -> bool:
        """Return whether the school is one already in the vault."""
        return self._mode == "known"

    def is_chosen(self) -> bool:
        """Return whether a school was chosen, known or new from the register."""
        return self._mode in ("known", "found")

    def set_phases(self, phases: Sequence[tuple[str, str]]) -> None:
        """Offer these phases by hand, as pairs of code and label, and call those of schools so."""
        self.by_hand.set_phases(phases)
        self._matches.set_phases(dict(phases))

    def complain(self) -> QWidget | None:
        """Say what is missing; return the field to go to, or None when all is well."""
        if self._mode == "hand":
            return self.by_hand.complain(self._schools)
        if self._school is not None:
            return None
        self._say(self.tr("Choose a school first: type a few letters of its name."))
        return self.field

    def clear(self) -> None:
        """Be empty again."""
        self.field.clear()
        self.by_hand.clear()
        self._school = None
        self._show("search")

    def choose(self, school: School) -> None:
        """Hold a known school."""
        self._hold(school, place_of(school), "known")

    def search_again(self) -> None:
        """Go back to the search; what was typed by hand stays."""
        self._school = None
        self._show("search")
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _make_chosen(self) -> Card:
        self._name = Text("", "bodym", elide=True)
        self._place = Text("", "caption", "text2", elide=True)
        self.change = Button(self.tr("Change"), "quiet", small=True, name=self.tr("Change the school"))
        words = column(self._name, self._place, spacing=0)
        inner = row(Icon("school", "accent", 18), (words, 1), self.change, spacing=12)
        return Card(inner, fill="accent_soft", line=None, radius=10, margins=(14, 8, 8, 8))

    def _on_moved(self) -> None:
        self._has_moved = True

    def _on_entered(self) -> None:
        self._enter_waits = self._waits()
        if not self._enter_waits:
            self._enter()

    def _waits(self) -> bool:
        """Return whether the register is still asked and what is picked out may change by its answer."""
        line = self._matches.match(self._list.currentIndex().row())
        is_sure = self._has_moved or (line is not None and line.school is not None)
        return bool(self._asked) and not is_sure and self._register is not None and self._register.has_register

    def _enter(self) -> None:
        line = self._matches.match(self._list.currentIndex().row())
        if line is not None:
            self._take(line)
            return
        self._say(self.tr("Several schools fit. Pick one with the arrow keys, or type the town too."))
        announce(self.field, self._problem.text())

    def _search(self, text: str) -> None:
        words = text.strip()
        self._has_moved = self._enter_waits = False
        self._matches.show_known(self._schools(words) if words else (), words)
        self._tell("")
        self._point()
        self._asked = words if self._register is not None else ""
        if self._register is not None and words:
            self._register.find(words, partial(self._on_offers, words))

    def _on_offers(self, words: str, offers: Offers) -> None:
        """Show what the register has; the line somebody went to meanwhile stays picked out."""
        if words != self._asked or self._register is None or self._mode != "search":
            return
        self._asked = ""
        here = self._matches.match(self._list.currentIndex().row()) if self._has_moved else None
        self._matches.show_register(offers.schools, self._register.known([one.school.urn for one in offers.schools]))
        self._tell("" if offers.has_register else self._register.why_none())
        self._point(here)
        if self._enter_waits:
            self._enter_waits = False
            self._enter()

    def _point(self, line: Match | None = None) -> None:
        rows = [row for row in range(self._matches.rowCount()) if self._matches.match(row) == line]
        self._list.setCurrentIndex(self._matches.index(rows[0] if rows else self._matches.likely()))
        self._list.fit()
        self._say("")
        self.changed.emit()

    def _on_clicked(self, index: QModelIndex) -> None:
        line = self._matches.match(index.row())
        if line is not None:
            self._take(line)

    def _take(self, line: Match) -> None:
        if line.adds:
            self._school = None
            self.by_hand.begin(self.field.text().strip())
            self._show("hand")
            self.by_hand.town.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if line.school is not None:
            self.choose(line.school)
        elif line.found is not None and self._register is not None:
            self._hold(self._register.made(line.found), line.about, "found")
        self.picked.emit()

    def _hold(self, school: School, about: str, mode: str) -> None:
        self._school = school
        self._name.set_text(school.name)
        self._place.set_text(about)
        self._show(mode)

    def _show(self, mode: str) -> None:
        self._mode = mode
        self._title.set_text(self.tr("New school") if mode == "hand" else self.tr("School"))
        self.field.setVisible(mode == "search")
        self._list.setVisible(mode == "search" and bool(self._matches.rowCount()))
        self._told.setVisible(mode == "search" and bool(self._told.text()))
        self._chosen.setVisible(self.is_chosen())
        self.by_hand.setVisible(mode == "hand")
        self.look_again.setVisible(mode == "hand")
        self._say("")
        self.changed.emit()

    def _tell(self, sentence: str) -> None:
        self._told.set_text(sentence)
        self._told.setVisible(bool(sentence))

    def _say(self, sentence: str) -> None:
        self._problem.set_text(sentence)
        self._problem.setVisible(bool(sentence))
