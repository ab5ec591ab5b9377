"""The tables of outcomes of an authority or a school: gathered off the window's thread, shown, written to Word
or to a spreadsheet."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, SignalInstance

from ui.background import run_in_background
from ui.workspace.published import Published
from visitapp.domain.papers.outcomes import Outcomes, Source, outcomes_lists, outcomes_paper
from visitapp.domain.published.batches import Batch
from visitapp.domain.published.figures import Figure
from visitapp.domain.published.lineage import predecessors
from visitapp.domain.published.schools import RegisterSchool, SchoolLink
from visitapp.domain.published.story import Story
from visitapp.domain.published.story_origin import under_earlier_numbers
from visitapp.domain.published.story_table import COMBINED, Support, Thresholds
from visitapp.domain.school_year import school_year_of

if TYPE_CHECKING:
    from sqlmodel import Session

    from visitapp.store.connection import Connection

Ask = Callable[["Callable[[Session], Any]", Callable[[Any], None]], None]
SPREADSHEET = ".xlsx"


@dataclass(frozen=True, slots=True)
class Place:
    """Whose tables: an authority by its code, or one school of it by its URN; `name` is what it is called."""

    authority: str
    name: str
    urn: str = ""


class StoryTables(QObject):
    """Makes the tables of a place; one of `made` and `refused` follows the last wish, one of `written` and
    `unwritten` each file."""

    made = Signal(object)
    refused = Signal(str)
    written = Signal(object)
    unwritten = Signal(str)

    def __init__(
        self, published: Published, ask: Ask, author: str, now: Callable[[], datetime], *, sample: bool
    ) -> None:
        super().__init__(published)
        self._published, self._ask = published, ask
        self._author, self._now, self._sample = author, now, sample
        self._wishes = 0

    @property
    def trouble(self) -> str:
        """Return why the register could not be asked just now, empty when it could."""
        return self._published.trouble.says if self._published.trouble is not None else ""

    def find_places(self, done: Callable[[tuple[Place, ...]], None], failed: Callable[[str], None]) -> None:
        """Find the authorities there are results of, by name, off the window's thread; one whose name nobody read in
        is told by its code. `failed` gets a sentence where they cannot be read."""
        work = partial(self._published.answer, _authorities)
        run_in_background(self, work, partial(self._tell_places, done), failed)

    def has_register(self) -> bool:
        """Return whether there is a register in which schools can be looked for; `trouble` says why not."""
        return self._published.has_register()

    def find(self, authority: str, text: str, done: Callable[[tuple[RegisterSchool, ...]], None]) -> None:
        """Look for schools of an authority that have results, off the window's thread."""
        self._published.find_schools(text, done, authority, COMBINED)

    def make(self, place: Place, thresholds: Thresholds) -> None:
        """Begin to make the tables of a place; schools are counted below and above the thresholds."""
        from visitapp.store.support_days import support_given

        self._wishes += 1
        self._ask(support_given, partial(self._make, self._wishes, place, thresholds))

    def write(self, outcomes: Outcomes, path: Path) -> None:
        """Write tables to Word, or to a spreadsheet by the file's name, read back first."""
        run_in_background(self, partial(_write, outcomes, path), self.written.emit, self.unwritten.emit)

    def _tell_places(self, done: Callable[[tuple[Place, ...]], None], found: tuple[tuple[str, str], ...]) -> None:
        unnamed = self.tr("Authority {code}")
        named = (Place(code, name or unnamed.format(code=code)) for code, name in found)
        done(tuple(sorted(named, key=_by_name)))

    def _make(self, wish: int, place: Place, thresholds: Thresholds, given: Iterable[tuple[str, str, float]]) -> None:
        support = tuple(Support(urn, year, days) for urn, on, days in given if (year := school_year_of(on)))
        work = partial(self._outcomes, place, thresholds, support)
        run_in_background(self, work, partial(self._tell, wish, self.made), partial(self._tell, wish, self.refused))

    def _tell(self, wish: int, signal: SignalInstance, told: Outcomes | str) -> None:
        if wish == self._wishes:  # nobody waits for what was asked before another place was picked
            signal.emit(told)

    def _outcomes(self, place: Place, thresholds: Thresholds, given: tuple[Support, ...]) -> Outcomes:
        from visitapp.domain.published.key_stage_2 import key_stage_2
        from visitapp.frameworks.measures import load_measures

        figures, links, files = self._published.answer(partial(_gathered, place=place))
        remarks: tuple[str, ...] = ()
        if place.urn:
            alone = [one.urn for one in predecessors(place.urn, links) if one.alone]
            figures, remarks = under_earlier_numbers(figures, place.urn, alone)
        story = Story(figures, load_measures(), place.authority, place.urn, {one.id: one.title for one in files})
        tables = key_stage_2(story, thresholds, given)
        used = story.files() if tables else frozenset()
        sources = tuple(
            Source(one.title, one.period, one.release, one.attribution, one.imported_at[:10])
            for one in files
            if one.id in used
        )
        return Outcomes(place.name, tables, sources, self._author, self._now(), self._sample, remarks)


def _authorities(connection: "Connection") -> tuple[tuple[str, str], ...]:
    """Return code and name, empty where nobody read it in, of the authorities there are results of."""
    from visitapp.store.published import figures, schools

    names = {code: name for code, name, _ in schools.authorities(connection)}
    return tuple((code, names.get(code, "")) for code in figures.authorities_with(connection, COMBINED))


def _gathered(
    connection: "Connection", place: Place
) -> tuple[tuple[Figure, ...], tuple[SchoolLink, ...], tuple[Batch, ...]]:
    """Return the figures for a place, the links of the school if it is one, and the files: all of it or a fault."""
    from visitapp.domain.published.key_stage_2 import GROUPS_TOLD, MEASURES_TOLD
    from visitapp.store.published import batches, figures, schools

    links = schools.links_of(connection, place.urn) if place.urn else ()
    found = figures.figures_in(connection, MEASURES_TOLD, GROUPS_TOLD, place.authority)
    return found, links, batches.batches(connection)


def _write(outcomes: Outcomes, path: Path) -> Path:
    if path.suffix.lower() == SPREADSHEET:
        from exports.handover.sheets import write_lists

        write_lists(outcomes_lists(outcomes), outcomes_paper(outcomes), path)
    else:
        from exports.word.write import write_word

        write_word(outcomes_paper(outcomes), path)
    return path


def _by_name(place: Place) -> tuple[str, str]:
    return place.name, place.authority
