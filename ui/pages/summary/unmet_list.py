"""What is still open before findings are read back or shown: each line leads to where it is mended."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import Button
from ui.widgets.checks import StateRow
from ui.widgets.layout import clear, column, row, wrap
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.veil import veil_of
from visitapp.domain.matters import matters_of
from visitapp.domain.naming.finding import Named
from visitapp.domain.presenting import Hidden, hidden_in, reported_names

_FEW = 6
_HERE = "summary:readback"
_OF_CAPTURE = frozenset({"evidence-unused"})
"""Kinds that say nothing of what is read back."""
_Line = tuple[str, str, Named | None]


class UnmetList(QWidget):
    """Names and private words that are hidden when presenting, names the report would give, then what the summary
    lacks.

    `place_wanted` brings the place of a line.
    """

    place_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[_Line, ...] | None = None
        self._whole = False
        self._title = Text("", "heading", wrap=True)
        self._lines = column(spacing=0)
        self._rows: list[tuple[QWidget, StateRow]] = []
        self._all = Button("", "link", small=True)
        self._all.clicked.connect(self._show_whole)
        self.setLayout(column(self._title, self._lines, row(self._all, None), spacing=4))

    def refresh(self) -> None:
        """List what is open now."""
        found = self._found()
        if found != self._shown:
            self._shown = found
            self._list()

    def _found(self) -> tuple[_Line, ...]:
        record = self._desk.record
        veil = veil_of(self._desk)
        hidden = [self._hidden(one) for one in dict.fromkeys(hidden_in(record, veil))]
        hidden += [self._reported(one) for one in dict.fromkeys(reported_names(record, veil))]
        here = matters_of(record, _HERE)
        others = [one for one in matters_of(record, "summary") if one not in here and one.kind not in _OF_CAPTURE]
        return (*hidden, *((one.words, one.where, None) for one in (*here, *others)))

    def _hidden(self, one: Hidden) -> _Line:
        if one.name is None:
            return self.tr("Words of a private note: hidden when you present"), one.place, None
        words = self.tr("{name} looks like a name: hidden when you present").format(name=one.name.words)
        return words, one.place, one.name

    def _reported(self, one: Hidden) -> _Line:
        words = self.tr("{name} looks like a name: the report gives this reason")
        return words.format(name=one.name.words if one.name else ""), one.place, one.name

    def _list(self) -> None:
        clear(self._lines)
        self._rows = []
        found = self._shown or ()
        for words, place, name in found if self._whole else found[:_FEW]:
            line = StateRow(words, "warn")
            line.clicked.connect(partial(self.place_wanted.emit, place))
            holder = self._with_answer(line, name) if name else line
            self._rows.append((holder, line))
            self._lines.addWidget(holder)
        count = len(found)
        self._title.set_text(
            self.tr("Still open: {count}").format(count=count) if count else self.tr("Nothing is open")
        )
        self._all.setVisible(count > _FEW and not self._whole)
        self._all.set_label(self.tr("Show all {count}").format(count=count))

    def _with_answer(self, line: StateRow, name: Named) -> QWidget:
        spoken = self.tr("{name} is not a name").format(name=name.words)
        none = Button(self.tr("Not a name"), "quiet", small=True, name=spoken)
        none.clicked.connect(partial(self._let_be, name))
        return wrap(row((line, 1), column(none, None), spacing=6))

    def _let_be(self, name: Named) -> None:
        if self._desk.aids is not None:
            self._desk.aids.let_be(self._desk.visit_id, name)
        self.refresh()
        self._stand_at(0)

    def _show_whole(self) -> None:
        self._whole = True
        self._list()
        self._stand_at(_FEW)

    def _stand_at(self, place: int) -> None:
        """Put the keyboard on a line, for what had it is gone."""
        if place < len(self._rows):
            holder, line = self._rows[place]
            holder.show()
            line.setFocus(Qt.FocusReason.OtherFocusReason)
