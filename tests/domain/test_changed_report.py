"""What changed since the last visit, as the report prints it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sample_records import begun, holding, library

from exports.word.verify import verify
from exports.word.write import write_word
from visitapp.domain.composition import compose_report
from visitapp.domain.finding import Action
from visitapp.domain.report import Table

NOW = datetime(2025, 11, 20, 15, 42, tzinfo=UTC)
MET = Action(
    "v:a", "visit", "Use models.", position=1.0, earlier_id="a", verdict="met", verdict_note="In nine lessons."
)
UNJUDGED = Action("v:b", "visit", "Track fluency.", position=2.0, earlier_id="b")


def composed(code, *records):
    framework = next(one for one in library().frameworks if one.code == code)
    return compose_report(holding(begun(framework), *records), 1, "DRAFT", NOW)


def changes(report):
    return next(one for one in report.sections if one.id.endswith(".changes"))


def test_every_action_of_the_last_visit_has_its_row_with_verdict_and_what_was_seen():
    section = changes(composed("llpr-primary", MET, UNJUDGED))
    (table,) = section.blocks
    assert isinstance(table, Table)
    assert section.heading == "What changed since last visit"
    assert table.rows == (
        ("1. Use models.", "Met", "In nine lessons."),
        ("2. Track fluency.", "Not judged yet", "Not recorded"),
    )
    assert table.row_ids == ("v:a", "v:b")


@pytest.mark.parametrize("code", ["llpr-primary", "qa-review", "trust-review"])
def test_it_stands_in_every_programme_below_the_context_and_before_what_was_found(code):
    report = composed(code, MET)
    ids = [one.id for one in report.sections]
    assert ids[1] == "section.context.changes"
    assert changes(report).level == report.sections[0].level + 1


@pytest.mark.parametrize("code", ["llpr-primary", "qa-review"])
def test_nothing_is_printed_when_nothing_was_taken_over(code):
    for records in ((), (Action("a", "visit", "Agreed now", position=1.0),), (replace(MET, text=" "),)):
        assert [one for one in composed(code, *records).sections if one.id.endswith(".changes")] == []


def test_the_order_of_the_other_headings_is_as_it_was():
    with_table, without = composed("llpr-primary", MET), composed("llpr-primary")
    assert [one.id for one in with_table.sections if not one.id.endswith(".changes")] == [
        one.id for one in without.sections
    ]


def test_the_word_file_is_proved_row_by_row(tmp_path):
    report = composed("llpr-primary", MET, UNJUDGED)
    write_word(report, tmp_path / "report.docx")
    assert verify(report, tmp_path / "report.docx").rows == 2


def test_a_programme_that_asks_for_no_such_part_prints_none():
    record = holding(begun(library().frameworks[0]), MET)
    outline = tuple(replace(one, changes="") for one in record.framework.outline)
    silent = replace(record, framework=replace(record.framework, outline=outline))
    assert [one for one in compose_report(silent, 1, "DRAFT", NOW).sections if one.id.endswith(".changes")] == []
