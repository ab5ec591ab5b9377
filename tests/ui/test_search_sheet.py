"""The sheet that finds notes while somebody types."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget
from ui_support import accessible_name
from vault_desk import PEER, PRIMARY, TODAY, begin, new_database, open_workspace

from ui.dialogs.search import SearchSheet
from ui.parts.search_hints import SearchHints
from ui.parts.search_list import SearchList, VisitHeading
from ui.theme.theme import theme
from ui.theme.tokens import TOUCH
from ui.widgets.empty import EmptyState
from ui.widgets.segmented import SegmentButton
from ui.widgets.text import Text
from ui.workspace.evidence import COMPOSER, Evidence
from visitapp.domain.change import Act, created
from visitapp.domain.evidence import Draft, Note
from visitapp.store import operations

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def said(monkeypatch):
    """Return a list of what is said to a screen reader."""
    heard: list[str] = []
    monkeypatch.setattr("ui.dialogs.search.announce", lambda _widget, text, **_more: heard.append(text))
    return heard


@pytest.fixture
def workspace(tmp_path):
    """A vault with an earlier visit to one school, and one to another on the desk."""
    database = new_database(tmp_path / "vault")
    with open_workspace(database) as workspace:
        earlier = begin(workspace, PEER, "Quillmoor Primary Academy").visit_id
        now = begin(workspace, PRIMARY).visit_id
        workspace.flush()
        keep(database, note(earlier, 1, "Fractions are taught with strips.", taken_at="2025-11-19T09:00:00+00:00"))
        for number, text in enumerate(
            ("Bar models show 🙂 fractions.", "Fractions again, in Year 5.", "Phonics."), 1
        ):
            keep(database, note(now, number, text))
        yield workspace


@pytest.fixture
def opened(host, workspace, qtbot):
    """Return a way to open the sheet on the visit on the desk, or on all."""

    def open_sheet(visit_id=workspace.desk.visit_id):
        sheet = SearchSheet(host, workspace.search, visit_id)
        sheet.open()
        answered(qtbot, sheet)
        return sheet

    return open_sheet


@pytest.fixture
def sheet(opened):
    return opened()


def note(visit_id, number, text, **more):
    plain = {"marker": "risk", "years": ("y4",), "taken_at": f"2025-11-20T10:{number:02}:00+00:00"}
    return Note(f"{visit_id}-{number}", visit_id, number, text, **{**plain, **more})


def keep(database, *notes):
    with database.transaction() as session:
        for one in notes:
            operations.record(session, Act("Kept", created(one), one.visit_id), TODAY)


def answered(qtbot, sheet):
    """Wait until what stands in the field is answered."""
    qtbot.waitUntil(lambda: not sheet.is_waiting, timeout=5000)


def write(qtbot, sheet, text):
    field(sheet).clear()
    QTest.keyClicks(field(sheet), text)
    answered(qtbot, sheet)


def field(sheet):
    return sheet.findChild(QLineEdit)


def view(sheet):
    return sheet.findChild(QListView)


def texts(sheet):
    model = view(sheet).model()
    assert isinstance(model, SearchList)
    rows = [model.row(n) for n in range(model.rowCount())]
    return [row.spoken if isinstance(row, VisitHeading) else row.note.text for row in rows]


def scope(sheet, words):
    return next(one for one in sheet.findChildren(SegmentButton) if one.text() == words)


def test_it_opens_ready_to_type_in_and_says_what_can_be_typed(sheet, host):
    assert host.focusWidget() is field(sheet)
    assert accessible_name(field(sheet)) == "Find a note in this visit"
    assert sheet.said() == "Ctrl+F changes between this visit and all visits."
    names = [one.accessibleName() for one in sheet.findChild(SearchHints).findChildren(QWidget)]
    assert "#y4 #ma #send: tags, as in the capture box" in names
    assert not view(sheet).isVisible()


def test_what_is_typed_is_found_in_the_visit_the_newest_first(sheet, qtbot):
    write(qtbot, sheet, "fract")
    assert texts(sheet) == ["Fractions again, in Year 5.", "Bar models show 🙂 fractions."]
    assert sheet.said() == "2 notes"
    assert sheet.current_words() == "Fractions again, in Year 5."


def test_across_visits_what_is_found_stands_under_its_visit(sheet, qtbot):
    write(qtbot, sheet, "fract")
    sheet.widen()
    answered(qtbot, sheet)
    assert texts(sheet) == [
        "Sallowfield Primary School, 20 November 2025, 2 notes",
        "Fractions again, in Year 5.",
        "Bar models show 🙂 fractions.",
        "Quillmoor Primary Academy, 20 November 2025, 1 note",
        "Fractions are taught with strips.",
    ]
    assert sheet.said() == "3 notes"
    assert scope(sheet, "All visits").isChecked()
    sheet.widen()
    answered(qtbot, sheet)
    assert sheet.said() == "2 notes"


def test_the_scope_is_chosen_with_the_mouse_too_and_the_focus_stays_in_the_field(sheet, qtbot, host):
    write(qtbot, sheet, "fract")
    QTest.mouseClick(scope(sheet, "All visits"), Qt.MouseButton.LeftButton)
    answered(qtbot, sheet)
    assert len(texts(sheet)) == 5
    assert host.focusWidget() is field(sheet)


def test_without_a_visit_all_are_searched_and_there_is_nothing_to_choose(opened, qtbot):
    sheet = opened("")
    write(qtbot, sheet, "strips")
    assert texts(sheet)[1:] == ["Fractions are taught with strips."]
    assert not scope(sheet, "This visit").isVisible()
    sheet.widen()
    assert sheet.scope == "all"


def test_arrows_walk_the_notes_past_the_headings_while_the_focus_stays(opened, qtbot, host, said):
    sheet = opened("")
    write(qtbot, sheet, "fract")
    walked = [sheet.current_words()]
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Home, Key.Key_End, Key.Key_PageUp):
        QTest.keyClick(field(sheet), key)
        walked.append(sheet.current_words())
    first, second, third = texts(sheet)[1], texts(sheet)[2], texts(sheet)[4]
    assert walked == [first, second, third, third, second, first, third, first]
    assert host.focusWidget() is field(sheet)
    assert said[-1].startswith("10:02. ") or "Fractions again" in said[-1]


def test_enter_takes_the_note_in_hand_and_closes(sheet, qtbot, workspace, host):
    write(qtbot, sheet, "bar")
    with qtbot.waitSignal(sheet.chosen) as chosen:
        QTest.keyClick(field(sheet), Key.Key_Return)
    assert chosen.args == [workspace.desk.visit_id, f"{workspace.desk.visit_id}-1"]
    assert host.focusWidget().text() == "Save"


def test_enter_pressed_before_the_answer_is_there_waits_for_it(sheet, qtbot, workspace):
    write(qtbot, sheet, "fract")
    field(sheet).clear()
    with qtbot.waitSignal(sheet.chosen) as chosen:
        QTest.keyClicks(field(sheet), "phonics")
        QTest.keyClick(field(sheet), Key.Key_Return)
    assert chosen.args[1] == f"{workspace.desk.visit_id}-3"


def test_a_click_takes_a_note_and_a_heading_is_nothing_to_click(opened, qtbot):
    sheet = opened("")
    write(qtbot, sheet, "strips")
    list_view = view(sheet)
    QTest.mouseClick(list_view.viewport(), Qt.MouseButton.LeftButton, pos=middle(list_view, 0))
    assert sheet.isVisible()
    with qtbot.waitSignal(sheet.chosen):
        QTest.mouseClick(list_view.viewport(), Qt.MouseButton.LeftButton, pos=middle(list_view, 1))


def middle(list_view, row):
    return list_view.visualRect(list_view.model().index(row, 0)).center()


def test_escape_closes_at_once_and_gives_the_focus_back(sheet, qtbot, host):
    write(qtbot, sheet, "fract")
    with qtbot.waitSignal(sheet.closed):
        QTest.keyClick(field(sheet), Key.Key_Escape)
    assert host.focusWidget().text() == "Save"


def test_nothing_found_says_where_else_to_look(sheet, qtbot, said):
    write(qtbot, sheet, "strips")
    assert sheet.said() == "No notes"
    assert said[-1] == "No notes"
    empty = sheet.findChild(EmptyState)
    assert empty.isVisible()
    assert [one.text() for one in empty.findChildren(Text)] == [
        "Nothing found in this visit", "Ctrl+F looks in all visits.",
    ]  # fmt: skip


def test_one_letter_is_too_little_and_is_said_to_be(sheet, qtbot):
    write(qtbot, sheet, "f")
    assert sheet.said() == "Type two letters or more."


def test_what_was_not_understood_is_said(sheet, qtbot):
    write(qtbot, sheet, "on:2025-19 fract")
    assert sheet.said() == "2 notes  ·  Not understood: on:2025-19"


@pytest.mark.parametrize(
    ("typed", "count"),
    [("#y4 ", 3), ("#y5 ", 0), ("! ", 3), ("+ ", 0), ("is:risk ", 3), ("on:2025-11-20 ", 3), ("before:2025 ", 0),
     ("school:sallow ", 3), ("school:quill ", 0), ("#y4 ! fract", 2)],
)  # fmt: skip
def test_filters_are_typed_as_in_the_capture_box(sheet, qtbot, typed, count):
    write(qtbot, sheet, typed)
    assert view(sheet).model().rowCount() == count


def test_the_number_found_is_announced(sheet, qtbot, said):
    write(qtbot, sheet, "fract")
    assert said[-1] == "2 notes"


def test_a_note_saved_a_moment_ago_is_found(sheet, qtbot, workspace):
    Evidence(workspace.desk).save(Draft(workspace.desk.visit_id, COMPOSER, "Decimals follow at once."))
    write(qtbot, sheet, "decim")
    assert texts(sheet) == ["Decimals follow at once."]


def test_more_than_a_screen_can_use_is_said_with_its_number(sheet, qtbot, workspace):
    visit_id = workspace.desk.visit_id
    many = [note(visit_id, 10 + number, "Decimals again.", taken_at="") for number in range(203)]
    workspace.desk.act("Many", [change for one in many for change in created(one)])
    assert workspace.flush()
    write(qtbot, sheet, "decimals")
    assert sheet.said() == "First 200 of 203 notes"
    assert view(sheet).model().rowCount() == 200


def test_closing_the_vault_takes_what_was_found_off_the_screen(sheet, qtbot, workspace):
    write(qtbot, sheet, "fract")
    with qtbot.waitSignal(sheet.closed):
        workspace.search.stop()


def test_each_note_is_said_as_a_whole(sheet, qtbot):
    write(qtbot, sheet, "bar")
    spoken = view(sheet).model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("Risk. Year 4. Bar models show 🙂 fractions.")
    assert accessible_name(view(sheet)) == "Notes found"


@pytest.mark.parametrize("size", [(1280, 800), (1280, 640), (800, 560)])
@pytest.mark.parametrize("touch", [False, True])
def test_it_fits_the_window_and_keeps_its_height_whatever_is_found(opened, qtbot, host, size, touch):
    if touch:
        theme().apply(metrics=TOUCH)
    host.resize(*size)
    sheet = opened()
    tall = sheet.sheet.height()
    for typed in ("fract", "nothing at all", ""):
        write(qtbot, sheet, typed)
        QApplication.processEvents()
        assert sheet.sheet.height() == tall
        assert host.rect().contains(sheet.sheet.geometry())


def test_the_match_is_marked_where_it_is_even_after_an_emoji(sheet, qtbot):
    write(qtbot, sheet, "fractions")
    list_view = view(sheet)
    row = list_view.visualRect(list_view.model().index(1, 0))
    picture = list_view.viewport().grab(row).toImage()
    tint = theme().colour("accent_soft").rgb()
    tinted = [x for x in range(picture.width()) for y in (38, 40) if picture.pixel(x, y) == tint]
    assert tinted
    assert max(tinted) - min(tinted) < 90
