"""Figures year by year: side by side, never summed, a gap only where both sides exist, the cohort beside each."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitapp.domain.preparing import KnownFigure
from visitapp.domain.published.figures import Figure
from visitapp.domain.published.measures import Group, Measure, Measures
from visitapp.domain.published.series import KnownFigures, described, said

RWM = "ks2-rwm-expected"
MEASURES = Measures(
    "1",
    {
        RWM: Measure(RWM, "Key stage 2 combined", "RWM", "percent"),
        "gld": Measure("gld", "GLD", "GLD", "percent", decimals=1),
    },
    {"all": Group("all", "All pupils", "All")},
    {},
)


def figure(code="100001", year="2024", value=60.0, group="all", about="school", status="ok", cohort=30, measure=RWM):
    """Return a published figure; with a status that has no value, none."""
    return Figure(about, code, year, measure, group, value if status == "ok" else None, status, "", cohort)


def known(*figures, typed=(), codes=("100001",)):
    """Return what is known of one school in authority 850."""
    return KnownFigures(figures, typed, codes, "850")


def test_school_authority_and_nation_stand_side_by_side_for_the_years_of_the_school():
    found = known(
        figure(), figure(year="2025", value=70.0), figure("850", "2024", 61.0, about="authority"),
        figure("england", "2024", 59.0, about="nation"), figure("england", "2019", 65.0, about="nation"),
        figure("936", "2024", 1.0, about="authority"), figure("100002", "2024", 2.0),
    ).series(RWM)  # fmt: skip
    assert found.years == ("2024", "2025")
    assert [found.school[year].value for year in found.years] == [60, 70]
    assert {year: point.value for year, point in found.authority.items()} == {"2024": 61}
    assert {year: point.value for year, point in found.nation.items()} == {"2024": 59}


def test_only_the_last_years_are_shown_and_averages_of_several_never_stand_among_them():
    found = known(*(figure(year=str(year)) for year in range(2015, 2026)), figure(year="2023-2025")).series(
        RWM, years=4
    )
    assert found.years == ("2022", "2023", "2024", "2025")


def test_a_year_of_a_school_it_came_from_is_taken_only_when_it_has_none_itself_and_nothing_is_summed():
    before = ("100001", "200001", "200002")
    found = known(
        figure("200001", "2019", 50.0, cohort=10), figure("200002", "2019", 70.0, cohort=20),
        figure("200001", "2024", 1.0), figure("100001", "2024", 60.0), codes=before,
    ).series(RWM)  # fmt: skip
    assert found.school["2024"].value == 60
    assert (found.school["2019"].value, found.school["2019"].cohort) == (50, 10)


def test_what_somebody_typed_speaks_before_what_was_published():
    typed = KnownFigure("f", "v", RWM, "all", "2026", value="63 %", cohort=58, predicted=True, source="School")
    found = known(figure(), typed=[typed, replace(typed, id="g", year="2024", value="61")]).series(RWM)
    assert (found.school["2026"].value, found.school["2026"].predicted, found.school["2026"].typed) == (
        63,
        True,
        True,
    )
    assert found.school["2024"].value == 61


@pytest.mark.parametrize("value", ["", "about 60", "half"])
def test_what_is_no_number_and_gives_no_reason_is_not_shown(value):
    assert known(typed=[KnownFigure("f", "v", RWM, "all", "2026", value=value)]).series(RWM).is_empty


def test_a_gap_is_known_only_where_both_figures_are():
    found = known(
        figure(year="2022", group="disadvantaged", status="suppressed"), figure(year="2022", group="other"),
        figure(year="2023", group="disadvantaged", value=41.0, cohort=14),
        figure(year="2023", group="other", value=66.0), figure(year="2024", group="other", value=70.0),
    ).gaps(RWM, "disadvantaged", "other")  # fmt: skip
    assert [(gap.year, gap.points, gap.why) for gap in found] == [
        ("2022", None, "suppressed"), ("2023", 25.0, ""), ("2024", None, "blank")
    ]  # fmt: skip
    assert found[1].lower.cohort == 14


def test_a_later_file_without_the_cohort_does_not_take_it_away():
    found = known(figure(), figure(cohort=0)).series(RWM)
    assert found.school["2024"].cohort == 30
    assert known(figure(), figure(value=61.0, cohort=0)).series(RWM).school["2024"].value == 61


def test_a_chart_is_told_in_words_with_cohorts_and_reasons():
    found = known(
        figure(year="2023", status="suppressed", cohort=0), figure(), figure("850", "2024", 61.0, about="authority"),
        typed=[KnownFigure("f", "v", RWM, "all", "2025", value="63", predicted=True)],
    ).series(RWM)  # fmt: skip
    assert described(found, MEASURES) == (
        "Key stage 2 combined, all pupils. 2023: suppressed, too few pupils; "
        "2024: 60 % of 30 pupils (authority 61 %); 2025: 63 % expected, entered here, source not said."
    )
    assert described(known().series(RWM), MEASURES).endswith("nothing known yet.")


def test_a_figure_has_the_decimals_and_the_unit_of_its_measure():
    point = known(figure(value=71.6, measure="gld")).series("gld").school["2024"]
    assert said(point, MEASURES, "gld") == "71.6 %"
    assert said(None, MEASURES, "gld") == "not known"


def test_the_latest_figure_is_never_an_expected_one():
    typed = KnownFigure("f", "v", RWM, "all", "2026", value="63", predicted=True)
    assert known(figure(), typed=[typed]).latest(RWM).year == "2024"
    assert known(typed=[typed]).latest(RWM) is None


FIGURES = st.lists(
    st.builds(
        figure,
        code=st.sampled_from(["100001", "200001", "100009"]),
        year=st.sampled_from(["2021", "2022", "2023", "2022-2024"]),
        value=st.integers(0, 100).map(float),
        group=st.sampled_from(["all", "disadvantaged", "other"]),
        status=st.sampled_from(["ok", "suppressed", "blank", "bad"]),
        cohort=st.integers(0, 60),
    )
)


@given(FIGURES)
def test_nothing_is_shown_that_no_file_said_and_no_gap_without_both_sides(figures):
    found = known(*figures, codes=("100001", "200001"))
    said_of_school = {(one.year, one.value) for one in figures if one.code != "100009" and one.group == "all"}
    for year, point in found.series(RWM).school.items():
        assert (year, point.value) in said_of_school
    for gap in found.gaps(RWM, "disadvantaged", "other"):
        sides = (gap.lower, gap.upper)
        assert (gap.points is not None) == all(side is not None and side.value is not None for side in sides)
        assert (gap.points is None) == bool(gap.why)
