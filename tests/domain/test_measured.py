"""What a record says of its indicators: values beside targets, what is due, how people rated them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests_support import bare_framework

from visitapp.domain.checks import check_results
from visitapp.domain.composition import compose_report
from visitapp.domain.evidence import Note
from visitapp.domain.followed import due_key, due_on
from visitapp.domain.following import Reading
from visitapp.domain.framework import (
    Aim,
    Check,
    Indicator,
    Measures,
    Rating,
    Rhythm,
    Section,
    SuccessCriterion,
)
from visitapp.domain.handover import compose_handover
from visitapp.domain.matters import matters
from visitapp.domain.measured import (
    NO_CRITERIA,
    YEARS,
    awaiting_rating,
    criteria,
    due_indicators,
    evidence_count,
    latest,
    rating,
    rating_counts,
    target,
    unexplained_ratings,
    years,
)
from visitapp.domain.record import VisitRecord
from visitapp.domain.report import Bullets, Paragraph, Table
from visitapp.domain.visit import Answer, School, Visit, answer_id
from visitapp.domain.weighing import Bearing

DAY = date(2025, 11, 20)
AT = datetime(2025, 11, 20, 16, tzinfo=UTC)
GROWTH = Aim("growth", "1", "Growth", criteria=(SuccessCriterion("one", "Two shelves.", "1-2"),))
ORDER = Aim("order", "2", "Order", criteria=(SuccessCriterion("two", "All in order.", "3-5"),))
BOOKS = Indicator("books", "growth", "Books on shelves", "Count", "month", "100")
LOANS = Indicator("loans", "growth", "Loans", "Count", "year", "10%")
DUST = Indicator("dust", "order", "Dust", "Look", "never", "None")
MEASURES = Measures(
    "Board",
    aims=(GROWTH, ORDER),
    rhythms=(Rhythm("month", "Monthly", 1), Rhythm("year", "Yearly", 12), Rhythm("never", "Once", 0)),
    indicators=(BOOKS, LOANS, DUST),
    ratings=(
        Rating("met", "Met", "", "strength", "circle-check"),
        Rating("missed", "Missed", "", "risk", "octagon-alert"),
    ),
)
FRAMEWORK = replace(
    bare_framework(),
    measures=MEASURES,
    outline=(Section("board", "Board", measures=True), Section("end", "End")),
    checks=(Check("rated", "due-indicators-rated", "Rated"), Check("why", "ratings-explained", "Reasons")),
)


def reading(number, code="books", on="2025-11-01", value="90", **more):
    return Reading(f"r{number}", "v", code, on, value, **more)


def record(*readings, answers=(), **shelves):
    visit = Visit("v", school_id="s", starts_on="2025-11-20", ends_on="2025-11-20")
    told = {answer_id("v", key): Answer(answer_id("v", key), "v", key, value) for key, value in answers}
    held = {"visit": {"v": visit}, "school": {"s": School("s", "A library")}, "answer": told}
    return VisitRecord(FRAMEWORK, "v", held | {"reading": {one.id: one for one in readings}} | shelves)


def codes(indicators):
    return [one.code for one in indicators]


def test_the_newest_value_is_shown_beside_the_target_it_was_measured_against():
    told = record(reading(1, on="2025-10-01", target="80"), reading(2, value="95", target="90"))
    assert latest(told, "books").value == "95"
    assert target(told, BOOKS) == "90"


def test_without_a_value_the_target_is_the_programmes():
    assert latest(record(), "books") is None
    assert target(record(reading(1, target=" ")), BOOKS) == target(record(), BOOKS) == "100"


def test_an_empty_line_begun_and_left_changes_nothing():
    told = record(reading(1, rating="met"), reading(2, on="2025-11-19", value=" "))
    assert latest(told, "books").id == "r1"
    assert due_on(told, BOOKS) == date(2025, 12, 1)


def test_a_new_value_is_unrated_until_somebody_rates_it():
    told = record(reading(1, on="2025-10-01", rating="met"), reading(2))
    assert rating(told, "books") == ""


@pytest.mark.parametrize("value", ["120", "0", "none at all"])
def test_no_value_ever_makes_a_rating(value):
    told = record(reading(1, value=value, target="100"))
    assert rating(told, "books") == ""
    assert [(one.code, one.count) for one in rating_counts(told)] == [("met", 0), ("missed", 0), ("", 3)]


def test_ratings_are_counted_with_their_base():
    told = record(reading(1, rating="met"), reading(2, "loans", rating="missed"))
    assert [(one.code, one.count, one.of) for one in rating_counts(told)] == [
        ("met", 1, 3),
        ("missed", 1, 3),
        ("", 1, 3),
    ]


def test_without_a_value_an_indicator_is_due_on_the_first_day_of_the_visit():
    assert due_on(record(), BOOKS) == DAY
    assert codes(due_indicators(record(), DAY)) == ["books", "loans"]
    assert codes(due_indicators(record(), DAY - timedelta(days=1))) == []


def test_an_indicator_without_a_rhythm_is_never_due():
    assert due_on(record(), DUST) is None


def test_a_value_is_good_for_its_rhythm():
    told = record(reading(1, on="2025-10-31"), reading(2, "loans", "2025-10-31"))
    assert due_on(told, BOOKS) == date(2025, 11, 30)
    assert due_on(told, LOANS) == date(2026, 10, 31)
    assert codes(due_indicators(told, date(2025, 11, 30))) == ["books"]


def test_people_may_choose_the_day_to_look_again_until_there_is_a_value_after_it():
    answers = ((due_key("loans"), "2026-03-01"),)
    assert due_on(record(answers=answers), LOANS) == date(2026, 3, 1)
    assert due_on(record(reading(1, "loans", "2025-12-01"), answers=answers), LOANS) == date(2026, 3, 1)
    assert due_on(record(reading(1, "loans", "2026-03-02"), answers=answers), LOANS) == date(2027, 3, 2)


@pytest.mark.parametrize("day", ["", "soon", "2025-02-30"])
def test_a_day_that_is_none_is_passed_over(day):
    assert due_on(record(reading(1, on=day), answers=((due_key("books"), day),)), BOOKS) == DAY


def test_what_is_due_awaits_a_rating_made_during_the_visit():
    assert codes(awaiting_rating(record(), DAY)) == ["books", "loans"]
    said = reading(1, "loans", "2025-11-20", value="", rating="missed")
    assert codes(awaiting_rating(record(said), DAY)) == ["books"]


def test_a_value_nobody_rated_awaits_a_rating_even_when_nothing_is_due():
    assert codes(awaiting_rating(record(reading(1, "dust")), DAY - timedelta(days=1))) == ["dust"]


def test_a_rating_without_a_reason_is_named():
    told = record(reading(1, rating="met", reason=" "), reading(2, "loans", rating="met", reason="Counted twice."))
    assert codes(unexplained_ratings(told)) == ["books"]


def test_the_first_stretch_of_years_is_looked_at_until_another_is_chosen():
    assert [years(record()), years(record(answers=((YEARS, "3-5"),)))] == ["1-2", "3-5"]
    assert [one.code for one in criteria(record(), GROWTH)] == ["one"]
    assert criteria(record(), ORDER) == ()
    assert years(record(answers=((YEARS, NO_CRITERIA),))) == ""
    assert years(record(answers=((YEARS, "6-9"),))) == "1-2"


def test_evidence_is_counted_by_what_still_exists():
    bearings = {
        number: Bearing(number, "v", "indicator.books", note_id=f"n{number}", deleted=number == "3")
        for number in "1234"
    }
    notes = {f"n{number}": Note(f"n{number}", "v", text="Seen.", deleted=number == "2") for number in "123"}
    told = record(bearing=bearings, note=notes)
    assert (evidence_count(told, "books"), evidence_count(told, "loans")) == (1, 0)


def test_what_is_missing_stands_in_the_one_list_and_in_the_checks():
    told = record(reading(1, rating="met"))
    said = [(one.kind, one.about) for one in matters(told) if one.place == "summary:measures"]
    assert said == [("indicator-unrated", "indicator.loans"), ("rating-without-reason", "indicator.books")]
    assert [(one.met, one.note, one.place) for one in check_results(told)] == [
        (False, "1 of 3 indicators not rated yet", "summary:measures"),
        (False, "1 of 3 indicators rated without a reason", "summary:measures"),
    ]


def composed(told):
    report = compose_report(told, 1, "DRAFT", datetime(2025, 11, 20, tzinfo=UTC))
    return {one.id: one for one in report.sections}


def test_the_report_counts_the_ratings_and_has_a_table_for_each_aim():
    sections = composed(record(reading(1, rating="met", target="90", reason="Counted.")))
    said, ratings = sections["section.board"].blocks
    assert sum(ratings.chart.values) == sum(int(row[1]) for row in ratings.rows)
    assert said.text == "Met: 1 of 3 indicators. Not rated: 2 of 3 indicators."
    lead, bullets, table = sections["section.board.growth"].blocks
    assert isinstance(lead, Paragraph)
    assert lead.text == "Criteria of success for years 1 to 2"
    assert isinstance(bullets, Bullets)
    assert [one.text for one in bullets.items] == ["Two shelves."]
    assert isinstance(table, Table)
    assert table.rows == (
        ("Books on shelves", "Monthly", "90", "90 (1 Nov 2025)", "Met", "Counted."),
        ("Loans", "Yearly", "10%", "Not recorded", "Not rated", "Not given"),
    )
    assert sections["section.board.growth"].level == sections["section.board"].level + 1


def test_the_report_leaves_criteria_out_when_none_are_looked_at():
    sections = composed(record(answers=((YEARS, NO_CRITERIA),)))
    assert [type(one) for one in sections["section.board.growth"].blocks] == [Table]


def test_a_section_that_asks_for_no_indicators_shows_none():
    assert [one for one in composed(record()) if one.startswith("section.end.")] == []


def test_every_value_is_handed_over_with_its_evidence_and_private_notes_only_counted():
    bearings = {number: Bearing(number, "v", "indicator.books", note_id=f"n{number}") for number in "12"}
    notes = {f"n{number}": Note(f"n{number}", "v", int(number), "Seen.", private=number == "2") for number in "12"}
    given = (reading(1, on="2025-10-01", rating="met", reason="Counted."), reading(2, target="120"))
    handed = compose_handover(record(*given, bearing=bearings, note=notes), AT, "Europe/London")
    (found,) = (one for one in handed.lists if one.code == "indicators")
    assert [line[1:7] for line in found.rows] == [
        ("Books on shelves", "Monthly", "1 Oct 2025", "100", "90", "Met"),
        ("Books on shelves", "Monthly", "1 Nov 2025", "120", "90", "Not rated"),
        ("Loans", "Yearly", "", "10%", "Not recorded", "Not rated"),
        ("Dust", "Once", "", "None", "Not recorded", "Not rated"),
    ]
    assert {line[8] for line in found.rows[:2]} == {"E1, 1 private"}


def test_a_programme_without_indicators_hands_over_no_such_list():
    plain = VisitRecord(bare_framework(), "v", record().shelves)
    assert [one.code for one in compose_handover(plain, AT, "Europe/London").lists if one.code == "indicators"] == []


READINGS = st.builds(
    Reading,
    id=st.uuids().map(str),
    visit_id=st.just("v"),
    indicator=st.sampled_from(["books", "loans", "dust"]),
    on=st.dates(date(2020, 1, 1), date(2030, 12, 31)).map(date.isoformat) | st.sampled_from(["", "soon"]),
    value=st.sampled_from(["", " ", "12%", "3 of 4"]),
    rating=st.sampled_from(["", "met", "missed", "gone"]),
    reason=st.sampled_from(["", "Counted."]),
    deleted=st.booleans(),
)


@given(st.lists(READINGS, max_size=8), st.dates(date(2019, 1, 1), date(2032, 1, 1)))
def test_counts_add_up_and_nothing_is_due_that_is_not_so(readings, day):
    told = record(*readings)
    counts = rating_counts(told)
    assert sum(one.count for one in counts) == {one.of for one in counts}.pop() == len(MEASURES.indicators)
    for one in MEASURES.indicators:
        due = due_on(told, one)
        assert (one in due_indicators(told, day)) == (due is not None and due <= day)
        newest = latest(told, one.code)
        assert newest is None or (newest in readings and not newest.deleted)
    assert {one.text for one in composed(told)["section.board"].blocks if isinstance(one, Paragraph)}
