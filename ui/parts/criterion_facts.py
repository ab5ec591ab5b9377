"""What is known as a figure beside a criterion: data, told without colour and never a judgement."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.layout import column, row, shown_if
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.criteria import facts_known, facts_unknown
from visitapp.domain.framework import Criterion

_BETWEEN = "  \u00b7  "


class CriterionFacts(QWidget):
    """A quiet line or two with the school's facts that speak to a criterion; on demand all of them, known or not."""

    def __init__(self, desk: Desk, criterion: Criterion) -> None:
        super().__init__()
        self._desk, self._criterion = desk, criterion
        self._is_whole = False
        self._line = Text("", "caption", "text3", wrap=True, tnum=True, max_lines=2)
        self._all = Text("", "caption", "text2", wrap=True, tnum=True)
        self._all.hide()
        head = column(Text(self.tr("Data"), "captionm", "text3"), None, spacing=0)
        said: QVBoxLayout = column(self._line, self._all, spacing=0)
        self.setLayout(row(head, (said, 1), spacing=8, margins=(0, 0, 0, 4)))

    def show_whole(self, whole: bool) -> None:
        """Say everything, in as many lines as it takes, and also what is not known."""
        self._is_whole = whole
        self.refresh()

    def refresh(self) -> None:
        """Show what the record holds; without anything to say there is no strip."""
        record = self._desk.record
        said = list(facts_known(record, self._criterion))
        if self._is_whole:
            unknown = self.tr("{label}: not known")
            said += [unknown.format(label=label) for label in facts_unknown(record, self._criterion)]
        words = _BETWEEN.join(said)
        shown, other = (self._all, self._line) if self._is_whole else (self._line, self._all)
        if words != shown.text():
            shown.set_text(words)
        self.setAccessibleName(self.tr("Data, not a judgement: {facts}").format(facts=", ".join(said)))
        shown.show()
        other.hide()
        shown_if(self, bool(said))
