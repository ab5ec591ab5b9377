"""The list of every rule, in the order in which a visit goes."""

from collections.abc import Callable, Iterator

from visitapp.domain.matters import (
    of_actions,
    of_findings,
    of_judgement,
    of_measures,
    of_plan,
    of_representation,
    of_team,
)
from visitapp.domain.matters.matter import Matter
from visitapp.domain.record import VisitRecord

RULES: tuple[Callable[[VisitRecord], Iterator[Matter]], ...] = (
    of_plan.plan_rules_unmet,
    of_actions.unjudged,
    of_findings.unseen_groups,
    of_findings.unused_evidence,
    of_findings.unworded,
    of_findings.unsupported,
    of_findings.only_against,
    of_findings.one_source,
    of_findings.risk_without_level,
    of_measures.unrated_indicators,
    of_measures.ratings_without_reason,
    of_judgement.undecided_criteria,
    of_judgement.unexplained_criteria,
    of_judgement.concerns_without_evidence,
    of_judgement.concerns_without_finding,
    of_judgement.grade_risk_unsaid,
    of_judgement.decision_open,
    of_judgement.decision_without_reasons,
    of_judgement.support_unsaid,
    of_team.estimates_open,
    of_team.views_apart,
    of_team.minority_without_reason,
    of_team.open_points,
    of_actions.none_agreed,
    of_actions.incomplete,
    of_actions.without_finding,
    of_representation.governor_unsaid,
)


def matters(record: VisitRecord) -> tuple[Matter, ...]:
    """Return everything that is not yet as it should be, in the order in which a visit goes."""
    return tuple(matter for rule in RULES for matter in rule(record))


def matters_of(record: VisitRecord, place: str) -> tuple[Matter, ...]:
    """Return what is to be mended at one place, such as `summary` or `summary:findings`."""
    return tuple(one for one in matters(record) if one.place == place or one.place.startswith(f"{place}:"))
