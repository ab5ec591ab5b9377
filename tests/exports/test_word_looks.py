"""A programme's look: a colour, a cover and header rows that anyone can read, in Word, in PDF and in charts."""

import json
from dataclasses import replace
from itertools import product

import pytest

from exports.pdf.source import source
from exports.pdf.write import pdf_bytes
from exports.word.package import unpacked
from exports.word.styles import paragraph_styles
from exports.word.template import build_template, template_parts
from exports.word.write import word_bytes, written_word
from tests.exports.accessibility_check import contrast, findings
from tests.exports.branded_templates import GREEN, branded_parts
from tests.exports.hostile_templates import zipped
from tests.exports.sample_papers import paper
from tests.exports.sample_reports import paired_report, partner_report, report_of
from tests.exports.word_files import format_errors
from tests.sample_records import told
from visitapp.domain.composition import compose_report
from visitapp.domain.framework import ReportLook
from visitapp.domain.framework.looking import COVERS, TABLES
from visitapp.domain.papers.offered import REPORT, papers_offered
from visitapp.domain.report import Chart, Paragraph, Table
from visitapp.errors import FrameworkError
from visitapp.frameworks.freezing import freeze, thaw
from visitapp.frameworks.library import installed, load_framework
from visitapp.paths import resource

BUILT_IN = ReportLook()
PLUM = ReportLook("6B2F5F", "bar", "tint")
PROGRAMMES = installed(resource("frameworks"), resource("vocabularies")).frameworks
ALL = [ReportLook(accent, *used) for accent in ("1B5E57", "2A439E") for used in product(COVERS, TABLES)]
each_look = pytest.mark.parametrize("look", ALL, ids=lambda one: f"{one.accent}-{one.cover}-{one.tables}")
each_programme = pytest.mark.parametrize("framework", PROGRAMMES, ids=lambda one: one.key)


def styles_of(report):
    return unpacked(word_bytes(report))["word/styles.xml"].decode()


def charted(look):
    chart = Chart("Ratings", (3.0, 1.0), "ratings", "of 4")
    table = Table("t", "Ratings", ("Rating", "Number"), (("Met", "3"), ("Not met", "1")), chart=chart)
    return replace(report_of(table, Paragraph("p", "Text.")), look=look)


@each_programme
def test_a_programme_says_how_its_report_looks_and_all_of_it_can_be_read(framework):
    assert framework.report_look.usable() == framework.report_look
    assert contrast(framework.report_look.accent, "FFFFFF") > 7
    assert contrast(framework.report_look.accent, framework.report_look.tint) > 6


def test_no_two_programmes_look_the_same():
    assert len({one.report_look.accent for one in PROGRAMMES}) == len(PROGRAMMES)
    assert len({one.report_look.cover for one in PROGRAMMES}) == len(PROGRAMMES)


@each_programme
def test_the_copy_a_visit_keeps_has_the_look(framework):
    assert thaw(freeze(framework)).report_look == framework.report_look


def test_a_copy_from_before_there_were_looks_has_the_built_in_one():
    table = json.loads(freeze(PROGRAMMES[0]))
    del table["report_look"]
    assert thaw(json.dumps(table)).report_look == BUILT_IN


@pytest.mark.parametrize("code", ["sallowfield", "quillmoor", "harrowmead"])
def test_a_report_and_its_papers_have_the_look_of_the_programme(code):
    framework = told(code).framework
    papers = [REPORT, *(one.code for one in papers_offered(framework))]
    assert len(papers) > 1
    assert {paper(code, which).look for which in papers} == {framework.report_look}


@pytest.mark.parametrize(
    "look",
    [
        ReportLook('"/><w:x'),
        ReportLook("C8C8FF"),
        ReportLook(""),
        ReportLook(cover="spiral"),
        ReportLook("1B5E57", tables="dotted"),
    ],
)
def test_a_look_that_cannot_be_read_or_is_not_known_gives_way_to_the_built_in_one(look):
    record = told("sallowfield")
    strange = replace(record, framework=replace(record.framework, report_look=look))
    assert compose_report(strange, 1, "DRAFT", partner_report().created).look == BUILT_IN


@each_look
def test_every_look_goes_out_without_a_barrier_and_keeps_to_the_format(look, tmp_path):
    path = tmp_path / "report.docx"
    path.write_bytes(word_bytes(replace(partner_report(), look=look)))
    assert findings(path, "DRAFT") == []
    assert format_errors(path) == []


@each_look
def test_every_look_comes_out_the_same_twice_in_word_and_pdf(look):
    report = replace(paired_report(), look=look)
    assert word_bytes(report) == word_bytes(report)
    assert pdf_bytes(report) == pdf_bytes(report)


@each_look
def test_words_on_a_colour_can_be_read(look):
    for style in paragraph_styles(look):
        fill = style.frame.partition('w:fill="')[2][:6] or "FFFFFF"
        assert contrast(style.colour or "1F2430", fill) >= 4.5, style.name
    ink, fill = (look.accent, look.tint) if look.tables == "tint" else ("FFFFFF", look.accent)
    assert contrast(ink, fill) >= 4.5


@each_look
def test_a_look_changes_no_style_but_in_how_it_looks(look):
    assert [one.name for one in paragraph_styles(look)] == [one.name for one in paragraph_styles()]


@pytest.mark.parametrize("cover", COVERS)
def test_a_title_block_in_a_frame_is_one_block(cover):
    lines = paragraph_styles(ReportLook("1B5E57", cover))[2:6]
    assert [one.name for one in lines] == ["Title", "Subtitle", "Report Details", "Report Status"]
    if cover != "rule":
        assert len({(one.frame, one.indent, one.right) for one in lines}) == 1
        assert all(one.before == 0 for one in lines)
        assert all(one.after == 0 for one in lines[:-1])


def test_nothing_of_the_built_in_colours_stays_in_another_look():
    parts = unpacked(word_bytes(charted(PLUM)))
    for name, content in parts.items():
        assert not [one for one in (b"2A439E", b"C4CBE3", b"EEF1FB") if one in content], name


def test_the_bars_of_a_chart_have_the_colour():
    assert b'srgbClr val="6B2F5F"' in unpacked(word_bytes(charted(PLUM)))["word/charts/report1.xml"]


def test_numbers_and_bullets_have_the_colour():
    numbered = replace(report_of(Paragraph("p", "Text.", number=3)), look=PLUM)
    for report in (charted(PLUM), numbered):
        assert b"6B2F5F" in unpacked(word_bytes(report))["word/numbering.xml"]


def test_the_built_in_look_is_that_of_the_bundled_file():
    assert template_parts() == unpacked(build_template())
    assert styles_of(replace(partner_report(), look=BUILT_IN)) == styles_of(partner_report())


def test_a_look_speaks_the_language_of_the_report():
    assert 'w:lang w:val="cy"' in styles_of(replace(partner_report(), look=PLUM, language="cy"))


def test_a_pdf_has_the_colours_and_the_cover():
    written = source(replace(partner_report(), look=PLUM))
    assert 'rgb("#6B2F5F")' in written
    assert "cover = bar-cover" in written
    assert "2A439E" not in written


def test_an_organisations_template_keeps_its_own_colours():
    content, _ = written_word(charted(PLUM), zipped(branded_parts()))
    parts = unpacked(content)
    assert GREEN.encode() in parts["word/styles.xml"]
    assert GREEN.encode() in parts["word/charts/report1.xml"]
    assert not [name for name, part in parts.items() if b"6B2F5F" in part]


def test_a_template_that_cannot_be_used_leaves_the_look_of_the_programme():
    content, told_why = written_word(replace(partner_report(), look=PLUM), b"no template")
    assert told_why
    assert content == word_bytes(replace(partner_report(), look=PLUM))


def test_a_short_table_is_never_parted_by_a_page_and_a_long_one_may_be():
    def kept(rows):
        table = Table("t", "Rooms", ("Room", "Seen"), tuple((f"Room {one}", "Yes") for one in range(rows)))
        return word_bytes(report_of(table, Paragraph("p", "Text.")))

    assert unpacked(kept(4))["word/document.xml"].count(b"<w:keepNext/>") == 3 * 2
    assert b"<w:keepNext/>" not in unpacked(kept(40))["word/document.xml"]


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ('accent = "blue"', "report_look.accent: expected a colour such as #1F5C57; found"),
        ('accent = "1B5E57"', "report_look.accent: expected a colour such as #1F5C57; found"),
        (
            'accent = "#8FA8FF"',
            "report_look.accent: expected a darker colour, one with a contrast of 4.5 to 1 on white",
        ),
        ('cover = "spiral"', "report_look.cover: expected one of 'rule', 'band' or 'bar'; found"),
        ('tables = "dotted"', "report_look.tables: expected one of 'solid' or 'tint'; found"),
        ('colour = "#1B5E57"', "report_look.colour: expected no key of this name, check its spelling; found"),
    ],
)
def test_a_look_nobody_could_read_is_refused_in_plain_words(written, says, tmp_path):
    text = (resource("frameworks") / "trust-review-2026.toml").read_text(encoding="utf-8")
    before, begins, after = text.partition("[report_look]\n")
    kept = after.partition("\n\n")[2]
    path = tmp_path / "trust-review-2026.toml"
    path.write_text(f"{before}{begins}{written}\n\n{kept}", encoding="utf-8")
    with pytest.raises(FrameworkError) as refused:
        load_framework(path, resource("vocabularies"))
    assert says in str(refused.value)


def test_a_programme_may_say_a_part_of_its_look(tmp_path):
    text = (resource("frameworks") / "trust-review-2026.toml").read_text(encoding="utf-8")
    before, begins, after = text.partition("[report_look]\n")
    path = tmp_path / "trust-review-2026.toml"
    path.write_text(f'{before}{begins}accent = "#1b5e57"\n\n{after.partition(chr(10) * 2)[2]}', encoding="utf-8")
    assert load_framework(path, resource("vocabularies")).report_look == ReportLook("1B5E57")
