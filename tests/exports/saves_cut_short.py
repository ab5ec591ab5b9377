"""Saves over an older report or handover, cut short at points spread over the save; prints what is then on the disk.

`python saves_cut_short.py WRITER FOLDER NUMBER`: WRITER is word, pdf or handover. Each save is made in a process of
its own, which is ended by the system at

- step: a call to the file system, just before or just after it;
- byte: the moment a file would grow beyond so many bytes, in the middle of a write;
- moment: some moment of the whole save, from composing to the end;

or is not ended, but
- full: told by the system that a file can grow no further, as on a full disk.

The answer is a JSON array of an object for each save: how and where it was cut short, how it ended, which older files
are neither whole nor the new ones, what else lies in the folder, and what is wrong after one more save.
"""

import json
import os
import resource as limits
import signal
import sys
import time
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[2]
DONE, REFUSED, WRONG = 0, 3, 4
STEPS = ("c_call", "c_return", "c_exception")


class StepByStep:
    """Counts calls to the file system made while a file is put in place, and kills this process at one of them."""

    def __init__(self, kill_at=0):
        import exports.whole_file
        import visitapp.durable

        self.taken, self._kill_at = 0, kill_at
        self._files = {exports.whole_file.__file__, visitapp.durable.__file__}

    def __call__(self, frame, event, _):
        if event in STEPS and frame.f_code.co_filename in self._files:
            self.taken += 1
            if self.taken == self._kill_at:
                os.kill(os.getpid(), signal.SIGKILL)


def armed(how, point):
    """Make sure that this process is cut short."""
    if how == "step":
        sys.setprofile(StepByStep(point))
    if how in ("byte", "full"):
        limits.setrlimit(limits.RLIMIT_CORE, (0, 0))
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL if how == "byte" else signal.SIG_IGN)
        limits.setrlimit(limits.RLIMIT_FSIZE, (point, point))


def saved_in_a_child(save, how="", point=0):
    """Save in a process of its own and return how it ended."""
    child = os.fork()
    if not child:
        _save_and_end(save, how, point)
    if how == "moment":
        time.sleep(point / 1_000_000)
        os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    if os.WIFSIGNALED(status):
        return "killed"
    return {DONE: "done", REFUSED: "refused"}.get(os.WEXITSTATUS(status), "wrong")


def _save_and_end(save, how, point):
    from visitapp.errors import ExportError

    ended = WRONG
    try:
        armed(how, point)
        save()
        ended = DONE
    except ExportError as said:
        ended = REFUSED if str(said).startswith("Your text is safe in Visitapp") else WRONG
    finally:
        os._exit(ended)


class Place:
    """A folder with an older version, and the new one that is to be put over it."""

    def __init__(self, folder, save):
        self.folder, self.save = folder, save
        self._save_version(1, folder)
        self.older = found_in(folder)
        other = folder.with_name("other")
        self.took = self._save_version(2, other)
        self.newer = found_in(other)

    def _save_version(self, version, folder):
        folder.mkdir()
        start = time.perf_counter()
        assert saved_in_a_child(partial(self.save, version, folder)) == "done"
        return time.perf_counter() - start

    def steps(self):
        """Return how many steps the new version takes."""
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            counted = StepByStep()
            sys.setprofile(counted)
            self.save(2, self.folder.with_name("other"))
            sys.setprofile(None)
            os.write(writing, str(counted.taken).encode())
            os._exit(DONE)
        os.waitpid(child, 0)
        return int(os.read(reading, 20))

    def points(self, how, number):
        """Return so many points at which to cut a save short, all there are when they are fewer."""
        sizes = max(map(len, self.newer.values()))
        last = {"step": self.steps, "moment": lambda: int(self.took * 1_000_000)}.get(how, lambda: sizes - 1)()
        first = 1 if how == "step" else 0
        if last - first < number:
            return range(first, last + 1)
        return [first + (last - first) * one // (number - 1) for one in range(number)]

    def cut_short(self, how, point):
        """Save over the older version, cut short, and return what is then on the disk."""
        for name in found_in(self.folder):
            (self.folder / name).unlink()
        for name, content in self.older.items():
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / name).write_bytes(content)
        ended = saved_in_a_child(partial(self.save, 2, self.folder), how, point)
        left = found_in(self.folder)
        again = saved_in_a_child(partial(self.save, 2, self.folder))
        return {
            "how": how,
            "point": point,
            "ended": ended,
            "broken": [one for one in self.older if left.get(one) not in (self.older[one], self.newer[one])],
            "new": [one for one in self.older if left.get(one) == self.newer[one] != self.older[one]],
            "left": sorted(left.keys() - self.older.keys() - self.newer.keys()),
            "again": "" if again == "done" and found_in(self.folder) == self.newer else again,
        }


def found_in(folder):
    """Return the content of every file in a folder and those under it, by its name."""
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def reports(write, suffix):
    """Return how a version of a report is saved."""
    from sample_reports import paired_report, partner_report

    versions = {1: partner_report(), 2: paired_report()}
    return lambda version, folder: write(versions[version], folder / f"report{suffix}")


def word():
    """Return how a version of a report is written for Word."""
    from exports.word.write import write_word

    return reports(write_word, ".docx")


def pdf():
    """Return how a version of a report is written as PDF; the typesetter, which starts threads, is loaded later."""
    from exports.pdf.write import write_pdf

    return reports(write_pdf, ".pdf")


def handover():
    """Return how a version of a handover is written in every format."""
    from handover_records import handed, note

    from exports.handover.write import FORMATS, write_handover

    texts = {1: "Seen once. " * 20, 2: "Seen again. " * 40}
    versions = {one: handed(*(note(number, texts[one]) for number in range(1, 6 * one))) for one in texts}
    return lambda version, folder: write_handover(versions[version], folder, FORMATS)


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "exports")]
    save = {"word": word, "pdf": pdf, "handover": handover}[sys.argv[1]]()
    place = Place(Path(sys.argv[2]) / "reports", save)
    ways = ("step", "byte", "moment", "full")
    print(json.dumps([place.cut_short(how, one) for how in ways for one in place.points(how, int(sys.argv[3]))]))
