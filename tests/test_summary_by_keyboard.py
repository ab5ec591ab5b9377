"""Summary, judgement and follow-up with nothing but the keyboard: no task takes more keys than it may."""

import pytest
from after_routes import AFTER, MEASURES, PEER
from person import Person
from plan_routes import PLAN
from PySide6.QtWidgets import QApplication
from routes import SALLOWFIELD, KeyWalker
from summary_routes import FINDINGS, JUDGEMENT

from ui.pages.present.window import PresentWindow
from ui.widgets.checks import StateRow

ROUTES = {
    "the day plan": PLAN,
    "findings": FINDINGS,
    "judgement": JUDGEMENT,
    "peer review": PEER,
    "indicators": MEASURES,
    "afterwards": AFTER,
}
"""What is done after each other on one sample, for some of it stands on what was done before."""


@pytest.fixture
def walker(qapp, tmp_path):
    person = Person(tmp_path)
    person.window.resize(1280, 800)
    person.session.open_sample()
    person.hands.wait_until(lambda: person.session.workspace is not None, "opening the sample")
    yield KeyWalker(person)
    person.leave()


@pytest.mark.parametrize("group", ROUTES)
def test_each_task_is_done_in_no_more_keys_than_it_may_take(walker, group):
    for route in ROUTES[group]:
        walker.begin(route)
        before = walker.told(route)
        took = walker.take(route)
        assert walker.told(route) != before, route.task
        assert took <= route.most_keys, route.task


def test_the_focus_stays_on_a_finding_that_took_another_in(walker):
    merging = next(one for one in FINDINGS if one.task == "merge two findings")
    walker.begin(merging)
    walker.take(merging)
    assert walker.person.focused_name().startswith("Strength: ")


@pytest.fixture
def summary(walker):
    """Stand on the findings of a visit whose decision is open again."""
    walker.begin(next(one for one in FINDINGS if one.visit == SALLOWFIELD))
    walker.person.window.frame.desk.answer("Decision taken back", "decision", None)
    walker.hands.settle()
    return walker


def test_what_is_still_open_is_gone_to_from_the_read_back(summary):
    person, hands = summary.person, summary.hands
    before = hands.pressed
    hands.press("Ctrl+K")
    hands.write("Read back")
    hands.press("Return")
    hands.tab_to("", StateRow)
    first = person.focused_name()
    hands.press("Return")
    assert first
    assert person.focused_name() != first
    assert hands.pressed - before <= 8


def test_what_is_shown_goes_on_and_back_and_ends_by_keys(summary):
    hands = summary.hands
    hands.press("F5")
    shown = summary.person.window.findChild(PresentWindow)
    places = [shown.page]
    for key in ("Right", "Left", "End", "Home"):
        hands.press(key)
        places.append(shown.page)
    assert places == [0, 1, 0, len(shown.pages) - 1, 0]
    hands.press("Escape")
    assert QApplication.activeModalWidget() is None
