"""One quiet line: this looks like a name, and that could stand there instead."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import Button
from ui.widgets.icons import Icon
from ui.widgets.layout import row
from ui.widgets.text import Text
from visitapp.domain.naming.finding import Named
from visitapp.domain.naming.patterns import Kind

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
        kind = self._kinds()[name.kind]
        question = self.tr("{name}{place}: {kind}?").format(name=name.words, place=place, kind=kind)
        use = self.tr("Use “{role}”").format(role=name.role)
        self._words.set_text(question)
        self._use.set_label(use)
        is_name = name.kind is Kind.NAME
        self._not_a_name.set_label(self.tr("Not a name") if is_name else self.tr("Leave it"))
        leave = self.tr("{name} is not a name") if is_name else self.tr("Leave {name}")
        self._not_a_name.setAccessibleName(leave.format(name=name.words))
        self.show()
        return f"{question} {use}: {ACCEPT_KEY}."

    def _kinds(self) -> dict[Kind, str]:
        return {
            Kind.NAME: self.tr("a name"),
            Kind.UPN: self.tr("a pupil number"),
            Kind.NHS: self.tr("an NHS number"),
            Kind.INSURANCE: self.tr("a National Insurance number"),
            Kind.PHONE: self.tr("a phone number"),
            Kind.E_MAIL: self.tr("an e-mail address"),
            Kind.BIRTH: self.tr("a date of birth"),
        }
