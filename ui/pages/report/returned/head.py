"""The head of an answer: which version came back when, what of it is shown, and what can be done with it."""

from PySide6.QtCore import Signal

from ui.pages.report.returned.words import day_words, joined, version_words
from ui.widgets.buttons import Button, IconButton
from ui.widgets.layout import column, row
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Panel
from ui.widgets.text import Text
from visitapp.domain.answering import Returned
from visitapp.domain.writing import Export

ALL, CHANGED, OPEN = "all", "changed", "open"


class ReturnedHead(Panel):
    """`filtered` brings all, changed or open; the others ask for the report, the file and the letter."""

    filtered = Signal(str)
    back_wanted = Signal()
    letter_wanted = Signal()
    file_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(edge="bottom")
        self.setAccessibleName(self.tr("The school\u2019s answer"))
        self.back = IconButton("arrow-left", self.tr("Back to the report"), size=34, keys="Esc")
        self.back.clicked.connect(self.back_wanted)
        self._about = Text("", "small", "text2", elide=True)
        title = column(Text(self.tr("Returned by the school"), "title", elide=True), self._about, spacing=0)
        self.filter = Segmented(
            [
                Segment(ALL, self.tr("All"), count=0),
                Segment(CHANGED, self.tr("Changed"), count=0),
                Segment(OPEN, self.tr("To decide"), count=0),
            ],
            self.tr("Show"),
        )
        self.filter.set_current(CHANGED)
        self.filter.picked.connect(self.filtered)
        letter = Button(self.tr("Reply letter"), "secondary", icon="file-output")
        letter.clicked.connect(self.letter_wanted)
        file = Button(self.tr("Open the file"), "quiet", icon="file-text")
        file.clicked.connect(self.file_wanted)
        line = row(self.back, (title, 1), self.filter, file, letter, spacing=14, margins=(14, 10, 18, 10))
        self.setLayout(line)

    def show_answer(self, returned: Returned, export: Export, paper: str) -> None:
        """Say which version it answers, when it left and when it was read, and which paper it was."""
        left = self.tr("sent {day}").format(day=day_words(export.at))
        back = self.tr("back {day}").format(day=day_words(returned.at))
        self._about.set_text(joined(", ".join((version_words(export), left, back)), paper))

    def show_counts(self, every: int, changed: int, undecided: int) -> None:
        """Show how many cards each choice holds."""
        for code, count in ((ALL, every), (CHANGED, changed), (OPEN, undecided)):
            self.filter.set_count(code, count)
