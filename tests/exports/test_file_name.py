"""The name a report is saved under works on Windows, macOS and Linux."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.file_name import LONGEST, file_name
from tests.exports.sample_reports import partner_report, report_of

_FORBIDDEN = set('<>:"/\\|?*') | {chr(code) for code in range(32)}


def test_the_name_says_school_title_date_status_and_version():
    assert (
        file_name(partner_report())
        == "Sallowfield Primary School - Annual partner review - 2025-11-20 - DRAFT v1.docx"
    )


def test_a_final_report_says_so():
    assert file_name(partner_report("FINAL", 12)).endswith(" - 2025-11-20 - FINAL v12.docx")


@pytest.mark.parametrize(
    ("school", "start"),
    [
        ("St. Mary's C of E / Sallowfield", "St. Mary's C of E Sallowfield - "),
        ('The "Hill" School?', "The Hill School - "),
        ("Line\nbreak\tSchool", "Line break School - "),
        ("", "School - "),
        ("???", "School - "),
        ("../../etc", "etc - "),
        ("..\\..\\Windows", "Windows - "),
        ("Ysgol Gymraeg Pen-y-gro\u0302es", "Ysgol Gymraeg Pen-y-gr\u00f4es - "),
        ("Con. School", "_Con. School - "),
        ("aux.", "aux - "),
        ("LPT1.x", "_LPT1.x - "),
        ("COM\u00b9.x", "_COM\u00b9.x - "),
        ("Conway School", "Conway School - "),
    ],
)
def test_a_school_is_named_as_windows_allows(school, start):
    assert file_name(report_of(school=school)).startswith(start)


def test_a_report_without_title_is_called_a_report():
    assert " - Report - " in file_name(report_of(title=" "))


def test_a_long_title_is_cut_and_the_end_kept():
    name = file_name(report_of(title="A very long title " * 20))
    assert len(name) <= LONGEST
    assert name.endswith(" - 2025-11-20 - FINAL v1.docx")


def test_a_long_school_leaves_room_for_the_title():
    assert " - Annual review - " in file_name(report_of(school="School " * 40, title="Annual review"))


def test_wide_characters_fit_the_disk_too():
    assert len(file_name(report_of(school="\U0001f3eb" * 200, title="\U0001f4d8" * 200)).encode()) < 250


@given(st.text(), st.text(), st.sampled_from(["DRAFT", "FINAL", "", "a/b"]), st.integers(1, 10_000))
def test_any_name_is_allowed_on_windows(school, title, status, revision):
    name = file_name(report_of(school=school, title=title, status=status, revision=revision))
    assert not _FORBIDDEN & set(name)
    assert len(name) <= LONGEST
    assert name == name.strip(" .")
    assert name.endswith(".docx")
    assert name.partition(".")[0].strip().upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT9"}


def test_another_paper_says_which_it_is_and_which_format():
    name = file_name(report_of(paper="Action sheet", title="Annual review"), ".pdf")
    assert name.endswith(" - Annual review - Action sheet - 2025-11-20 - FINAL v1.pdf")


def test_a_long_title_never_takes_the_name_of_the_paper():
    name = file_name(report_of(paper="Governors\u2019 half page", title="A very long title " * 20))
    assert " - Governors\u2019 half page - " in name
    assert len(name) <= LONGEST


def test_a_paper_of_a_very_long_name_is_cut():
    assert len(file_name(report_of(paper="\U0001f4d8 paper " * 40))) <= LONGEST
