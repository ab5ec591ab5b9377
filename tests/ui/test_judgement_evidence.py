"""Evidence for and against a criterion, by keyboard, mouse and search; and what the foot of the list says of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from summary_desk import choose, focused, seen, summary, three_notes
from ui_support import accessible_name

from ui.parts.bearing_sheet import FINDINGS, BearingSheet
from ui.widgets.buttons import Button
from ui.widgets.text import Text
from ui.workspace.judging import Judging
from ui.workspace.summing_up import SummingUp
from visitapp.domain.evidence import Note
from visitapp.domain.weighed import findings_bearing, notes_bearing

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def notes(desk):
    return three_notes(desk)


@pytest.fixture
def page(qtbot, desk, notes):
    return summary(qtbot, desk, place="judgement")


@pytest.fixture
def tab(page):
    return page.tab("judgement")


@pytest.fixture
def row(tab):
    return tab.criteria.rows[0]


def sheet_of(page) -> BearingSheet:
    return next(one for one in page.findChildren(BearingSheet) if one.isVisible())


def labels(desk, *, against=None, key="criterion.a"):
    return [one.label for one in notes_bearing(desk.record, key, against=against)]


def words(widget):
    return [one.text() for one in widget.findChildren(Text) if one.isVisible()]


def spoken(sheet, at):
    return sheet.list.data(sheet.list.index(at), Qt.ItemDataRole.AccessibleTextRole)


def test_a_chip_counts_the_linked_notes(desk, row, notes):
    assert (row.evidence.text(), row.evidence.accessibleName()) == ("0", "Evidence on a: none linked yet")
    Judging(desk).set_stance("criterion.a", notes[0], "for")
    Judging(desk).set_stance("criterion.a", notes[1], "against")
    assert (row.evidence.text(), row.evidence.accessibleName()) == ("2", "Evidence on a: 1 for, 1 against")


def test_e_opens_the_evidence_and_space_goes_from_for_to_against_to_off(qtbot, desk, page, row):
    qtbot.keyClick(row, Key.Key_E)
    sheet = sheet_of(page)
    assert focused(page) is sheet.view
    qtbot.keyClick(sheet.view, Key.Key_Space)
    assert labels(desk, against=False) == ["E1"]
    qtbot.keyClick(sheet.view, Key.Key_Space)
    assert labels(desk, against=True) == ["E1"]
    qtbot.keyClick(sheet.view, Key.Key_Space)
    assert labels(desk) == []


def test_every_turn_is_one_act_that_undo_takes_back(qtbot, desk, page, row):
    qtbot.keyClick(row, Key.Key_E)
    sheet = sheet_of(page)
    qtbot.keyClick(sheet.view, Key.Key_Space)
    qtbot.keyClick(sheet.view, Key.Key_Space)
    with qtbot.waitSignal(desk.turned):
        desk.undo()
    assert labels(desk, against=False) == ["E1"]
    assert spoken(sheet, 0).startswith("For. E1.")


def test_a_tap_links_and_nothing_is_linked_by_opening(qtbot, desk, page, row):
    qtbot.mouseClick(row.evidence, LEFT)
    sheet = sheet_of(page)
    assert labels(desk) == []
    place = sheet.view.visualRect(sheet.list.index(1)).center()
    qtbot.mouseClick(sheet.view.viewport(), LEFT, pos=place)
    assert labels(desk) == ["E2"]
    assert spoken(sheet, 1).startswith("For. E2.")


def test_the_order_stays_while_the_sheet_is_open_and_delete_frees_a_note(qtbot, desk, page, row):
    qtbot.keyClick(row, Key.Key_E)
    sheet = sheet_of(page)
    qtbot.keyClick(sheet.view, Key.Key_Down)
    qtbot.keyClick(sheet.view, Key.Key_Return)
    assert [sheet.list.offered(at).one.label for at in range(3)] == ["E1", "E2", "E3"]
    assert labels(desk) == ["E2"]
    qtbot.keyClick(sheet.view, Key.Key_Delete)
    assert labels(desk) == []


def test_escape_and_done_give_the_focus_back(qtbot, page, row):
    qtbot.keyClick(row, Key.Key_E)
    qtbot.keyClick(focused(page), Key.Key_Escape)
    assert focused(page) is row
    qtbot.keyClick(row, Key.Key_E)
    qtbot.mouseClick(sheet_of(page).done, LEFT)
    assert focused(page) is row


def test_the_search_narrows_the_list_and_down_goes_into_it(qtbot, desk, page, row):
    sheet = page.tab("judgement").criteria.show_evidence("a")
    sheet.search.setFocus()
    qtbot.keyClicks(sheet.search, "whiteboard err")
    assert [sheet.list.offered(at).one.label for at in range(sheet.list.rowCount())] == ["E2"]
    qtbot.keyClick(sheet.search, Key.Key_Down)
    qtbot.keyClick(sheet.view, Key.Key_Space)
    assert labels(desk) == ["E2"]
    sheet.search.setText("no such words")
    assert "Nothing found" in words(sheet)


def test_a_marker_narrows_the_list(qtbot, page):
    sheet = page.tab("judgement").criteria.show_evidence("a")
    sheet.marker.picked.emit("")
    sheet.marker.set_current("plain")
    sheet.marker.picked.emit("plain")
    assert [sheet.list.offered(at).one.label for at in range(sheet.list.rowCount())] == ["E3"]


def test_a_private_note_is_offered_only_while_private_notes_are_shown(qtbot, desk, page, tab):
    private = seen(desk, "! Said in confidence")
    from ui.workspace.evidence import Evidence

    Evidence(desk).change(private, private=True)
    sheet = tab.criteria.show_evidence("a")
    assert "Said in confidence" not in _offered(sheet)
    sheet.close_sheet()
    page.header.private.setChecked(True)
    assert any("Said in confidence" in one for one in _offered(tab.criteria.show_evidence("a")))


def _offered(sheet):
    return [sheet.list.offered(at).one.text for at in range(sheet.list.rowCount())]


def test_a_finding_is_linked_or_not_and_says_where_the_report_shows_it(qtbot, desk, tab):
    finding = SummingUp(desk).add_finding("risk", text="Phonics may slip")
    sheet = tab.criteria.show_evidence("a", FINDINGS)
    qtbot.keyClick(sheet.view, Key.Key_Space)
    assert findings_bearing(desk.record, "criterion.a") == (finding,)
    assert spoken(sheet, 0) == "Linked. Risk. Phonics may slip. Shown in the report as: Risks"
    qtbot.keyClick(sheet.view, Key.Key_Space)
    assert findings_bearing(desk.record, "criterion.a") == ()


def test_the_opened_row_says_what_the_report_shows(qtbot, desk, tab, row):
    finding = SummingUp(desk).add_finding("risk", text="Phonics may slip")
    Judging(desk).set_stance("criterion.a", finding, "for")
    row.open_reason()
    assert "Shown in the report as: Risks, \u201cPhonics may slip\u201d" in words(row)


def test_evidence_and_reasons_are_on_the_disk(qtbot, workspace, desk, page, row):
    qtbot.keyClick(row, Key.Key_E)
    qtbot.keyClick(sheet_of(page).view, Key.Key_Space)
    assert workspace.flush()
    kept = workspace.visits.load(desk.visit_id)
    assert [one.label for one in notes_bearing(kept, "criterion.a")] == ["E1"]


def test_known_facts_stand_beside_a_criterion_as_data(desk, tab):
    row = tab.criteria.rows[2]
    assert not row.facts.isVisible()
    desk.answer("Filled in", "fact.attendance", "94.6")
    assert any(one.endswith("Data is not a judgement.") for one in words(tab.criteria))
    assert {"Data", "Attendance 94.6%"} <= set(words(row))
    assert row.facts.accessibleName() == "Data, not a judgement: Attendance 94.6%"
    assert accessible_name(row).endswith("not considered yet")


def test_what_is_not_known_is_said_only_in_the_opened_row(qtbot, desk, tab):
    row = tab.criteria.rows[2]
    desk.answer("Filled in", "fact.attendance", "94.6")
    row.open_reason()
    assert "Attendance 94.6%  \u00b7  Suspensions: not known" in words(row)
    qtbot.keyClicks(row.reason.edit, "Few")
    qtbot.mouseClick(row.reason_button, LEFT)
    assert "Attendance 94.6%" in words(row)


def test_not_applicable_without_a_reason_is_said_in_the_row_until_there_is_one(qtbot, desk, page, tab):
    row = tab.criteria.rows[6]
    qtbot.mouseClick(row.more_button, LEFT)
    choose(qtbot, "Not applicable")
    assert row.unexplained.isVisible()
    assert accessible_name(row).endswith("Not applicable, no reason given")
    qtbot.mouseClick(row.unexplained, LEFT)
    qtbot.keyClicks(focused(page), "Never had support")
    qtbot.keyClick(focused(page), Key.Key_Escape)
    desk.leave()
    assert desk.record.answer("criterion.g").note == "Never had support"
    assert not row.unexplained.isVisible()
    assert accessible_name(row).endswith("Not applicable")


def test_what_does_not_apply_is_not_counted(qtbot, desk, page, tab):
    desk.answer("d", "criterion.g", "not-applicable")
    desk.answer("d", "criterion.a", "no")
    assert "1 of 10 considered" in words(tab.criteria)


def ways(tab):
    return [one.text() for one in tab.concerns.findChildren(Button) if one.isVisible()]


def test_the_foot_says_nothing_without_a_concern(desk, tab):
    desk.answer("d", "criterion.a", "no")
    assert not tab.concerns.isVisible()


def test_the_foot_names_the_concerns_and_what_is_missing_with_a_way_to_it(qtbot, desk, page, tab):
    finding = SummingUp(desk).add_finding("develop", text="Older readers guess")
    for code in "ab":
        desk.answer("d", f"criterion.{code}", "watch")
    desk.answer("d", "criterion.f", "yes")
    Judging(desk).set_stance("criterion.a", finding, "for")
    sentence = (
        "Watch on a and b; Yes on f. The report shows a under Areas for development. "
        "b and f are linked to no finding."
    )
    assert sentence in words(tab.concerns)
    qtbot.waitUntil(lambda: ways(tab) == ["Link b to a finding", "Link f to a finding"])
    button = next(one for one in tab.concerns.findChildren(Button) if one.text() == "Link b to a finding")
    qtbot.mouseClick(button, LEFT)
    qtbot.keyClick(sheet_of(page).view, Key.Key_Space)
    assert findings_bearing(desk.record, "criterion.b") == (finding,)


def test_the_foot_is_content_once_each_concern_stands_in_the_report(desk, tab):
    finding = SummingUp(desk).add_finding("risk", text="Older readers guess")
    for code in "ab":
        desk.answer("d", f"criterion.{code}", "watch")
        Judging(desk).set_stance(f"criterion.{code}", finding, "for")
    assert words(tab.concerns) == [
        "Watch on a and b. Each is linked to a finding, so the report shows all of them under Risks."
    ]
    assert ways(tab) == []
    SummingUp(desk).change_finding(finding, text="")
    assert words(tab.concerns) == ["Watch on a and b. What is linked with a and b does not stand in the report."]


def test_a_link_to_a_deleted_note_is_no_longer_counted(desk, row, notes):
    Judging(desk).set_stance("criterion.a", notes[0], "for")
    desk.remove("x", notes[0])
    assert row.evidence.text() == "0"


def test_tab_stays_in_the_sheet_and_reaches_everything_in_it(qtbot, page, row):
    qtbot.keyClick(row, Key.Key_E)
    sheet = sheet_of(page)
    reached: list[QWidget] = []
    for _ in range(8):
        qtbot.keyClick(focused(page), Key.Key_Tab)
        reached.append(focused(page))
    assert {sheet.search, sheet.marker, sheet.view, sheet.done} <= set(reached)
    assert all(sheet.isAncestorOf(one) for one in reached)


@pytest.mark.parametrize("size", [(1208, 740), (1208, 580), (740, 1000)])
def test_the_sheet_fits_the_window(qtbot, page, row, size):
    page.resize(*size)
    qtbot.keyClick(row, Key.Key_E)
    sheet = sheet_of(page)
    assert page.rect().contains(sheet.sheet.geometry())
    assert sheet.sheet.rect().contains(sheet.done.geometry())


def test_a_note_goes_on_by_itself_and_a_finding_only_to_and_fro(desk, notes):
    judging = Judging(desk)
    finding = SummingUp(desk).add_finding("risk", text="Phonics may slip")
    assert isinstance(notes[0], Note)
    assert [judging.turn("criterion.a", notes[0]) for _ in range(4)] == ["for", "against", "", "for"]
    assert [judging.turn("criterion.a", finding) for _ in range(3)] == ["for", "", "for"]
