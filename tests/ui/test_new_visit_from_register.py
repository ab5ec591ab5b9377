"""A new visit to a school of the register, and two schools of one name or number."""

import csv
from datetime import date

import pytest
from published_files import REGISTER
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from vault_desk import PEER

from ui.dialogs.new_visit import NewVisitDialog
from ui.parts.match_school import MatchSheet
from ui.theme.theme import theme
from ui.theme.tokens import LIGHT, TOUCH
from ui.widgets.radio_card import RadioCard
from ui.widgets.text import Text
from ui.workspace.gathering import Gathering
from visitapp.domain.published.batches import Scope

Key = Qt.Key
pytestmark = pytest.mark.usefixtures("look")
ROWS = (
    ("900001", "Oak Primary School", "Hampshire", "850", "4001", "Sallowfield", "ZE26 3PB", "Open"),
    ("900002", "Oak Primary School", "Hampshire", "850", "4002", "Quillmoor", "ZE27 1AA", "Open"),
    ("900003", "Mere Infant School", "Kent", "886", "4003", "Mere", "ZE28 1AA", "Open"),
    ("900004", "Beck Infant School", "Hampshire", "850", "4004", "Mere", "ZE29 1AA", "Closed"),
    ("900005", "Beck Junior School", "Kent", "886", "4005", "Mere", "ZE30 1AA", "Open"),
)
COLUMNS = (
    "URN", "EstablishmentName", "LA (name)", "LA (code)", "EstablishmentNumber", "Town", "Postcode",
    "EstablishmentStatus (name)",
)  # fmt: skip


@pytest.fixture
def register(workspace, tmp_path):
    """Read in a register of invented schools, in a file that names its day."""
    with REGISTER.open(encoding="cp1252", newline="") as source:
        header, sample = next(lines := csv.reader(source)), next(lines)
    path = tmp_path / "20220419_register.csv"
    with path.open("w", encoding="cp1252", newline="") as out:
        rows = [{**dict(zip(header, sample, strict=False)), **dict(zip(COLUMNS, one, strict=True))} for one in ROWS]
        writer = csv.DictWriter(out, header)
        writer.writeheader()
        writer.writerows(rows)
    workspace.visits.set_authorities(("850",))
    return workspace.published.bring_in(path, Scope(), None, None)


@pytest.fixture
def dialog(workspace, host):
    made = NewVisitDialog(
        host,
        workspace.library.frameworks,
        workspace.visits.schools,
        workspace.visits.earlier,
        lambda: date(2025, 11, 20),
        PEER,
        workspace.school_offers(),
    )
    made.open()
    return made


def lines(dialog):
    matches = dialog.school._matches
    return [matches.spoken(row) for row in range(matches.rowCount())]


def search(qtbot, dialog, words):
    dialog.school.field.setText("")
    QTest.keyClicks(dialog.school.field, words)
    qtbot.waitUntil(lambda: not dialog.school._asked)


def said(widget):
    return " | ".join(one.text() for one in widget.findChildren(Text) if one.isVisibleTo(widget.window()))


@pytest.mark.parametrize("words", ["mere inf", "infant mere", "ZE28 1AA", "900003", "8864003", "886/4003"])
def test_name_town_postcode_and_both_numbers_find_a_school_of_the_register(qtbot, dialog, register, words):
    search(qtbot, dialog, words)
    assert lines(dialog)[0].startswith("Mere Infant School, Mere, Kent, 900003, ")


def test_enter_makes_the_school_with_its_number_authority_and_profile(qtbot, dialog, register, workspace):
    search(qtbot, dialog, "900003")
    QTest.keyClick(dialog.school.field, Key.Key_Return)
    assert "Mere Infant School" in said(dialog)
    with qtbot.waitSignal(dialog.given) as told:
        dialog.begin.click()
    school = workspace.visits.begin(told.args[0]).school
    assert (school.name, school.urn, school.local_authority) == ("Mere Infant School", "900003", "Kent")
    assert '"authority_code": "886"' in school.details
    assert school.details_on == "2022-04-19"
    workspace.flush()
    assert workspace.visits.numbered(["900003"]) == (school,)


def test_enter_waits_for_the_register_to_answer(qtbot, register, dialog):
    qtbot.waitUntil(lambda: dialog.school._register.has_register)
    dialog.school.field.setText("900003")
    QTest.keyClick(dialog.school.field, Key.Key_Return)
    qtbot.waitUntil(dialog.school.is_chosen)
    assert dialog.school.school().urn == "900003"


def test_of_schools_of_one_name_none_is_picked_out_and_the_town_tells_them_apart(qtbot, dialog, register):
    search(qtbot, dialog, "oak")
    assert [one.split(", ")[1] for one in lines(dialog)[:2]] == ["Quillmoor", "Sallowfield"]
    QTest.keyClick(dialog.school.field, Key.Key_Return)
    assert not dialog.school.is_chosen()
    assert "Several schools fit." in said(dialog)
    QTest.keyClick(dialog.school.field, Key.Key_Down)
    QTest.keyClick(dialog.school.field, Key.Key_Return)
    assert dialog.school.school().town == "Quillmoor"


def test_schools_of_the_readers_authority_come_before_others_and_closed_ones_last(qtbot, dialog, register):
    search(qtbot, dialog, "beck")
    assert [one.split(", ")[0] for one in lines(dialog)[:2]] == ["Beck Junior School", "Beck Infant School"]
    assert "closed" in lines(dialog)[1]


def test_a_visited_school_found_by_its_number_is_the_one_of_the_vault(qtbot, dialog, register, workspace, desk):
    Gathering(desk, workspace.published).match(found(workspace, "900003"), "2022-04-19")
    workspace.flush()
    search(qtbot, dialog, "mere inf")
    assert lines(dialog)[0].startswith("Sallowfield Primary School, known already, ")
    assert not [one for one in lines(dialog) if one.startswith("Mere Infant School")]


def test_without_a_register_one_quiet_line_says_where_to_read_one_in(qtbot, dialog):
    search(qtbot, dialog, "mere")
    assert lines(dialog) == ["Add “mere” as a new school"]
    assert "No register of schools has been read in. Library reads one in" in said(dialog)


def test_a_number_typed_by_hand_that_is_known_already_is_said(qtbot, dialog, register, workspace, desk):
    Gathering(desk, workspace.published).match(found(workspace, "900003"), "2022-04-19")
    workspace.flush()
    search(qtbot, dialog, "Newbeck")
    QTest.keyClick(dialog.school.field, Key.Key_Return)
    dialog.school.by_hand.urn.set_text("900003")
    with qtbot.assertNotEmitted(dialog.given):
        dialog.begin.click()
    assert "“Sallowfield Primary School” has this number and is known already" in said(dialog)


def test_tab_lands_on_the_programme_that_is_chosen(dialog, workspace):
    dialog.school.field.setFocus()
    QTest.keyClick(dialog.school.field, Key.Key_Tab)
    assert dialog.window().focusWidget().text() == workspace.library.find(PEER).short
    QTest.keyClick(dialog.window().focusWidget(), Key.Key_Tab)
    assert not isinstance(dialog.window().focusWidget(), RadioCard)


def test_with_touch_a_short_window_shows_the_days_below_a_school_told_by_hand(qtbot, dialog, host):
    theme().apply(LIGHT, TOUCH)
    host.resize(1280, 640)
    search(qtbot, dialog, "Newbeck")
    QTest.keyClick(dialog.school.field, Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.dates.first.visibleRegion().boundingRect().size() == dialog.dates.first.size())


def test_a_number_another_school_has_is_said_and_the_two_become_one_only_when_asked(
    qtbot, dialog, register, workspace, desk, host
):
    Gathering(desk, workspace.published).match(found(workspace, "900001"), "2022-04-19")
    first = desk.record.visit.id
    other = by_hand(qtbot, dialog, workspace, "Oak Primary School", "Sallowfield")
    sheet = MatchSheet(host, other, Gathering(other, workspace.published), workspace.published)
    sheet.open()
    qtbot.waitUntil(lambda: sheet.search.found.rowCount() == 2)
    assert not sheet.take_button.isEnabled()
    assert sheet.search.found.school(0).town == "Sallowfield"
    QTest.keyClick(sheet.search.field, Key.Key_Down)
    sheet.take_button.click()
    qtbot.waitUntil(sheet.asked.isVisible)
    assert (
        "“Sallowfield Primary School” (Sallowfield) is already in your visits with URN 900001, and has 1 visit."
        in said(sheet)
    )
    assert other.record.school.urn == ""
    sheet.one_button.click()
    assert (other.record.school.urn, other.record.school.town) == ("900001", "Sallowfield")
    workspace.flush()
    assert [one.name for one in workspace.visits.numbered(["900001"])] == ["Oak Primary School"]
    assert workspace.visits.load(first).school.name == "Oak Primary School"
    other.undo()
    qtbot.waitUntil(lambda: other.record.school.urn == "")
    workspace.flush()
    assert [one.name for one in workspace.visits.numbered(["900001"])] == ["Sallowfield Primary School"]
    assert workspace.visits.load(first).school.name == "Sallowfield Primary School"


def asked_about_the_same(qtbot, dialog, workspace, desk, host):
    """Match one visit, and choose the same entry for another; return the other's desk and the sheet that asks."""
    Gathering(desk, workspace.published).match(found(workspace, "900001"), "2022-04-19")
    other = by_hand(qtbot, dialog, workspace, "Oak Primary School", "Fareby")
    sheet = MatchSheet(host, other, Gathering(other, workspace.published), workspace.published)
    sheet.open()
    qtbot.waitUntil(lambda: sheet.search.found.rowCount() == 2)
    sheet.search.chosen.emit(found(workspace, "900001"))
    return other, sheet


def test_another_school_can_be_chosen_instead(qtbot, dialog, register, workspace, desk, host):
    other, sheet = asked_about_the_same(qtbot, dialog, workspace, desk, host)
    qtbot.waitUntil(sheet.asked.isVisible)
    sheet.another.click()
    assert sheet.search.field.hasFocus()
    sheet.search.chosen.emit(found(workspace, "900002"))
    qtbot.waitUntil(lambda: other.record.school.urn == "900002")
    assert other.record.school.town == "Fareby"


def test_an_answer_about_a_school_that_is_not_meant_any_more_asks_nothing(
    qtbot, dialog, register, workspace, desk, host
):
    other, sheet = asked_about_the_same(qtbot, dialog, workspace, desk, host)
    sheet.search.chosen.emit(found(workspace, "900002"))
    qtbot.waitUntil(lambda: other.record.school.urn == "900002")
    workspace.flush()
    assert [one.name for one in workspace.visits.numbered(["900001"])] == ["Sallowfield Primary School"]


def found(workspace, urn):
    return workspace.published.school(urn)


def by_hand(qtbot, dialog, workspace, name, town):
    """Begin a visit to a school told by hand, and put it on the desk."""
    search(qtbot, dialog, name)
    dialog.school._take(dialog.school._matches.match(dialog.school._matches.rowCount() - 1))
    dialog.school.by_hand.town.set_text(town)
    with qtbot.waitSignal(dialog.given) as told:
        dialog.begin.click()
    return workspace.begin_visit(workspace.visits.begin(told.args[0]))
