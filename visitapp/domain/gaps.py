"""What has not been seen yet, in the order in which it is worth mending.

The order asks two things of a gap: how soon the chance to close it goes by, and how far one must walk for it.

1. An activity about to end with prompts unanswered: its people leave the room in minutes.
2. A planned lesson or required activity that is over with nothing written: it was promised, and memory fades.
3. A year group nobody has looked at: its classrooms are open only while school is on.
4. A pupil group nobody has looked at: any lesson still to come can be looked at for it.
5. A strand without evidence, such as governance or safeguarding: people and papers can be asked for all day.
6. A kind of source an activity was to bring and has not: the same, and it only widens what is known.
7. Prompts left open in an activity that runs or is over: often answered elsewhere, and never a duty.

While nothing at all is written only the first two are said, since all else is still to come. Without a moment (a
visit that has no date) every planned lesson counts as due, and nothing is said of activities.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from visitapp.domain.coverage import Coverage, column_of
from visitapp.domain.framework import Activity
from visitapp.domain.planning import Moment
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Slot

_CLOSING_MINUTES = 10


@dataclass(frozen=True, slots=True)
class Scene:
    """All a rule looks at: the record, its counts, and where the clock is in the visit (None without a date)."""

    record: VisitRecord
    coverage: Coverage
    moment: Moment | None

    def is_over(self, slot: Slot) -> bool:
        """Tell whether a slot has ended; without a moment every slot counts as due."""
        return self.moment is None or self.moment.minutes_left(slot) <= 0

    def begun(self) -> Iterator[tuple[Slot, Activity, int]]:
        """Yield every required activity that runs or is over, with its slot and the minutes it still has."""
        moment = self.moment
        for slot in self.record.slots if moment else ():
            activity = self.record.framework.activity(slot.activity)
            wanted = activity is not None and activity.required and not slot.part_of
            if moment and activity and wanted and moment.minutes_until(slot) <= 0:
                yield slot, activity, moment.minutes_left(slot)


def gaps(record: VisitRecord, coverage: Coverage, moment: Moment | None = None) -> Iterator[str]:
    """Yield a sentence for every gap, the one most worth closing first."""
    scene = Scene(record, coverage, moment)
    for rule in _ALWAYS if not coverage.notes else (*_ALWAYS, *_ONCE_BEGUN):
        yield from rule(scene)


def most_useful_gap(record: VisitRecord, coverage: Coverage, moment: Moment | None = None) -> str:
    """Return one sentence naming the gap most worth closing, or nothing."""
    return next(gaps(record, coverage, moment), "")


def _closing(scene: Scene) -> Iterator[str]:
    for _, activity, left in scene.begun():
        open_ones = _open_prompts(scene, activity)
        if open_ones and 0 < left <= _CLOSING_MINUTES:
            yield f"{activity.short} ends in {left} min: {open_ones}."


def _nothing_written(scene: Scene) -> Iterator[str]:
    label = scene.record.framework.label
    due = {
        (year, column_of(scene.record, slot.subject))
        for slot in scene.record.slots
        if slot.subject and scene.is_over(slot)
        for year in slot.years
    }
    empty = due & scene.coverage.planned_but_empty()
    for year, subject in sorted(empty, key=lambda cell: _order(scene.record, cell)):
        yield f"Planned, but nothing yet: {label('years', year)}, {label('subjects', subject).lower()}."
    for _, activity, left in scene.begun():
        if left <= 0 and not scene.coverage.activities.get(activity.code):
            yield f"{activity.short} is over, and no note is from it."


def _years(scene: Scene) -> Iterator[str]:
    planned = {year for slot in scene.record.slots for year in slot.years}
    for year in scene.record.framework.coverage_years:
        if year not in scene.coverage.years:
            plan = "" if year in planned else ", and no visit is planned there"
            yield f"Nothing from {scene.record.framework.label('years', year)}{plan}."


def _groups(scene: Scene) -> Iterator[str]:
    planned = {group for slot in scene.record.slots if slot.part_of for group in slot.groups}
    vocabulary = scene.record.framework.vocabularies.get("groups")
    for term in vocabulary.terms if vocabulary else ():
        if term.common and term.code not in scene.coverage.groups:
            plan = "" if term.code in planned else ", and no lesson is planned for it"
            yield f"No note yet on \u201c{term.label}\u201d{plan}."


def _strands(scene: Scene) -> Iterator[str]:
    for strand in scene.record.framework.strands:
        if not scene.coverage.strands[strand.code]:
            yield f"No evidence yet on {strand.label.lower()}."


def _sources(scene: Scene) -> Iterator[str]:
    told: set[str] = set()
    for _, activity, left in scene.begun():
        if left <= 0 and activity.source and activity.source not in {*scene.coverage.sources, *told}:
            told.add(activity.source)
            label = scene.record.framework.label("sources", activity.source)
            yield f"No note yet from \u201c{label}\u201d."


def _open(scene: Scene) -> Iterator[str]:
    for _, activity, left in scene.begun():
        open_ones = _open_prompts(scene, activity)
        if open_ones:
            yield f"{activity.short} {'is over' if left <= 0 else 'is running'}: {open_ones}."


def _open_prompts(scene: Scene, activity: Activity) -> str:
    asked = len(activity.prompts)
    unanswered = asked - scene.coverage.answered(activity)
    return f"{unanswered} of {asked} prompts {'has' if unanswered == 1 else 'have'} no note" if unanswered else ""


def _order(record: VisitRecord, cell: tuple[str, str]) -> tuple[int, str]:
    years = record.framework.coverage_years
    return (years.index(cell[0]) if cell[0] in years else len(years), cell[1])


_Rule = Callable[[Scene], Iterator[str]]
_ALWAYS: tuple[_Rule, ...] = (_closing, _nothing_written)
_ONCE_BEGUN: tuple[_Rule, ...] = (_years, _groups, _strands, _sources, _open)
