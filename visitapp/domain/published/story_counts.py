"""Tables that count the schools of an authority: on either side of a threshold, by change, by days of support."""

from collections.abc import Iterable, Sequence

from visitapp.domain.published.story import Story
from visitapp.domain.published.story_table import (
    StoryCell,
    StoryTable,
    Support,
    counted,
    days_given,
    label,
    mean,
    named_years,
    plain,
    share,
)
from visitapp.domain.school_year import said_year

_BASE = "Mainstream schools with a published figure; schools without one are in no count."
_MOST_YEARS = 6


def beyond(story: Story, code: str, threshold: float, *, at_least: bool) -> StoryTable:
    """Return how many schools are at or above a threshold, or below it, by year."""
    years = tuple(reversed(story.school_years()[:_MOST_YEARS]))
    counts, shares, bases = [], [], []
    for year in years:
        values = story.school_values(year)
        count = sum((value >= threshold) == at_least for value in values.values())
        counts.append(counted(count))
        shares.append(share(count, len(values)))
        bases.append(counted(len(values)))
    title = f"Schools {'at or above' if at_least else 'below'} {plain(threshold)} %"
    rows = (
        (label(title), *counts),
        (label("Share of schools, %"), *shares),
        (label("Schools with a figure"), *bases),
    )
    header = ("Count", *map(said_year, years))
    return StoryTable(code, title, header, rows if years else (), _noted(story, years, _BASE))


def change(story: Story, code: str, steps: Sequence[float]) -> StoryTable:
    """Return how many schools rose by more than so many points between the last two years, and how many fell."""
    header = ("Change", "Schools", "Share of schools, %")
    newest = story.school_years()[:2]
    if len(newest) < 2:
        return StoryTable(code, "Change between two years", header, ())
    after, before = newest
    changes = [*_moved(story, before, after).values()]
    told = [(f"Rose by more than {plain(step)} points", sum(one > step for one in changes)) for step in steps]
    told += [("Fell", sum(one < 0 for one in changes)), ("Stayed", sum(one == 0 for one in changes))]
    rows = tuple((label(words), counted(count), share(count, len(changes))) for words, count in told)
    note = f"Of {len(changes)} schools with a figure in both {said_year(before)} and {said_year(after)}."
    title = f"Change from {said_year(before)} to {said_year(after)}"
    return StoryTable(code, title, header, rows if changes else (), _noted(story, newest, note))


def support(story: Story, code: str, given: Iterable[Support], threshold: float, rise: float) -> StoryTable:
    """Return days of support for all schools, for those below a threshold the year before, and for those that rose by
    at least so many points, with the change beside; no rows where none was given."""
    title, newest = "Support and change", story.school_years()[:2]
    if len(newest) < 2:
        return StoryTable(code, title, ("Support", "All schools"), ())
    after, before = newest
    days: dict[str, float] = {}
    for one in given:
        if one.year == after and one.urn in story.schools(after):
            days[one.urn] = days.get(one.urn, 0.0) + one.days
    was, moved = story.school_values(before), _moved(story, before, after)
    groups = (
        ("All schools", set(days)),
        (f"Below {plain(threshold)} % in {said_year(before)}", {u for u in days if was.get(u, 100) < threshold}),
        (f"Rose by {plain(rise)} points or more", {u for u in days if moved.get(u, 0) >= rise}),
    )
    several = [urns for _, urns in groups]
    rows: tuple[tuple[StoryCell, ...], ...] = (
        (label("Days"), *(days_given(sum(days[urn] for urn in urns), len(urns)) for urns in several)),
        (label("Days a school"), *(mean([days[urn] for urn in urns], "days") for urns in several)),
        (label("Mean change"), *(mean([moved[urn] for urn in urns if urn in moved], "points") for urns in several)),
    )
    note = f"Schools given support in {said_year(after)}. Beside each other is not because of each other."
    return StoryTable(code, title, ("Support", *(words for words, _ in groups)), rows if days else (), note)


def _moved(story: Story, before: str, after: str) -> dict[str, float]:
    was, now = story.school_values(before), story.school_values(after)
    return {urn: round(now[urn] - was[urn], 1) for urn in was.keys() & now.keys()}


def _noted(story: Story, years: Sequence[str], note: str) -> str:
    repeated = [year for year in years if story.is_repeated(year)]
    if not repeated:
        return note
    return f"{note} Repeated in the file of a later year, so only schools it still lists: {named_years(repeated)}."
