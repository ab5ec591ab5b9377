"""Published files read in, or taken back, by programs that are ended on the way; prints what is then in the store.

`python published_cut_short.py WORK HOW FOLDER NUMBER`: WORK is first (into a vault without any published data), more
(beside a file read in before), large (the same, a file of many rows), again (the same file over itself), back (taken
back) or anew (begun anew after damage);
HOW is where each program, a process of its own, is ended by the system:

- step: a call made by the store, just before or just after it, spread over the whole work;
- late: the same, but only over the last calls, where all is committed and put in place;
- moment: some moment of the whole work, from opening the file to the end;

or is not ended, but

- full: told by the system that a file can grow no further, as on a full disk.

The answer is a JSON array of an object for each: where it was cut short, how it ended, what it said, and everything
that is wrong afterwards (an empty list is what is wanted).
"""

# ruff: noqa: E402
import contextlib
import json
import os
import resource as limits
import shutil
import signal
import sys
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from vault_desk import KEY

import visitapp.store.published
from ui.workspace import published_files
from visitapp.domain.published.batches import Scope
from visitapp.errors import VisitappError
from visitapp.store import connection
from visitapp.store.published import batches, figures
from visitapp.store.published.database import FILE, PublishedDatabase

FILES = ROOT / "tests" / "files" / "published"
OLDER, NEWER = FILES / "ks2_long_authority.csv", FILES / "2018-2019_absence.zip"
LARGE = FILES / "2018-2019_850_ks2final.zip"
NOW = datetime(2026, 1, 1, tzinfo=UTC)
DONE, REFUSED, WRONG = 0, 3, 4
STEPS = ("c_call", "c_return", "c_exception")
OURS = (str(Path(visitapp.store.published.__file__).parent), connection.__file__)


class StepByStep:
    """Counts calls made by the store, and kills this process at one of them."""

    def __init__(self, kill_at=0):
        self.taken, self._kill_at = 0, kill_at

    def __call__(self, frame, event, _argument):
        if event in STEPS and frame.f_code.co_filename.startswith(OURS):
            self.taken += 1
            if self.taken == self._kill_at:
                os.kill(os.getpid(), signal.SIGKILL)


def read_in(path, vault):
    database = PublishedDatabase.beside(vault, KEY)
    reading = published_files.begin(database, path, Scope())
    published_files.keep_whole(database, reading, None, lambda: True, NOW.isoformat())


def take_back(vault):
    with PublishedDatabase.beside(vault, KEY).writing() as lent:
        for one in batches.batches(lent):
            batches.set_standing(lent, one.id, standing=False)


def begin_anew(vault):
    PublishedDatabase.begin_anew(vault, KEY, NOW)


def damage(vault):
    path = vault.with_name(FILE)
    path.write_bytes(b"\x5a" * path.stat().st_size)


WORKS = {
    "first": ((), partial(read_in, NEWER)),
    "more": ((partial(read_in, OLDER),), partial(read_in, NEWER)),
    "large": ((partial(read_in, OLDER),), partial(read_in, LARGE)),
    "again": ((partial(read_in, OLDER), partial(read_in, NEWER)), partial(read_in, NEWER)),
    "back": ((partial(read_in, OLDER), partial(read_in, NEWER)), take_back),
    "anew": ((partial(read_in, OLDER), damage), begin_anew),
}


def state(vault):
    """Return what the published data holds, proved whole, as plain values; a file that is lost says so."""
    try:
        database = PublishedDatabase.beside(vault, KEY)
    except VisitappError as fault:
        return type(fault).__name__
    with database.reading() as lent:
        verdict = (
            lent.execute("pragma integrity_check").fetchall()
            + lent.execute("pragma cipher_integrity_check").fetchall()
        )
        if verdict != [("ok",)]:
            return f"damaged: {verdict[:2]}"
        counted = lent.execute(
            "select b.file_name, b.standing, b.kept, (select count(*) from figure f where f.batch = b.seq) "
            "from batch b order by 1"
        ).fetchall()
        strays = lent.execute("select count(*) from figure where batch not in (select seq from batch)").fetchone()[0]
        nation = sorted(
            (one.year, one.measure, one.group, one.value) for one in figures.figures_of(lent, "nation", ["england"])
        )
    return json.loads(json.dumps([counted, strays, nation], default=str))


def arm(how, at):
    """Make this process end where it is meant to; return what was counted on the way."""
    steps = StepByStep(at if how in ("step", "late") else 0)
    if how == "moment":
        signal.setitimer(signal.ITIMER_REAL, at)
    elif how == "full":
        limits.setrlimit(limits.RLIMIT_FSIZE, (at, at))
    else:
        sys.setprofile(steps)
    return steps


def in_a_process(work, vault, how, at):
    """Do the work in a process of its own; return how it ended and what it said."""
    out, into = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(out)
        status, said = WRONG, ""
        try:
            counted = arm(how, at)
            work(vault)
            sys.setprofile(None)
            status, said = DONE, str(counted.taken)
        except VisitappError as fault:
            status, said = REFUSED, f"{type(fault).__name__}: {fault}"
        except BaseException as fault:  # noqa: BLE001  (told to the parent)
            said = repr(fault)
        finally:
            sys.setprofile(None)
            os.write(into, said.encode())
            os._exit(status)
    os.close(into)
    with os.fdopen(out, "rb") as told:
        said = told.read().decode()
    _, status = os.waitpid(pid, 0)
    ended = signal.Signals(os.WTERMSIG(status)).name if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
    return ended, said


def cut_short(before, work, good, folder, how, at):
    """Do the work on a copy of the vault, ended where it is said, and tell what is then wrong."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(before, folder)
    vault = folder / "visitapp.db"
    ended, said = in_a_process(work, vault, how, at)
    found, wrong = state(vault), []
    if found not in good:
        wrong.append(f"neither before nor after: {str(found)[:300]}")
    if ended == DONE and found != good[1]:
        wrong.append("said to be done, and is not")
    if ended == REFUSED and found != good[0]:
        wrong.append("said to be refused, and is not as before")
    if how == "full" and ended == REFUSED and "othing you wrote" not in said and "untouched" not in said:
        wrong.append(f"not in plain words: {said}")
    if ended == WRONG:
        wrong.append(said)
    with contextlib.suppress(VisitappError):
        work(vault)
    if state(vault) != good[1]:
        wrong.append(f"done again it is not as it should be: {str(state(vault))[:300]}")
    strays = {one.name for one in folder.iterdir()} - {"visitapp.db", *_usual(folder)}
    if strays:
        wrong.append(f"left behind: {sorted(strays)}")
    return {"at": at, "ended": ended, "said": said, "wrong": wrong}


def _usual(folder):
    ends = ("", "-wal", "-shm")
    return {f"{name}{end}" for name in ("published.db", "published-known.db") for end in ends} | {
        one.name for one in folder.glob("published-set-aside-*")
    }


def places(how, number, steps, seconds, size):
    """Return where the programs are ended, spread evenly."""
    if how == "moment":
        return [max(0.0005, seconds * place / number) for place in range(1, number + 1)]
    if how == "full":
        return [4096 * max(1, round(size / 4096 * place / number)) for place in range(number)]
    reach = min(steps, 2 * number) if how == "late" else steps
    return sorted({steps - reach + max(1, round(reach * place / number)) for place in range(1, number + 1)})


def main(work, how, folder, number):
    folder, (prepared, wanted) = Path(folder), WORKS[work]
    before, after = folder / "before", folder / "after"
    before.mkdir(parents=True)
    (before / "visitapp.db").write_bytes(b"not looked at")
    for one in prepared:
        one(before / "visitapp.db")
    shutil.copytree(before, after)
    _, steps = in_a_process(wanted, after / "visitapp.db", "step", 0)
    good = [state(copy_of(before, folder / "read") / "visitapp.db"), state(after / "visitapp.db")]
    began = time.monotonic()
    in_a_process(wanted, copy_of(before, folder / "timed") / "visitapp.db", "moment", 0)
    seconds = time.monotonic() - began
    size = sum(one.stat().st_size for one in after.iterdir())
    tried = folder / "tried"
    found = [cut_short(before, wanted, good, tried, how, at) for at in places(how, number, int(steps), seconds, size)]
    print(json.dumps(found))


def copy_of(folder, to):
    shutil.copytree(folder, to)
    return to


if __name__ == "__main__":
    main(*sys.argv[1:4], int(sys.argv[4]))
