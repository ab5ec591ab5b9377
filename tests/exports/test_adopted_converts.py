"""A report on a template goes through other programs and comes back; LibreOffice's part is skipped without it."""

import shutil
import subprocess

import pytest

from exports.word.bookmarks import record_bookmarks
from exports.word.read_back import read_content
from exports.word.write import word_bytes
from tests.exports.branded_templates import branded
from tests.exports.hostile_templates import starter_parts, zipped
from tests.exports.sample_reports import paired_report, partner_report
from visitapp.domain.answering import Returned
from visitapp.domain.returned.found import found_in, frame_of
from visitapp.imports.word.reader import read_content as returned_content

_OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
_REPORTS = {"partner": partner_report(), "paired": paired_report()}
_RETURNED = Returned("returned", "visit")


@pytest.mark.parametrize("name", _REPORTS)
def test_a_report_that_comes_back_as_it_left_says_nothing_new(name):
    report = _REPORTS[name]
    read = returned_content(word_bytes(report, branded()))
    found = found_in(_RETURNED, report.texts(), read, frame_of(report.texts(), read))
    assert found.anchored
    assert found.remarks == ()


def test_a_title_that_also_stands_above_every_page_is_no_news():
    parts = starter_parts()
    header = parts["word/header1.xml"].decode()
    start = header.index('<w:r><w:t xml:space="preserve">: </w:t>')
    parts["word/header1.xml"] = (header[:start] + "</w:p></w:hdr>").encode()
    report = partner_report("FINAL")
    read = returned_content(word_bytes(report, zipped(parts)))
    frame = frame_of(report.texts(), read)
    assert frame.count(report.title) == 2
    assert found_in(_RETURNED, report.texts(), read, frame).remarks == ()


@pytest.mark.parametrize("name", _REPORTS)
def test_a_change_to_the_words_round_the_report_is_seen(name):
    report = _REPORTS[name]
    left = word_bytes(report, branded())
    frame = frame_of(report.texts(), returned_content(left))
    assert "What happens next" in frame
    changed = returned_content(word_bytes(report, branded(happens="What comes after")))
    assert len(found_in(_RETURNED, report.texts(), changed, frame).remarks) == 1


@pytest.mark.skipif(_OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", _REPORTS)
def test_libreoffice_opens_it_and_keeps_every_record(name, tmp_path):
    report = _REPORTS[name]
    (tmp_path / "report.docx").write_bytes(word_bytes(report, branded()))
    command = [_OFFICE, "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "again")]
    command.append(str(tmp_path / "report.docx"))
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    found = read_content((tmp_path / "again" / "report.docx").read_bytes())
    assert {one: found.bookmarks.get(mark) for one, mark in record_bookmarks(report).items()} == report.texts()
