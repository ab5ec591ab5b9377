"""Our own reports, written to Word, read in again with every section, finding and action."""

from datetime import UTC, datetime

import pytest
from sample_records import library, told

from exports.word import wording
from exports.word.write import write_word
from ui.workspace.sample import samples
from visitapp.domain.change import created
from visitapp.domain.composition import compose_report
from visitapp.domain.imported.answering import OWN_WORDS
from visitapp.domain.imported.catalogue import STANDING_HEADINGS
from visitapp.domain.imported.choosing import read_report
from visitapp.domain.imported.recording import IMPORTED_TEXT, IMPORTED_UNREAD, entities_of, school_of
from visitapp.domain.marks import FACT_HEADER
from visitapp.domain.record import VisitRecord
from visitapp.domain.report import Bullets, Paragraph
from visitapp.imports.reports.read import read_pieces

NOW = datetime(2026, 5, 1, 9, 0, tzinfo=UTC)
EVERY = tuple(one.code for one in samples())


def composed(record):
    return compose_report(record, 1, "FINAL", NOW)


def read_back(record, tmp_path):
    path = tmp_path / "own.docx"
    write_word(composed(record), path)
    return read_report(read_pieces(path), library().frameworks)


def as_record(reading, original):
    """Return what was read as a record, and the visit it became."""
    school = school_of(reading, (), "A school")
    entities = entities_of(reading, school, original.visit.framework_id, None, "own.docx")
    changes = [change for one in (school, *entities) for change in created(one)]
    return VisitRecord(reading.framework, entities[0].id).with_changes(changes)


@pytest.mark.parametrize("code", EVERY)
def test_every_section_finding_and_action_comes_back(code, tmp_path):
    record = told(code)
    reading = read_back(record, tmp_path)
    assert reading.framework.key == record.framework.key
    assert reading.missing == ()
    assert reading.school["name"] == record.school.name if "name" in reading.school else True
    assert reading.starts_on == record.visit.starts_on
    written = [one.text for one in record.findings() if one.text.strip()]
    assert sorted(one.text for one in reading.findings) == sorted("\n\n".join(text.split("\n")) for text in written)
    actions = [*record.actions, *record.earlier_actions]
    assert sorted(one.text for one in reading.actions) == sorted(one.text for one in actions)
    assert sorted(one.first_step for one in reading.actions if not one.earlier) == sorted(
        one.first_step for one in record.actions
    )


@pytest.mark.parametrize("code", ["sallowfield", "quillmoor", "sallowfield-2024", "brackwater"])
def test_the_visit_made_of_a_report_writes_the_same_report(code, tmp_path):
    record = told(code)
    again = as_record(read_back(record, tmp_path), record)
    first, second = composed(record), composed(again)
    assert [(one.number, one.heading, one.level) for one in first.sections] == [
        (one.number, one.heading, one.level) for one in second.sections
    ]
    for one, other in zip(first.sections, second.sections, strict=True):
        assert said(one) == said(other)


def said(section):
    """Return the texts of a section, whether they stand in a list or not, and the cells of its tables."""
    found = []
    for block in section.blocks:
        if isinstance(block, Bullets):
            found += [item.text for item in block.items]
        else:
            found += [block.text] if isinstance(block, Paragraph) else [cell for row in block.rows for cell in row]
    return found


def test_the_decision_is_known_by_its_words_and_its_reasons_follow(tmp_path):
    record = told("brackwater")
    value, reasons = read_back(record, tmp_path).answers["decision"]
    assert value == "priority"
    assert reasons.split("\n")[0] in record.answer("decision").note


def test_the_whole_text_and_what_was_not_understood_are_kept_and_never_printed(tmp_path):
    record = told("harrowmead")
    reading = read_back(record, tmp_path)
    again = as_record(reading, record)
    assert again.answer(IMPORTED_TEXT).value == reading.text
    assert again.answer(IMPORTED_TEXT).note == "own.docx"
    unread = again.answer(IMPORTED_UNREAD).value
    assert len(unread) == len(reading.unread) > 10
    printed = composed(again).texts().values()
    assert not any(reading.text in text or unread[0] in text for text in printed)


def test_the_words_of_our_own_writer_are_known():
    assert ("\t".join(FACT_HEADER), wording.SAMPLE) == OWN_WORDS
    assert STANDING_HEADINGS == (wording.DISTRIBUTION, wording.CONFIDENTIALITY, wording.CONTENTS)
