"""A report leaves the app: composed, written, read back and counted, and only then called done."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ui.background import run_in_background
from ui.workspace.desk import Desk
from visitapp.domain.composition import compose_report
from visitapp.domain.ids import new_id
from visitapp.domain.record import VisitRecord
from visitapp.domain.report import Report
from visitapp.domain.report_words import spelt_out
from visitapp.domain.writing import Export
from visitapp.errors import ExportError

DRAFT = "DRAFT"
FINAL = "FINAL"
WORD, PDF = ".docx", ".pdf"


@dataclass(frozen=True, slots=True)
class Exported:
    """A written report: where it is, its SHA-256, and what was counted when it was read back.

    `frame` holds the texts of a Word file that belong to no record, so that a change of those is seen when
    it comes back.
    """

    path: Path
    sha256: str
    sections: int
    findings: int
    report: Report
    frame: tuple[str, ...] = ()


class Reporting(QObject):
    """Exports the open visit."""

    exported = Signal(object)
    refused = Signal(str)

    def __init__(self, desk: Desk, *, sample: bool = False) -> None:
        super().__init__(desk)
        self._desk = desk
        self._sample = sample or desk.is_sample

    def report(self, status: str = DRAFT, paper: str = "") -> Report:
        """Return the report, or another of the programme's papers by its code, as it would go out now.

        Its revision is one more than the last exported. Raises KeyError when the programme offers no such paper.
        """
        record, now = self._desk.record, self._desk.now().astimezone()
        revision = 1 + max((one.revision for one in record.exports), default=0)
        report = compose_report(record, revision, status, now, sample=self._sample)
        if paper:
            report = self._paper(paper, report, now)
        return spelt_out(report, self._desk.aids.shorthand) if self._desk.aids is not None else report

    def suggested_name(self, status: str = DRAFT, paper: str = "", suffix: str = WORD) -> str:
        """Return the file name the report, or the paper, would get."""
        from exports.file_name import file_name

        return file_name(self.report(status, paper), suffix)

    def export(self, path: Path, status: str = DRAFT, paper: str = "", recipient: str = "") -> None:
        """Write the report, or a paper, in the background: as PDF when `path` ends in .pdf, otherwise for Word.

        `recipient` is whom it is for, in words. `exported` or `refused` follows.
        """
        self._desk.leave()
        run_in_background(
            self,
            partial(write_and_count, self.report(status, paper), path, finding_ids(self._desk.record)),
            partial(self._keep, paper, recipient),
            self.refused.emit,
        )

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
        label = QCoreApplication.translate("Reporting", "{what} exported, version {number}")
        what = report.paper or QCoreApplication.translate("Reporting", "Report")
        self._desk.put(label.format(what=what, number=report.revision), kept)
        self.exported.emit(done)


def finding_ids(record: VisitRecord) -> frozenset[str]:
    """Return the ids of the findings a report must hold: those with words."""
    return frozenset(one.id for one in record.findings() if one.text.strip())


def write_and_count(report: Report, path: Path, findings: frozenset[str] = frozenset()) -> Exported:
    """Write a report to Word, or as PDF when `path` ends so, and read it back.

    Raises ExportError unless every section and finding is there. `findings` are the ids to be counted among the
    texts that were read back.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(
            f"Your text is safe in Visitapp, but no report was written: the folder {path.parent} cannot be used. "
            "Choose another folder."
        ) from error
    _write(report, path)
    content = path.read_bytes()
    digest, counted = hashlib.sha256(content).hexdigest(), len(findings & report.texts().keys())
    return Exported(path, digest, len(report.sections), counted, report, _frame(report, path, content))


def _frame(report: Report, path: Path, content: bytes) -> tuple[str, ...]:
    from visitapp.domain.returned.found import frame_of
    from visitapp.imports.word.reader import read_content

    return () if path.suffix.lower() == PDF else frame_of(report.texts(), read_content(content))


def _write(report: Report, path: Path) -> None:
    """Write the file; both writers read back what they have made and raise ExportError unless it is whole."""
    if path.suffix.lower() == PDF:
        from exports.pdf.write import write_pdf

        write_pdf(report, path)
        return
    from exports.word.verify import verify
    from exports.word.write import write_word

    write_word(report, path)
    verify(report, path)
