"""What others could learn from a school: its facts, its words, and the evidence linked with it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from summary_desk import cut_texts, focused, open_visit, seen, summary
from vault_desk import PEER

from ui.widgets.text import Text
from ui.workspace.judging import Judging
from visitapp.domain.excellence import EXCELLENCE
from visitapp.domain.weighed import bearings, notes_bearing

LEFT = Qt.MouseButton.LeftButton


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def workspace(tmp_path, qapp):
    with open_visit(tmp_path, PEER) as workspace:
        yield workspace


@pytest.fixture
def page(qtbot, desk):
    return summary(qtbot, desk, place="excellence")


@pytest.fixture
def tab(page):
    return page.tab("excellence")


def words(widget):
    return [one.text() for one in widget.findChildren(Text) if one.isVisible()]


def test_its_tab_is_in_the_words_of_the_report_and_begins_with_the_first_field(desk, page, tab):
    assert page.header.title_of("excellence") == desk.record.framework.section("excellence").heading
    assert tab.sheets[0].isAncestorOf(focused(page))


def test_the_title_is_a_field_of_the_report(qtbot, desk, page):
    qtbot.keyClicks(focused(page), "Coaching that changes teaching")
    desk.leave()
    assert desk.record.answer("field.excellence.title").value == "Coaching that changes teaching"


def test_what_is_written_here_stands_in_the_report(qtbot, workspace, desk, tab):
    why = next(one for one in tab.sheets if one.code == "excellence-why")
    edit = why.findChild(QPlainTextEdit)
    edit.setFocus()
    qtbot.keyClicks(edit, "Every teacher is coached.")
    assert workspace.flush()
    kept = workspace.visits.load(desk.visit_id)
    assert [one.text for one in kept.blocks("excellence-why")] == ["Every teacher is coached."]


def test_evidence_is_linked_by_hand_from_the_notes_of_the_visit(qtbot, desk, tab):
    note = seen(desk, "Six coaching cycles since 2022", source="leaders", strand="excellence")
    assert notes_bearing(desk.record, EXCELLENCE) == ()
    sheet = tab.evidence.open_sheet()
    qtbot.keyClick(sheet.view, Qt.Key.Key_Space)
    assert notes_bearing(desk.record, EXCELLENCE) == (note,)
    sheet.close_sheet()
    assert "Notes: 1 for, 0 against. Findings: 0." in words(tab.evidence)


def test_a_linked_note_is_turned_against_and_taken_away_in_place(qtbot, desk, page, tab):
    note = seen(desk, "Half the teachers had no cycle", source="leaders")
    Judging(desk).set_stance(EXCELLENCE, note, "for")
    _, turn, _ = tab.evidence.stops()
    qtbot.mouseClick(turn, LEFT)
    assert [one.against for one in bearings(desk.record, EXCELLENCE)] == [True]
    qtbot.mouseClick(tab.evidence.stops()[2], LEFT)
    assert bearings(desk.record, EXCELLENCE) == ()
    assert focused(page) is tab.evidence.link_button


def test_private_words_are_shown_only_when_they_may_be(qtbot, desk, page, tab):
    note = seen(desk, "Only for me #me", source="leaders")
    Judging(desk).set_stance(EXCELLENCE, note, "for")
    qtbot.wait(1)
    assert "Private note" in words(tab.evidence)
    tab.show_private(True)
    qtbot.wait(1)
    assert "Only for me" in words(tab.evidence)


@pytest.mark.parametrize("size", [(1208, 580), (760, 1160)])
def test_nothing_is_cut(qtbot, desk, page, tab, size):
    Judging(desk).set_stance(EXCELLENCE, seen(desk, "Six coaching cycles since 2022. " * 8), "for")
    page.resize(*size)
    qtbot.wait(1)
    assert cut_texts(page) == []
