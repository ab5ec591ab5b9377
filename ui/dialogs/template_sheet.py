"""A Word template before and after it is adopted: what the check says, how reports look in it, and what to do."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QFileDialog, QLayout, QWidget

from ui.parts.style_samples import StyleSamples, missing_fonts
from ui.parts.template_points import point_groups
from ui.shell.overlay import Overlay
from ui.theme.theme import theme
from ui.widgets.announce import announce
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.layout import clear, column, row, wrap
from ui.widgets.surfaces import Scroll
from ui.widgets.text import Text
from ui.workspace.report_templates import Template
from ui.workspace.template_trying import TemplateTrying, Trial
from visitapp.paths import reports_dir

_WIDTH = 940
_LEAST_HEIGHT, _BESIDES = 150, 270
"""Of what is shown, and of all else on the sheet and around it, in px."""
_WORD = ".docx"
_Action = QAbstractSlider.SliderAction
_STEPS = {
    Qt.Key.Key_PageDown: _Action.SliderPageStepAdd,
    Qt.Key.Key_PageUp: _Action.SliderPageStepSub,
    Qt.Key.Key_Home: _Action.SliderToMinimum,
    Qt.Key.Key_End: _Action.SliderToMaximum,
}


class TemplateSheet(Overlay):
    """Shows what the trying brings. `is_offer` is a file that no report goes by yet: `taken` brings the `Template`
    once it is agreed to and kept.

    `another_wanted` asks for the dialog that chooses a file, `built_in_wanted` to let the template go.
    """

    taken = Signal(object)
    another_wanted = Signal()
    built_in_wanted = Signal()

    def __init__(self, host: QWidget, trying: TemplateTrying, programme: str, name: str, *, is_offer: bool) -> None:
        super().__init__(host, host.tr("Word template"), _WIDTH)
        trying.setParent(self)
        self._trying, self._name, self._is_offer = trying, name, is_offer
        self._trial: Trial | None = None
        self._saved = Path()
        self.dialog: QFileDialog | None = None
        self._state = Text(self.tr("Checking\u2026"), "small", "text2", wrap=True)
        self._notice = column(spacing=0)
        self._body = column(spacing=0)
        self._buttons = self._make_buttons()
        area = self._area = Scroll(wrap(column(self._body, None, margins=(0, 0, 8, 0))), self.tr("Check and preview"))
        area.setMinimumHeight(max(_LEAST_HEIGHT, host.height() - _BESIDES))
        title = Text(self.tr("Word template, {programme}").format(programme=programme), "title", wrap=True)
        looks = Text(name or self.tr("Built-in look"), "bodym", wrap=True)
        head = column(title, looks, self._state, spacing=2)
        self.fill(column(head, self._notice, (area, 1), self._buttons, spacing=12))
        self._connect()
        self._offer(None)

    def first_focus(self) -> QWidget:
        """Return the button that closes the sheet."""
        return self.close_button

    def ask_path(self, what: str, _checked: bool = False, *, native: bool = True) -> None:
        """Ask where the sample report, or the starter template, should go, and write it there."""
        name = self.tr("Sample report") if what == "sample" else self.tr("Report template")
        chooser = self.dialog = QFileDialog(self.window(), name)
        chooser.setNameFilter(self.tr("Word documents ({kinds})").format(kinds=f"*{_WORD}"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(_WORD)
        folder = reports_dir()
        chooser.setDirectory(str(folder if folder.is_dir() else folder.parent))
        chooser.selectFile(f"{name}{_WORD}")
        chooser.setOption(QFileDialog.Option.DontUseNativeDialog, not native)
        chooser.fileSelected.connect(partial(self._save, what))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll what is shown by the keys for pages; nothing in it takes the focus."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._area.verticalScrollBar().triggerAction(step)

    def _make_buttons(self) -> QLayout:
        cancel = self.tr("Cancel") if self._is_offer else self.tr("Close")
        self.close_button = Button(cancel, keys=self.tr("Esc"))
        self.use_button = Button(self.tr("Use this template"), "primary")
        self.another_button = Button(self.tr("Choose another file"), "primary")
        self.built_in_button = Button(self.tr("Use the built-in look"), "quiet")
        self.sample_button = Button(self.tr("Save a sample report"), icon="file-output")
        self.starter_button = Button(self.tr("Save a starter template"), "quiet")
        before = (self.sample_button, self.starter_button, self.built_in_button)
        return row(*before, None, self.close_button, self.another_button, self.use_button, spacing=8)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.close_sheet)
        self.use_button.clicked.connect(self._use)
        self.another_button.clicked.connect(self._choose_another)
        self.built_in_button.clicked.connect(self._use_built_in)
        self.sample_button.clicked.connect(partial(self.ask_path, "sample"))
        self.starter_button.clicked.connect(partial(self.ask_path, "starter"))
        self._trying.tried.connect(self._show)
        self._trying.refused.connect(self._refuse)
        self._trying.adopted.connect(self._on_adopted)
        self._trying.saved.connect(self._on_saved)
        self._trying.not_saved.connect(self._on_not_saved)
        self.closed.connect(self.deleteLater)

    def _offer(self, trial: Trial | None, *, refused: bool = False) -> None:
        """Show the buttons there is a use for: before anything is known, only the way out."""
        self._trial = trial
        self.use_button.setEnabled(True)
        self.use_button.setVisible(trial is not None and self._is_offer)
        self.sample_button.setVisible(trial is not None)
        self.starter_button.setVisible(trial is not None and not self._name)
        self.another_button.setVisible(refused)
        self.built_in_button.setVisible(bool(self._name) and not self._is_offer)

    def _show(self, trial: Trial) -> None:
        self._offer(trial)
        self._state.set_text(self._standing(trial))
        clear(self._notice)
        clear(self._body)
        self._body.addLayout(self._content(trial))
        if self._is_offer:
            self.use_button.setFocus()
        announce(self, self._state.text())

    def _standing(self, trial: Trial) -> str:
        if trial.content is None:
            return self.tr("Reports of this programme have this look until a template of your own is chosen.")
        found, lacking = trial.count("found"), trial.count("falls-back")
        words = self.tr("{found} of {all} found.").format(found=found, all=found + lacking)
        if lacking:
            words += " " + self.tr("What is missing has the built-in look. Nothing of a report is ever left out.")
        return words

    def _content(self, trial: Trial) -> QLayout:
        samples = StyleSamples(trial.styles, trial.words)
        look = column(Text(self.tr("How it looks, with sample data"), "label"), samples, spacing=6)
        fonts = missing_fonts(trial.styles)
        if fonts:
            look.addWidget(Text(fonts, "caption", "text2", wrap=True))
        look.addStretch(1)
        if not trial.points:
            return look
        return row((column(point_groups(trial.points), None), 1), (look, 1), spacing=20)

    def _refuse(self, sentence: str) -> None:
        self._offer(None, refused=True)
        clear(self._notice)
        self._state.hide()
        self._area.setMinimumHeight(theme().scaled(_LEAST_HEIGHT))
        clear(self._body)
        words = self.tr("{file} was not taken") if self._is_offer else self.tr("{file} cannot be used")
        self._body.addWidget(Banner("risk", "circle-alert", words.format(file=self._name), sentence))
        self.fit_sheet()
        self.another_button.setFocus()

    def _use(self) -> None:
        if self._trial is not None:
            self.use_button.setEnabled(False)
            self._trying.adopt(self._trial)

    def _on_adopted(self, template: Template) -> None:
        self.taken.emit(template)
        self.close_sheet()

    def _use_built_in(self) -> None:
        self.built_in_wanted.emit()
        self.close_sheet()

    def _choose_another(self) -> None:
        self.close_sheet()
        self.another_wanted.emit()

    def _save(self, what: str, path: str) -> None:
        if self._trial is None:
            return
        if what == "sample":
            self._trying.save_sample(self._trial, Path(path))
        else:
            self._trying.save_starter(self._trial, Path(path))

    def _on_saved(self, path: Path) -> None:
        self._saved = path
        banner = Banner("strength", "file-check", self.tr("Saved"), str(path), [("open", self.tr("Open"))])
        banner.acted.connect(self._open_saved)
        self._say(banner)

    def _on_not_saved(self, sentence: str) -> None:
        self._say(Banner("risk", "circle-alert", self.tr("Nothing was saved"), sentence))

    def _say(self, banner: Banner) -> None:
        clear(self._notice)
        self._area.setMinimumHeight(_LEAST_HEIGHT)  # gives the banner its room
        self._notice.addWidget(banner)

    def _open_saved(self, _code: str) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved)))
