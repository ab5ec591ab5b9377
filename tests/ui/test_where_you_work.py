"""Authorities are named as people name them, before any register was read in too."""

import pytest
from ui_support import shown

from ui.pages.library.authorities import Authorities
from ui.widgets.chips import Chip
from ui.widgets.text import Text

pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def where(qtbot):
    made = Authorities()
    made.told = []
    made.changed.connect(made.told.append)
    made.show_known((), ())
    return shown(qtbot, made)


def write(qtbot, where, text):
    where.field.edit.setFocus()
    where.field.edit.selectAll()
    qtbot.keyClicks(where.field.edit, text)
    where.field.edit.editingFinished.emit()


def words(where):
    return " | ".join(one.text() for one in where.findChildren(Text) if one.isVisibleTo(where))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hampshire", "850"),
        ("hamps", "850"),
        ("850", "850"),
        ("St Helens", "342"),
        ("bristol", "801"),
        ("hull", "810"),
        ("Durham", "840"),
        ("dorset", "838"),
    ],
)
def test_a_name_is_understood_before_any_register_was_read_in(qtbot, where, text, code):
    write(qtbot, where, text)
    assert where.told == [(code,)]
    assert where.field.text() == ""


def test_a_chosen_authority_stands_there_by_its_name(qtbot, where):
    write(qtbot, where, "Hampshire")
    assert [one.text() for one in where.findChildren(Chip)] == ["Hampshire"]


def test_what_may_mean_several_is_asked_back_with_their_names(qtbot, where):
    write(qtbot, where, "kingston")
    assert where.told == []
    assert "Which of these: Kingston upon Hull, City of; Kingston upon Thames?" in words(where)
    write(qtbot, where, "nowhere")
    assert "No authority is called that." in words(where)


def test_the_complaint_goes_once_what_is_written_is_understood(qtbot, where):
    write(qtbot, where, "Northmere")
    assert "No authority is called that." in words(where)
    where.show_known((("999", "Northmere", 12),), ())
    assert "No authority is called that." not in words(where)
    next(one for one in where.findChildren(Chip) if one.text() == "Northmere").click()
    assert where.told == [("999",)]
    assert where.field.text() == ""


def test_the_complaint_goes_while_typing_goes_on(qtbot, where):
    write(qtbot, where, "kingston")
    where.field.edit.setCursorPosition(len(where.field.text()))
    qtbot.keyClicks(where.field.edit, " upon t")
    assert "Which of these" not in words(where)
