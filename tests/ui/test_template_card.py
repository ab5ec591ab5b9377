"""Which Word template each programme's reports go by: chosen, checked, previewed, and let go again."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from template_files import house_template, macro_template
from ui_support import accessible_name, differing, picture, shown

from ui.pages.settings.page import SettingsPage
from ui.settings import Settings
from ui.theme.theme import theme
from ui.theme.tokens import TOUCH
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.text import Text
from ui.workspace.opening import load_library
from ui.workspace.report_templates import ReportTemplates, Template, choices_with, read_choices

pytestmark = pytest.mark.usefixtures("look")

HOUSE = "Northmere report.docx"


@pytest.fixture(scope="module")
def frameworks():
    return load_library().frameworks


@pytest.fixture
def templates(tmp_path):
    return ReportTemplates(tmp_path / "templates")


@pytest.fixture
def page(qtbot, templates, frameworks):
    made = SettingsPage(Settings())
    made.resize(1208, 760)
    made.templates.show_programmes(frameworks, templates)
    return shown(qtbot, made)


@pytest.fixture
def card(page):
    return page.templates


@pytest.fixture
def house(tmp_path):
    path = tmp_path / HOUSE
    path.write_bytes(house_template())
    return path


@pytest.fixture
def adopted(card, templates):
    """Have the first programme go by a template."""
    kept = templates.keep(house_template(), HOUSE)
    card.show_settings(Settings(templates=choices_with("", card.lines[0].framework.code, kept)))
    return kept


def words(widget):
    QApplication.processEvents()
    return " | ".join(one.text() for one in widget.findChildren(Text) if one.isVisibleTo(widget))


def all_said(widget):
    return " | ".join(filter(None, map(accessible_name, widget.findChildren(QLabel))))


def offered(qtbot, card, path, line=0):
    """Offer a file and wait for what the sheet says."""
    card.offer(card.lines[line], path)
    return waited(qtbot, card.sheet)


def checked(qtbot, card, line=0):
    card.lines[line].check_button.click()
    return waited(qtbot, card.sheet)


def waited(qtbot, sheet):
    qtbot.waitUntil(lambda: sheet.sample_button.isVisible() or bool(sheet.findChildren(Banner)), timeout=20000)
    return sheet


def hung_over(line, path, kind=QDropEvent):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    place = QPointF(20, 10) if kind is QDropEvent else QPointF(20, 10).toPoint()
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = kind(place, Qt.DropAction.CopyAction, mime, buttons, keys)
    event.ignore()
    QApplication.sendEvent(line, event)
    return event.isAccepted()


def test_each_programme_has_a_line_with_the_built_in_look(card, frameworks):
    assert [line.framework.code for line in card.lines] == list(dict.fromkeys(one.code for one in frameworks))
    assert words(card).count("Built-in look") == len(card.lines)


def test_an_older_version_of_a_programme_has_no_line_of_its_own(card, frameworks, templates):
    card.show_programmes([*frameworks, *frameworks], templates)
    assert len(card.lines) == len(frameworks)


def test_a_checked_file_is_used_once_it_is_agreed_to(qtbot, page, card, templates, house):
    with qtbot.assertNotEmitted(page.changed):
        sheet = offered(qtbot, card, house)
    assert sheet.use_button.isVisible()
    with qtbot.waitSignal(page.changed, timeout=15000) as told:
        QTest.keyClick(sheet.use_button, Qt.Key.Key_Return)
    kept = read_choices(told.args[0].templates)[card.lines[0].framework.code]
    assert kept.name == HOUSE
    assert templates.content(kept) == house_template()
    qtbot.waitUntil(lambda: "found" in words(card.lines[0]))
    assert words(card.lines[0]).startswith(f"{card.lines[0].framework.short} | {HOUSE}, ")
    assert card.lines[1].template is None
    assert card.sheet is None


def test_the_file_chosen_may_go_away_afterwards(qtbot, page, card, templates, house):
    sheet = offered(qtbot, card, house)
    with qtbot.waitSignal(page.changed, timeout=15000):
        sheet.use_button.click()
    house.unlink()
    assert templates.look_of(card.lines[0].framework.code)().content == house_template()


def test_cancelling_changes_nothing(qtbot, page, card, tmp_path, house):
    with qtbot.assertNotEmitted(page.changed):
        sheet = offered(qtbot, card, house)
        QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not (tmp_path / "templates").exists()
    assert card.sheet is None
    assert card.lines[0].template is None


def test_the_check_names_what_is_missing_and_what_was_found(qtbot, card, house):
    sheet = offered(qtbot, card, house)
    said = words(sheet)
    assert "Found and used" in said
    assert "Not in the template: the built-in one stands in" in said
    assert "Guidance  ·  Styles" in said


def test_the_preview_names_font_size_and_colour_of_each_style(qtbot, card, house):
    sheet = offered(qtbot, card, house)
    assert "Heading 1, Georgia, 20 pt" in all_said(sheet)
    assert "#7A1F3D" in all_said(sheet)


def test_the_preview_has_sample_data_in_it(qtbot, card):
    assert "Sallowfield Primary School" in all_said(checked(qtbot, card))


@pytest.mark.parametrize("line", [0, 1, 2])
def test_every_programme_has_a_preview_of_the_built_in_look(qtbot, card, line):
    sheet = checked(qtbot, card, line)
    assert "Title, Calibri, 28 pt, bold" in all_said(sheet)
    assert not sheet.use_button.isVisible()


def test_a_programme_without_sample_visits_has_a_preview_too(qtbot, card, frameworks, templates):
    from dataclasses import replace

    card.show_programmes([replace(frameworks[0], code="made-up", version="1")], templates)
    assert "Heading 1, Calibri" in all_said(checked(qtbot, card))


@pytest.mark.parametrize("content", [b"", b"no Word file", b"PK\x03\x04 but broken", macro_template()])
def test_a_file_that_cannot_be_used_is_refused_in_plain_words(qtbot, page, card, tmp_path, content):
    path = tmp_path / "odd.docx"
    path.write_bytes(content)
    with qtbot.assertNotEmitted(page.changed):
        sheet = offered(qtbot, card, path)
    (told,) = (accessible_name(one) for one in sheet.findChildren(Banner))
    assert told.startswith("odd.docx was not taken. ")
    assert "Error" not in told
    assert sheet.another_button.isVisible()
    assert not sheet.use_button.isVisible()


def test_after_a_refusal_another_file_can_be_chosen(qtbot, card, tmp_path):
    sheet = offered(qtbot, card, tmp_path / "gone.docx")
    with qtbot.waitSignal(sheet.another_wanted):
        sheet.another_button.click()
    assert card.dialog is not None
    card.dialog.close()


def test_a_disk_that_refuses_is_told_of_and_nothing_changes(qtbot, page, card, tmp_path, house):
    sheet = offered(qtbot, card, house)
    (tmp_path / "templates").write_text("in the way")
    with qtbot.assertNotEmitted(page.changed):
        sheet.use_button.click()
        qtbot.waitUntil(lambda: bool(sheet.findChildren(Banner)), timeout=15000)
    assert "Nothing was changed." in accessible_name(sheet.findChildren(Banner)[0])


def test_the_built_in_look_comes_back_and_the_copy_goes(qtbot, page, card, adopted, tmp_path):
    sheet = checked(qtbot, card)
    with qtbot.waitSignal(page.changed, timeout=15000) as told:
        sheet.built_in_button.click()
    assert told.args[0].templates == ""
    assert list((tmp_path / "templates").iterdir()) == []
    assert "Built-in look" in words(card.lines[0])


def test_the_built_in_look_is_one_press_away_on_the_line_of_a_template_and_nowhere_else(qtbot, page, card, adopted):
    assert [one.built_in_button.isHidden() for one in card.lines] == [False] + [True] * (len(card.lines) - 1)
    button = card.lines[0].built_in_button
    assert accessible_name(button).startswith("Use built-in look, Word template of ")
    with qtbot.waitSignal(page.changed) as told:
        button.click()
    assert told.args[0].templates == ""
    assert button.isHidden()
    assert card.lines[0].choose_button.hasFocus()


def test_replacing_a_template_lets_the_old_copy_go(qtbot, page, card, adopted, tmp_path):
    from docx import Document
    from template_files import saved

    other = tmp_path / "Other.docx"
    other.write_bytes(saved(Document()))
    sheet = offered(qtbot, card, other)
    with qtbot.waitSignal(page.changed, timeout=15000):
        sheet.use_button.click()
    (left,) = (tmp_path / "templates").iterdir()
    assert left.read_bytes() == other.read_bytes()


def test_a_missing_copy_is_told_on_its_line_and_in_the_check(qtbot, card, templates):
    code = card.lines[0].framework.code
    card.show_settings(Settings(templates=choices_with("", code, Template("a" * 64, HOUSE))))
    qtbot.waitUntil(lambda: "is missing" in words(card.lines[0]))
    sheet = checked(qtbot, card)
    assert f"{HOUSE} cannot be used" in accessible_name(sheet.findChildren(Banner)[0])
    assert sheet.built_in_button.isVisible()


def test_a_word_file_dropped_on_a_line_is_offered(qtbot, card, house):
    assert hung_over(card.lines[1], house, QDragEnterEvent)
    assert hung_over(card.lines[1], house)
    sheet = waited(qtbot, card.sheet)
    assert card.lines[1].framework.short in words(sheet)


def test_another_kind_of_file_is_not_taken(card, tmp_path):
    (tmp_path / "picture.png").write_bytes(b"")
    assert not hung_over(card.lines[1], tmp_path / "picture.png", QDragEnterEvent)
    assert not hung_over(card.lines[1], tmp_path / "picture.png")
    assert card.sheet is None


def test_a_file_is_chosen_in_a_dialog(qtbot, card, house):
    card.choose(card.lines[0], native=False)
    chooser = card.window().findChild(QFileDialog)
    chooser.fileSelected.emit(str(house))
    chooser.close()
    assert waited(qtbot, card.sheet).use_button.isVisible()


def test_a_sample_report_is_saved_in_the_look_on_show(qtbot, card, house, tmp_path):
    sheet = offered(qtbot, card, house)
    sheet.ask_path("sample", native=False)
    sheet.dialog.fileSelected.emit(str(tmp_path / "sample.docx"))
    sheet.dialog.close()
    qtbot.waitUntil(lambda: bool(sheet.findChildren(Banner)), timeout=15000)
    assert accessible_name(sheet.findChildren(Banner)[0]) == f"Saved. {tmp_path / 'sample.docx'}"
    from docx import Document

    document = Document(str(tmp_path / "sample.docx"))
    assert document.styles["Heading 1"].font.name == "Georgia"
    assert any("Sallowfield" in one.text for one in document.paragraphs)


def test_a_starter_template_is_saved_and_can_be_adopted(qtbot, card, tmp_path):
    path = tmp_path / "starter.docx"
    sheet = checked(qtbot, card)
    sheet.ask_path("starter", native=False)
    sheet.dialog.fileSelected.emit(str(path))
    sheet.dialog.close()
    qtbot.waitUntil(path.exists, timeout=15000)
    sheet.close_sheet()
    assert offered(qtbot, card, path).use_button.isVisible()


def test_a_folder_that_refuses_the_sample_is_told_of(qtbot, card, tmp_path):
    sheet = checked(qtbot, card)
    sheet.ask_path("sample", native=False)
    sheet.dialog.fileSelected.emit(str(tmp_path))
    sheet.dialog.close()
    qtbot.waitUntil(lambda: bool(sheet.findChildren(Banner)), timeout=15000)
    assert accessible_name(sheet.findChildren(Banner)[0]).startswith("Nothing was saved. ")


def test_a_sheet_put_away_early_hears_no_more(qtbot, card, house):
    card.offer(card.lines[0], house)
    card.sheet.close_sheet()
    assert "Calibri" in all_said(checked(qtbot, card))
    assert not card.sheet.use_button.isVisible()


def test_page_keys_scroll_what_is_shown(qtbot, card, house):
    sheet = offered(qtbot, card, house)
    before = picture(sheet)
    QTest.keyClick(sheet.window().focusWidget(), Qt.Key.Key_End)
    assert differing(before, picture(sheet)) > 1000


def test_everything_has_a_name_that_says_for_which_programme(card):
    names = [accessible_name(one) for one in card.findChildren(Button)]
    assert all(names)
    assert len(set(names)) == len(names)


def test_tab_goes_through_the_lines_in_order(card):
    card.lines[0].check_button.setFocus()
    reached = [card.lines[0].check_button]
    for _ in range(2 * len(card.lines) - 1):
        QTest.keyClick(card.window().focusWidget(), Qt.Key.Key_Tab)
        reached.append(card.window().focusWidget())
    assert reached == [button for line in card.lines for button in (line.check_button, line.choose_button)]


def test_lines_and_sheet_have_targets_for_a_finger(qtbot, card, house):
    theme().apply(metrics=TOUCH)
    sheet = offered(qtbot, card, house)
    buttons = [one for one in [*card.findChildren(Button), *sheet.findChildren(Button)] if one.isVisible()]
    assert [one.text() for one in buttons if one.height() < 44] == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_sheet_fits_a_short_window_and_its_buttons_do_not_overlap(qtbot, page, card, adopted, scale):
    page.resize(1208, 560)
    theme().apply(metrics=TOUCH, text_scale=scale)
    sheet = checked(qtbot, card)
    room = sheet.sheet.rect()
    buttons = [one for one in sheet.findChildren(Button) if one.isVisible()]
    placed = sorted((one.geometry() for one in buttons), key=lambda one: (one.top(), one.left()))
    assert all(room.contains(one) for one in placed)
    assert not any(one.intersects(other) for one, other in pairwise(placed))
