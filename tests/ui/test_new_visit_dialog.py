"""A new visit, by keys alone where that is quicker."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from tests_support import bare_framework
from ui_support import accessible_name, role, shown

from ui.dialogs.new_visit import NewVisitDialog
from ui.parts.visit_days import last_working_day, working_day
from ui.theme.theme import theme
from ui.widgets.text import Text
from visitapp.domain.framework import Option, Term, Vocabulary
from visitapp.domain.visit import School, Visit

Key = Qt.Key
TODAY = date(2025, 11, 20)
SALLOWFIELD = School("s1", "Sallowfield Primary School", "123456", "primary", "Northmere", "Sallowfield")
SCHOOLS = (
    School("s2", "New Salter Row Infant School", town="Salter Row"),
    SALLOWFIELD,
    School("s3", "Oxmarsh Primary School", town="Oxmarsh"),
)
PHASES = Vocabulary("phases", "1", "Phases", "", (Term("primary", "Primary"), Term("junior", "Junior")))
ONE_DAY = replace(
    bare_framework(),
    contexts=(Option("first", "First visit"), Option("second", "Second visit")),
    commissioning=(Option("ours", "Our own"), Option("bought", "Bought")),
    vocabularies={"phases": PHASES},
)
THREE_DAYS = replace(bare_framework(), code="long", short="Long walk", days=3)


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def earlier():
    """Return the visits there have been, by school."""
    return {}


def find(words):
    return [school for school in SCHOOLS if words.casefold() in school.name.casefold()]


@pytest.fixture
def dialog(qtbot, earlier):
    return opened(qtbot, earlier, (ONE_DAY, THREE_DAYS))


def opened(qtbot, earlier, frameworks, programme=""):
    host = QWidget()
    host.resize(1280, 640)

    def before(school_id, day):
        return [one for one in earlier.get(school_id, ()) if one.starts_on < day]

    made = NewVisitDialog(host, frameworks, find, before, lambda: TODAY, programme)
    made.host = shown(qtbot, host)
    made.open()
    return made


def focused(dialog):
    return dialog.window().focusWidget()


def words_on(dialog):
    QApplication.processEvents()
    return " | ".join(label.text() for label in dialog.findChildren(Text) if label.isVisibleTo(dialog))


def keys(dialog, *typed):
    """Type texts and keys wherever the focus is."""
    for one in typed:
        if isinstance(one, str):
            QTest.keyClicks(focused(dialog), one)
        else:
            QTest.keyClick(focused(dialog), one)


def given(dialog, qtbot, *typed):
    with qtbot.waitSignal(dialog.given) as told:
        keys(dialog, *typed)
    return told.args[0]


def test_three_letters_and_two_enters_make_a_visit_for_a_known_school(dialog, qtbot):
    new = given(dialog, qtbot, "sal", Key.Key_Return, Key.Key_Return)
    assert new.school == SALLOWFIELD
    assert (new.framework, new.starts_on, new.ends_on) == (ONE_DAY, "2025-11-20", "2025-11-20")
    assert (new.context, new.follows_id) == ("", "")
    assert not dialog.isVisible()


def test_schools_that_begin_with_the_letters_come_first(dialog):
    keys(dialog, "sal")
    matches = dialog.school.field
    assert matches is focused(dialog)
    keys(dialog, Key.Key_Down, Key.Key_Return)
    assert dialog.school.school().id == "s2"


def test_a_day_typed_over_the_first_one_is_taken(dialog, qtbot):
    new = given(dialog, qtbot, "oxm", Key.Key_Return, "4 dec", Key.Key_Return)
    assert (new.starts_on, new.ends_on) == ("2025-12-04", "2025-12-04")


@pytest.mark.parametrize(
    ("typed", "day"),
    [("4/12", "2025-12-04"), ("4/12/2026", "2026-12-04"), ("6 January", "2026-01-06"), ("2025-12-05", "2025-12-05")],
)
def test_days_are_read_as_people_write_them(dialog, qtbot, typed, day):
    assert given(dialog, qtbot, "oxm", Key.Key_Return, typed, Key.Key_Return).starts_on == day


def test_up_and_down_step_a_day(dialog, qtbot):
    assert given(dialog, qtbot, "oxm", Key.Key_Return, Key.Key_Up, Key.Key_Return).starts_on == "2025-11-21"


def test_a_day_that_is_none_is_said_and_stays(dialog, qtbot):
    with qtbot.assertNotEmitted(dialog.given):
        keys(dialog, "oxm", Key.Key_Return, "32 Dec", Key.Key_Return)
    assert "“32 Dec” is not a day. Write it as 4 Dec or 4/12/2025." in words_on(dialog)
    assert dialog.dates.first.text() == "32 Dec"
    assert focused(dialog) is dialog.dates.first.edit


def test_a_day_left_out_is_said(dialog, qtbot):
    with qtbot.assertNotEmitted(dialog.given):
        keys(dialog, "oxm", Key.Key_Return, Key.Key_Delete, Key.Key_Return)
    assert "A visit needs a day." in words_on(dialog)


def test_a_last_day_before_the_first_is_said(dialog, qtbot):
    keys(dialog, "oxm", Key.Key_Return, Key.Key_Tab)
    dialog.dates.last.edit.selectAll()
    with qtbot.assertNotEmitted(dialog.given):
        keys(dialog, "1 nov", Key.Key_Return)
    assert "The last day is before the first." in words_on(dialog)


def test_the_last_day_follows_the_first_over_a_weekend(dialog, qtbot):
    keys(dialog, "oxm", Key.Key_Return)
    dialog.programme.choose("long@1")
    dialog.programme.changed.emit()
    new = given(dialog, qtbot, "27 nov", Key.Key_Return)
    assert (new.starts_on, new.ends_on) == ("2025-11-27", "2025-12-01")


def test_a_last_day_set_by_hand_stays_when_the_first_moves_before_it(dialog, qtbot):
    keys(dialog, "oxm", Key.Key_Return, Key.Key_Tab)
    dialog.dates.last.edit.selectAll()
    keys(dialog, "28 nov")
    dialog.dates.take_focus()
    new = given(dialog, qtbot, "26 nov", Key.Key_Return)
    assert (new.starts_on, new.ends_on) == ("2025-11-26", "2025-11-28")


def test_the_programme_last_used_is_chosen_already(qtbot, earlier, dialog):
    again = opened(qtbot, earlier, (ONE_DAY, THREE_DAYS), "long@1")
    assert given(again, qtbot, "oxm", Key.Key_Return, Key.Key_Return).framework == THREE_DAYS


def test_a_programme_that_is_gone_gives_way_to_the_first(qtbot, earlier):
    again = opened(qtbot, earlier, (ONE_DAY, THREE_DAYS), "gone@9")
    assert again.programme.framework() == ONE_DAY


def test_choosing_a_card_changes_the_programme(dialog):
    card = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Long walk")
    card.click()
    assert dialog.programme.framework() == THREE_DAYS
    assert dialog.dates.last.text() == "Mon 24 November 2025"


def test_a_context_is_asked_for_only_where_the_programme_has_one(dialog, qtbot):
    assert dialog.programme.contexts.isVisibleTo(dialog)
    dialog.programme.choose("long@1")
    assert not dialog.programme.contexts.isVisibleTo(dialog)
    dialog.programme.choose("walk@1")
    next(one for one in dialog.programme.contexts.menu().actions() if one.text() == "Second visit").trigger()
    assert given(dialog, qtbot, "oxm", Key.Key_Return, Key.Key_Return).context == "second"


def test_how_the_visit_came_about_is_asked_for_only_where_the_programme_asks(dialog, qtbot):
    assert dialog.programme.ways.isVisibleTo(dialog)
    dialog.programme.choose("long@1")
    assert not dialog.programme.ways.isVisibleTo(dialog)
    dialog.programme.choose("walk@1")
    next(one for one in dialog.programme.ways.menu().actions() if one.text() == "Bought").trigger()
    assert given(dialog, qtbot, "oxm", Key.Key_Return, Key.Key_Return).commissioned == "bought"


def test_many_programmes_become_a_list(qtbot, earlier):
    many = tuple(replace(bare_framework(), code=f"w{n}", short=f"W{n}") for n in range(5))
    dialog = opened(qtbot, earlier, many, "w3@1")
    assert dialog.programme.framework() == many[3]


def test_without_a_programme_no_visit_is_begun(qtbot, earlier):
    dialog = opened(qtbot, earlier, ())
    with qtbot.assertNotEmitted(dialog.given):
        keys(dialog, "oxm", Key.Key_Return, Key.Key_Return)
    assert "No programme can be used" in words_on(dialog)


def test_an_earlier_visit_is_followed_unless_one_says_no(dialog, qtbot, earlier):
    earlier["s1"] = [Visit("v2", "s1", starts_on="2025-10-08"), Visit("v1", "s1", starts_on="2024-10-08")]
    keys(dialog, "sal", Key.Key_Return)
    assert "Follows the visit of Wed 8 October 2025" in dialog.follows.text()
    assert dialog.follows.isVisibleTo(dialog)
    assert given(dialog, qtbot, Key.Key_Return).follows_id == "v2"
    dialog.open()
    keys(dialog, "sal", Key.Key_Return)
    dialog.follows.click()
    assert given(dialog, qtbot, Key.Key_Return).follows_id == ""


def test_a_visit_before_the_first_one_follows_nothing(dialog, qtbot, earlier):
    earlier["s1"] = [Visit("v2", "s1", starts_on="2025-11-25")]
    keys(dialog, "sal", Key.Key_Return)
    assert not dialog.follows.isVisibleTo(dialog)


def test_a_school_that_is_not_known_is_told_by_hand(dialog, qtbot):
    keys(dialog, "Quillmoor Primary Academy", Key.Key_Return, "Quillmoor", Key.Key_Tab, "Northmere", Key.Key_Tab)
    keys(dialog, "654321")
    next(one for one in dialog.school.by_hand.phase.menu().actions() if one.text() == "Primary").trigger()
    new = given(dialog, qtbot, Key.Key_Return)
    made = new.school
    assert (made.name, made.town, made.local_authority) == ("Quillmoor Primary Academy", "Quillmoor", "Northmere")
    assert (made.urn, made.phase) == ("654321", "primary")
    assert len(made.id) == 36


def test_two_schools_told_by_hand_are_two_schools(dialog, qtbot):
    ids = set()
    for name in ("First", "Second"):
        dialog.open()
        ids.add(given(dialog, qtbot, name, Key.Key_Return, Key.Key_Return).school.id)
    assert len(ids) == 2


@pytest.mark.parametrize("urn", ["12345", "1234567", "12345a"])
def test_a_number_that_is_not_six_digits_is_said_and_stays(dialog, qtbot, urn):
    keys(dialog, "Quillmoor", Key.Key_Return)
    dialog.school.by_hand.urn.edit.setFocus()
    with qtbot.assertNotEmitted(dialog.given):
        keys(dialog, urn, Key.Key_Return)
    assert "A URN has six digits." in words_on(dialog)
    assert dialog.school.by_hand.urn.text() == urn


def test_a_school_without_a_name_is_said(dialog, qtbot):
    keys(dialog, "Quillmoor", Key.Key_Return)
    dialog.school.by_hand.name.set_text("  ")
    with qtbot.assertNotEmitted(dialog.given):
        keys(dialog, Key.Key_Return)
    assert "A school needs a name." in words_on(dialog)


def test_without_a_school_the_first_thing_said_is_to_choose_one(dialog, qtbot):
    with qtbot.assertNotEmitted(dialog.given):
        dialog.begin.click()
    assert "Choose a school first" in words_on(dialog)
    assert focused(dialog) is dialog.school.field


def test_a_chosen_school_can_be_changed(dialog):
    keys(dialog, "sal", Key.Key_Return)
    dialog.school.change.click()
    assert focused(dialog) is dialog.school.field
    keys(dialog, "oxm", Key.Key_Return)
    assert dialog.school.school().id == "s3"


def test_from_the_form_there_is_a_way_back_to_the_known_schools(dialog):
    keys(dialog, "Sallow", Key.Key_Up, Key.Key_Return)
    assert dialog.school.by_hand.isVisibleTo(dialog)
    dialog.school.look_again.click()
    assert focused(dialog) is dialog.school.field
    assert dialog.school.school() is None


def test_esc_closes_and_what_was_typed_is_there_again(dialog):
    keys(dialog, "oxm", Key.Key_Return, "4 dec", Key.Key_Escape)
    assert not dialog.isVisible()
    dialog.open()
    assert dialog.school.school().id == "s3"
    assert dialog.dates.first.text() == "4 dec" or "4 December" in dialog.dates.first.text()


def test_a_press_beside_the_sheet_loses_nothing(dialog):
    keys(dialog, "Quillmoor", Key.Key_Return)
    QTest.mouseClick(dialog, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert dialog.isVisible()
    assert dialog.school.by_hand.name.text() == "Quillmoor"


def test_a_visit_given_leaves_an_empty_form(dialog, qtbot):
    given(dialog, qtbot, "sal", Key.Key_Return, "4 dec", Key.Key_Return)
    dialog.open()
    assert dialog.school.field.text() == ""
    assert dialog.school.school() is None
    assert dialog.dates.first.text() == "Thu 20 November 2025"


def test_cancel_gives_nothing(dialog, qtbot):
    with qtbot.assertNotEmitted(dialog.given):
        dialog.cancel.click()
    assert not dialog.isVisible()


def test_the_programmes_are_a_set_of_radio_buttons(dialog):
    cards = [one for one in dialog.findChildren(QPushButton) if one.text() in ("Walk", "Long walk")]
    assert [role(one) for one in cards] == [QAccessible.Role.RadioButton] * 2


def test_every_control_has_a_name(dialog):
    keys(dialog, "Quillmoor", Key.Key_Return)
    controls = dialog.findChildren(QPushButton) + dialog.findChildren(QLineEdit)
    assert [one for one in controls if one.isVisibleTo(dialog) and not accessible_name(one)] == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_sheet_stays_inside_a_short_window(dialog, scale):
    theme().apply(text_scale=scale)
    keys(dialog, "Quillmoor", Key.Key_Return)
    QApplication.processEvents()
    assert dialog.rect().contains(dialog.sheet.geometry())
    assert dialog.sheet.rect().contains(dialog.begin.geometry())


@pytest.mark.parametrize(("day", "working"), [(date(2025, 11, 22), date(2025, 11, 24)), (TODAY, TODAY)])
def test_a_weekend_gives_way_to_monday(day, working):
    assert working_day(day) == working


@pytest.mark.parametrize(("count", "last"), [(1, TODAY), (2, date(2025, 11, 21)), (3, date(2025, 11, 24))])
def test_days_of_a_visit_pass_over_the_weekend(count, last):
    assert last_working_day(TODAY, count) == last
