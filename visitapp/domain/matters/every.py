"""The list of every rule, by the stage in which it is mended and in the order in which a visit goes."""

from collections.abc import Callable, Iterator

from visitapp.domain.matters import (
    of_actions,
    of_coverage,
    of_findings,
    of_following,
    of_judgement,
    of_measures,
    of_plan,
    of_preparation,
    of_report,
    of_representation,
    of_team,
    of_tracing,
)
from visitapp.domain.matters.asked import weighed
from visitapp.domain.matters.matter import Matter
from visitapp.domain.record import VisitRecord

RULES: dict[str, tuple[Callable[[VisitRecord], Iterator[Matter]], ...]] = {
    "prepare": (of_preparation.unread, of_preparation.unjudged),
    "plan": (of_plan.plan_rules_unmet,),
    "capture": (
        of_coverage.lessons_unseen,
        of_coverage.activities_unseen,
        of_coverage.years_unseen,
        of_coverage.groups_unseen,
        of_coverage.strands_unseen,
        of_coverage.sources_unseen,
        of_coverage.prompts_open,
    ),
    "summary": (
        of_findings.unused_evidence_marked,
        of_findings.unworded,
        of_findings.unsupported,
        of_findings.only_against,
        of_findings.one_source,
        of_report.kinds_without_finding,
        of_report.groups_without_finding,
        of_findings.risk_without_level,
        of_measures.unrated_indicators,
        of_measures.ratings_without_reason,
        of_judgement.undecided_criteria,
        of_judgement.unexplained_criteria,
        of_judgement.concerns_without_evidence,
        of_judgement.concerns_without_finding,
        of_judgement.concerns_unreported,
        of_judgement.grade_risk_unsaid,
        of_judgement.decision_open,
        of_judgement.decision_without_reasons,
        of_judgement.support_unsaid,
        of_team.estimates_open,
        of_team.differences,
        of_team.minority_without_reason,
        of_actions.none_agreed,
        of_actions.incomplete,
        of_actions.without_finding,
        of_representation.governor_unsaid,
    ),
    "report": (
        of_report.unwritten,
        of_report.silent,
        of_report.fields_empty,
        of_tracing.unknown,
        of_tracing.figures_apart,
        of_tracing.changed,
    ),
    "followup": (of_following.support_without_impact,),
}


def matters(record: VisitRecord) -> tuple[Matter, ...]:
    """Return everything that is not yet as it should be, in the order in which a visit goes."""
    return record.once(_every)


def matters_of(record: VisitRecord, place: str) -> tuple[Matter, ...]:
    """Return what is to be mended at one place, such as `capture`, `summary` or `summary:findings`."""
    stage = place.partition(":")[0]
    found = _of_stage(record, stage)
    return tuple(one for one in found if stage == place or one.place == place or one.place.startswith(f"{place}:"))


def matters_about(record: VisitRecord, about: str) -> tuple[Matter, ...]:
    """Return what is not yet as it should be of one thing: a record by its id, an answer by its key."""
    return record.once(_by_about).get(about, ())


def is_open(record: VisitRecord, kind: str, about: str) -> bool:
    """Return whether the list holds a matter of one kind about one thing."""
    return any(one.kind == kind for one in matters_about(record, about))


def _every(record: VisitRecord) -> tuple[Matter, ...]:
    return tuple(matter for stage in RULES for matter in _of_stage(record, stage))


def _by_about(record: VisitRecord) -> dict[str, tuple[Matter, ...]]:
    found: dict[str, tuple[Matter, ...]] = {}
    for one in matters(record):
        found[one.about] = (*found.get(one.about, ()), one)
    return found


def _of_stage(record: VisitRecord, stage: str) -> tuple[Matter, ...]:
    return record.once(_LISTS[stage]) if stage in _LISTS else ()


def _list_of(
    rules: tuple[Callable[[VisitRecord], Iterator[Matter]], ...],
) -> Callable[[VisitRecord], tuple[Matter, ...]]:
    def found(record: VisitRecord) -> tuple[Matter, ...]:
        return tuple(weighed(record.framework, (matter for rule in rules for matter in rule(record))))

    return found


_LISTS = {stage: _list_of(rules) for stage, rules in RULES.items()}
"""By stage: what works out its part of the list, so that a page asks for no more than it shows."""
