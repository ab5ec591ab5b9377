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
from functools import partial

from visitapp.domain.coverage import column_of, coverage_of
from visitapp.domain.framework import Activity
from visitapp.domain.matters import Matter, matters_of
from visitapp.domain.matters.of_coverage import (
    ACTIVITY,
    GROUP,
    LESSON,
    PROMPTS,
    SOURCE,
    STRAND,
    YEAR,
    lesson_about,
)
from visitapp.domain.planning import Moment
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Slot

_CLOSING_MINUTES = 10


@dataclass(frozen=True, slots=True)
class Scene:
    """All a gap depends on: the record, what it lacks by kind and code, and where the clock is in the visit (None
    without a date)."""

    record: VisitRecord
    unseen: dict[str, dict[str, Matter]]
    moment: Moment | None

    def of(self, kind: str) -> dict[str, Matter]:
        """Return the matters of a kind by what they are about."""
        return self.unseen.get(kind, {})

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


def gaps(record: VisitRecord, moment: Moment | None = None) -> Iterator[str]:
    """Yield a sentence for every gap, the one most worth closing first: what the list of matters says is unseen, and
    is due by now."""
    unseen: dict[str, dict[str, Matter]] = {}
    for one in matters_of(record, "capture"):
        unseen.setdefault(one.kind, {})[one.about] = one
    scene = Scene(record, unseen, moment)
    for rule in _ALWAYS if not coverage_of(record).notes else (*_ALWAYS, *_ONCE_BEGUN):
        yield from rule(scene)


def most_useful_gap(record: VisitRecord, moment: Moment | None = None) -> str:
    """Return one sentence naming the gap most worth closing, or nothing."""
    return next(gaps(record, moment), "")


def _closing(scene: Scene) -> Iterator[str]:
    for _, activity, left in scene.begun():
        open_ones = _open_prompts(scene, activity)
        if open_ones and 0 < left <= _CLOSING_MINUTES:
            yield f"{activity.short} ends in {left} min: {open_ones}."


def _nothing_written(scene: Scene) -> Iterator[str]:
    due = {
        lesson_about(year, column_of(scene.record, slot.subject))
        for slot in scene.record.slots
        if slot.subject and scene.is_over(slot)
        for year in slot.years
    }
    for about, matter in scene.of(LESSON).items():
        if about in due:
            yield f"{matter.words}."
    for _, activity, left in scene.begun():
        if left <= 0 and activity.code in scene.of(ACTIVITY):
            yield f"{activity.short} is over, and no note is from it."


def _unseen(kind: str, scene: Scene) -> Iterator[str]:
    return (f"{matter.words}." for matter in scene.of(kind).values())


def _sources(scene: Scene) -> Iterator[str]:
    over = dict.fromkeys(activity.source for _, activity, left in scene.begun() if left <= 0)
    return (f"{scene.of(SOURCE)[code].words}." for code in over if code in scene.of(SOURCE))


def _open(scene: Scene) -> Iterator[str]:
    for _, activity, left in scene.begun():
        open_ones = _open_prompts(scene, activity)
        if open_ones:
            yield f"{activity.short} {'is over' if left <= 0 else 'is running'}: {open_ones}."


def _open_prompts(scene: Scene, activity: Activity) -> str:
    found = scene.of(PROMPTS).get(activity.code)
    return found.words.removeprefix(f"{activity.short}: ") if found else ""


_Rule = Callable[[Scene], Iterator[str]]
_ALWAYS: tuple[_Rule, ...] = (_closing, _nothing_written)
_ONCE_BEGUN: tuple[_Rule, ...] = (*(partial(_unseen, kind) for kind in (YEAR, GROUP, STRAND)), _sources, _open)
