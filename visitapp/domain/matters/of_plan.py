"""What the plan of the day and the agreement on it still lack."""

from collections.abc import Iterator

from visitapp.domain.matters.matter import ADVISED, Matter
from visitapp.domain.planning import plan_results
from visitapp.domain.record import VisitRecord


def plan_rules_unmet(record: VisitRecord) -> Iterator[Matter]:
    """Yield the rules of the programme the plan does not meet, the week of notice among them."""
    for one in plan_results(record):
        if not one.met:
            yield Matter(
                f"plan-{one.rule.kind}", one.rule.code, f"{one.rule.title}: {_lower(one.note)}", "plan", ADVISED
            )


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
