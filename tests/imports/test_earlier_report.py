"""A report somebody else wrote is read by its headings, however it is laid out; not a word of it is lost."""

import re
import unicodedata
from collections import Counter

import pytest
from earlier_report import CODES, LAYOUTS, SOURCE, earlier_report, page_paste, source_text, tracked_changes
from sample_records import library

from visitapp.domain.imported.choosing import read_report
from visitapp.errors import UnreadableFileError
from visitapp.imports.reports.read import read_pieces

SIGNS = str.maketrans({"\u2018": "'", "\u2019": "'", "\u2013": "-", "\u2026": "...", "\u00a0": " "})
ANSWERS = {
    "front.headteacher": "Odile Marchbank",
    "front.hub": "Two Rivers Hub",
    "estimate.overall": "effective",
    "front.last-estimate": "not-applicable",
    "front.last-review-date": "Not applicable",
    "fact.last-inspection-outcome": "Good",
    "fact.last-inspection-date": "2022-11-14",
    "field.excellence.title": "Teachers learn from teachers: a partnership in every corridor.",
    "field.excellence.accredited": "accredited",
    "field.excellence-lead.name": "Perdita Quayle",
    "field.excellence-lead.job-title": "Leader of teacher development",
    "field.excellence-lead.email": "p.quayle@wrenfield.example",
}
FIELDS = ("excellence", "excellence-lead")


def flat(text):
    return " ".join(unicodedata.normalize("NFKC", text.translate(SIGNS)).split())


def words(text):
    return Counter(re.findall(r"[^\W_]+", flat(text).casefold()))


def read(path):
    return read_report(read_pieces(path), library().frameworks)


def laid_out(layout, tmp_path):
    path = tmp_path / "report.docx"
    layout(earlier_report()).save(path)
    return read(path)


def expected():
    """Return what should stand under each section: a paragraph apart from its list belongs to the item above it."""
    found = {}
    for part in earlier_report().parts:
        there = found.setdefault(part.code, [])
        for text, item in part.texts:
            if there and not item and part.code.endswith("-www"):
                there[-1] += f" {flat(text)}"
            else:
                there.append(flat(text))
    return {code: texts for code, texts in found.items() if code not in FIELDS}


def under(reading):
    """Return what was read under each section, whatever it became."""
    found = {}
    for section in reading.framework.outline:
        texts = [text for code, text in reading.paragraphs if code == section.code]
        for kind in section.findings:
            texts += [one.text for one in reading.findings if (one.kind, one.group) == (kind, section.group)]
        found[section.code] = [flat(text) for text in texts]
    return {code: texts for code, texts in found.items() if code not in FIELDS}


def lost(text, reading):
    """Return the words of a text that are in no field, no heading and not among what was not understood."""
    told = earlier_report()
    kept = [text for _, text in reading.paragraphs] + [one.text for one in reading.findings]
    kept += [f"{value} {note}" for value, note in reading.answers.values()] + list(reading.furniture)
    kept += [one.text for one in reading.unread] + [" ".join(fact) for fact in told.facts]
    kept += [part.heading for part in told.parts if part.code in reading.found]
    return words(text) - words(" ".join(kept))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_every_layout_reads_back_into_the_same_fields(layout, tmp_path):
    reading = laid_out(layout, tmp_path)
    assert reading.framework.code == "qa-review"
    assert reading.found == CODES
    assert reading.missing == ()
    assert reading.school == {
        "name": "Wrenfield Primary School",
        "phase": "primary",
        "trust": "Alder and Ash Schools",
    }
    assert (reading.starts_on, reading.ends_on) == ("2026-03-09", "2026-03-09")
    assert {key: value for key, (value, _) in reading.answers.items()} == ANSWERS
    assert under(reading) == expected()
    assert reading.unread == []


@pytest.mark.parametrize("layout", [*LAYOUTS, page_paste], ids=lambda layout: layout.__name__)
def test_not_a_word_is_lost_in_any_layout(layout, tmp_path):
    reading = laid_out(layout, tmp_path)
    assert lost(source_text(), reading) == Counter()
    assert lost(reading.text, reading) == Counter()


def test_the_plain_text_itself_reads_back_into_the_same_fields():
    reading = read(SOURCE)
    assert under(reading) == expected()
    assert {key: value for key, (value, _) in reading.answers.items()} == ANSWERS
    assert reading.unread == []
    assert lost(source_text(), reading) == Counter()


def test_a_paste_from_a_page_keeps_every_finding_and_every_section(tmp_path):
    reading = laid_out(page_paste, tmp_path)
    assert reading.found == CODES
    assert {code: " ".join(texts) for code, texts in under(reading).items()} == {
        code: " ".join(texts) for code, texts in expected().items()
    }
    findings = [code for code in CODES if code.endswith(("-www", "-ebi"))]
    assert {code: len(under(reading)[code]) for code in findings} == {
        code: len(expected()[code]) for code in findings
    }
    assert {key: value for key, (value, _) in reading.answers.items()} == ANSWERS


def test_a_paragraph_apart_from_its_list_is_kept_with_the_item_above_and_said_so():
    reading = read(SOURCE)
    assert len(reading.doubts) == 1
    assert "Every other Thursday there is a reading group" in reading.doubts[0]
    assert "\n\nEvery other Thursday" in reading.findings[1].text


def test_what_was_taken_out_with_changes_tracked_is_not_read(tmp_path):
    text = laid_out(tracked_changes, tmp_path).text
    assert "Other words" not in text
    assert "taken out" not in text


def test_a_report_without_some_of_its_sections_says_which(tmp_path):
    path = tmp_path / "part.txt"
    path.write_text(source_text().split("4.1 Quality")[0], encoding="utf-8")
    reading = read(path)
    assert len(reading.found) == 5
    assert len(reading.missing) == 3


def test_words_under_no_heading_are_listed_with_where_they_stood(tmp_path):
    text = source_text().replace("Hub:\t", "Visited by:\tA team of four\nHub:\t", 1)
    path = tmp_path / "more.txt"
    path.write_text(text.replace("Accredited\n", "Accredited\nSee the annex.\n", 1), encoding="utf-8")
    said = {(one.text, one.where) for one in read(path).unread}
    assert said == {
        ("Visited by:\tA team of four", "Before the first heading"),
        ("See the annex.", "Area of Excellence"),
    }


def test_what_is_no_report_is_not_taken_for_one(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear all,\nplease find the minutes.\n1. Context\nNone.\n", encoding="utf-8")
    assert read(path) is None


@pytest.mark.parametrize("content", [b"", b"\n\n \n", b"a\x00b"])
def test_a_file_without_words_is_refused(content, tmp_path):
    path = tmp_path / "empty.txt"
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError, match=r"^Nothing in Visitapp was changed"):
        read(path)


def test_headings_with_slips_of_the_pen_are_known(tmp_path):
    text = source_text().replace(
        "2.1 Leadership at all levels - What went well", "2.1. Leadership at all level: what went well"
    )
    path = tmp_path / "slips.txt"
    path.write_text(text.replace("5. Area of Excellence", "Area of excelence"), encoding="utf-8")
    reading = read(path)
    assert reading.found == CODES
    assert under(reading) == expected()


def test_a_list_of_contents_typed_by_hand_opens_nothing(tmp_path):
    told = earlier_report()
    contents = "\n".join(f"{part.heading} ........ {place}" for place, part in enumerate(told.parts, 2))
    path = tmp_path / "contents.txt"
    path.write_text(
        source_text().replace("Name of School:", f"Contents\n\n{contents}\n\nName of School:", 1), "utf-8"
    )
    reading = read(path)
    assert under(reading) == expected()
    assert {key: value for key, (value, _) in reading.answers.items()} == ANSWERS
