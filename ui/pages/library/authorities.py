"""Where the reviewer works: authorities as chips, more of them by name or code."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from ui.widgets.chips import Chip
from ui.widgets.fields import TextField
from ui.widgets.flow import Flow
from ui.widgets.layout import clear, column, wrap
from ui.widgets.text import Text

_MOST_CHIPS = 8
"""So many authorities are offered as chips; of more, those chosen stand there and the others are typed."""


class Authorities(QWidget):
    """`changed` brings the codes chosen, in the order they were."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[str, tuple[str, int]] = {}
        self._chosen: list[str] = []
        self._chips = Flow()
        self._told = Text("", "caption", "text2", wrap=True)
        self.field = TextField(self.tr("Add an authority"), placeholder=self.tr("Name, or three-digit code"))
        self.field.done.connect(self._take)
        title = Text(self.tr("Where you work"), "heading")
        self.setLayout(column(title, self._told, wrap(self._chips), self.field, spacing=6))

    def show_known(self, known: Sequence[tuple[str, str, int]], chosen: Sequence[str]) -> None:
        """Show the authorities of the register (code, name, open schools) and those chosen."""
        self._known = {code: (name, count) for code, name, count in known}
        self._chosen = list(chosen)
        completer = QCompleter([name for name, _ in self._known.values()], self.field.edit)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field.edit.setCompleter(completer)
        self._fill()

    def _fill(self) -> None:
        clear(self._chips)
        few = len(self._known) <= _MOST_CHIPS
        for code in dict.fromkeys((*self._chosen, *(self._known if few else ()))):
            name, count = self._known.get(code, (code, 0))
            chip = Chip(name, on=code in self._chosen, count=count or None, small=True)
            chip.setAccessibleName(self._spoken(code, name, count))
            chip.setToolTip(self._spoken(code, name, count))
            chip.clicked.connect(partial(self._turn, code))
            self._chips.addWidget(chip)
        self._told.set_text(
            self.tr("Only schools and figures of these are read in, with region and nation beside them.")
            if self._chosen
            else self.tr("None chosen: every school of a file is read in.")
        )

    def _spoken(self, code: str, name: str, count: int) -> str:
        if not count:
            return self.tr("{name}, code {code}").format(name=name, code=code)
        return self.tr("{name}, code {code}, {count} open schools").format(name=name, code=code, count=count)

    def _turn(self, code: str) -> None:
        if code in self._chosen:
            self._chosen.remove(code)
        else:
            self._chosen.append(code)
        self._tell()

    def _take(self, text: str) -> None:
        said = " ".join(text.split())
        if not said:
            self.field.set_error("")
            return
        code = self._code_of(said)
        if not code:
            self.field.set_error(
                self.tr("No authority, or more than one, is called that. Its code has three digits.")
            )
            return
        self.field.set_error("")
        self.field.set_text("")
        if code not in self._chosen:
            self._chosen.append(code)
            self._tell()

    def _code_of(self, said: str) -> str:
        if len(said) == len("850") and said.isascii() and said.isdigit():
            return said
        names = {code: name.casefold() for code, (name, _) in self._known.items()}
        exact = [code for code, name in names.items() if name == said.casefold()]
        found = exact or [code for code, name in names.items() if name.startswith(said.casefold())]
        return found[0] if len(found) == 1 else ""

    def _tell(self) -> None:
        self._fill()
        self.changed.emit(tuple(self._chosen))
