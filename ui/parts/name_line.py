"""One quiet line: this looks like a name, and that could stand there instead."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import Button
from ui.widgets.icons import Icon
from ui.widgets.layout import row
from ui.widgets.text import Text
from visitapp.domain.naming.finding import Named

ACCEPT_KEY = "Alt+N"


class NameLine(QWidget):
    """Shown while there is something to ask; `accepted` takes the role, `let_be` says that this is no name."""

    accepted = Signal()
    let_be = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Text("", "small", "text2", elide=True)
        self._use = Button("", "link", keys=ACCEPT_KEY.replace("+", " "), small=True)
        self._not_a_name = Button(self.tr("Not a name"), "quiet", small=True)
        self._use.clicked.connect(self.accepted)
        self._not_a_name.clicked.connect(self.let_be)
        self.setLayout(row(Icon("user", "text2", 14, 2), (self._words, 1), self._use, self._not_a_name, spacing=6))
        self.setAccessibleName(self.tr("Name check"))
        self.hide()

    def ask(self, name: Named, where: str) -> str:
        """Ask about a name and return the question in words; `where` names a saved note, or is empty."""
        place = self.tr(" in {note}").format(note=where) if where else ""
        question = self.tr("{name}{place}: a name?").format(name=name.words, place=place)
        use = self.tr("Use “{role}”").format(role=name.role)
        self._words.set_text(question)
        self._use.set_label(use)
        self._not_a_name.setAccessibleName(self.tr("{name} is not a name").format(name=name.words))
        self.show()
        return f"{question} {use}: {ACCEPT_KEY}."
