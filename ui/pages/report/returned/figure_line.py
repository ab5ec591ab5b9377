"""The way from what the school said of a figure to the figure the visit holds."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import Button
from ui.widgets.layout import row, shown_if
from ui.widgets.text import Text
from visitapp.domain.criteria import fact_words
from visitapp.domain.tracing import Fact


class FigureLine(QWidget):
    """What is held here of the facts a remark is about; `wanted` brings the place of the first. Gone without any."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._facts: tuple[Fact, ...] = ()
        name = self.tr("Check the figure, F")
        self._button = Button(self.tr("Check the figure"), "quiet", icon="chart-column", small=True, name=name)
        self._button.clicked.connect(self.go)
        self._held = Text("", "small", "text2", wrap=True)
        line = row(self._button, spacing=8)
        line.addWidget(self._held, 1, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
        self.hide()

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show what is held of these facts."""
        self._facts = facts
        held = "; ".join(fact_words(one.title, one.text) for one in facts)
        self._held.set_text(self.tr("Held here: {facts}").format(facts=held) if facts else "")
        shown_if(self, bool(facts))

    def go(self) -> None:
        """Ask for the place of the first fact."""
        if self._facts:
            self.wanted.emit(f"prepare:fact.{self._facts[0].code}")
