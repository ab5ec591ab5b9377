"""Half a page for those who govern: the decision, three strengths and three concerns, the first actions."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain, islice, zip_longest

from visitapp.domain.deciding import chosen_decision, chosen_option
from visitapp.domain.finding import Action, Finding
from visitapp.domain.forms import anchor, short_date
from visitapp.domain.framework import FindingKind
from visitapp.domain.papers.plain_words import first_sentence, words_of
from visitapp.domain.record import VisitRecord
from visitapp.domain.report import Block, Bullet, Bullets, Paragraph, Report, ReportSection

MOST = 3
"""How many strengths, how many concerns and how many actions stand on the page."""
NOT_DECIDED = "Not decided yet"
_STRENGTH, _HEAVIEST_FIRST = "strength", ("risk", "develop")


def governors_page(record: VisitRecord, report: Report) -> Report:
    """Return the decision, the first sentence of up to three strengths and three concerns, and up to three actions.

    Every word is the record's or the framework's. Strengths are kinds of finding with the tone of strength;
    concerns are risks first, heaviest first, then what is to be developed. Groups of findings take turns.
    Whom it is for stands under the title, to save room.
    """
    sections = (_decided(record), *_found(record), *_agreed(record))
    readers = f"For: {', '.join(report.distribution)}" if report.distribution else ""
    subtitle = ". ".join(part for part in (report.subtitle, readers) if part)
    return replace(report, front=(), sections=sections, subtitle=subtitle, distribution=())


def _decided(record: VisitRecord) -> ReportSection:
    asked = record.framework.judgement.decision
    title = asked.title if asked else record.framework.judgement.title
    return ReportSection("paper.decision", title, 1, tuple(_decision_blocks(record)))


def _decision_blocks(record: VisitRecord) -> Iterator[Block]:
    judgement, chosen = record.framework.judgement, chosen_decision(record)
    if chosen is not None:
        yield Paragraph(anchor(record, "decision"), chosen.statement or chosen.label, "statement")
    elif judgement.decision is not None:
        yield Paragraph(anchor(record, "decision"), NOT_DECIDED)
    for estimate in judgement.estimates:
        answer = record.answer(f"estimate.{estimate.code}")
        option = chosen_option(estimate.options, answer.value)
        said = option.label if option else NOT_DECIDED
        yield Paragraph(anchor(record, f"estimate.{estimate.code}"), f"{estimate.title}: {said}")


def _found(record: VisitRecord) -> Iterator[ReportSection]:
    kinds = record.framework.finding_kinds
    yield from _listed(record, [kind for kind in kinds if kind.tone == _STRENGTH])
    yield from _listed(record, sorted((kind for kind in kinds if kind.tone in _HEAVIEST_FIRST), key=_weight))


def _listed(record: VisitRecord, kinds: Iterable[FindingKind]) -> Iterator[ReportSection]:
    """Yield one section with the first findings of these kinds, under their names; nothing when there is none."""
    named: list[str] = []
    items: list[Bullet] = []
    for kind in kinds:
        found = list(islice(_in_turn(record, kind), MOST - len(items)))
        items += [Bullet(one.id, first_sentence(words_of(one.text))) for one in found]
        named += [kind.plural] if found else []
    if items:
        heading = " and ".join((named[0], *(plural.lower() for plural in named[1:])))
        yield ReportSection(f"paper.{items[0].id}", heading, 1, (Bullets(tuple(items)),))


def _in_turn(record: VisitRecord, kind: FindingKind) -> Iterator[Finding]:
    """Yield the findings of a kind that say something: the first of every group, then the second of every group."""
    levels = [""] + [one.code for one in record.framework.judgement.risk_levels]
    groups: list[str | None] = [group.code for group in record.framework.finding_groups] or [None]
    columns = [
        sorted(
            (one for one in record.findings(kind.code, group) if words_of(one.text)), key=partial(_lightness, levels)
        )
        for group in groups
    ]
    yield from (one for one in chain.from_iterable(zip_longest(*columns)) if one is not None)


def _agreed(record: VisitRecord) -> Iterator[ReportSection]:
    actions = [one for one in record.actions if one.text.strip()]
    items = tuple(Bullet(one.id, _action_words(one)) for one in actions[:MOST])
    heading = "Agreed actions" if len(actions) <= MOST else f"The first {MOST} of {len(actions)} agreed actions"
    if items:
        yield ReportSection("paper.actions", heading, 1, (Bullets(items),))


def _action_words(action: Action) -> str:
    """Return an action with who does it and by when, as far as that is said."""
    by = f"by {short_date(action.due)}" if action.due else ""
    said = ", ".join(part for part in (action.owner.strip(), by) if part)
    return f"{action.text.strip()} ({said})" if said else action.text.strip()


def _lightness(levels: list[str], finding: Finding) -> int:
    """Return the lower the heavier the finding weighs; those of one level keep their order."""
    return -levels.index(finding.level) if finding.level in levels else 0


def _weight(kind: FindingKind) -> int:
    return _HEAVIEST_FIRST.index(kind.tone)
