"""Which Word template the reports of each programme go by."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog

from ui.background import run_in_background
from ui.pages.settings.template_line import TemplateLine
from ui.settings import Settings
from ui.widgets.announce import announce
from ui.widgets.layout import Line, clear, column
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.report_templates import ReportTemplates, Template, choices_with
from visitapp.domain.framework import Framework

if TYPE_CHECKING:
    from ui.dialogs.template_sheet import TemplateSheet
    from ui.workspace.template_trying import TemplateTrying


class TemplateCard(Card):
    """A line for each programme. `changed` brings settings; nothing changes before a checked file is agreed to."""

    changed = Signal(object)

    def __init__(self) -> None:
        self._settings = Settings()
        self._templates = ReportTemplates()
        self.lines: list[TemplateLine] = []
        self.sheet: TemplateSheet | None = None
        self.dialog: QFileDialog | None = None
        self._list = column(spacing=5)
        about = Text(
            _tr("Your organisation\u2019s own look for reports in Word. Drop a file on a line, or choose one."),
            "caption",
            "text2",
            wrap=True,
        )
        head = column(Text(_tr("Word template"), "heading"), about, 1, spacing=5, margins=(8, 0, 8, 0))
        content = column(head, self._list, spacing=3)
        super().__init__(content, margins=(10, 13, 8, 10), name=_tr("Word template"))

    def show_programmes(self, frameworks: Iterable[Framework], templates: ReportTemplates) -> None:
        """Show a line for each programme, in its newest version."""
        self._templates = templates
        clear(self._list)
        newest = {one.code: one for one in frameworks}
        self.lines = [self._made_line(one) for one in newest.values()]
        for number, line in enumerate(self.lines):
            if number:
                self._list.addLayout(column(Line(), margins=(8, 0, 8, 0)))
            self._list.addWidget(line)
        self.show_settings(self._settings)

    def show_settings(self, settings: Settings) -> None:
        """Show other choices without telling anyone."""
        self._settings = settings
        self._templates.use(settings.templates)
        for line in self.lines:
            template = self._templates.chosen(line.framework.code)
            if template != line.template:
                line.show_template(template)
                self._check(line)

    def showEvent(self, event: QShowEvent) -> None:
        """Check the copies when they come into view."""
        super().showEvent(event)
        for line in self.lines:
            self._check(line)

    def offer(self, line: TemplateLine, path: Path) -> None:
        """Check a file as the template of a programme, and show what it would be like."""
        trying = self._open_sheet(line, path.name, is_offer=True)
        if trying is not None:
            trying.try_file(path)

    def choose(self, line: TemplateLine, *, native: bool = True) -> None:
        """Open the dialog that asks for a file."""
        words = _tr("Word documents and templates ({kinds})").format(kinds="*.docx *.dotx")
        chooser = self.dialog = QFileDialog(self.window(), _tr("Choose a Word template"), "", words)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setOption(QFileDialog.Option.DontUseNativeDialog, not native)
        chooser.fileSelected.connect(partial(self._offer_named, line))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def check(self, line: TemplateLine) -> None:
        """Show the check of the template in use, or the built-in look."""
        name = line.template.name if line.template is not None else ""
        trying = self._open_sheet(line, name, is_offer=False)
        if trying is not None:
            trying.try_kept(line.template)

    def _made_line(self, framework: Framework) -> TemplateLine:
        line = TemplateLine(framework)
        line.choose_wanted.connect(partial(self.choose, line))
        line.check_wanted.connect(partial(self.check, line))
        line.built_in_wanted.connect(partial(self._use_built_in, line))
        line.dropped.connect(partial(self.offer, line))
        return line

    def _offer_named(self, line: TemplateLine, name: str) -> None:
        self.offer(line, Path(name))

    def _open_sheet(self, line: TemplateLine, name: str, *, is_offer: bool) -> "TemplateTrying | None":
        """Open the sheet, and return what brings it its content; None while one is open."""
        from ui.dialogs.template_sheet import TemplateSheet
        from ui.workspace.template_trying import TemplateTrying

        if self.sheet is not None:
            return None
        trying = TemplateTrying(line.framework, self._templates)
        sheet = self.sheet = TemplateSheet(self.window(), trying, line.framework.short, name, is_offer=is_offer)
        sheet.taken.connect(partial(self._set, line))
        sheet.built_in_wanted.connect(partial(self._set, line, None))
        sheet.another_wanted.connect(partial(self.choose, line))
        sheet.closed.connect(self._forget_sheet)
        sheet.open()
        return trying

    def _forget_sheet(self) -> None:
        self.sheet = None

    def _use_built_in(self, line: TemplateLine) -> None:
        self._set(line, None)
        line.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set(self, line: TemplateLine, template: Template | None) -> None:
        choices = choices_with(self._settings.templates, line.framework.code, template)
        settings = replace(self._settings, templates=choices)
        self.show_settings(settings)
        self._templates.forget_unused()
        self.changed.emit(settings)
        words = _tr("{programme}: {look}")
        look = template.name if template is not None else _tr("Built-in look")
        announce(self, words.format(programme=line.framework.short, look=look))

    def _check(self, line: TemplateLine) -> None:
        if line.template is not None and self.isVisible():
            find = self._templates.look_of(line.framework.code)
            run_in_background(QCoreApplication.instance(), find, line.show_look, _say_nothing)


def _say_nothing(_sentence: str) -> None:
    """Leave a fault to the look itself, which names it."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("TemplateCard", text)
