"""Sends the plan to the school: asks as what and where to, and says what became of it."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.dialogs.choosing import ask_folder
from ui.widgets.announce import announce
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.checks import CheckRow
from ui.widgets.fields import TextField
from ui.widgets.layout import clear, column, row, wrap
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.plan_sending import CALENDAR, MAIL, WORD, PlanSending

_WIDTH = 540


class SendPlan(QDialog):
    """Asks, writes in the background and tells. The text of the plan can be copied at any moment."""

    def __init__(self, desk: Desk, folder: Path, parent: QWidget | None = None, *, native: bool = True) -> None:
        super().__init__(parent)
        self._native, self._offered = native, folder
        desk.leave()
        self._sending = PlanSending(desk)
        self._done: tuple[Path, ...] = ()
        self._busy = False
        self.setMinimumWidth(_WIDTH)
        first = next((one.label for one in desk.record.framework.distribution), "")
        self._title = self.tr("Send to {name}").format(name=(first or self.tr("the school")).lower())
        self.setWindowTitle(self._title)
        self._kinds = self._kind_rows(dated=bool(desk.record.visit.starts_on))
        self._for = TextField(self.tr("For"), text=first)
        self._folder = TextField(self.tr("Folder"), text=str(folder))
        self._told = Text("", "small", "text2", wrap=True)
        self._outcome = column(spacing=8)
        self._copy = Button(self.tr("Copy text"), "quiet", icon="files")
        self._cancel = Button(self.tr("Cancel"))
        self._start = Button(self.tr("Write files"), "primary", icon="file-output")
        self._asked = wrap(self._questions())
        buttons = row(self._copy, None, self._cancel, self._start, spacing=8)
        parts = (Text(self._title, "title"), self._asked, self._outcome, None, buttons)
        self.setLayout(column(*parts, spacing=12, margins=(24, 20, 24, 20)))
        self._connect()
        self._tell()
        self._start.setFocus()

    def kinds(self) -> frozenset[str]:
        """Return what is ticked: .docx, .ics, .eml."""
        return frozenset(code for code, one in self._kinds.items() if one.isChecked())

    def _kind_rows(self, *, dated: bool) -> dict[str, CheckRow]:
        at_once = self.tr("A draft with the page and the calendar file attached; you address and send it")
        appointments = self.tr("An appointment for each activity, marked private, nobody invited")
        undated = self.tr("The visit has no date yet")
        words = {
            MAIL: (self.tr("E-mail draft"), at_once),
            WORD: (self.tr("One-page Word document"), self.tr("The plan to read, print and agree")),
            CALENDAR: (self.tr("Calendar file"), appointments if dated else undated),
        }
        rows = {code: CheckRow(title, on=True, note=note, dim=False) for code, (title, note) in words.items()}
        rows[CALENDAR].setChecked(dated)
        rows[CALENDAR].setEnabled(dated)
        return rows

    def _questions(self) -> QVBoxLayout:
        browse = Button(self.tr("Browse"), name=self.tr("Choose a folder"))
        browse.clicked.connect(self._browse)
        beside = wrap(column(Text("", "captionm"), browse, spacing=4))
        words = self.tr("No finding and no note leaves with the plan.")
        folder = row((self._folder, 1), beside, spacing=8)
        return column(
            Text(words, "body", "text2", wrap=True), *self._kinds.values(), self._for, folder, self._told, spacing=8
        )

    def _connect(self) -> None:
        for one in self._kinds.values():
            one.toggled.connect(self._tell)
        self._folder.changed.connect(self._tell)
        self._copy.clicked.connect(self._copy_text)
        self._cancel.clicked.connect(self.reject)
        self._start.clicked.connect(self._write)
        self._start.setDefault(True)
        self._sending.written.connect(self._on_written)
        self._sending.refused.connect(self._on_refused)
        self.finished.connect(self._sending.deleteLater)

    def _tell(self, _changed: object = None) -> None:
        kinds = self.kinds()
        sentences = [] if kinds else [self.tr("Tick at least one, or copy the text.")]
        if any((self._path() / self._sending.file_name(one)).exists() for one in kinds):
            sentences.append(self.tr("There is a file of this name. It will be replaced."))
        self._told.set_text(" ".join(sentences))
        self._told.set_colour("develop")
        self._told.setVisible(bool(sentences))
        self._start.setEnabled(bool(kinds) and not self._busy)

    def _path(self) -> Path:
        typed = self._folder.text().strip()
        return Path(typed).expanduser() if typed else self._offered

    def _browse(self) -> None:
        start, chosen = self._folder.text(), self._folder.set_text
        ask_folder(self, self.tr("Choose a folder"), start, chosen, native=self._native)

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self._sending.text())
        announce(self, self.tr("The plan is copied as text"))
        self._copy.set_label(self.tr("Copied"))

    def _write(self) -> None:
        self._set_busy(busy=True)
        clear(self._outcome)
        self._sending.write(self._path(), self.kinds(), self._for.text().strip())

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._asked.setEnabled(not busy)
        self._tell()

    def _on_written(self, paths: tuple[Path, ...]) -> None:
        self._done = paths
        self._set_busy(busy=False)
        files = "\n".join(path.name for path in paths)
        words = self.tr("Written and read back. In {folder}:\n{files}").format(folder=paths[0].parent, files=files)
        show = self.tr("Show file") if len(paths) == 1 else self.tr("Show files")
        draft = next((path for path in paths if path.suffix == MAIL), None)
        opens = [("open", self.tr("Open the draft"))] if draft else []
        actions = [*opens, ("show", show), ("close", self.tr("Close"))]
        for one in (self._asked, self._start, self._cancel):
            one.hide()
        self._say(Banner("strength", "file-check", self.tr("The plan is ready to send"), words, actions))

    def _on_refused(self, sentence: str) -> None:
        self._set_busy(busy=False)
        self._say(Banner("risk", "circle-alert", self.tr("The plan was not written"), sentence))

    def _say(self, banner: Banner) -> None:
        clear(self._outcome)
        banner.acted.connect(self._on_acted)
        self._outcome.addWidget(banner)
        banner.show()
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _on_acted(self, code: str) -> None:
        drafts = [path for path in self._done if path.suffix == MAIL]
        if code == "close":
            self.accept()
        elif self._done:
            path = drafts[0] if code == "open" and drafts else self._done[0].parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
