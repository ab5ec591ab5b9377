"""A report leaves the app: composed, written, read back and counted, and only then called done."""

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ui.background import run_in_background
from ui.workspace.desk import Desk
from ui.workspace.report_templates import FindLook, ReportLook
from visitapp.domain.composition import compose_report
from visitapp.domain.ids import new_id
from visitapp.domain.record import VisitRecord
from visitapp.domain.report import Report
from visitapp.domain.report_words import spelt_out
from visitapp.domain.versions import revision_for
from visitapp.domain.writing import Export
from visitapp.errors import ExportError, VisitappError

BUILT_IN: FindLook = partial(ReportLook)
DRAFT = "DRAFT"
FINAL = "FINAL"
WORD, PDF = ".docx", ".pdf"


@dataclass(frozen=True, slots=True)
class Exported:
    """A written report: where it is, its SHA-256, and what was counted when it was read back.

    `frame` holds the texts of a Word file that belong to no record, so that a change of those is seen when
    it comes back. `template` is the name of the template it was written with, empty for the built-in look, and
    `fell_back` says what of it has the built-in look all the same.
    """

    path: Path
    sha256: str
    sections: int
    findings: int
    report: Report
    frame: tuple[str, ...] = ()
    template: str = ""
    fell_back: tuple[str, ...] = ()


class Reporting(QObject):
    """Exports the open visit."""

    exported = Signal(object)
    refused = Signal(str)
    look_troubled = Signal(str)
    """Why the built-in look is used in place of the template, after `check_look`."""

    def __init__(self, desk: Desk, *, sample: bool = False) -> None:
        super().__init__(desk)
        self._desk = desk
        self._sample = sample or desk.is_sample

    def report(self, status: str = DRAFT, paper: str = "") -> Report:
        """Return the report, or another of the programme's papers by its code, as it would go out now.

        Its revision is that of the last one exported while not a word is different, else the next. Raises KeyError
        when the programme offers no such paper.
        """
        record, now = self._desk.record, self._desk.now().astimezone()
        report = compose_report(record, 0, status, now, sample=self._sample)
        if paper:
            report = self._paper(paper, report, now)
        if self._desk.aids is not None:
            report = spelt_out(report, self._desk.aids.shorthand)
        return replace(report, revision=revision_for(record, report, paper))

    def suggested_name(self, status: str = DRAFT, paper: str = "", suffix: str = WORD) -> str:
        """Return the file name the report, or the paper, would get."""
        from exports.file_name import file_name

        return file_name(self.report(status, paper), suffix)

    def export(self, path: Path, status: str = DRAFT, paper: str = "", recipient: str = "") -> None:
        """Write the report, or a paper, in the background: as PDF when `path` ends in .pdf, otherwise for Word.

        `recipient` is whom it is for, in words. `exported` or `refused` follows.
        """
        self._desk.leave()
        report, findings = self.report(status, paper), finding_ids(self._desk.record)
        run_in_background(
            self,
            partial(write_and_count, report, path, findings, self.find_look()),
            partial(self._keep, paper, recipient),
            self.refused.emit,
        )

    def template_name(self) -> str:
        """Return the name of the template the visit's programme goes by, empty for the built-in look."""
        templates = self._desk.templates
        chosen = templates.chosen(self._desk.record.framework.code) if templates is not None else None
        return chosen.name if chosen is not None else ""

    def check_look(self) -> None:
        """Check in the background whether the template can be used; `look_troubled` says so if it cannot."""
        if self.template_name():
            run_in_background(QCoreApplication.instance(), self.find_look(), self._tell_trouble, self._say_trouble)

    def find_look(self) -> FindLook:
        """Return what finds, on any thread, the look a report for Word gets now."""
        templates = self._desk.templates
        return templates.look_of(self._desk.record.framework.code) if templates is not None else BUILT_IN

    def _tell_trouble(self, look: ReportLook) -> None:
        if look.trouble:
            self._say_trouble(_with_way_out(look.trouble))

    def _say_trouble(self, sentence: str) -> None:
        self.look_troubled.emit(sentence)

    def _paper(self, code: str, report: Report, now: datetime) -> Report:
        from ui.workspace.veil import veil_of
        from visitapp.domain.papers.offered import paper_of

        return paper_of(self._desk.record, code, report, veil_of(self._desk).names_in, now.tzinfo)

    def _keep(self, paper: str, recipient: str, done: Exported) -> None:
        report = done.report
        kept = Export(
            id=new_id(),
            visit_id=self._desk.visit_id,
            revision=report.revision,
            status=report.status,
            file_name=done.path.name,
            sha256=done.sha256,
            at=report.created.astimezone(UTC).isoformat(timespec="seconds"),
            text="\n\n".join(report.texts().values()),
            variant=paper,
            recipient=recipient,
            texts=tuple(chain.from_iterable(report.texts().items())),
            frame=done.frame,
        )
        label = _tr("{what} exported, version {number}")
        what = report.paper or _tr("Report")
        self._desk.put(label.format(what=what, number=report.revision), kept)
        self.exported.emit(done)


def finding_ids(record: VisitRecord) -> frozenset[str]:
    """Return the ids of the findings a report must hold: those with words."""
    return frozenset(one.id for one in record.findings() if one.text.strip())


def write_and_count(
    report: Report, path: Path, findings: frozenset[str] = frozenset(), find_look: FindLook = BUILT_IN
) -> Exported:
    """Write a report to Word, or as PDF when `path` ends so, and read it back.

    Raises ExportError unless every section and finding is there. `findings` are the ids to be counted among the
    texts that were read back. A look that cannot be had gives the built-in one, and what is returned says so.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(
            f"Your text is safe in Visitapp, but no report was written: the folder {path.parent} cannot be used. "
            "Choose another folder."
        ) from error
    written = _write_pdf(report, path) if path.suffix.lower() == PDF else _write_word(report, path, find_look())
    counted = len(findings & report.texts().keys())
    return Exported(path, written.sha256, len(report.sections), counted, report, *written[1:])


class _Written(NamedTuple):
    sha256: str
    frame: tuple[str, ...] = ()
    template: str = ""
    fell_back: tuple[str, ...] = ()


def _write_pdf(report: Report, path: Path) -> _Written:
    """Write the file; either writer reads back what it has made and raises ExportError unless it is whole."""
    from exports.pdf.write import write_pdf

    write_pdf(report, path)
    return _Written(hashlib.sha256(path.read_bytes()).hexdigest())


def _write_word(report: Report, path: Path, look: ReportLook) -> _Written:
    trouble = _with_way_out(look.trouble) if look.trouble else ""
    if look.content is not None:
        try:
            return _written_word(report, path, look)
        except VisitappError as fault:
            trouble = _tr("{name} could not be used, so the built-in look is.").format(name=look.name) + f" {fault}"
    return _written_word(report, path, ReportLook())._replace(fell_back=(trouble,) if trouble else ())


def _with_way_out(trouble: str) -> str:
    return f"{trouble} {_tr('Choose the template again in Settings.')}"


def _written_word(report: Report, path: Path, look: ReportLook) -> _Written:
    from exports.word.verify import verify
    from exports.word.write import word_bytes, write_word
    from visitapp.domain.returned.found import frame_of
    from visitapp.imports.word.reader import read_content

    fell_back = write_word(report, path, look.content)
    verify(report, path)
    content = path.read_bytes()
    frame = frame_of(report.texts(), read_content(content))
    is_built_in = look.content is None or (bool(fell_back) and content == word_bytes(report))
    template = "" if is_built_in else look.name
    return _Written(hashlib.sha256(content).hexdigest(), frame, template, fell_back)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Reporting", text)
