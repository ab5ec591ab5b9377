"""The ways in for what an earlier visit left: to be typed, or read from its report."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.layout import column, wrap
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.earlier_typed import ACTION, FINDING, POINT, EarlierTyped

_KINDS = "*.docx *.txt *.md"


class EarlierWays(QWidget):
    """Buttons under the list; `added` brings the id of what is to be written now."""

    added = Signal(str)

    def __init__(self, desk: Desk, *, native: bool = True) -> None:
        super().__init__()
        self._native = native
        self._typed = EarlierTyped(desk, self)
        self._typed.read.connect(self._on_read)
        self._typed.refused.connect(self._on_refused)
        kinds = (
            (ACTION, self.tr("Add action"), self.tr("Add action agreed last time")),
            (FINDING, self.tr("Add finding"), self.tr("Add finding of last time")),
            (POINT, self.tr("Add inspection point"), self.tr("Add inspection point to judge")),
        )
        ways = Flow(spacing=6, line_spacing=6)
        for sort, words, name in kinds:
            button = Button(words, "quiet", icon="plus", small=True, name=name)
            button.clicked.connect(partial(self._add, sort))
            ways.addWidget(button)
        report = Button(self.tr("Read from a report"), "quiet", icon="file-text", small=True)
        report.setToolTip(self.tr("The actions agreed in last year's report, Word or text"))
        report.clicked.connect(self.ask)
        ways.addWidget(report)
        self._told = Text("", "small", "risk", wrap=True)
        self._told.hide()
        self.setLayout(column(wrap(ways), self._told, spacing=4))

    def ask(self) -> None:
        """Ask for last year's report."""
        chooser = QFileDialog(self, self.tr("Last year's report"), str(Path.home()))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilter(self.tr("Reports ({kinds})").format(kinds=_KINDS))
        chooser.setOption(QFileDialog.Option.DontUseNativeDialog, not self._native)
        chooser.fileSelected.connect(self.read_report)
        chooser.open()

    def read_report(self, path: str) -> None:
        """Read the actions of a report; what became of it is said."""
        self._told.hide()
        self._typed.read_report(Path(path))

    def _add(self, sort: str) -> None:
        self.added.emit(self._typed.add(sort).id)

    def _on_read(self, count: int, known: int) -> None:
        if not count:
            self._say(self.tr("Every action of that report is here already."), "text2")
            return
        was = (
            self.tr("1 was already here") if known == 1 else self.tr("{known} were already here").format(known=known)
        )
        read = self.tr("1 action read") if count == 1 else self.tr("{count} actions read").format(count=count)
        said = "; ".join(filter(None, (read, was.format(known=known) if known else "")))
        self._say(self.tr("{said}, to be judged. Ctrl+Z takes what was read away.").format(said=said), "text2")

    def _on_refused(self, sentence: str) -> None:
        self._say(sentence, "risk")

    def _say(self, words: str, colour: str) -> None:
        self._told.set_text(words)
        self._told.set_colour(colour)
        self._told.show()
        announce(self, words)
