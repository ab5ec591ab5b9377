"""The ways in for a file the school sent back, from a dialog or dropped on the report, and the letter's way out."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ui.widgets.banner import Banner
from ui.widgets.layout import clear
from ui.workspace.answers import Answer, Answers
from ui.workspace.reporting import Exported
from ui.workspace.returned_files import file_of
from visitapp.domain.answering import Returned

_WORD = ".docx"
_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class AnswerTaking(QObject):
    """Reads answers for a page. `read` brings the id of one that was read; what happened otherwise stands in a layout
    of the page until it is put away."""

    read = Signal(str)

    def __init__(self, answers: Answers, page: QWidget, outcome: QVBoxLayout) -> None:
        super().__init__(page)
        self._answers, self._page, self._outcome = answers, page, outcome
        self._written: Exported | None = None
        self._path = Path()
        self.dialog: QFileDialog | None = None
        answers.read.connect(self._on_read)
        answers.refused.connect(self._on_refused)
        answers.written.connect(self._on_written)
        answers.not_written.connect(self._on_not_written)
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def show_in(self, outcome: QVBoxLayout) -> None:
        """Say what happens in another layout from now on."""
        self._outcome = outcome

    def watch(self, boxes: Iterable[QWidget]) -> None:
        """Take files dropped on these too, which would take them for text."""
        for one in boxes:
            one.installEventFilter(self)

    def ask(self, *, native: bool = True) -> None:
        """Open the dialog that asks which file came back."""
        words = self.tr("Word documents ({kinds})").format(kinds=f"*{_WORD}")
        title = self.tr("Read the school\u2019s answer")
        self.dialog = chooser = QFileDialog(self._page.window(), title, "", words)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setOption(QFileDialog.Option.DontUseNativeDialog, not native)
        chooser.fileSelected.connect(self._take_named)
        self._open(chooser)

    def take(self, path: Path) -> None:
        """Read a file in the background, and say so."""
        self._path = path
        words = self.tr("{file} is compared with the version that was sent. It is not changed.")
        title = self.tr("Reading the answer")
        self._say(Banner("accent", "file-text", title, words.format(file=path.name)))
        self._answers.take(path)

    def ask_letter(self, returned: Returned, path: Path, *, native: bool = True) -> None:
        """Ask where the reply letter should go, and write it there."""
        words = self.tr("Word documents ({kinds})").format(kinds=f"*{_WORD}")
        self.dialog = chooser = QFileDialog(self._page.window(), self.tr("Write the reply letter"), "", words)
        path.parent.mkdir(parents=True, exist_ok=True)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(_WORD)
        chooser.setDirectory(str(path.parent))
        chooser.selectFile(path.name)
        chooser.setOption(QFileDialog.Option.DontUseNativeDialog, not native)
        chooser.fileSelected.connect(partial(self._write, returned))
        self._open(chooser)

    def open_file(self, returned: Returned, folder: Path) -> None:
        """Open the file an answer was read from, or say that it is gone; reports lie in `folder`."""
        path = file_of(returned, (*self._answers.folders, folder))
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
            return
        title = self.tr("{file} is not on this device any more").format(file=returned.file_name)
        words = self.tr(
            "All that was read of it is kept here. Put the file among your downloads to open it from here."
        )
        self._say(Banner("accent", "file-text", title, words, [("close", self.tr("Close"))]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a Word file that is dropped."""
        if event.type() not in _DRAGS or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        path = word_file(event.mimeData())
        if path is None:
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.take(path)
        return True

    def _open(self, chooser: QFileDialog) -> None:
        chooser.finished.connect(self._forget)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _forget(self) -> None:
        self.dialog = None

    def _take_named(self, name: str) -> None:
        self.take(Path(name))

    def _write(self, returned: Returned, name: str) -> None:
        words = self.tr("It is read back before it is called done.")
        self._say(Banner("accent", "file-output", self.tr("Writing the letter"), words))
        self._answers.write_letter(returned, Path(name))

    def _on_read(self, answer: Answer) -> None:
        clear(self._outcome)
        self.read.emit(answer.returned.id)

    def _on_refused(self, sentence: str) -> None:
        title = self.tr("{file} was not read").format(file=self._path.name)
        actions = [("ask", self.tr("Choose another file")), ("close", self.tr("Close"))]
        self._say(Banner("risk", "circle-alert", title, sentence, actions))

    def _on_written(self, done: Exported) -> None:
        self._written = done
        actions = [("file", self.tr("Open")), ("folder", self.tr("Show folder")), ("close", self.tr("Close"))]
        self._say(Banner("strength", "file-check", self.tr("The letter is written"), str(done.path), actions))

    def _on_not_written(self, sentence: str) -> None:
        title = self.tr("The letter was not written")
        self._say(Banner("risk", "circle-alert", title, sentence, [("close", self.tr("Close"))]))

    def _say(self, banner: Banner) -> None:
        clear(self._outcome)
        banner.acted.connect(self._on_acted)
        self._outcome.addWidget(banner)
        self._outcome.addSpacing(8)

    def _on_acted(self, code: str) -> None:
        if code == "ask":
            self.ask()
        elif code == "close":
            clear(self._outcome)
        elif self._written is not None:
            path = self._written.path if code == "file" else self._written.path.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def word_file(mime: QMimeData) -> Path | None:
    """Return the one Word file that is dragged, or None when it is anything else."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() == _WORD else None
