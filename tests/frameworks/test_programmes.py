from datetime import UTC, datetime

import pytest

from visitapp.domain.checks import is_ready
from visitapp.domain.composition import compose_report
from visitapp.domain.coverage import coverage_of
from visitapp.domain.grammar import grammar_of, parse
from visitapp.domain.planning import plan_results
from visitapp.domain.style import Reading
from visitapp.domain.style_checks import all_results
from visitapp.frameworks.rule_references import CHECKS, PLAN_RULES
from visitapp.paths import resource

PROGRAMMES = ["llpr", "qa", "trust", "made_up"]


@pytest.fixture(params=PROGRAMMES)
def framework(request):
    return request.getfixturevalue(request.param)


def codes(entries):
    return tuple(one.code for one in entries)


def test_every_bundled_file_loads(library):
    assert library.problems == ()
    assert [one.key for one in library.frameworks] == [
        "llpr-primary@2024-25",
        "qa-review@2026",
        "trust-review@2026",
    ]


def test_a_framework_not_installed_is_not_found(library):
    assert library.find("llpr-primary@1999") is None


def test_a_blank_visit_makes_a_report_with_every_heading(blank_visit, framework):
    report = compose_report(blank_visit(framework), 1, "DRAFT", datetime(2025, 11, 20, tzinfo=UTC))
    headings = [section.heading for section in report.sections]
    assert [one.heading for one in framework.outline if one.heading not in headings] == []


def test_a_blank_visit_answers_every_check_and_is_not_ready(blank_visit, framework):
    record = blank_visit(framework)
    assert sorted(one.check.code for one in all_results(record, Reading())) == sorted(codes(record.framework.checks))
    assert not is_ready(record)


def test_a_blank_plan_answers_every_rule_and_meets_none(blank_visit, framework):
    record = blank_visit(framework)
    results = plan_results(record)
    assert [one.rule for one in results] == list(record.framework.plan_rules)
    assert not any(one.met for one in results)


def test_a_blank_visit_has_a_count_of_nought_for_every_strand(blank_visit, framework):
    assert set(coverage_of(blank_visit(framework)).strands) == set(codes(framework.strands))


def test_every_icon_is_bundled(framework):
    entries = [*framework.activities, *framework.markers, *framework.finding_kinds]
    icons = {one.icon for one in entries} | {
        term.icon for vocabulary in framework.vocabularies.values() for term in vocabulary.terms if term.icon
    }
    assert [icon for icon in icons if not (resource("icons") / f"{icon}.svg").exists()] == []


def test_every_prefix_marks_a_note(framework):
    grammar = grammar_of(framework)
    for marker in framework.markers:
        assert parse(f"{marker.prefix} seen", grammar).marker == marker.code


def test_every_tag_says_exactly_one_thing(framework):
    grammar = grammar_of(framework)
    lists = [framework.vocabularies[role].terms for role in ("sources", "years", "subjects", "groups")]
    count = sum(len(term.tags) for terms in lists for term in terms) + len(framework.strands)
    assert len(grammar.tags) == count + len(("pin", "me"))


def test_every_activity_says_why_and_what_to_ask(framework):
    assert [one.code for one in framework.activities if not (one.purpose and one.prompts and one.people)] == []


def test_every_activity_says_what_to_do_when_nobody_can_come(llpr, qa, trust):
    activities = (*llpr.activities, *qa.activities, *trust.activities)
    assert [one.code for one in activities if not one.fallback] == []


def test_prompts_are_short_enough_to_read_in_a_corridor(framework):
    prompts = [prompt.text for one in framework.activities for prompt in one.prompts]
    assert [text for text in prompts if len(text) > 85] == []


def test_every_section_with_prose_tells_the_writer_what_belongs_there(framework):
    wanting = [one for one in framework.outline if one.prose and not (one.decision or one.actions)]
    assert [one.code for one in wanting if not one.guidance] == []


def test_texts_end_in_no_space_and_hold_no_doubled_one(framework):
    prompts = [prompt.text for one in framework.activities for prompt in one.prompts]
    assert [text for text in prompts if text != " ".join(text.split())] == []


def test_all_known_kinds_of_check_and_rule_are_used_somewhere(llpr, qa, trust, made_up):
    every = (llpr, qa, trust, made_up)
    assert {check.kind for one in every for check in one.checks} == set(CHECKS)
    assert {rule.kind for one in every for rule in one.plan_rules} == set(PLAN_RULES)
