"""Which school: one already in the vault by a few letters, or a new one by hand."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.dialogs.school_picker_by_hand import SchoolByHand
from ui.dialogs.school_picker_matches import MatchesView, SchoolMatches, place_of
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row
from ui.widgets.line_edit import SearchField
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from visitapp.domain.visit import School

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class SchoolPicker(QWidget):
    """Starts as a search field; becomes the chosen school, or a form for a new one.

    `picked` tells that a known school was chosen, `changed` that anything is different, in height too.
    """

    picked = Signal()
    changed = Signal()

    def __init__(self, schools: Callable[[str], Sequence[School]]) -> None:
        super().__init__()
        self._schools = schools
        self._school: School | None = None
        self._title = Text("", "captionm")
        self._matches = SchoolMatches()
        self.field = SearchField(self.tr("School: type a few letters"))
        self._list = MatchesView(self._matches)
        self._problem = Text("", "caption", "risk", wrap=True)
        self.by_hand = SchoolByHand()
        self.look_again = Button(self.tr("Look among known schools"), "quiet", icon="search", small=True)
        self._chosen = self._make_chosen()
        pieces = (
            self._title,
            self.field,
            self._list,
            self._chosen,
            self.by_hand,
            row(self.look_again, None),
            self._problem,
        )
        self.setLayout(column(*pieces, spacing=4))
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
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

    def complain(self) -> QWidget | None:
        """Say what is missing; return the field to go to, or None when all is well."""
        if self._mode == "hand":
            return self.by_hand.complain()
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
        self._school = school
        self._name.set_text(school.name)
        self._place.set_text(place_of(school))
        self._show("known")

    def search_again(self) -> None:
        """Go back to the search; what was typed by hand stays."""
        self._school = None
        self._show("search")
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows and Enter work on the list while typing goes on."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _make_chosen(self) -> Card:
        self._name = Text("", "bodym", elide=True)
        self._place = Text("", "caption", "text2", elide=True)
        self.change = Button(self.tr("Change"), "quiet", small=True, name=self.tr("Change the school"))
        words = column(self._name, self._place, spacing=0)
        inner = row(Icon("school", "accent", 18), (words, 1), self.change, spacing=12)
        return Card(inner, fill="accent_soft", line=None, radius=10, margins=(14, 8, 8, 8))

    def _take_key(self, key: Qt.Key) -> bool:
        count = self._matches.rowCount()
        if not count:
            return False
        if key in _MOVES:
            self._list.setCurrentIndex(self._matches.index((self._list.currentIndex().row() + _MOVES[key]) % count))
            announce(self.field, self._matches.spoken(self._list.currentIndex().row()))
        elif key in _ENTER:
            self._take(self._list.currentIndex().row())
        else:
            return False
        return True

    def _search(self, text: str) -> None:
        words = text.strip()
        self._matches.show_matches(self._schools(words) if words else (), words)
        self._list.fit()
        self._say("")
        if self._matches.rowCount():
            self._list.setCurrentIndex(self._matches.index(0))
        self.changed.emit()

    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(index.row())

    def _take(self, row_number: int) -> None:
        school = self._school = self._matches.school(row_number)
        if school is None:
            self.by_hand.begin(self.field.text().strip())
            self._show("hand")
            self.by_hand.town.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self.choose(school)
        self.picked.emit()

    def _show(self, mode: str) -> None:
        self._mode = mode
        self._title.set_text(self.tr("New school") if mode == "hand" else self.tr("School"))
        self.field.setVisible(mode == "search")
        self._list.setVisible(mode == "search" and bool(self._matches.rowCount()))
        self._chosen.setVisible(mode == "known")
        self.by_hand.setVisible(mode == "hand")
        self.look_again.setVisible(mode == "hand")
        self._say("")
        self.changed.emit()

    def _say(self, sentence: str) -> None:
        self._problem.set_text(sentence)
        self._problem.setVisible(bool(sentence))
