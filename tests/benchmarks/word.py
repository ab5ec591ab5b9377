"""Writing the report of the sample visit to Word and PDF, against a plain python-docx writer of the same content.

A report of twelve pages, and of ten and a hundred times that, is written in a process of its own, for its memory.
"""

import json
import os
import pickle
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from exports.word.write import write_word
from tests.benchmarks.figures import Figure, in_turn
from tests.benchmarks.word_child import long_report, write_plainly
from tests.vault_desk import TODAY
from ui.workspace.opening import load_library
from ui.workspace.reporting import write_and_count
from ui.workspace.sample import changes_of, samples
from visitapp.domain.composition import compose_report
from visitapp.domain.report import Report

RUNS = 15
HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SIZES = {1: 5, 10: 3, 100: 1}
"""How many times twelve pages, and in how many runs."""
PDF_SIZES = (1, 10)
SLACK = 1.25
"""What growth may be over linear."""


def figures() -> list[Figure]:
    """Write the first sample visit in several ways, in turn."""
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        report = sample_report()
        for write in (write_word, write_and_count, write_plainly):
            write(report, folder / "first.docx")
        plain, written, counted = in_turn(
            RUNS,
            partial(write_plainly, report, folder / "plain.docx"),
            partial(write_word, report, folder / "report.docx"),
            partial(write_and_count, report, folder / "counted.docx"),
        )
    return [
        Figure("Word: the sample report, written and proved", written, plain, most=1.5),
        Figure("Word: an export, read back once more", counted, plain),
        *long_figures(),
    ]


def long_figures() -> list[Figure]:
    """Write twelve pages, ten and a hundred times that; each against the plain writer, and against twelve pages."""
    found: list[Figure] = []
    short: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as kept:
        for times, runs in SIZES.items():
            long = Path(kept) / f"{times}.pickle"
            long.write_bytes(pickle.dumps(long_report(sample_report(), times)))
            plain, held_plainly = _in_children("plain", long, runs)
            for name in ("word", "pdf") if times in PDF_SIZES else ("word",):
                took, memory = _in_children(name, long, runs)
                first = short.setdefault(name, took)
                held = f"peak {memory}; plain {held_plainly}"
                found.append(Figure(f"{name}: 12 pages x {times}, {held}", took, plain))
                if times > 1:
                    found.append(Figure(f"{name}: 12 pages x {times} against x 1", took, first, most=times * SLACK))
    return found


def _in_children(writer: str, long: Path, runs: int) -> tuple[list[float], str]:
    """Return the runs, each in a process of its own (a typesetter remembers what it has set), and the memory held:
    the most at any moment, and how much of it came with the report.
    """
    command = [sys.executable, str(HERE / "word_child.py"), writer, str(long)]
    surroundings = os.environ | {"PYTHONPATH": str(ROOT)}
    said = [
        json.loads(subprocess.run(command, env=surroundings, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout)
        for _ in range(runs)
    ]
    peak, more = max(one["peak"] for one in said), max(one["peak"] - one["before"] for one in said)
    return [one["run"] for one in said], f"{peak:.0f} MB (+{more:.0f})"


def sample_report() -> Report:
    """Return the report of the first sample visit."""
    sample, library = samples()[0], load_library()
    framework = library.find(sample.framework)
    assert framework is not None
    return compose_report(changes_of(sample, framework)[0], 1, "FINAL", TODAY, sample=True)
