"""How much of a section names its evidence, and what a name such as E12 stands for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import Button
from ui.widgets.layout import row, shown_if
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.prose import FACT, plain
from visitapp.domain.record import VisitRecord
from visitapp.domain.text import word_count
from visitapp.domain.tracing import evidenced, facts, notes_by_label


class SectionTrace(QWidget):
    """Says the length of sentences and how many name their evidence; `wanted` asks for the next that does not."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._length = Text("", "caption", "text2", tnum=True)
        self._open = Button("", "quiet", small=True)
        self._open.clicked.connect(self.wanted)
        self.setLayout(row(self._length, self._open, spacing=4))
        self.hide()

    def show_text(self, text: str) -> None:
        """Count the sentences of a text."""
        traced, count = evidenced(text)
        shown_if(self, bool(count))
        if not count:
            return
        average = round(word_count(plain(text)) / count)
        self._length.set_text(self.tr("\u2022  {count} words a sentence").format(count=average))
        words = self.tr("{traced} of {count} sentences evidenced").format(traced=traced, count=count)
        self._open.setText(words)
        self._open.setEnabled(traced < count)
        self._open.setToolTip(self.tr("Go to the next sentence without evidence") if traced < count else "")


def evidence_words(desk: Desk, label: str) -> str:
    """Return what the evidence of a label says: a note's words, or a fact of the school with its name."""
    record = desk.record
    if label.startswith(FACT):
        return record.once(_facts).get(label, "")
    note = record.once(notes_by_label).get(label)
    return (note.text or label) if note is not None else ""


def _facts(record: VisitRecord) -> dict[str, str]:
    return {one.label: f"{one.title}: {one.text}" for one in facts(record)}
