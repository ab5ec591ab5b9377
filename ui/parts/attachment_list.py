"""Papers kept with a visit: added by button, drop or paste, opened as a copy, linked to the reading list."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFileDialog, QMenu, QSizePolicy, QWidget

from ui.background import run_in_background
from ui.parts.picture_sources import Source
from ui.theme.theme import theme
from ui.widgets.announce import announce
from ui.widgets.buttons import IconButton
from ui.widgets.icons import Icon
from ui.widgets.layout import clear, column, row
from ui.widgets.pressable import Pressable, paint_words
from ui.widgets.text import Text
from ui.workspace.attaching import PICTURE, Attaching, whole_size
from ui.workspace.desk import Desk
from visitapp.domain.preparing import Attachment
from visitapp.errors import VisitappError

_ENDINGS = "*.pdf *.docx *.doc *.jpg *.jpeg *.png *.webp"


class AttachmentList(QWidget):
    """The papers, and the way to add more; `take` is given what is dropped or pasted on the page it stands on."""

    told = Signal()
    """Papers were taken in, or why not is said."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._attaching = desk, Attaching(desk)
        self._shown: tuple[Attachment, ...] | None = None
        self.dialog: QFileDialog | None = None
        self._count = Text("", "caption", "text3", tnum=True)
        self.add_button = IconButton("paperclip", self.tr("Attach a paper"), size=28, icon_size=16)
        self.add_button.clicked.connect(self.choose)
        self._lines = column(spacing=4)
        self.said = Text("", "caption", "text2", wrap=True)
        head = row(Text(self.tr("Attachments"), "heading"), self._count, None, self.add_button, spacing=8)
        self.setLayout(column(head, self._lines, self.said, spacing=2))
        self.setAccessibleName(self.tr("Attachments"))
        self.refresh()

    def refresh(self) -> None:
        """Show the papers as the record now has them."""
        papers = self._attaching.all()
        if papers == self._shown:
            return
        self._shown = papers
        clear(self._lines)
        for one in papers:
            line = AttachmentLine(one, self._item_title(one.item))
            line.opened.clicked.connect(partial(self._open, one))
            line.more.clicked.connect(partial(self._offer, one, line.more))
            self._lines.addWidget(line)
            line.show()
        self._count.set_text(str(len(papers)) if papers else "")
        if not papers:
            self._say(self.tr("None yet. Drop or paste PDF, Word or pictures on this page; they are kept encrypted."))
        elif not self.said.text() or self.said.text().startswith(self.tr("None yet")):
            self._say("")

    def choose(self) -> None:
        """Ask for files."""
        dialog = self.dialog = QFileDialog(self.window(), self.tr("Attach papers"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        kinds = self.tr("Papers ({endings})").format(endings=_ENDINGS)
        dialog.setNameFilters([kinds, self.tr("All files (*)")])
        dialog.filesSelected.connect(self._on_files)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, sources: Sequence[Source]) -> None:
        """Take papers in, off the window's thread; what is refused is said, the rest is added."""
        if not sources:
            self._say(self.tr("Nothing was added: what was brought is no file of this computer and no picture."))
            self.told.emit()
        else:
            self._say(self.tr("Reading\u2026"))
            run_in_background(self, partial(_taken, self._attaching, tuple(sources)), self._on_taken, self._say)

    def _on_files(self, names: Sequence[str]) -> None:
        self.take([Path(name) for name in names])

    def _on_taken(self, taken: tuple[list[Attachment], list[str]]) -> None:
        papers, refused = taken
        self._attaching.add(papers)
        self._say(" ".join(refused))
        one = self.tr("1 paper added") if papers else ""
        added = self.tr("{count} papers added").format(count=len(papers)) if papers[1:] else one
        announce(self, " ".join(words for words in (added, *refused) if words))
        self.told.emit()

    def _open(self, paper: Attachment) -> None:
        try:
            copy = self._attaching.copy(paper)
        except VisitappError as error:
            self._say(str(error))
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))
        self._say(self.tr("A copy is open. It is removed when the vault closes; changes to it are not kept."))

    def _offer(self, paper: Attachment, button: QWidget) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        belongs = menu.addMenu(self.tr("Belongs to"))
        for code, title in (("", self.tr("No line of the reading list")), *self._items()):
            action = belongs.addAction(title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(code == paper.item)
            action.triggered.connect(partial(self._link, paper, code))
        away = menu.addAction(self.tr("Take away"))
        away.triggered.connect(partial(self._remove, paper))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _items(self) -> list[tuple[str, str]]:
        return [(one.code, one.title) for one in self._desk.record.framework.checklist()]

    def _item_title(self, item: str) -> str:
        return next((title for code, title in self._items() if code == item), "")

    def _link(self, paper: Attachment, item: str) -> None:
        self._attaching.link(paper, item)

    def _remove(self, paper: Attachment) -> None:
        self._attaching.remove(paper)
        self.add_button.setFocus()

    def _say(self, words: str) -> None:
        self.said.set_text(words)
        self.said.setVisible(bool(words))


class _NameButton(Pressable):
    def __init__(self, name: str, about: str) -> None:
        super().__init__(name, description=about)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return one line of words; the name is shortened to what there is."""
        return QSize(80, max(theme().line_height("small") + 6, theme().metrics.least if theme().metrics.touch else 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the name."""
        font = theme().font("small", weight=500)
        words = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width())
        rect = QRectF(self.rect())
        with QPainter(self) as painter:
            paint_words(painter, rect, words, font, "accent" if self.underMouse() else "text")
            self.paint_ring(painter, rect, theme().metrics.radius_small)


class AttachmentLine(QWidget):
    """One paper: pressing its name opens a copy."""

    def __init__(self, paper: Attachment, item: str) -> None:
        super().__init__()
        self.opened = _NameButton(paper.name, self._about(paper, item))
        self.more = IconButton("ellipsis", self.tr("More on {name}").format(name=paper.name), size=26, icon_size=15)
        icon = Icon("image" if paper.sort == PICTURE else "file-text", "text2", 17)
        words = column(self.opened, Text(self._about(paper, item), "caption", "text2", elide=True), spacing=0)
        self.setLayout(row(icon, (words, 1), self.more, spacing=9))

    def _about(self, paper: Attachment, item: str) -> str:
        many = self.tr("{count} pages").format(count=paper.pages) if paper.pages else whole_size(paper.size)
        pages = self.tr("1 page") if paper.pages == 1 else many
        return ", ".join(part for part in (pages, self.tr("encrypted here"), item) if part)


def _taken(attaching: Attaching, sources: tuple[Source, ...]) -> tuple[list[Attachment], list[str]]:
    papers, refused = [], []
    for source in sources:
        try:
            name = source.name if isinstance(source, Path) else _tr("Pasted picture")
            papers.append(attaching.take(source, name))
        except VisitappError as error:
            refused.append(str(error))
    return papers, refused


def _tr(text: str) -> str:
    return QCoreApplication.translate("AttachmentList", text)
