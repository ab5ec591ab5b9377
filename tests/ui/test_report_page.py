"""The report as a reviewer writes it: typing kept as paragraphs, evidence put in, checks walked, exported."""

from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit
from stage_desk import VISIT, framework, vault
from ui_support import accessible_name, is_checked, role, shown

from ui.pages.report import ReportPage
from ui.parts.report_evidence import ReportEvidence
from ui.parts.report_note_list import NoteListView
from ui.parts.report_outline import OutlineRow
from ui.parts.report_prose import caret_after
from ui.widgets.buttons import Button
from ui.widgets.checks import StateRow
from ui.widgets.chips import PickerChip
from ui.widgets.text import Text
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Action, Finding
from visitapp.domain.framework import Section
from visitapp.domain.visit import Answer, Slot, answer_id
from visitapp.domain.writing import Block

Key = Qt.Key
MODELS = Note(
    "n1", VISIT, 1, "Teachers share models and exact vocabulary in every class.", "plus", "lesson", strand="tch"
)
VOICE = Note("n2", VISIT, 2, "Governors visit each half term.", "", "voice", strand="lead")
SECRET = Note("n3", VISIT, 3, "Ask again about the deputy.", "", "voice", strand="tch", private=True)
BLOCKS = (
    Block("b1", VISIT, "teaching", 1.0, "Teaching is strong."),
    Block("b2", VISIT, "teaching", 2.0, "Checks are less consistent."),
)
STRONG = Finding("f1", VISIT, "strength", "", "Early reading is precise.", position=1.0)
WEAK = Finding("f2", VISIT, "develop", "", "Errors do not change teaching.", position=1.0)
ACTION = Action("a1", VISIT, "Use checks on understanding", urgency="now", owner="Maths lead", due="2025-12-05")


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def opened(qtbot, tmp_path):
    """Give a function that shows the page of a visit with these records; reports go to a folder of the test."""
    with ExitStack() as stack:

        def open_page(*before, programme=None):
            kept = stack.enter_context(vault(tmp_path, programme, before=before))
            page = ReportPage(kept.desk, tmp_path / "reports")
            page.resize(1208, 580)
            return shown(qtbot, page), kept

        yield open_page


def named(page, kind, words):
    return next(one for one in page.findChildren(kind) if words in accessible_name(one) and one.isVisibleTo(page))


def prose(page, heading):
    return named(page, QPlainTextEdit, f"{heading}, text")


def words(page):
    return [one.text() for one in page.findChildren(Text) if one.isVisibleTo(page)]


def notes_offered(page):
    model = page.findChild(NoteListView).model()
    return [model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def press(qtbot, widget, key=Key.Key_Return):
    widget.setFocus()
    qtbot.keyClick(widget, key)


def answered(key, value, note=""):
    return Answer(answer_id(VISIT, key), VISIT, key, value, note)


def test_what_is_typed_is_kept_as_paragraphs(qtbot, opened):
    page, kept = opened()
    box = prose(page, "Context")
    box.setFocus()
    qtbot.keyClicks(box, "The visit was short.")
    qtbot.keyClick(box, Key.Key_Return)
    qtbot.keyClicks(box, "It took in three classes.")
    assert [block.text for block in kept.settled().blocks("context")] == [
        "The visit was short.",
        "It took in three classes.",
    ]


def test_a_paragraph_changed_in_place_keeps_its_id(qtbot, opened):
    page, kept = opened(*BLOCKS)
    box = prose(page, "Teaching and learning")
    box.setFocus()
    box.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(box, "On the whole: ")
    blocks = kept.settled().blocks("teaching")
    assert [block.id for block in blocks] == ["b1", "b2"]
    assert blocks[0].text == "On the whole: Teaching is strong."


def test_leaving_the_box_seals_what_was_typed(qtbot, opened):
    page, kept = opened()
    box = prose(page, "Context")
    box.setFocus()
    qtbot.keyClicks(box, "Short.")
    prose(page, "Standards").setFocus()
    assert kept.desk.record.blocks("context")[0].text == "Short."


def test_a_long_text_grows_and_never_scrolls_inside(qtbot, opened):
    page, _ = opened(Block("b1", VISIT, "context", 1.0, "A long paragraph about the visit. " * 40))
    box = prose(page, "Context")
    assert box.verticalScrollBar().value() == 0
    last = box.document().lastBlock()
    box.moveCursor(QTextCursor.MoveOperation.End)
    assert box.cursorRect().bottom() <= box.viewport().height() + 1
    assert last.isVisible()


def test_focus_and_caret_survive_changes_from_elsewhere(qtbot, opened):
    page, kept = opened(*BLOCKS)
    box = prose(page, "Teaching and learning")
    box.setFocus()
    cursor = box.textCursor()
    cursor.setPosition(8)
    box.setTextCursor(cursor)
    kept.desk.put("elsewhere", STRONG)
    assert page.window().focusWidget() is box
    assert box.textCursor().position() == 8


def test_the_caret_stays_when_kept_paragraphs_are_shown_again(qtbot, opened):
    page, kept = opened()
    box = prose(page, "Context")
    box.setFocus()
    qtbot.keyClicks(box, "One.")
    qtbot.keyClick(box, Key.Key_Return)
    qtbot.keyClicks(box, "Two.")
    kept.desk.leave()
    kept.desk.put("elsewhere", STRONG)
    assert box.toPlainText() == "One.\n\nTwo."
    qtbot.keyClicks(box, " More.")
    assert box.toPlainText() == "One.\n\nTwo. More."


@pytest.mark.parametrize(
    ("before", "text", "place"),
    [
        ("", "one", 0),
        ("one", "one\n\ntwo", 3),
        ("one\n", "one\n\ntwo", 5),
        ("one\nt", "one\n\ntwo", 6),
        ("one\n\ntwo", "one\ntwo", 7),
        ("one two three", "one", 3),
    ],
)
def test_the_caret_stands_after_the_same_words(before, text, place):
    assert caret_after(before, text) == place


def test_the_outline_counts_words_and_says_how_far_each_section_is(qtbot, opened):
    page, _ = opened(*BLOCKS)
    assert accessible_name(named(page, OutlineRow, "Context")) == "Context, not started"
    teaching = named(page, OutlineRow, "Teaching and learning")
    assert accessible_name(teaching) == "iii Teaching and learning, 7 words, in progress"
    assert role(teaching) == QAccessible.Role.RadioButton


def test_words_are_counted_while_they_are_typed(qtbot, opened):
    page, _ = opened(*BLOCKS)
    box = prose(page, "Context")
    box.setFocus()
    qtbot.keyClicks(box, "Two words")
    assert "2 words" in accessible_name(named(page, OutlineRow, "Context"))
    assert "9" in words(page)


def test_too_many_words_are_said_and_nothing_else_happens(qtbot, opened):
    page, _ = opened(Block("b1", VISIT, "context", 1.0, "word " * 125))
    assert "aim 80\u2013120, 5 over" in words(page)


def test_the_outline_leads_to_the_section(qtbot, opened):
    page, _ = opened()
    press(qtbot, named(page, OutlineRow, "Standards"))
    assert accessible_name(page.window().focusWidget()) == "Standards, text"


def test_the_section_with_the_focus_is_marked_in_the_outline(qtbot, opened):
    page, _ = opened()
    prose(page, "Teaching and learning").setFocus()
    assert is_checked(named(page, OutlineRow, "Teaching and learning"))


@pytest.mark.parametrize("place", ["report:standards", "standards"])
def test_a_place_is_shown_however_it_is_called(qtbot, opened, place):
    page, _ = opened()
    page.show_place(place)
    assert is_checked(named(page, OutlineRow, "Standards"))


def test_the_front_page_is_a_form_with_first_values(qtbot, opened):
    page, kept = opened()
    page.show_place("front")
    assert named(page, QLineEdit, "School").text() == "Sallowfield Primary School"
    assert named(page, QLineEdit, "Date of visit").text() == "20 Nov 2025"
    qtbot.keyClicks(named(page, QLineEdit, "Headteacher"), "The headteacher")
    named(page, PickerChip, "Kind of visit").menu().actions()[0].trigger()
    qtbot.keyClicks(named(page, QPlainTextEdit, "Purpose"), "To look again")
    found = kept.settled()
    assert found.answer("front.head").value == "The headteacher"
    assert found.answer("front.type").value == "annual"
    assert found.answer("front.purpose").value == "To look again"
    assert "5 of 5 filled in, complete" in accessible_name(named(page, OutlineRow, "Front page"))


def test_a_fact_of_a_section_is_kept(qtbot, opened):
    page, kept = opened()
    qtbot.keyClicks(named(page, QLineEdit, "Expected key stage 2 combined"), "63%")
    assert kept.settled().answer("field.standards.ks2").value == "63%"


def test_findings_are_reworded_where_they_are_read(qtbot, opened):
    page, kept = opened(STRONG, WEAK)
    box = named(page, QPlainTextEdit, "Strengths, finding")
    assert box.toPlainText() == "Early reading is precise."
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "Early reading is a strength.")
    assert kept.settled().findings("strength")[0].text == "Early reading is a strength."
    assert "None yet: risks" in words(page)


def test_a_finding_made_elsewhere_appears_and_a_deleted_one_goes(qtbot, opened):
    page, kept = opened(STRONG)
    kept.desk.put("Finding added", Finding("f9", VISIT, "risk", "", "Leaders leave.", position=1.0))
    qtbot.waitUntil(
        lambda: any(
            one.isVisible() for one in page.findChildren(QPlainTextEdit, "") if "Risks" in accessible_name(one)
        )
    )
    kept.desk.remove("Finding deleted", STRONG)
    assert "None yet: strengths" in words(page)


def test_the_decision_stands_there_with_its_reasons_and_the_way_to_it(qtbot, opened):
    page, _ = opened(answered("decision", "no", "Leaders know the school."))
    assert "The school is not a priority for support." in words(page)
    assert "Leaders know the school." in words(page)
    with qtbot.waitSignal(page.place_wanted) as wanted:
        press(qtbot, named(page, Button, "Decide in Summary"))
    assert wanted.args == ["summary:judgement"]


def test_actions_stand_there_and_follow_changes(qtbot, opened):
    page, kept = opened(ACTION)
    assert any("Use checks on understanding" in one and "by 5 Dec 2025" in one for one in words(page))
    kept.desk.remove("Action deleted", ACTION)
    qtbot.waitUntil(lambda: "No action is agreed yet." in words(page))
    with qtbot.waitSignal(page.place_wanted) as wanted:
        press(qtbot, named(page, Button, "Change in Summary"))
    assert wanted.args == ["summary:actions"]


def test_a_section_of_activities_lists_the_plan(qtbot, opened):
    outline = (Section("activities", "Activities of the day", prose=False, activities=True),)
    slot = Slot("s1", VISIT, 1, 540, 600, "leaders")
    page, _ = opened(slot, programme=framework(outline=outline, checks=()))
    assert "Leadership discussion, 09:00 \u2013 10:00" in words(page)


def test_evidence_is_what_the_section_asks_for_and_never_private(qtbot, opened):
    page, _ = opened(MODELS, VOICE, SECRET)
    page.show_place("teaching")
    assert notes_offered(page) == [
        "E1. Strength. Lesson visit. Teaching. Teachers share models and exact vocabulary in every class."
    ]
    assert page.findChild(ReportEvidence).shown.text() == "1 for this section"
    page.show_place("context")
    assert len(notes_offered(page)) == 2


def test_all_evidence_is_one_choice_away(qtbot, opened):
    page, _ = opened(MODELS, VOICE)
    page.show_place("teaching")
    shown = page.findChild(ReportEvidence).shown
    next(one for one in shown.menu().actions() if one.text() == "3 in all").trigger()
    assert [one.split(".")[0] for one in notes_offered(page)] == ["E1", "E2", "D8"]


def test_evidence_is_found_and_named_behind_the_sentence_by_keys(qtbot, opened):
    page, kept = opened(*BLOCKS, MODELS, VOICE)
    page.show_place("teaching")
    box = page.window().focusWidget()
    box.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(box, Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    field = page.window().focusWidget()
    qtbot.keyClicks(field, "gov")
    qtbot.keyClick(field, Key.Key_Return)
    assert page.window().focusWidget() is box
    assert kept.settled().blocks("teaching")[0].text == "Teaching is strong. [E2]"


def test_a_note_s_own_words_are_put_in_with_shift_and_name_it(qtbot, opened):
    page, kept = opened(*BLOCKS, MODELS, VOICE)
    page.show_place("teaching")
    box = page.window().focusWidget()
    box.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(box, Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    field = page.window().focusWidget()
    qtbot.keyClicks(field, "gov")
    qtbot.keyClick(field, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    text = kept.settled().blocks("teaching")[0].text
    assert text == "Governors visit each half term. [E2] Teaching is strong."


def test_in_an_empty_section_evidence_comes_with_its_words(qtbot, opened):
    page, kept = opened(VOICE)
    page.show_place("teaching")
    evidence = page.findChild(ReportEvidence)
    evidence.show_evidence("E2")
    press(qtbot, evidence.list)
    assert kept.settled().blocks("teaching")[0].text == "Governors visit each half term. [E2]"


def test_words_go_to_the_caret_with_spaces_where_words_meet(qtbot, opened):
    page, _ = opened(BLOCKS[0], MODELS)
    page.show_place("teaching")
    box = page.window().focusWidget()
    cursor = box.textCursor()
    cursor.setPosition(len("Teaching"))
    box.setTextCursor(cursor)
    qtbot.keyClick(page.findChild(NoteListView), Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert box.toPlainText() == f"Teaching {MODELS.text} [E1] is strong."


def test_a_note_that_stands_in_the_section_is_called_used(qtbot, opened):
    page, _ = opened(MODELS)
    page.show_place("teaching")
    notes = page.findChild(NoteListView)
    press(qtbot, notes)
    assert notes_offered(page)[0].endswith("Used.")


def test_insert_on_the_note_is_pressed_with_the_mouse(qtbot, opened):
    page, _ = opened(MODELS)
    page.show_place("teaching")
    notes = page.findChild(NoteListView)
    qtbot.waitUntil(lambda: notes.insert_rect(0).height() > 0)
    qtbot.mouseClick(notes.viewport(), Qt.MouseButton.LeftButton, pos=notes.insert_rect(0).center())
    assert MODELS.text in prose(page, "Teaching and learning").toPlainText()


def test_where_nothing_can_be_put_in_a_note_is_only_read(qtbot, opened):
    page, _ = opened(MODELS)
    page.show_place("actions")
    before = [one.toPlainText() for one in page.findChildren(QPlainTextEdit)]
    press(qtbot, page.findChild(NoteListView))
    assert [one.toPlainText() for one in page.findChildren(QPlainTextEdit)] == before


def test_checks_stand_unmet_and_required_first(qtbot, opened):
    page, kept = opened(STRONG, BLOCKS[0])
    order = sorted(
        (one for one in page.findChildren(StateRow)), key=lambda one: one.mapTo(page, one.rect().topLeft()).y()
    )
    names = [accessible_name(one) for one in order]
    assert len(names) == 6
    assert names[0].startswith("Expected key stage 2 combined, needed, Required.")
    assert names[-1] != names[0]
    assert any("Every judgement has evidence, check" in one for one in names)


def test_a_check_is_met_as_soon_as_it_is(qtbot, opened):
    page, kept = opened()
    row = named(page, StateRow, "Context is written")
    assert "needed" in accessible_name(row)
    box = prose(page, "Context")
    box.setFocus()
    qtbot.keyClicks(box, "Short.")
    prose(page, "Standards").setFocus()
    assert accessible_name(row) == "Context is written, done"
    assert "2 of 6 complete" in words(page)


def test_next_unmet_walks_to_the_places_round_and_round(qtbot, opened):
    page, _ = opened()
    seen, places = [], []
    page.place_wanted.connect(places.append)
    for _ in range(4):
        page.run("next-check")
        seen.append(accessible_name(page.window().focusWidget()))
    assert seen[:2] == ["Expected key stage 2 combined", "Teaching and learning, text"]
    assert seen[3] == "Context, text"
    assert places == ["summary:actions"]
    page.run("previous-check")
    assert places == ["summary:actions", "summary:actions"]


def test_the_first_step_backwards_is_the_last_unmet(qtbot, opened):
    page, _ = opened()
    with qtbot.waitSignal(page.place_wanted) as wanted:
        page.run("previous-check")
    assert wanted.args == ["summary:judgement"]


def test_a_check_that_is_pressed_leads_to_its_place(qtbot, opened):
    page, _ = opened()
    press(qtbot, named(page, StateRow, "Expected key stage 2 combined"))
    assert accessible_name(page.window().focusWidget()) == "Expected key stage 2 combined"


def test_the_preview_reads_as_the_report_will(qtbot, opened):
    page, kept = opened(*BLOCKS, STRONG, ACTION)
    box = prose(page, "Context")
    box.setFocus()
    qtbot.keyClicks(box, "Just typed.")
    page.run("report.view")
    text = page.findChild(QTextEdit).toPlainText()
    for part in (
        "Partner visit report",
        "Sallowfield Primary School",
        "DRAFT, version 1",
        "Just typed.",
        "iii Teaching",
    ):
        assert part in text
    assert page.findChild(QTextEdit).isReadOnly()
    page.run("report.view")
    assert box.isVisible()


def test_the_preview_follows_what_changes(qtbot, opened):
    page, kept = opened()
    page.run("report.view")
    kept.desk.put("Finding added", STRONG)
    assert "Early reading is precise." in page.findChild(QTextEdit).toPlainText()


def test_a_programme_with_one_section_and_nothing_else_has_a_report(qtbot, opened):
    page, kept = opened(
        programme=framework(front=(), checks=(), outline=(Section("all", "Report"),), closing=("Thanks.",))
    )
    page.take_focus()
    box = page.window().focusWidget()
    assert box.placeholderText() == "Thanks."
    page.run("next-check")
    qtbot.keyClicks(box, "Words")
    assert kept.settled().blocks("all")[0].text == "Words"


def test_text_is_there_after_opening_again(qtbot, opened, tmp_path):
    page, kept = opened()
    box = prose(page, "Context")
    box.setFocus()
    qtbot.keyClicks(box, "Kept")
    page.close()
    again = shown(qtbot, ReportPage(kept.reopened(), tmp_path))
    assert prose(again, "Context").toPlainText() == "Kept"


def test_the_stage_is_marked_as_done(qtbot, opened):
    page, kept = opened()
    page.run(page.commands()[-1].code)
    assert kept.settled().answer("stage.report").value is True


def test_every_control_has_a_name_and_panes_are_named(qtbot, opened):
    page, _ = opened(*BLOCKS, MODELS, STRONG)
    controls = [
        *page.findChildren(QAbstractButton),
        *page.findChildren(QLineEdit),
        *page.findChildren(QPlainTextEdit),
    ]
    assert not [one for one in controls if one.isVisible() and not accessible_name(one)]
    assert [accessible_name(one) for one in page.panes()] == ["Report sections", "Report text", "Evidence and checks"]
    assert accessible_name(page.findChild(NoteListView)) == "Evidence"


def test_the_page_fits_a_short_window_with_export_in_view(qtbot, opened):
    page, _ = opened(*BLOCKS, MODELS, STRONG)
    assert page.minimumSizeHint().width() <= 1208
    assert page.minimumSizeHint().height() <= 580
    assert named(page, Button, "Export to Word").visibleRegion().boundingRect().height() >= 32
