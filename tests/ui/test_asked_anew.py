"""A visit whose context, commissioning or school changes is asked other things on every page, and loses nothing."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication

from ui.app.making import make_session
from ui.demo.hands import Hands
from ui.main_window.window import MainWindow
from ui.parts.check_list import CheckList
from ui.parts.decision_card import DecisionCard
from ui.parts.fact_form import FactForm
from ui.parts.results_card import ResultsCard
from ui.theme.theme import theme
from ui.theme.tokens import DESK, LIGHT
from ui.widgets.checks import CheckRow
from ui.widgets.text import Text
from visitapp.domain.stages import STAGES

PRIMARY, PEER = "Sallowfield Primary School", "Quillmoor Primary Academy"
WALK = (("purchased", "support-likely"), ("academy", "support-finished"), ("out-of-county", ""), ("", ""))
PLACES = [*STAGES, "summary:judgement", "summary:readback", "summary:actions"]


@pytest.fixture(scope="module")
def session(qapp, tmp_path_factory):
    """The real window on the sample vault."""
    folder = tmp_path_factory.mktemp("asked")
    session, wishes = make_session(MainWindow(), folder / "vault", folder / "sample")
    session.clock = lambda: datetime(2025, 11, 20, 10, 42, tzinfo=UTC)
    session.start()
    session.window.resize(1280, 800)
    session.window.show()
    session.hands = Hands(session.window)
    session.open_sample()
    session.hands.wait_until(lambda: session.workspace is not None, "opening the sample vault")
    session.hands.wishes = wishes
    yield session
    session.close()
    session.window.deleteLater()
    theme().apply(LIGHT, DESK, 1.0)


@pytest.fixture
def open_visit(session):
    """Give a function that opens the sample visit of a school at a place, and puts it back as it was."""
    opened = []

    def open_at(school, place):
        found = next(
            one
            for one in session.workspace.visits.all()
            if (one.school, one.starts_on >= "2025-11-20") == (school, True)
        )
        session.open_visit(found.id, "capture")
        frame = session.window.frame
        stage, _, inside = place.partition(":")
        frame.show_stage(stage, inside)
        settle(session)
        opened.append((frame.desk, frame.desk.record.visit, frame.desk.record.school))
        return frame

    yield open_at
    for desk, visit, school in opened:
        desk.put("As it was", visit, school)
        settle(session)


def settle(session):
    for _ in range(3):
        session.hands.settle()


def ask(session, frame, **fields):
    """Change the visit as Prepare does."""
    frame.desk.put("Changed", replace(frame.desk.record.visit, **fields))
    settle(session)


def of_school(session, frame, low, high):
    details = json.dumps({"youngest": low, "oldest": high})
    frame.desk.put("Matched", replace(frame.desk.record.school, details=details))
    settle(session)


def words(widget):
    return [one.text() for one in widget.findChildren(Text) if one.isVisibleTo(widget.window())]


def ticks(frame):
    return [one.text() for one in frame.page.findChild(CheckList).findChildren(CheckRow) if one.isVisible()]


@pytest.mark.parametrize("place", PLACES)
def test_whatever_page_is_open_is_asked_by_how_the_visit_came_about(session, open_visit, place):
    frame = open_visit(PRIMARY, place)
    for way, context in WALK:
        ask(session, frame, commissioned=way, context=context)
        assert frame.stage == place.partition(":")[0]
    assert frame.page.isVisible()


@pytest.mark.parametrize("place", STAGES)
def test_a_page_of_another_programme_takes_its_contexts_too(session, open_visit, place):
    frame = open_visit(PEER, place)
    for context in ("without-estimate", "with-estimate"):
        ask(session, frame, context=context)
        assert frame.stage == place


def test_the_reading_list_follows_at_once_and_keeps_what_was_read(session, open_visit):
    frame = open_visit(PRIMARY, "prepare")
    assert "Predictions for 2026" in ticks(frame)
    assert "The trust's own view" not in ticks(frame)
    ask(session, frame, commissioned="academy")
    assert "The trust's own view" in ticks(frame)
    ask(session, frame, commissioned="out-of-county")
    assert "The trust's own view" not in ticks(frame)
    assert "District review concerns" in ticks(frame)
    read = frame.desk.record.answer("check.district-concerns")
    frame.desk.put("Taken off", replace(read, value=False, note=""))
    settle(session)
    assert "District review concerns" not in ticks(frame)
    frame.desk.put("As it was", read)
    settle(session)
    assert "The programme asks" not in words(frame.page)


def test_tab_still_goes_through_the_page_from_left_to_right(session, open_visit):
    frame = open_visit(PRIMARY, "prepare")
    ask(session, frame, commissioned="academy")
    places, widget = [], frame.page.findChild(CheckRow)
    panes = frame.page.panes()
    for _ in range(300):
        widget = widget.nextInFocusChain()
        pane = next((at for at, one in enumerate(panes) if one.isAncestorOf(widget)), None)
        if pane is not None and widget.focusPolicy() and widget.isVisible():
            places.append(pane)
    first_side = places.index(2)
    assert places[:first_side] == sorted(places[:first_side])


def test_the_decision_goes_and_comes_back_with_all_that_was_said(session, open_visit):
    frame = open_visit(PRIMARY, "summary:judgement")
    assert frame.page.findChild(DecisionCard).isVisible()
    before = frame.desk.record
    ask(session, frame, commissioned="out-of-county")
    frame.show_stage("summary", "judgement")
    settle(session)
    assert not any(one.isVisible() for one in frame.page.findChildren(DecisionCard))
    frame.desk.undo()
    session.hands.wait_until(lambda: frame.desk.record.visit.commissioned == "funded", "undoing")
    settle(session)
    frame.show_stage("summary", "judgement")
    settle(session)
    assert frame.page.findChild(DecisionCard).isVisible()
    assert frame.desk.record.answer("decision") == before.answer("decision")


def test_the_facts_and_charts_are_those_of_the_schools_ages(session, open_visit):
    frame = open_visit(PEER, "prepare")
    form = frame.page.findChild(FactForm)
    assert form.field("on-roll").isVisibleTo(frame)
    of_school(session, frame, 4, 7)
    shown = next(one for one in frame.page.findChildren(FactForm) if one.isVisibleTo(frame))
    told = frame.desk.record
    for code in ("rwm-last-year", "phonics-last-year"):
        typed = told.answer(f"fact.{code}").value is not None
        there = code in {one.code for one in told.framework.school_facts}
        assert there == (typed or code == "phonics-last-year")
        assert not there or shown.field(code).isVisibleTo(frame)


@pytest.mark.parametrize(("low", "high", "charts"), [(4, 7, 1), (7, 11, 2), (4, 11, 3), (11, 16, 0)])
def test_a_chart_is_drawn_where_there_are_pupils_to_measure(session, open_visit, low, high, charts):
    frame = open_visit(PRIMARY, "prepare")
    desk = frame.desk
    figures = desk.record.living("figure")
    desk.remove("Figures taken away", *figures)
    of_school(session, frame, low, high)
    card = frame.page.findChild(ResultsCard)
    shown = [
        one.isHidden() for one in (*(line.parentWidget() for line in card.lines.values()), card.gaps.parentWidget())
    ]
    assert shown.count(False) == charts
    desk.put("Figures back", *figures)
    settle(session)
    shown = [
        one.isHidden() for one in (*(line.parentWidget() for line in card.lines.values()), card.gaps.parentWidget())
    ]
    assert shown.count(False) == 3


def test_a_page_that_changes_nothing_is_left_as_it_is(session, open_visit):
    frame = open_visit(PRIMARY, "plan")
    page = frame.page
    frame.desk.answer("Said", "enquiry.school", True)
    settle(session)
    assert frame.page is page
    QApplication.processEvents()
