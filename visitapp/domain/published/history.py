"""The inspections of a school, published and typed, as dated events side by side: never one line, never a trend."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from visitapp.domain.forms import long_date, short_date
from visitapp.domain.preparing import KnownInspection
from visitapp.domain.published.inspections import AreaJudgement, PublishedInspection
from visitapp.domain.published.scales import (
    CONCERN,
    EXPECTED,
    GRADED,
    MONITORING,
    REPORT_CARD,
    SAFEGUARDING,
    InspectionLists,
    Scale,
)

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_NAMED = 2
"""So many areas with one grade are named; more are counted."""


@dataclass(frozen=True, slots=True)
class Event:
    """One inspection. `on` is an ISO day, empty when nobody said it, and `when` the same in words; `headline` what
    was said of the school and `framework_words` under which framework, so that no grade stands without its time.

    `source` says who says so; `typed_id` is the record somebody typed, `number` the inspectorate's own where it is
    published, `urn` the school's number at the time.
    """

    on: str
    when: str
    sort: str
    framework: str
    headline: str
    framework_words: str
    areas: tuple[AreaJudgement, ...] = ()
    outcome: str = ""
    concern: str = ""
    safeguarding: str = ""
    points: tuple[str, ...] = ()
    source: str = ""
    typed_id: str = ""
    number: str = ""
    urn: str = ""

    @property
    def dated(self) -> str:
        """Return the event as one dated text, such as "Good overall, 12 November 2014, 2012 framework"."""
        when = long_date(self.on) if self.on else self.when
        return ", ".join(filter(None, (self.headline, when, self.framework_words)))


def history(
    published: Iterable[PublishedInspection], typed: Iterable[KnownInspection], lists: InspectionLists
) -> tuple[Event, ...]:
    """Return every inspection once, the oldest first, those without a day last.

    A typed one of the same day and sort as a published one is the same event: what was typed wins.
    """
    waiting: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for one in sorted(published, key=_number):
        event = _published(one, lists)
        waiting[event.on, _sort(event.sort)].append(event)
    found = []
    for known in sorted((one for one in typed if _happened(one)), key=_id):
        event = _typed(known, lists)
        same = waiting[event.on, _sort(event.sort)] if event.on else []
        found.append(_both(event, same.pop(0), lists) if same else event)
    found += [event for events in waiting.values() for event in events]
    return tuple(sorted(found, key=_when))


def not_yet_known(elsewhere: Iterable[KnownInspection], events: Iterable[Event]) -> tuple[KnownInspection, ...]:
    """Return the dated inspections typed for other visits that are none of these events, each once, the newest
    first."""
    known = {(event.on, _sort(event.sort)) for event in events}
    found = {}
    for one in sorted(elsewhere, key=_id):
        key = one.on, _sort(one.kind or GRADED)
        if one.on and _happened(one) and key not in known:
            found[key] = one
    return tuple(found[key] for key in sorted(found, reverse=True))


def next_expected(typed: Iterable[KnownInspection], lists: InspectionLists) -> tuple[Event, ...]:
    """Return the next inspection as somebody typed it, each where several did; it is never worked out."""
    known = [one for one in typed if one.kind == EXPECTED and not one.deleted]
    return tuple(_expected(one, lists) for one in sorted(known, key=_id))


def _expected(one: KnownInspection, lists: InspectionLists) -> Event:
    framework = lists.framework(one.framework)
    return Event(
        on=one.on,
        when=one.outcome or short_date(one.on),
        sort=EXPECTED,
        framework=one.framework,
        headline=(framework.note if framework else "") or lists.sorts[EXPECTED],
        framework_words=framework.label if framework else "",
        outcome=one.outcome,
        points=one.points,
        source=one.source,
        typed_id=one.id,
    )


def _published(one: PublishedInspection, lists: InspectionLists) -> Event:
    event = Event(
        on=one.started_on,
        when=short_date(one.started_on),
        sort=one.sort,
        framework=one.framework,
        headline="",
        framework_words="",
        areas=one.areas,
        outcome=one.outcome,
        concern=one.concern,
        safeguarding=one.safeguarding,
        source=one.source or lists.source,
        number=one.number,
        urn=one.urn,
    )
    return _in_words(event, lists)


def _typed(one: KnownInspection, lists: InspectionLists) -> Event:
    said = judgements_of(one, lists)
    event = Event(
        on=one.on,
        when=short_date(one.on),
        sort=one.kind or GRADED,
        framework=one.framework,
        headline="",
        framework_words="",
        areas=tuple(
            AreaJudgement(area, words, words) for area, words in said.items() if area not in (SAFEGUARDING, CONCERN)
        ),
        outcome=one.outcome,
        concern=said.get(CONCERN, ""),
        safeguarding=said.get(SAFEGUARDING, ""),
        points=one.points,
        source=one.source,
        typed_id=one.id,
    )
    return _in_words(event, lists)


def judgements_of(one: KnownInspection, lists: InspectionLists) -> Mapping[str, str]:
    """Return the words typed for each area by its code, or by its own name when it is called nothing known."""
    parted = (line.partition(":") for line in one.judgements)
    return {
        lists.area_of(one.framework, label): words.strip()
        for label, colon, words in parted
        if colon and words.strip()
    }


def _both(typed: Event, known: Event, lists: InspectionLists) -> Event:
    """Return one event of a typed and a published one: typed words where there are any, the published beside."""
    framework = typed.framework or known.framework
    areas = {one.area: one for one in (*known.areas, *typed.areas)}
    event = replace(
        known,
        sort=typed.sort,
        framework=framework,
        areas=tuple(areas.values()),
        outcome=typed.outcome or known.outcome,
        concern=typed.concern or known.concern,
        safeguarding=typed.safeguarding or known.safeguarding,
        points=typed.points,
        source="; ".join(filter(None, (typed.source, known.source))),
        typed_id=typed.typed_id,
    )
    return _in_words(event, lists)


def _in_words(event: Event, lists: InspectionLists) -> Event:
    framework = lists.framework(event.framework)
    label = framework.label if framework else ""
    if event.sort in (GRADED, REPORT_CARD):
        said = label
    elif event.sort == MONITORING or framework is None or not framework.short:
        said = lists.sorts.get(event.sort, "")
    else:
        said = framework.short
    return replace(event, headline=_headline(event, lists) or "No grade given", framework_words=said)


def _headline(event: Event, lists: InspectionLists) -> str:
    scale = lists.scale_of(event.framework)
    if event.outcome:
        on_scale = scale is not None and event.sort == GRADED and event.outcome in scale.words
        return f"{event.outcome} overall" if on_scale else event.outcome
    groups: dict[str, list[str]] = defaultdict(list)
    for one in event.areas:
        groups[one.words].append(lists.areas[one.area].short if one.area in lists.areas else one.area)
    ordered = sorted(groups, key=lambda words: (-len(groups[words]), _place(scale, words), words))
    parts = [_group(words, groups[words], whole=len(groups) == 1) for words in ordered]
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]


def _group(words: str, areas: list[str], *, whole: bool) -> str:
    low = words[:1].lower() + words[1:]
    if len(areas) <= _NAMED:
        return f"{low} in {' and '.join(areas)}"
    count = _NUMBERS[len(areas)] if len(areas) < len(_NUMBERS) else str(len(areas))
    return f"{low} in {'all ' if whole else ''}{count} areas"


def _place(scale: Scale | None, words: str) -> int:
    return scale.place(words) if scale is not None else 0


def _happened(one: KnownInspection) -> bool:
    return one.kind != EXPECTED and not one.deleted


def _sort(sort: str) -> str:
    """Return the sort by which a typed and a published inspection are the same: a report card is a full one."""
    return GRADED if sort == REPORT_CARD else sort


def _number(one: PublishedInspection) -> tuple[str, str]:
    return one.number, one.urn


def _id(one: KnownInspection) -> str:
    return one.id


def _when(event: Event) -> tuple[bool, str, str, str]:
    return not event.on, event.on, event.number, event.typed_id
