"""A report leaves the app: composed, written, read back and counted, and only then called done."""

import hashlib
from dataclasses import dataclass
from datetime import UTC
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


@dataclass(frozen=True, slots=True)
class Exported:
    """A written report: where it is, its SHA-256, and what was counted when it was read back."""

    path: Path
    sha256: str
    sections: int
    findings: int
    report: Report


class Reporting(QObject):
    """Exports the open visit."""

    exported = Signal(object)
    refused = Signal(str)

    def __init__(self, desk: Desk, *, sample: bool = False) -> None:
        super().__init__(desk)
        self._desk = desk
        self._sample = sample or desk.is_sample

    def report(self, status: str = DRAFT) -> Report:
        """Return the report as it would go out now; its revision is one more than the last exported."""
        record = self._desk.record
        revision = 1 + max((one.revision for one in record.exports), default=0)
        report = compose_report(record, revision, status, self._desk.now().astimezone(), sample=self._sample)
        return spelt_out(report, self._desk.aids.shorthand) if self._desk.aids is not None else report

    def suggested_name(self, status: str = DRAFT) -> str:
        """Return the file name the report would get."""
        from exports.file_name import file_name

        return file_name(self.report(status))

    def export(self, path: Path, status: str = DRAFT) -> None:
        """Write the report in the background; `exported` or `refused` follows."""
        self._desk.leave()
        run_in_background(
            self,
            partial(write_and_count, self.report(status), path, finding_ids(self._desk.record)),
            self._keep,
            self.refused.emit,
        )

    def _keep(self, done: Exported) -> None:
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
            texts=tuple(chain.from_iterable(report.texts().items())),
        )
        label = QCoreApplication.translate("Reporting", "Report exported, version {number}")
        self._desk.put(label.format(number=report.revision), kept)
        self.exported.emit(done)


def finding_ids(record: VisitRecord) -> frozenset[str]:
    """Return the ids of the findings a report must hold: those with words."""
    return frozenset(one.id for one in record.findings() if one.text.strip())


def write_and_count(report: Report, path: Path, findings: frozenset[str] = frozenset()) -> Exported:
    """Write a report to Word and read it back; raise ExportError unless every section and finding is there.

    `findings` are the ids to be counted among the texts that were read back.
    """
    from exports.word.verify import verify
    from exports.word.write import write_word

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(
            f"Your text is safe in Visitapp, but no report was written: the folder {path.parent} cannot be used. "
            "Choose another folder."
        ) from error
    write_word(report, path)
    counted = verify(report, path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Exported(path, digest, counted.sections, len(findings & report.texts().keys()), report)
