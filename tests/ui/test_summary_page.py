"""The summary as a whole: its tabs and places, reading back, names and roles, and room on small screens."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QScrollBar,
)
from summary_desk import cut_texts, focused, open_visit, seen, summary, three_notes
from ui_support import accessible_name, takes_tab
from vault_desk import PEER, PRIMARY

from ui.pages.summary.script_line import ScriptLine
from ui.theme.theme import theme
from ui.theme.tokens import CONTRAST, DARK, TOUCH
from ui.widgets.text import Text
from ui.workspace.summing_up import SummingUp
from visitapp.domain.places import answered

TABS = ("findings", "judgement", "actions", "readback")
LONG = "Mathematics is taught coherently. Shared models and exact vocabulary help most pupils to explain."


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def desk(workspace):
    return filled(workspace.desk)


@pytest.fixture(params=[PRIMARY, PEER])
def any_desk(request, tmp_path, qapp):
    folder = tmp_path / "any"
    folder.mkdir()
    with open_visit(folder, request.param) as workspace:
        yield filled(workspace.desk)


def filled(desk):
    """Put findings of every kind, and an action where there are any, on a desk."""
    notes, summing_up = three_notes(desk), SummingUp(desk)
    framework = desk.record.framework
    groups = framework.finding_groups
    for kind in framework.finding_kinds:
        summing_up.add_finding(kind.code, groups[0].code if groups else "", f"{kind.label}. {LONG}", notes[:2])
        summing_up.add_finding(kind.code, groups[-1].code if groups else "", f"{kind.label} without evidence")
    if framework.urgencies:
        summing_up.change_action(summing_up.add_action(), text="Use checks to change teaching", first_step="Visits")
        summing_up.add_action()
    return desk


def words(widget):
    return [one.text() for sort in (Text, ScriptLine) for one in widget.findChildren(sort)]


def test_the_tabs_are_in_the_words_of_the_framework(qtbot, desk):
    page = summary(qtbot, desk)
    titles = [page.header.tabs.button(code).text() for code in page.codes]
    assert titles == ["Findings", desk.record.framework.judgement.title, "Actions", "Read back"]
    assert desk.record.framework.summary_title in words(page.header)
    assert desk.record.framework.summary_people in words(page.header)


@pytest.mark.parametrize("place", TABS)
def test_each_place_is_shown_with_the_focus_in_it(qtbot, desk, place):
    page = summary(qtbot, desk)
    page.show_place(place)
    assert page.current == place
    assert page.tab(place).isAncestorOf(focused(page))


def test_an_unknown_place_is_the_findings(qtbot, desk):
    page = summary(qtbot, desk)
    page.show_place("nowhere")
    assert page.current == "findings"


def test_a_place_a_framework_does_not_have_is_the_findings(qtbot, tmp_path, qapp):
    folder = tmp_path / "peer"
    folder.mkdir()
    with open_visit(folder, PEER) as workspace:
        page = summary(qtbot, workspace.desk)
        page.show_place("actions")
        assert page.current == "findings"


def test_a_click_changes_the_tab(qtbot, desk):
    page = summary(qtbot, desk)
    qtbot.mouseClick(page.header.tabs.button("readback"), Qt.MouseButton.LeftButton)
    assert page.tab("readback").isVisible()


def test_commands_go_to_every_tab_and_add_every_kind(qtbot, desk):
    page = summary(qtbot, desk)
    codes = [command.code for command in page.commands()]
    page.run("summary.go.actions")
    assert page.current == "actions"
    page.run("summary.add.risk")
    assert page.current == "findings"
    assert len(desk.record.findings("risk")) == 3
    page.run("summary.add_action")
    assert len(desk.record.actions) == 3
    assert {"summary.go.judgement", "summary.add.strength", "summary.add_action"} <= set(codes)


def test_every_pane_has_a_name(qtbot, any_desk):
    page = summary(qtbot, any_desk)
    for place in page.codes:
        page.show_place(place)
        assert all(pane.accessibleName() for pane in page.panes())


def test_reading_back_says_what_was_found_decided_and_agreed(qtbot, desk):
    desk.act("x", answered(desk.record, "decision", value="not-priority", note="Leaders act early"))
    page = summary(qtbot, desk)
    page.show_place("readback")
    said = words(page.tab("readback"))
    option = desk.record.framework.judgement.decision.options[0]
    assert [one for one in said if one.startswith("Strength. ")]
    assert option.statement in said
    assert "Leaders act early" in said
    assert "1. Use checks to change teaching" in said
    assert said.index(desk.record.school.name) == 0


def test_reading_back_a_peer_review_says_its_estimates(qtbot, tmp_path, qapp):
    folder = tmp_path / "peer"
    folder.mkdir()
    with open_visit(folder, PEER) as workspace:
        desk = filled(workspace.desk)
        desk.answer("x", "estimate.overall", "leading")
        page = summary(qtbot, desk)
        page.show_place("readback")
        said = words(page.tab("readback"))
        assert "Overall Peer Evaluation Estimate: Leading" in said
        assert len([one for one in said if LONG in one]) == 2


def test_private_words_and_notes_are_never_read_back(qtbot, desk):
    secret = seen(desk, "Only for me #me", source="lesson")
    SummingUp(desk).link(desk.record.findings()[0], secret)
    page = summary(qtbot, desk)
    page.tab("findings").show_private(True)
    page.show_place("readback")
    said = "\n".join(words(page.tab("readback")))
    assert "Only for me" not in said
    assert "Breakfast club" not in said


def test_reading_back_follows_what_changes(qtbot, desk):
    page = summary(qtbot, desk)
    page.show_place("readback")
    SummingUp(desk).add_finding("risk", text="A risk found late")
    assert "A risk found late" in words(page.tab("readback"))


def test_a_framework_that_asks_for_nothing_still_opens(qtbot, tmp_path, qapp):
    from stage_desk import framework, vault

    from visitapp.domain.framework import Judgement

    bare = framework(judgement=Judgement("Judgement"), outline=(), urgencies=(), strands=())
    with vault(tmp_path, bare) as lent:
        page = summary(qtbot, lent.desk)
        assert page.codes == ("findings", "readback")
        SummingUp(lent.desk).add_finding("risk", text="A risk no section holds")
        page.show_place("readback")
        assert "A risk no section holds" in words(page.tab("readback"))
        page.close()


@pytest.mark.parametrize("size", [(1208, 580), (1208, 740)])
def test_nothing_is_cut_in_a_short_window(qtbot, any_desk, size):
    page = summary(qtbot, any_desk, size)
    for place in page.codes:
        page.show_place(place)
        qtbot.wait(1)
        assert page.width() == size[0]
        assert page.height() == size[1]
        assert cut_texts(page) == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_in_large_text(qtbot, any_desk, scale):
    theme().apply(text_scale=scale)
    page = summary(qtbot, any_desk, (1208, 580))
    for place in page.codes:
        page.show_place(place)
        qtbot.wait(1)
        assert cut_texts(page) == []
        assert page.minimumSizeHint().height() <= 580


@pytest.mark.parametrize("palette", [DARK, CONTRAST])
def test_every_tab_paints_in_every_palette(qtbot, any_desk, palette):
    theme().apply(palette)
    page = summary(qtbot, any_desk)
    for place in page.codes:
        page.show_place(place)
        assert not page.grab().isNull()


def controls(page):
    sorts = (QAbstractButton, QLineEdit, QPlainTextEdit, QListView, QAbstractSlider)
    found = [one for sort in sorts for one in page.findChildren(sort)]
    return [one for one in found if one.isVisible() and not isinstance(one, QScrollBar)]


def test_every_control_has_a_name(qtbot, any_desk):
    page = summary(qtbot, any_desk)
    for place in page.codes:
        page.show_place(place)
        nameless = [one for one in controls(page) if takes_tab(one) and not accessible_name(one)]
        assert nameless == []


def test_every_target_is_large_enough(qtbot, any_desk):
    page = summary(qtbot, any_desk)
    for place in page.codes:
        page.show_place(place)
        qtbot.wait(1)
        small = [
            one
            for one in page.findChildren(QAbstractButton)
            if one.isVisible() and min(one.width(), one.height()) < 24
        ]
        assert small == []


def test_every_target_suits_a_finger_in_touch_mode(qtbot, any_desk):
    theme().apply(metrics=TOUCH)
    page = summary(qtbot, any_desk)
    for place in page.codes:
        page.show_place(place)
        qtbot.wait(1)
        small = [
            one.accessibleName()
            for one in page.findChildren(QAbstractButton)
            if one.isVisible() and one.height() < 44
        ]
        assert small == []


def test_tab_reaches_every_control_of_the_findings_and_comes_back(qtbot, desk):
    page = summary(qtbot, desk)
    page.show_place("findings")
    start, reached = focused(page), set()
    for _ in range(200):
        qtbot.keyClick(focused(page), Qt.Key.Key_Tab)
        if focused(page) is start:
            break
        reached.add(focused(page))
    assert focused(page) is start
    board = page.tab("findings").board
    assert {card.text for lists in [board.list_of("risk")] for card in lists.cards} <= reached


def test_no_part_of_the_page_is_a_window_of_its_own(qtbot, any_desk):
    before = set(QApplication.topLevelWidgets())
    page = summary(qtbot, any_desk)
    for place in page.codes:
        page.show_place(place)
    new = set(QApplication.topLevelWidgets()) - before
    assert {one for one in new if one.parentWidget() is None} == {page}


def test_news_of_other_things_leaves_the_page_alone(qtbot, desk):
    page = summary(qtbot, desk)
    card = page.tab("findings").board.first_card()
    desk.answer("x", "check.self-evaluation", True)
    assert page.tab("findings").board.first_card() is card
