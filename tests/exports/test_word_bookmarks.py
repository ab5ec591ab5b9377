"""Every record can be found again in a returned file by a name of its own."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.word.bookmarks import LONGEST, record_bookmarks, report_bookmark
from exports.word.verify import verify
from tests.exports.sample_reports import paired_report, partner_report, report_of
from tests.exports.word_files import altered, read, written
from visitapp.domain.report import Bullet, Bullets, Paragraph, ReportSection, Table
from visitapp.errors import ExportError

_ALLOWED = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")


@pytest.mark.parametrize("report", [partner_report(), paired_report()], ids=["partner", "paired"])
def test_the_bookmarks_of_a_file_are_the_records_of_its_report(report, tmp_path):
    found = {name for name in read(report, tmp_path).bookmarks if name.startswith("rv_")}
    assert found == {f"rv_{record_id.replace('-', '')}" for record_id in report.texts()}


@pytest.mark.parametrize("report", [partner_report(), paired_report()], ids=["partner", "paired"])
def test_the_text_of_each_bookmark_is_the_text_of_its_record(report, tmp_path):
    names, found = record_bookmarks(report), read(report, tmp_path).bookmarks
    assert {record_id: found[name] for record_id, name in names.items()} == report.texts()


def test_the_bookmark_of_a_row_stands_for_the_whole_row(tmp_path):
    table = Table("t", "Actions", ("Action", "By"), (("Read", "Easter"), ("Write", "May")), ("one", "two"))
    found = read(report_of(table), tmp_path).bookmarks
    assert (found["rv_one"], found["rv_two"]) == ("Read\nEaster", "Write\nMay")


def test_a_row_without_a_record_has_no_bookmark(tmp_path):
    table = Table("t", "Actions", ("Action",), (("Read",), ("Write",)), ("one",))
    found = [name for name in read(report_of(table), tmp_path).bookmarks if name.startswith("rv_")]
    assert found == ["rv_section", "rv_one"]


def test_texts_without_a_record_are_written_all_the_same(tmp_path):
    report = report_of(Paragraph("", "One."), Paragraph("", "Two."), Bullets((Bullet("", "Three."),)))
    assert set(read(report, tmp_path).paragraphs) >= {"One.", "Two.", "Three."}


def test_a_record_shown_twice_is_bookmarked_once(tmp_path):
    shown = Paragraph("same", "The same words.")
    sections = (ReportSection("a", "Findings", 1, (shown,)), ReportSection("b", "Summary", 1, (shown,)))
    found = read(report_of(sections=sections), tmp_path)
    assert found.bookmarks["rv_same"] == "The same words."
    assert found.paragraphs.count("The same words.") == 2


def test_a_blank_text_is_left_out_with_its_bookmark(tmp_path):
    report = report_of(Paragraph("p", " \n "), Bullets((Bullet("b", "\x07"), Bullet("c", "Kept"))))
    assert {name for name in read(report, tmp_path).bookmarks if name.startswith("rv_")} == {"rv_section", "rv_c"}


@pytest.mark.parametrize(
    ("ids", "names"),
    [
        (("0199b7c4-1d2e-7a3b-8c4d-000000000001",), ["rv_0199b7c41d2e7a3b8c4d000000000001"]),
        (("a/b", "ab", "A-B"), ["rv_ab", "rv_ab_2", "rv_AB_3"]),
        (("x" * 60, "x" * 61), ["rv_" + "x" * 37, "rv_" + "x" * 35 + "_2"]),
        (("\u00e9t\u00e9", "/"), ["rv_t", "rv_"]),
    ],
)
def test_names_are_short_plain_and_unlike_each_other(ids, names):
    report = report_of(sections=tuple(ReportSection(record_id, "Heading", 1, ()) for record_id in ids))
    assert list(record_bookmarks(report).values()) == names


@pytest.mark.parametrize("revision", [1, 10, 123_456])
def test_the_report_is_named_within_forty_characters(revision):
    name = report_bookmark(partner_report(revision=revision))
    assert len(name) <= LONGEST
    assert name.endswith(f"_r{revision}")


@given(st.lists(st.text(min_size=1), unique=True, max_size=30))
def test_any_ids_give_names_word_keeps(ids):
    report = report_of(sections=tuple(ReportSection(record_id, "Heading", 1, ()) for record_id in ids))
    names = list(record_bookmarks(report).values())
    assert len({name.lower() for name in names}) == len(ids)
    assert all(_ALLOWED.fullmatch(name) for name in names)


@pytest.mark.parametrize("between", [(), (Paragraph("blank", " "), Table("none", "None", ("A",), ()))])
def test_behind_a_table_a_bookmark_ends_with_the_first_paragraph(between, tmp_path):
    table = Table("t", "Actions", ("Action",), (("Read",),), ("one",))
    items = Bullets((Bullet("b", "First.\n\nSecond."), Bullet("c", "Third.\n\nFourth.")))
    found = read(report_of(table, *between, items, table, Paragraph("p", "Fifth.\n\nSixth.")), tmp_path)
    assert [found.bookmarks[f"rv_{one}"] for one in "bcp"] == ["First.", "Third.\n\nFourth.", "Fifth."]
    assert set(found.paragraphs) >= {"Second.", "Fourth.", "Sixth."}


def test_the_rest_of_a_text_behind_a_table_is_missed_too(tmp_path):
    table = Table("t", "Actions", ("Action",), (("Read",),), ("one",))
    report = report_of(table, Paragraph("p", "Fifth.\n\nSixth."))
    path = altered(written(report, tmp_path), "Sixth.", "Seventh.")
    with pytest.raises(ExportError, match="is missing or different"):
        verify(report, path)
