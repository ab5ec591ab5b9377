"""A PDF holds what the report holds, is tagged, is the same twice, and reads text as text."""

import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from exports.pdf.literal import in_words, literal
from exports.pdf.source import source
from exports.pdf.typeset import typeset
from exports.pdf.write import pdf_bytes, said_texts, write_pdf
from exports.word.wording import SAMPLE
from tests.exports.sample_papers import every_paper
from tests.exports.sample_reports import paired_report, partner_report, report_of
from tests.exports.test_word_hostile_text import _CLEANED, _KEPT, _everywhere
from visitapp.domain.report import Bullet, Bullets, Paragraph, ReportSection, Table
from visitapp.errors import ExportError
from visitapp.paths import resource

_ALL = every_paper()
_READER = shutil.which("pdftotext")
_TELLER = shutil.which("pdfinfo")
needs_a_reader = pytest.mark.skipif(_READER is None or _TELLER is None, reason="no program here reads a PDF")


def read(content, folder, *options):
    path = folder / "report.pdf"
    path.write_bytes(content)
    answer = subprocess.run([_READER, *options, str(path), "-"], capture_output=True, check=True)
    return answer.stdout.decode()


def about(path, *options):
    return subprocess.run([_TELLER, *options, str(path)], capture_output=True, check=True).stdout.decode()


def squeezed(text):
    """Return a text without anything a line break on paper may change."""
    return re.sub(r"[\s\u2060\ufeff]+", "", text)


@pytest.mark.parametrize("key", _ALL, ids="-".join)
def test_every_paper_can_be_set_whole_and_comes_out_the_same_twice(key):
    report = _ALL[key]()
    assert pdf_bytes(report) == pdf_bytes(report)


@needs_a_reader
@pytest.mark.parametrize("key", [key for key in _ALL if key[0] in ("sallowfield", "quillmoor")], ids="-".join)
def test_another_program_reads_every_text_in_a_paper(key, tmp_path):
    report = _ALL[key]()
    found = squeezed(re.sub(r"\n[^\n]*Page \d+ of \d+|\f[^\n]*\n", "\n", read(pdf_bytes(report), tmp_path, "-raw")))
    found = squeezed(found)
    for text in said_texts(report):
        words = [squeezed(word) for word in text.split()]
        assert all(word in found for word in words), text


@needs_a_reader
def test_a_pdf_is_tagged_titled_dated_and_on_our_paper(tmp_path):
    report = paired_report("DRAFT")
    read(pdf_bytes(report), tmp_path)
    told = about(tmp_path / "report.pdf")
    assert re.search(r"Tagged:\s+yes", told)
    assert re.search(r"Title:\s+Peer review report: Quillmoor Primary Academy", told)
    assert re.search(r"Author:\s+B. Lead Reviewer", told)
    assert "A4" in told
    structure = about(tmp_path / "report.pdf", "-struct")
    assert {"H1", "H2", "L", "LI", "Table", "TH", "TD", "TOC"} <= set(re.findall(r"^\s*([A-Z]\w*)", structure, re.M))
    assert b"/Lang" in pdf_bytes(report)


def test_a_pdf_says_it_is_made_for_screen_readers():
    assert b"pdfuaid:part" in pdf_bytes(partner_report())


@needs_a_reader
def test_every_page_says_draft_school_version_and_page(tmp_path):
    pages = read(pdf_bytes(partner_report()), tmp_path, "-layout").split("\f")[:-1]
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert "DRAFT" in page.split("\n")[0]
        assert f"Page {number} of {len(pages)}" in page
        assert "Sallowfield Primary School \u00b7 DRAFT version 1" in page


@needs_a_reader
def test_a_final_pdf_says_nothing_of_a_draft(tmp_path):
    assert "DRAFT" not in read(pdf_bytes(partner_report("FINAL", 2)), tmp_path)


@needs_a_reader
def test_only_a_sample_says_that_it_is_one(tmp_path):
    assert SAMPLE in " ".join(read(pdf_bytes(paired_report()), tmp_path).split())
    assert "sample" not in read(pdf_bytes(partner_report()), tmp_path).lower()


@needs_a_reader
def test_a_long_report_has_contents_and_a_short_one_has_none(tmp_path):
    assert "Contents" in read(pdf_bytes(paired_report()), tmp_path)
    assert "Contents" not in read(pdf_bytes(report_of(Paragraph("p", "Text"))), tmp_path)
    long = report_of(*(Paragraph(f"p{n}", "Pupils read widely and well. " * 40) for n in range(30)))
    assert "Contents" in read(pdf_bytes(long), tmp_path)


@needs_a_reader
def test_governors_get_no_more_than_a_page(tmp_path):
    for key in _ALL:
        if key[1] == "governors":
            assert read(pdf_bytes(_ALL[key]()), tmp_path).count("\f") == 1, key


def test_texts_are_compared_with_what_was_set():
    report = report_of(
        Paragraph("p", "One."), Bullets((Bullet("b", "Two.\n\nMore."),)), Table("t", "", ("A",), (("x",),))
    )
    assert list(typeset(source(report), report.created).texts) == list(said_texts(report))


@pytest.mark.parametrize("text", _KEPT + _CLEANED)
def test_hostile_text_in_every_place_is_set_as_text(text):
    report = _everywhere(text)
    assert pdf_bytes(report).startswith(b"%PDF")


@pytest.mark.parametrize(
    "text",
    [
        '#panic("x")',
        "$ x^2 $",
        "*b* _i_ `c`",
        '"); #read("/etc/passwd")',
        "\\",
        "\\u{41}",
        "// no comment",
        "/* no comment",
        "@preview/x:1",
        "= Heading",
        "- item",
        "<said>",
    ],
)
def test_the_typesetters_own_language_is_only_words(text):
    report = report_of(Paragraph("p", text), Bullets((Bullet("b", text),)), Table("t", text, (text,), ((text,),)))
    assert text in typeset(source(report), report.created).texts


def test_a_literal_ends_only_where_it_should():
    assert literal('a"b\\c\nd\te\x07') == '"a\\"b\\\\c\\nd\\te"'


def test_a_sign_without_a_font_is_named_in_words():
    assert in_words("well done \U0001f44d", {"\U0001f44d"}) == "well done [thumbs up sign]"
    assert in_words("\U0001fffe", {"\U0001fffe"}) == "[u+1fffe]"


def test_a_report_with_signs_no_font_holds_is_still_whole():
    found = typeset(
        source(report_of(Paragraph("p", "Good \U0001fffe and \ue000 here"))), datetime(2026, 1, 1, tzinfo=UTC)
    )
    assert found.named >= {"\U0001fffe"}
    assert any("[u+1fffe]" in text for text in found.texts)


def test_a_sign_nobody_sees_that_no_pdf_may_hold_is_left_out():
    report = report_of(Paragraph("p", "\ufeffPasted words, e\u0301\ufeff."), school="\ufeffSchool")
    assert typeset(source(report), report.created).texts[-1] == "Pasted words, e\u0301."
    assert pdf_bytes(report).startswith(b"%PDF")


def test_an_empty_report_is_a_whole_pdf():
    assert pdf_bytes(report_of(sections=())).startswith(b"%PDF")
    assert pdf_bytes(_everywhere("")).startswith(b"%PDF")


def test_an_earlier_moment_gives_other_bytes_and_the_same_moment_the_same():
    report = report_of(Paragraph("p", "Text"))
    later = report_of(Paragraph("p", "Text"), created=report.created + timedelta(days=1))
    assert pdf_bytes(report) != pdf_bytes(later)


def test_a_pdf_that_cannot_be_written_leaves_the_older_file(tmp_path):
    (tmp_path / "report.pdf").mkdir()
    with pytest.raises(ExportError, match="Your text is safe"):
        write_pdf(report_of(Paragraph("p", "Text")), tmp_path / "report.pdf")
    assert (tmp_path / "report.pdf").is_dir()


def test_a_refusal_names_no_program():
    with pytest.raises(ExportError, match="no PDF was written") as refused:
        typeset("#panic()", datetime(2026, 1, 1, tzinfo=UTC))
    assert "Export the report to Word instead." in str(refused.value)


def test_a_report_in_welsh_is_marked_as_welsh():
    assert b"cy-GB" in pdf_bytes(report_of(Paragraph("p", "Testun"), language="cy-GB"))


def test_sections_deep_and_empty_are_set():
    sections = (ReportSection("a", "A", 1, ()), ReportSection("b", "B", 2, ()), ReportSection("c", "C", 3, ()))
    assert list(said_texts(report_of(sections=sections)))[-3:] == [
        "B",
        "C",
        "Nothing is recorded under this heading.",
    ]
    assert pdf_bytes(report_of(sections=sections)).startswith(b"%PDF")


def test_the_typesetter_is_loaded_only_for_a_pdf():
    question = "import exports.pdf.write, sys; print('typst' in sys.modules)"
    answer = subprocess.run(
        [sys.executable, "-c", question], capture_output=True, text=True, check=True, cwd=resource("").parent
    )
    assert answer.stdout.strip() == "False"
