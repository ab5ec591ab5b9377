"""A whole visit with nothing but the keyboard: from the locked door to a report in Word."""

from datetime import datetime
from pathlib import Path

import pytest
from person import Person, begin, plan
from PySide6.QtWidgets import QApplication

from exports.word.read_back import read_back
from exports.word.verify import verify
from ui.parts.evidence_tray import EvidenceTrayList
from ui.widgets.radio_card import RadioCard
from visitapp.domain.composition import compose_report

RETRIEVAL = "Starts with three questions on unit fractions; all but two pupils answer."
SAME_SLIP = "The same slip with denominators is marked three lessons running."
REASONING = "Only 2 of 7 disadvantaged pupils reach the reasoning question."
PICTURES = "Bar models are drawn by pupils, who explain each step."
FROM_PREPARE = "The deputy post is vacant until Easter."
FINDING = "Mathematics is taught coherently."
REASONS = "Leaders act early. Capacity outweighs the risks."
ACTION = "Use checks to change what is taught next."
CONTEXT = "Sallowfield is a two-form entry primary school.\nSeven classes were visited."

MOST = {
    "new visit for a known school": 4,
    "save a note": 1,
    "save a note with a marker, by chord": 1,
    "save a note with a marker, by prefix": 2,
    "save with marker and pupil group": 3,
    "move to the next planned lesson": 1,
    "correct the marker of the last note": 2,
    "undo": 1,
    "capture from any other screen": 2,
    "link evidence to a finding": 3,
    "set one criterion": 2,
    "set all criteria": 22,
    "record the decision": 2,
    "add an action": 8,
    "jump to the next unmet check": 1,
    "export to Word": 2,
}
"""The most actions a task may take beyond the words typed; a prefix, a tag or a few letters count as one each."""


@pytest.fixture(scope="module")
def person(qapp, tmp_path_factory):
    """Play the whole visit once; every test looks at what came of it."""
    person = Person(tmp_path_factory.mktemp("keyboard"))
    try:
        for part in (begin, plan, capture, sum_up, judge, agree, write_report, export):
            part(person)
        yield person
    finally:
        person.leave()


def capture(person):
    hands = person.hands
    hands.press("Ctrl+3")
    person.do("save a note", f'"{RETRIEVAL}"', "Return")
    person.do("correct the marker of the last note", "Alt+Up", "Alt+S")
    person.do("save a note with a marker, by chord", f'"{SAME_SLIP}"', "Alt+D")
    person.do("save with marker and pupil group", f'"- {REASONING} #pp #work"', "Return", typed=2)
    person.do("move to the next planned lesson", "Alt+Right")
    person.do("save a note with a marker, by prefix", f'"+ {PICTURES}"', "Return", typed=1)
    person.count_before_undo = len(person.record.notes)
    person.do("undo", "Ctrl+Z")
    hands.wait_until(lambda: len(person.record.notes) < person.count_before_undo, "undo")
    hands.press("Ctrl+Shift+Z")
    hands.wait_until(lambda: len(person.record.notes) == person.count_before_undo, "redo")
    hands.press("Ctrl+Z")
    hands.wait_until(lambda: len(person.record.notes) < person.count_before_undo, "undo again")
    hands.press("Ctrl+Y")
    hands.wait_until(lambda: len(person.record.notes) == person.count_before_undo, "redo by the other keys")
    hands.press("Ctrl+1")
    person.came_from = hands.focused()
    person.do("capture from any other screen", "Ctrl+Space", f'"{FROM_PREPARE}"', "Alt+R")
    person.came_back = hands.focused()


def sum_up(person):
    hands = person.hands
    hands.press("Ctrl+4")
    hands.tab_to("Evidence", EvidenceTrayList)
    hands.press("S", "Return")
    hands.press("Up")
    person.do("link evidence to a finding", "S", "Down", "Return")
    hands.tab_to("Strength: ")
    hands.press("Return")
    hands.replace(FINDING)
    hands.press("Escape", "Space")


def judge(person):
    hands = person.hands
    title = person.record.framework.judgement.title
    hands.press("Ctrl+K")
    hands.write(title)
    hands.press("Return")
    rows = len(person.record.framework.judgement.criteria)
    hands.press("N")
    person.do("set one criterion", "Down", "W")
    before = hands.pressed - 3
    for number in range(rows - 2):
        hands.press("Down", "N" if number else "Y")
    person.took["set all criteria"] = hands.pressed - before
    hands.tab_to("", RadioCard)
    person.do("record the decision", "Space", "Tab", f'"{REASONS}"')


def agree(person):
    hands = person.hands
    hands.press("Ctrl+K")
    hands.write("Actions")
    hands.press("Return")
    keys = ("Tab", "Space", "Tab", '"Mathematics lead"', "Tab", '"Joint visits"', "Tab", '"5 Dec"')
    person.do("add an action", "Space", f'"{ACTION}"', *keys)
    hands.press("Tab")


def write_report(person):
    hands = person.hands
    hands.press("Ctrl+5")
    person.do("jump to the next unmet check", "F8")
    person.walked = [person.focused_name()]
    hands.write(CONTEXT, new_line="Return")
    hands.press("F8")
    person.walked.append(person.focused_name())
    hands.tab_to("Headteacher", key="Shift+Tab")
    hands.write("H. Sample")


def export(person):
    hands = person.hands
    person.do("export to Word", "Ctrl+Shift+E", "Return")
    hands.wait_until(lambda: bool(person.record.exports), "exporting")


def exported(person) -> Path:
    return person.reports / person.record.exports[-1].file_name


def printed(person) -> str:
    return "\n".join(read_back(exported(person)).paragraphs)


@pytest.mark.parametrize("task", MOST)
def test_a_task_takes_no_more_actions_than_it_may(person, task):
    assert person.took[task] <= MOST[task]


def test_the_visit_is_for_the_known_school_and_follows_its_earlier_visit(person):
    assert person.record.school.name == "Sallowfield Primary School"
    assert person.record.visit.starts_on == "2025-11-20"
    assert person.record.visit.follows_id


def test_the_day_holds_its_activities_and_both_lessons(person):
    planned = [slot.activity for slot in person.record.slots if not slot.part_of]
    lessons = [(slot.years, slot.subject) for slot in person.record.slots if slot.part_of]
    assert planned == [one.code for one in person.record.framework.activities if one.required]
    assert lessons == [(("y4",), "maths"), (("y5",), "maths")]


def test_every_note_has_its_words_marker_and_context(person):
    notes = {note.text: note for note in person.record.notes}
    assert {text: note.marker for text, note in notes.items()} == {
        RETRIEVAL: "strength", SAME_SLIP: "develop", REASONING: "develop", PICTURES: "strength", FROM_PREPARE: "risk",
    }  # fmt: skip
    assert (notes[REASONING].groups, notes[REASONING].source) == (("pp",), "work")
    assert [notes[text].years for text in (RETRIEVAL, PICTURES)] == [("y4",), ("y5",)]


def test_capture_from_another_screen_gives_the_focus_back(person):
    assert person.came_back is person.came_from


def test_the_finding_is_written_supported_and_agreed(person):
    (finding,) = person.record.findings("strength")
    assert (finding.text, finding.agreed) == (FINDING, True)
    assert len(person.record.notes_of(finding.id)) == 2


def test_every_criterion_is_weighed_and_the_decision_has_reasons(person):
    values = [
        person.record.answer(f"criterion.{one.code}").value for one in person.record.framework.judgement.criteria
    ]
    assert values == ["no", "watch", "yes", *["no"] * (len(values) - 3)]
    decision = person.record.answer("decision")
    assert (decision.value, decision.note) == (person.record.framework.judgement.decision.options[0].code, REASONS)


def test_the_action_has_urgency_owner_first_step_and_day(person):
    (action,) = person.record.actions
    assert (action.text, action.urgency, action.owner) == (ACTION, "now", "Mathematics lead")
    assert (action.first_step, action.due) == ("Joint visits", "2025-12-05")


def test_f8_goes_from_one_unmet_check_to_the_next(person):
    assert person.walked == ["Context, text", "Significant risks, text"]


def test_the_front_page_keeps_what_was_typed(person):
    assert person.record.answer("front.headteacher").value == "H. Sample"


def test_the_word_file_reads_back_whole(person):
    kept = person.record.exports[-1]
    made = datetime.fromisoformat(kept.at).astimezone()
    report = compose_report(person.record, kept.revision, kept.status, made, sample=True)
    counted = verify(report, exported(person))
    assert counted.sections == len(report.sections)


@pytest.mark.parametrize("words", [*CONTEXT.split("\n"), FINDING, REASONS], ids=lambda words: words[:20])
def test_the_word_file_holds_what_was_typed(person, words):
    assert words in printed(person)


def test_the_action_stands_in_a_table_of_the_word_file(person):
    rows = [" ".join(row) for row in read_back(exported(person)).rows]
    assert any(ACTION in row and "Mathematics lead" in row for row in rows)


def test_no_window_or_menu_is_left_open(person):
    assert QApplication.activeModalWidget() is None
    assert QApplication.activePopupWidget() is None
    assert person.stage == "report"
