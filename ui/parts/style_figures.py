"""How the report reads, in three figures, and how many words are to be checked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import Button
from ui.widgets.layout import Line, column, row
from ui.widgets.text import Text
from visitapp.domain.style import Reading

_UNKNOWN = "\u2013"


class StyleFigures(QWidget):
    """Reading age, average sentence and names found; a dash until there is enough to say.

    `word_wanted` asks for the next word that seems misspelt.
    """

    word_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._age, self._sentence, self._names = (Text(_UNKNOWN, "bodym", tnum=True) for _ in range(3))
        age = column(Text(self.tr("Reading age"), "caption", "text2"), self._age, spacing=0)
        sentence = column(Text(self.tr("Sentence"), "caption", "text2"), self._sentence, spacing=0)
        names = column(Text(self.tr("Names found"), "caption", "text2"), self._names, spacing=0)
        parts = row(age, Line(vertical=True), sentence, Line(vertical=True), (names, 1), spacing=14)
        self._words = Button("", "link", small=True)
        self._words.setToolTip(self.tr("Words to check: the next one, F7"))
        self._words.clicked.connect(self.word_wanted)
        self._words.hide()
        self.setLayout(column(parts, row(self._words, None), spacing=0))
        self._age.setToolTip(
            self.tr(
                "The Flesch-Kincaid grade and five years. It counts syllables and the words of a sentence, and knows "
                "nothing of meaning. Words every school uses count as hard."
            )
        )
        self.setAccessibleName(self.tr("How the report reads"))

    def show_reading(self, reading: Reading | None) -> None:
        """Show the figures of a reading."""
        age = reading.age if reading else None
        length = reading.words_a_sentence if reading else None
        self._age.set_text(str(age) if age is not None else _UNKNOWN)
        self._sentence.set_text(self._length(length))
        names = reading.names if reading else ()
        self._names.set_text((str(len(names)) if names else self.tr("None")) if reading else _UNKNOWN)
        self._names.set_colour("develop" if names else "strength" if reading else "text")
        self._names.setToolTip(", ".join(names))

    def show_words(self, count: int) -> None:
        """Show how many words of the report seem misspelt; nothing where none does."""
        said = self.tr("1 word to check") if count == 1 else self.tr("{count} words to check").format(count=count)
        self._words.setText(said)
        self._words.setVisible(count > 0)

    def _length(self, words: int | None) -> str:
        if words is None:
            return _UNKNOWN
        return self.tr("1 word") if words == 1 else self.tr("{count} words").format(count=words)
