"""What Visits says needs somebody: next steps that press, and what is waited for after a visit."""

from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from ui_support import shown

from ui.pages.home.groups import lines
from ui.pages.home.needs import MOST_REMINDERS, needs
from ui.pages.home.side import HomeSide, NeedButton
from ui.widgets.buttons import Button
from ui.workspace.listing import VisitSummary

TODAY = date(2026, 1, 9)
DONE = frozenset({"prepare", "plan", "capture", "summary", "report"})
SENT = (("sent.headteacher", "2025-12-04"),)


def visit(school, starts="2025-11-20", **fields):
    plain = {
        "phase": "primary",
        "town": "",
        "programme": "walk",
        "ends_on": starts,
        "closed": False,
        "enquiry": "",
        "agreed_on": "2025-11-01",
        "notes": 9,
        "findings": 3,
        "open_actions": 0,
        "stages_done": DONE,
        "said": SENT,
    }
    return VisitSummary(school, school, starts_on=starts, **{**plain, **fields})


def said(*visits, today=TODAY):
    found, more = needs(lines(visits, today), today)
    return [(one.words, one.school, one.when) for one in found], more


def test_late_actions_are_counted_and_say_how_late_the_first_is():
    late = visit("Sallowfield", waiting=(("2025-12-05", ""), ("2025-12-19", "")), open_actions=2)
    assert said(late) == ([("2 actions late", "Sallowfield", "5 weeks late")], 0)


def test_each_thing_that_is_waited_for_has_its_own_words():
    waiting = visit(
        "Sallowfield",
        waiting=(("2026-02-01", "2026-01-08"),),
        said=(("criterion.b", "watch"), ("watch.b", "2026-01-09"), ("watch.c", "2025-12-01")),
        agenda_months=12,
        wants_second_visit=True,
    )
    found, _ = said(waiting)
    assert found == [
        ("1 first step late", "Sallowfield", "1 day late"),
        ("Send the report", "Sallowfield", ""),
        ("Look again at 1 criterion", "Sallowfield", "today"),
        ("Plan the meeting on the report", "Sallowfield", ""),
        ("Plan the second visit", "Sallowfield", ""),
    ]


def test_what_the_school_promised_stands_before_what_the_programme_asks():
    asked = visit("Oxmarsh", agenda_months=12)
    late = visit("Sallowfield", waiting=(("2025-12-05", ""),))
    assert [words for words, _, _ in said(asked, late)[0]] == ["1 action late", "Plan the meeting on the report"]


def test_a_visit_with_reminders_does_not_also_count_its_open_actions():
    late = visit("Sallowfield", waiting=(("2025-12-05", ""),), open_actions=1)
    on_time = visit("Oxmarsh", waiting=(("2026-02-05", ""),), open_actions=1)
    assert [words for words, _, _ in said(late, on_time)[0]] == ["1 action open", "1 action late"]


def test_a_visit_that_is_closed_or_followed_is_left_alone():
    waiting = {"waiting": (("2025-12-05", ""),), "agenda_months": 12}
    assert said(visit("Closed", closed=True, **waiting)) == ([], 0)
    found, _ = said(visit("Followed", is_followed=True, **waiting))
    assert [words for words, _, _ in found] == ["No action open: it can be closed"]


def test_more_than_fit_are_counted():
    many = [visit(f"School {n}", waiting=(("2025-12-05", ""),)) for n in range(MOST_REMINDERS + 2)]
    found, more = said(*many)
    assert (len(found), more) == (MOST_REMINDERS, 2)


def test_steps_left_out_are_counted_with_the_reminders_and_none_is_left_out_when_all_are_wanted():
    coming = [visit(f"School {n}", "2026-01-12", stages_done=frozenset(), agreed_on="", said=()) for n in range(6)]
    found, more = needs(lines(coming, TODAY), TODAY)
    assert (len(found), more) == (3, 3)
    found, more = needs(lines(coming, TODAY), TODAY, whole=True)
    assert (len(found), more) == (6, 0)


def test_a_press_shows_all_that_needs_somebody_and_another_the_few_again(qtbot, look):
    coming = [visit(f"School {n}", "2026-01-12", stages_done=frozenset(), agreed_on="", said=()) for n in range(6)]
    side = shown(qtbot, HomeSide())
    side.show_needs(lines(coming, TODAY), datetime(2026, 1, 9, 9, tzinfo=UTC))
    for words, count in (("Show 3 more", 6), ("Show fewer", 3)):
        qtbot.waitUntil(lambda words=words: [one for one in visible(side, Button) if one.text() == words] != [])
        (button,) = [one for one in visible(side, Button) if one.text() == words]
        qtbot.keyClick(button, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda count=count: len(visible(side, NeedButton)) == count)
        assert QApplication.focusWidget().text() in ("Show fewer", "Show 3 more")


def visible(side, kind):
    return [one for one in side.findChildren(kind) if one.isVisible()]
