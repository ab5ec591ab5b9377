"""An Excel workbook in a zip is read like one unpacked, within the same limits, and never unpacked to disk."""

import os
import zipfile

import pytest
from workbook_files import packed, parts_of, saved, sheet_of, text

from visitapp.errors import ImportRefusedError, SeveralSheetsError
from visitapp.imports.tables import source
from visitapp.imports.tables.table import open_table

HEAD = ("URN", "Name", "Value")
PLAIN = sheet_of([text("A1", "URN"), text("B1", "Value")], [text("A2", "1"), text("B2", "2")])


@pytest.fixture
def book(tmp_path):
    """Return a workbook with one table."""
    return saved(tmp_path / "made.xlsx", ("Data", [HEAD, (115850, "Alton", 64)]))


def zipped(path, **members):
    """Return a zip of contents by their names, in which a dot is written as two underscores."""
    with zipfile.ZipFile(path.with_suffix(".zip"), "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(f"extract/{name.replace('__', '.')}", content)
    return path.with_suffix(".zip")


def refused(path):
    with pytest.raises(ImportRefusedError) as caught:
        list(open_table(path).rows())
    sentence = str(caught.value)
    assert sentence.startswith("Nothing in Visitapp was changed: the file was not read, because ")
    assert sentence.endswith(".")
    return sentence


def test_a_workbook_in_a_zip_is_the_same_table_as_the_one_unpacked(book, tmp_path):
    plain = open_table(book)
    path = zipped(tmp_path / "Results", made__xlsx=book.read_bytes(), READ__txt="x")
    table = open_table(path)
    assert (table.name, table.columns, table.size, table.sha256) == ("Results.zip", HEAD, plain.size, plain.sha256)
    assert list(table.rows()) == list(plain.rows()) == [(2, ["115850", "Alton", "64"])]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["Results.zip", "made.xlsx"]


def test_of_several_sheets_in_a_zip_one_must_be_chosen(tmp_path):
    rows = [HEAD, (115850, "Alton", 64)]
    made = saved(tmp_path / "made.xlsx", ("April", rows), ("May", [*rows, (115851, "Anstey", 70)]))
    path = zipped(tmp_path / "Results", made__xlsx=made.read_bytes())
    with pytest.raises(SeveralSheetsError) as caught:
        open_table(path)
    assert caught.value.sheets == ("April", "May")
    found = [open_table(path, sheet=one) for one in caught.value.sheets]
    assert [(one.name, len(list(one.rows()))) for one in found] == [
        ("Results.zip, April", 1),
        ("Results.zip, May", 2),
    ]
    assert found[0].sha256 != found[1].sha256


def test_a_workbook_beside_the_only_text_table_of_a_zip_is_passed_over(book, tmp_path):
    path = zipped(tmp_path / "Results", guide__xlsx=book.read_bytes(), table__csv="URN,Town\n1,Alton\n")
    assert open_table(path).columns == ("URN", "Town")


def test_a_zip_with_two_workbooks_is_refused(book, tmp_path):
    path = zipped(tmp_path / "Results", one__xlsx=book.read_bytes(), two__xlsm=book.read_bytes())
    assert "it is a zip file and it holds 2 tables. Unpack it" in refused(path)


def test_a_workbook_open_in_excel_leaves_no_second_one(book, tmp_path):
    content = {"made.xlsx": book.read_bytes(), "~$made.xlsx": b"a lock"}
    assert open_table(packed(tmp_path / "Results.zip", content)).columns == HEAD


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"URN,Name\n1,Alton\n", "what is in it is not a workbook, or is damaged"),
        (b"PK\x03\x04 and no more", "what is in it is not a workbook, or is damaged"),
        (b"", "the table in it is empty"),
    ],
)
def test_what_calls_itself_a_workbook_in_a_zip_and_is_none_is_refused(tmp_path, content, says):
    assert says in refused(zipped(tmp_path / "Results", made__xlsx=content))


@pytest.mark.parametrize(
    ("part", "says"),
    [("xl/workbook.bin", "of the binary sort (.xlsb)"), ("[Content_Types].xml", "a Word or PowerPoint")],
)
def test_another_office_file_in_a_zip_is_refused_by_what_it_is(tmp_path, part, says):
    inner = packed(tmp_path / "made.xlsx", {part: "x"})
    assert says in refused(zipped(tmp_path / "Results", made__xlsx=inner.read_bytes()))


def test_a_zip_that_would_unpack_to_an_enormous_workbook_is_refused(tmp_path):
    assert "enormous" in refused(zipped(tmp_path / "Results", made__xlsx=b" " * 20_000_000))


def test_a_part_packed_twice_is_measured_by_the_file_it_came_in(tmp_path):
    inner = tmp_path / "made.xlsx"
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in parts_of(PLAIN.replace("</sheetData>", f"</sheetData>{' ' * 20_000_000}")).items():
            package.writestr(name, content)
    assert list(open_table(inner).rows()) == [(2, ["1", "2"])]
    path = zipped(tmp_path / "Results", made__xlsx=inner.read_bytes())
    assert path.stat().st_size < inner.stat().st_size / 2
    assert "enormous" in refused(path)


def test_a_workbook_too_large_to_be_held_is_to_be_unpacked_first(tmp_path, monkeypatch):
    monkeypatch.setattr(source, "LARGEST_HELD", 1024 * 1024)
    inner = packed(tmp_path / "made.xlsx", parts_of(PLAIN) | {"xl/media/picture.png": os.urandom(1_100_000)})
    says = refused(zipped(tmp_path / "Results", made__xlsx=inner.read_bytes()))
    assert says.endswith("because the workbook in it is larger than 1 MB. Unpack it and choose the file you want.")


def test_a_zip_cut_off_anywhere_is_refused_or_read_whole(book, tmp_path):
    path = zipped(tmp_path / "Results", made__xlsx=book.read_bytes())
    whole = path.read_bytes()
    for end in range(5, len(whole), 397):
        path.write_bytes(whole[:end])
        assert "damaged" in refused(path)
    for at in range(60, len(whole) - 200, 997):
        path.write_bytes(whole[:at] + b"\xff" + whole[at + 1 :])
        assert "damaged" in refused(path)
