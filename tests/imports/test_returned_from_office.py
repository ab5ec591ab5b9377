"""Reports that LibreOffice opened, edited and saved come back whole; skipped where it is not installed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.exports.sample_reports import paired_report, partner_report
from tests.imports.word_edits import Edited
from visitapp.domain.answering import Returned
from visitapp.domain.papers.accuracy import accuracy_draft
from visitapp.domain.returned.found import found_in, frame_of
from visitapp.imports.word.reader import read_content, read_file

_OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
_PYTHON = "/usr/bin/python3" if sys.platform == "linux" else ""
pytestmark = pytest.mark.skipif(_OFFICE is None, reason="LibreOffice is not installed")


def found(report, path):
    sent = report.texts()
    frame = frame_of(sent, read_content(Edited(report).bytes()))
    return found_in(Returned("returned", "visit"), sent, read_file(path), frame)


def profile(folder):
    return f"-env:UserInstallation={(folder / 'profile').as_uri()}"


def can_be_driven():
    if not Path(_PYTHON).is_file():
        return False
    return subprocess.run([_PYTHON, "-c", "import uno"], capture_output=True, timeout=60).returncode == 0


def test_saving_a_report_changes_nothing_in_it(tmp_path):
    reports = {"partner": partner_report(), "paired": paired_report(), "accuracy": accuracy_draft(partner_report())}
    for name, report in reports.items():
        (tmp_path / f"{name}.docx").write_bytes(Edited(report).bytes())
    command = [_OFFICE, "--headless", profile(tmp_path), "--convert-to", "docx:MS Word 2007 XML"]
    command += ["--outdir", str(tmp_path / "saved"), *(str(tmp_path / f"{name}.docx") for name in reports)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    for name, report in reports.items():
        result = found(report, tmp_path / "saved" / f"{name}.docx")
        assert (result.remarks, result.anchored, result.same) == ((), True, result.sent)


@pytest.fixture(scope="module")
def edited_there(tmp_path_factory):
    """What is found in a report that LibreOffice edited: with tracking on, and one change without."""
    if not can_be_driven():
        pytest.skip("LibreOffice cannot be driven from Python here")
    folder = tmp_path_factory.mktemp("edited")
    source, target = folder / "sent.docx", folder / "returned.docx"
    source.write_bytes(Edited(partner_report()).bytes())
    pipe = f"visitapp{folder.name}{id(folder)}"
    office = [_OFFICE, "--headless", "--norestore", "--nologo", profile(folder), f"--accept=pipe,name={pipe};urp;"]
    script = Path(__file__).parent / "office_edits.py"
    with subprocess.Popen(office, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        try:
            subprocess.run([_PYTHON, str(script), pipe, str(source), str(target)], check=True, timeout=120)
            running.wait(60)
        finally:
            running.terminate()
    return found(partner_report(), target)


def test_every_edit_made_there_comes_back_to_its_record_and_no_other(edited_there):
    told = [(one.kind, one.record_id[-2:], one.near, one.tracked) for one in edited_there.remarks]
    assert told == [
        ("edit", "11", "", True),
        ("edit", "12", "", True),
        ("comment", "31", "", False),
        ("edit", "41", "", True),
        ("edit", "42", "", True),
        ("edit", "82", "", False),
        ("edit", "85", "cell.3", True),
    ]
    assert edited_there.anchored
    assert edited_there.same == edited_there.sent - 6


def test_the_words_of_an_edit_made_there_are_those_that_were_typed(edited_there):
    given = {one.record_id[-2:]: one.given for one in edited_there.remarks}
    assert given["11"].startswith("As agreed. The visit was planned")
    assert "214 pupils on roll" in given["12"]
    assert "used the same explained" in given["41"]
    assert "\n\nDisadvantaged pupils complete" in given["42"]
    assert "are mostly precise" in given["82"]
    assert given["85"] == "Assistant head"


def test_a_comment_made_there_without_a_date_has_none(edited_there):
    (comment,) = [one for one in edited_there.remarks if one.kind == "comment"]
    assert (comment.said, comment.by, comment.on) == ("Is this still so?", "Chair", "")
