"""Tables from outside files: every encoding and delimiter they come in, and a plain sentence for what is no table."""

import hashlib
import zipfile
from types import SimpleNamespace

import pytest

from visitapp.domain.published.batches import Fault
from visitapp.errors import CancelledImportError, ImportRefusedError
from visitapp.imports.tables.source import is_online_only
from visitapp.imports.tables.table import open_table
from visitapp.imports.tables.values import is_shortened, iso_day, number, whole_number

TEXT = 'URN,School name,Town\r\n100001,"St Mary\u2019s, caf\u00e9","Long\r\nHill"\r\n100002,Quill,Moor\r\n'


@pytest.fixture
def written(tmp_path):
    """Return a function that writes bytes to a file and gives its path."""

    def write(content, name="table.csv"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


def read(path):
    table = open_table(path)
    return table, list(table.rows())


def refused(path):
    with pytest.raises(ImportRefusedError) as caught:
        list(open_table(path).rows())
    sentence = str(caught.value)
    assert sentence.startswith("Nothing in Visitapp was changed: ")
    assert sentence.endswith(".")
    return caught.value.code, sentence


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_encoding_of_published_files_gives_the_same_cells(written, encoding):
    table, rows = read(written(TEXT.encode(encoding)))
    assert table.encoding == encoding
    assert table.columns == ("URN", "School name", "Town")
    assert rows == [(2, ["100001", "St Mary\u2019s, caf\u00e9", "Long\r\nHill"]), (4, ["100002", "Quill", "Moor"])]
    assert table.faults == ()


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_the_delimiter_is_the_one_that_gives_most_columns(written, delimiter):
    table, rows = read(written(TEXT.replace(",", delimiter).encode()))
    assert table.delimiter == delimiter
    assert [cells[0] for _, cells in rows] == ["100001", "100002"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way_and_the_last_one_in_none(written, end):
    _, rows = read(written(end.join(["a,b,c", "1,2,3", "", "4,5,6"]).encode()))
    assert rows == [(2, ["1", "2", "3"]), (4, ["4", "5", "6"])]


def test_a_title_above_the_column_names_is_passed_over_and_told(written):
    table, rows = read(written(b"Schools, as at 31 August 2026\n\nURN,Name,Town,Phase,Type,Roll\n1,2,3,4,5,6\n"))
    assert table.columns[0] == "URN"
    assert table.title == "Schools as at 31 August 2026"
    assert rows == [(4, ["1", "2", "3", "4", "5", "6"])]
    assert [one.code for one in table.faults] == ["I-TITLE"]


def test_a_title_a_spreadsheet_filled_up_with_commas_is_one_too(written):
    table, _ = read(written(b"Schools 2026,,,,\nURN,Name,Town,Phase,Type\n1,2,3,4,5\n"))
    assert (table.title, table.header_line) == ("Schools 2026", 2)


def test_the_digest_and_size_are_of_the_table_whether_it_is_zipped_or_not(written, tmp_path):
    plain = open_table(written(TEXT.encode()))
    assert plain.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    packed = tmp_path / "Results.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("extract/../../evil.csv", TEXT)
        package.writestr("extract/evil.meta.csv", "col_name,col_type")
        package.writestr("__MACOSX/extract/._evil.csv", "x")
        package.writestr("READ ME.txt", "x")
    table, rows = read(packed)
    assert (table.sha256, table.size, len(rows)) == (plain.sha256, plain.size, 2)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["Results.zip", "table.csv"]


@pytest.mark.parametrize(
    ("names", "says"), [(["a.csv", "b.csv"], "holds 2 tables"), (["a.pdf"], "holds no table"), ([], "")]
)
def test_a_zip_without_exactly_one_table_is_refused(tmp_path, names, says):
    packed = tmp_path / "several.zip"
    with zipfile.ZipFile(packed, "w") as package:
        for name in names:
            package.writestr(name, TEXT)
    assert says in refused(packed)[1]


def test_a_zip_that_would_unpack_to_an_enormous_table_is_refused(tmp_path):
    packed = tmp_path / "bomb.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("a.csv", b"a,b\n" + b"0,0\n" * 5_000_000)
    assert "enormous" in refused(packed)[1]


def test_a_damaged_zip_is_refused(tmp_path):
    packed = tmp_path / "damaged.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("a.csv", TEXT * 50)
    content = bytearray(packed.read_bytes())
    content[60:70] = b"\xff" * 10
    packed.write_bytes(bytes(content))
    assert "damaged" in refused(packed)[1]
    packed.write_bytes(bytes(content[:80]))
    assert "damaged" in refused(packed)[1]


@pytest.mark.parametrize(
    ("name", "says"), [("xl/workbook.bin", "binary sort"), ("[Content_Types].xml", "Word or PowerPoint")]
)
def test_office_files_are_refused_with_what_to_do(tmp_path, name, says):
    book = tmp_path / "book.xlsx"
    with zipfile.ZipFile(book, "w") as package:
        package.writestr(name, "<x/>")
    sentence = refused(book)[1]
    assert says in sentence
    assert "CSV" in sentence


@pytest.mark.parametrize(
    ("content", "code", "says"),
    [
        (b"", "E-KIND", "it is empty"),
        (b"\xef\xbb\xbf", "E-HDR", "no row of column names"),
        (b"\n \n", "E-HDR", "no row of column names"),
        (b"just words", "E-HDR", "no row of column names"),
        (b"<!DOCTYPE html><title>Sign in</title>", "E-KIND", "web page"),
        (b"%PDF-1.7", "E-KIND", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "E-KIND", "old Excel workbook"),
        (b"a,b\n1,\x00\n", "E-ENC", "characters of no text"),
        ("a,b\n1,2\n".encode("utf-16-le"), "E-ENC", "characters of no text"),
        (b"\xff\xfea\x00,\x00b\x00\n", "E-ENC", "no encoding"),
        (b"a,b\n\x81,\xe9\n", "E-ENC", "no encoding"),
        (b"\xef\xbb\xbfa,b\n\xe9,2\n", "E-ENC", "no encoding"),
        (b"x" * 600_000, "E-KIND", "one line of it never ends"),
    ],
)
def test_what_is_no_table_is_refused_in_one_plain_sentence(written, content, code, says):
    found, sentence = refused(written(content))
    assert found == code
    assert says in sentence


def test_a_folder_and_a_file_that_has_gone_are_refused(tmp_path):
    assert "not a file" in refused(tmp_path)[1]
    assert "not there any more" in refused(tmp_path / "gone.csv")[1]


def test_a_file_that_changes_between_opening_and_reading_is_refused(written):
    table = open_table(written(TEXT.encode()))
    written(TEXT.encode() + b"100003,More,Here\n")
    with pytest.raises(ImportRefusedError, match="changed while it was read"):
        list(table.rows())


def test_windows_marks_of_a_file_kept_online_only_are_known():
    assert is_online_only(SimpleNamespace(st_file_attributes=0x400000))
    assert not is_online_only(SimpleNamespace(st_file_attributes=0x20))
    assert not is_online_only(SimpleNamespace())


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("a,b\n1,2\n3,Westminster\u0092\n".encode(), 3),
        ("a,b\n1,caf\u00c3\u00a9\n".encode(), 2),
        ("a,b\n1,St Mary\u00e2\u20ac\u2122s\n".encode(), 2),
        ("a,b\n1,caf\u00c3\u00a9 \u2013\n".encode("cp1252"), 2),
        ("a,b\n1,caf\u00c3\u00a9\n".encode("utf-16"), 2),
    ],
)
def test_letters_damaged_before_are_told_with_their_line(written, content, line):
    table, rows = read(written(content))
    assert [(one.code, one.line) for one in table.faults] == [("W-ENC", line)]
    assert rows


def test_letters_that_are_only_unusual_are_not_called_damaged(written):
    table, _ = read(written("a,b\nS\u00e3o \u00a3 \u00b0,\u00c9cole\u2019s \u2013 \u0175\n".encode()))
    assert table.faults == ()


def test_a_line_whose_quotation_mark_is_not_closed_is_named_and_the_next_ones_are_read(written):
    _, rows = read(written(b'"a","b"\n"1","two\n"3","four"\n"5","six"\n'))
    assert [line for line, _ in rows] == [2, 3, 4]
    assert isinstance(rows[0][1], Fault)
    assert rows[0][1].code == "E-QUOTE"
    assert [cells for _, cells in rows[1:]] == [["3", "four"], ["5", "six"]]


def test_a_file_cut_off_inside_a_quotation_loses_its_last_line_only(written):
    _, rows = read(written(b'a,b\n1,2\n3,"fo'))
    assert rows[0] == (2, ["1", "2"])
    assert rows[1][1].code == "E-QUOTE"


def test_a_cell_beyond_all_measure_is_a_fault_of_its_line(written):
    _, rows = read(written(b'a,b\n1,"' + b"x" * 140_000 + b'"\n3,4\n'))
    assert rows[0][1].code == "E-QUOTE"
    assert len(rows[0][1].raw) < 200
    assert rows[1] == (3, ["3", "4"])


def test_a_file_of_nothing_but_open_quotations_is_refused_soon(written):
    assert "not closed" in refused(written(b"a,b\n" + b'1,"x\n2,y\n' * 200))[1]
    assert "not closed" in refused(written(b"a,b\n" + b'x,"1\n' + b'2","3\n' * 50_000))[1]


def test_reading_tells_how_far_it_is_and_stops_when_it_is_not_wanted(written):
    path = written(b"a,b,c\n" + b"1,2,3\n" * 200_000)
    told = []
    table = open_table(path, watch=lambda done, whole: told.append((done, whole)))
    assert sum(1 for _ in table.rows(lambda done, whole: told.append((done, whole)))) == 200_000
    assert told == sorted(told)
    assert told[-1] == (2 * table.size, 2 * table.size)
    with pytest.raises(CancelledImportError):
        open_table(path, wanted=lambda: False)
    answers = iter([True, True])
    with pytest.raises(CancelledImportError):
        list(table.rows(wanted=lambda: next(answers, False)))


def test_two_columns_of_one_name_are_told_and_the_first_is_meant(written):
    table, _ = read(written(b"URN,Name, name \n1,2,3\n"))
    assert table.header.place("NAME") == 1
    assert [(one.code, one.column) for one in table.faults] == [("W-COLUMN", " name ")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("18-01-2024", "2024-01-18"),
        ("29/05/1993", "1993-05-29"),
        ("1/9/2020", "2020-09-01"),
        ("01/09/2020 00:00", "2020-09-01"),
        ("2024-02-29", "2024-02-29"),
        ("31-02-2024", None),
        ("2024", None),
        ("May-01", None),
        ("", None),
    ],
)
def test_days_are_read_in_every_spelling_and_never_guessed(text, day):
    assert iso_day(text) == day


def test_numbers_are_read_as_they_stand_and_never_guessed():
    assert [number(text) for text in ("21.70", "53%", " 7 ", "-1.5")] == [21.7, 53, 7, -1.5]
    assert [number(text) for text in ("SUPP", "", "1e9", "nan", "1,000")] == [None] * 5
    assert [whole_number(text) for text in ("180", "180.0", "180.5", "-1", "5.00E+06")] == [
        180,
        180,
        None,
        None,
        None,
    ]
    assert is_shortened("5.00E+06")
    assert not is_shortened("E+")
