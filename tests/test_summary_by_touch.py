"""Summary, judgement and follow-up with a finger: words are typed, all else is tapped, and nothing is dragged."""

import pytest
from after_routes import AFTER, MEASURES, PEER
from person import Person
from plan_routes import PLAN
from PySide6.QtWidgets import QApplication
from routes import MOST_SWIPES, SALLOWFIELD, TapWalker
from summary_routes import FINDINGS, JUDGEMENT

from ui.pages.present.window import PresentWindow
from ui.theme.theme import theme
from ui.theme.tokens import DESK, LIGHT
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
    usual = QApplication.doubleClickInterval()
    person = Person(tmp_path, touch=True)
    person.window.resize(1280, 800)
    person.session.open_sample()
    person.hands.wait_until(lambda: person.session.workspace is not None, "opening the sample")
    yield TapWalker(person)
    person.leave()
    QApplication.setDoubleClickInterval(usual)
    theme().apply(LIGHT, DESK, 1.0)


@pytest.mark.qt_log_ignore("could not find the target for gesture")  # a tap may put away what it was on
@pytest.mark.parametrize("group", ROUTES)
def test_each_task_is_done_in_no_more_taps_than_it_may_take(walker, group):
    for route in ROUTES[group]:
        walker.begin(route)
        before = walker.told(route)
        took = walker.take(route)
        assert walker.told(route) != before, route.task
        assert took <= route.most_taps, route.task
        assert walker.swipes < MOST_SWIPES, route.task
        assert walker.small == [], route.task


@pytest.fixture
def summary(walker):
    """Stand on the findings of a visit whose decision is open again."""
    walker.begin(next(one for one in FINDINGS if one.visit == SALLOWFIELD))
    walker.person.window.frame.desk.answer("Decision taken back", "decision", None)
    walker.hands.settle()
    return walker


def test_what_is_still_open_is_gone_to_from_the_read_back(summary):
    page = summary.person.window.frame.page
    summary.person.pointer.press("Read back")
    line = next(one for one in page.findChildren(StateRow) if one.isVisible())
    summary.person.pointer.press_at(line, line.rect().center())
    assert not line.isVisible()


def test_what_is_shown_goes_on_and_back_and_ends_by_taps(summary):
    summary.person.pointer.press("Present")
    shown = summary.person.window.findChild(PresentWindow)
    places = []
    for button in (shown.foot.on, shown.foot.back):
        summary.person.pointer.press_at(button, button.rect().center())
        places.append(shown.page)
    assert places == [1, 0]
    summary.person.pointer.press_at(shown.foot.leave, shown.foot.leave.rect().center())
    assert QApplication.activeModalWidget() is None
