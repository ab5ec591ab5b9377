"""The summary as a script for whoever leads the discussion, what is still open first."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.summary.governor_question import GovernorQuestion
from ui.pages.summary.read_back import Passage, opening, script
from ui.pages.summary.script_line import ScriptLine
from ui.pages.summary.unmet_list import UnmetList
from ui.widgets.layout import clear, column, row, wrap
from ui.widgets.surfaces import Card, Scroll
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.representation import governance

_WIDTH = 800
_STYLES = {1: "title", 2: "heading"}


class ReadBackTab(QWidget):
    """What was found, agreed and decided, in the order it is talked about. Notes are never shown.

    `place_wanted` brings the place a line is written at.
    """

    place_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.unmet = UnmetList(desk)
        self.unmet.place_wanted.connect(self.place_wanted)
        asked = governance(desk.record.framework)
        self.governor = GovernorQuestion(desk, asked) if asked else None
        self._first, self._rest = _Passages(self), _Passages(self)
        self._school = Text("", "display", wrap=True)
        self.area = Scroll(self._board(), self.tr("Read back"))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayout(column(self.area, spacing=0))

    def panes(self) -> tuple[QWidget, ...]:
        """Return the panes in reading order."""
        return (self.area,)

    def refresh(self) -> None:
        """Write again what is new; a line that stays keeps the keyboard."""
        record = self._desk.record
        self._school.set_text(record.school.name)
        self.unmet.refresh()
        self._first.show_passages(opening(record))
        self._rest.show_passages(script(record))
        if self.governor is not None:
            self.governor.refresh()

    def take_focus(self) -> None:
        """Let the arrow keys scroll the page."""
        self.area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _board(self) -> QWidget:
        page = column(self._school, spacing=8)
        title = self._desk.record.framework.summary_title
        if title:
            page.addWidget(Text(title, "body", "text2", wrap=True))
        page.addSpacing(8)
        page.addWidget(Card(self.unmet, fill="sunken", line=None, margins=(16, 12, 12, 12)))
        page.addWidget(self._first)
        if self.governor is not None:
            page.addWidget(self.governor)
        page.addWidget(self._rest)
        page.addStretch(1)
        sheet = Card(page, margins=(34, 30, 34, 36))
        sheet.setMaximumWidth(_WIDTH)
        return wrap(row((sheet, 1), margins=(20, 16, 20, 16)))


class _Passages(QWidget):
    """Headings and lines, made again only when they are others."""

    def __init__(self, tab: ReadBackTab) -> None:
        super().__init__()
        self._tab = tab
        self._shown: tuple[Passage, ...] = ()
        self._column: QVBoxLayout = column(spacing=2)
        self.setLayout(self._column)

    def show_passages(self, passages: tuple[Passage, ...]) -> None:
        """Show these, in order."""
        if passages == self._shown:
            return
        self._shown = passages
        clear(self._column)
        for passage in passages:
            self._add(passage)

    def _add(self, passage: Passage) -> None:
        self._column.addSpacing(16 if passage.level == 1 else 6)
        self._column.addWidget(Text(passage.heading, _STYLES[passage.level], wrap=True))
        for said in passage.said:
            line = ScriptLine(said.text, said.more, strong=said.strong)
            line.clicked.connect(partial(self._tab.place_wanted.emit, said.place))
            self._column.addWidget(line)
