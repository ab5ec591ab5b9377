"""The board of indicators as a tab of the summary, by keyboard, by mouse and by finger."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from summary_desk import choose, cut_texts, focused, open_visit, popup, seen, summary
from ui_support import accessible_name, role

from ui.pages.summary.summary_page import SummaryPage
from ui.parts.measure_row import EVIDENCE, MeasureRow
from ui.parts.report_linked import LinkedLines, SectionLinks
from ui.theme.theme import theme
from ui.theme.tokens import DESK, LIGHT, TOUCH
from ui.widgets.fields import TextArea
from ui.widgets.text import Text
from ui.workspace.measuring import Measuring
from visitapp.domain.followed import readings
from visitapp.domain.measured import evidence_count, latest, rating
from visitapp.domain.weighed import notes_bearing

TRUST = "trust-review@2026"
TURNOVER = "turnover"
Key = Qt.Key


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def workspace(qapp, tmp_path):
    with open_visit(tmp_path, TRUST) as workspace:
        yield workspace


@pytest.fixture
def page(qtbot, desk):
    return summary(qtbot, desk, place="measures")


@pytest.fixture
def tab(page):
    return page.tab("measures")


def indicator(desk, code):
    return desk.record.framework.measures.indicator(code)


def measured(desk, code, value, on="", rated="", reason=""):
    """Write a value down as the pane does."""
    from dataclasses import replace

    made = Measuring(desk).add_value(indicator(desk, code))
    desk.put("Value", replace(made, value=value, on=on or made.on, rating=rated, reason=reason))
    return made.id


def words(widget):
    QApplication.processEvents()
    return [one.text() for one in widget.findChildren(Text) if one.isVisible() and one.text()]


def press(widget, *keys):
    for key in keys:
        QTest.keyClick(widget.window().focusWidget(), key)


def _pressed(widget):
    """Return what a finger presses to reach a widget: a box for sentences has a frame around it."""
    return widget.parentWidget() if isinstance(widget.parentWidget(), TextArea) else widget


def settled(page, desk):
    desk.leave()
    QApplication.processEvents()


def test_a_programme_without_indicators_has_no_such_tab(qtbot, tmp_path):
    with open_visit(tmp_path) as workspace:
        page = SummaryPage(workspace.desk)
        qtbot.addWidget(page)
        assert "measures" not in page.codes


def test_every_indicator_is_a_line_under_its_aim(tab, desk):
    assert list(tab.table.rows) == [one.code for one in desk.record.framework.measures.indicators]
    shown = words(tab.table)
    for aim in desk.record.framework.measures.aims:
        assert f"{aim.number}  {aim.title}" in shown


def test_a_line_says_everything_to_a_screen_reader(tab, desk):
    measured(desk, TURNOVER, "17%", rated="met")
    assert accessible_name(tab.table.rows[TURNOVER]) == (
        "Staff turnover. Leavers as a share of staff, with reasons. Yearly. Next due 20 Nov 2026. "
        "Target 20% at most. Value 17%. No evidence. Met"
    )
    assert role(tab.table.rows[TURNOVER]) == QAccessible.Role.RadioButton


def test_a_value_beside_its_target_is_never_rated_by_the_app(tab, desk):
    measured(desk, TURNOVER, "17%")
    assert rating(desk.record, TURNOVER) == ""
    assert accessible_name(tab.table.rows[TURNOVER]).endswith("Not rated")


def test_counts_say_their_unit_and_base(tab, desk):
    measured(desk, TURNOVER, "17%", rated="met")
    said = [one.accessibleName() for one in tab.head.findChildren(Text) if one.accessibleName()]
    assert said[0] == "Met: 1 of 15 indicators"
    assert said[-1] == "Not rated: 14 of 15 indicators"


def test_what_is_due_stands_at_the_top_and_leads_there(tab, desk):
    assert tab.head.due.text() == "Due on 20 Nov 2025: 15 of 15 indicators"
    measured(desk, "co-lead-training", "12%")
    assert tab.head.due.text() == "Due on 20 Nov 2025: 14 of 15 indicators"
    tab.head.due.click()
    assert tab.table.current() == tab.pane.indicator.code == "training-rated"
    tab.head.due.click()
    assert tab.table.current() == "induction-completed"


def test_nothing_due_is_said_too(tab, desk):
    for one in desk.record.framework.measures.indicators:
        measured(desk, one.code, "x")
    assert "Nothing has come due." in accessible_name(tab.head.due)


def test_criteria_of_success_change_with_the_years_and_can_be_left_out(tab, desk):
    first, later = "10% of the staff of schools help to lead trust training.", "25% of the staff of schools"
    assert first in words(tab.table)
    tab.head.years.picked.emit("3-5")
    assert any(one.startswith(later) for one in words(tab.table))
    assert first not in words(tab.table)
    tab.head.years.picked.emit("none")
    assert not any("staff of schools help" in one for one in words(tab.table))


def test_an_aim_without_criteria_says_so(tab):
    assert "The plan sets no criteria of success of its own here." in words(tab.table)


def test_arrows_walk_the_table_enter_goes_in_and_escape_comes_back(page, tab):
    assert focused(page) is tab.table.rows["co-lead-training"]
    press(page, Key.Key_Down, Key.Key_Down, Key.Key_Down)
    assert tab.pane.indicator.code == TURNOVER
    press(page, Key.Key_End)
    assert tab.table.current() == "own-income"
    press(page, Key.Key_Home, Key.Key_Up, Key.Key_Return)
    assert focused(page) is tab.pane.add_button
    press(page, Key.Key_Escape)
    assert focused(page) is tab.table.rows["co-lead-training"]


def test_one_tab_stop_leads_into_the_table(tab):
    stops = [one for one in tab.table.rows.values() if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [tab.table.rows["co-lead-training"]]


def test_a_value_is_added_rated_and_explained_by_keyboard_alone(page, tab, desk):
    tab.table.stand_on(TURNOVER)
    press(page, Key.Key_Return, Key.Key_Return)
    QTest.keyClicks(focused(page), "17%")
    tab.pane.rate_button.setFocus()
    press(page, Key.Key_Space)
    choose(None, "On track")
    assert focused(page) is tab.pane.form.why.edit
    QTest.keyClicks(focused(page), "Most left for promotion.")
    settled(page, desk)
    said = latest(desk.record, TURNOVER)
    assert (said.value, said.on, said.target) == ("17%", "2025-11-20", "20% at most")
    assert (said.rating, said.reason) == ("on-track", "Most left for promotion.")


def test_a_rating_may_be_given_before_there_is_a_value(tab, desk):
    tab.table.stand_on("heard")
    tab.pane.rate("not-due")
    assert (latest(desk.record, "heard").value, rating(desk.record, "heard")) == ("", "not-due")
    tab.pane.rate("")
    assert rating(desk.record, "heard") == ""


def test_pressing_add_twice_begins_one_value(tab, desk):
    tab.pane.add_value()
    tab.pane.add_value()
    assert len(readings(desk.record, "co-lead-training")) == 1


def test_the_rating_menu_holds_the_one_given(page, tab, desk):
    measured(desk, "co-lead-training", "12%", rated="met")
    tab.pane.open_ratings()
    ticked = [one.text() for one in popup().actions() if one.isChecked()]
    popup().close()
    assert ticked == ["Met: The target is reached."]


def test_an_earlier_value_can_be_looked_at_and_put_right(tab, desk):
    first = measured(desk, TURNOVER, "22%", on="2024-11-12", rated="not-met", reason="Two retired.")
    measured(desk, TURNOVER, "17%", on="2025-11-12")
    tab.table.stand_on(TURNOVER)
    assert [one.accessibleName() for one in tab.pane.history.lines.values()] == [
        "12 Nov 2025: 17%, target 20% at most. Not rated.",
        "12 Nov 2024: 22%, target 20% at most. Not met. Two retired.",
    ]
    tab.pane.history.lines[first].click()
    assert tab.pane.form.value.text() == "22%"
    assert "An earlier value" in words(tab.pane)
    tab.pane.form.value.setText("21%")
    settled(tab, desk)
    assert [one.value for one in readings(desk.record, TURNOVER)] == ["21%", "17%"]


def test_a_value_taken_away_comes_back_with_undo(qtbot, tab, desk):
    measured(desk, TURNOVER, "17%", rated="met")
    tab.table.stand_on(TURNOVER)
    tab.pane.form.remove.click()
    assert readings(desk.record, TURNOVER) == ()
    assert tab.pane.form is None
    desk.undo()
    qtbot.waitUntil(lambda: rating(desk.record, TURNOVER) == "met")
    assert tab.pane.form.value.text() == "17%"


def test_another_day_to_look_again_is_kept_and_undone(qtbot, tab, desk):
    tab.table.stand_on("heard")
    tab.pane.look_again.setText("2 Mar 2026")
    tab.pane.look_again.commit()
    assert "Next due 2 Mar 2026" in words(tab.pane)
    assert tab.head.due.text().startswith("Due on 20 Nov 2025: 14 of 15")
    desk.undo()
    qtbot.waitUntil(lambda: "Due today" in words(tab.pane))


def test_the_day_of_a_value_moves_what_is_due(tab, desk):
    measured(desk, "reserves", "4.3%")
    tab.table.stand_on("reserves")
    tab.pane.form.day.setText("1 Oct 2025")
    tab.pane.form.day.commit()
    assert "Due since 1 Nov 2025" in words(tab.pane)


def test_notes_are_found_and_linked_with_space(page, tab, desk):
    seen(desk, "Exit interviews name workload twice", source="document")
    note = seen(desk, "+ The register names six of 52 staff", source="figures")
    tab.table.stand_on(TURNOVER)
    tab.pane.evidence.link.click()
    QTest.keyClicks(focused(page), "register")
    press(page, Key.Key_Down)
    assert focused(page) is tab.pane.evidence.view
    press(page, Key.Key_Space)
    assert [one.id for one in notes_bearing(desk.record, f"indicator.{TURNOVER}", against=False)] == [note.id]
    assert "1 piece of evidence" in accessible_name(tab.table.rows[TURNOVER])
    press(page, Key.Key_Space)
    assert [one.id for one in notes_bearing(desk.record, f"indicator.{TURNOVER}", against=True)] == [note.id]
    press(page, Key.Key_Space)
    assert evidence_count(desk.record, TURNOVER) == 0


def test_a_press_on_a_note_links_it_and_it_stays_when_the_search_is_closed(tab, desk):
    note = seen(desk, "Exit interviews name workload twice", source="document")
    tab.table.stand_on(TURNOVER)
    evidence = tab.pane.evidence
    assert "Nothing is linked yet." in words(evidence)
    evidence.link.click()
    place = evidence.view.visualRect(evidence.offered.index(0)).center()
    QTest.mouseClick(evidence.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    evidence.link.click()
    assert evidence.offered.row_of(note.id) == 0
    assert evidence_count(desk.record, TURNOVER) == 1


def test_private_notes_are_not_offered(tab, desk):
    seen(desk, "For me only #me")
    tab.pane.evidence.link.click()
    assert tab.pane.evidence.offered.rowCount() == 0
    assert "No note found." in words(tab.pane.evidence)


def test_escape_closes_the_search_and_stays_in_the_pane(page, tab):
    tab.pane.evidence.link.click()
    press(page, Key.Key_Escape)
    assert not tab.pane.evidence.link.isChecked()
    assert focused(page) is tab.pane.evidence.link


def test_what_is_typed_is_kept_as_a_draft_at_once(page, tab, desk):
    tab.pane.add_value()
    QTest.keyClicks(focused(page), "12")
    assert "12" in desk.unsealed_texts()


def test_it_is_all_on_the_disk(qtbot, tab, desk, workspace):
    measured(desk, TURNOVER, "17%", rated="met", reason="Counted.")
    desk.answer("Years", "measures.years", "3-5")
    with qtbot.waitSignal(desk.settled):
        desk.answer("Looked at again", "indicator.heard.due", "2026-03-02")
    kept = workspace.visits.load(desk.visit_id)
    assert readings(kept, TURNOVER) == readings(desk.record, TURNOVER)
    assert kept.answer("measures.years").value == "3-5"


def test_the_side_pane_is_that_of_the_indicator_and_each_can_stand_alone(page, tab):
    assert page.side_pane() is tab.pane
    assert [(one.code, one.panes) for one in page.views()] == [
        ("board", (tab.area,)),
        ("indicator", (tab.pane,)),
    ]


def test_going_into_the_pane_asks_for_it_to_be_in_sight(qtbot, page, tab):
    with qtbot.waitSignal(page.view_wanted):
        press(page, Key.Key_Return)


def test_where_the_pane_was_put_away_it_takes_the_place_of_the_board_and_gives_it_back(page, tab):
    tab.pane.hide()
    press(page, Key.Key_Down, Key.Key_Return)
    assert (tab.area.isVisible(), tab.pane.isVisible()) == (False, True)
    assert focused(page) is tab.pane.add_button
    tab.pane.back_button.click()
    assert (tab.area.isVisible(), tab.pane.isVisible()) == (True, False)
    assert focused(page) is tab.table.rows["training-rated"]


def test_a_press_on_a_line_goes_in_where_the_pane_was_put_away(page, tab):
    tab.pane.hide()
    QTest.mouseClick(tab.table.rows[TURNOVER], Qt.MouseButton.LeftButton)
    assert (tab.area.isVisible(), tab.pane.indicator.code) == (False, TURNOVER)
    tab.pane.hide()
    assert tab.area.isVisible()


def test_with_room_for_both_the_board_is_back_beside_the_pane(page, tab):
    page.resize(860, 700)
    tab.pane.hide()
    press(page, Key.Key_Return)
    page.resize(1208, 740)
    assert (tab.area.isVisible(), tab.pane.isVisible()) == (True, True)


def test_every_target_is_large_enough_for_a_finger(qtbot, desk, page, tab):
    measured(desk, "co-lead-training", "12%")
    measured(desk, "co-lead-training", "13%", on="2025-11-21")
    theme().apply(LIGHT, TOUCH, 1.0)
    QApplication.processEvents()
    small = [
        accessible_name(one)
        for one in page.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and _pressed(one).height() < 44
    ]
    assert small == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_words_are_cut_short(qtbot, desk, scale):
    measured(desk, "co-lead-training", "12%", rated="at-risk", reason="One session fell out.")
    theme().apply(LIGHT, DESK, scale)
    page = summary(qtbot, desk, place="measures")
    QApplication.processEvents()
    assert cut_texts(page) == []


def test_columns_that_find_no_room_go_and_the_rest_stays_readable(qtbot, page, tab):
    tab.table.fit_into(2000)
    assert all(one.isVisible() for one in tab.table.rows[TURNOVER].findChildren(Text))
    tab.table.fit_into(620)
    hidden = [one.text() for one in tab.table.rows[TURNOVER].findChildren(Text) if not one.isVisible()]
    assert hidden[:1] == ["Yearly"] or hidden == ["none"]
    assert EVIDENCE == 3


def test_the_report_shows_the_counts_and_leads_to_the_board(qtbot, desk):
    measured(desk, TURNOVER, "17%", rated="met")
    section = desk.record.framework.section("indicators")
    assert SectionLinks.has_any(desk, section)
    links = SectionLinks(desk, section)
    qtbot.addWidget(links)
    assert "Met: 1 of 15 indicators" in [one.text() for one in links.findChildren(Text)]
    wanted = []
    links.wanted.connect(wanted.append)
    links.findChildren(LinkedLines)[0].wanted.emit("summary:measures")
    assert wanted == ["summary:measures"]


def test_a_press_on_a_line_takes_it_in_hand(tab):
    QTest.mouseClick(tab.table.rows[TURNOVER], Qt.MouseButton.LeftButton)
    assert tab.pane.indicator.code == TURNOVER
    assert isinstance(tab.table.rows[TURNOVER], MeasureRow)
