"""Published tables read into a vault without a window: each told as it is done, every row accounted for."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ui.workspace.opening import Opened
from ui.workspace.published import Published
from ui.workspace.replaced_words import replacing_words
from visitapp.domain.published.batches import Batch, Fault, FileProfile, Scope, Tally
from visitapp.domain.published.replacing import Replacing
from visitapp.errors import SeveralSheetsError, StorageError, VisitappError
from visitapp.store.visits import first_of, schools_used

if TYPE_CHECKING:
    from visitapp.domain.visit import Reviewer

_Done = tuple[FileProfile | Batch, Tally, Replacing | None]
REFUSED, STOPPED = 1, 130
"""Exit codes: a file was not read in, or the person stopped it. What was read in before is whole."""


def scope_of(opened: Opened, authorities: tuple[str, ...] = ()) -> Scope:
    """Return what to keep: the authorities named, else those the reviewer works in, and every school visited."""
    with opened.database.reading() as session:
        reviewer: Reviewer | None = first_of(session, "reviewer")
        own = schools_used(session)
    return Scope(frozenset(authorities or (reviewer.authorities if reviewer else ())), own)


def bring_in_all(
    opened: Opened,
    paths: tuple[Path, ...],
    authorities: tuple[str, ...],
    say: Callable[[str], None],
    *,
    try_out: bool = False,
    rejects: Path | None = None,
    sheet: str = "",
) -> int:
    """Read files in one after another, saying line by line what came of each; return an exit code. `sheet` is the one
    to read of workbooks with several tables.

    Raises StorageError when the disk refuses; files read in before are kept.
    """
    published = Published(opened.database.path, opened.database.key, _now)
    scope = scope_of(opened, authorities)
    faults: list[Fault] = []
    refused = 0
    try:
        for number, path in enumerate(paths, 1):
            say(f"{number} of {len(paths)}  {path.name}")
            done = _one(published, path, scope, say, try_out=try_out, sheet=sheet)
            refused += done is None
            faults += done.every if done else ()
    except KeyboardInterrupt:
        say("Stopped. Nothing of this file was kept; those before it are whole.")
        return STOPPED
    if rejects is not None:
        from exports.rejects import write_rejects

        write_rejects(rejects, faults)
        say(f"Written: {rejects}, {len(faults)} lines")
    return REFUSED if refused else 0


def _one(
    published: Published, path: Path, scope: Scope, say: Callable[[str], None], *, try_out: bool, sheet: str
) -> Tally | None:
    try:
        about, tally, replaces = (_tried if try_out else _read_in)(published, path, scope, sheet)
    except StorageError:
        raise
    except SeveralSheetsError as refusal:
        say(f"  {refusal} Say which with --sheet.")
        return None
    except VisitappError as refusal:
        say(f"  {refusal}")
        return None
    for line in _told(about, tally, replaces, try_out=try_out):
        say(f"  {line}")
    return tally


def _tried(published: Published, path: Path, scope: Scope, sheet: str) -> _Done:
    found = published.look(path, scope, None, None, sheet=sheet)
    return found.profile, found.tally, found.profile.replaces


def _read_in(published: Published, path: Path, scope: Scope, sheet: str) -> _Done:
    done = published.bring_in(path, scope, None, None, sheet=sheet)
    return done.batch, done.tally, done.replaces


def _told(about: FileProfile | Batch, tally: Tally, replaces: Replacing | None, *, try_out: bool) -> Iterator[str]:
    """Yield what came of a file, line by line: what it is and replaces, every row, and what was wrong with a few of
    each kind."""
    yield ", ".join(part for part in (about.title, about.period, about.release) if part)
    if replaces is not None and tally.kept:
        yield ". ".join(replacing_words(replaces))
    would = "would be " if try_out else ""
    yield (
        f"{tally.read} rows read: {tally.kept} {would}kept, {tally.outside} of other places, "
        f"{tally.rejected} {would}left out"
    )
    for code in sorted(tally.faults):
        shown = tally.first[code]
        places = ", ".join(place for one in shown if (place := _place(one)))
        more = tally.faults[code] - len(shown)
        where = f" ({places}{f' and {more} more' if more > 0 else ''})" if places else ""
        yield f"{code}: {shown[0].says}{where}"
    if about.attribution:
        yield about.attribution


def _place(fault: Fault) -> str:
    """Return where a fault is; of one of the whole file, what it is about."""
    return f"line {fault.line}" if fault.line else " ".join(part for part in (fault.column, fault.raw) if part)


def _now() -> datetime:
    return datetime.now(UTC)
