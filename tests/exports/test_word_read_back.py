"""A file that does not hold the whole report is found out, and an older file outlives a failed export."""

import errno
import os
import zipfile

import pytest

from exports.word.read_back import read_back
from exports.word.verify import Counted, verify
from exports.word.write import write_word
from tests.exports.sample_reports import paired_report, partner_report, report_of
from tests.exports.word_files import altered, part, written
from visitapp.domain.report import Bullet, Bullets, Paragraph, Table
from visitapp.errors import ExportError


def test_what_was_found_is_counted(tmp_path):
    assert verify(partner_report(), written(partner_report(), tmp_path)) == Counted(9, 0, 10, 3)
    assert verify(paired_report(), written(paired_report(), tmp_path)) == Counted(9, 15, 4, 0)


def _without(path, words, element="w:p"):
    """Take the whole element that holds some words out of the file."""
    document = part(path)
    place = document.index(words)
    start = max(document.rfind(f"<{element}>", 0, place), document.rfind(f"<{element} ", 0, place))
    end = document.index(f"</{element}>", place) + len(f"</{element}>")
    return altered(path, document[start:end], "")


@pytest.mark.parametrize(
    "words",
    [
        "Early reading is a particular strength",
        "There is no present risk to the grade",
        "is not a priority for local authority",
        "Please ask before passing it on",
        "School improvement manager",
    ],
)
def test_a_lost_paragraph_is_found_out(words, tmp_path):
    path = _without(written(partner_report(), tmp_path), words)
    with pytest.raises(ExportError, match="is missing or different"):
        verify(partner_report(), path)


def test_a_lost_bullet_is_found_out(tmp_path):
    path = _without(written(paired_report(), tmp_path), "Middle leaders look beyond")
    with pytest.raises(ExportError, match="Middle leaders look beyond their own phase"):
        verify(paired_report(), path)


def test_a_lost_second_paragraph_of_a_bullet_is_found_out(tmp_path):
    path = _without(written(paired_report(), tmp_path), "One teacher said")
    with pytest.raises(ExportError):
        verify(paired_report(), path)


def test_a_lost_heading_is_found_out(tmp_path):
    path = written(partner_report(), tmp_path)
    heading = part(path).index('<w:pStyle w:val="Heading2"/>')
    words = part(path)[heading : heading + 400]
    path = altered(path, words, words.replace("Heading2", "Normal", 1))
    with pytest.raises(ExportError, match="Significant risks"):
        verify(partner_report(), path)


def test_a_lost_row_is_found_out(tmp_path):
    path = _without(written(partner_report(), tmp_path), "Secure attendance", "w:tr")
    with pytest.raises(ExportError, match="is missing or different"):
        verify(partner_report(), path)


def test_a_lost_front_fact_is_found_out(tmp_path):
    path = _without(written(partner_report(), tmp_path), "Pupils on roll", "w:tr")
    with pytest.raises(ExportError):
        verify(partner_report(), path)


def test_a_bullet_that_lost_its_list_is_found_out(tmp_path):
    path = altered(written(paired_report(), tmp_path), '"ListBullet"', '"Normal"')
    with pytest.raises(ExportError, match="a bullet of a list"):
        verify(paired_report(), path)


def test_a_paragraph_without_record_is_missed_too(tmp_path):
    report = report_of(Paragraph("", "Said by nobody in particular."))
    path = _without(written(report, tmp_path), "Said by nobody")
    with pytest.raises(ExportError, match="Said by nobody"):
        verify(report, path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("61% of pupils", "51% of pupils"),
        ("is not a priority", "is a priority"),
        ("Before Easter", "Before Easter "),
        ("A. Reviewer, leadership partner", "leadership partner"),
        ("Early reading is", "Early reading  is"),
        ('w:name="rv_', 'w:name="rx_'),
        ('w:name="rvR_', 'w:name="rx_'),
    ],
)
def test_a_changed_character_is_found_out(old, new, tmp_path):
    path = altered(written(partner_report(), tmp_path), old, new)
    with pytest.raises(ExportError):
        verify(partner_report(), path)


def test_an_added_record_is_found_out(tmp_path):
    extra = (
        '<w:p><w:bookmarkStart w:id="900" w:name="rv_x"/><w:r><w:t>New</w:t></w:r><w:bookmarkEnd w:id="900"/></w:p>'
    )
    path = altered(written(partner_report(), tmp_path), "<w:sectPr>", f"{extra}<w:sectPr>")
    with pytest.raises(ExportError, match="New"):
        verify(partner_report(), path)


def test_another_report_is_not_taken_for_this_one(tmp_path):
    with pytest.raises(ExportError, match="belongs to another report"):
        verify(partner_report(), written(paired_report(), tmp_path))


def test_another_revision_is_not_taken_for_this_one(tmp_path):
    with pytest.raises(ExportError, match="another version"):
        verify(partner_report(revision=2), written(partner_report(revision=1), tmp_path))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a zip at all", b"\xd0\xcf\x11\xe0" * 200])
def test_a_file_that_is_no_word_file_is_said_to_be_damaged(content, tmp_path):
    (tmp_path / "report.docx").write_bytes(content)
    with pytest.raises(ExportError, match="damaged"):
        read_back(tmp_path / "report.docx")


def test_a_truncated_file_is_said_to_be_damaged(tmp_path):
    path = written(partner_report(), tmp_path)
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(ExportError, match="damaged"):
        read_back(path)


@pytest.mark.parametrize(("old", "new"), [("</w:body>", ""), ("<w:body>", "<w:body>\x01")])
def test_markup_that_cannot_be_read_is_said_to_be_damaged(old, new, tmp_path):
    with pytest.raises(ExportError, match="damaged"):
        read_back(altered(written(partner_report(), tmp_path), old, new))


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "docProps/custom.xml"])
def test_a_missing_part_is_said_to_be_damage(name, tmp_path):
    path = written(partner_report(), tmp_path)
    with zipfile.ZipFile(path) as package:
        kept = {entry: package.read(entry) for entry in package.namelist() if entry != name}
    with zipfile.ZipFile(path, "w") as package:
        for entry, content in kept.items():
            package.writestr(entry, content)
    with pytest.raises(ExportError, match="damaged"):
        read_back(path)


def test_a_missing_file_is_said_to_be_unreadable(tmp_path):
    with pytest.raises(ExportError, match="could not be read again"):
        read_back(tmp_path / "none.docx")


def test_an_entity_in_a_file_is_not_followed(tmp_path):
    (tmp_path / "secret.txt").write_text("secret words")
    declared = f'<!DOCTYPE x [<!ENTITY s SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]><w:document '
    path = altered(written(partner_report(), tmp_path), "<w:document ", declared)
    path = altered(path, "Early reading is", "&s;")
    assert "secret words" not in "".join(read_back(path).paragraphs)


def test_two_texts_under_one_record_are_refused_and_the_older_file_stays(tmp_path):
    path = written(partner_report(), tmp_path)
    before = path.read_bytes()
    with pytest.raises(ExportError, match="is missing or different"):
        write_word(report_of(Paragraph("same", "One."), Paragraph("same", "Two.")), path)
    assert path.read_bytes() == before


def test_a_full_disk_leaves_the_older_file(tmp_path, monkeypatch):
    path = written(partner_report(), tmp_path)
    before = path.read_bytes()

    def full(_handle):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="Your text is safe"):
        write_word(paired_report(), path)
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["report.docx"]


def test_blank_texts_are_not_missed(tmp_path):
    report = report_of(Paragraph("p", " "), Bullets((Bullet("b", ""),)), Table("t", "", ("A",), (("",),), ("r",)))
    assert verify(report, written(report, tmp_path)) == Counted(1, 0, 0, 1)


def test_a_bookmark_that_another_program_broke_in_two_is_read_as_one(tmp_path):
    report = report_of(Bullets((Bullet("b", "First.\n\nSecond."), Bullet("c", "Third."))))
    again = '<w:bookmarkStart w:id="77" w:name="rv_b"/><w:r><w:t xml:space="preserve">Second.'
    path = altered(written(report, tmp_path), '<w:r><w:t xml:space="preserve">Second.', again)
    path = altered(path, '<w:bookmarkEnd w:id="3"/>', '<w:bookmarkEnd w:id="77"/>')
    assert verify(report, path) == Counted(1, 2, 0, 0)
