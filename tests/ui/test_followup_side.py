"""Beside the actions: the meeting, the second visit, support with what it changed, and what is watched."""

from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit
from stage_desk import DECISION, VISIT, framework, vault
from ui_support import accessible_name, shown

from ui.pages.followup import FollowUpPage
from ui.theme.theme import theme
from ui.theme.tokens import TOUCH
from ui.widgets.buttons import Button, IconButton
from ui.widgets.checks import CheckRow
from ui.widgets.tags import Tag
from ui.widgets.text import Text
from visitapp.domain.followed import support_days
from visitapp.domain.following import SupportDay
from visitapp.domain.framework import Criterion, FollowUp, Judgement, Option
from visitapp.domain.visit import Answer, Visit, answer_id

Key = Qt.Key
NOW = datetime(2026, 1, 9, 9, 12, tzinfo=UTC)
ASKED = FollowUp("Governing body", "Once a year.", 12, ("follow",), "Two visits a year.", "Support days", "To watch")
WATCHING = Judgement(
    "Judgement",
    criteria=(Criterion("a", "a", "Outcomes", "Outcomes fall"), Criterion("b", "b", "Leaders", "Leaders leave")),
    criterion_values=(Option("no", "No"), Option("watch", "Watch"), Option("yes", "Yes")),
    decision=DECISION,
)
SUPPORT = SupportDay("s1", VISIT, "2025-12-04", 0.5, "Mathematics adviser", "Visit lessons", "Reteaching seen", True)


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def opened(qtbot, tmp_path):
    """Give a function that shows the page of a visit of a programme that asks for everything."""
    with ExitStack() as stack:

        def open_page(*before, context="", **programme):
            asking = framework(**{"follow_up": ASKED, "judgement": WATCHING, **programme})
            begun = Visit(VISIT, "school-1", "framework-1", "Visit", "2025-11-20", "2025-11-20", context=context)
            kept = stack.enter_context(vault(tmp_path, asking, before=before, now=NOW, visit=begun))
            page = FollowUpPage(kept.desk)
            page.resize(1208, 580)
            return shown(qtbot, page), kept

        yield open_page


def named(page, kind, words):
    return next(one for one in page.findChildren(kind) if words in accessible_name(one) and one.isVisibleTo(page))


def words(page):
    return [one.text() for one in page.findChildren(Text) if one.isVisibleTo(page)]


def tags(page):
    return [one.text() for one in page.findChildren(Tag) if one.isVisibleTo(page)]


def press(qtbot, widget, key=Key.Key_Space):
    widget.setFocus()
    qtbot.keyClick(widget, key)


def set_day(qtbot, page, name, day):
    press(qtbot, named(page, Button, name))
    field = named(page, QLineEdit, name)
    assert page.window().focusWidget() is field
    field.selectAll()
    qtbot.keyClicks(field, day)
    qtbot.keyClick(field, Key.Key_Return)


def answer(key, value, note=""):
    return Answer(answer_id(VISIT, key), VISIT, key, value, note)


def test_the_meeting_is_named_planned_and_then_discussed(qtbot, opened):
    page, kept = opened()
    assert "Not planned" in tags(page)
    assert "Once a year. By 20 Nov 2026." in words(page)
    which = named(page, QLineEdit, "Which meeting and item")
    which.setFocus()
    qtbot.keyClicks(which, "Full governing body, item 7")
    set_day(qtbot, page, "Meeting planned on", "27 Jan")
    assert "Planned" in tags(page)
    set_day(qtbot, page, "Discussed on", "8 Jan")
    assert "Discussed" in tags(page)
    record = kept.settled()
    planned = record.answer("agenda.planned")
    assert (planned.value, planned.note) == ("2026-01-27", "Full governing body, item 7")
    assert record.answer("agenda.discussed").value == "2026-01-08"


def test_a_meeting_that_is_past_asks_whether_the_report_was_discussed(qtbot, opened):
    page, _ = opened(answer("agenda.planned", "2026-01-08"))
    assert "Was it discussed?" in tags(page)


def test_a_programme_that_asks_for_no_meeting_shows_none(qtbot, opened):
    page, _ = opened(follow_up=FollowUp())
    assert not [one for one in page.findChildren(QLineEdit) if "meeting" in accessible_name(one)]


def test_a_second_visit_is_due_where_the_context_leads_to_one(qtbot, opened):
    page, kept = opened(context="follow")
    assert {"A second visit is due", "Two visits a year."} <= set(words(page))
    set_day(qtbot, page, "Second visit on", "2 Mar")
    assert "Second visit planned" in words(page)
    assert kept.settled().answer("second-visit").value == "2026-03-02"
    kept.desk.undo()
    qtbot.waitUntil(lambda: "A second visit is due" in words(page))


def test_a_second_visit_can_be_planned_where_none_is_due(qtbot, opened):
    page, kept = opened(context="full")
    assert {"No second visit planned", "Full visit"} <= set(words(page))
    set_day(qtbot, page, "Second visit on", "2 Mar")
    assert kept.settled().answer("second-visit").value == "2026-03-02"


def test_support_given_and_planned_is_counted_and_says_what_it_changed(qtbot, opened):
    planned = SupportDay("s2", VISIT, "2026-02-11", 1.0, "Adviser", "Look at books")
    page, _ = opened(SUPPORT, planned)
    assert "0.5 of 1.5 days given" in words(page)
    assert {"Given", "Planned"} <= set(tags(page))
    assert {"What changed: Reteaching seen", "0.5 days  \u00b7  4 Dec 2025  \u00b7  Mathematics adviser"} <= set(
        words(page)
    )


def test_support_is_planned_written_and_given(qtbot, opened):
    page, kept = opened()
    assert "None planned" in words(page)
    press(qtbot, named(page, Button, "Add support"))
    qtbot.waitUntil(lambda: accessible_name(page.window().focusWidget()) == "What the support is for")
    qtbot.keyClicks(page.window().focusWidget(), "Look at books")
    for name, text in (("Who supports", "Adviser"), ("How many days", "0.5"), ("Day of the support", "11 Feb")):
        field = named(page, QLineEdit, name)
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Key.Key_Return)
    changed = named(page, QPlainTextEdit, "What it changed")
    changed.setFocus()
    qtbot.keyClicks(changed, "Checks are used")
    press(qtbot, named(page, CheckRow, "Given"))
    press(qtbot, named(page, Button, "Done with this support"))
    (one,) = support_days(kept.settled())
    assert (one.purpose, one.by, one.days, one.on) == ("Look at books", "Adviser", 0.5, "2026-02-11")
    assert (one.impact, one.given) == ("Checks are used", True)
    assert "0.5 of 0.5 days given" in words(page)


def test_a_number_of_days_that_is_none_is_ringed_and_not_taken(qtbot, opened):
    page, kept = opened(SUPPORT)
    press(qtbot, named(page, IconButton, "Change support: Visit lessons"))
    field = named(page, QLineEdit, "How many days")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "many")
    qtbot.keyClick(field, Key.Key_Return)
    assert field.accessibleDescription() == "Write a number of days, such as 0.5 or 2."
    assert support_days(kept.settled())[0].days == 0.5


def test_support_that_says_nothing_is_taken_away_again(qtbot, opened):
    page, kept = opened()
    press(qtbot, named(page, Button, "Add support"))
    qtbot.waitUntil(lambda: accessible_name(page.window().focusWidget()) == "What the support is for")
    qtbot.keyClick(page.window().focusWidget(), Key.Key_Escape)
    assert support_days(kept.settled()) == ()


def test_support_taken_away_comes_back_by_undo(qtbot, opened):
    page, kept = opened(SUPPORT)
    press(qtbot, named(page, IconButton, "Change support: Visit lessons"))
    press(qtbot, named(page, IconButton, "Take this support away"))
    assert support_days(kept.settled()) == ()
    kept.desk.undo()
    qtbot.waitUntil(lambda: "0.5 of 0.5 days given" in words(page))


def test_support_given_without_a_word_on_what_it_changed_says_so(qtbot, opened):
    page, _ = opened(replace(SUPPORT, impact=""))
    assert "Not said yet what it changed" in words(page)


def test_what_is_watched_stands_with_its_reason_and_a_day_to_look_again(qtbot, opened):
    page, kept = opened(answer("criterion.a", "watch", "Results fell."), answer("criterion.b", "no", "Stable."))
    assert {"To watch", "a. Outcomes", "Results fell."} <= set(words(page))
    assert "b. Leaders" not in words(page)
    set_day(qtbot, page, "Look again at a. Outcomes on", "11 Feb")
    assert kept.settled().answer("watch.a").value == "2026-02-11"
    kept.desk.answer("judged", "criterion.a", "no")
    qtbot.waitUntil(lambda: "To watch" not in words(page))


def test_all_of_it_has_names_and_is_large_enough_for_a_finger(qtbot, opened):
    theme().apply(metrics=TOUCH)
    page, _ = opened(SUPPORT, answer("criterion.a", "watch", "Results fell."), context="follow")
    controls = [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit)]
    seen = [one for one in controls if one.isVisible()]
    assert [one for one in seen if not accessible_name(one)] == []
    assert [
        accessible_name(one) for one in seen if one.height() < TOUCH.least and isinstance(one, QAbstractButton)
    ] == []
