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
from visitapp.frameworks.authority_names import load_authority_names

_MOST_CHIPS = 8
"""So many authorities are offered as chips; of more, those chosen stand there and the others are typed."""


class Authorities(QWidget):
    """`changed` brings the codes chosen, in the order they were."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[str, tuple[str, int]] = {}
        self._names = dict(load_authority_names())
        self._chosen: list[str] = []
        self._chips = Flow()
        self._told = Text("", "caption", "text2", wrap=True)
        self.field = TextField(self.tr("Add an authority"), placeholder=self.tr("Name, or three-digit code"))
        self.field.done.connect(self._take)
        self.field.changed.connect(self._forgive)
        title = Text(self.tr("Where you work"), "heading")
        self.setLayout(column(title, self._told, wrap(self._chips), self.field, spacing=6))

    def show_known(self, known: Sequence[tuple[str, str, int]], chosen: Sequence[str]) -> None:
        """Show the authorities of the register (code, name, open schools) and those chosen."""
        self._known = {code: (name, count) for code, name, count in known}
        self._chosen = list(chosen)
        self._names = {**load_authority_names(), **{code: name for code, name, _ in known}}
        completer = QCompleter(sorted(self._names.values()), self.field.edit)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field.edit.setCompleter(completer)
        self._forgive(self.field.text())
        self._fill()

    def _fill(self) -> None:
        clear(self._chips)
        few = len(self._known) <= _MOST_CHIPS
        for code in dict.fromkeys((*self._chosen, *(self._known if few else ()))):
            name, count = self._known.get(code, (self._names.get(code, code), 0))
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
            if self._code_of(self.field.text()) == code:
                self.field.set_text("")
                self.field.set_error("")
        self._tell()

    def _forgive(self, text: str) -> None:
        """Take the complaint away once what is written is empty or understood."""
        if not text.strip() or self._code_of(text):
            self.field.set_error("")

    def _take(self, text: str) -> None:
        said = " ".join(text.split())
        if not said:
            self.field.set_error("")
            return
        code = self._code_of(said)
        if not code:
            self.field.set_error(self._why_not(said))
            return
        self.field.set_error("")
        self.field.set_text("")
        if code not in self._chosen:
            self._chosen.append(code)
            self._tell()

    def _code_of(self, said: str) -> str:
        if len(said) == len("850") and said.isascii() and said.isdigit():
            return said
        found = self._called(said)
        return found[0] if len(found) == 1 else ""

    def _called(self, said: str) -> list[str]:
        """Return the codes of the authorities whose name is this, else begins so, else has a word that does."""
        wanted = _plain(said)
        names = {code: _plain(name) for code, name in self._names.items()} if wanted else {}
        return (
            [code for code, name in names.items() if name == wanted]
            or [code for code, name in names.items() if name.startswith(wanted)]
            or [code for code, name in names.items() if f" {wanted}" in name]
        )

    def _why_not(self, said: str) -> str:
        found = sorted(self._names[code] for code in self._called(said))
        if not found:
            return self.tr("No authority is called that. Its code of three digits does as well.")
        if len(found) > _MOST_CHIPS:
            return self.tr("Several authorities are called that: write more of the name.")
        return self.tr("Which of these: {names}?").format(names="; ".join(found))

    def _tell(self) -> None:
        self._fill()
        self.changed.emit(tuple(self._chosen))


def _plain(name: str) -> str:
    return " ".join(name.replace(".", "").replace(",", "").casefold().split())
