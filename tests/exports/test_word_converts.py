"""Another word processor opens a report and shows all of it; skipped where LibreOffice is not installed."""

import shutil
import subprocess

import pytest

from exports.word.bookmarks import record_bookmarks
from exports.word.read_back import read_back
from tests.exports.sample_reports import paired_report, partner_report
from tests.exports.word_files import written

_OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(_OFFICE is None, reason="LibreOffice is not installed")


def _converted(folder, kind, *paths):
    command = [_OFFICE, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    command += ["--convert-to", kind, "--outdir", str(folder / "converted"), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / "converted"


@pytest.fixture(scope="module")
def saved_again(tmp_path_factory):
    """A draft and a final report, each opened by LibreOffice and saved by it as a Word file."""
    folder = tmp_path_factory.mktemp("office")
    reports = {"partner.docx": partner_report(), "paired.docx": paired_report()}
    for name, report in reports.items():
        written(report, folder).rename(folder / name)
    saved = _converted(folder, "docx:MS Word 2007 XML", *(folder / name for name in reports))
    return {name: (report, read_back(saved / name)) for name, report in reports.items()}


@pytest.mark.parametrize("name", ["partner.docx", "paired.docx"])
def test_every_record_keeps_its_bookmark_and_its_text(name, saved_again):
    report, found = saved_again[name]
    names = record_bookmarks(report)
    assert {record_id: found.bookmarks.get(name) for record_id, name in names.items()} == report.texts()


@pytest.mark.parametrize("name", ["partner.docx", "paired.docx"])
def test_headings_and_lists_are_still_headings_and_lists(name, saved_again):
    report, found = saved_again[name]
    assert [level for level, _ in found.headings][: len(report.sections)] == [s.level for s in report.sections]
    assert found.bullets >= (15 if name == "paired.docx" else 3)


@pytest.mark.parametrize("name", ["partner.docx", "paired.docx"])
def test_the_file_still_says_which_report_it_is(name, saved_again):
    report, found = saved_again[name]
    assert found.properties["Visitapp report"] == report.id
