"""The recovery code: shown in groups, taken away on paper, in a file or by copying, and proved to be kept."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget

from ui.parts.recovery_sheet import RecoverySheet, sheet_text
from ui.theme.painting import rounded
from ui.theme.theme import theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row
from ui.widgets.line_edit import LineEdit
from ui.widgets.pressable import paint_centred
from ui.widgets.text import Text

_ASKED = 2
_GAP = 8


class RecoveryCode(QWidget):
    """A code and what proves that somebody has it; `changed` tells of every edit.

    `normalise` makes what was typed comparable, so that case, spaces and look-alike letters do not matter.
    """

    changed = Signal()

    def __init__(self, code: str, normalise: Callable[[str], str]) -> None:
        super().__init__()
        self._code, self._normalise = code, normalise
        self._sheet = RecoverySheet(self)
        self.groups = CodeGroups(code.split("-"))
        self.print_code = Button(self.tr("Print"), icon="file-output", small=True)
        self.save_code = Button(self.tr("Save to a file"), icon="save", small=True)
        self.copy_code = Button(self.tr("Copy"), "quiet", small=True)
        self.proof = LineEdit(self.tr("Third group of the code"), width=120)
        self._mark = Icon("circle-check", "strength", 16, 2)
        self._said = Text("", "caption", "text2", tnum=True, wrap=True)
        self._kept = Text("", "caption", "text2", elide=True)
        self._lay_out()
        self._connect()
        self._check()

    def is_proved(self) -> bool:
        """Return whether the third group was typed as it is."""
        return bool(self.proof.text().strip()) and self._normalise(self.proof.text()) == self._normalise(
            self._asked()
        )

    def missing(self) -> str:
        """Return what is still to do here in a sentence, or an empty text."""
        return "" if self.is_proved() else self.tr("type the third group of the recovery code")

    def _asked(self) -> str:
        groups = self._code.split("-")
        return groups[min(_ASKED, len(groups) - 1)]

    def _lay_out(self) -> None:
        buttons = row(self.print_code, self.save_code, self.copy_code, (self._kept, 1), spacing=8)
        asked = Text(self.tr("To show you have it, type the third group"), "captionm")
        proof = row(self.proof, self._mark, (column(None, self._said, None), 1), spacing=10)
        self.setLayout(column(self.groups, 2, buttons, 2, asked, proof, spacing=4))

    def _connect(self) -> None:
        self.proof.textEdited.connect(self._check)
        self.proof.editingFinished.connect(self._complain)
        self.print_code.clicked.connect(self._print)
        self.save_code.clicked.connect(self._choose_file)
        self.copy_code.clicked.connect(self._copy)
        self._sheet.printed.connect(self._say_printed)

    def _check(self) -> None:
        proved = self.is_proved()
        self._mark.setVisible(proved)
        self._said.set_text(self.tr("That is right.") if proved else "")
        self._said.set_colour("strength")
        self.proof.set_wrong(wrong=False)
        self.changed.emit()

    def _complain(self) -> None:
        if self.is_proved() or not self.proof.text().strip():
            return
        self.proof.set_wrong(wrong=True)
        self._said.set_text(self.tr("That is not the third group. Look at your copy of the code."))
        self._said.set_colour("risk")

    def _print(self) -> None:
        self._sheet.ask(self._code, self.window())

    def _say_printed(self) -> None:
        self._say_kept(self.tr("Sent to the printer"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code)
        self._say_kept(self.tr("Copied. Paste it somewhere safe now"))

    def _choose_file(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Save the recovery code"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(self.tr("Visitapp recovery code.txt"))
        dialog.fileSelected.connect(self.save_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, path: str) -> None:
        """Write the code to a file, and say so or say that it could not be written."""
        try:
            Path(path).write_text(sheet_text(self._code), encoding="utf-8")
        except OSError:
            words = self.tr("Not saved: this place cannot be written to. Choose another folder or drive.")
            self._said.set_text(words)
            self._said.set_colour("risk")
            announce(self, words)
            return
        self._say_kept(self.tr("Saved. Keep the file off this device"))

    def _say_kept(self, words: str) -> None:
        self._kept.set_text(words)
        announce(self, words)


class CodeGroups(QWidget):
    """The groups of a code in large letters."""

    def __init__(self, groups: list[str]) -> None:
        super().__init__()
        self._groups = groups
        spelt = ", ".join(" ".join(group) for group in groups)
        self.setAccessibleName(self.tr("Recovery code: {groups}").format(groups=spelt))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for one line of groups."""
        widest = int(theme().text_width("WWWW", "title", px=19)) + 12
        return QSize((widest + _GAP) * len(self._groups), theme().fit(44, "title", 18))

    def minimumSizeHint(self) -> QSize:
        """Return the least room it can live in."""
        return QSize(280, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the groups."""
        width = (self.width() - (len(self._groups) - 1) * _GAP) / max(1, len(self._groups))
        with QPainter(self) as painter:
            for number, group in enumerate(self._groups):
                rect = QRectF(number * (width + _GAP), 0, width, self.height())
                rounded(painter, rect, theme().metrics.radius, "sunken", "line")
                paint_centred(painter, rect, group, theme().font("title", px=19, tnum=True), "text")
