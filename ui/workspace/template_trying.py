"""Tries a Word template before anybody goes by it: checked, and an invented visit's report written with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ui.background import run_in_background
from ui.workspace.report_templates import ReportTemplates, Template, read_template
from visitapp.domain.framework import Framework
from visitapp.domain.report import Report
from visitapp.errors import UnreadableFileError

if TYPE_CHECKING:
    from exports.word.adopted.points import Point
    from exports.word.looks import StyleLook


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of it: `content` and `name` of the template, none for the built-in look, and what the check says.

    `styles` are those of the invented report, `words` what it prints in each by the style's name.
    """

    name: str
    content: bytes | None
    points: "tuple[Point, ...]"
    styles: "tuple[StyleLook, ...]"
    words: Mapping[str, str]
    report: Report

    def count(self, sort: str) -> int:
        """Return how many points of one sort there are."""
        return sum(one.sort == sort for one in self.points)


class TemplateTrying(QObject):
    """Tries one template of one programme off the window's thread; it may go away before that is done."""

    tried = Signal(object)
    """A `Trial`."""
    refused = Signal(str)
    adopted = Signal(object)
    """The `Template` that is kept."""
    saved = Signal(object)
    """The path of a sample report or a starter template that was written."""
    not_saved = Signal(str)

    def __init__(self, framework: Framework, templates: ReportTemplates) -> None:
        super().__init__()
        self._framework, self._templates = framework, templates

    def try_file(self, path: Path) -> None:
        """Try a file as the template; nothing is changed by it."""
        self._try(partial(read_template, path), path.name)

    def try_kept(self, template: Template | None) -> None:
        """Try the kept copy of a template again, or without one show what the built-in look is like."""
        if template is None:
            self._try(_nothing, "")
        else:
            self._try(partial(self._templates.content, template), template.name)

    def adopt(self, trial: Trial) -> None:
        """Keep a copy of what was tried."""
        if trial.content is not None:
            keep = partial(self._templates.keep, trial.content, trial.name)
            run_in_background(QCoreApplication.instance(), keep, self._tell_adopted, self._refuse)

    def save_sample(self, trial: Trial, path: Path) -> None:
        """Write the invented report at `path` in the look that was tried."""
        self._save(partial(_save_sample, trial, path))

    def save_starter(self, trial: Trial, path: Path) -> None:
        """Write a Word file at `path` to begin a template of one's own from."""
        self._save(partial(_save_starter, trial, path))

    def _try(self, read: Callable[[], bytes | None], name: str) -> None:
        work = partial(_trial, self._framework, read, name)
        run_in_background(self, work, self._tell, self._refuse)

    def _save(self, work: Callable[[], Path]) -> None:
        run_in_background(QCoreApplication.instance(), work, self._tell_saved, self._tell_not_saved)

    def _tell(self, trial: Trial) -> None:
        self.tried.emit(trial)

    def _refuse(self, sentence: str) -> None:
        self.refused.emit(sentence)

    def _tell_adopted(self, template: Template) -> None:
        self.adopted.emit(template)

    def _tell_saved(self, path: Path) -> None:
        self.saved.emit(path)

    def _tell_not_saved(self, sentence: str) -> None:
        self.not_saved.emit(sentence)


def _trial(framework: Framework, read: Callable[[], bytes | None], name: str) -> Trial:
    from exports.word.looks import looks_in
    from ui.workspace.sample_report import sample_report, words_by_style

    content = read()
    points = _points(content) if content is not None else ()
    report = sample_report(framework)
    written = _written(report, content, name)
    return Trial(name, content, points, looks_in(written), words_by_style(report), report)


def _points(content: bytes) -> "tuple[Point, ...]":
    from exports.word.adopted.check import check_template

    return check_template(content).points


def _written(report: Report, content: bytes | None, name: str) -> bytes:
    from exports.word.write import word_bytes

    built_in = word_bytes(report)
    written = word_bytes(report, content) if content is not None else built_in
    if content is not None and written == built_in:
        words = QCoreApplication.translate(
            "TemplateTrying", "Nothing was changed. {name} cannot be used: a sample report did not read back whole."
        )
        raise UnreadableFileError(words.format(name=name))
    return written


def _save_sample(trial: Trial, path: Path) -> Path:
    from exports.word.write import write_word

    write_word(trial.report, path, trial.content)
    return path


def _save_starter(trial: Trial, path: Path) -> Path:
    from exports.whole_file import write_whole
    from exports.word.adopted.starter import starter_template

    write_whole(path, starter_template(trial.report))
    return path


def _nothing() -> None:
    return None
