"""Hunches to test: in order, once a text and then records, and prompts when looked for."""

from sample_records import begun, holding, library

from visitapp.domain.coverage import coverage_of
from visitapp.domain.evidence import Note
from visitapp.domain.handed_preparing import gathered_rows, hunch_words
from visitapp.domain.hunches import hunches_of, is_hunch, prompt_of, prompt_words, prompts_for
from visitapp.domain.preparing import Attachment, Hunch, KnownInspection
from visitapp.domain.visit import Answer, answer_id


def visit(*entities):
    return holding(begun(library().find("llpr-primary@2024-25")), *entities)


def text(said):
    return Answer(answer_id("visit", "hunches"), "visit", "hunches", said)


FIRST = Hunch("h1", "visit", "Errors are seen.", "2025 gap", "learning-walk", True, 1.0)
SECOND = Hunch("h2", "visit", "Pre-teaching helps.", position=2.0)


def test_hunches_once_written_as_one_text_are_shown_line_by_line():
    assert [one.text for one in hunches_of(visit(text("Errors.\n\n Gaps. ")))] == ["Errors.", "Gaps."]


def test_records_stand_before_the_old_text():
    assert [one.text for one in hunches_of(visit(SECOND, FIRST, text("Old")))] == [FIRST.text, SECOND.text, "Old"]


def test_a_hunch_looked_for_comes_before_the_prompts_of_its_activity():
    record = visit(FIRST, SECOND)
    asked = prompts_for(record, "learning-walk")
    assert asked[1:] == record.framework.activity("learning-walk").prompts
    assert asked[0].text == "Errors are seen."
    assert not [one for one in prompts_for(record, "leaders") if is_hunch(one.code)]


def test_empty_lines_about_a_hunch_are_not_part_of_its_prompt():
    record = visit(Hunch("h4", "visit", "Ask.\n\n", looked_for=True))
    assert prompts_for(record, "leaders")[0].text == "Ask."


def test_a_hunch_without_an_activity_is_looked_for_in_all():
    anywhere = Hunch("h3", "visit", "Ask.", looked_for=True)
    record = visit(anywhere)
    assert [prompts_for(record, code)[0].text for code in ("leaders", "learning-walk", "")] == ["Ask."] * 3


def test_a_note_that_names_a_hunch_answers_it_in_whatever_activity():
    record = visit(FIRST, Note("n", "visit", 1, "Seen.", activity="leaders", prompt=prompt_of(FIRST)))
    assert coverage_of(record).prompts["", prompt_of(FIRST)] == 1


def test_a_note_keeps_the_words_of_a_hunch_no_longer_looked_for():
    record = visit(SECOND)
    assert prompt_words(record, "leaders", prompt_of(SECOND)) == "Pre-teaching helps."
    assert prompt_words(record, "leaders", "hunch.gone") == "hunch.gone"


def test_all_that_was_gathered_is_handed_over():
    record = visit(
        FIRST,
        text("Old one"),
        KnownInspection("i", "visit", "2025-01-21", outcome="Good"),
        Attachment("a", "visit", "SEF.pdf", "pdf", "00", 5000, item="self-evaluation"),
    )
    assert hunch_words(record) == "Errors are seen. (2025 gap, looked for)\nOld one"
    rows = list(gathered_rows(record))
    assert [row[2] for row in rows] == ["Good", "5000 bytes, kept in the vault"]
    assert rows[-1][3] == "Self-evaluation"
