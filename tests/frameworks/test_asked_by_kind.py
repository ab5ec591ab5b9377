"""What a visit asks and prints by its context, by how it came about, and by the ages of the school's pupils."""

import itertools
import json
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from visitapp.domain.change import Change, created
from visitapp.domain.composition import compose_report
from visitapp.domain.criteria import facts_unknown
from visitapp.domain.fitting import fitted, in_full, results_year
from visitapp.domain.framework import Framework, Standing, When
from visitapp.domain.framework.when import ages_meet
from visitapp.domain.handover import compose_handover
from visitapp.domain.hunches import prompt_words, prompts_for
from visitapp.domain.matters.every import matters
from visitapp.domain.papers.offered import recipients_of
from visitapp.domain.places import answered, put
from visitapp.domain.planning import plan_results
from visitapp.domain.preparing import Attachment
from visitapp.domain.record import VisitRecord
from visitapp.domain.style import Reading
from visitapp.domain.style_checks import all_results
from visitapp.domain.tracing import facts
from visitapp.domain.writing import Block
from visitapp.errors import FrameworkError
from visitapp.frameworks.freezing import freeze, thaw

NOW = datetime(2025, 11, 20, 16, 0, tzinfo=UTC)
KINDS = ("", "support-likely", "support-finished", "not-supported")
WAYS = ("", "funded", "purchased", "academy", "out-of-county")
ASK_TWICE = (
    "closing = []",
    'closing = []\nwordings = [{ part = "enquiry.help", text = "Ask twice.", '
    'when = { contexts = ["new-library"] } }]',
)
"""Give the enquiry's help other words in one context."""
BOUGHT = {"purchased", "academy", "out-of-county"}


def visit(blank_visit, framework, context="", commissioned="", **school):
    """Return a visit in which nothing was written, in a context and come about in a way."""
    record = blank_visit(framework)
    record = record.with_changes(put(record, replace(record.visit, context=context, commissioned=commissioned)))
    return record.with_changes(put(record, replace(record.school, **school)))


def ages(low, high):
    """Return what the register says of a school with pupils of these ages."""
    return json.dumps({"youngest": low, "oldest": high})


def read(record):
    return {one.code for one in record.framework.checklist()}


def fact_codes(record):
    return {one.code for one in record.framework.school_facts}


def asked(record, activity):
    return {one.code for one in prompts_for(record, activity)}


def printed(record):
    """Return the front page, the readers and who may read it, as a report made now prints them."""
    report = compose_report(record, 1, "DRAFT", NOW)
    return dict(report.front), report.distribution, report.confidentiality


def everything(framework):
    """Return every word a programme asks or prints, in order."""
    found = []

    def walk(value):
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, tuple):
            for one in value:
                walk(one)
        elif hasattr(value, "__dataclass_fields__") and not isinstance(value, When):
            for name in value.__dataclass_fields__:
                if name not in ("wordings", "vocabularies"):
                    walk(getattr(value, name))

    walk(framework)
    return tuple(found)


# Every kind of visit, and every way it came about


@pytest.mark.parametrize(("context", "way"), list(itertools.product(KINDS, WAYS)))
def test_each_kind_is_asked_its_own_things_before_the_visit(blank_visit, llpr, context, way):
    record = visit(blank_visit, llpr, context, way)
    wanted = {
        "support-so-far": context == "support-likely",
        "support-ended": context == "support-finished",
        "asked-for": way in BOUGHT,
        "trust-view": way == "academy",
        "own-authority": way == "out-of-county",
        "district-concerns": way != "out-of-county",
        "last-inspection": True,
    }
    assert {code: code in read(record) for code in wanted} == wanted
    undone = {one.about for one in matters(record) if one.kind == "preparation-undone"}
    assert undone == {f"check.{code}" for code in read(record)}


@pytest.mark.parametrize(("context", "way"), list(itertools.product(KINDS, WAYS)))
def test_each_kind_is_asked_its_own_things_on_the_day(blank_visit, llpr, context, way):
    record = visit(blank_visit, llpr, context, way)
    leaders = {
        "support-impact": context == "support-likely",
        "support-held": context == "support-finished",
        "asked-for": way in BOUGHT,
        "trust-role": way == "academy",
    }
    assert {code: code in asked(record, "leaders") for code in leaders} == leaders
    assert ("support-seen" in asked(record, "learning-walk")) == context.startswith("support-")
    assert ("trust" in asked(record, "governance")) == (way == "academy")
    assert ("priority" in asked(record, "summary")) == (way != "out-of-county")
    rules = {one.rule.code for one in plan_results(record)}
    assert ("trustee-at-governance" in rules, "governor-at-governance" in rules) == (
        way == "academy",
        way != "academy",
    )


@pytest.mark.parametrize(("context", "way"), list(itertools.product(KINDS, WAYS)))
def test_each_kind_decides_what_is_its_own_to_decide(blank_visit, llpr, context, way):
    record = visit(blank_visit, llpr, context, way)
    judgement, decides = record.framework.judgement, way != "out-of-county"
    assert (judgement.decision is not None, judgement.support is not None) == (decides, decides)
    responses = {one.code for one in judgement.support.responses} if judgement.support else set()
    assert ("academy" in responses) == (way in ("", "academy"))
    assert len(judgement.criteria) == (11 if decides else 10)
    kinds = {one.kind for one in matters(record)}
    assert ("decision-open" in kinds) == decides
    checks = {one.check.code for one in all_results(record, Reading())}
    assert ({"priority-stated", "priority-reasons"} <= checks) == decides
    assert ("support-impact-said" in checks) == (context == "support-likely")
    assert ("support-held-said" in checks) == (context == "support-finished")


@pytest.mark.parametrize(("context", "way"), list(itertools.product(KINDS, WAYS)))
def test_each_kind_prints_what_it_is_and_for_whom(blank_visit, llpr, context, way):
    front, readers, secrecy = printed(visit(blank_visit, llpr, context, way))
    assert (
        front.get("Kind of visit")
        == {
            "": None,
            "support-likely": "Part of the authority's support for the school",
            "support-finished": "One of two visits after a programme of support",
            "not-supported": "A single focused visit",
        }[context]
    )
    assert front.get("How the visit came about") == next(
        (one.label for one in llpr.commissioning if one.code == way), None
    )
    ours = ("Headteacher", "Governing body", "School improvement manager")
    assert (
        readers
        == {
            "": (*ours, "Other advisers who support the school"),
            "funded": (*ours, "Other advisers who support the school"),
            "purchased": ours,
            "academy": (*ours[:2], "The academy's trust", ours[2]),
            "out-of-county": ours[:2],
        }[way]
    )
    assert ("authority's officers" in secrecy) == (way in ("", "funded"))
    assert ("trust" in secrecy, "Nobody else" in secrecy) == (way == "academy", way == "out-of-county")


@pytest.mark.parametrize("way", WAYS)
def test_the_evidence_appendix_is_offered_where_there_is_an_authority_to_read_it(blank_visit, llpr, way):
    record = visit(blank_visit, llpr, commissioned=way)
    offered = record.framework.paper("evidence")
    assert (offered is not None) == (way != "out-of-county")
    assert all(recipients_of(record.framework, one.code) for one in record.framework.papers)


@pytest.mark.parametrize("way", WAYS)
def test_facts_are_asked_by_how_the_visit_came_about(blank_visit, llpr, way):
    record = visit(blank_visit, llpr, commissioned=way, trust="Alder Trust", local_authority="Elmshire")
    there = {"asked-by", "trust", "own-authority"} & fact_codes(record)
    assert (
        there
        == {
            "": set(),
            "funded": set(),
            "purchased": {"asked-by"},
            "academy": {"asked-by", "trust"},
            "out-of-county": {"asked-by", "own-authority"},
        }[way]
    )
    said = {one.says for one in facts(record) if one.code in there}
    assert "The academy belongs to Alder Trust." in said or way != "academy"
    assert {one.code for one in facts(record)} <= there


def test_no_two_kinds_of_visit_are_alike_where_the_programme_says_they_differ(llpr, qa, trust):
    for framework, ways in ((llpr, ("funded", "purchased", "academy", "out-of-county")), (qa, ("",)), (trust, ("",))):
        kinds = itertools.product((one.code for one in framework.contexts), ways)
        asked_and_printed = [everything(fitted(framework, Standing(*one))) for one in kinds]
        alike = [one == two for one, two in itertools.combinations(asked_and_printed, 2)]
        assert sum(alike) == (len(ways) * 0), framework.code


def test_the_other_programmes_say_that_nothing_depends_on_how_a_visit_came_about(qa, trust):
    assert qa.commissioning == trust.commissioning == ()


def test_a_review_in_words_only_asks_for_no_estimate_but_the_one_that_says_so(blank_visit, qa):
    record = visit(blank_visit, qa, "without-estimate")
    assert [one.code for one in record.framework.judgement.estimates] == ["overall"]
    assert not any("Which estimate" in words for words in everything(record.framework))
    assert printed(record)[0]["Kind of visit"] == "In words only, as the school chose"
    assert len(visit(blank_visit, qa, "with-estimate").framework.judgement.estimates) == 4


def test_the_business_of_the_month_is_business_only(blank_visit, trust):
    record = visit(blank_visit, trust, "monthly")
    assert {one.aim for one in record.framework.measures.indicators} == {"business"}
    assert [one.code for one in record.framework.measures.aims] == ["business"]
    assert {one.code for one in record.framework.outline} & {"staff", "education", "improvement"} == set()
    assert "classrooms-visited" not in {one.rule.code for one in plan_results(record)}
    assert len(record.whole.measures.aims) == 4


# Changing it later


def test_what_was_answered_is_kept_when_it_is_no_longer_asked_and_comes_back(blank_visit, llpr):
    before = visit(blank_visit, llpr, "support-likely", "academy")
    for key, value in (("decision", "priority"), ("check.trust-view", True), ("support.responses", ("academy",))):
        before = before.with_changes(answered(before, key, value=value))
    after = before.with_changes(put(before, replace(before.visit, commissioned="out-of-county")))
    assert "priority" not in str(compose_report(after, 1, "DRAFT", NOW)).lower()
    assert after.answer("decision").value == "priority"
    again = after.with_changes(put(after, replace(after.visit, commissioned="academy")))
    assert again == before
    assert "is a priority" in str(compose_report(again, 1, "DRAFT", NOW))


def test_a_section_that_has_words_stays_in_the_report_and_one_without_does_not(blank_visit, trust):
    termly = visit(blank_visit, trust, "termly")
    told = termly.with_changes(created(Block("b1", "v", "education", 1.0, "Reading is taught daily.")))
    told = told.with_changes(created(Block("b2", "v", "staff", 1.0, "  ")))
    record = told.with_changes(put(told, replace(told.visit, context="monthly")))
    assert {one.code for one in record.framework.outline} & {"staff", "education", "improvement"} == {"education"}
    assert "Reading is taught daily." in compose_report(record, 1, "DRAFT", NOW).texts().values()
    erased = record.with_changes([Change("block", "b1", "deleted", value=True)])
    assert "education" not in {one.code for one in erased.framework.outline}


def test_a_section_that_is_handed_over_has_its_heading_whatever_the_visit_is_asked(blank_visit, trust):
    termly = visit(blank_visit, trust, "termly")
    told = termly.with_changes(created(Block("b1", "v", "education", 1.0, " ")))
    record = told.with_changes(put(told, replace(told.visit, context="monthly")))
    assert "education" not in {one.code for one in record.framework.outline}
    rows = [
        row[0]
        for one in compose_handover(record, NOW, "Europe/London").lists
        if one.code == "report"
        for row in one.rows
    ]
    section = record.asked_of_any.section("education")
    assert rows == [f"{section.number} {section.heading}".strip()]


def test_an_answer_no_longer_asked_is_still_handed_over_in_words(blank_visit, llpr):
    before = visit(blank_visit, llpr, commissioned="academy")
    before = before.with_changes(answered(before, "check.trust-view", value=True))
    after = before.with_changes(put(before, replace(before.visit, commissioned="funded")))
    rows = [row for one in compose_handover(after, NOW, "Europe/London").lists for row in one.rows]
    assert ("What the school shares", "The trust's own view", "Done", "") in rows
    after = after.with_changes(answered(after, "check.trust-view", value=False))
    rows = [row for one in compose_handover(after, NOW, "Europe/London").lists for row in one.rows]
    assert [row for row in rows if "The trust's own view" in row] == [
        ("What the school shares (not asked of this visit)", "The trust's own view", "Not done", "")
    ]


def test_a_note_keeps_the_words_of_a_prompt_that_is_no_longer_asked(blank_visit, llpr):
    record = visit(blank_visit, llpr, commissioned="funded")
    assert (
        prompt_words(record, "leaders", "trust-role")
        == "What does the trust do for the academy, and what has come of it?"
    )


@pytest.mark.parametrize(("context", "way"), list(itertools.product(KINDS[1:], WAYS[1:])))
def test_going_there_and_back_changes_nothing(blank_visit, llpr, context, way):
    start = visit(blank_visit, llpr)
    there = start.with_changes(put(start, replace(start.visit, context=context, commissioned=way)))
    back = there.with_changes(put(there, start.visit))
    assert (back, back.framework) == (start, start.framework)
    assert back.framework is start.framework


# Facts that fit the school


@pytest.mark.parametrize(
    ("low", "high", "results", "phonics"),
    [
        (4, 7, False, True),
        (3, 7, False, True),
        (7, 11, True, False),
        (4, 11, True, True),
        (4, 9, False, True),
        (8, 12, True, False),
        (9, 13, True, False),
        (11, 16, False, False),
        (11, 18, False, False),
        (4, 18, True, True),
        (2, 5, False, False),
        (2, 19, True, True),
    ],
)
def test_results_are_asked_of_schools_whose_pupils_sit_them(blank_visit, llpr, qa, low, high, results, phonics):
    for framework in (llpr, qa):
        record = visit(blank_visit, framework, details=ages(low, high))
        assert ("rwm-last-year" in fact_codes(record), "phonics-last-year" in fact_codes(record)) == (
            results,
            phonics,
        )
    record = visit(blank_visit, llpr, details=ages(low, high))
    assert ("ks2-combined" in read(record), "year-1-phonics" in read(record)) == (results, phonics)
    checks = {one.check.code for one in all_results(record, Reading())}
    assert ("expected-rwm" in checks, "expected-phonics" in checks) == (results, phonics)
    unknown = set(facts_unknown(record, record.framework.judgement.criteria[0]))
    assert ("RWM combined last year" in unknown, "Phonics last year" in unknown) == (results, phonics)


@pytest.mark.parametrize(
    ("phase", "results", "phonics"),
    [
        ("infant", False, True),
        ("junior", True, False),
        ("primary", True, True),
        ("secondary", False, False),
        ("middle-primary", True, False),
        ("special", True, True),
        ("alternative-provision", True, True),
        ("not-applicable", True, True),
        ("", True, True),
        ("made-up", True, True),
    ],
)
def test_the_phase_speaks_where_the_register_does_not_and_an_unknown_one_asks_everything(
    blank_visit, llpr, phase, results, phonics
):
    record = visit(blank_visit, llpr, phase=phase)
    assert ("rwm-last-year" in fact_codes(record), "phonics-last-year" in fact_codes(record)) == (results, phonics)


@pytest.mark.parametrize("details", ["", "{}", "[]", "not json", '{"youngest": 7}', '{"youngest": 0, "oldest": 0}'])
def test_a_register_that_says_no_ages_leaves_it_to_the_phase(blank_visit, llpr, details):
    record = visit(blank_visit, llpr, phase="infant", details=details)
    assert "rwm-last-year" not in fact_codes(record)


def test_the_register_speaks_before_the_phase(blank_visit, llpr):
    assert "rwm-last-year" in fact_codes(visit(blank_visit, llpr, phase="infant", details=ages(4, 11)))


@pytest.mark.parametrize("said", ["61", ""])
def test_a_fact_somebody_typed_is_shown_whatever_the_school(blank_visit, llpr, said):
    record = visit(blank_visit, llpr, phase="infant")
    record = record.with_changes(answered(record, "fact.rwm-last-year", value=said))
    assert "rwm-last-year" in fact_codes(record)
    assert "rwm-predicted" not in fact_codes(record)


def test_a_thing_that_was_read_stays_on_the_list_whatever_the_school(blank_visit, llpr):
    record = visit(blank_visit, llpr, phase="infant")
    record = record.with_changes(answered(record, "check.ks2-combined", value=True))
    assert "ks2-combined" in read(record)


@pytest.mark.parametrize(
    ("value", "note", "stays"), [(True, "", True), (None, "Asked for on 3 November", True), (False, "", False)]
)
def test_a_thing_read_or_noted_stays_on_the_list_whatever_the_visit_is_asked(blank_visit, llpr, value, note, stays):
    academy = visit(blank_visit, llpr, commissioned="academy")
    record = academy.with_changes(answered(academy, "check.trust-view", value=value, note=note))
    record = record.with_changes(put(record, replace(record.visit, commissioned="funded")))
    assert ("trust-view" in read(record)) is stays


def test_no_more_is_required_of_a_thing_that_is_kept_for_its_note_alone(blank_visit, llpr):
    academy = visit(blank_visit, llpr, commissioned="academy")
    noted = academy.with_changes(answered(academy, "check.trust-view", value=None, note="Asked for"))
    funded = noted.with_changes(put(noted, replace(noted.visit, commissioned="funded")))
    asked = [[one.about for one in matters(record)] for record in (noted, funded)]
    assert [any("trust-view" in one for one in places) for places in asked] == [True, False]


def test_facts_keep_the_numbers_they_are_named_by(blank_visit, llpr):
    numbers = {}
    for phase in ("primary", "infant"):
        record = visit(blank_visit, llpr, phase=phase)
        record = record.with_changes(answered(record, "fact.phonics-predicted", value="85"))
        numbers[phase] = [one.number for one in facts(record) if one.code == "phonics-predicted"]
    assert numbers["infant"] == numbers["primary"] == [15]


@pytest.mark.parametrize(
    ("wanted", "there", "meets"),
    [((10, 11), (4, 11), True), ((10, 11), (11, 16), False), ((5, 7), (7, 11), False), ((0, 0), (11, 16), True),
     ((5, 7), None, True), ((5, 7), (6, 7), True)],
)  # fmt: skip
def test_ages_meet_where_pupils_are_between_both(wanted, there, meets):
    assert ages_meet(wanted, there) is meets


# The year of the coming results


@pytest.mark.parametrize(
    ("day", "year"),
    [("2025-11-20", "2026"), ("2025-09-01", "2026"), ("2025-08-31", "2025"), ("2026-01-07", "2026"),
     ("2024-07-10", "2024"), ("", "the coming summer"), ("soon", "the coming summer")],
)  # fmt: skip
def test_the_coming_results_are_those_of_the_academic_year(day, year):
    assert results_year(day) == year


def test_a_visit_asks_for_the_predictions_of_its_own_year(blank_visit, llpr):
    record = visit(blank_visit, llpr)
    titles = {one.code: one.title for one in record.framework.checklist()}
    assert titles["predictions"] == "Predictions for 2026"
    later = record.with_changes(put(record, replace(record.visit, starts_on="2027-03-01")))
    assert {one.code: one.title for one in later.framework.checklist()}["predictions"] == "Predictions for 2027"


def test_no_placeholder_is_left_for_anybody_to_read(blank_visit, library):
    for framework in library.frameworks:
        assert not any("{results_year}" in words for words in everything(visit(blank_visit, framework).framework))
        assert not any("{results_year}" in words for words in everything(in_full(framework)))


def test_nothing_handed_over_has_a_placeholder_in_the_place_of_the_year(blank_visit, llpr):
    before = visit(blank_visit, llpr, commissioned="academy")
    before = before.with_changes(answered(before, "fact.rwm-predicted", value="70"))
    record = before.with_changes(answered(before, "check.predictions", value=True))
    record = record.with_changes(created(Attachment("a1", record.visit_id, name="Marks.pdf", item="predictions")))
    assert any("{results_year}" in words for words in everything(record.whole))
    assert not any("{results_year}" in words for words in everything(record.asked_of_any))
    assert "{results_year}" not in str((compose_handover(record, NOW, "Europe/London"), facts(record)))
    assert "2026" in str(compose_handover(record, NOW, "Europe/London"))


def test_words_of_any_visit_are_those_the_programme_has_for_this_one(load_with, blank_visit):
    framework = load_with(*ASK_TWICE)
    assert visit(blank_visit, framework, "new-library").asked_of_any.enquiry.help == "Ask twice."
    assert VisitRecord(framework, "none").asked_of_any == framework


# What is data stays data


def test_the_whole_programme_is_frozen_and_thawed_with_all_its_limits(llpr, qa, trust):
    for framework in (llpr, qa, trust):
        assert thaw(freeze(framework)) == framework


def test_a_copy_made_before_there_were_limits_asks_everything(blank_visit, llpr):
    table = json.loads(freeze(llpr))

    def strip(value):
        if isinstance(value, dict):
            return {name: strip(one) for name, one in value.items() if name not in ("when", "wordings", "ages")}
        return [strip(one) for one in value] if isinstance(value, list) else value

    old = thaw(json.dumps(strip(table)))
    assert isinstance(old, Framework)
    record = visit(blank_visit, old, "support-likely", "out-of-county", phase="infant")
    assert len(fact_codes(record)) == len(old.school_facts)
    assert record.framework.judgement.decision is not None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('label = "Settled library" }', 'label = "Settled library", when = { contexts = ["gone"] } }',
         "contexts.2.when.contexts: expected codes of contexts; found"),
        ('label = "Settled library" }', 'label = "Settled library", when = { not_commissioned = ["bought"] } }',
         "contexts.2.when.not_commissioned: expected codes of commissioning; found"),
        ('label = "Settled library" }', 'label = "Settled library", when = { ages = [11, 7] } }',
         "contexts.2.when.ages: expected two whole numbers"),
        ('label = "Settled library" }', 'label = "Settled library", when = { on = ["Monday"] } }',
         "contexts.2.when.on: expected no key of this name"),
        ("closing = []", 'closing = []\nwordings = [{ part = "enquiry.nothing", text = "x", when = {} }]',
         "wordings.1.part: expected a way to words of this file"),
        ("closing = []", 'closing = []\nwordings = [{ part = "enquiry", text = "x", when = {} }]',
         "wordings.1.part: expected a way to words of this file"),
        ("closing = []", 'closing = []\nwordings = [{ part = "Enquiry Help", text = "x", when = {} }]',
         "wordings.1.part: expected names and codes with points between"),
    ],
)  # fmt: skip
def test_a_limit_that_names_nothing_there_is_refused(load_with, old, new, message):
    with pytest.raises(FrameworkError, match=re.escape(message)):
        load_with(old, new)


def test_a_programme_like_no_other_can_be_limited_as_well(load_with, blank_visit):
    framework = load_with(*ASK_TWICE)
    assert visit(blank_visit, framework, "new-library").framework.enquiry.help == "Ask twice."
    assert visit(blank_visit, framework, "old-library").framework.enquiry.help == framework.enquiry.help


@pytest.mark.parametrize(("phase", "unseen"), [("infant", ["r", "y1", "y2"]), ("junior", ["y3", "y4", "y5", "y6"])])
def test_nobody_is_reminded_of_year_groups_the_school_does_not_have(blank_visit, llpr, phase, unseen):
    record = visit(blank_visit, llpr, phase=phase)
    assert [one.about for one in matters(record) if one.kind == "year-unseen"] == unseen
