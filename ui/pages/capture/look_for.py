"""What to look for in the activity in hand, and quietly what it is for."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.checks import CheckRow
from ui.widgets.layout import clear, column, row, wrap
from ui.widgets.text import Text
from visitapp.domain.coverage import Tally
from visitapp.domain.framework import Activity, Prompt
from visitapp.domain.hunches import is_hunch, prompts_for
from visitapp.domain.record import VisitRecord


class LookFor(QWidget):
    """The prompts of an activity and the hunches looked for in it, with the notes on each. Choosing one links the
    next notes to it."""

    prompt_wanted = Signal(str)

    def __init__(self, tally: Tally) -> None:
        super().__init__()
        self._tally, self._activity = tally, ""
        self._asked: tuple[Prompt, ...] = ()
        self._rows: dict[str, CheckRow] = {}
        self._prompts = column(spacing=0)
        self._about = column(spacing=8)
        self._heading = wrap(row(Text(self.tr("Look for"), "heading"), None))
        self.setLayout(column(self._heading, self._prompts, 6, self._about, spacing=4))
        self._rebuild(None)

    def show_activity(self, record: VisitRecord, code: str, prompt: str) -> None:
        """Show the prompts of an activity, one of them chosen or none."""
        asked = prompts_for(record, code)
        if (code, asked) != (self._activity, self._asked):
            self._activity, self._asked = code, asked
            self._rebuild(record.framework.activity(code))
        for each, line in self._rows.items():
            line.setChecked(each == prompt)
        self.show_counts(record)

    def show_counts(self, record: VisitRecord) -> None:
        """Count the notes of each prompt."""
        counts = self._tally.counted(record).prompts if self._rows else {}
        for code, line in self._rows.items():
            line.set_count(counts.get(("" if is_hunch(code) else self._activity, code), 0))

    def _rebuild(self, activity: Activity | None) -> None:
        clear(self._prompts)
        clear(self._about)
        self._rows = {}
        own = [one for one in self._asked if is_hunch(one.code)]
        for number, prompt in enumerate(self._asked):
            if own and number in (0, len(own)):
                words = self.tr("Your hunches") if number == 0 else self.tr("The programme asks")
                self._prompts.addWidget(Text(words, "captionm", "text2"))
            line = CheckRow(prompt.text, count=0, dim=False)
            line.setAccessibleDescription(self.tr("Your hunch") if prompt in own else "")
            line.setToolTip(self.tr("Link the next notes to this"))
            line.clicked.connect(partial(self._on_clicked, prompt.code))
            self._rows[prompt.code] = line
            self._prompts.addWidget(line)
        self._heading.setVisible(bool(self._rows))
        if activity is None:
            words = Text(self.tr("Choose an activity to see what to look for."), "small", "text2", wrap=True)
            self._about.addWidget(words)
        else:
            self._tell(self.tr("What it is for"), activity.purpose)
            self._tell(self.tr("Who should be there"), activity.people)
            self._tell(self.tr("If they cannot"), activity.fallback)

    def _tell(self, title: str, words: str) -> None:
        if words:
            told = column(Text(title, "captionm", "text2"), Text(words, "small", "text2", wrap=True), spacing=2)
            self._about.addWidget(wrap(told))

    def _on_clicked(self, code: str) -> None:
        self.prompt_wanted.emit(code if self._rows[code].isChecked() else "")
