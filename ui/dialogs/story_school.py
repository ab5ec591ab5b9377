"""Choosing one school of an authority whose results were read in, where its tables are wanted."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.parts.register_search import RegisterSearch, no_register
from ui.widgets.buttons import Button
from ui.widgets.layout import clear, column, row, wrap
from ui.widgets.text import Text
from ui.workspace.story import Place, StoryTables
from visitapp.domain.published.schools import RegisterSchool


class StorySchool(QWidget):
    """Looks for schools of the authority it was begun with; `chosen` brings a `Place`, `left` none."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, tables: StoryTables) -> None:
        super().__init__()
        self._tables, self._authority = tables, ""
        self._about = Text("", "small", "text2", wrap=True)
        self.search = RegisterSearch(self._find, {})
        self._instead = column(spacing=0)
        self._nothing = wrap(self._instead)
        self.back_button = Button(self.tr("Back to the tables"), icon="arrow-left")
        self.take_button = Button(self.tr("Show its tables"), "primary", icon="table-2")
        foot = wrap(row(None, self.back_button, self.take_button, spacing=8))
        self.setLayout(column(self._about, self.search, (self._nothing, 1), foot, spacing=10))
        self.search.chosen.connect(self._choose)
        self.search.pointed.connect(self.take_button.setEnabled)
        self.take_button.clicked.connect(self.search.take)
        self.back_button.clicked.connect(self.left)

    def begin(self, authority: str, name: str) -> None:
        """Look among the schools of an authority, by its code; `name` is what it is called."""
        has_register = self._tables.has_register()
        clear(self._instead)
        if not has_register:
            state = no_register(self._tables.trouble)
            self._instead.addWidget(state)
            state.show()
        self._authority = authority
        self._about.set_text(self.tr("Schools of {authority} with results that were read in").format(authority=name))
        self._about.setVisible(has_register)
        self.search.setVisible(has_register)
        self.take_button.setVisible(has_register)
        self.take_button.setEnabled(False)
        self._nothing.setHidden(has_register)
        self.search.fit_height(self.window().height())
        self.search.begin("")
        (self.search.field if has_register else self.back_button).setFocus()

    def _find(self, text: str, done: Callable[[tuple[RegisterSchool, ...]], None]) -> None:
        self._tables.find(self._authority, text, done)

    def _choose(self, school: RegisterSchool) -> None:
        self.chosen.emit(Place(self._authority, school.name, school.urn))
