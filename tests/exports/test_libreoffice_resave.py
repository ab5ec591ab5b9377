"""LibreOffice opens and saves again all of many different reports; skipped where it is not installed.

RESAVED_REPORTS=300 in the environment tries that many; a few are tried otherwise.
"""

import os
import shutil
import subprocess
from contextlib import suppress

import pytest

from exports.word.write import word_bytes
from tests.exports.many_reports import many_reports
from visitapp.domain.answering import Returned
from visitapp.domain.returned.found import found_in, frame_of
from visitapp.domain.returned.reading import BODY
from visitapp.imports.word.reader import read_content, read_file

COUNT = int(os.environ.get("RESAVED_REPORTS", "12"))
TOGETHER = 50
SECONDS_FOR_ALL = 300
_OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(_OFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def reports():
    """The reports by name, each with the file that left."""
    return {name: (report, word_bytes(report)) for name, report in many_reports(COUNT)}


@pytest.fixture(scope="module")
def saved(reports, tmp_path_factory):
    """The folder in which LibreOffice saved all of them; its exit code says nothing, so nobody looks at it."""
    folder = tmp_path_factory.mktemp("office")
    for name, (_, content) in reports.items():
        (folder / f"{name}.docx").write_bytes(content)
    names = list(reports)
    for start in range(0, len(names), TOGETHER):
        _save_again(folder, names[start : start + TOGETHER])
    return folder / "saved"


def _save_again(folder, names):
    command = [_OFFICE, "--headless", "--norestore", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "saved")]
    with suppress(subprocess.TimeoutExpired):
        paths = [str(folder / f"{name}.docx") for name in names]
        subprocess.run([*command, *paths], capture_output=True, timeout=SECONDS_FOR_ALL, check=False)


def test_every_report_is_opened_and_saved(reports, saved):
    assert [name for name in reports if not (saved / f"{name}.docx").is_file()] == []


def test_every_mark_and_every_text_is_still_there(reports, saved):
    for name, (_, content) in reports.items():
        sent, read = read_content(content), read_file(saved / f"{name}.docx")
        assert _marks(read) == _marks(sent), name
        assert _texts(read) == _texts(sent), name


def _marks(read):
    """Return the marks of a file; one that goes over several paragraphs may begin again in the last."""
    return {name for name in read.bookmarks() if name.startswith("rv")}


def _texts(read):
    """Return every paragraph of the running text and its tables; the writer has compared them with the report."""
    return [one.original() for one in read.paragraphs if one.place == BODY]


def test_nothing_has_to_be_decided_on(reports, saved):
    for name, (report, content) in reports.items():
        sent = report.texts()
        read = read_file(saved / f"{name}.docx")
        result = found_in(Returned("returned", "visit"), sent, read, frame_of(sent, read_content(content)))
        assert (result.remarks, result.anchored, result.same) == ((), True, result.sent), name
        assert (read.report_id, read.revision) == (report.id, report.revision)
