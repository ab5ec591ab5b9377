"""One thing the team has to settle: what it is, where to look, and how it was settled."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.parts.autosave import Autosave
from ui.parts.finding_stops import chain
from ui.parts.finding_tags import TagButton
from ui.widgets.buttons import IconButton
from ui.widgets.fields import TextArea
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.team import Team
from visitapp.domain.places import Place
from visitapp.domain.settling import ADDED, EARLIER, OPEN, ToSettle
from visitapp.domain.text import first_words

_ICON = 16


class PointRow(QWidget):
    """A difference found in the record, or a point somebody added, which alone can be reworded and removed.

    `place_wanted` brings where to look at it, `remove_wanted` tells that it should go.
    """

    place_wanted = Signal(str)
    remove_wanted = Signal()

    def __init__(self, desk: Desk, found: ToSettle) -> None:
        super().__init__()
        self.point_id = found.id
        self._desk, self._team, self._found = desk, Team(desk), found
        self._icon = Icon("split", "develop", _ICON, 2)
        self._words = Text("", "small", wrap=True)
        self._detail = Text("", "caption", "text2", wrap=True)
        self.text = self._text_box() if found.kind == ADDED else None
        self.settled = TagButton(self.tr("Settled"), checkable=True)
        self.outcome_button = IconButton("pen-line", self.tr("How it was settled"), size=24, icon_size=15)
        self.go_button = IconButton("arrow-right", self.tr("Go there"), size=24, icon_size=15)
        self.remove_button = IconButton("x", self.tr("Remove"), size=24, icon_size=14)
        self.outcome: TextArea | None = None
        self._lay_out()
        self._connect()
        self.refresh(found)

    def refresh(self, found: ToSettle) -> None:
        """Show a thing to settle as it now stands; words being typed are left alone."""
        self._found = found
        done = found.settled
        self._icon.set_icon("circle-check" if done else "split", "strength" if done else "develop")
        self._words.set_text(found.text)
        self._words.set_colour("text2" if done else "text")
        self._detail.set_text(found.detail)
        self._detail.setVisible(bool(found.detail))
        self._show_settled()
        self.go_button.setVisible(found.kind not in (ADDED, EARLIER))
        self.remove_button.setVisible(found.kind == ADDED)
        self.outcome_button.setVisible(found.kind not in (OPEN, EARLIER))
        if found.outcome.strip():
            self._have_outcome()
        self._rename(found)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, in reading order."""
        first = (self.text.edit,) if self.text is not None else ()
        last = (self.outcome.edit,) if self.outcome is not None else ()
        return (*first, self.settled, self.outcome_button, self.go_button, self.remove_button, *last)

    def take_focus(self) -> None:
        """Stand where this point is worked on."""
        places = (self.text.edit if self.text else None, self.outcome.edit if self.outcome else None, self.go_button)
        place = next(one for one in places if one is not None)
        place.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_outcome(self) -> None:
        """Open the place for how it was settled, and write in it."""
        self._team.take_up(self._found)
        self._have_outcome()
        if self.outcome is not None:
            self.outcome.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        words = column(self._words, self._detail, spacing=0)
        if self.text is not None:
            self._words.hide()
            words.insertWidget(0, self.text)
        line = row(self.settled, None, self.outcome_button, self.go_button, self.remove_button, spacing=2)
        self._body = column(words, line, spacing=1)
        mark = column(self._icon, None, spacing=0, margins=(0, 8 if self.text is not None else 1, 0, 0))
        self.setLayout(row(mark, (self._body, 1), spacing=9))

    def _connect(self) -> None:
        self.settled.toggled.connect(self._settle)
        self.outcome_button.clicked.connect(self.open_outcome)
        self.go_button.clicked.connect(self._go)
        self.remove_button.clicked.connect(partial(self.remove_wanted.emit))

    def _text_box(self) -> TextArea:
        box = TextArea(self.tr("Point to settle"), placeholder=self.tr("What the team has to settle"), least=1)
        Autosave(box.edit, self._desk, Place("point", self.point_id, "text"), self.tr("Point written"))
        return box

    def _have_outcome(self) -> None:
        if self.outcome is not None:
            return
        place = Place("point", self.point_id, "outcome")
        self.outcome = TextArea(self.tr("How it was settled"), placeholder=self.tr("How it was settled"), least=1)
        Autosave(self.outcome.edit, self._desk, place, self.tr("Outcome written"))
        self._body.addWidget(self.outcome)
        self.outcome.show()
        chain(self.stops())

    def _show_settled(self) -> None:
        done = self._found.settled
        with QSignalBlocker(self.settled):
            self.settled.setChecked(done)
        if done:
            words = self.tr("Settled")
            self.settled.set_tag(words, words, tone="strength", icon="check", outlined=False)
        else:
            self.settled.set_tag(self.tr("To settle"), self.tr("To settle"), icon="split")
        self.settled.setVisible(self._found.kind != OPEN and not self._found.by_record)

    def _rename(self, found: ToSettle) -> None:
        words = first_words(found.text, 80) or self.tr("no words yet")
        state = self.tr("settled") if found.settled else self.tr("to settle")
        self.setAccessibleName(f"{words}, {state}")
        for button, name in (
            (self.settled, self.settled.text()),
            (self.outcome_button, self.tr("How it was settled")),
            (self.go_button, self.tr("Go there")),
            (self.remove_button, self.tr("Remove")),
        ):
            button.setAccessibleName(f"{name}: {words}")

    def _settle(self, settled: bool) -> None:
        self._team.settle(self._found, settled=settled)

    def _go(self) -> None:
        self.place_wanted.emit(self._found.place)
