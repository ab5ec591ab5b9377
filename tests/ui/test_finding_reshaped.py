"""Findings split, merged, weighed for and against, and set beside the school's own plan, by keys and by tap."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from summary_desk import KEYS, popup, summary, three_notes

from ui.dialogs.split_sheet import SplitSheet, sentences
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text
from ui.workspace.summing_up import SummingUp


@pytest.fixture
def notes(desk):
    return three_notes(desk)


@pytest.fixture
def made(desk, notes):
    """Two areas for development: the first with two notes, the second with the third."""
    summing_up = SummingUp(desk)
    first = summing_up.add_finding("develop", text="Checks come late. Errors persist.", notes=notes[:2])
    second = summing_up.add_finding("develop", text="Clubs are full.", notes=notes[2:])
    return first, second


@pytest.fixture
def page(qtbot, desk, made):
    return summary(qtbot, desk)


def findings(desk):
    return desk.record.findings("develop")


def card(page, finding):
    return page.tab("findings").board.card(finding.id)


def choose(menu, *words):
    """Go down a menu by its words and choose the last."""
    for word in words:
        action = next(one for one in menu.actions() if one.text().partition("\t")[0].startswith(word))
        menu = action.menu() or menu
    action.trigger()


def opened_menu(page, finding):
    card(page, finding).open_menu()
    return popup()


def test_a_finding_is_merged_into_another_from_its_menu(page, desk, made):
    choose(opened_menu(page, made[1]), "Merge into", "Checks come late")
    (one,) = findings(desk)
    assert one.text == "Checks come late. Errors persist.\nClubs are full."
    assert len(desk.record.notes_of(one.id)) == 3


def test_merging_is_one_step_for_undo(qtbot, page, desk, made):
    choose(opened_menu(page, made[1]), "Merge into", "Checks come late")
    with qtbot.waitSignal(desk.turned):
        desk.undo()
    assert [one.text for one in findings(desk)] == [one.text for one in made]


def test_the_only_finding_of_a_list_is_offered_nothing_to_merge_with(page, desk, made):
    SummingUp(desk).delete_finding(made[1])
    menu = opened_menu(page, made[0])
    assert "Merge into" not in [one.text() for one in menu.actions()]
    menu.close()


def test_words_being_typed_are_kept_when_the_finding_is_merged(page, desk, made):
    box = card(page, made[1]).text
    box.start_writing()
    QTest.keyClicks(box, " Now")
    choose(opened_menu(page, made[1]), "Merge into", "Checks come late")
    assert findings(desk)[0].text.endswith("Clubs are full. Now")


def split_sheet(page, finding):
    choose(opened_menu(page, finding), "Split")
    return page.window().findChild(SplitSheet)


def test_splitting_by_keys_alone(page, desk, made, notes):
    sheet = split_sheet(page, made[0])
    first, second = sheet.findChildren(Segmented)[:2]
    assert (first.current(), second.current()) == ("first", "second")
    last = sheet.findChildren(Segmented)[-1]
    last.button("first").setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(last.button("first"), Qt.Key.Key_Right)
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [one.text for one in findings(desk)] == ["Checks come late.", "Errors persist.", "Clubs are full."]
    assert [len(desk.record.notes_of(one.id)) for one in findings(desk)] == [1, 1, 1]


def test_leaving_the_sheet_parts_nothing(page, desk, made):
    sheet = split_sheet(page, made[0])
    QTest.keyClick(sheet.first_focus(), Qt.Key.Key_Escape)
    assert findings(desk) == made


def test_the_words_of_a_private_note_stay_out_of_the_sheet(page, desk, made, notes):
    desk.put("Private", replace(desk.record.find("note", notes[0].id), private=True))
    said = [one.text() for one in split_sheet(page, made[0]).findChildren(Text)]
    assert "Private note" in said
    assert not any("models" in words for words in said)


@pytest.mark.parametrize(
    "text",
    ["One. Two? Three!", "No full stop", "Lines\nof their own\nThird.", "He said \u201cstop.\u201d Then on.", ""],
)
def test_sentences_put_together_are_the_text(text):
    assert "".join(sentences(text)) == text
    assert all(one.strip() for one in sentences(text))


def test_a_note_is_turned_against_a_finding_and_back(page, desk, made, notes):
    foot = card(page, made[0]).foot
    QTest.mouseClick(foot.sources, *KEYS)
    side = foot.evidence.stops()[0]
    QTest.mouseClick(side, *KEYS)
    against = {one.note_id: one.against for one in desk.record.supports(made[0].id)}
    assert against == {notes[0].id: True, notes[1].id: False}
    assert foot.against.text() == "1 against"
    turned = page.window().focusWidget()
    assert "against" in turned.accessibleName()
    QTest.keyClick(turned, Qt.Key.Key_Space)
    assert not any(one.against for one in desk.record.supports(made[0].id))
    assert foot.against.isHidden()


def test_the_improvement_plan_is_said_from_the_menu_and_shown_as_a_mark(page, desk, made):
    foot = card(page, made[0]).foot
    assert foot.plan.isHidden()
    choose(opened_menu(page, made[0]), "School's improvement plan", "Not in improvement plan")
    assert findings(desk)[0].in_improvement_plan == "no"
    assert foot.plan.text() == "Not in improvement plan"
    assert not foot.plan.isHidden()


def test_only_a_risk_is_given_a_weight(page, desk, made):
    risk = SummingUp(desk).add_finding("risk", text="The deputy post is vacant.")
    choose(opened_menu(page, risk), "How heavily it weighs", "Moderate")
    assert desk.record.find("finding", risk.id).level == "moderate"
    menu = opened_menu(page, made[0])
    assert "How heavily it weighs" not in [one.text() for one in menu.actions()]
    menu.close()
