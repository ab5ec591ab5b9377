"""Hands over everything of a visit so far: asks as what and where to, shows how far it is, says what became of it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.dialogs.choosing import ask_folder
from ui.widgets.announce import announce
from ui.widgets.banner import Banner
from ui.widgets.bars import Progress
from ui.widgets.buttons import Button
from ui.widgets.checks import CheckRow
from ui.widgets.fields import TextField
from ui.widgets.layout import Line, clear, column, row, wrap
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.handing_over import Handed, HandingOver
from visitapp.domain.handover import Handover

WORD, XLSX, CSV = "word", "xlsx", "csv"
_WIDTH = 540


class HandOver(QDialog):
    """Asks, writes in the background and tells."""

    def __init__(self, desk: Desk, folder: Path, parent: QWidget | None = None, *, native: bool = True) -> None:
        super().__init__(parent)
        self._native, self._offered = native, folder
        self._handing = HandingOver(desk)
        desk.leave()
        self._handover = self._handing.handover()
        self._done: Handed | None = None
        self._busy = False
        self.setWindowTitle(self.tr("Hand over everything so far"))
        self.setMinimumWidth(_WIDTH)
        self._formats = self._format_rows()
        self._private = self._private_row()
        self._folder = TextField(self.tr("Folder"), text=str(folder))
        self._told = Text("", "small", "text2", wrap=True)
        self._progress = Progress(name=self.tr("Written so far"))
        self._outcome = column(spacing=8)
        self._cancel = Button(self.tr("Cancel"))
        self._start = Button(self.tr("Hand over"), "primary", icon="file-output")
        self._asked = wrap(self._questions())
        self.setLayout(self._lay_out())
        self._connect()
        self._tell()
        self._start.setFocus()

    def formats(self) -> frozenset[str]:
        """Return the formats that are ticked: word, xlsx, csv."""
        return frozenset(code for code, one in self._formats.items() if one.isChecked())

    def reject(self) -> None:
        """Stop what is being made, or close."""
        if self._busy:
            self._handing.stop()
        else:
            super().reject()

    def _format_rows(self) -> dict[str, CheckRow]:
        words = {
            WORD: (
                self.tr("Word document"),
                self.tr("To read: every note by day, then findings, actions and the plan"),
            ),
            XLSX: (self.tr("Spreadsheet (XLSX)"), self.tr("To sort and filter: a sheet for each kind")),
            CSV: (self.tr("CSV files"), self.tr("For other programs: a folder with a file for each kind")),
        }
        return {code: CheckRow(title, on=code == WORD, note=note, dim=False) for code, (title, note) in words.items()}

    def _private_row(self) -> CheckRow:
        count = self._handover.private
        words = self.tr("Include 1 private note") if count == 1 else self.tr("Include {count} private notes")
        made = CheckRow(words.format(count=count), note=self.tr("Left out unless you tick this"), dim=False)
        made.setVisible(bool(count))
        return made

    def _questions(self) -> QVBoxLayout:
        browse = Button(self.tr("Browse"), name=self.tr("Choose a folder"))
        browse.clicked.connect(self._browse)
        beside = wrap(column(Text("", "captionm"), browse, spacing=4))
        private = (self._private,) if self._handover.private else ()
        return column(
            Text(_standing(self._handover, self.tr("As it stands now: {counts}.")), "body", "text2", wrap=True),
            *self._formats.values(),
            Line(),
            *private,
            row((self._folder, 1), beside, spacing=8),
            self._told,
            spacing=8,
        )

    def _lay_out(self) -> QVBoxLayout:
        self._progress.hide()
        title = Text(self.tr("Hand over everything so far"), "title")
        buttons = row(None, self._cancel, self._start, spacing=8)
        parts = (title, self._asked, self._progress, self._outcome, None, buttons)
        return column(*parts, spacing=12, margins=(24, 20, 24, 20))

    def _connect(self) -> None:
        for one in (*self._formats.values(), self._private):
            one.toggled.connect(self._tell)
        self._folder.changed.connect(self._tell)
        self._cancel.clicked.connect(self.reject)
        self._start.clicked.connect(self._hand_over)
        self._start.setDefault(True)
        self._handing.handed.connect(self._on_handed)
        self._handing.refused.connect(self._on_refused)
        self._handing.stopped.connect(self._on_stopped)
        self._handing.progressed.connect(self._on_progress)
        self.finished.connect(self._handing.deleteLater)

    def _tell(self, _changed: object = None) -> None:
        sentences = []
        if not self.formats():
            sentences.append(self.tr("Tick at least one."))
        if self._private.isChecked():
            sentences.append(self.tr("Whoever opens the files can read the private notes."))
        self._told.set_text(" ".join(sentences))
        self._told.set_colour("develop" if sentences else "text2")
        self._told.setVisible(bool(sentences))
        self._start.setEnabled(bool(self.formats()) and not self._busy)

    def _path(self) -> Path:
        typed = self._folder.text().strip()
        return Path(typed).expanduser() if typed else self._offered

    def _browse(self) -> None:
        start, chosen = self._folder.text(), self._folder.set_text
        ask_folder(self, self.tr("Choose a folder"), start, chosen, native=self._native)

    def _hand_over(self) -> None:
        self._set_busy(busy=True)
        clear(self._outcome)
        announce(self, self.tr("Writing. Every text is read back before it is called done."))
        self._handing.hand_over(self._path(), self.formats(), private=self._private.isChecked())

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._asked.setEnabled(not busy)
        self._progress.set_share(0.0)
        self._progress.setVisible(busy)
        self._cancel.setText(self.tr("Stop") if busy else self.tr("Cancel"))
        self._tell()

    def _on_progress(self, done: int, steps: int) -> None:
        words = self.tr("{done} of {steps} steps done").format(done=done, steps=steps)
        self._progress.set_share(done / steps, words)

    def _on_handed(self, handed: Handed) -> None:
        self._done = handed
        self._set_busy(busy=False)
        files = "\n".join(path.name for path in handed.paths)
        words = self.tr("Written and read back: {notes}. In {folder}:\n{files}").format(
            notes=handed.notes, folder=handed.paths[0].parent, files=files
        )
        show = self.tr("Show file") if len(handed.paths) == 1 else self.tr("Show files")
        actions = [("show", show), ("close", self.tr("Close"))]
        self._asked.hide()
        self._start.hide()
        self._cancel.hide()
        self._say(Banner("strength", "file-check", self.tr("Everything so far is handed over"), words, actions))

    def _on_refused(self, sentence: str) -> None:
        self._set_busy(busy=False)
        self._say(Banner("risk", "circle-alert", self.tr("It was not handed over"), sentence))

    def _on_stopped(self) -> None:
        self._set_busy(busy=False)
        self._say(Banner("accent", "circle-minus", self.tr("Stopped"), self.tr("Nothing was written.")))

    def _say(self, banner: Banner) -> None:
        clear(self._outcome)
        banner.acted.connect(self._on_acted)
        self._outcome.addWidget(banner)
        banner.show()
        self._fit()

    def _fit(self) -> None:
        """Be as tall as the words ask for at this width."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _on_acted(self, code: str) -> None:
        if code == "show" and self._done is not None:
            first = self._done.paths[0]
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(first if first.is_dir() else first.parent)))
        elif code == "close":
            self.accept()


def open_hand_over(desk: Desk, folder: Path, window: QWidget) -> HandOver:
    """Open the dialog over a window; it goes away by itself."""
    dialog = HandOver(desk, folder, window)
    dialog.finished.connect(partial(_forget, dialog))
    dialog.open()
    return dialog


def _forget(dialog: HandOver, _result: int) -> None:
    dialog.deleteLater()


def _standing(handover: Handover, words: str) -> str:
    facts = dict(handover.facts())
    return words.format(counts=", ".join(part for part in (facts["Evidence"], facts["Beside it"]) if part))
