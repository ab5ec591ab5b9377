"""What is known as a figure beside a criterion: data, told without colour and never a judgement."""

from PySide6.QtWidgets import QWidget

from ui.widgets.layout import column, row
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.criteria import facts_known, facts_unknown
from visitapp.domain.framework import Criterion

_BETWEEN = "  \u00b7  "


class CriterionFacts(QWidget):
    """A quiet strip with the school's facts that speak to a criterion; those not known are said on demand."""

    def __init__(self, desk: Desk, criterion: Criterion) -> None:
        super().__init__()
        self._desk, self._criterion = desk, criterion
        self._whole = False
        self._facts = Text("", "caption", "text2", wrap=True, tnum=True)
        head = column(Text(self.tr("Data, not a judgement"), "captionm", "text3"), None, spacing=0)
        self.setLayout(row(head, (self._facts, 1), spacing=8, margins=(0, 0, 0, 6)))

    def show_whole(self, whole: bool) -> None:
        """Say also what is not known."""
        self._whole = whole
        self.refresh()

    def refresh(self) -> None:
        """Show what the record holds; without anything to say there is no strip."""
        record = self._desk.record
        said = list(facts_known(record, self._criterion))
        if self._whole:
            unknown = self.tr("{label}: not known")
            said += [unknown.format(label=label) for label in facts_unknown(record, self._criterion)]
        words = _BETWEEN.join(said)
        if words != self._facts.text():
            self._facts.set_text(words)
            self.setAccessibleName(self.tr("Data, not a judgement: {facts}").format(facts=", ".join(said)))
        self.setVisible(bool(said))
