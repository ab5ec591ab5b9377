"""Whatever is pasted into a note comes out of Word as it went in, less what no document may hold."""

from datetime import UTC, datetime

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.word.package import packed
from exports.word.read_back import read_content
from exports.word.template import report_parts, template_parts
from exports.word.verify import verify_content
from exports.word.wording import NOT_RECORDED
from tests.exports.sample_reports import report_of
from tests.exports.word_files import format_errors, read, written
from visitapp.domain.report import Bullet, Bullets, Paragraph, Report, ReportSection, Table
from visitapp.domain.text import clean

_KEPT = [
    'R&D <b>x</b> 3 < 5 & more "quoted" \u2018so\u2019',
    "</w:t></w:r></w:p><w:p/>",
    "]]>",
    "<![CDATA[ x ]]>",
    "<!-- not a comment -->",
    "<?xml version='1.0'?>",
    "&amp; &lt; &#0; &nbsp;",
    "{{ cycler.__init__.__globals__ }} {% for x in y %} {#",
    "{%p endfor %}",
    '=HYPERLINK("http://example.org")',
    " leading and trailing ",
    "two  spaces\u00a0and\u2009others",
    "tab\there\tand there",
    "line\nbreak\n",
    "\n\nfirst line blank",
    "one\n\n\ntwo",
    "one\n\n \n\ntwo",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1ec\U0001f1e7 \u2764\ufe0f",
    "e\u0301 \u00e9 \ufb01 \u212b",
    "\u0627\u0644\u0645\u062f\u0631\u0633\u0629 \u05d1\u05d9\u05ea \u05e1\u05e4\u05e8 school",
    "\u5b66\u6821\u306f\u826f\u3044",
    "zero\u200bwidth\u00adsoft\ufeffmark",
    "\u0080\u0090 and \U0001fffe",
    "w" * 10_000,
    "word " * 4_000,
    "- typed bullet",
    "rv_section",
]
_CLEANED = [
    "nul\x00 bell\x07 escape\x1b unit\x1f delete\x7f",
    "vertical\x0btab and form\x0cfeed",
    "windows\r\nold mac\rnext\x85line\u2028separator\u2029",
    "lone \ud800 surrogate \udfff",
    "not \ufffe characters \uffff \ufdd0",
    "\u202eright to left override\u202c \u2066isolate\u2069",
]
_TEXTS = st.text(st.characters(max_codepoint=0x2FFFF), max_size=60) | st.sampled_from(_KEPT[:26] + _CLEANED)


@pytest.mark.parametrize("text", _KEPT)
def test_a_hostile_paragraph_comes_back_as_typed(text, tmp_path):
    assert read(report_of(Paragraph("p", text)), tmp_path).bookmarks["rv_p"] == text


@pytest.mark.parametrize("text", _CLEANED)
def test_what_no_document_may_hold_is_dropped(text, tmp_path):
    assert read(report_of(Paragraph("p", text)), tmp_path).bookmarks["rv_p"] == clean(text)


@pytest.mark.parametrize("text", _KEPT + _CLEANED)
def test_hostile_text_is_the_same_in_bullets_and_rows(text, tmp_path):
    blocks = Bullets((Bullet("b", text),)), Table("t", text, ("A", text), (("x", text),), ("row",))
    found = read(report_of(*blocks), tmp_path)
    assert found.bookmarks["rv_b"] == clean(text)
    assert found.rows == (("x", clean(text)),)


def _everywhere(text):
    return Report(
        id=text,
        revision=1,
        title=text,
        school=text,
        subtitle=text,
        status="DRAFT",
        author=text,
        created=datetime(2026, 1, 1, tzinfo=UTC),
        front=((text, text),),
        sections=tuple(
            ReportSection(f"{text}{n}", text, 1, (Paragraph(f"p{n}", text, "statement"),)) for n in range(8)
        ),
        distribution=(text,),
        confidentiality=text,
        sample=True,
    )


@pytest.mark.parametrize("text", _KEPT + _CLEANED)
def test_hostile_text_in_every_place_gives_a_sound_file(text, tmp_path):
    path = written(_everywhere(text), tmp_path)
    Document(str(path))
    assert format_errors(path) == []


def test_an_empty_report_is_a_sound_file(tmp_path):
    path = written(_everywhere(""), tmp_path)
    assert format_errors(path) == []
    assert Document(str(path)).paragraphs[0].text == "Report"


def test_an_untitled_section_can_still_be_found(tmp_path):
    report = report_of(sections=(ReportSection("s", " \x07", 1, ()),))
    assert read(report, tmp_path).headings == ((1, "Untitled section"),)


def test_a_heading_stays_on_one_line(tmp_path):
    report = report_of(sections=(ReportSection("s", "Reading\n\nand  writing", 1, ()),))
    assert read(report, tmp_path).headings == ((1, "Reading and writing"),)


def test_headings_that_only_capitals_tell_apart_keep_their_own_links(tmp_path):
    sections = tuple(ReportSection(name, f"Heading {name}", 1, ()) for name in ("ab", "AB", "a b"))
    found = read(report_of(sections=sections), tmp_path).bookmarks
    assert [found[name] for name in ("rv_ab", "rv_AB_2", "rv_ab_3")] == ["Heading ab", "Heading AB", "Heading a b"]


@settings(max_examples=80, deadline=None)
@given(st.lists(_TEXTS, min_size=1, max_size=5), st.lists(st.tuples(_TEXTS, _TEXTS), max_size=3))
def test_any_texts_come_back_equal(texts, rows):
    blocks = (
        *(Paragraph(f"p{n}", text) for n, text in enumerate(texts)),
        Bullets(tuple(Bullet(f"b{n}", text) for n, text in enumerate(texts))),
        Table("t", texts[0], ("One", "Two"), tuple(rows), tuple(f"r{n}" for n in range(len(rows)))),
    )
    report = report_of(*blocks, school=texts[0], author=texts[-1], front=tuple(rows), distribution=tuple(texts))
    content = packed(template_parts() | report_parts(report))
    verify_content(report, content)
    found = read_content(content).bookmarks
    for number, text in enumerate(texts):
        if clean(text).strip():
            assert found[f"rv_p{number}"] == found[f"rv_b{number}"] == clean(text)
    for number, row in enumerate(rows):
        assert found[f"rv_r{number}"] == "\n".join(
            clean(cell) if clean(cell).strip() else NOT_RECORDED for cell in row
        )
