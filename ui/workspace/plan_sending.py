"""The plan of a visit leaves the app: as a page, as appointments, as a message with both, each read back."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ui.background import run_in_background
from ui.workspace.desk import Desk
from visitapp.domain.composition import compose_report
from visitapp.domain.papers.plan import plan_page, plan_text
from visitapp.domain.papers.plan_letter import plan_letter
from visitapp.domain.plan_calendar import PlanCalendar, plan_calendar
from visitapp.domain.record import VisitRecord
from visitapp.domain.report import Report

WORD, CALENDAR, MAIL = ".docx", ".ics", ".eml"
SENT = "plan.sent"
"""The key under which it is kept when and for whom the plan was written, a line for each time, with its text."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """All that goes out, frozen, so that it can be written on any thread."""

    page: Report
    calendar: PlanCalendar
    subject: str
    text: str


class PlanSending(QObject):
    """Writes the plan of the open visit; `written` brings the paths, or `refused` a sentence."""

    written = Signal(object)
    refused = Signal(str)

    def __init__(self, desk: Desk, *, sample: bool = False) -> None:
        super().__init__(desk)
        self._desk = desk
        self._sample = sample or desk.is_sample

    def text(self) -> str:
        """Return the plan as text that can be put into any message."""
        return plan_text(self._desk.record)

    def times_sent(self) -> tuple[str, ...]:
        """Return when and for whom the plan was written so far, oldest first."""
        return sendings(self._desk.record)

    def file_name(self, suffix: str) -> str:
        """Return the name a file gets."""
        from exports.file_name import file_name

        return file_name(self._plan("").page, suffix)

    def write(self, folder: Path, kinds: Collection[str], recipient: str) -> None:
        """Write the plan into a folder, in the background, as some of WORD, CALENDAR and MAIL."""
        self._desk.leave()
        work = partial(_write, self._plan(recipient), folder, frozenset(kinds))
        run_in_background(self, work, partial(self._keep, recipient), self.refused.emit)

    def _plan(self, recipient: str) -> _Plan:
        record, now = self._desk.record, self._desk.now().astimezone()
        times = len(self.times_sent())
        status = "FINAL" if record.visit.agreed_on else "DRAFT"
        page = plan_page(record, compose_report(record, times + 1, status, now, sample=self._sample))
        calendar = plan_calendar(record, times, now.astimezone(UTC))
        subject = f"{page.paper}: {record.framework.noun}, {record.school.name}"
        return _Plan(page, calendar, subject, plan_letter(record, recipient))

    def _keep(self, recipient: str, paths: tuple[Path, ...]) -> None:
        record = self._desk.record
        at = self._desk.now().astimezone(UTC).isoformat(timespec="seconds")
        files = ", ".join(path.name for path in paths)
        said = " ".join(part for part in (at, f"{recipient}:" if recipient else "", files) if part)
        kept = replace(record.answer(SENT), value=(*self.times_sent(), said), note=plan_text(record))
        self._desk.put(_tr("Plan sent"), kept)
        self.written.emit(paths)


def sendings(record: VisitRecord) -> tuple[str, ...]:
    """Return when and for whom a plan was written, a line each, oldest first."""
    value = record.answer(SENT).value
    return tuple(str(one) for one in value) if isinstance(value, tuple) else ()


def sent_at(line: str) -> datetime | None:
    """Return the moment a line of `sendings` begins with, aware; None when it has none."""
    try:
        return datetime.fromisoformat(line.partition(" ")[0])
    except ValueError:
        return None


def _write(plan: _Plan, folder: Path, kinds: frozenset[str]) -> tuple[Path, ...]:
    """Make every file and prove it, then put all of them in place; raises ExportError, older files as they were."""
    from exports.file_name import file_name
    from exports.whole_file import write_all_whole

    makers: dict[str, Callable[[_Plan], bytes]] = {WORD: _page, CALENDAR: _calendar, MAIL: _message}
    contents = {folder / file_name(plan.page, one): makers[one](plan) for one in makers if one in kinds}
    write_all_whole(contents)
    return tuple(contents)


def _page(plan: _Plan) -> bytes:
    from exports.word.write import word_bytes

    return word_bytes(plan.page)


def _calendar(plan: _Plan) -> bytes:
    from exports.calendar.write import calendar_bytes

    return calendar_bytes(plan.calendar)


def _message(plan: _Plan) -> bytes:
    from exports.file_name import file_name
    from exports.mail.draft import draft_bytes

    attached = {file_name(plan.page, WORD): _page(plan)}
    if plan.calendar.appointments:
        attached[file_name(plan.page, CALENDAR)] = _calendar(plan)
    return draft_bytes(plan.subject, plan.text, attached)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlanSending", text)
