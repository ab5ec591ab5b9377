"""A template adopted in Settings holds for the visit that is open, and is remembered by the device."""

import pytest
from PySide6.QtCore import QSettings
from template_files import house_template

from ui.settings import load
from ui.workspace.reporting import Reporting

HOUSE = "Northmere report.docx"


def open_visit(qtbot, person):
    qtbot.waitUntil(lambda: person.session.workspace is not None, timeout=20000)
    visit = next(one for one in person.session.workspace.visits.all() if "Quillmoor" in one.school)
    person.session.open_visit(visit.id, "report")
    return person.window.frame.desk


def adopt(qtbot, person, path):
    person.wishes.carry_out("settings")
    qtbot.waitUntil(lambda: bool(cards(person)))
    card = cards(person)[0]
    line = next(one for one in card.lines if one.framework.code == person.record.framework.code)
    card.offer(line, path)
    qtbot.waitUntil(lambda: card.sheet.use_button.isVisible(), timeout=20000)
    card.sheet.use_button.click()
    qtbot.waitUntil(lambda: line.template is not None, timeout=20000)


def cards(person):
    from ui.pages.settings.template_card import TemplateCard

    return person.window.findChildren(TemplateCard)


@pytest.fixture
def house(tmp_path):
    path = tmp_path / HOUSE
    path.write_bytes(house_template())
    return path


def test_the_open_visit_goes_by_it_at_once_and_so_does_the_next_sitting(qtbot, person, house, tmp_path):
    desk = open_visit(qtbot, person)
    assert Reporting(desk).template_name() == ""
    adopt(qtbot, person, house)
    assert Reporting(desk).template_name() == HOUSE
    assert HOUSE in load(QSettings()).templates
    assert list((tmp_path / "data").rglob("templates/*.docx"))
    person.session.lock()
    person.session.open_sample()
    desk = open_visit(qtbot, person)
    look = Reporting(desk).find_look()()
    assert (look.name, look.trouble, look.content) == (HOUSE, "", house_template())
