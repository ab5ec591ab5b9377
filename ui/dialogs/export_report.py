"""Asks what leaves, as what, for whom and where to. It tells what is unmet and never stands in the way."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.dialogs.choosing import ask_folder
from ui.widgets.buttons import Button
from ui.widgets.chips import PickerChip
from ui.widgets.fields import TextField
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row, wrap
from ui.widgets.radio_card import RadioCards
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text
from ui.workspace.reporting import DRAFT, FINAL, PDF, WORD
from visitapp.domain.checks import CheckResult

_REPORT = "report"
_SHOWN = 4
_WIDTH = 520


class Offers(NamedTuple):
    """What may leave: `names` gives the file name of a status, paper and format; `papers` are codes and titles beside
    the report itself, and `recipients` says whom one of them, or the report for an empty code, is for. `template` is
    the name of the Word template it is written with, empty for the built-in look."""

    names: Callable[[str, str, str], str]
    papers: Sequence[tuple[str, str]] = ()
    recipients: Callable[[str], Sequence[str]] = tuple
    template: str = ""


class ExportReport(QDialog):
    """`wanted` brings the path, the status (DRAFT or FINAL), the code of the paper, empty for the report itself, and
    whom it is for, empty when nobody was named."""

    wanted = Signal(object, str, str, str)

    def __init__(
        self,
        offers: Offers,
        folder: Path,
        unmet: Sequence[CheckResult],
        parent: QWidget | None = None,
        *,
        native: bool = True,
    ) -> None:
        super().__init__(parent)
        self._offers, self._unmet, self._native = offers, tuple(unmet), native
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(_WIDTH)
        kinds = [
            (DRAFT, self.tr("Draft"), self.tr("Marked as a draft on every page")),
            (FINAL, self.tr("Final"), self.tr("The version that is sent")),
        ]
        self._kinds = RadioCards(kinds, self.tr("Draft or final"))
        self._kinds.set_current(DRAFT)
        self._kinds.picked.connect(self._on_choice)
        self._paper = self._make_papers()
        self._format = Segmented([Segment(WORD, self.tr("Word")), Segment(PDF, self.tr("PDF"))], self.tr("Format"))
        self._format.set_current(WORD)
        self._format.picked.connect(self._on_choice)
        self._for = PickerChip(self.tr("For"), placeholder=self.tr("Anyone"), sticky=False)
        self._offer_recipients()
        self._name = TextField(self.tr("File name"), text=self._suggested())
        self._offered = self._name.text()
        self._folder = TextField(self.tr("Folder"), text=str(folder))
        for field in (self._name, self._folder):
            field.changed.connect(self._on_typed)
        self._trouble = ""
        self._look = Text("", "small", "text2", wrap=True)
        self._told = Text("", "small", "text2", wrap=True)
        self._export = Button(self.tr("Export"), "primary", icon="file-output")
        self._export.clicked.connect(self._on_export)
        self._export.setDefault(True)
        self.setLayout(self._lay_out())
        self._tell()
        self._name.edit.setFocus()

    def status(self) -> str:
        """Return DRAFT or FINAL."""
        return self._kinds.current() or DRAFT

    def paper(self) -> str:
        """Return the code of the paper, empty for the report itself."""
        code = self._paper.current()
        return "" if code == _REPORT else code

    def recipient(self) -> str:
        """Return whom it is for, in words; empty when nobody was named."""
        return self._for.current()

    def show_trouble(self, sentence: str) -> None:
        """Say why the built-in look is used in place of the template."""
        self._trouble = sentence
        self._tell()

    def path(self) -> Path:
        """Return where the file would go; the name always ends as its format does and names no folder."""
        name = Path(self._name.text().strip().replace("\\", "/")).name or self._suggested()
        suffix = self._format.current()
        whole = name if name.endswith(suffix) else name.removesuffix(WORD).removesuffix(PDF) + suffix
        return Path(self._folder.text().strip()).expanduser() / whole

    def _make_papers(self) -> PickerChip:
        papers = PickerChip(self.tr("Paper"), sticky=False)
        papers.set_options([(_REPORT, self.tr("The report")), *self._offers.papers])
        papers.set_current(_REPORT)
        papers.picked.connect(self._on_choice)
        papers.setVisible(bool(self._offers.papers))
        return papers

    def _offer_recipients(self) -> None:
        held, named = self._for.current(), self._offers.recipients(self.paper())
        self._for.set_options([(one, one) for one in named])
        self._for.set_current(held if held in named else "")
        self._for.setVisible(bool(named))

    def _suggested(self) -> str:
        return self._offers.names(self.status(), self.paper(), self._format.current())

    def _lay_out(self) -> QVBoxLayout:
        browse = Button(self.tr("Browse"), name=self.tr("Choose a folder"))
        browse.clicked.connect(self._browse)
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        beside = wrap(column(Text("", "captionm"), browse, spacing=4))
        return column(
            Text(self.tr("Export"), "title"),
            row(self._paper, self._for, None, self._format, spacing=8),
            self._kinds,
            self._name,
            row((self._folder, 1), beside, spacing=8),
            self._look,
            self._told,
            self._unmet_lines(),
            None,
            row(None, cancel, self._export, spacing=8),
            spacing=12,
            margins=(24, 20, 24, 20),
        )

    def _unmet_lines(self) -> QWidget:
        lines = column(spacing=3)
        if self._unmet:
            lines.addWidget(Text(self.tr("Not met yet; you can export all the same"), "captionm", "text2"))
        for result in self._unmet[:_SHOWN]:
            icon, tone = ("circle-alert", "risk") if result.check.required else ("triangle-alert", "develop")
            words = Text(f"{result.check.title}. {result.note}", "small", elide=True)
            lines.addLayout(row(Icon(icon, tone, 15, 2), (words, 1), spacing=8))
        if len(self._unmet) > _SHOWN:
            more = self.tr("and {count} more").format(count=len(self._unmet) - _SHOWN)
            lines.addWidget(Text(more, "small", "text2"))
        return wrap(lines, self.tr("Not met yet"))

    def _tell(self) -> None:
        needed = sum(result.check.required for result in self._unmet)
        sentences = []
        if self.status() == FINAL and needed == 1:
            sentences.append(self.tr("1 required item is not met. The report says it is final all the same."))
        elif self.status() == FINAL and needed:
            words = self.tr("{count} required items are not met. The report says it is final all the same.")
            sentences.append(words.format(count=needed))
        if self.path().exists():
            sentences.append(self.tr("There is a file of this name. It will be replaced."))
        self._told.set_text(" ".join(sentences))
        self._told.set_colour("develop" if sentences else "text2")
        self._told.setVisible(bool(sentences))
        self._tell_look()

    def _tell_look(self) -> None:
        is_word = self._format.current() == WORD
        troubled = is_word and bool(self._trouble)
        if troubled:
            words = self._trouble
        elif is_word and self._offers.template:
            words = self.tr("Look: {template}").format(template=self._offers.template)
        else:
            words = self.tr("Look: built-in")
        self._look.set_text(words)
        self._look.set_colour("develop" if troubled else "text2")

    def _on_choice(self, choice: str) -> None:
        self._offer_recipients()
        before, self._offered = self._offered, self._suggested()
        if self._name.text() == before:
            self._name.set_text(self._offered)
        self._tell()

    def _on_typed(self, text: str) -> None:
        self._tell()

    def _browse(self) -> None:
        start = self._folder.text()
        ask_folder(self, self.tr("Choose a folder"), start, self._take_folder, native=self._native)

    def _take_folder(self, folder: str) -> None:
        self._folder.set_text(folder)
        self._tell()

    def _on_export(self) -> None:
        chosen = (self.path(), self.status(), self.paper(), self.recipient())
        self.accept()
        self.wanted.emit(*chosen)
