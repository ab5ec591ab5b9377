"""The plan copied, dragged, shared out in a team, and sent: with a real desk on a real database and real files."""

from dataclasses import replace
from datetime import datetime

import pytest
from icalendar import Calendar
from plan_desk import let_go, plan_pages, pull
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLineEdit
from sample_records import told
from stage_desk import VISIT, framework, vault
from ui_support import accessible_name

from exports.mail.draft import read_draft
from ui.dialogs.send_plan import SendPlan
from ui.parts.plan_dragging import as_mime
from ui.parts.slot_cards import SlotCard
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.checks import CheckRow, StateRow
from ui.widgets.chips import Chip
from ui.widgets.text import Text
from ui.workspace.plan_sending import sendings
from visitapp.domain.framework import PlanRule
from visitapp.domain.plan_copied import copied_plan
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Slot, Visit
from visitapp.domain.weighing import Member

Key, Modifier = Qt.Key, Qt.KeyboardModifier
LEADERS = Slot("s1", VISIT, 1, 540, 600, "leaders", people="Headteacher", place="Office")
WALK = Slot("s2", VISIT, 1, 600, 720, "walk")
LESSON = Slot("l1", VISIT, 1, 610, 630, "walk", years=("y1",), subject="ph", place="Rm 1", part_of="s2")
FOLLOWS = Visit(VISIT, "school-1", "framework-1", "Partner visit", "2025-11-20", "2025-11-20", follows_id="last")

pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def opened(qtbot, tmp_path):
    with plan_pages(qtbot, tmp_path, high=700) as open_page:
        yield open_page


def named(page, kind, words):
    return next(one for one in page.findChildren(kind) if words in accessible_name(one) and one.isVisibleTo(page))


def words(page):
    return [one.text() for one in page.findChildren(Text) if one.isVisibleTo(page)]


def card(page, slot_id):
    return next(one for one in page.findChildren(SlotCard) if one.slot_id == slot_id)


def hours(kept, slot_id="s1"):
    slot = kept.desk.record.find("slot", slot_id)
    return slot.starts, slot.ends


def test_a_mouse_drags_a_slot_to_another_time(qtbot, opened):
    page, kept = opened(LEADERS)
    one = card(page, "s1")
    let_go(one, pull(one, QPoint(60, 15), 98))
    assert hours(kept) == (600, 660)
    kept.desk.undo()
    qtbot.waitUntil(lambda: hours(kept) == (540, 600))


def test_a_mouse_makes_a_slot_longer_by_its_lower_edge(qtbot, opened):
    page, kept = opened(LEADERS)
    one = card(page, "s1")
    let_go(one, pull(one, QPoint(60, one.height() - 3), 49))
    assert hours(kept) == (540, 630)


def test_esc_lets_a_dragged_slot_be(qtbot, opened):
    page, kept = opened(LEADERS)
    one = card(page, "s1")
    before = one.geometry()
    pull(one, QPoint(60, 15), 98)
    assert one.geometry() != before
    qtbot.keyClick(one, Key.Key_Escape)
    assert one.geometry() == before
    assert hours(kept) == (540, 600)


def test_a_click_still_opens_the_editor(qtbot, opened):
    page, _ = opened(LEADERS)
    qtbot.mouseClick(card(page, "s1"), Qt.MouseButton.LeftButton)
    assert named(page, Button, "Remove from the plan")


@pytest.mark.parametrize(("key", "ends"), [(Key.Key_Up, 595), (Key.Key_Down, 605)])
def test_alt_shift_and_an_arrow_make_a_slot_shorter_or_longer(qtbot, opened, key, ends):
    page, kept = opened(LEADERS)
    one = card(page, "s1")
    one.setFocus()
    qtbot.keyClick(one, key, Modifier.AltModifier | Modifier.ShiftModifier)
    assert hours(kept) == (540, ends)


def test_taps_make_a_slot_longer_and_shorter(qtbot, opened):
    page, kept = opened(LEADERS)
    page.show_place("plan:s1")
    named(page, Button, "5 minutes longer").click()
    named(page, Button, "5 minutes longer").click()
    named(page, Button, "5 minutes shorter").click()
    assert hours(kept) == (540, 605)


def test_a_walk_is_never_shorter_than_its_lessons(qtbot, opened):
    page, kept = opened(WALK, LESSON)
    page.show_place("plan:s2")
    for _ in range(30):
        named(page, Button, "5 minutes shorter").click()
    assert hours(kept, "s2") == (600, 630)


def test_an_activity_is_let_fall_where_it_is_to_begin(qtbot, opened):
    page, kept = opened(LEADERS, WALK)
    centre = page.panes()[1]
    place = centre.timeline.mapTo(centre, QPoint(200, centre.timeline.top_of(660)))
    mime = as_mime("governance")
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    centre.dropEvent(QDropEvent(QPointF(place), action, mime, button, Modifier.NoModifier))
    assert [one.starts for one in kept.desk.record.slots if one.activity == "governance"] == [660]


def test_the_pairs_of_a_team_are_chosen_by_a_press_and_do_not_clash(qtbot, opened):
    pair = Slot("s3", VISIT, 1, 600, 660, "governance")
    page, kept = opened(WALK, pair, Member("m1", VISIT, "B. Rowan", "Reviewer"), Member("m2", VISIT, "", "Peer"))
    assert [one for one in words(page) if "before" in one]
    page.show_place("plan:s2")
    named(page, Chip, "B. Rowan").click()
    page.show_place("plan:s3")
    named(page, Chip, "Peer").click()
    assert kept.desk.record.find("slot", "s2").team == ("m1",)
    assert not [one for one in words(page) if "before" in one]
    assert "B. Rowan" in accessible_name(card(page, "s2"))
    assert card(page, "s2").geometry().right() < card(page, "s3").geometry().left()


def test_a_reviewer_alone_is_asked_for_no_pairs(qtbot, opened):
    page, _ = opened(LEADERS)
    page.show_place("plan:s1")
    assert not [one for one in words(page) if one.startswith("Of the team")]


def test_why_a_year_group_is_left_out_is_written_beside_the_check(qtbot, opened):
    rule = PlanRule("years", "years-planned", "Year groups visited", activity="walk")
    programme = replace(framework(), plan_rules=(rule,), coverage_years=("r", "y1"))
    page, kept = opened(WALK, LESSON, programme=programme)
    line = named(page, QLineEdit, "Why not, Year groups visited")
    line.setFocus()
    qtbot.keyClicks(line, "Reception is on a trip")
    assert kept.settled().answer("plan.years").note == "Reception is on a trip"
    assert "done, Reception is on a trip" in accessible_name(named(page, StateRow, "Year groups visited"))


def earlier():
    slots = {one.id: replace(one, visit_id="last") for one in (LEADERS, WALK, LESSON)}
    shelves = {"slot": slots, "visit": {"last": Visit("last", starts_on="2024-11-20", ends_on="2024-11-20")}}
    return VisitRecord(framework(), "last", shelves)


def test_last_years_plan_is_copied_by_one_press_and_undone_by_one(qtbot, opened):
    page, kept = opened(earlier=earlier(), visit=FOLLOWS)
    qtbot.waitUntil(lambda: copying(page).isEnabled())
    named(page, Button, "Copy last year").click()
    assert [one.activity for one in kept.desk.record.slots] == ["leaders", "walk", "walk"]
    kept.desk.undo()
    qtbot.waitUntil(lambda: kept.desk.record.slots == ())


def test_the_sample_of_last_year_has_a_plan_of_which_something_can_be_copied():
    before, now = told("sallowfield-2024"), told("sallowfield")
    assert [one.activity for one in copied_plan(before, now, lambda text: False)] == ["work-sample"]


def copying(page):
    return next(one for one in page.findChildren(Button) if accessible_name(one) == "Copy last year")


def why(page):
    return [one for one in words(page) if one.startswith("Nothing to copy")]


def test_why_there_is_nothing_to_copy_is_said_in_words(qtbot, opened):
    page, _ = opened(LEADERS, visit=FOLLOWS)
    qtbot.waitUntil(lambda: bool(why(page)))
    assert why(page) == ["Nothing to copy: no earlier visit of this programme has a plan in this vault."]
    assert not copying(page).isEnabled()
    assert copying(page).accessibleDescription() == why(page)[0]


def test_once_all_is_copied_there_is_no_more_to_copy(qtbot, opened):
    page, kept = opened(earlier=earlier(), visit=FOLLOWS)
    qtbot.waitUntil(lambda: copying(page).isEnabled())
    assert not why(page)
    copying(page).click()
    assert copying(page).accessibleDescription() == "Nothing to copy: all of the plan of 20 Nov 2024 is in this one."
    assert not copying(page).isEnabled()
    kept.desk.undo()
    qtbot.waitUntil(lambda: copying(page).isEnabled())
    assert not why(page)


def test_without_an_earlier_visit_there_is_nothing_to_copy(qtbot, opened):
    page, _ = opened(LEADERS)
    assert not copying(page).isVisible()
    assert "plan.copy" not in [one.code for one in page.commands()]


def told_by(dialog, said):
    return [one for one in dialog.findChildren(Banner) if one.isVisible() and said in accessible_name(one)]


def test_the_plan_is_sent_by_two_presses(qtbot, opened, tmp_path):
    page, kept = opened(LEADERS, WALK, LESSON)
    named(page, Button, "Send to head").click()
    dialog = page.dialog
    named(dialog, Button, "Write files").click()
    qtbot.waitUntil(lambda: bool(told_by(dialog, "The plan is ready to send")), timeout=15000)
    files = {path.suffix: path for path in (tmp_path / "out").iterdir()}
    assert set(files) == {".docx", ".ics", ".eml"}
    stem = "Sallowfield Primary School - Partner visit - Plan of the day"
    assert all(path.name.startswith(stem) for path in files.values())
    said, attached = read_draft(files[".eml"].read_bytes())
    assert "Leadership discussion" in said
    assert attached == {files[one].name: files[one].read_bytes() for one in (".docx", ".ics")}
    (line,) = sendings(kept.settled())
    assert "Headteacher" in line
    assert datetime.fromisoformat(line.partition(" ")[0]) == kept.now
    assert [one for one in words(page) if one.startswith("Written to send")]
    dialog.close()


def test_a_second_sending_has_the_same_names_of_appointments_and_a_higher_sequence(qtbot, opened, tmp_path):
    page, _ = opened(LEADERS)
    found = []
    for _ in range(2):
        page.send(native=False)
        dialog = page.dialog
        named(dialog, Button, "Write files").click()
        qtbot.waitUntil(lambda shown=dialog: bool(told_by(shown, "ready to send")), timeout=15000)
        newest = max((tmp_path / "out").glob("*.ics"), key=lambda path: path.name)
        (event,) = Calendar.from_ical(newest.read_bytes()).walk("VEVENT")
        found.append((str(event["UID"]), int(event["SEQUENCE"])))
        dialog.close()
    assert found[0][0] == found[1][0]
    assert [one for _, one in found] == [0, 1]


def test_the_text_is_copied_whatever_becomes_of_the_files(qtbot, opened):
    page, _ = opened(LEADERS)
    page.run("plan.send")
    named(page.dialog, Button, "Copy text").click()
    assert "Leadership discussion; Headteacher; Office" in QGuiApplication.clipboard().text()
    page.dialog.close()


def test_a_refusal_says_first_that_the_text_is_safe(qtbot, opened, tmp_path):
    page, kept = opened(LEADERS)
    (tmp_path / "out").write_text("a file where the folder should be")
    page.send(native=False)
    named(page.dialog, Button, "Write files").click()
    qtbot.waitUntil(lambda: bool(told_by(page.dialog, "The plan was not written")), timeout=15000)
    (banner,) = told_by(page.dialog, "Your text is safe in Visitapp.")
    assert banner
    assert sendings(kept.settled()) == ()
    page.dialog.close()


def test_a_visit_without_a_date_has_no_calendar(qtbot, tmp_path):
    with vault(tmp_path, visit=replace(FOLLOWS, starts_on="", ends_on=""), before=(LEADERS,)) as kept:
        dialog = SendPlan(kept.desk, tmp_path / "out", native=False)
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.kinds() == {".docx", ".eml"}
        for one in dialog.findChildren(CheckRow):
            one.setChecked(False)
        assert not named(dialog, Button, "Write files").isEnabled()
