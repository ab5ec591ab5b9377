from datetime import UTC, datetime

import pytest

from visitapp.domain.composition import compose_report
from visitapp.domain.report import Table
from visitapp.errors import FrameworkError
from visitapp.frameworks.freezing import freeze, thaw
from visitapp.frameworks.library import load_framework
from visitapp.paths import resource

WHEN = datetime(2025, 11, 20, tzinfo=UTC)


@pytest.fixture
def spoilt(tmp_path, vocabularies):
    """Return a way to load the programme with some of its words replaced."""

    def load(old, new):
        text = (resource("frameworks") / "trust-review-2026.toml").read_text(encoding="utf-8")
        assert old in text
        path = tmp_path / "trust.toml"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return load_framework(path, vocabularies)

    return load


def codes(entries):
    return [one.code for one in entries]


def test_it_has_four_aims_and_a_strand_for_each(trust):
    titles = ["Continuous improvement", "Staff first", "Quality education", "Finance and business"]
    assert [one.title for one in trust.measures.aims] == titles
    assert [one.label for one in trust.strands] == titles
    assert codes(trust.measures.aims) == codes(trust.strands)


def test_it_has_fifteen_indicators_in_three_rhythms(trust):
    measures = trust.measures
    assert [len(measures.of_aim(one.code)) for one in measures.aims] == [3, 4, 3, 5]
    by_aim = {one.code: {measures.rhythm(each) for each in measures.of_aim(one.code)} for one in measures.aims}
    assert by_aim == {
        "improvement": {"Yearly"},
        "staff": {"Yearly"},
        "education": {"Yearly", "Termly"},
        "business": {"Monthly"},
    }
    assert [one.months for one in measures.rhythms] == [12, 4, 1]


def test_the_targets_are_those_of_the_plan(trust):
    found = {one.code: one.target for one in trust.measures.indicators}
    figures = {"co-lead-training": "10%", "training-rated": "90%", "turnover": "20%", "progression": "10%"}
    figures |= {"difference": "90%", "heard": "80%", "class-size": "28", "staff-costs": "80%", "reserves": "4%"}
    figures |= {"own-income": "5%", "pupil-teacher": "1.0"}
    assert {code: target for code, target in found.items() if figures.get(code, "") not in target} == {}


def test_every_indicator_says_how_it_is_measured_and_what_counts(trust):
    assert [one.code for one in trust.measures.indicators if not (one.method and one.detail)] == []


def test_the_lines_of_the_board_are_short(trust):
    assert [one.code for one in trust.measures.indicators if max(len(one.title), len(one.method)) > 46] == []


def test_criteria_of_success_stand_in_two_stretches_of_years(trust):
    counts = {
        (aim.code, years): sum(one.years == years for one in aim.criteria)
        for aim in trust.measures.aims
        for years in trust.measures.stretches()
    }
    assert counts == {
        ("improvement", "1-2"): 5, ("improvement", "3-5"): 5, ("staff", "1-2"): 5, ("staff", "3-5"): 5,
        ("education", "1-2"): 6, ("education", "3-5"): 6, ("business", "1-2"): 0, ("business", "3-5"): 0,
    }  # fmt: skip


def test_five_ratings_each_with_words_and_an_icon(trust):
    ratings = trust.measures.ratings
    assert [one.label for one in ratings] == ["Met", "On track", "At risk", "Not met", "Not due"]
    assert len({one.icon for one in ratings}) == 5
    assert [one.icon for one in ratings if not (resource("icons") / f"{one.icon}.svg").exists()] == []


def test_a_visit_keeps_all_of_it_in_its_own_copy(trust):
    assert thaw(freeze(trust)).measures == trust.measures


def test_a_blank_report_has_a_table_for_every_aim(blank_visit, trust):
    report = compose_report(blank_visit(trust), 1, "DRAFT", WHEN)
    tables = [block for section in report.sections for block in section.blocks if isinstance(block, Table)]
    assert [len(one.rows) for one in tables] == [3, 4, 3, 5]
    assert {cell.strip() == "" for one in tables for line in one.rows for cell in line} == {False}


def test_no_name_of_the_plan_it_was_drawn_from_stands_in_it():
    text = (resource("frameworks") / "trust-review-2026.toml").read_text(encoding="utf-8").lower()
    assert [word for word in ("coppice", "coxheath", "loose primary", "katherine", "chatley") if word in text] == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('aim = "improvement"', 'aim = "growth"', r"measures\.indicators\.1\.aim: expected the code of an aim"),
        ('rhythm = "annual"', 'rhythm = "weekly"', r"measures\.indicators\.1\.rhythm: expected the code of a rhythm"),
        ('years = "1-2"', 'years = "soon"', r"measures\.aims\.1\.criteria\.1\.years: expected a stretch of years"),
        ('code = "met"\nlabel = "Met"', 'code = "on-track"\nlabel = "Met"', r"measures\.ratings\.2\.code"),
    ],
)
def test_a_slip_among_the_indicators_is_named(spoilt, old, new, message):
    with pytest.raises(FrameworkError, match=message):
        spoilt(old, new)


def test_a_section_cannot_show_indicators_that_are_not_there(load_with):
    with pytest.raises(FrameworkError, match=r"outline\.1\.measures: expected indicators under measures"):
        load_with("activities = true\nstrands", "activities = true\nmeasures = true\nstrands")


def test_a_check_of_ratings_needs_indicators(load_with):
    with pytest.raises(FrameworkError, match=r"checks\.\d+\.kind: expected indicators for this check"):
        load_with('kind = "findings-supported"', 'kind = "due-indicators-rated"')
