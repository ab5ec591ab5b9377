"""What the checks of a framework ask for, in matters, and how much weight that gives a matter."""

from collections.abc import Callable, Iterable, Iterator

from visitapp.domain.forms import front_key, section_key
from visitapp.domain.framework import Check, Field, Framework
from visitapp.domain.matters.matter import ADVISED, REQUIRED, Matter

FRONT = "front"
KINDS: dict[str, tuple[str, ...]] = {
    "section-written": ("section-unwritten",),
    "mentions": ("section-silent",),
    "expected-figure": ("section-silent",),
    "risk-to-grade-said": ("section-silent",),
    "field-filled": ("field-empty",),
    "decision-made": ("decision-open",),
    "reasons-given": ("decision-without-reasons",),
    "actions-have-first-step": ("no-action", "action-without-first-step"),
    "actions-have-urgency": ("no-action", "action-without-urgency"),
    "criteria-considered": ("criterion-undecided",),
    "finding-of-each-kind": ("kind-without-finding",),
    "group-has-each-kind": ("group-without-finding",),
    "findings-supported": ("finding-unsupported",),
    "due-indicators-rated": ("indicator-unrated",),
    "ratings-explained": ("rating-without-reason",),
    "estimate-set": ("estimate-open",),
}
"""By kind of check: the kinds of matter that leave it unmet; checks answered by reading the report have none."""


def asks(framework: Framework, check: Check, matter: Matter) -> bool:
    """Return whether a check is unmet because of a matter."""
    about = _ABOUT.get(check.kind)
    return matter.kind in KINDS.get(check.kind, ()) and (about is None or matter.about in about(framework, check))


def checks_of_kind(framework: Framework, *kinds: str) -> Iterator[Check]:
    """Yield the checks of certain kinds, in the framework's order."""
    return (one for one in framework.checks if one.kind in kinds)


def fields_of(framework: Framework, place: str) -> list[tuple[Field, str]]:
    """Return the fields of the front page (FRONT) or of a section, each with the key it is answered under."""
    if place == FRONT:
        return [(field, front_key(field)) for field in framework.front]
    section = framework.section(place)
    return [(field, section_key(section, field)) for field in section.fields] if section else []


def kinds_wanted(framework: Framework, check: Check) -> tuple[str, ...]:
    """Return the kinds of finding a check wants one of."""
    return check.words or tuple(kind.code for kind in framework.finding_kinds)


def weighed(framework: Framework, found: Iterable[Matter]) -> Iterator[Matter]:
    """Yield matters with the weight the framework gives them, if that is more than their rule did."""
    asking: dict[str, list[Check]] = {}
    for check in framework.checks:
        for kind in KINDS.get(check.kind, ()):
            asking.setdefault(kind, []).append(check)
    for one in found:
        checks = [check for check in asking.get(one.kind, ()) if asks(framework, check, one)]
        if one.weight == REQUIRED or any(check.required for check in checks):
            yield one._replace(weight=REQUIRED)
        else:
            yield one._replace(weight=ADVISED) if checks else one


def _of_check(framework: Framework, check: Check) -> tuple[str, ...]:
    return (check.code,)


def _of_fields(framework: Framework, check: Check) -> tuple[str, ...]:
    return tuple(key for field, key in fields_of(framework, check.section) if field.code in check.words)


def _of_estimates(framework: Framework, check: Check) -> tuple[str, ...]:
    return tuple(f"estimate.{code}" for code in check.words)


_ABOUT: dict[str, Callable[[Framework, Check], tuple[str, ...]]] = {
    "section-written": _of_check,
    "mentions": _of_check,
    "expected-figure": _of_check,
    "risk-to-grade-said": _of_check,
    "field-filled": _of_fields,
    "finding-of-each-kind": kinds_wanted,
    "estimate-set": _of_estimates,
}
"""What a matter must be about where more than its kind counts."""
