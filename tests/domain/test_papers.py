"""The papers beside the report: chosen by rule from the record, never a word that is nobody's."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sample_records import changed, holding, made_up_programme, reading, saying, told, without

from visitapp.domain.composition import compose_report
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Action, Finding, Support, support_id
from visitapp.domain.framework import EVERY_PAPER, Paper
from visitapp.domain.naming.finding import find_names
from visitapp.domain.papers.accuracy import (
    ANYTHING_ELSE,
    REPLY_HEADER,
    UNANSWERED,
    answered_record,
    printed_numbers,
    reply_id,
)
from visitapp.domain.papers.anonymous import PERSONAL_DETAILS
from visitapp.domain.papers.evidence import NO_NOTE, NOTHING_USED
from visitapp.domain.papers.offered import paper_of, papers_offered, recipients_of
from visitapp.domain.papers.plain_words import first_sentence
from visitapp.domain.prose import plain
from visitapp.domain.report import Bullets, Paragraph, Table
from visitapp.domain.returned.log import text_places
from visitapp.domain.tracing import cited_notes
from visitapp.frameworks.name_lists import load_name_lists

NOW = datetime(2025, 11, 20, 12, tzinfo=UTC)
WHOLE = ("sallowfield", "quillmoor")


def names_in(text):
    return find_names(text, load_name_lists())


def made(record, code, status="FINAL"):
    return paper_of(record, code, compose_report(record, 1, status, NOW), names_in, UTC)


def texts(report):
    """Return every text of a report, cells of tables too."""
    found = [report.title, report.subtitle, report.author, *(text for fact in report.front for text in fact)]
    for section in report.sections:
        found.append(section.heading)
        for block in section.blocks:
            if isinstance(block, Paragraph):
                found.append(block.text)
            elif isinstance(block, Bullets):
                found += [item.text for item in block.items]
            else:
                found += [cell for row in (block.header, *block.rows) for cell in row]
    return found


def items(report, section):
    found = next(one for one in report.sections if one.heading == section)
    return [item.text for block in found.blocks if isinstance(block, Bullets) for item in block.items]


def tables(report):
    return [block for section in report.sections for block in section.blocks if isinstance(block, Table)]


# What is offered


def test_the_report_itself_is_the_paper_without_a_code():
    report = compose_report(told("sallowfield"), 1, "FINAL", NOW)
    assert paper_of(told("sallowfield"), "", report, names_in) is report


def test_a_paper_nobody_offers_is_refused():
    with pytest.raises(KeyError):
        made(told("quillmoor"), "actions")


def test_a_programme_that_says_nothing_offers_every_paper_it_can_fill():
    programme = replace(made_up_programme(), papers=EVERY_PAPER)
    assert [one.code for one in papers_offered(programme)][0] == "governors"
    without_actions = replace(programme, outline=tuple(replace(one, actions=False) for one in programme.outline))
    assert "actions" not in [one.code for one in papers_offered(without_actions)]


def test_a_paper_goes_to_those_the_programme_names_and_the_report_to_all():
    framework = told("sallowfield").framework
    assert recipients_of(framework, "accuracy") == ("Headteacher",)
    assert recipients_of(framework, "") == tuple(one.label for one in framework.distribution)
    bare = replace(framework, papers=(Paper("accuracy", "Check"),))
    assert recipients_of(bare, "accuracy") == recipients_of(framework, "")


@pytest.mark.parametrize("code", WHOLE)
def test_every_paper_says_what_it_is_and_keeps_report_revision_and_status(code):
    record = told(code)
    for one in papers_offered(record.framework):
        paper = made(record, one.code)
        assert (paper.paper, paper.id, paper.revision) == (one.title, record.visit_id, 1)
        assert paper.status == ("DRAFT" if one.code == "accuracy" else "FINAL")
        assert paper.confidentiality == record.framework.confidentiality


# The governors' half page


@pytest.mark.parametrize("code", WHOLE)
def test_every_word_for_governors_stands_in_the_record_or_the_framework(code):
    record = told(code)
    whole = "\n".join(plain(one.text) for one in record.findings())
    whole = " ".join(whole.split())
    for section in made(record, "governors").sections:
        for block in section.blocks:
            for item in block.items if isinstance(block, Bullets) else ():
                assert item.text in whole or any(one.text.strip() in item.text for one in record.actions)


def test_governors_read_the_decision_three_strengths_three_concerns_and_three_actions():
    paper = made(told("sallowfield"), "governors")
    assert paper.sections[0].blocks[0].text == "The school is not a priority for local authority support."
    headings = [section.heading for section in paper.sections]
    assert headings == ["Decision", "Strengths", "Risks and areas for development", "Agreed actions"]
    assert [len(section.blocks[0].items) for section in paper.sections[1:]] == [3, 3, 3]
    assert "Governing body" in paper.subtitle


def test_where_nothing_is_decided_governors_read_that():
    record = saying(told("sallowfield"), decision=None)
    assert made(record, "governors").sections[0].blocks[0].text == "Not decided yet"


def test_the_heaviest_risk_comes_first():
    record = told("sallowfield")
    light, heavy = record.findings("risk")[:2]
    record = changed(record, "finding", light.id, level="slight")
    record = changed(record, "finding", heavy.id, level="serious")
    assert items(made(record, "governors"), "Risks and areas for development")[0] in heavy.text


def test_groups_of_findings_take_turns():
    record = told("quillmoor")
    groups = {one.id: one.group for one in record.findings("www")}
    bullets = made(record, "governors").sections[1].blocks[0].items
    assert len({groups[one.id] for one in bullets}) == 3


def test_with_more_actions_governors_read_how_many_there_are():
    record = holding(told("sallowfield"), Action("a9", "visit", "Paint the hall", position=99.0))
    assert made(record, "governors").sections[-1].heading == "The first 3 of 4 agreed actions"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("One. Two.", "One."),
        ("... leaders met more often. More.", "... leaders met more often."),
        ("No end", "No end"),
        ("By 61% e.g. in Year 4. Then", "By 61% e.g. in Year 4."),
        ("...", "..."),
        ("", ""),
    ],
)
def test_the_first_sentence_has_words_in_it(text, sentence):
    assert first_sentence(text) == sentence


# The action sheet


def test_the_action_sheet_has_every_action_and_how_it_will_be_seen():
    record = told("sallowfield")
    (table,) = tables(made(record, "actions"))
    assert table.row_ids == tuple(one.id for one in record.actions)
    for row, action in zip(table.rows, record.actions, strict=True):
        assert action.text in row[0]
        assert action.first_step in row[3]
        assert row[5] == action.measure


def test_an_action_sheet_without_actions_says_so():
    record = told("sallowfield")
    record = without(record, "action", *(one.id for one in record.actions))
    assert "No action is agreed yet." in texts(made(record, "actions"))


# Without personal details


def test_no_person_of_the_forms_is_named_anywhere():
    record = saying(told("sallowfield"), front__headteacher="J. Penhaligon")
    record = reading(record, "context", "J. Penhaligon leads the school. Mrs Okafor, the deputy headteacher, helps.")
    paper = made(record, "anonymous")
    whole = "\n".join(texts(paper))
    assert not any(name in whole for name in ("Penhaligon", "Okafor", record.reviewer.name))
    assert "The headteacher leads the school." in whole
    assert PERSONAL_DETAILS in paper.front
    assert ("Headteacher", "Headteacher (name left out)") in paper.front


def test_names_in_findings_actions_and_cells_become_roles():
    record = told("sallowfield")
    finding, action = record.findings("strength")[0], record.actions[0]
    record = changed(record, "finding", finding.id, text="Mr Tomlinson plans well. Kieran in Year 4 can say how.")
    record = changed(record, "action", action.id, first_step="Mrs Adeyemi meets the team")
    whole = "\n".join(texts(made(record, "anonymous")))
    assert not any(name in whole for name in ("Tomlinson", "Kieran", "Adeyemi"))


def test_the_school_keeps_its_name_in_full_and_in_short():
    whole = texts(made(told("sallowfield"), "anonymous"))
    assert any(text.startswith("Sallowfield is a two-form entry") for text in whole)
    assert made(told("quillmoor"), "anonymous").school == "Quillmoor Primary Academy"


def test_a_role_or_a_word_in_place_of_a_name_replaces_nothing():
    record = saying(told("sallowfield"), front__headteacher="Headteacher")
    record = reading(record, "context", "The headteacher knows the school.")
    assert "The headteacher knows the school." in texts(made(record, "anonymous"))


def test_the_person_and_the_address_of_an_excellent_area_are_left_out():
    whole = "\n".join(texts(made(told("quillmoor"), "anonymous")))
    assert "A. Sample" not in whole
    assert "@" not in whole


# The accuracy draft


@pytest.mark.parametrize("code", WHOLE)
def test_every_text_has_a_number_and_every_number_a_row(code):
    record = told(code)
    report, paper = compose_report(record, 1, "FINAL", NOW), made(record, "accuracy")
    numbers = []
    for section in paper.sections[:-1]:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                numbers.append(block.number)
            elif isinstance(block, Bullets):
                numbers += [item.number for item in block.items]
    assert numbers == list(range(1, len(numbers) + 1))
    reply = tables(paper)[-1]
    assert reply.header == REPLY_HEADER
    lead = [row[0] for row in reply.rows]
    assert [one for one in lead if one.isdigit()] == [str(number) for number in numbers]
    assert [one for one in lead if one.startswith("Table")] == [
        f"Table {n}" for n in range(1, len(tables(report)) + 1)
    ]
    assert lead[-1] == ANYTHING_ELSE
    assert all(row[1:] == UNANSWERED for row in reply.rows)


def test_the_words_of_an_accuracy_draft_are_those_of_the_report():
    record = told("sallowfield")
    report, paper = compose_report(record, 1, "FINAL", NOW).texts(), made(record, "accuracy").texts()
    assert {key: paper[key] for key in report} == report


def test_a_row_of_the_reply_leads_to_its_record_and_no_other_row_does():
    assert answered_record(reply_id("f1")) == "f1"
    assert answered_record("f1") == ""
    assert answered_record(reply_id("")) == ""


# The evidence appendix


def test_the_appendix_has_every_note_behind_a_finding_or_a_sentence_with_its_time():
    record = told("sallowfield")
    rows = [row for table in tables(made(record, "evidence")) for row in table.rows]
    used = {one.note_id for one in record.living("support")} | cited_notes(record)
    shown = {note.label for note in record.notes if note.id in used and not note.private}
    assert {row[0] for row in rows} == shown
    assert all(":" in row[1] for row in rows)


def test_a_private_note_is_never_in_the_appendix_nor_counted():
    record = told("sallowfield")
    finding = record.findings("strength")[0]
    secret = Note("secret", "visit", 900, "Between us only", private=True, taken_at="2025-11-20T09:00:00+00:00")
    record = holding(record, secret, Support(support_id(finding.id, "secret"), "visit", finding.id, "secret"))
    record = reading(record, "context", "It is calm. [E900]")
    whole = "\n".join(texts(made(record, "evidence")))
    assert "Between us" not in whole
    assert "E900" not in whole


def test_a_note_named_in_the_prose_stands_under_its_section():
    record = told("sallowfield")
    note = next(one for one in record.notes if not one.private)
    record = reading(record, "context", f"It is calm. [{note.label}]")
    paper = made(record, "evidence")
    assert any(one.heading == "Named under Context" for one in paper.sections)


def test_a_finding_without_a_note_to_show_says_so():
    record = holding(told("sallowfield"), Finding("f9", "visit", "strength", text="Bare.", position=99.0))
    assert NO_NOTE in texts(made(record, "evidence"))


def test_an_appendix_of_nothing_says_so():
    record = told("sallowfield")
    record = without(record, "finding", *(one.id for one in record.findings()))
    record = without(record, "block", *(one.id for one in record.living("block")))
    assert NOTHING_USED in texts(made(record, "evidence"))


def test_the_number_printed_before_a_paragraph_is_the_one_it_is_told_by_when_the_draft_comes_back():
    paper = made(told("sallowfield"), "accuracy")
    blocks = [block for section in paper.sections for block in section.blocks]
    items = [one for block in blocks for one in (block.items if isinstance(block, Bullets) else (block,))]
    printed = {one.id: one.number for one in items if not isinstance(one, Table) and one.number}
    assert len(printed) > 20
    assert printed_numbers(paper.texts()) == printed
    assert {one: place.number for one, place in text_places(paper.texts()).items() if one in printed} == printed


def test_a_report_that_left_without_numbers_has_none():
    assert printed_numbers(compose_report(told("sallowfield"), 1, "FINAL", NOW).texts()) == {}
