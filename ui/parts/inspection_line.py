"""One thing an inspection says: words to write, or to choose from its scale."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.chips import PickerChip
from ui.widgets.layout import column, row, wrap
from ui.widgets.line_edit import LineEdit
from ui.widgets.text import Text


class InspectionLine(QWidget):
    """A name, a field for any words, and a chip with the words of the scale; `changed` tells that words were typed,
    `done` that a field was left or a word chosen."""

    changed = Signal()
    done = Signal()

    def __init__(self, label: str, choices: Sequence[str] = (), words: str = "", published: str = "") -> None:
        super().__init__()
        self.label = label
        self._label = Text(label, "small", wrap=True)
        self.edit = LineEdit(label, self.tr("Published: {words}").format(words=published) if published else "", words)
        self.edit.setCursorPosition(0)
        self.choice = PickerChip(
            self.tr("{name}: choose a word").format(name=label), placeholder=self.tr("Choose"), sticky=False
        )
        self.offer(choices)
        self._label.setMinimumWidth(40)
        self.setLayout(row((wrap(column(None, self._label, None)), 5), (self.edit, 6), self.choice, spacing=10))
        self.edit.textEdited.connect(self.changed)
        self.edit.editingFinished.connect(self.done)
        self.choice.picked.connect(self._take)

    def words(self) -> str:
        """Return what is written."""
        return " ".join(self.edit.text().split())

    def set_words(self, words: str) -> None:
        """Write something without telling anyone."""
        if words != self.words():
            self.edit.setText(words)
            self.edit.setCursorPosition(0)

    def offer(self, choices: Sequence[str]) -> None:
        """Offer these words, in this order."""
        self.choice.set_options([(word, word, self.tr("Choose")) for word in choices])
        self.choice.setVisible(bool(choices))

    def call(self, label: str, hint: str = "") -> None:
        """Go by another name."""
        self.label = label
        self._label.set_text(label)
        self.edit.setAccessibleName(label)
        self.edit.setPlaceholderText(hint)

    def _take(self, word: str) -> None:
        self.edit.setText(word)
        self.done.emit()
