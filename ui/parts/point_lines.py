"""What the team has to settle, in few words: a line each, which leads to its place."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.checks import StateRow
from ui.widgets.layout import clear, column
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.settling import ToSettle, to_settle
from visitapp.domain.text import first_words

_WORDS = 140
_ALL = "summary:judgement"


class PointLines(QWidget):
    """Open points, and how many are settled: those are read beside the estimates. `place_wanted` brings a place."""

    place_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[ToSettle, ...] | None = None
        self._lines = column(spacing=2)
        title = self.tr("To settle")
        self.setLayout(column(Text(title, "heading"), self._lines, spacing=6))
        self.setAccessibleName(title)
        self.refresh()

    def is_any_open(self) -> bool:
        """Tell whether something is not settled yet."""
        return any(not one.settled for one in self._shown or ())

    def refresh(self) -> None:
        """Show what is to settle now."""
        found = tuple(one for one in to_settle(self._desk.record) if one.text.strip())
        if found == self._shown:
            return
        self._shown = found
        clear(self._lines)
        settled = [one for one in found if one.settled]
        for one in found[: len(found) - len(settled)]:
            self._add(first_words(one.text, _WORDS), "differ", one.detail, one.place)
        if settled:
            count = len(settled)
            words = self.tr("1 settled") if count == 1 else self.tr("{count} settled").format(count=count)
            self._add(words, "ok", "", f"{_ALL}:{settled[0].id}")
        if not found:
            self._lines.addWidget(Text(self.tr("Nothing to settle."), "small", "text2", wrap=True))

    def _add(self, words: str, state: str, note: str, place: str) -> None:
        line = StateRow(words, state, note)
        line.clicked.connect(partial(self.place_wanted.emit, place))
        self._lines.addWidget(line)
