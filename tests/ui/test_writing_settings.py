"""Aids for writing are switched in Settings, and the abbreviations are the reviewer's own from there on."""

import pytest
from PySide6.QtCore import QSettings
from ui_support import dressed, shown
from vault_desk import begin, new_database, open_workspace

from ui.app.writing import keep_words
from ui.pages.settings.writing import WritingCard
from ui.settings import Settings, load, save
from ui.workspace.reporting import Reporting
from visitapp.domain.shorthand import read
from visitapp.domain.writing import Block

STARTING = {"chn": "children", "tchr": "teacher"}


@pytest.fixture(autouse=True)
def _dressed(qapp):
    yield from dressed(qapp)


@pytest.fixture
def card(qtbot):
    found = WritingCard()
    found.show_settings(Settings())
    found.show_shorthand(STARTING, {})
    return shown(qtbot, found)


def test_switching_an_aid_tells_of_the_settings_at_once(qtbot, card):
    with qtbot.waitSignal(card.changed) as told:
        card.own_words.button("off").click()
    assert told.args[0] == Settings(own_words=False)


def test_spelling_is_looked_at_until_it_is_switched_off(qtbot, card):
    assert card.spelling.current() == "on"
    with qtbot.waitSignal(card.changed) as told:
        card.spelling.button("off").click()
    assert told.args[0] == Settings(spelling=False)


def test_the_list_in_force_is_shown_a_line_each(card):
    assert card.shorthand.toPlainText() == "chn = children\ntchr = teacher"


def test_an_edited_list_is_given_away_when_the_box_is_left(qtbot, card):
    card.shorthand.setFocus()
    card.shorthand.setPlainText("tchr = class teacher\nhod = head of department")
    with qtbot.waitSignal(card.shorthand_changed) as told:
        card.names.button("on").setFocus()
    assert told.args[0] == {"chn": "", "tchr": "class teacher", "hod": "head of department"}


def test_switches_are_remembered(tmp_path):
    wanted = Settings(names=False, own_words=False, spell_out=True, spelling=False)
    store = QSettings(str(tmp_path / "visitapp.ini"), QSettings.Format.IniFormat)
    save(store, wanted)
    assert load(QSettings(str(tmp_path / "visitapp.ini"), QSettings.Format.IniFormat)) == wanted


def test_my_words_are_given_away_a_line_each_when_the_box_is_left(qtbot, card):
    card.show_words("numbots")
    card.words.setFocus()
    card.words.setPlainText("numbots\n  splatometer numbots\n\n")
    with qtbot.waitSignal(card.words_changed) as told:
        card.names.button("on").setFocus()
    assert told.args[0] == card.words.toPlainText() == "numbots\nsplatometer"


@pytest.mark.parametrize("is_open", [True, False])
def test_my_words_are_kept_in_the_vault_and_in_the_open_visit(tmp_path, is_open):
    with new_database(tmp_path) as database, open_workspace(database) as workspace:
        workspace.visits.set_reviewer("A. Reviewer", "Partner")
        desk = begin(workspace) if is_open else None
        keep_words(workspace, "numbots")
        if desk is not None:
            assert desk.record.reviewer.words == "numbots"
            workspace.clear_desk()
        workspace.visits.set_reviewer("A. Reviewer", "Lead reviewer")
        assert workspace.visits.reviewer().words == "numbots"
        assert begin(workspace).record.reviewer.words == "numbots"


def test_own_abbreviations_are_kept_in_the_vault_and_reach_the_report(tmp_path):
    with new_database(tmp_path) as database, open_workspace(database) as workspace:
        workspace.visits.set_reviewer("A. Reviewer", "Partner")
        workspace.visits.set_shorthand({"hod": "head of department", "chn": ""})
        workspace.visits.set_reviewer("A. Reviewer", "Lead reviewer")
        reviewer = workspace.visits.reviewer()
        assert read(reviewer.shorthand) == {"hod": "head of department", "chn": ""}
        desk = begin(workspace)
        section = desk.record.framework.outline[0].code
        desk.put("Written", Block("block-1", desk.visit_id, section, 1.0, "Hod asks chn and the tchr: “tchr”."))
        texts = Reporting(desk).report().texts()
        assert texts["block-1"] == "Head of department asks chn and the teacher: “tchr”."
        assert desk.record.find("block", "block-1").text == "Hod asks chn and the tchr: “tchr”."


def test_without_a_reviewer_abbreviations_can_be_kept_too(tmp_path):
    with new_database(tmp_path) as database, open_workspace(database) as workspace:
        workspace.visits.set_shorthand({"hod": "head of department"})
        assert read(workspace.visits.reviewer().shorthand) == {"hod": "head of department"}
