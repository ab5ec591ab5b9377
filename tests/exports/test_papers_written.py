"""Every paper of every sample visit goes out without a barrier, whole, and the same twice."""

import io
import posixpath
import re
import zipfile

import pytest
from lxml import etree

from exports.pdf.write import said_texts
from exports.word.bookmarks import record_bookmarks, report_bookmark
from exports.word.read_back import read_content
from exports.word.write import word_bytes
from tests.exports.accessibility_check import findings
from tests.exports.sample_papers import every_paper, paper
from tests.exports.word_files import format_errors
from tests.sample_records import changed, told
from visitapp.domain.papers.accuracy import UNANSWERED, reply_id
from visitapp.domain.report import Table

_ALL = every_paper()
_WHOLE = [key for key in _ALL if key[0] in ("sallowfield", "quillmoor", "harrowmead")]
_NAMED = {"ids": "-".join}
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@pytest.mark.parametrize("key", _ALL, **_NAMED)
def test_a_paper_has_no_barrier_and_is_the_same_twice(key, tmp_path):
    report = _ALL[key]()
    content = word_bytes(report)
    path = tmp_path / "paper.docx"
    path.write_bytes(content)
    assert findings(path, report.status) == []
    assert word_bytes(report) == content


@pytest.mark.parametrize("key", _WHOLE, **_NAMED)
def test_a_paper_keeps_to_the_format(key, tmp_path):
    path = tmp_path / "paper.docx"
    path.write_bytes(word_bytes(_ALL[key]()))
    assert format_errors(path) == []


@pytest.mark.parametrize("key", _ALL, **_NAMED)
def test_everything_a_part_leads_to_is_in_the_file(key):
    with zipfile.ZipFile(io.BytesIO(word_bytes(_ALL[key]()))) as package:
        names = set(package.namelist())
        assert len(names) == len(package.namelist())
        for name in names:
            if name.endswith(".rels"):
                folder = posixpath.dirname(posixpath.dirname(name))
                for link in etree.fromstring(package.read(name)).iter(_REL):
                    assert posixpath.normpath(posixpath.join(folder, link.get("Target"))) in names


@pytest.mark.parametrize("key", _ALL, **_NAMED)
def test_the_marks_in_a_paper_are_those_of_its_records(key):
    report = _ALL[key]()
    found = read_content(word_bytes(report))
    texts = {name for name in found.bookmarks if name.startswith("rv_")}
    assert texts == {record_bookmarks(report)[one] for one, text in report.texts().items() if one and text.strip()}
    assert report_bookmark(report) in found.bookmarks


@pytest.mark.parametrize("key", _ALL, **_NAMED)
def test_word_and_pdf_say_the_same(key):
    report = _ALL[key]()
    found = read_content(word_bytes(report))
    printed = {line for text in found.paragraphs for line in text.split("\n")}
    for text in said_texts(report):
        for line in text.split("\n"):
            assert line in printed or any(line in one for one in printed), line


@pytest.mark.parametrize("key", [key for key in _ALL if key[1] == "accuracy"], **_NAMED)
def test_an_accuracy_draft_tracks_changes_and_can_be_answered(key):
    report = _ALL[key]()
    with zipfile.ZipFile(io.BytesIO(word_bytes(report))) as package:
        settings = package.read("word/settings.xml").decode()
        numbering = package.read("word/numbering.xml").decode()
        document = package.read("word/document.xml").decode()
    assert '<w:trackRevisions/><w:documentProtection w:edit="trackedChanges" w:enforcement="1"/>' in settings
    used = set(re.findall(r'<w:numId w:val="(\d+)"/>', document))
    assert used <= set(re.findall(r'<w:num w:numId="(\d+)">', numbering))
    starts = re.findall(
        r'<w:num w:numId="(\d+)"><w:abstractNumId w:val="1"/>.*?<w:startOverride w:val="(\d+)"/>', numbering
    )
    assert all(int(list_id) == int(start) + 1 for list_id, start in starts)
    reply = report.sections[-1].blocks[-1]
    rows = [row for row in read_content(word_bytes(report)).rows if row[1:] == UNANSWERED]
    assert len(rows) == len(reply.rows) == len(starts) + sum(_has_rows(one) for one in _blocks(report)) + 0


def _blocks(report):
    return [block for section in report.sections for block in section.blocks]


def _has_rows(block):
    return isinstance(block, Table) and bool(block.rows)


@pytest.mark.parametrize("key", _ALL, **_NAMED)
def test_a_final_paper_says_nothing_of_a_draft(key):
    report = paper(*key, status="FINAL")
    with zipfile.ZipFile(io.BytesIO(word_bytes(report))) as package:
        whole = b"".join(package.read(name) for name in package.namelist())
    assert (b"DRAFT" in whole) == (key[1] == "accuracy")
    assert b"w:ins " not in whole
    assert b"comments" not in whole


@pytest.mark.parametrize("which", ["", "governors", "actions", "anonymous", "accuracy", "evidence"])
def test_the_words_of_a_private_note_are_in_no_part(which):
    record = told("sallowfield")
    for number, note in enumerate(record.notes):
        record = changed(record, "note", note.id, private=True, text=f"Unsayable words {number}")
    with zipfile.ZipFile(io.BytesIO(word_bytes(paper("sallowfield", which, record=record)))) as package:
        assert not any(b"Unsayable" in package.read(name) for name in package.namelist())


def test_a_row_of_the_reply_can_be_found_by_the_record_it_answers():
    report = _ALL["sallowfield", "accuracy"]()
    names = record_bookmarks(report)
    found = read_content(word_bytes(report)).bookmarks
    for section in report.sections[:-1]:
        for block in section.blocks:
            if getattr(block, "number", 0):
                assert found[names[reply_id(block.id)]].split("\n") == [str(block.number), *UNANSWERED]
