"""A team in pairs: Capture follows the pair of whoever works at this device, and says when a slot is another's."""

import pytest
from capture_desk import VISIT, OpenDesk, slot
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui_support import shown

from ui.pages.capture.page import CapturePage
from ui.widgets.text import Text
from visitapp.domain.visit import Reviewer
from visitapp.domain.weighing import Member

ROWAN, ELM = Member("m1", VISIT, "B. Rowan", "Peer"), Member("m2", VISIT, "C. Elm", "Peer")
PAIRS = (
    slot("walk", 600, 700, "walk", team=("m1",)),
    slot("y4", 605, 660, "walk", years=("y4",), subject="mathematics", part_of="walk"),
    slot("leaders", 610, 700, "leaders", team=("m2",)),
    slot("voice", 720, 760, "voice"),
)

pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def make(qtbot, tmp_path):
    """Return a way to open Capture as a person of the settings."""
    made = []

    def opened_by(name):
        made.append(OpenDesk(tmp_path, slots=PAIRS))
        desk = made[-1].desk
        desk.put("Team", ROWAN, ELM)
        desk.person = lambda: Reviewer("here", name) if name else None
        page = CapturePage(desk)
        page.resize(1208, 740)
        shown(qtbot, page)
        page.take_focus()
        return page

    yield opened_by
    for one in made:
        one.close()


def current(page):
    return page.panes()[2].context.slot_id


def said(page):
    return [one.text() for one in page.panes()[0].findChildren(Text) if one.isVisible() and one.text()]


@pytest.mark.parametrize(("name", "wanted"), [("B. Rowan", "y4"), ("C. Elm", "leaders"), ("", "y4")])
def test_the_slot_in_hand_is_that_of_ones_own_pair(make, name, wanted):
    assert current(make(name)) == wanted


def test_ones_own_slot_says_no_names(make):
    assert not [one for one in said(make("B. Rowan")) if one.startswith("For ")]


def test_a_slot_of_others_says_whose_it_is(make):
    page = make("C. Elm")
    page._start(page.desk.record.find("slot", "y4"))
    assert "For B. Rowan" in said(page)


def test_the_next_slot_is_the_next_of_ones_own_pair(make):
    page = make("B. Rowan")
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert current(page) == "voice"
