"""Tables in a Word report: real header rows, whole rows, no empty cell, columns that fit."""

import pytest
from docx import Document

from exports.word.wording import NOT_RECORDED
from tests.exports.sample_reports import report_of
from tests.exports.word_files import lines, part, read, written
from visitapp.domain.report import Paragraph, Table


def test_a_table_has_header_rows_and_caption(tmp_path):
    table = Table("t", "Agreed actions", ("Action", "By"), (("Read more", "Easter"), ("Write more", "May")))
    path = written(report_of(table), tmp_path)
    assert lines(report_of(table), tmp_path, "Caption") == ["Table 1: Agreed actions"]
    rows = Document(str(path)).tables[0].rows
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["Action", "By"],
        ["Read more", "Easter"],
        ["Write more", "May"],
    ]
    assert part(path).count("<w:cantSplit/>") == 3
    assert part(path).count("<w:tblHeader/>") == 1


def test_tables_are_numbered_through_the_report(tmp_path):
    tables = [Table(f"t{n}", f"Part {n}", ("A",), (("x",),)) for n in (1, 2, 3)]
    captions = lines(report_of(*tables), tmp_path, "Caption")
    assert captions == ["Table 1: Part 1", "Table 2: Part 2", "Table 3: Part 3"]


def test_a_blank_cell_says_that_nothing_is_recorded(tmp_path):
    table = Table("t", "Actions", ("Action", "By"), (("Read more", " "),))
    assert read(report_of(table), tmp_path).rows == (("Read more", NOT_RECORDED),)


def test_short_rows_are_filled_and_long_rows_lose_nothing(tmp_path):
    table = Table("t", "Actions", ("Action", "By"), (("Read",), ("Write", "May", "twice")))
    found = read(report_of(table), tmp_path)
    assert found.rows == (("Read", NOT_RECORDED, NOT_RECORDED), ("Write", "May", "twice"))
    assert "Column 3" in part(tmp_path / "report.docx")


@pytest.mark.parametrize("widths", [(), (5.0, 11.0), (5.0,), (0.0, 0.0), (1.0, -1.0)])
def test_columns_fill_the_line_whatever_widths_are_given(widths, tmp_path):
    table = Table("t", "Actions", ("Action", "By"), (("Read", "Easter"),), widths_cm=widths)
    columns = Document(str(written(report_of(table), tmp_path))).tables[0].columns
    assert sum(column.width.cm for column in columns) == pytest.approx(16.2, abs=0.05)


def test_widths_are_kept_in_proportion(tmp_path):
    table = Table("t", "Actions", ("Action", "By"), (("Read", "Easter"),), widths_cm=(12.0, 4.0))
    first, second = Document(str(written(report_of(table), tmp_path))).tables[0].columns
    assert first.width.cm == pytest.approx(3 * second.width.cm, abs=0.02)


def test_a_column_has_room_for_its_longest_word(tmp_path):
    rows = (("1", "A long account of what was seen in the lesson and what pupils said of it. " * 4, "Mathematics"),)
    number, _, strand = (
        Document(str(written(report_of(Table("t", "Evidence", ("No", "Seen", "Strand"), rows)), tmp_path)))
        .tables[0]
        .columns
    )
    assert strand.width.cm > 2.4
    assert number.width < strand.width


def test_a_table_of_very_many_columns_stays_on_the_page(tmp_path):
    table = Table("t", "Scores", tuple("abcdefghijklmnop"), (tuple("Mathematics" for _ in range(16)),))
    columns = Document(str(written(report_of(table), tmp_path))).tables[0].columns
    assert sum(column.width.cm for column in columns) == pytest.approx(16.2, abs=0.05)


def test_text_after_a_table_keeps_its_distance(tmp_path):
    table = Table("t", "Actions", ("A",), (("x",),))
    report = report_of(table, Paragraph("p", "After.\n\nFurther."), Paragraph("q", "Last."))
    assert lines(report, tmp_path, "Text After Table") == ["After."]
    assert lines(report, tmp_path, "Normal") == ["Further.", "Last."]


def test_a_table_without_columns_still_has_a_cell(tmp_path):
    assert read(report_of(Table("t", "Actions", (), ((),))), tmp_path).rows == ((NOT_RECORDED,),)


def test_a_table_without_rows_is_left_out(tmp_path):
    assert Document(str(written(report_of(Table("t", "Actions", ("A",), ())), tmp_path))).tables == []
