"""The installed frameworks, to read."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from tests_support import bare_framework
from ui_support import accessible_name, is_checked, role, shown

from ui.pages.library.page import LibraryPage
from ui.theme.theme import theme
from ui.widgets.rows import RowButton
from ui.widgets.text import Text
from visitapp.domain.framework import Activity, Check, Criterion, Judgement, Prompt, Section, Term, Vocabulary
from visitapp.frameworks.library import Library, installed
from visitapp.paths import resource

pytestmark = pytest.mark.usefixtures("look")


def walk():
    groups = Vocabulary(
        "groups", "3", "Pupil groups", "Invented", (Term("send", "Pupils with SEND", tags=("send",)),)
    )
    prompts = (Prompt("a", "What are pupils learning?"),)
    return replace(
        bare_framework(),
        activities=(
            Activity("walk", "Learning walk", "Walk", "footprints", "See learning.", prompts, minutes=(90, 150)),
        ),
        outline=(Section("context", "Context", "1", words=(80, 120)),),
        checks=(Check("c", "kind", "A first step for every action"), Check("d", "kind", "No names", required=False)),
        judgement=Judgement(
            "Judgement", "Risk criteria", criteria=(Criterion("a", "a", "Outcomes", "Outcomes fall."),)
        ),
        vocabularies={"groups": groups},
    )


def words_on(page):
    QApplication.processEvents()
    return " | ".join(label.text() for label in page.findChildren(Text) if label.isVisibleTo(page))


def opened(qtbot, library):
    page = LibraryPage(library)
    page.resize(1208, 640)
    return shown(qtbot, page)


@pytest.fixture
def page(qtbot):
    return opened(qtbot, Library((walk(),), ()))


def test_a_framework_shows_what_it_asks_for(page):
    said = words_on(page)
    for words in ("Learning walk", "90–150 min", "See learning.", "What are pupils learning?", "80–120 words"):
        assert words in said
    for words in ("A first step for every action", "required", "warns", "Risk criteria", "Outcomes fall."):
        assert words in said


def test_a_vocabulary_shows_its_terms_and_what_to_type(page):
    page.choose("groups")
    said = words_on(page)
    assert "Pupils with SEND" in said
    assert "#send" in said
    assert "What are pupils learning?" not in said


def test_the_list_is_walked_with_the_arrows(page):
    page.take_focus()
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Down)
    chosen = page.window().focusWidget()
    assert accessible_name(chosen) == "Pupil groups, 1 terms"
    assert is_checked(chosen)
    assert "#send" in words_on(page)
    QTest.keyClick(chosen, Qt.Key.Key_Up)
    assert "What are pupils learning?" in words_on(page)


def test_rows_are_one_of_a_set(page):
    assert {role(one) for one in page.findChildren(RowButton)} == {QAccessible.Role.RadioButton}


def test_an_unknown_code_changes_nothing(page):
    page.choose("nowhere")
    assert "What are pupils learning?" in words_on(page)


def test_a_bare_framework_can_be_read_too(qtbot):
    page = opened(qtbot, Library((bare_framework(),), ()))
    assert "Walk" in words_on(page)


def test_a_bad_file_is_told_in_its_own_sentence(qtbot):
    page = opened(qtbot, Library((walk(),), ("walk.toml: days: expected a whole number; found three",)))
    said = words_on(page)
    assert "A file cannot be used, and was left alone" in said
    assert "walk.toml: days" in said


def test_an_empty_library_says_what_follows(qtbot):
    page = opened(qtbot, Library())
    assert "No framework installed" in words_on(page)
    page.take_focus()


def test_every_installed_framework_and_vocabulary_can_be_shown(qtbot):
    library = installed(resource("frameworks"), resource("vocabularies"))
    page = opened(qtbot, library)
    for framework in library.frameworks:
        page.choose(framework.key)
        assert framework.title in words_on(page)
        for vocabulary in framework.vocabularies.values():
            page.choose(vocabulary.code)
            assert vocabulary.terms[0].label in words_on(page)


def test_every_row_has_a_name(page):
    assert [one for one in page.findChildren(QPushButton) if not accessible_name(one)] == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_page_fits_a_short_window(page, scale):
    theme().apply(text_scale=scale)
    assert page.minimumSizeHint().width() <= 1208
    assert page.minimumSizeHint().height() <= 640
