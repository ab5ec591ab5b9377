"""What is shown of a school's figures: the newest of each, some years of results, and gaps where both sides exist."""

from visitapp.domain.preparing import KnownFigure
from visitapp.domain.published.charted import RegisterFigure, profile_of, result_gaps, results
from visitapp.domain.published.figures import Figure
from visitapp.domain.published.series import KnownFigures

RWM = "ks2-rwm-expected"


def typed(year, value="60", group="all", **more):
    return KnownFigure(f"{year}-{group}-{more}", "v", RWM, group, year, value=value, **more)


def known(*entered, published=()):
    return KnownFigures(published, entered, ("100001",), "850")


def test_the_last_years_with_results_are_shown_and_predictions_after_them():
    figures = known(*(typed(str(year)) for year in range(2021, 2026)), typed("2026", predicted=True))
    assert results(figures, RWM, 3).years == ("2023", "2024", "2025", "2026")


def test_an_old_prediction_without_a_result_is_not_shown():
    figures = known(typed("2023", predicted=True), typed("2024"), typed("2025"))
    assert results(figures, RWM, 4).years == ("2024", "2025")


def test_others_are_shown_only_in_the_years_of_the_school():
    england = [Figure("nation", "england", str(year), RWM, "all", 60.0, "ok", "60") for year in range(2015, 2026)]
    series = results(known(typed("2024"), typed("2025"), published=england), RWM, 5)
    assert tuple(series.nation) == ("2024", "2025")


def test_gaps_leave_out_what_is_only_expected():
    figures = known(
        typed("2025", "43", "disadvantaged"),
        typed("2025", "67", "other"),
        typed("2026", "50", "disadvantaged", predicted=True),
        typed("2026", "68", "other", predicted=True),
    )
    (gap,) = result_gaps(figures, 4)
    assert (gap.year, gap.points) == ("2025", 24)


def test_a_suppressed_year_has_no_gap():
    figures = known(typed("2025", "", "disadvantaged", status="suppressed"), typed("2025", "67", "other"))
    (gap,) = result_gaps(figures, 4)
    assert (gap.points, gap.why) == (None, "suppressed")


def test_a_profile_takes_the_newest_figure_then_the_fact_then_the_register():
    published = [
        Figure("school", "100001", year, "eal", "all", value, "ok", "")
        for year, value in (("2024", 9.0), ("2025", 8.0))
    ]
    found = {
        one.measure: (one.value, one.year)
        for one in profile_of(
            known(published=published),
            {"eal": "7", "sen-support": "15%"},
            {"roll": RegisterFigure(411.0, "2025-11-01")},
        )
    }
    assert found["eal"] == (8.0, "2025")
    assert found["sen-support"] == (15.0, "")
    assert found["roll"] == (411.0, "2025")
    assert found["attendance"] == (None, "")


def test_absence_stands_where_attendance_is_not_known():
    absence = [Figure("school", "100001", "2025", "absence-overall", "all", 5.4, "ok", "5.4")]
    assert "absence-overall" in [one.measure for one in profile_of(known(published=absence), {}, {})]


def test_a_fact_that_is_no_number_is_not_known():
    assert profile_of(known(), {"roll": "about 400"}, {})[0].value is None
