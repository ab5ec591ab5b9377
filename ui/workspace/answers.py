"""The school's answer: a file that came back is read, what is in it decided one by one, and all of it kept."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ui.background import run_in_background
from ui.workspace.desk import Desk
from ui.workspace.reporting import Reporting, write_and_count
from visitapp.domain.answering import Remark, Returned
from visitapp.domain.ids import new_id
from visitapp.domain.places import put
from visitapp.domain.record import VisitRecord
from visitapp.domain.report import Report
from visitapp.domain.returned.accepting import Placing, placed
from visitapp.domain.returned.arranging import is_declined
from visitapp.domain.returned.found import Found, found_in
from visitapp.domain.returned.letter import reply_letter
from visitapp.domain.returned.origin import Origin, origin_of
from visitapp.domain.returned.standing import taken_back
from visitapp.domain.writing import Export
from visitapp.errors import UnreadableFileError


@dataclass(frozen=True, slots=True)
class Answer:
    """A file that was read: what it says it is, and what is in it to decide on."""

    returned: Returned
    origin: Origin
    found: Found


class Answers(QObject):
    """Reads and decides the school's answers to the open visit's report."""

    read = Signal(object)
    """An `Answer`, once it is kept; a file that was read before is told as it is kept."""
    refused = Signal(str)
    written = Signal(object)
    """An `Exported`: the letter that was written and read back."""
    not_written = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._reporting = Reporting(desk)
        self.folders: tuple[Path, ...] = ()
        """Where files were read from since the visit was opened, the latest first."""

    def take(self, path: Path) -> None:
        """Read a file in the background; `read` or `refused` follows. The file itself is never changed."""
        self._desk.leave()
        self.folders = (path.parent, *(one for one in self.folders if one != path.parent))
        at = self._desk.now().astimezone(UTC).isoformat(timespec="seconds")
        work = partial(read_answer, path, self._desk.record, at)
        run_in_background(self, work, self._keep, self.refused.emit)

    def decide(
        self, remark: Remark, verdict: str, *, wording: str = "", reason: str = "", along: Sequence[Remark] = ()
    ) -> Placing:
        """Give a verdict and put in place what it changes, as one act; return what it changed, or why it could not.

        One that leaves the text as it was sent takes back what was put in place before. The remarks `along` get the
        same verdict and change nothing. Undo takes back all of it. A wording or a reason not given stays as it was.
        """
        at = self._desk.now().astimezone(UTC).isoformat(timespec="seconds")
        record = self._desk.record
        words, why = wording or remark.wording, reason or remark.reason
        decided = replace(remark, verdict=verdict, decided_at=at if verdict else "", wording=words, reason=why)
        placing = placed(record, decided, self._reporting.report().texts())
        back = taken_back(record, remark) if is_declined(verdict) else ()
        beside = [
            replace(one, verdict=verdict, decided_at=decided.decided_at, wording=words, reason=why) for one in along
        ]
        changes = [change for one in (decided, *beside) for change in put(record, one)]
        label = QCoreApplication.translate("Answers", "Decided on the school\u2019s answer")
        self._desk.act(label, (*changes, *placing.changes, *back), self)
        return replace(placing, changes=(*placing.changes, *back))

    def write_letter(self, returned: Returned, path: Path) -> None:
        """Write the letter that answers the school, for Word, in the background; `written` or
        `not_written` follows.
        """
        self._desk.leave()
        work = partial(write_and_count, self.letter(returned), path, find_look=self._reporting.find_look())
        run_in_background(self, work, self.written.emit, self.not_written.emit)

    def letter(self, returned: Returned) -> Report:
        """Return the letter that says what became of everything in an answer."""
        record, report = self._desk.record, self._reporting.report()
        export = export_of(record, returned)
        return reply_letter(report, export, remarks_of(record, returned.id), self._desk.now().astimezone())

    def put_away(self, returned: Returned) -> None:
        """Delete an answer with its remarks; undo brings them back."""
        remarks = remarks_of(self._desk.record, returned.id)
        self._desk.remove(QCoreApplication.translate("Answers", "Answer deleted"), returned, *remarks)

    def _keep(self, answer: Answer) -> None:
        for one in answers_of(self._desk.record):
            if (one.sha256, one.export_id) == (answer.returned.sha256, answer.returned.export_id):
                self.read.emit(replace(answer, returned=one))
                return
        label = QCoreApplication.translate("Answers", "The school\u2019s answer read")
        self._desk.put(label, answer.returned, *answer.found.remarks)
        self.read.emit(answer)


def read_answer(path: Path, record: VisitRecord, at: str) -> Answer:
    """Return what is in a file the school sent back; nothing is kept yet.

    Raises UnreadableFileError, with a sentence for the reviewer, when it cannot be read or answers no report of the
    visit.
    """
    from visitapp.imports.word.package import content_of
    from visitapp.imports.word.reader import read_content

    content = content_of(path)
    file = read_content(content)
    origin = origin_of(file, record.visit_id, [one for one in record.exports if one.texts])
    if not origin.is_ours or origin.export is None:
        raise UnreadableFileError(_refusal(origin))
    digest = hashlib.sha256(content).hexdigest()
    returned = Returned(new_id(), record.visit_id, origin.export.id, path.name, digest, at)
    found = found_in(returned, origin.export.sent(), file, origin.export.frame)
    return Answer(replace(returned, anchored=found.anchored), origin, found)


def answers_of(record: VisitRecord) -> tuple[Returned, ...]:
    """Return the answers that were read, newest first."""
    return tuple(sorted(record.living("returned"), key=lambda one: (one.at, one.id), reverse=True))


def remarks_of(record: VisitRecord, returned_id: str) -> tuple[Remark, ...]:
    """Return what is in an answer, in the order of the file."""
    found = [one for one in record.living("remark") if one.returned_id == returned_id]
    return tuple(sorted(found, key=lambda one: (one.position, one.id)))


def export_of(record: VisitRecord, returned: Returned) -> Export | None:
    """Return the version an answer is about, or None when it is gone."""
    found = record.find("export", returned.export_id)
    return found if isinstance(found, Export) else None


def _refusal(origin: Origin) -> str:
    if origin.newest == 0:
        return QCoreApplication.translate(
            "Answers",
            "Nothing here was changed. No report of this visit has left yet, so there is nothing this file could "
            "answer. Export the report first.",
        )
    return QCoreApplication.translate(
        "Answers",
        "Nothing here was changed. This file is the report of another visit, or a version that never left this "
        "device. Open the visit it belongs to and read it there.",
    )
