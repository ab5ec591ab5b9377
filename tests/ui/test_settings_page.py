"""What this device remembers, and the page that changes it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from ui_support import accessible_name, dressed, shown

from ui.pages.settings.page import SettingsPage
from ui.settings import Settings, load, save
from ui.theme.theme import theme
from ui.widgets.text import Text
from visitapp.paths import reports_dir


@pytest.fixture
def file(tmp_path):
    return str(tmp_path / "visitapp.ini")


def store(file):
    return QSettings(file, QSettings.Format.IniFormat)


def written(file, **values):
    kept = store(file)
    for key, value in values.items():
        kept.setValue(key, value)
    kept.sync()
    return store(file)


def test_nothing_kept_gives_the_defaults(file):
    assert load(store(file)) == Settings()


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(look="dark", text_scale=1.3, touch=True, reports_folder="/a folder/reports", programme="walk@1"),
        Settings(look="contrast", text_scale=0.9),
    ],
)
def test_what_is_kept_comes_back(file, settings):
    save(store(file), settings)
    assert load(store(file)) == settings


@pytest.mark.parametrize("look", ["purple", ""])
def test_an_unknown_look_follows_the_device(file, look):
    assert load(written(file, look=look)).look == "device"


@pytest.mark.parametrize(("kept", "scale"), [("9", 1.5), ("0.1", 0.9), ("large", 1.0), ("1.24", 1.2)])
def test_a_text_size_out_of_range_is_brought_back(file, kept, scale):
    assert load(written(file, text_scale=kept)).text_scale == scale


@pytest.fixture
def page(qtbot, qapp):
    for _ in dressed(qapp):
        made = SettingsPage(Settings())
        made.resize(1208, 640)
        made.show_reviewer("", "Lead reviewer", "Northmere")
        yield shown(qtbot, made)


def words_on(page):
    QApplication.processEvents()
    return " | ".join(label.text() for label in page.findChildren(Text) if label.isVisibleTo(page))


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_a_look_is_given_away_at_once(page, qtbot, look):
    with qtbot.waitSignal(page.changed) as told:
        page.look.button(look).click()
    assert told.args == [Settings(look=look)]


def test_a_text_size_is_given_away_at_once(page, qtbot):
    with qtbot.waitSignal(page.changed) as told:
        next(action for action in page.text_size.menu().actions() if action.text() == "130 %").trigger()
    assert told.args == [Settings(text_scale=1.3)]


def test_showing_settings_tells_nobody(page, qtbot):
    with qtbot.assertNotEmitted(page.changed):
        page.show_settings(Settings(look="dark", text_scale=1.2))
    assert (page.look.current(), page.text_size.current()) == ("dark", "120")


def test_the_reports_folder_can_be_changed_and_put_back(page, qtbot, tmp_path):
    assert str(reports_dir()) in words_on(page)
    assert not page.usual_folder.isVisibleTo(page)
    with qtbot.waitSignal(page.changed) as told:
        page.choose_folder(str(tmp_path))
    assert told.args[0].reports_folder == str(tmp_path)
    assert str(tmp_path) in words_on(page)
    with qtbot.waitSignal(page.changed) as told:
        page.usual_folder.click()
    assert told.args == [Settings()]


def test_other_choices_stay_when_one_changes(page, qtbot):
    kept = replace(Settings(), programme="walk@1", text_scale=1.4)
    page.show_settings(kept)
    with qtbot.waitSignal(page.changed) as told:
        page.look.button("dark").click()
    assert told.args == [replace(kept, look="dark")]


def test_a_name_is_given_away_when_its_field_is_left(page, qtbot):
    page.name.edit.setFocus()
    QTest.keyClicks(page.name.edit, " R. Reviewer ")
    with qtbot.waitSignal(page.reviewer_changed) as told:
        QTest.keyClick(page.name.edit, Qt.Key.Key_Return)
    assert told.args == ["R. Reviewer", "Lead reviewer", "Northmere"]


def test_leaving_a_field_unchanged_tells_nobody(page, qtbot):
    page.role.edit.setFocus()
    with qtbot.assertNotEmitted(page.reviewer_changed):
        QTest.keyClick(page.role.edit, Qt.Key.Key_Return)


def test_news_of_the_reviewer_never_overwrites_what_is_being_typed(page):
    page.name.edit.setFocus()
    QTest.keyClicks(page.name.edit, "R. Rev")
    page.show_reviewer("Somebody", "Adviser", "Elsewhere")
    assert (page.name.text(), page.role.text()) == ("R. Rev", "Adviser")


def test_every_control_has_a_name(page):
    controls = page.findChildren(QPushButton) + page.findChildren(QLineEdit)
    assert [one for one in controls if not accessible_name(one)] == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_page_fits_a_short_window(page, scale):
    theme().apply(text_scale=scale)
    assert page.minimumSizeHint().width() <= 1208
    assert page.minimumSizeHint().height() <= 640
