"""What the report does not use yet, and the facts a section may want: seen beside it and put in with one key."""

from contextlib import ExitStack
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from stage_desk import FACTS, SECTIONS, VISIT, framework, vault
from ui_support import accessible_name, shown

from ui.pages.report import ReportPage
from ui.parts.report_evidence import ReportEvidence
from ui.theme.theme import theme
from ui.theme.tokens import LIGHT, TOUCH
from ui.widgets.buttons import Button
from ui.widgets.text import Text
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding, Support, support_id
from visitapp.domain.visit import Answer, answer_id
from visitapp.domain.writing import Block

Key = Qt.Key
USED = Note("n1", VISIT, 1, "Teachers share models and exact vocabulary.", "plus", "lesson", strand="tch")
FREE = Note("n2", VISIT, 2, "Governors visit each half term.", "", "voice", strand="lead")
SECRET = Note("n3", VISIT, 3, "Ask again about the deputy.", "", "voice", strand="tch", private=True)
PLACED = Note("n4", VISIT, 4, "Books show corrections.", "", "work", strand="tch")
NEXT = Note("n5", VISIT, 5, "Errors are put right at once.", "", "lesson", strand="tch")
BLOCKS = (
    Block("b1", VISIT, "teaching", 1.0, "Teaching is strong. [E1]"),
    Block("b2", VISIT, "teaching", 2.0, "Attendance is 94.6% now. So it goes on."),
)
LISTED = Finding("f1", VISIT, "strength", "", "Corrections are made.", position=1.0)
APART = Finding("f2", VISIT, "other", "", "Visits by governors are planned.", position=2.0)
LINKS = (
    Support(support_id("f1", "n4"), VISIT, "f1", "n4"),
    Support(support_id("f2", "n4"), VISIT, "f2", "n4"),
)
ATTENDANCE = Answer(answer_id(VISIT, "fact.att"), VISIT, "fact.att", "94.6")
ROLL = Answer(answer_id(VISIT, "fact.roll"), VISIT, "fact.roll", "411")
WITH_FACTS = framework(
    school_facts=tuple(
        replace(one, says="There are {value} pupils on roll.") if one.code == "roll" else one for one in FACTS
    ),
    outline=tuple(replace(one, facts=("roll", "att")) if one.code == "teaching" else one for one in SECTIONS),
)

pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def opened(qtbot, tmp_path):
    """Give a function that shows the page of a visit with these records."""
    with ExitStack() as stack:

        def open_page(*before, programme=WITH_FACTS):
            kept = stack.enter_context(vault(tmp_path, programme, before=before))
            page = ReportPage(kept.desk, tmp_path / "reports")
            page.resize(1208, 580)
            return shown(qtbot, page), kept

        yield open_page


def offered(page):
    model = page.findChild(ReportEvidence).list.model()
    return [model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def labels(page):
    return [one.split(".")[0] for one in offered(page)]


def evidence(page):
    return page.findChild(ReportEvidence)


def way_in(page):
    return next((one for one in page.findChildren(Button) if "not used in the report" in accessible_name(one)), None)


def box(page, code="teaching"):
    page.show_place(code)
    return page.window().focusWidget()


def test_what_the_report_does_not_use_is_counted_and_private_notes_never(opened):
    page, _ = opened(USED, FREE, SECRET, PLACED, NEXT, LISTED, APART, *LINKS, BLOCKS[0])
    assert way_in(page).text() == "3 not used in the report"
    way_in(page).click()
    assert labels(page) == ["E2", "E5", "Finding"]
    assert evidence(page).shown.text() == "3 not used in the report"
    assert page.window().focusWidget() is evidence(page).list


def test_what_suits_the_section_stands_first(opened):
    page, _ = opened(USED, FREE, NEXT, BLOCKS[0])
    page.show_place("teaching")
    way_in(page).click()
    assert labels(page) == ["E5", "E2"]


def test_one_key_names_it_and_it_is_not_counted_any_more(qtbot, opened):
    page, kept = opened(USED, FREE, BLOCKS[0])
    edit = box(page)
    edit.moveCursor(QTextCursor.MoveOperation.End)
    way_in(page).click()
    qtbot.keyClick(page.window().focusWidget(), Key.Key_Return)
    assert kept.desk.record.blocks("teaching")[0].text == "Teaching is strong. [E1] [E2]"
    assert way_in(page).isHidden()
    kept.desk.undo()
    qtbot.waitUntil(lambda: not way_in(page).isHidden())
    assert labels(page) == ["E2"]


def test_one_tap_names_it(qtbot, opened):
    page, kept = opened(USED, FREE, BLOCKS[0])
    theme().apply(LIGHT, TOUCH)
    QApplication.processEvents()
    box(page)
    way_in(page).click()
    listed = evidence(page).list
    qtbot.waitUntil(lambda: listed.insert_rect(0).height() >= 44)
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.insert_rect(0).center())
    assert "[E2]" in kept.desk.record.blocks("teaching")[0].text


def test_a_finding_comes_with_its_words_and_its_notes(qtbot, opened):
    page, kept = opened(PLACED, APART, LINKS[1], Block("b1", VISIT, "teaching", 1.0, "It is so. And more."))
    edit = box(page)
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    way_in(page).click()
    qtbot.keyClick(page.window().focusWidget(), Key.Key_Return)
    assert kept.desk.record.blocks("teaching")[0].text == f"It is so. {APART.text} [E4] And more."
    assert way_in(page).isHidden()


def test_when_all_is_used_it_says_so(opened):
    page, _ = opened(USED, BLOCKS[0])
    assert way_in(page) is None or way_in(page).isHidden()
    evidence(page).show_unused()
    assert offered(page) == []
    said = [one.text() for one in evidence(page).findChildren(Text) if not one.isHidden()]
    assert "The report uses all of the evidence." in said


def test_facts_the_section_wants_stand_first_until_its_text_names_them(qtbot, opened):
    page, kept = opened(USED, ATTENDANCE, ROLL, *BLOCKS)
    box(page)
    assert labels(page) == ["D1", "D6", "E1"]
    assert "There are 411 pupils on roll." in offered(page)[0]
    page.show_place("risks")
    assert "D1" not in labels(page)
    edit = box(page)
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(evidence(page).list, Key.Key_Return)
    first = kept.desk.record.blocks("teaching")[0].text
    assert first == "Teaching is strong. [E1] There are 411 pupils on roll. [D1]"
    assert labels(page) == ["D6", "E1"]


def test_a_fact_whose_figure_stands_in_the_sentence_is_bound_to_it(qtbot, opened):
    page, kept = opened(USED, ATTENDANCE, *BLOCKS)
    edit = box(page)
    cursor = edit.textCursor()
    cursor.setPosition(edit.toPlainText().index("94.6"))
    edit.setTextCursor(cursor)
    qtbot.keyClick(evidence(page).list, Key.Key_Return)
    assert kept.desk.record.blocks("teaching")[1].text == "Attendance is 94.6% now. [D6] So it goes on."


def test_a_fact_is_found_by_its_words_from_any_section(qtbot, opened):
    page, _ = opened(USED, ROLL, *BLOCKS)
    edit = box(page, "context")
    qtbot.keyClick(edit, Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(page.window().focusWidget(), "on roll")
    assert labels(page) == ["D1"]
    qtbot.keyClick(page.window().focusWidget(), Key.Key_Return)
    assert edit.toPlainText() == "There are 411 pupils on roll. [D1]"


def test_a_programme_without_facts_for_a_section_offers_none(opened):
    page, _ = opened(USED, ROLL, *BLOCKS, programme=framework())
    box(page)
    assert labels(page) == ["E1"]
