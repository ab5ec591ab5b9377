"""Risks and their weight, the risk to the grade, who was told, and the support asked for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from summary_desk import choose, cut_texts, focused, summary
from ui_support import is_checked
from vault_desk import TODAY

from ui.theme.theme import theme
from ui.theme.tokens import LIGHT, TOUCH
from ui.widgets.radio_card import RadioCard
from ui.widgets.text import Text
from ui.workspace.summing_up import SummingUp
from visitapp.domain.composition import compose_report

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
LOCAL = TODAY.astimezone()


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def page(qtbot, desk):
    return summary(qtbot, desk, place="judgement")


@pytest.fixture
def tab(page):
    return page.tab("judgement")


def value(desk, key):
    return desk.record.answer(key).value


def words(widget):
    return [one.text() for one in widget.findChildren(Text) if one.isVisible()]


def report(desk):
    return list(compose_report(desk.record, 1, "DRAFT", TODAY).texts().values())


def test_a_risk_gets_its_level_from_a_person_and_keeps_its_place(qtbot, desk, tab):
    finding = SummingUp(desk).add_finding("risk", text="Deputy post vacant")
    level = tab.weighing.risks.levels()[finding.id]
    assert level.text() == "Level"
    qtbot.mouseClick(level, LEFT)
    choose(qtbot, "Moderate")
    assert desk.record.find("finding", finding.id).level == "moderate"
    assert tab.weighing.risks.levels()[finding.id] is level
    assert (level.text(), level.accessibleName()) == ("Moderate", "Level of risk: Moderate. Deputy post vacant")
    qtbot.mouseClick(level, LEFT)
    choose(qtbot, "Not weighed")
    assert desk.record.find("finding", finding.id).level == ""


def test_without_a_risk_that_is_said(tab):
    assert "None recorded" in words(tab.weighing.risks)


def test_the_risk_to_the_next_inspection_is_asked_and_answered_plainly(qtbot, workspace, desk, tab):
    card = tab.grade_risk
    assert desk.record.framework.judgement.grade_risk.note in words(card)
    qtbot.mouseClick(card.choice.button("some"), LEFT)
    qtbot.keyClicks(card.words.edit, "Combined may fall")
    assert "It could slip unless the actions are carried out." in words(card)
    assert workspace.flush()
    kept = workspace.visits.load(desk.visit_id).answer("grade-risk")
    assert (kept.value, kept.note) == ("some", "Combined may fall")
    assert {"Risk to the next inspection: Some risk", "Combined may fall"} <= set(report(desk))


def test_the_answer_can_be_taken_back(qtbot, desk, tab):
    qtbot.mouseClick(tab.grade_risk.choice.button("high"), LEFT)
    qtbot.mouseClick(tab.grade_risk.choice.button("high"), LEFT)
    assert value(desk, "grade-risk") is None


def test_told_just_now_keeps_day_and_time_and_asks_to_whom(qtbot, desk, page, tab):
    told = tab.decision.told
    assert "Nobody was told yet" in words(told)
    qtbot.mouseClick(told.now, LEFT)
    assert value(desk, "decision.told.on") == LOCAL.date().isoformat()
    assert value(desk, "decision.told.at") == f"{LOCAL:%H:%M}"
    assert value(desk, "decision.told.to") is None
    assert focused(page) is told.to["headteacher"]
    qtbot.keyClick(focused(page), Key.Key_Space)
    assert value(desk, "decision.told.to") == ("headteacher",)
    assert f"Told: Headteacher, 20 Nov 2025 at {LOCAL:%H:%M}" in words(told)
    assert not told.now.isVisible()


def test_one_undo_takes_the_moment_back(qtbot, desk, tab):
    qtbot.mouseClick(tab.decision.told.now, LEFT)
    with qtbot.waitSignal(desk.turned):
        desk.undo()
    assert (value(desk, "decision.told.on"), value(desk, "decision.told.at")) == (None, None)
    assert tab.decision.told.at.text() == ""


def test_an_earlier_moment_is_written_and_a_role_taken_off_again(qtbot, desk, page, tab):
    told = tab.decision.told
    qtbot.mouseClick(told.change, LEFT)
    assert focused(page) is told.on
    qtbot.keyClicks(told.on, "19/11/2025")
    qtbot.keyClick(told.on, Key.Key_Return)
    told.at.setFocus()
    qtbot.keyClicks(told.at, "1431")
    desk.leave()
    assert (value(desk, "decision.told.on"), value(desk, "decision.told.at")) == ("2025-11-19", "14:31")
    qtbot.mouseClick(told.to["governing-body"], LEFT)
    qtbot.mouseClick(told.to["headteacher"], LEFT)
    qtbot.mouseClick(told.to["governing-body"], LEFT)
    assert value(desk, "decision.told.to") == ("headteacher",)
    assert not is_checked(told.to["governing-body"])


def test_words_of_an_older_version_stay_readable(desk, tab):
    desk.answer("Told", "decision.told", "Head and chair, 14:31")
    assert "Told: Head and chair, 14:31" in words(tab.decision.told)
    assert not tab.decision.told.now.isVisible()


def test_support_is_asked_for_while_the_decision_needs_it_and_kept_when_it_does_not(qtbot, workspace, desk, tab):
    card = tab.support
    assert not card.isVisible()
    desk.answer("Decided", "decision", "priority")
    assert card.isVisible()
    qtbot.mouseClick(card.responses["visit"], LEFT)
    card.responses["governors"].setFocus()
    qtbot.keyClick(card.responses["governors"], Key.Key_Space)
    qtbot.mouseClick(card.choices["support.level"].button("targeted"), LEFT)
    qtbot.mouseClick(card.choices["support.urgency"].button(desk.record.framework.urgencies[0].code), LEFT)
    qtbot.keyClicks(card.words.edit, "Reading first")
    assert workspace.flush()
    desk.leave()
    kept = workspace.visits.load(desk.visit_id)
    assert kept.answer("support.responses").value == ("visit", "governors")
    assert kept.answer("support.responses").note == "Reading first"
    assert "Level: Targeted" in report(desk)
    desk.answer("Decided", "decision", "not-priority")
    assert not card.isVisible()
    assert "Level: Targeted" not in report(desk)
    assert value(desk, "support.responses") == ("visit", "governors")
    desk.answer("Decided", "decision", "priority")
    assert is_checked(card.responses["visit"])


def test_a_response_is_taken_back(qtbot, desk, tab):
    desk.answer("Decided", "decision", "priority")
    qtbot.mouseClick(tab.support.responses["visit"], LEFT)
    qtbot.mouseClick(tab.support.responses["visit"], LEFT)
    assert value(desk, "support.responses") is None


def test_deciding_fills_in_nothing_else(qtbot, desk, tab):
    desk.answer("Decided", "decision", "priority")
    assert [value(desk, key) for key in ("grade-risk", "support.responses", "support.level", "support.urgency")] == [
        None
    ] * 4


@pytest.mark.parametrize(
    ("about", "place"),
    [
        ("criterion.b", lambda tab: tab.criteria.rows[1]),
        ("grade-risk", lambda tab: tab.grade_risk.choice.button("none")),
        ("decision", lambda tab: tab.decision.findChild(RadioCard)),
        ("decision.told", lambda tab: tab.decision.told.now),
        ("capacity", lambda tab: next(iter(tab.weighing.dots.values()))),
        ("grid", lambda tab: tab.weighing.matrix),
    ],
)
def test_what_is_missing_is_reached_by_its_key(page, tab, about, place):
    tab.show_about(about)
    assert focused(page) is place(tab)


def too_small(tab):
    found = [one for one in tab.findChildren(QAbstractButton) + tab.findChildren(QLineEdit) if one.isVisible()]
    return [one.accessibleName() for one in found if one.height() < TOUCH.least]


def test_everything_is_large_enough_for_a_finger(qtbot, desk, page, tab):
    SummingUp(desk).add_finding("risk", text="Deputy post vacant")
    desk.answer("Decided", "decision", "priority")
    desk.answer("d", "criterion.a", "watch")
    desk.answer("d", "criterion.g", "not-applicable")
    tab.decision.told.open()
    theme().apply(LIGHT, TOUCH, 1.0)
    page.resize(1208, 900)
    qtbot.waitUntil(lambda: too_small(tab) == [])


@pytest.mark.parametrize(("size", "scale"), [((1208, 580), 1.0), ((1208, 580), 1.5), ((740, 1000), 1.0)])
def test_no_words_are_cut(qtbot, desk, page, tab, size, scale):
    SummingUp(desk).add_finding("risk", text="Deputy post vacant until Easter, and two subject leaders are new")
    desk.answer("Decided", "decision", "priority")
    desk.answer("d", "criterion.a", "watch")
    desk.answer("d", "fact.last-inspection-outcome", "Good in three areas, outstanding in behaviour")
    tab.decision.told.open()
    theme().apply(LIGHT, theme().metrics, scale)
    page.resize(*size)
    qtbot.waitUntil(lambda: cut_texts(tab) == [])
