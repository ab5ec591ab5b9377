"""The tables of outcomes of an authority or a school: gathered off the window's thread, shown, written to Word."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.background import run_in_background
from ui.workspace.published import Published
from visitapp.domain.published.story import Support
from visitapp.domain.report import Report

if TYPE_CHECKING:
    from sqlmodel import Session

Ask = Callable[["Callable[[Session], Any]", Callable[[Any], None]], None]
_COMBINED = "ks2-rwm-expected"
_SEPTEMBER = 9


@dataclass(frozen=True, slots=True)
class Place:
    """Whose tables: an authority by its code, or one school of it by its URN; `name` is what it is called."""

    authority: str
    name: str
    urn: str = ""


class StoryTables(QObject):
    """Makes the tables of a place; one of `made` and `refused` follows each wish, `written` a file."""

    made = Signal(object)
    refused = Signal(str)
    written = Signal(object)

    def __init__(
        self, published: Published, ask: Ask, author: str, now: Callable[[], datetime], *, sample: bool
    ) -> None:
        super().__init__(published)
        self._published, self._ask = published, ask
        self._author, self._now, self._sample = author, now, sample

    def places(self) -> tuple[Place, ...]:
        """Return the authorities there are results of, by name; a code stands for a name nobody read in."""
        names = {code: name for code, name, _ in self._published.authorities()}
        found = [Place(code, names.get(code, code)) for code in self._published.authorities_with(_COMBINED)]
        return tuple(sorted(found, key=_by_name))

    def make(self, place: Place, threshold: float) -> None:
        """Begin to make the tables of a place; `threshold` is the per cent that schools are counted below."""
        from visitapp.store.support_days import support_given

        self._ask(support_given, partial(self._make, place, threshold))

    def write(self, report: Report, path: Path) -> None:
        """Write a paper of tables to Word, read back before it is said to be there."""
        run_in_background(self, partial(_write, report, path), self.written.emit, self.refused.emit)

    def _make(self, place: Place, threshold: float, given: Iterable[tuple[str, str, float]]) -> None:
        support = tuple(Support(urn, _year_of(on), days) for urn, on, days in given if on[:4].isdecimal())
        work = partial(self._report, place, threshold, support)
        run_in_background(self, work, self.made.emit, self.refused.emit)

    def _report(self, place: Place, threshold: float, given: tuple[Support, ...]) -> Report:
        from visitapp.domain.papers.outcomes import outcomes_paper
        from visitapp.domain.published.story import GROUPS_TOLD, Story, key_stage_2, measures_told
        from visitapp.frameworks.measures import load_measures

        figures = self._published.figures_in(measures_told(), GROUPS_TOLD, place.authority)
        story = Story(figures, load_measures(), place.authority, place.urn)
        tables = key_stage_2(story, threshold, given, of_school=bool(place.urn))
        about, code = ("school", place.urn) if place.urn else ("authority", place.authority)
        found = self._published.sources_of(about, [code])
        sources = dict.fromkeys(
            f"{title}, {period}{f' ({release})' if release else ''}. {line}" for title, period, release, line in found
        )
        return outcomes_paper(
            tables, place.name, tuple(sources), author=self._author, created=self._now(), sample=self._sample
        )


def _write(report: Report, path: Path) -> Path:
    from exports.word.write import write_word

    write_word(report, path)
    return path


def _year_of(day: str) -> str:
    """Return the calendar year in which the academic year of an ISO day ends."""
    return str(int(day[:4]) + (int(day[5:7] or 0) >= _SEPTEMBER))


def _by_name(place: Place) -> tuple[str, str]:
    return place.name, place.authority
