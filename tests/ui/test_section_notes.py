"""What is to be looked at again stands under its section, never while somebody types and never in the way."""

from contextlib import ExitStack
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from stage_desk import VISIT, framework, vault
from ui_support import accessible_name, shown

from ui.pages.report import ReportPage
from ui.parts.report_evidence import ReportEvidence
from ui.parts.section_missing import SectionMissing
from ui.parts.section_note import SectionNote
from ui.theme.theme import theme
from ui.theme.tokens import LIGHT, TOUCH
from ui.widgets.chips import Chip
from ui.widgets.text import Text
from ui.workspace.style_reading import StyleReading
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding
from visitapp.domain.framework import Check
from visitapp.domain.places import section_place
from visitapp.domain.style.flag import AMERICAN, DESCRIBES, UNTRACED, VAGUE
from visitapp.domain.visit import Answer, answer_id
from visitapp.domain.writing import Block

READ = framework(
    checks=tuple(
        Check(kind, kind, f"Style: {kind}", required=False) for kind in (VAGUE, AMERICAN, DESCRIBES, UNTRACED)
    )
)
NOTE = Note("n1", VISIT, 1, "Pupils explain the bar model.", "plus", "lesson", strand="tch")
PLAIN = Block("b0", VISIT, "context", 1.0, "The visit took a day. [E1]")
WALL = Block("b1", VISIT, "risks", 1.0, "Every classroom has a working wall. [E1]")
TWO = Block("b2", VISIT, "teaching", 1.0, "Some pupils guess. [E1] They use color. [E1]")
FINDING = Finding("f1", VISIT, "strength", "", "Every classroom has a working wall.", position=1.0)

pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def opened(qtbot, tmp_path):
    """Give a function that shows the page of a visit with these records, once it has been read."""
    with ExitStack() as stack:

        def open_page(*before):
            kept = stack.enter_context(vault(tmp_path, READ, before=(NOTE, *before)))
            page = ReportPage(kept.desk, tmp_path / "reports")
            page.resize(1208, 720)
            shown(qtbot, page)
            reading = page.findChild(StyleReading)
            qtbot.waitUntil(lambda: reading.reading is not None)
            return page, kept

        yield open_page


def line(page, heading):
    return next(one for one in page.findChildren(SectionNote) if accessible_name(one) == f"Look again, {heading}")


def says(page, heading):
    note = line(page, heading)
    return "" if note.isHidden() else note.findChildren(Text)[0].text()


def ways(page, heading):
    return {one.text(): one for one in line(page, heading).buttons() if not one.isHidden()}


def written(kept, text, section="teaching"):
    kept.desk.seal_text("Written", section_place(section), text)


def changed(kept, text="Few pupils explain the bar model."):
    kept.desk.put("Note changed", replace(kept.desk.record.find("note", "n1"), text=text))


def test_a_sentence_that_only_describes_is_told_under_its_section_and_nothing_elsewhere(opened):
    page, _ = opened(PLAIN, WALL)
    assert says(page, "Significant risks") == "Says what was there, not what it did for learning."
    assert says(page, "Context") == ""
    assert list(ways(page, "Significant risks")) == ["Not now", "Let be", "Show"]


def test_show_chooses_the_words_and_the_text_stays_as_it_was(opened):
    page, kept = opened(TWO)
    before = kept.desk.record
    ways(page, "Teaching and learning")["Show"].click()
    assert page.window().focusWidget().textCursor().selectedText() == "Some pupils"
    assert kept.desk.record is before


def test_what_is_let_be_gives_way_to_the_next_and_undo_brings_it_back(qtbot, opened):
    page, kept = opened(TWO)
    first = says(page, "Teaching and learning")
    ways(page, "Teaching and learning")["Let be"].click()
    assert "color" in says(page, "Teaching and learning")
    ways(page, "Teaching and learning")["Not now"].click()
    assert says(page, "Teaching and learning") == ""
    assert page.window().focusWidget().accessibleName() == "Teaching and learning, text"
    kept.desk.undo()
    qtbot.waitUntil(lambda: says(page, "Teaching and learning") == first)


def test_a_finding_that_only_describes_is_told_where_it_is_worded(opened):
    page, _ = opened(FINDING)
    assert says(page, "Main findings").startswith("Says what was there")
    ways(page, "Main findings")["Show"].click()
    assert page.window().focusWidget().textCursor().selectedText() == FINDING.text


def test_nothing_is_told_while_somebody_types_and_the_text_stays_where_it_is(qtbot, opened):
    page, kept = opened(PLAIN)
    page.show_place("teaching")
    edit = page.window().focusWidget()
    qtbot.keyClicks(edit, "They use")
    written(kept, "Every classroom has a working wall.", "risks")
    QApplication.processEvents()
    at, caret = edit.mapTo(page, QPoint(0, 0)).y(), edit.textCursor().position()
    for sign in " it well":
        qtbot.keyClicks(edit, sign)
        assert says(page, "Significant risks") == ""
    qtbot.waitUntil(lambda: says(page, "Significant risks") != "", timeout=5000)
    assert line(page, "Significant risks").height() > 30
    assert edit.mapTo(page, QPoint(0, 0)).y() == at
    assert (edit.hasFocus(), edit.textCursor().position()) == (True, caret + len(" it well"))
    assert edit.toPlainText() == "They use it well"


def test_a_note_changed_after_it_was_named_is_told_before_all_else(qtbot, opened):
    page, kept = opened()
    written(kept, "Some pupils explain it. [E1]")
    changed(kept)
    told = "E1 was changed after it was used here: look again"
    assert says(page, "Teaching and learning") == told
    ways(page, "Teaching and learning")["Look"].click()
    assert page.window().focusWidget().textCursor().selectedText() == "Some pupils explain it. [E1]"
    listed = page.findChild(ReportEvidence).list
    assert listed.model().offer(listed.currentIndex().row()).label == "E1"
    ways(page, "Teaching and learning")["Keep as it is"].click()
    assert says(page, "Teaching and learning") != told
    kept.desk.undo()
    qtbot.waitUntil(lambda: says(page, "Teaching and learning") == told)


def test_it_goes_once_the_sentence_was_reworded_by_hand_and_undo_brings_it_back(qtbot, opened):
    page, kept = opened()
    written(kept, "So pupils explain it. [E1]")
    changed(kept)
    ways(page, "Teaching and learning")["Look"].click()
    qtbot.keyClicks(page.window().focusWidget(), "Few pupils explain it. [E1]")
    qtbot.waitUntil(lambda: says(page, "Teaching and learning") == "")
    kept.desk.undo()
    qtbot.waitUntil(lambda: "E1 was changed" in says(page, "Teaching and learning"))


def test_it_is_told_after_the_vault_was_opened_again(qtbot, opened, tmp_path):
    _, kept = opened()
    written(kept, "Pupils explain it. [E1]")
    changed(kept)
    page = ReportPage(kept.reopened(), tmp_path / "reports")
    shown(qtbot, page)
    qtbot.waitUntil(lambda: "E1 was changed" in says(page, "Teaching and learning"))


def test_a_finding_reworded_after_its_words_were_used_is_told(opened):
    page, kept = opened(FINDING)
    written(kept, f"{FINDING.text} It helps.")
    kept.desk.put("Reworded", replace(FINDING, text="Most classrooms have a working wall."))
    assert "was changed after it was used here" in says(page, "Teaching and learning")


@pytest.mark.parametrize(
    ("text", "words", "chosen"),
    [
        ("It is so. [E9]", "E9: there is no such evidence", "[E9]"),
        ("Attendance is 90%. [D6]", "D6 is 94.6; the sentence has another figure", "Attendance is 90%. [D6]"),
    ],
)
def test_wrong_evidence_is_a_pill_that_leads_to_its_words(opened, text, words, chosen):
    page, kept = opened(Answer(answer_id(VISIT, "fact.att"), VISIT, "fact.att", "94.6"))
    written(kept, text)
    pills = [one for part in page.findChildren(SectionMissing) for one in part.findChildren(Chip)]
    pill = next(one for one in pills if one.text() == words)
    pill.click()
    assert page.window().focusWidget().textCursor().selectedText() == chosen


def test_every_way_is_large_enough_for_a_finger(qtbot, opened):
    page, _ = opened(WALL)
    theme().apply(LIGHT, TOUCH)
    QApplication.processEvents()
    found = ways(page, "Significant risks").values()
    assert [one.text() for one in found if min(one.height(), one.width()) < 44] == []
