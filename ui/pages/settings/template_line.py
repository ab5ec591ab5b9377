"""A programme on the card of Word templates: which look its reports have, and the ways to another."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QRectF, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame

from ui.theme.painting import rounded
from ui.theme.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.layout import column, row
from ui.widgets.text import Text
from ui.workspace.report_templates import ReportLook, Template
from visitapp.domain.framework import Framework

_KINDS = frozenset({".docx", ".dotx", ".docm", ".dotm", ".doc", ".dot"})
"""What is taken when dropped; what cannot be a template is then refused by name."""


class TemplateLine(QFrame):
    """One programme. A Word file can be dropped on it: `dropped` brings its path."""

    choose_wanted = Signal()
    check_wanted = Signal()
    built_in_wanted = Signal()
    dropped = Signal(object)

    def __init__(self, framework: Framework) -> None:
        super().__init__()
        self.framework = framework
        self.template: Template | None = None
        self._is_over = False
        self._look = Text("", "caption", "text2", wrap=True)
        self.choose_button = Button(_tr("Choose file"), small=True)
        self.check_button = Button(_tr("Preview"), "quiet", small=True)
        self.built_in_button = Button("", "quiet", small=True)
        words = column(Text(framework.short, "label"), self._look, spacing=1)
        buttons = (self.built_in_button, self.check_button, self.choose_button)
        self.setLayout(row((words, 1), *buttons, spacing=6, margins=(8, 4, 8, 4)))
        self.setAcceptDrops(True)
        self.choose_button.clicked.connect(self.choose_wanted)
        self.check_button.clicked.connect(self.check_wanted)
        self.built_in_button.clicked.connect(self.built_in_wanted)
        self.show_template(None)

    def show_template(self, template: Template | None) -> None:
        """Show what the programme's reports go by."""
        self.template = template
        self._look.set_text(template.name if template is not None else _tr("Built-in look"))
        self._look.set_colour("text2")
        choose = _tr("Choose file") if template is None else _tr("Replace")
        check = _tr("Preview") if template is None else _tr("Check")
        built_in = _tr("Use built-in look")
        self.built_in_button.setVisible(template is not None)
        named = ((self.choose_button, choose), (self.check_button, check), (self.built_in_button, built_in))
        for button, words in named:
            button.set_label(
                words, _tr("{what}, Word template of {programme}").format(what=words, programme=self.framework.short)
            )

    def show_look(self, look: ReportLook) -> None:
        """Show what the check of the copy says, if it is still the one in use."""
        if self.template is not None and look.name == self.template.name:
            words = _tr("{name}, {found} of {all} found")
            found = words.format(name=look.name, found=look.found, all=look.wanted)
            self._look.set_text(look.trouble or found)
            self._look.set_colour("develop" if look.trouble else "text2")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Light up while a Word file hangs over the line."""
        if word_file(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._set_over(is_over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go back to rest."""
        self._set_over(is_over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file."""
        self._set_over(is_over=False)
        path = word_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def hideEvent(self, event: QHideEvent) -> None:
        """Go back to rest."""
        self._set_over(is_over=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground a file can be dropped on, while there is one."""
        if self._is_over:
            with QPainter(self) as painter:
                rect = QRectF(self.rect())
                rounded(painter, rect, theme().metrics.radius, "accent_soft", "accent", 1, (4.0, 3.0))

    def _set_over(self, *, is_over: bool) -> None:
        if is_over != self._is_over:
            self._is_over = is_over
            self.update()


def word_file(mime: QMimeData) -> Path | None:
    """Return the one file Word may have written that is dragged, or None when it is anything else."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in _KINDS else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("TemplateLine", text)
