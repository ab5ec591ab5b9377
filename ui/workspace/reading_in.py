"""Earlier reports read into a vault without a window: each told as it is done, and stopped between two of them."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from ui.workspace.importing import Imported, import_report
from ui.workspace.opening import Opened
from visitapp.domain.imported.recording import unread_line
from visitapp.errors import StorageError, VisitappError
from visitapp.imports.reports.read import reports_in

REFUSED, STOPPED = 1, 130
"""Exit codes: a file was not read, or the person stopped it. Every visit made is whole."""


def read_in(opened: Opened, paths: tuple[Path, ...], say: Callable[[str], None]) -> int:
    """Make a visit of each report among files and folders, saying line by line what came of it; return an exit code.

    Raises StorageError when the disk refuses; what was made before is kept.
    """
    files = reports_in(paths)
    if not files:
        say("Nothing in Visitapp was changed: there is no Word or text file in the folder named.")
        return REFUSED
    made = there = refused = 0
    try:
        for number, path in enumerate(files, 1):
            say(f"{number} of {len(files)}  {path.name}")
            done = _one(opened, path, say)
            made += done is not None and not done.was_there
            there += done is not None and done.was_there
            refused += done is None
    except KeyboardInterrupt:
        say(f"Stopped. {_visits(made)} made before that, each of them whole; read the same files again for the rest.")
        return STOPPED
    already = f", {_visits(there)} there already" if there else ""
    say(f"{_visits(made)} made{already}, {refused} not read.")
    return REFUSED if refused else 0


def _one(opened: Opened, path: Path, say: Callable[[str], None]) -> Imported | None:
    try:
        done = import_report(path, opened.database, opened.library, datetime.now(UTC))
    except StorageError:
        raise
    except VisitappError as refusal:
        say(f"  {refusal}")
        return None
    for line in told(done):
        say(f"  {line}")
    return done


def told(done: Imported) -> Iterator[str]:
    """Yield what came of a report, line by line: the visit, what was found, and each text that was not understood."""
    day = done.starts_on or "no date found"
    if done.was_there:
        yield f"Read before, nothing was changed: {done.school}, {done.programme}, {day} ({done.visit_id})"
        return
    yield f"Visit made: {done.school}, {done.programme}, {day} ({done.visit_id})"
    yield f"{done.sections} of {done.of_sections} sections, {done.findings} findings, {done.actions} actions"
    if done.missing:
        yield f"Not in the report: {'; '.join(done.missing)}"
    yield from (f"Please check: {one}" for one in done.doubts)
    if not done.unread:
        yield "Everything was understood."
        return
    yield "Not understood, kept with the visit:"
    for one in done.unread:
        yield f"  {' / '.join(unread_line(one).splitlines())}"


def _visits(count: int) -> str:
    return f"{count} visit{'' if count == 1 else 's'}"
