"""The demonstration plays both sample visits, exports them, and photographs every screen."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from exports.word.read_back import read_back
from ui.workspace.sample import samples
from visitapp.domain.prose import plain

ROOT = Path(__file__).parent.parent
SCREENS = (
    "first-run", "visits-empty", "visits", "new-visit", "prepare", "plan", "capture", "summary", "judgement",
    "actions", "read-back", "report", "preview", "export", "export-done", "followup", "palette", "keys", "library",
    "settings", "unlock", "peer-prepare", "peer-plan", "peer-capture", "peer-summary", "peer-excellence",
    "peer-judgement", "peer-read-back", "peer-report", "peer-preview", "peer-followup", "trust-measures",
    "trust-judgement",
)  # fmt: skip
PRESENTED = (
    "present", "present-findings", "present-decision", "present-actions", "present-changed", "peer-present",
    "peer-present-findings", "peer-present-estimates",
)  # fmt: skip
COLOURS = 24
"""A picture of fewer colours than these shows nothing."""


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """Play everything once, with one picture of each screen, as a person would start it."""
    out = tmp_path_factory.mktemp("demo")
    home = tmp_path_factory.mktemp("home")
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "XDG_DATA_HOME": str(home)}
    command = [sys.executable, "main.py", "demo", "--few", "--out", str(out)]
    done = subprocess.run(
        command, cwd=ROOT, env=surroundings, capture_output=True, text=True, timeout=600, check=False
    )
    return done, out, home


def colours(path: Path) -> int:
    image = QImage(str(path))
    return len({image.pixel(x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)})


def test_everything_is_played_to_the_end(played):
    done, _, _ = played
    assert (done.returncode, done.stderr) == (0, "")


def test_both_reports_are_exported_and_counted(played):
    done, out, _ = played
    reports = sorted(out.glob("*.docx"))
    assert len(reports) == 2
    assert all(str(path) in done.stdout for path in reports)


@pytest.mark.parametrize("number", [0, 1], ids=["first", "second"])
def test_a_report_holds_every_paragraph_and_finding_of_its_sample(played, number):
    sample, (_, out, _) = samples()[number], played
    path = next(one for one in out.glob("*.docx") if one.name.startswith(sample.school.name))
    found = read_back(path)
    printed = "\n".join(found.paragraphs)
    wanted = [plain(text) for section in sample.prose.values() for text in section]
    wanted += [finding.text.removeprefix("... ") for finding in sample.findings]
    assert [text for text in wanted if text not in printed] == []


def test_the_first_report_says_what_changed_since_last_year(played):
    sample, (_, out, _) = samples()[0], played
    found = read_back(next(one for one in out.glob("*.docx") if one.name.startswith(sample.school.name)))
    assert (2, "What changed since last visit") in found.headings
    seen = [row[2] for row in found.rows if len(row) == 3]
    assert seen == [one.verdict_note for one in sample.earlier]


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_is_photographed_and_not_blank(played, screen):
    _, out, _ = played
    assert colours(out / f"{screen}-light.png") >= COLOURS


@pytest.mark.parametrize("screen", PRESENTED)
def test_a_page_for_the_wall_is_photographed_as_large_as_a_wall_shows_it(played, screen):
    _, out, _ = played
    picture = QImage(str(out / f"{screen}-light.png"))
    assert (picture.width(), picture.height()) == (1920, 1080)
    assert colours(out / f"{screen}-light.png") >= COLOURS


def test_nothing_is_written_outside_the_folder_that_was_named(played):
    _, _, home = played
    assert [path for path in home.rglob("*") if path.is_file() and "fontconfig" not in path.parts] == []


def test_a_demonstration_that_cannot_write_says_so_in_one_sentence(tmp_path):
    blocked = tmp_path / "a file"
    blocked.write_text("not a folder", encoding="utf-8")
    command = [sys.executable, "main.py", "demo", "--few", "--out", str(blocked)]
    began = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert time.monotonic() - began < 30
