"""What was left out of a file, as a file to send back."""

import csv
import io

import pytest

from exports.rejects import HEADER, write_rejects
from visitapp.domain.published.batches import Fault
from visitapp.errors import ExportError


def test_each_fault_is_a_line_and_no_cell_becomes_a_formula(tmp_path):
    path = tmp_path / "rejects.csv"
    write_rejects(path, [Fault("E-URN", "No number.", 7, "URN", '=HYPERLINK("x")'), Fault("I-TITLE", "A title.")])
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))) == [
        list(HEADER),
        ["7", "URN", '\'=HYPERLINK("x")', "E-URN", "No number."],
        ["", "", "", "I-TITLE", "A title."],
    ]
    assert content.count(b"\r\n") == 3


def test_a_disk_that_refuses_is_told_in_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match="could not be written"):
        write_rejects(tmp_path / "file" / "rejects.csv", [])
