"""What is looked at again: the criteria a person marked to be watched, each with its reason and a day."""

from PySide6.QtWidgets import QWidget

from ui.parts.day_button import DayButton
from ui.widgets.icons import Icon
from ui.widgets.layout import clear, column, row, shown_if, wrap
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.framework import Criterion
from visitapp.domain.places import answer_place
from visitapp.domain.reminders import CRITERION, WATCH, watched


class WatchList(Card):
    """The year's watch list; it hides while there is nothing on it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(None)
        self._desk = desk
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._list = column(spacing=8)
        title = desk.record.framework.follow_up.watch_title or self.tr("To look at again")
        self._count = Text("", "caption", "text2", tnum=True)
        head = row(Text(title, "heading"), None, self._count)
        self.setLayout(column(head, 2, self._list, spacing=4, margins=(16, 11, 16, 11)))
        self.setAccessibleName(title)
        self.refresh()

    def refresh(self) -> None:
        """Show the criteria that are watched now; days being written keep themselves."""
        record = self._desk.record
        codes = watched(record)
        shown = tuple((code, record.answer(f"{CRITERION}{code}").note) for code in codes)
        shown_if(self, bool(shown))
        if shown == self._shown:
            return
        self._shown = shown
        self._count.set_text(str(len(shown)))
        clear(self._list)
        for one in record.framework.judgement.criteria:
            if one.code in codes:
                self._list.addWidget(self._watched(one, record.answer(f"{CRITERION}{one.code}").note))

    def _watched(self, criterion: Criterion, note: str) -> QWidget:
        name = f"{criterion.letter}. {criterion.short or criterion.text}"
        again = self.tr("Look again at {criterion} on").format(criterion=name)
        place = answer_place(f"{WATCH}{criterion.code}", "value")
        day = DayButton(self._desk, place, again, empty=self.tr("Set a date"))
        head = row((Text(name, "small", weight=500, wrap=True), 1), day, spacing=6)
        words = column(head, spacing=0)
        if note.strip():
            words.addWidget(Text(note.strip(), "caption", "text2", wrap=True))
        return wrap(row(column(Icon("eye", "develop", 18), None), (words, 1), spacing=10))
