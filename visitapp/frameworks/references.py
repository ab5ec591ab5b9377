"""Whether the parts of a framework that name each other agree: every code known, no code, tag or key used twice."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass

from visitapp.domain.framework import EVERY_PAPER, Field, Framework, Vocabulary
from visitapp.domain.grammar import folded
from visitapp.domain.visit import Reviewer, School, Visit
from visitapp.frameworks.faults import Fault, dotted, found
from visitapp.frameworks.measure_references import fact_faults, follow_up_faults, measure_faults
from visitapp.frameworks.naming_faults import unknown
from visitapp.frameworks.rule_references import check_faults, plan_rule_faults, usual_faults
from visitapp.frameworks.when_references import when_faults

RESERVED_TAGS = {"pin": "the sign for pinning", "me": "the sign for a private note"}
_PATHS = frozenset(
    f"{name}.{field.name}"
    for name, kind in (("school", School), ("visit", Visit), ("reviewer", Reviewer))
    for field in fields(kind)
    if field.name not in ("id", "deleted")
) | {"visit.dates"}


def framework_faults(framework: Framework) -> Iterator[Fault]:
    """Yield every reference in a framework that leads nowhere, and every name used twice."""
    yield from repeated_codes(framework)
    yield from _repeated_items(framework)
    yield from _repeated_signs(framework)
    yield from _repeated_tags(framework)
    yield from _activity_faults(framework)
    yield from _judgement_faults(framework)
    yield from _section_faults(framework)
    yield from _field_faults(framework)
    yield from _coverage_faults(framework)
    yield from _paper_faults(framework)
    yield from plan_rule_faults(framework)
    yield from usual_faults(framework)
    yield from check_faults(framework)
    yield from measure_faults(framework)
    yield from follow_up_faults(framework)
    yield from fact_faults(framework)
    yield from when_faults(framework)


def vocabulary_faults(vocabulary: Vocabulary) -> Iterator[Fault]:
    """Yield every code, tag and word a vocabulary uses twice."""
    yield from repeated_codes(vocabulary)
    tags = [
        (("terms", i, "tags", j), tag) for i, term in enumerate(vocabulary.terms) for j, tag in enumerate(term.tags)
    ]
    yield from _repeated(tags, "a tag no other term has")
    words = [
        (("terms", i, "words", j), folded(word))
        for i, term in enumerate(vocabulary.terms)
        for j, word in enumerate(term.words)
    ]
    yield from _repeated([*tags, *words], "a word no term has as tag or word")


def repeated_codes(value: object, path: tuple[str | int, ...] = ()) -> Iterator[Fault]:
    """Yield the codes that occur twice in any one list inside a value; vocabularies are checked on their own."""
    if not is_dataclass(value):
        return
    for name in (field.name for field in fields(value)):
        inner = getattr(value, name)
        if isinstance(inner, tuple):
            codes = [((*path, name, i, "code"), one.code) for i, one in enumerate(inner) if hasattr(one, "code")]
            yield from _repeated(codes, "a code no other entry of the list has")
            for i, one in enumerate(inner):
                yield from repeated_codes(one, (*path, name, i))
        else:
            yield from repeated_codes(inner, (*path, name))


def _repeated(pairs: Iterable[tuple[Sequence[str | int], str]], expected: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for path, word in pairs:
        if word in seen:
            yield Fault(dotted(path), expected, f"found {word} a second time")
        seen.add(word)


def _repeated_items(framework: Framework) -> Iterator[Fault]:
    items = [
        (("preparation", i, "items", j, "code"), item.code)
        for i, group in enumerate(framework.preparation)
        for j, item in enumerate(group.items)
    ]
    yield from _repeated(items, "a code no other item has")


def _repeated_signs(framework: Framework) -> Iterator[Fault]:
    markers = list(enumerate(framework.markers))
    kinds = enumerate(framework.finding_kinds)
    criteria = enumerate(framework.judgement.criteria)
    yield from _repeated(((("markers", i, "prefix"), one.prefix) for i, one in markers), "a sign of its own")
    yield from _repeated(((("markers", i, "key"), one.key) for i, one in markers), "a letter of its own")
    yield from _repeated(((("finding_kinds", i, "key"), one.key) for i, one in kinds), "a letter of its own")
    yield from _repeated(
        ((("judgement", "criteria", i, "letter"), one.letter) for i, one in criteria), "a new letter"
    )


def _repeated_tags(framework: Framework) -> Iterator[Fault]:
    owners = dict(RESERVED_TAGS)
    for role, vocabulary in framework.vocabularies.items():
        for term in vocabulary.terms:
            for tag in (*term.tags, *map(folded, term.words)):
                if tag in owners:
                    yield Fault(f"vocabularies.{role}", "tags no other list has", f"#{tag} is {owners[tag]}")
                owners[tag] = f"{term.label} in {vocabulary.code}"
    for i, strand in enumerate(framework.strands):
        if strand.tag in owners:
            yield Fault(dotted(("strands", i, "tag")), "a tag of its own", f"#{strand.tag} is {owners[strand.tag]}")
        owners[strand.tag] = f"the strand {strand.label}"
        for word in map(folded, strand.words):
            if word in owners:
                yield Fault(dotted(("strands", i, "words")), "words of its own", f"#{word} is {owners[word]}")
            owners[word] = f"the strand {strand.label}"


def _activity_faults(framework: Framework) -> Iterator[Fault]:
    sources, strands = _terms(framework, "sources"), _codes(framework.strands)
    for i, one in enumerate(framework.activities):
        path = ("activities", i)
        yield from unknown((*path, "source"), [one.source], sources, "a code of the vocabulary of sources")
        yield from unknown((*path, "strand"), [one.strand], strands, "the code of a strand")
        if not one.days or max(one.days) > framework.days:
            yield Fault(dotted((*path, "days")), f"days from 1 to {framework.days}", found(list(one.days)))
    kinds = _codes(framework.finding_kinds)
    for i, marker in enumerate(framework.markers):
        yield from unknown(("markers", i, "finding"), [marker.finding], kinds, "the code of a kind of finding")


def _judgement_faults(framework: Framework) -> Iterator[Fault]:
    judgement = framework.judgement
    if judgement.criteria and not judgement.criterion_values:
        yield Fault("judgement.criterion_values", "the values a criterion can have", "found none")
    if judgement.capacity and not judgement.capacity_levels:
        yield Fault("judgement.capacity_levels", "the levels of capacity", "found none")
    options = judgement.decision.options if judgement.decision else ()
    for i, option in enumerate(options):
        if option.settled and not option.statement:
            key = dotted(("judgement", "decision", "options", i, "statement"))
            yield Fault(key, "the sentence the report carries, or settled = false", "the key is missing")
    groups = _codes(framework.finding_groups)
    for i, one in enumerate(judgement.estimates):
        path = ("judgement", "estimates", i)
        yield from unknown((*path, "group"), [one.group], groups, "the code of a finding group")
        if len(one.options) < 2:
            yield Fault(dotted((*path, "options")), "at least two options", f"found {len(one.options)}")


def _section_faults(framework: Framework) -> Iterator[Fault]:
    kinds, groups = _codes(framework.finding_kinds), _codes(framework.finding_groups)
    strands, markers = _codes(framework.strands), _codes(framework.markers)
    for i, one in enumerate(framework.outline):
        path = ("outline", i)
        yield from unknown((*path, "findings"), one.findings, kinds, "codes of kinds of finding")
        yield from unknown((*path, "group"), [one.group], groups, "the code of a finding group")
        yield from unknown((*path, "strands"), one.strands, strands, "codes of strands")
        yield from unknown((*path, "markers"), one.markers, markers, "codes of markers")
        if one.findings and groups and not one.group:
            yield Fault(dotted((*path, "group")), "the group whose findings stand here", "the key is missing")
        if one.decision and framework.judgement.decision is None:
            yield Fault(dotted((*path, "decision")), "a decision under judgement", "found none")


def _field_faults(framework: Framework) -> Iterator[Fault]:
    yield from _form_faults(framework, ("front",), framework.front)
    yield from _form_faults(framework, ("school_facts",), framework.school_facts)
    for i, section in enumerate(framework.outline):
        yield from _form_faults(framework, ("outline", i, "fields"), section.fields)


def _form_faults(framework: Framework, path: tuple[str | int, ...], form: tuple[Field, ...]) -> Iterator[Fault]:
    known = _PATHS | {f"estimate.{one.code}" for one in framework.judgement.estimates}
    known |= {f"fact.{one.code}" for one in framework.school_facts}
    for i, one in enumerate(form):
        if not one.default.startswith("="):
            yield from unknown((*path, i, "default"), [one.default], known, "a fact of the visit that exists")
        if one.kind == "choice" and not one.options and not one.default.startswith("estimate."):
            yield Fault(dotted((*path, i, "options")), "the options of a choice", "found none")


def _coverage_faults(framework: Framework) -> Iterator[Fault]:
    for key, role in (("coverage_years", "years"), ("coverage_subjects", "subjects")):
        expected = f"codes of the vocabulary of {role}"
        yield from unknown((key,), getattr(framework, key), _terms(framework, role), expected)
    phases = framework.vocabularies.get("phases")
    for term in phases.terms if phases else ():
        expected = f"codes of the vocabulary of years for {term.label}"
        yield from unknown(("vocabularies", "phases"), term.years, _terms(framework, "years"), expected)


def _paper_faults(framework: Framework) -> Iterator[Fault]:
    known, recipients = _codes(EVERY_PAPER), _codes(framework.distribution)
    for i, one in enumerate(framework.papers):
        path = ("papers", i)
        yield from unknown((*path, "code"), [one.code], known, "a paper that can be made")
        yield from unknown((*path, "recipients"), one.recipients, recipients, "codes of the distribution")


def _codes(entries: Iterable[object]) -> frozenset[str]:
    return frozenset(getattr(one, "code") for one in entries)  # noqa: B009


def _terms(framework: Framework, role: str) -> frozenset[str]:
    vocabulary = framework.vocabularies.get(role)
    return frozenset(term.code for term in vocabulary.terms) if vocabulary else frozenset()
