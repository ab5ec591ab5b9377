"""The Capture stage as a whole: now, next, prompts, coverage, and the box over any other stage."""

from dataclasses import replace
from datetime import timedelta

import pytest
from capture_desk import LEADERS, OpenDesk, capture_framework, note, some_notes
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableView, QWidget
from tests_support import bare_framework
from ui_support import accessible_name, shown

from ui.dialogs.quick_capture import QuickCapture
from ui.pages.capture.page import CapturePage
from ui.parts.composer import Composer
from ui.theme.theme import theme
from ui.theme.tokens import DARK
from ui.widgets.buttons import Button, IconButton
from ui.widgets.checks import CheckRow
from ui.widgets.chips import Chip, PickerChip
from ui.widgets.layout import column
from ui.widgets.line_edit import LineEdit
from ui.widgets.text import Text
from ui.workspace.day_plan import DayPlan
from ui.workspace.evidence import Evidence

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
NOTES = (
    note(1, 10, 27, "Recall first.", marker="strength", prompt="recall"),
    note(2, 10, 33, "Explains halves.", marker="strength", prompt="recall", groups=("send",)),
    note(3, 10, 12, "Errors stay.", marker="development", years=("y3",), slot_id="y3"),
)


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def open_desk(tmp_path):
    """Return a way to open a desk that is put away again."""
    made = []

    def make(**more):
        made.append(
            OpenDesk(tmp_path / str(len(made)) if (tmp_path / str(len(made))).mkdir() is None else None, **more)
        )
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def opened(open_desk):
    return open_desk(notes=NOTES)


@pytest.fixture
def page(qtbot, opened):
    return shown_page(qtbot, opened)


def shown_page(qtbot, opened, size=(1208, 740)):
    """Return the stage on the screen, the caret in its box."""
    page = CapturePage(opened.desk)
    page.resize(*size)
    shown(qtbot, page)
    page.take_focus()
    return page


def press(page, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press a key where the focus is."""
    QTest.keyClick(page.window().focusWidget(), key, modifiers)


def write(page, words):
    """Type where the focus is."""
    QTest.keyClicks(page.window().focusWidget(), words)


def click(widget):
    """Click a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def words(widget):
    """Return every text that can be seen in a part of the page."""
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible() and one.text()]


def prompt(page, start):
    """Return a prompt by its first words."""
    return next(one for one in page.panes()[0].findChildren(CheckRow) if one.text().startswith(start))


def table(page):
    """Return the table of years and subjects."""
    return page.panes()[3].findChild(QTableView)


def counts(page):
    """Return the figures in the table, by label of row and column."""
    model = table(page).model()
    cells = [(row, col) for row in range(model.rowCount()) for col in range(model.columnCount())]
    return {model.cell_name(cell): model.count(cell) for cell in cells if model.count(cell)}


def test_now_says_lesson_place_people_and_time(page):
    said = words(page.panes()[0])
    assert {"Learning walk", "2 of 4", "Year 4 Mathematics", "10:25 – 10:45", "3 min left"} <= set(said)
    assert "Room 7  ·  with the mathematics lead" in said
    assert "Look at: Pupils with SEND" in said


def test_now_says_quietly_what_the_activity_is_for(page):
    said = " ".join(words(page.panes()[0]))
    assert "To see what pupils are learning" in said
    assert "Who should be there Subject leader" in said
    assert "Walk with the deputy headteacher" in said


def test_next_names_the_lesson_that_follows(page):
    said = words(page.panes()[0])
    assert "Next  ·  10:45  ·  Room 3" in said
    assert "Year 2 Phonics" in said


@pytest.mark.parametrize("way", ["chord", "button", "command"])
def test_the_next_lesson_is_one_action_away(page, way):
    if way == "chord":
        press(page, Key.Key_Right, ALT)
    elif way == "button":
        click(next(one for one in page.findChildren(Button) if one.text() == "Start"))
    else:
        page.run("capture.next")
    context = page.panes()[2].context
    assert (context.slot_id, context.years, context.subject, context.source) == ("y2", ("y2",), "phonics", "lesson")
    assert "Year 2 Phonics" in words(page.panes()[0])
    assert page.window().focusWidget() is page.panes()[2].box


def test_steps_go_back_and_forth_through_lessons_and_activities_past_the_break(page):
    walked = []
    for _ in range(5):
        press(page, Key.Key_Right, ALT)
        walked.append(page.panes()[2].context.slot_id)
    assert walked == ["y2", "y6", "voice", "voice", "voice"]
    for _ in range(7):
        press(page, Key.Key_Left, ALT)
        walked.append(page.panes()[2].context.slot_id)
    assert walked[5:] == ["y6", "y2", "y4", "y3", "walk", "leaders", "leaders"]


def test_starting_a_lesson_keeps_a_half_typed_note(page):
    write(page, "Half typed")
    press(page, Key.Key_Right, ALT)
    assert page.panes()[2].box.toPlainText() == "Half typed"


def test_the_plan_changing_under_the_page_is_shown(page, opened):
    lesson = opened.desk.record.find("slot", "y4")
    DayPlan(opened.desk).change(lesson, place="Hall")
    assert "Hall  ·  with the mathematics lead" in words(page.panes()[0])


def test_without_a_plan_an_activity_is_chosen_from_all(qtbot, open_desk):
    opened = open_desk(slots=())
    page = shown_page(qtbot, opened)
    picker = next(one for one in page.panes()[0].findChildren(PickerChip) if one.isVisible())
    assert [one.text() for one in picker.menu().actions()] == [
        "Meeting with leaders",
        "Learning walk",
        "Pupil conversation",
    ]
    picker.menu().actions()[0].trigger()
    context = page.panes()[2].context
    assert (context.activity, context.source, context.strand, context.slot_id) == (
        "leaders",
        "staff",
        "leadership",
        "",
    )
    assert LEADERS.title in words(page.panes()[0])
    write(page, "They know their school")
    press(page, Key.Key_Return)
    assert opened.desk.record.notes[0].activity == "leaders"


def test_another_lesson_or_activity_is_chosen_from_a_menu(page):
    click(next(one for one in page.findChildren(IconButton) if one.accessibleName() == "Another lesson or activity"))
    menu = QApplication.activePopupWidget()
    next(one for one in menu.actions() if one.text().startswith("Y6 reading")).trigger()
    menu.close()
    assert page.panes()[2].context.slot_id == "y6"


def test_prompts_count_the_notes_that_answer_them(page):
    assert accessible_name(prompt(page, "Do pupils recall")).endswith("2 note(s)")


def test_a_chosen_prompt_is_linked_to_the_next_notes_until_it_is_let_go(page, opened):
    click(prompt(page, "What are pupils"))
    page.take_focus()
    for text in ("One", "Two"):
        write(page, text)
        press(page, Key.Key_Return)
    assert [one.prompt for one in opened.desk.record.notes if one.text in ("One", "Two")] == ["purpose", "purpose"]
    assert prompt(page, "What are pupils").isChecked()
    assert "What are pupils learning, and do they know why?" in words(page.panes()[2])
    click(prompt(page, "What are pupils"))
    assert page.panes()[2].context.prompt == ""


def test_only_one_prompt_is_chosen_at_a_time(page):
    click(prompt(page, "What are pupils"))
    click(prompt(page, "Do pupils recall"))
    on = [one.text() for one in page.panes()[0].findChildren(CheckRow) if one.isChecked()]
    assert on == ["Do pupils recall what came before?"]


def test_a_prompt_is_let_go_from_the_box(page):
    click(prompt(page, "Do pupils recall"))
    click(next(one for one in page.findChildren(IconButton) if one.accessibleName().startswith("Stop linking")))
    assert not prompt(page, "Do pupils recall").isChecked()


def test_another_activity_has_its_own_prompts(page):
    click(prompt(page, "Do pupils recall"))
    for _ in range(3):
        press(page, Key.Key_Right, ALT)
    QApplication.processEvents()
    assert [one.text() for one in page.panes()[0].findChildren(CheckRow) if one.isVisible()] == [
        "What do pupils say helps them learn?"
    ]
    assert page.panes()[2].context.prompt == ""


def test_coverage_counts_by_year_and_subject(page):
    assert counts(page) == {"Y3 Maths": 1, "Y4 Maths": 2}
    assert "3 notes in 1 of 3 activities" in words(page.panes()[3])


def test_coverage_follows_a_saved_note_and_a_deleted_one(page, opened, qtbot):
    write(page, "Seen #y2 #ph #eal")
    press(page, Key.Key_Return)
    qtbot.waitUntil(lambda: counts(page).get("Y2 Phon") == 1)
    Evidence(opened.desk).delete(opened.desk.record.notes[-1])
    qtbot.waitUntil(lambda: "Y2 Phon" not in counts(page))


def test_planned_cells_are_gaps_and_the_most_useful_one_is_said(page, opened):
    model = table(page).model()
    assert [model.cell_name(cell) for cell in model.gaps()] == ["Y2 Phon", "Y6 Read"]
    assert "Leaders is over, and no note is from it." in words(page.panes()[3])
    opened.now += timedelta(minutes=25)
    page.hide()
    page.show()
    assert "Planned, but nothing yet: Year 2, phonics." in words(page.panes()[3])


def test_a_subject_without_a_column_counts_where_its_group_says(qtbot, open_desk):
    from capture_desk import SUBJECTS

    from visitapp.domain.framework import Term

    subjects = replace(SUBJECTS, terms=(*SUBJECTS.terms, Term("art", "Art and design", "Art", group="wider")))
    plain = capture_framework()
    framework = replace(plain, vocabularies={**plain.vocabularies, "subjects": subjects})
    page = shown_page(qtbot, open_desk(framework=framework, notes=(note(1, 10, 1, "Clay.", subject="art"),)))
    assert counts(page) == {"Y4 Wider": 1}


def test_a_cell_shows_only_its_notes_and_there_is_a_way_back(page):
    view, model = table(page), table(page).model()
    place = view.visualRect(model.index(3, 2)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    stream = page.panes()[1]
    rows = stream.view.model()
    assert [rows.note(row).number for row in range(rows.rowCount())] == [3]
    back = next(one for one in stream.findChildren(Chip) if one.isVisible())
    assert back.text() == "Year 3, Mathematics"
    click(back)
    assert [rows.note(row).number for row in range(rows.rowCount())] == [1, 2]


def test_a_cell_is_chosen_by_keyboard_too(page):
    view = table(page)
    view.setFocus(Qt.FocusReason.ShortcutFocusReason)
    view.setCurrentIndex(view.model().index(3, 2))
    QTest.keyClick(view, Key.Key_Return)
    rows = page.panes()[1].view.model()
    assert [rows.note(row).number for row in range(rows.rowCount())] == [3]


def test_coverage_waits_while_it_is_hidden_and_catches_up(page):
    page.side_pane().hide()
    write(page, "Seen #y5 #ma")
    press(page, Key.Key_Return)
    page.side_pane().show()
    assert counts(page)["Y5 Maths"] == 1


def test_what_happened_while_the_page_was_hidden_is_shown_when_it_comes_back(page, opened):
    page.hide()
    Evidence(opened.desk).delete(opened.desk.record.notes[-1])
    page.show()
    rows = page.panes()[1].view.model()
    assert [rows.note(row).number for row in range(rows.rowCount())] == [1]


def test_a_place_names_a_note(page):
    page.show_place("capture:note-0003")
    assert page.panes()[1].view.current_note().number == 3
    page.show_place("capture")
    assert page.window().focusWidget() is page.panes()[2].box


def test_hints_are_the_signs_of_the_framework(page):
    said = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    for sign, meaning in (("+", "strength"), ("-", "develop"), ("!", "risk"), ("?", "ask"), ("#", "tag")):
        assert said[said.index(sign) + 1] == meaning


def test_a_programme_that_asks_for_nothing_still_takes_notes(qtbot, open_desk):
    opened = open_desk(framework=bare_framework(), slots=())
    page = shown_page(qtbot, opened)
    write(page, "Plain words")
    press(page, Key.Key_Return)
    assert [one.text for one in opened.desk.record.notes] == ["Plain words"]
    assert not table(page).isVisible()


@pytest.mark.parametrize("size", [(1208, 580), (1208, 740), (900, 580)])
def test_nothing_is_cut_in_a_small_window(qtbot, opened, size):
    page = shown_page(qtbot, opened, size)
    page.side_pane().setVisible(size[0] > 1000)
    QApplication.processEvents()
    assert page.minimumSizeHint().height() <= 580
    cut = [one.text() for one in page.findChildren(Text) if one.isVisible() and not one.elides and one.is_cut()]
    assert cut == []
    for one in page.findChildren(QPushButton):
        if one.isVisible() and not isinstance(one, CheckRow):
            assert one.width() >= one.sizeHint().width(), one.accessibleName()
    box = page.panes()[2]
    assert box.mapTo(page, QPoint(0, box.height())).y() <= size[1]


@pytest.mark.parametrize("scale", [1.25, 1.5])
def test_the_box_and_save_stay_in_view_with_larger_text(qtbot, opened, scale):
    theme().apply(text_scale=scale)
    page = shown_page(qtbot, opened)
    QApplication.processEvents()
    save = next(one for one in page.panes()[2].findChildren(Button) if one.accessibleName() == "Save")
    assert page.rect().contains(save.mapTo(page, save.rect().bottomRight()))


def test_every_control_has_a_name(page):
    controls = [
        one for one in page.findChildren(QWidget) if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(controls) > 10
    assert [one for one in controls if not accessible_name(one)] == []


def test_the_four_panes_have_names_in_reading_order(page):
    assert [one.accessibleName() for one in page.panes()] == ["Current activity", "Evidence", "New note", "Coverage"]


def test_the_page_paints_in_the_dark_too(page):
    theme().apply(palette=DARK)
    QApplication.processEvents()
    assert page.grab().toImage().pixelColor(2, 2).name() == DARK.bg.lower()


def test_five_hundred_notes_take_one_more_in_place(qtbot, open_desk):
    opened = open_desk(notes=some_notes(500), notes_on_disk=False)
    page = shown_page(qtbot, opened)
    view = page.panes()[1].view
    page.panes()[1].head.show_wanted.emit("today")
    resets = []
    view.model().modelReset.connect(lambda: resets.append(1))
    inserted = []
    view.model().rowsInserted.connect(lambda parent, first, last: inserted.append((first, last)))
    write(page, "One more")
    press(page, Key.Key_Return)
    assert (resets, inserted) == ([], [(500, 500)])
    assert view.model().index(500).parent() == QModelIndex()


class TestQuickCapture:
    """The box over another stage."""

    @pytest.fixture
    def stage(self, qtbot):
        """Return another stage, with the focus in a field of it."""
        stage = QWidget()
        stage.resize(1208, 740)
        field = LineEdit("Anything")
        stage.setLayout(column(field, None))
        shown(qtbot, stage)
        field.setFocus()
        return stage

    def test_a_note_is_marked_and_saved_from_anywhere_and_the_focus_returns(self, stage, opened):
        came_from = stage.focusWidget()
        QuickCapture(opened.desk, stage).open()
        write(stage, "Overheard at lunch")
        press(stage, Key.Key_D, ALT)
        saved = opened.desk.record.notes[-1]
        assert (saved.text, saved.marker, saved.slot_id) == ("Overheard at lunch", "development", "y4")
        assert stage.focusWidget() is came_from
        assert not [one for one in stage.findChildren(QuickCapture) if one.isVisible()]

    def test_escape_keeps_what_is_half_typed_for_the_capture_stage(self, stage, opened, page):
        came_from = stage.focusWidget()
        QuickCapture(opened.desk, stage).open()
        write(stage, "Half a")
        press(stage, Key.Key_Escape)
        assert stage.focusWidget() is came_from
        page.hide()
        page.show()
        assert page.panes()[2].box.toPlainText() == "Half a"

    def test_the_sheet_says_where_the_note_will_belong(self, stage, opened):
        sheet = QuickCapture(opened.desk, stage)
        sheet.open()
        assert {"Capture", "Learning walk"} <= set(words(sheet))
        assert sheet.findChild(Composer) is not None
        sheet.close_sheet()
