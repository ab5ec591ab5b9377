"""A file appears whole or not at all."""

import errno
import os

import pytest

from exports.whole_file import write_all_whole, write_whole
from visitapp.errors import ExportError


def _refuse(fault):
    def refused(*_args):
        raise fault

    return refused


def test_the_content_is_there_afterwards(tmp_path):
    write_whole(tmp_path / "report.docx", b"whole")
    assert (tmp_path / "report.docx").read_bytes() == b"whole"


def test_an_older_file_is_replaced(tmp_path):
    (tmp_path / "report.docx").write_bytes(b"old")
    write_whole(tmp_path / "report.docx", b"new")
    assert (tmp_path / "report.docx").read_bytes() == b"new"


def test_the_folder_is_made(tmp_path):
    write_whole(tmp_path / "Visitapp reports" / "2026" / "report.docx", b"whole")
    assert (tmp_path / "Visitapp reports" / "2026" / "report.docx").read_bytes() == b"whole"


def test_nothing_is_left_beside_the_file(tmp_path):
    write_whole(tmp_path / "report.docx", b"whole")
    assert [found.name for found in tmp_path.iterdir()] == ["report.docx"]


def test_a_part_left_by_a_crash_does_no_harm(tmp_path):
    (tmp_path / "report.docx.visitapp-part").write_bytes(b"half a report from before the power cut")
    write_whole(tmp_path / "report.docx", b"whole")
    assert [found.name for found in tmp_path.iterdir()] == ["report.docx"]


def test_parts_left_in_the_folder_by_a_crash_go_but_for_those_still_written_and_other_programs(tmp_path):
    names = ["other.docx.visitapp-part", "just now.pdf.visitapp-part", "download.docx.part"]
    for name in names:
        (tmp_path / name).write_bytes(b"half")
        long_ago = (tmp_path / name).stat().st_mtime - 7200
        if name != names[1]:
            os.utime(tmp_path / name, (long_ago, long_ago))
    write_whole(tmp_path / "report.docx", b"whole")
    assert sorted(found.name for found in tmp_path.iterdir()) == sorted([*names[1:], "report.docx"])


def test_none_of_several_files_is_replaced_when_one_cannot_be_written(tmp_path):
    (tmp_path / "first.docx").write_bytes(b"old")
    (tmp_path / "reports").write_bytes(b"not a folder")
    with pytest.raises(ExportError):
        write_all_whole({tmp_path / "first.docx": b"new", tmp_path / "reports" / "second.csv": b"new"})
    assert (tmp_path / "first.docx").read_bytes() == b"old"
    assert sorted(found.name for found in tmp_path.iterdir()) == ["first.docx", "reports"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_failed_write_leaves_the_older_file(tmp_path, monkeypatch, step, number):
    target = tmp_path / "report.docx"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, step, _refuse(OSError(number, os.strerror(number))))
    with pytest.raises(ExportError):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir()] == ["report.docx"]


def test_a_full_disk_is_said_in_plain_words(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", _refuse(OSError(errno.ENOSPC, "No space left on device")))
    with pytest.raises(ExportError, match=r"Your text is safe in Visitapp\..*No space left on device"):
        write_whole(tmp_path / "report.docx", b"new")


def test_a_file_open_in_word_is_said_in_plain_words(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "replace", _refuse(PermissionError(errno.EACCES, "Access is denied")))
    with pytest.raises(ExportError) as refused:
        write_whole(tmp_path / "Sallowfield.docx", b"new")
    assert str(refused.value).startswith("Your text is safe in Visitapp.")
    assert "\u201cSallowfield.docx\u201d" in str(refused.value)
    assert "open in another program" in str(refused.value)


def test_a_folder_in_the_way_is_refused(tmp_path):
    (tmp_path / "report.docx").mkdir()
    with pytest.raises(ExportError):
        write_whole(tmp_path / "report.docx", b"new")
    assert [found.name for found in tmp_path.iterdir()] == ["report.docx"]


def test_a_file_where_the_folder_should_be_is_refused(tmp_path):
    (tmp_path / "reports").write_bytes(b"not a folder")
    with pytest.raises(ExportError):
        write_whole(tmp_path / "reports" / "report.docx", b"new")
    assert (tmp_path / "reports").read_bytes() == b"not a folder"
