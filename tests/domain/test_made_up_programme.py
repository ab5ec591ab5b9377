"""A visit of a programme nobody has heard of, from plan to report: what a framework file alone can bring about."""

from datetime import UTC, datetime

import pytest
from sample_records import begun, changed, holding, made_up_programme, reading, saying

from visitapp.domain.checks import check_results, is_ready
from visitapp.domain.composition import compose_report
from visitapp.domain.coverage import coverage_of
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Action, Finding, Support, support_id
from visitapp.domain.gaps import most_useful_gap
from visitapp.domain.grammar import completions, grammar_of, parse
from visitapp.domain.planning import lessons_of, plan_results
from visitapp.domain.report import Table
from visitapp.domain.stages import stage_states
from visitapp.domain.visit import Slot

TYPED = (
    ("* A boy of nine lends his friend the second volume #y4 #re #nook", 10),
    ("~ Thin books only below the window #wider #pp", 20),
    ("Two pupils read aloud to each other #pin", 25),
)
STORY = {
    "bright": "Pupils lend each other books.",
    "dusty": "It would help if longer books stood where pupils sit.",
}


def begin():
    return begun(made_up_programme(), agreed_on="2025-11-19")


def plan(record):
    browsing = Slot("s1", "visit", 1, 600, 650, "browsing", people="Class teachers")
    lesson = Slot(
        "s2", "visit", 1, 600, 620, "browsing", years=("y4",), subject="reading", groups=("pp",), part_of="s1"
    )
    talk = Slot("s3", "visit", 1, 660, 680, "talk", people="The librarian and the headteacher")
    return holding(record, browsing, lesson, talk)


def capture(record):
    grammar = grammar_of(record.framework)
    for typed, minute in TYPED:
        found = parse(typed, grammar)
        number = record.next_note_number()
        note = Note(
            f"n{number}", "visit", number, found.text, found.marker, "lesson", found.years, found.subject,
            found.strand or "choice", found.groups, "browsing", "s2", "choosing", found.pinned,
            taken_at=f"2025-11-20T10:{minute}:00+00:00",
        )  # fmt: skip
        record = holding(record, note)
    return record


def sum_up(record):
    for number, (kind, text) in enumerate(STORY.items(), 1):
        link = Support(support_id(kind, f"n{number}"), "visit", kind, f"n{number}")
        record = holding(record, Finding(kind, "visit", kind, text=text, position=1.0), link)
    record = holding(
        record, Action("a1", "visit", "Move the shelves", "dusty", "soon", "Librarian", "Measure the wall")
    )
    return saying(record, decision="lends", estimate__stock="rich", fact__books="2,400")


def write(record):
    record = reading(record, "room", "A warm room with books to the ceiling.\n- two armchairs\n- one lamp")
    record = reading(record, "verdict", "Come again in spring.")
    return saying(record, field__librarian__role="Teaching assistant", field__librarian__trained="no")


@pytest.fixture
def record():
    return write(sum_up(capture(plan(begin()))))


def test_the_plan_meets_the_programmes_own_rules():
    before, after = begin(), plan(begin())
    assert [one.rule.code for one in plan_results(before) if one.met] == ["day-before"]
    assert all(one.met for one in plan_results(after))
    assert [one.id for one in lessons_of(after, "browsing")] == ["s2"]


def test_its_own_signs_and_tags_are_read_and_nobody_elses():
    grammar = grammar_of(made_up_programme())
    first = parse(TYPED[0][0], grammar)
    assert (first.marker, first.strand, first.years, first.subject) == ("bright", "place", ("y4",), "reading")
    assert parse("+ A bright room", grammar).text == "+ A bright room"
    assert completions("pi", grammar) == ("pin", "pick")


def test_notes_fill_its_own_columns_and_years(record):
    coverage = coverage_of(record)
    assert coverage.cells == {("y4", "reading"): 1}
    assert coverage.strands["place"] == {"strength": 1}
    assert most_useful_gap(record) == "Nothing from Year 3, and no visit is planned there."


def test_every_check_is_met_once_all_is_said(record):
    assert [one.check.code for one in check_results(record) if not one.met] == []
    assert is_ready(record)


def test_each_step_brings_the_visit_nearer_to_ready():
    steps = [begin, lambda: plan(begin()), lambda: sum_up(capture(plan(begin())))]
    unmet = [sum(not one.met for one in check_results(step())) for step in steps]
    assert unmet[0] == unmet[1] > unmet[2] > 0


def test_a_verdict_that_needs_reasons_asks_for_them(record):
    stores = saying(record, decision="stores")
    assert [one.check.code for one in check_results(stores) if not one.met] == ["verdict-reasons"]
    answered = changed(stores, "answer", stores.answer("decision").id, note="The door was locked.")
    assert is_ready(answered)


def test_the_report_says_all_of_it_in_the_programmes_order(record):
    report = compose_report(record, 1, "FINAL", datetime(2025, 11, 20, 15, tzinfo=UTC))
    headings = [(one.number, one.heading, one.level) for one in report.sections]
    assert report.title == "Library Walk Report"
    assert headings == [
        ("1", "The room", 1),
        ("2", "What was found", 1),
        ("", "Bright spots", 2),
        ("", "Dusty corners", 2),
        ("3", "Who runs it", 1),
        ("4", "Verdict and what comes next", 1),
    ]
    said = list(report.texts().values())
    assert [text for text in STORY.values() if text not in said] == []
    assert {"The library is used every day.", "Come again in spring.", "Not trained", "two armchairs"} <= set(said)
    assert dict(report.front)["State of the stock"] == "Rich"
    assert dict(report.front)["Kind of visit"] == "First walk"


def test_its_actions_carry_its_own_urgencies(record):
    report = compose_report(record, 1, "DRAFT", datetime(2025, 11, 20, 15, tzinfo=UTC))
    table = next(one for one in report.sections[-1].blocks if isinstance(one, Table))
    assert table.rows == (("1. Move the shelves", "Soon", "Librarian", "Measure the wall", "Not set"),)


def test_its_stages_come_along(record):
    states = stage_states(saying(record, check__lending=True))
    assert states == {
        "prepare": "done",
        "plan": "done",
        "capture": "part",
        "summary": "part",
        "report": "part",
        "followup": "todo",
    }
