"""The bundled Word file is what the styles make, and carries nothing else."""

import pytest
from docx import Document
from docx.shared import Cm

from exports.word.package import unpacked
from exports.word.template import build_template, template_parts
from tests.exports.accessibility_check import contrast
from tests.exports.word_files import format_errors
from visitapp.paths import resource

_BUILT = unpacked(build_template())


def test_the_bundled_file_has_the_parts_the_styles_make():
    assert list(template_parts()) == list(_BUILT)


@pytest.mark.parametrize("name", list(_BUILT))
def test_each_part_of_the_bundled_file_is_what_the_styles_make(name):
    assert template_parts()[name] == _BUILT[name], "run python -m exports.word.template"


def test_it_is_made_the_same_every_time():
    assert build_template() == build_template()


def test_it_is_a_sound_word_file():
    assert format_errors(resource("report.docx")) == []


@pytest.mark.parametrize("unwanted", ["thumbnail", "stylesWithEffects", "customXml", "vbaProject", "media"])
def test_it_carries_nothing_it_does_not_need(unwanted):
    assert not [name for name in _BUILT if unwanted in name]


def test_it_has_no_trace_of_a_program_library():
    assert not [name for name, content in _BUILT.items() if b"python-docx" in content]


def test_it_is_a4_with_even_margins():
    page = Document(str(resource("report.docx"))).sections[0]
    assert (round(page.page_width.cm, 1), round(page.page_height.cm, 1)) == (21.0, 29.7)
    assert page.left_margin == page.right_margin
    assert abs(page.page_width - page.left_margin - page.right_margin - Cm(16.2)) < Cm(0.01)


def test_text_is_twelve_points_in_a_font_word_has():
    styles = _BUILT["word/styles.xml"].decode()
    assert '<w:sz w:val="24"/>' in styles
    assert 'w:ascii="Calibri"' in styles
    assert "Theme" not in styles


@pytest.mark.parametrize(
    "name",
    [
        "Normal",
        "Title",
        "Subtitle",
        "Heading 1",
        "Heading 2",
        "Heading 3",
        "List Bullet",
        "List Continue",
        "Caption",
        "Statement",
        "Report Table",
        "toc 1",
        "toc 2",
        "Header",
        "Footer",
    ],
)
def test_the_style_is_there(name):
    assert name in {style.name for style in Document(str(resource("report.docx"))).styles}


@pytest.mark.parametrize("level", [1, 2, 3])
def test_headings_stay_with_what_they_head(level):
    style = Document(str(resource("report.docx"))).styles[f"Heading {level}"]
    assert style.paragraph_format.keep_with_next
    assert style.paragraph_format.space_before > style.paragraph_format.space_after


def test_white_on_the_accent_can_be_read():
    assert contrast("FFFFFF", "2A439E") > 8
