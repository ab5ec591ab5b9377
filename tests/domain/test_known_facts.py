"""Facts a report asks for that are known already: with their source and year, of the right year, never guessed."""

from dataclasses import replace

from sample_records import begun, library

from visitapp.domain.places import answered
from visitapp.domain.preparing import KnownFigure
from visitapp.domain.published.charted import register_figures
from visitapp.domain.published.figures import Figure
from visitapp.domain.published.history import Event
from visitapp.domain.published.known_facts import known_facts
from visitapp.domain.published.offers import matched
from visitapp.domain.published.schools import RegisterSchool
from visitapp.domain.published.series import KnownFigures
from visitapp.domain.school_year import school_year_of
from visitapp.domain.visit import School

RWM = "ks2-rwm-expected"
SEEN = Event("2019-11-06", "6 Nov 2019", "graded", "eif-2019", "Good overall", "2019", source="the register")


def visit():
    return begun(library().find("llpr-primary@2024-25"))


def offered(record, published=(), typed=(), register=None, events=()):
    figures = KnownFigures(published, typed, ("100001",), "850")
    return {one.key: one for one in known_facts(record, figures, register or {}, events)}


def in_register(day, **said):
    """Return the numbers a register of a day gives."""
    return register_figures(matched(School("s"), RegisterSchool("100001", "A School", "open", **said), day))


def figure(measure, year, value):
    return Figure("school", "100001", year, measure, "all", value, "ok", "")


def test_nothing_known_offers_nothing():
    assert offered(visit()) == {}


def test_the_register_gives_the_roll_with_its_year():
    found = offered(visit(), register=in_register("2021-05-01", roll=288, capacity=420))
    assert (found["fact.on-roll"].value, found["fact.on-roll"].source) == ("288", "register, 2021")
    assert found["fact.capacity"].value == "420"


def test_the_places_are_of_the_register_and_the_pupils_of_their_census():
    register = in_register("2022-04-19", roll=288, capacity=420, counted_on="2021-01-21")
    assert {code: one.on for code, one in register.items()} == {"roll": "2021-01-21", "capacity": "2022-04-19"}
    found = offered(visit(), register=register)
    assert found["fact.on-roll"].source == "register, 2021"
    assert found["fact.capacity"].source == "register, 2022"


def test_places_typed_for_the_year_of_the_census_give_way_to_a_later_register():
    register = in_register("2022-04-19", roll=288, capacity=420, counted_on="2021-01-21")
    assert offered(visit(), [figure("capacity", "2021", 400.0)], register=register)["fact.capacity"].value == "420"


def test_the_newest_of_register_and_census_speaks():
    older, newer = (figure("roll", year, 323.0) for year in ("2019", "2025"))
    register = in_register("2021-05-01", roll=288)
    assert offered(visit(), [older], register=register)["fact.on-roll"].value == "288"
    assert offered(visit(), [newer], register=register)["fact.on-roll"].value == "323"


def test_a_result_is_that_of_last_year_only_in_the_year_after():
    record = visit()
    last = int(school_year_of(record.visit.starts_on)) - 1
    assert offered(record, [figure(RWM, str(last), 61.0)])["fact.rwm-last-year"].value == "61"
    assert "fact.rwm-last-year" not in offered(record, [figure(RWM, str(last - 1), 61.0)])


def test_a_prediction_is_offered_as_one_and_never_as_a_result():
    record = visit()
    year = school_year_of(record.visit.starts_on)
    expected = KnownFigure("p", "v", RWM, "all", year, value="63", predicted=True, source="Head")
    found = offered(record, typed=[expected])
    assert (found["fact.rwm-predicted"].value, found["fact.rwm-predicted"].source) == ("63", f"Head, {year}")
    assert "fact.rwm-last-year" not in found


def test_the_newest_inspection_gives_day_and_outcome_with_its_source():
    found = offered(visit(), events=[SEEN, Event("", "Not before 2028", "expected", "", "Next", "")])
    assert (found["fact.last-inspection-date"].value, found["fact.last-inspection-date"].shown) == (
        "2019-11-06",
        "6 November 2019",
    )
    assert found["fact.last-inspection-outcome"].value == "Good overall"
    assert found["fact.last-inspection-outcome"].source == "the register, 6 November 2019"


def test_an_inspection_without_a_source_is_said_as_a_figure_without_one_is():
    typed = KnownFigure("f", "v", "roll", "all", "2024", "school", "300", "ok")
    found = offered(visit(), typed=[typed], events=[replace(SEEN, source="")])
    assert found["fact.last-inspection-date"].source == "entered here"
    assert found["fact.on-roll"].source == "entered here, 2024"


def test_what_is_filled_in_is_not_offered_again():
    record = visit()
    record = record.with_changes(answered(record, "fact.on-roll", value="290"))
    assert "fact.on-roll" not in offered(record, register=in_register("2021-05-01", roll=288))
