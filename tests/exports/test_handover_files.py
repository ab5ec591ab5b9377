"""A handover as Word, spreadsheet and comma-separated files: whole, equal text by text, and never a formula."""

import csv
import errno
import io
import os
import re
from dataclasses import replace

import pytest
from docx import Document
from handover_records import AT, handed, note
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from sample_records import told

from exports.file_name import stamped_name
from exports.handover.comma_separated import handover_files, harmless, read_rows, restored
from exports.handover.read_sheets import read_sheets
from exports.handover.sheets import MOST_UNITS, handover_sheets
from exports.handover.word import handover_report, handover_word
from exports.handover.workbook import sheet_names
from exports.handover.write import CSV, FORMATS, WORD, XLSX, handover_paths, write_handover
from exports.word.package import packed, unpacked
from exports.word.read_back import read_content
from tests.exports.accessibility_check import findings as objections
from tests.exports.word_files import format_errors
from visitapp.domain.evidence import Draft
from visitapp.domain.finding import Action, Finding
from visitapp.domain.handover import compose_handover
from visitapp.domain.text import clean
from visitapp.domain.writing import Block
from visitapp.errors import ExportError

NAME = "Sallowfield Primary School 2025-11-20 handover 1042"
_STARTS = ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"]
_BEFORE = ["", " ", "\u00a0", "\u3000", "\t", "'", "''", "' "]
_FORMULAS = [f"{before}{start}1+1" for start in _STARTS for before in _BEFORE]
_WILD = [
    '=HYPERLINK("http://example.org","x")',
    "=cmd|' /C calc'!A0",
    "-5.2",
    "+44 1962 000000",
    "- a bullet\n- another",
    "@SUM(A1)",
    "'tis",
    "'=1",
    "''=1",
    "_x0041_ and _x005F_x0041_ and _x0041_x0042_",
    'R&D <b>x</b> 3 < 5 & more "quoted" \u2018so\u2019 ]]> </t></si>',
    "one, two; three\tfour",
    "first\n\nsecond\n\n\n\nthird\n",
    "\n\nblank first",
    " leading and trailing ",
    "nul\x00 bell\x07 escape\x1b delete\x7f \x85 \u2028 \ufffe \ud800",
    "\u202eoverride\u202c",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f e\u0301",
    "\u0627\u0644\u0645\u062f\u0631\u0633\u0629 \u05d1\u05d9\u05ea",
    "\ufeffmark",
    "word " * 2_000,
    "w" * 10_000,
    "line\n" * 400,
    "x" * MOST_UNITS,
    "x" * (MOST_UNITS + 1),
    "ab\n=c" * 8_000,
    "\U0001f600" * 17_000,
    "\U0001f600" * 16_000 + "=1",
    "",
    "   ",
]
_TEXTS = st.text(st.characters(max_codepoint=0x2FFFF), max_size=80) | st.sampled_from(_WILD + _FORMULAS)


def everywhere(*texts):
    """Return a handover with each text in a note, a finding, an action, a paragraph and a box."""
    found = [
        (
            note(number, text),
            Finding(f"f{number}", "visit", "strength", "", text),
            Action(f"a{number}", "visit", text, owner=text, first_step=text, measure=text),
            Block(f"b{number}", "visit", "context", float(number), text),
        )
        for number, text in enumerate(texts, 1)
    ]
    drafts = [Draft("visit", f"box {number}", text) for number, text in enumerate(texts)]
    return handed(*(one for group in found for one in group), drafts=drafts)


def texts_of(handover, code):
    """Return the rows of a list as texts."""
    one = next(one for one in handover.all_lists() if one.code == code)
    return [[str(cell) for cell in row] for row in (one.header, *one.rows)]


def in_sheets(handover):
    """Return the texts in the sheet of evidence, as read back, without what goes on in rows below."""
    return [row[18] if len(row) > 18 else "" for row in read_sheets(handover_sheets(handover))["Evidence"]][1:]


@pytest.mark.parametrize("text", _FORMULAS + _WILD)
def test_a_text_made_harmless_is_restored_as_it_was(text):
    assert restored(harmless(text)) == text


@given(st.text(st.sampled_from("'=+-@\t\r\n \uff1dab1"), max_size=6))
def test_any_text_made_harmless_is_restored_and_no_longer_risky(text):
    cell = harmless(text)
    assert restored(cell) == text
    assert not re.match(r"[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20]", cell)


@pytest.mark.parametrize("text", ["'tis the season", "It's", "a=b", "3 - 2", "61%", "", "'"])
def test_an_ordinary_text_is_left_alone(text):
    assert harmless(text) == text


@pytest.mark.parametrize("text", _FORMULAS + _WILD)
def test_no_cell_of_a_comma_separated_file_can_be_a_formula(text):
    for name, content in handover_files(everywhere(text)).items():
        for row in csv.reader(io.StringIO(content.decode("utf-8-sig")[:60_000], newline="")):
            for cell in row:
                assert cell.lstrip()[:1] not in ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"), name
                assert cell[:1] not in ("\t", "\r", "\n"), name


def test_a_comma_separated_file_is_as_excel_and_rfc_4180_want_it():
    content = handover_files(handed(note(1, 'One, "two"\n\nthree')))["evidence.csv"]
    assert content.startswith(b"\xef\xbb\xbfNote,Date,Time,")
    assert content.endswith(b"\r\n")
    assert content.count(b"\r\n") == 2
    assert b'"One, ""two""\n\nthree"' in content


def test_the_rule_for_apostrophes_is_told_in_the_files_themselves():
    assert "one apostrophe in front" in handover_files(handed())["about.csv"].decode()


def test_there_is_a_file_for_every_list_even_an_empty_one():
    handover = handed()
    files = handover_files(handover)
    assert list(files) == [f"{one.code}.csv" for one in handover.all_lists()]
    assert all(read_rows(content)[0] for content in files.values())


@pytest.mark.parametrize("text", _WILD)
def test_a_wild_text_is_equal_in_all_three_formats(text):
    handover = everywhere(text)
    wanted = clean(text)
    assert read_rows(handover_files(handover)["evidence.csv"])[1][18] == wanted
    assert "".join(in_sheets(handover)) == wanted
    bookmarks = read_content(handover_word(handover)).bookmarks
    assert bookmarks["rv_textnote1"] == (wanted if wanted.strip() else "This note has no words.")


@settings(max_examples=60, deadline=None)
@given(st.lists(_TEXTS, min_size=1, max_size=4))
def test_any_texts_are_equal_in_all_three_formats(texts):
    handover = everywhere(*texts)
    files, sheets = handover_files(handover), read_sheets(handover_sheets(handover))
    bookmarks = read_content(handover_word(handover)).bookmarks
    assert len(sheets) == len(files) == len(handover.all_lists())
    for code in ("evidence", "findings", "actions", "report", "typing"):
        assert read_rows(files[f"{code}.csv"]) == texts_of(handover, code)
    for number, text in enumerate(texts, 1):
        assert bookmarks[f"rv_textnote{number}"] == (
            clean(text) if clean(text).strip() else "This note has no words."
        )
    assert "".join(in_sheets(handover)) == "".join(map(clean, texts))


@pytest.mark.parametrize("text", [text for text in _FORMULAS if harmless(text) != text])
def test_no_cell_of_the_spreadsheet_is_a_formula_and_none_becomes_one_when_edited(text):
    parts = unpacked(handover_sheets(everywhere(text)))
    names = [name for name in parts if name.startswith("xl/worksheets/")]
    kinds = {cell.get("t") for name in names for cell in etree.fromstring(parts[name]).iter("{*}c")}
    assert kinds <= {"s", None}
    assert not any(b"<f" in parts[name] for name in names)
    evidence = etree.fromstring(parts["xl/worksheets/sheet2.xml"])
    (cell,) = [cell for cell in evidence.iter("{*}c") if cell.get("r") == "S2"]
    assert cell.get("s") == "2"
    assert b'quotePrefix="1"' in parts["xl/styles.xml"]


@pytest.mark.parametrize("text", _WILD)
def test_word_and_spreadsheet_are_sound_files_whatever_stands_in_them(text, tmp_path):
    for path in write_handover(everywhere(text[:500]), tmp_path, (WORD, XLSX)):
        assert format_errors(path) == []


def test_a_text_too_long_for_a_cell_goes_on_in_the_rows_below():
    long = "0123456789" * 5_000
    rows = read_sheets(handover_sheets(handed(note(1, long), note(2, "next"))))["Evidence"][1:]
    assert [row[0] for row in rows] == ["E1", "E1 continued 2", "E1 continued 3", "E1 continued 4", "E2"]
    assert "".join(row[18] for row in rows[:-1]) == long
    assert all(len(str(cell)) <= MOST_UNITS for row in rows for cell in row)


def test_numbers_stay_numbers():
    rows = read_sheets(handover_sheets(handed(Action("a", "visit", "Check"))))["Actions"]
    assert rows[1][0] == 1


def test_a_sheet_is_ready_to_sort_and_to_print():
    parts = unpacked(handover_sheets(handed(note(1))))
    sheet = parts["xl/worksheets/sheet2.xml"].decode()
    assert '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' in sheet
    assert '<autoFilter ref="A1:T2"/>' in sheet
    assert 'customWidth="1"' in sheet
    core = parts["docProps/core.xml"].decode()
    assert "<dc:title>Handover: Sallowfield Primary School</dc:title>" in core
    assert "<dc:language>en-GB</dc:language>" in core
    assert "2025-11-20T10:42:07Z" in core


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (["Evidence", "evidence"], ["Evidence", "evidence 2"]),
        (["a" * 40, "a" * 40], ["a" * 31, "a" * 29 + " 2"]),
        (["[x]: */\\?", "''", ""], ["x", "Sheet", "Sheet 2"]),
    ],
)
def test_sheets_are_named_as_excel_allows(titles, names):
    assert sheet_names(titles) == names


def test_a_spreadsheet_with_a_formula_in_it_is_not_taken_for_one_of_ours():
    parts = unpacked(handover_sheets(handed(note(1))))
    sheet = parts["xl/worksheets/sheet1.xml"].replace(b"<v>", b"<f>1+1</f><v>", 1)
    with pytest.raises(ExportError):
        read_sheets(packed(parts | {"xl/worksheets/sheet1.xml": sheet}))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a zip", packed({"xl/workbook.xml": b"<x/>"})])
def test_what_is_no_spreadsheet_is_refused_in_plain_words(content):
    with pytest.raises(ExportError, match="The spreadsheet is damaged"):
        read_sheets(content)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b'a,"b\r\n'])
def test_what_is_no_comma_separated_file_is_refused_in_plain_words(content):
    with pytest.raises(ExportError, match="damaged"):
        read_rows(content)


@pytest.mark.parametrize("code", ["sallowfield", "quillmoor"])
def test_the_word_file_of_a_sample_can_be_heard_as_well_as_seen(code, tmp_path):
    handover = compose_handover(told(code), AT, "Europe/London", private=True, sample=True)
    (path,) = write_handover(handover, tmp_path, (WORD,))
    assert objections(path, handover.status) == []
    assert format_errors(path) == []


def test_every_note_has_a_heading_by_which_it_is_found(tmp_path):
    (path,) = write_handover(handed(note(1, marker="strength"), note(2)), tmp_path, (WORD,))
    headings = [one.text for one in Document(str(path)).paragraphs if one.style.name == "Heading 3"]
    assert headings == ["E1 \u00b7 10:01 \u00b7 Strength", "E2 \u00b7 10:02 \u00b7 Note"]


def test_a_handover_is_no_version_of_the_report():
    report = handover_report(handed())
    assert report.revision == 0
    assert report.status == "UNFINISHED"
    footer = unpacked(handover_word(handed()))["word/footer1.xml"].decode()
    assert "UNFINISHED" in footer
    assert "version" not in footer.partition("?>")[2]


def test_private_words_are_in_no_part_of_any_file(tmp_path):
    handover = handed(note(1), note(2, "Xyzzy plugh", private=True), drafts=[Draft("visit", "c", "Xyzzy #me")])
    for path in write_handover(handover, tmp_path):
        for file in [path] if path.is_file() else path.iterdir():
            content = file.read_bytes()
            parts = [content] if file.suffix == ".csv" else unpacked(content).values()
            assert not any(b"Xyzzy" in part for part in parts)


def test_files_are_named_for_the_school_the_day_and_the_minute(tmp_path):
    assert [path.name for path in write_handover(handed(), tmp_path)] == [
        f"{NAME}.docx",
        f"{NAME}.xlsx",
        f"{NAME} CSV",
    ]


@pytest.mark.parametrize(
    ("school", "name"),
    [
        ("St. Ann's: C/E", "St. Ann's C E 2025-11-20 handover 1042"),
        ("", "School 2025-11-20 handover 1042"),
        ("con", "_con 2025-11-20 handover 1042"),
        ("x" * 90, "x" * 60 + " 2025-11-20 handover 1042"),
    ],
)
def test_a_stamped_name_is_allowed_everywhere(school, name):
    assert stamped_name(school, AT, "handover") == name


def test_the_same_moment_gives_the_same_bytes(tmp_path):
    handover = handed(note(1), note(2))
    one, other = (write_handover(handover, tmp_path / name, (WORD, XLSX)) for name in ("a", "b"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]


@pytest.mark.parametrize("chosen", FORMATS)
def test_only_what_is_asked_for_is_written(chosen, tmp_path):
    (path,) = write_handover(handed(note(1)), tmp_path, (chosen,))
    assert list(tmp_path.iterdir()) == [path]
    assert path.is_dir() is (chosen == CSV)


def test_what_stops_the_work_leaves_nothing_behind(tmp_path):
    class EnoughError(Exception):
        pass

    heard = []

    def step(done, steps):
        heard.append((done, steps))
        if done == 3:
            raise EnoughError

    with pytest.raises(EnoughError):
        write_handover(handed(note(1)), tmp_path, FORMATS, step)
    assert heard == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("chosen", FORMATS)
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_disk_that_refuses_leaves_the_older_file_whole(tmp_path, monkeypatch, chosen, number, call):
    (path,) = write_handover(handed(note(1)), tmp_path, (chosen,))
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}

    def refused(*_args):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, call, refused)
    with pytest.raises(ExportError, match=r"Your text is safe in Visitapp\."):
        write_handover(handed(note(1), note(2)), tmp_path, (chosen,))
    monkeypatch.undo()
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before
    assert path.exists()


def test_a_text_that_would_be_lost_stops_everything_before_the_disk_is_touched(tmp_path, monkeypatch):
    handover = handed(note(1))
    monkeypatch.setattr("exports.handover.sheets._pieces", lambda cell: [str(cell)[:3]])
    with pytest.raises(ExportError, match="missing or different"):
        write_handover(handover, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_programme_of_any_name_is_a_sheet_of_its_own():
    handover = handed(note(1))
    lists = tuple(replace(one, title="What: a/very [long] judgement title?") for one in handover.lists)
    assert len(read_sheets(handover_sheets(replace(handover, lists=lists)))) == len(lists) + 2


def test_paths_are_told_before_anything_is_written(tmp_path):
    assert list(handover_paths(handed(), tmp_path, {XLSX, WORD})) == [WORD, XLSX]
