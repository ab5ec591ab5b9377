"""Whether the plan rules and report checks of a framework are of a known kind and have what their kind needs."""

from collections.abc import Iterator

from visitapp.domain.framework import Check, Framework, PlanRule
from visitapp.domain.style.flag import HARD
from visitapp.domain.style.flag import KINDS as READ
from visitapp.frameworks.faults import Fault, dotted, found

PLAN_RULES: dict[str, tuple[str, ...]] = {
    "time-on-site": ("minutes",),
    "agreed-before": ("days",),
    "activity-planned": ("activity",),
    "lessons-planned": ("activity",),
    "groups-in-lessons": ("activity",),
    "years-planned": ("activity",),
    "classes-named": ("activity",),
    "people-at": ("activity", "words"),
    "people-at-lessons": ("activity", "words"),
}
"""By kind of plan rule: the keys it needs."""
_OF_LESSONS = ("lessons-planned", "groups-in-lessons", "years-planned", "classes-named", "people-at-lessons")

CHECKS: dict[str, tuple[str, ...]] = {
    "section-written": ("section",),
    "mentions": ("section", "words"),
    "expected-figure": ("section", "words"),
    "risk-to-grade-said": ("section", "words"),
    "field-filled": ("section", "words"),
    "estimate-set": ("words",),
    "decision-made": (),
    "reasons-given": (),
    "criteria-considered": (),
    "actions-have-first-step": (),
    "actions-have-urgency": (),
    "finding-of-each-kind": (),
    "group-has-each-kind": (),
    "findings-supported": (),
    "due-indicators-rated": (),
    "ratings-explained": (),
    **dict.fromkeys(READ, ()),
    HARD: ("most",),
}
"""By kind of check: the keys it needs."""


def plan_rule_faults(framework: Framework) -> Iterator[Fault]:
    """Yield what is wrong with the plan rules."""
    lessons = {one.code: one.lessons for one in framework.activities}
    for i, rule in enumerate(framework.plan_rules):
        path = ("plan_rules", i)
        yield from _kind_faults(path, rule, PLAN_RULES)
        if rule.activity and rule.activity not in lessons:
            yield Fault(dotted((*path, "activity")), "the code of an activity", found(rule.activity))
        elif rule.kind in _OF_LESSONS and not lessons.get(rule.activity, True):
            yield Fault(dotted((*path, "activity")), "an activity with lessons = true", found(rule.activity))


def usual_faults(framework: Framework) -> Iterator[Fault]:
    """Yield what is wrong with the usual day: it is of known activities, by the clock, on days of the programme."""
    for i, one in enumerate(framework.usual):
        path = ("usual", i)
        if one.activity and framework.activity(one.activity) is None:
            yield Fault(dotted((*path, "activity")), "the code of an activity", found(one.activity))
        if not one.activity and not one.title:
            yield Fault(dotted((*path, "title")), "what a break is called", "the key is missing")
        if one.ends <= one.starts:
            yield Fault(dotted((*path, "ends")), "a time after its start", found(one.ends))
        if one.day > framework.days:
            yield Fault(dotted((*path, "day")), f"a day from 1 to {framework.days}", found(one.day))


def check_faults(framework: Framework) -> Iterator[Fault]:
    """Yield what is wrong with the checks."""
    for i, check in enumerate(framework.checks):
        path = ("checks", i)
        yield from _kind_faults(path, check, CHECKS)
        yield from _place_faults(framework, path, check)
        yield from _word_faults(framework, path, check)
        need = _missing_part(framework, check.kind)
        if need:
            yield Fault(dotted((*path, "kind")), f"{need} for this check to look at", "found none")


def _kind_faults(
    path: tuple[str | int, ...], rule: PlanRule | Check, kinds: dict[str, tuple[str, ...]]
) -> Iterator[Fault]:
    if rule.kind not in kinds:
        yield Fault(dotted((*path, "kind")), f"one of {', '.join(kinds)}", found(rule.kind))
    for key in kinds.get(rule.kind, ()):
        if not getattr(rule, key):
            yield Fault(dotted((*path, key)), f"a value, which {rule.kind} needs", "the key is missing")


def _place_faults(framework: Framework, path: tuple[str | int, ...], check: Check) -> Iterator[Fault]:
    front = check.section == "front" and check.kind == "field-filled"
    if check.section and not front and framework.section(check.section) is None:
        yield Fault(dotted((*path, "section")), "the code of a section", found(check.section))


def _word_faults(framework: Framework, path: tuple[str | int, ...], check: Check) -> Iterator[Fault]:
    known = _known_words(framework, check)
    for word in check.words if known is not None else ():
        if word not in (known or ()):
            yield Fault(dotted((*path, "words")), f"codes that {check.kind} can look up", found(word))


def _known_words(framework: Framework, check: Check) -> set[str] | None:
    if check.kind in READ:
        return {one.code for one in framework.outline}
    if check.kind == "estimate-set":
        return {one.code for one in framework.judgement.estimates}
    if check.kind == "finding-of-each-kind":
        return {one.code for one in framework.finding_kinds}
    if check.kind == "field-filled":
        section = framework.section(check.section)
        form = framework.front if check.section == "front" else section.fields if section else ()
        return {one.code for one in form}
    return None


def _missing_part(framework: Framework, kind: str) -> str:
    judgement = framework.judgement
    if kind in ("decision-made", "reasons-given") and judgement.decision is None:
        return "a decision"
    if kind == "criteria-considered" and not judgement.criteria:
        return "criteria"
    if kind in ("due-indicators-rated", "ratings-explained") and not framework.measures.indicators:
        return "indicators"
    if kind == "group-has-each-kind" and not framework.finding_groups:
        return "finding groups"
    return ""
