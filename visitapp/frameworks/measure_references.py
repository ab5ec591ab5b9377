"""Whether what is measured and what follows a visit name only what is there."""

from collections.abc import Iterator

from visitapp.domain.framework import Framework
from visitapp.frameworks.faults import Fault, dotted
from visitapp.frameworks.naming_faults import unknown


def measure_faults(framework: Framework) -> Iterator[Fault]:
    """Yield every aim, rhythm or rating that is named and not there."""
    measures = framework.measures
    aims, rhythms = {one.code for one in measures.aims}, {one.code for one in measures.rhythms}
    for i, one in enumerate(measures.indicators):
        path = ("measures", "indicators", i)
        yield from unknown((*path, "aim"), [one.aim], aims, "the code of an aim")
        yield from unknown((*path, "rhythm"), [one.rhythm], rhythms, "the code of a rhythm")
    for i, section in enumerate(framework.outline):
        if section.measures and not measures.indicators:
            yield Fault(dotted(("outline", i, "measures")), "indicators under measures", "found none")
    if measures.indicators and not measures.ratings:
        yield Fault("measures.ratings", "the ratings an indicator can have", "found none")


def follow_up_faults(framework: Framework) -> Iterator[Fault]:
    """Yield every context that is named for a second visit and not there."""
    contexts = {one.code for one in framework.contexts}
    yield from unknown(("follow_up", "second_visit"), framework.follow_up.second_visit, contexts, "codes of contexts")


def fact_faults(framework: Framework) -> Iterator[Fault]:
    """Yield every school fact a criterion or a section names that the framework does not ask for, and every sentence
    of a fact that has no place for it."""
    facts = {one.code for one in framework.school_facts}
    for i, one in enumerate(framework.judgement.criteria):
        yield from unknown(("judgement", "criteria", i, "facts"), one.facts, facts, "codes of school facts")
    for i, section in enumerate(framework.outline):
        yield from unknown(("outline", i, "facts"), section.facts, facts, "codes of school facts")
    for i, fact in enumerate(framework.school_facts):
        if fact.says and "{value}" not in fact.says:
            yield Fault(dotted(("school_facts", i, "says")), "a sentence with {value} in it", f"found {fact.says}")
    support = framework.judgement.support
    if support is not None and not support.responses:
        yield Fault("judgement.support.responses", "the responses that may be asked for", "found none")
