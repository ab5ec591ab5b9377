"""Notes are made in one, two or three actions, carry the right tags, and nothing typed is ever lost."""

import pytest
from capture_desk import OpenDesk
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView
from ui_support import accessible_name, role, shown

from ui.parts.composer import Composer
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chips import Chip, PickerChip
from ui.widgets.segmented import SegmentButton
from ui.workspace.evidence import COMPOSER
from visitapp.domain.evidence import Context

Key = Qt.Key
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def opened(tmp_path):
    opened = OpenDesk(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def composer(qtbot, opened):
    composer = shown(qtbot, Composer(opened.desk))
    composer.resize(640, 190)
    composer.box.setFocus()
    return composer


def write(composer, words):
    """Type words into the box, as a person does."""
    QTest.keyClicks(composer.box, words)


def press(composer, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press a key where the focus is."""
    QTest.keyClick(composer.window().focusWidget(), key, modifiers)


def notes(opened):
    """Return the notes of the visit."""
    return opened.desk.record.notes


def click(widget):
    """Click a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def entry(picker, words):
    """Return the entry of a chip's menu, or of the menu behind More, with these words."""
    menu = picker.menu()
    more = [one for row in menu.actions() if row.menu() for one in row.menu().actions()]
    return next(one for one in (*menu.actions(), *more) if one.text() == words)


def chip(composer, name):
    """Return the chip of the context whose spoken name begins so."""
    return next(one for one in composer.findChildren(PickerChip) if one.accessibleName().startswith(name))


def named(composer, kind, name):
    """Return the control of a kind that a screen reader calls by this name."""
    return next(one for one in composer.findChildren(kind) if one.accessibleName() == name)


def test_enter_saves_a_note_in_one_action(composer, opened):
    write(composer, "All but two pupils answer")
    press(composer, Key.Key_Return)
    assert [one.text for one in notes(opened)] == ["All but two pupils answer"]
    assert composer.box.toPlainText() == ""
    assert composer.window().focusWidget() is composer.box


def test_a_chord_marks_and_saves_in_one_action(composer, opened):
    write(composer, "Only two of seven reach the reasoning question")
    press(composer, Key.Key_D, ALT)
    assert [(one.marker, one.text[:8]) for one in notes(opened)] == [("development", "Only two")]


@pytest.mark.parametrize(
    ("sign", "marker"), [("+ ", "strength"), ("- ", "development"), ("! ", "risk"), ("? ", "question")]
)
def test_a_sign_and_enter_mark_and_save_in_two_actions(composer, opened, sign, marker):
    write(composer, f"{sign}Seen in every class")
    press(composer, Key.Key_Return)
    assert [(one.marker, one.text) for one in notes(opened)] == [(marker, "Seen in every class")]


def test_sign_tag_and_enter_save_marker_and_group_in_three_actions(composer, opened):
    write(composer, "- Scribed rather than scaffolded #send")
    press(composer, Key.Key_Return)
    saved = notes(opened)[0]
    assert (saved.marker, saved.groups, saved.text) == ("development", ("send",), "Scribed rather than scaffolded")


def test_marker_and_group_by_mouse_take_three_clicks(composer, opened):
    write(composer, "Frames help")
    click(named(composer, SegmentButton, "Strength"))
    click(named(composer, Chip, "Pupils with SEND"))
    click(named(composer, Button, "Save"))
    saved = notes(opened)[0]
    assert (saved.marker, saved.groups) == ("strength", ("send",))
    assert composer.window().focusWidget() is composer.box


def test_two_tags_alone_set_an_unplanned_lesson(composer, opened):
    write(composer, "#y5 #re")
    press(composer, Key.Key_Return)
    assert notes(opened) == ()
    assert (composer.context.years, composer.context.subject) == (("y5",), "reading")
    assert composer.box.toPlainText() == ""


@pytest.mark.parametrize("typed", ["", "   ", "- ", "+"])
def test_an_empty_enter_does_nothing(composer, opened, typed):
    write(composer, typed)
    press(composer, Key.Key_Return)
    assert notes(opened) == ()


@pytest.mark.parametrize("key", [Key.Key_S, Key.Key_D])
def test_a_chord_on_an_empty_box_does_nothing(composer, opened, key):
    press(composer, key, ALT)
    assert notes(opened) == ()
    assert composer.draft().marker == ""


@pytest.mark.parametrize("typed", ["-3 degrees outside", "Plays C# minor", "Met in room #7", "#unknown stays"])
def test_plain_signs_stay_words(composer, opened, typed):
    write(composer, typed)
    press(composer, Key.Key_Return)
    assert [(one.text, one.marker) for one in notes(opened)] == [(typed, "")]


def test_shift_and_enter_begin_a_new_line(composer, opened):
    write(composer, "First")
    press(composer, Key.Key_Return, SHIFT)
    write(composer, "second")
    press(composer, Key.Key_Enter)
    assert notes(opened)[0].text == "First\nsecond"


def test_pasted_text_keeps_its_line_breaks(composer, opened):
    pasted = QMimeData()
    pasted.setText("One\nTwo\r\nThree")
    pasted.setHtml("<b>One</b><br>Two<br>Three")
    QApplication.clipboard().setMimeData(pasted)
    composer.box.paste()
    press(composer, Key.Key_Return)
    assert notes(opened)[0].text == "One\nTwo\nThree"


def test_context_is_kept_from_note_to_note(composer, opened):
    for words in ("One #y5 #wr #pv #lead", "Two"):
        write(composer, words)
        press(composer, Key.Key_Return)
    one, two = notes(opened)
    assert (two.years, two.subject, two.source, two.strand) == (("y5",), "writing", "pupils", "leadership")
    assert (two.years, two.slot_id, two.activity) == (one.years, one.slot_id, one.activity)


def test_marker_groups_pin_and_private_are_never_kept(composer, opened):
    write(composer, "One")
    click(named(composer, SegmentButton, "Risk"))
    click(named(composer, Chip, "Disadvantaged pupils"))
    press(composer, Key.Key_P, CTRL)
    click(named(composer, IconButton, "Only for me, never in a report"))
    press(composer, Key.Key_Return)
    write(composer, "Two")
    press(composer, Key.Key_Return)
    one, two = notes(opened)
    assert (one.marker, one.groups, one.pinned, one.private) == ("risk", ("disadvantaged",), True, True)
    assert (two.marker, two.groups, two.pinned, two.private) == ("", (), False, False)


def test_a_marker_chosen_after_a_sign_was_typed_wins(composer, opened):
    write(composer, "- Books are marked")
    press(composer, Key.Key_S, ALT)
    assert [(one.marker, one.text) for one in notes(opened)] == [("strength", "Books are marked")]


def test_a_typed_sign_shows_as_the_marker(composer):
    write(composer, "- ")
    assert named(composer, SegmentButton, "Development").isChecked()
    press(composer, Key.Key_Backspace)
    assert not named(composer, SegmentButton, "Development").isChecked()


def test_several_years_can_be_chosen(composer, opened):
    years = next(one for one in composer.findChildren(PickerChip) if one.accessibleName().startswith("Year"))
    for words in ("Several", "Year 5", "Year 6"):
        entry(years, words).trigger()
    write(composer, "Both classes")
    press(composer, Key.Key_Return)
    assert notes(opened)[0].years == ("y4", "y5", "y6")
    assert accessible_name(years) == "Year: Year 4, Year 5, Year 6"


def test_a_year_chosen_alone_takes_the_place_of_the_one_before(composer, opened):
    years = next(one for one in composer.findChildren(PickerChip) if one.accessibleName().startswith("Year"))
    entry(years, "Year 6").trigger()
    assert accessible_name(years) == "Year: Year 6"


def test_a_rarer_group_is_chosen_behind_the_plus_and_goes_out_of_sight_again(composer, opened):
    rare = named(composer, Chip, "Higher prior attainers")
    assert not rare.isVisible()
    click(named(composer, IconButton, "More pupil groups"))
    menu = QApplication.activePopupWidget()
    next(one for one in menu.actions() if one.text() == "Higher prior attainers").trigger()
    menu.close()
    assert rare.isVisible()
    write(composer, "Not stretched")
    press(composer, Key.Key_Return)
    assert notes(opened)[0].groups == ("higher",)
    assert not rare.isVisible()


def test_arrows_walk_inside_the_chips_and_space_switches(composer):
    first = named(composer, Chip, "Pupils with SEND")
    first.setFocus(Qt.FocusReason.ShortcutFocusReason)
    press(composer, Key.Key_Right)
    press(composer, Key.Key_Space)
    assert composer.draft().groups == ("disadvantaged",)
    press(composer, Key.Key_Left)
    assert composer.window().focusWidget() is first


def test_tab_leaves_the_box_for_the_chips(composer):
    press(composer, Key.Key_Tab)
    assert accessible_name(composer.window().focusWidget()) == "Source: Lesson visit"


def test_alt_up_asks_for_the_last_note(qtbot, composer):
    with qtbot.waitSignal(composer.last_wanted):
        press(composer, Key.Key_Up, ALT)


def test_every_change_is_kept_as_a_draft_at_once(composer, opened):
    kept = []
    for letter in "Two":
        write(composer, letter)
        kept.append(opened.desk.draft(COMPOSER).text)
    click(named(composer, Chip, "Pupils with EAL"))
    assert kept == ["T", "Tw", "Two"]
    assert opened.desk.draft(COMPOSER).groups == ("eal",)


def test_words_caret_and_chips_come_back_after_a_restart(qtbot, composer, opened):
    write(composer, "Half a thought about ")
    click(named(composer, SegmentButton, "Risk"))
    click(named(composer, Chip, "Pupils with SEND"))
    press(composer, Key.Key_P, CTRL)
    composer.set_context(Context("work", ("y2",), "phonics", "standards", "walk", "y2", "recall"))
    for _ in range(6):
        press(composer, Key.Key_Left)
    write(composer, "!")
    again = Composer(opened.lay())
    qtbot.addWidget(again)
    draft = again.draft()
    assert (draft.text, draft.caret) == ("Half a thought !about ", 16)
    assert (draft.marker, draft.groups, draft.pinned, draft.private) == ("risk", ("send",), True, False)
    assert draft.context == Context("work", ("y2",), "phonics", "standards", "walk", "y2", "recall")
    assert named(again, SegmentButton, "Risk").isChecked()


def test_moving_the_caret_alone_is_kept_with_the_next_letter(composer, opened):
    write(composer, "ab")
    press(composer, Key.Key_Home)
    write(composer, "c")
    assert (opened.desk.draft(COMPOSER).text, opened.desk.draft(COMPOSER).caret) == ("cab", 1)


def test_two_boxes_of_one_visit_never_hold_different_words(qtbot, composer, opened):
    other = shown(qtbot, Composer(opened.desk))
    write(composer, "Begun here")
    other.catch_up()
    assert other.box.toPlainText() == "Begun here"
    other.box.moveCursor(other.box.textCursor().MoveOperation.End)
    write(other, ", ended there")
    QTest.keyClick(other.box, Key.Key_Return)
    assert composer.box.toPlainText() == ""
    assert [one.text for one in notes(opened)] == ["Begun here, ended there"]


def test_the_clock_sets_the_context_when_the_visit_is_opened(composer):
    assert composer.context == Context("lesson", ("y4",), "mathematics", "teaching", "walk", "y4")


def test_the_clock_moves_an_empty_box_into_the_next_lesson(composer, opened):
    opened.now = opened.now.replace(minute=46)
    composer.follow_clock()
    assert (composer.context.slot_id, composer.context.years) == ("y2", ("y2",))


def test_the_clock_never_touches_a_half_typed_note(composer, opened):
    write(composer, "Still about year four")
    opened.now = opened.now.replace(minute=46)
    composer.follow_clock()
    press(composer, Key.Key_Return)
    assert notes(opened)[0].slot_id == "y4"
    composer.follow_clock()
    assert composer.context.slot_id == "y2"


def test_a_lesson_somebody_started_early_is_not_taken_back(composer, opened):
    composer.set_context(Context("lesson", ("y2",), "phonics", "teaching", "walk", "y2"))
    composer.follow_clock()
    opened.now = opened.now.replace(minute=44)
    composer.follow_clock()
    assert composer.context.slot_id == "y2"


def test_saving_is_said_aloud(composer, monkeypatch):
    said = []
    monkeypatch.setattr("ui.parts.composer.announce", lambda widget, text: said.append(text))
    write(composer, "+ Warm")
    press(composer, Key.Key_Return)
    assert said == ["Saved. Strength."]


def test_roles_and_names_are_what_a_screen_reader_needs(composer):
    assert role(composer.box) == QAccessible.Role.EditableText
    assert accessible_name(composer.box) == "New note"
    assert role(named(composer, Chip, "Pupils with SEND")) == QAccessible.Role.CheckBox
    assert role(named(composer, SegmentButton, "Risk")) == QAccessible.Role.RadioButton
    assert role(named(composer, PickerChip, "Subject: Mathematics")) == QAccessible.Role.ButtonMenu
    assert role(named(composer, Button, "Save")) == QAccessible.Role.Button
    buttons = [one for one in composer.findChildren(Button) + composer.findChildren(IconButton) if one.isVisible()]
    assert all(accessible_name(one) for one in buttons)


class TestTags:
    """The list of tags."""

    def rows(self, composer):
        """Return the tags on offer."""
        model = composer.box.tags.findChild(QListView).model()
        return [model.row(number).tag for number in range(model.rowCount())] if composer.box.tags.isVisible() else []

    def test_a_hash_opens_all_tags_and_letters_narrow_them(self, composer):
        write(composer, "Frames #")
        assert {"send", "ma", "y4", "pin"} <= set(self.rows(composer))
        write(composer, "se")
        assert self.rows(composer) == ["send"]

    def test_the_meaning_of_a_tag_finds_it_too(self, composer):
        write(composer, "#disad")
        assert self.rows(composer) == ["pp"]

    @pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Return])
    def test_tab_and_enter_accept(self, composer, opened, key):
        write(composer, "Frames #se")
        press(composer, key)
        assert composer.box.toPlainText() == "Frames #send "
        assert self.rows(composer) == []
        assert notes(opened) == ()
        assert composer.window().focusWidget() is composer.box

    def test_arrows_choose_and_say_what_is_chosen(self, composer, monkeypatch):
        said = []
        monkeypatch.setattr("ui.parts.tag_completer.announce", lambda widget, text: said.append(text))
        write(composer, "#y")
        press(composer, Key.Key_Down)
        press(composer, Key.Key_Down)
        press(composer, Key.Key_Up)
        press(composer, Key.Key_Return)
        assert composer.box.toPlainText() == "#y2 "
        assert said[0] == "y2, Year 2, Year"

    def test_escape_closes_and_keeps_the_words(self, composer):
        write(composer, "#se")
        press(composer, Key.Key_Escape)
        assert self.rows(composer) == []
        assert composer.box.toPlainText() == "#se"

    def test_enter_after_a_whole_tag_saves(self, composer, opened):
        write(composer, "Frames #send")
        assert self.rows(composer) == ["send"]
        press(composer, Key.Key_Return)
        assert [(one.text, one.groups) for one in notes(opened)] == [("Frames", ("send",))]

    def test_a_bare_hash_and_enter_save_what_is_written(self, composer, opened):
        write(composer, "Ranked #")
        press(composer, Key.Key_Return)
        assert [one.text for one in notes(opened)] == ["Ranked #"]

    def test_no_list_opens_inside_a_word(self, composer):
        write(composer, "C#m")
        assert self.rows(composer) == []

    def test_unknown_letters_close_the_list(self, composer):
        write(composer, "#sex")
        assert self.rows(composer) == []

    def test_a_click_accepts(self, composer):
        write(composer, "#sen")
        view = composer.box.tags.findChild(QListView)
        place = view.visualRect(view.model().index(0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert composer.box.toPlainText() == "#send "

    def test_leaving_the_box_closes_the_list(self, composer):
        write(composer, "#s")
        named(composer, Button, "Save").setFocus()
        assert self.rows(composer) == []
