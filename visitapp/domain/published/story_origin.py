"""Where the figures of a table are from: other files, other numbers of a school, in sentences for the note below."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from visitapp.domain.published.figures import SCHOOL, Figure
from visitapp.domain.published.story_table import named_years, tells


def where_from(
    years: Sequence[str], asked: Mapping[str, Sequence[Figure]], titles: Mapping[str, str]
) -> Iterator[str]:
    """Return a sentence for the years that a later file repeats, for those of each table where there are several, and
    for those in which nothing is published.

    `years` are those shown, `asked` what there is of each year from the oldest shown on; `titles` say what kind of
    table a file is, by its id.
    """
    shown = {year: [one for one in asked.get(year, ()) if tells(one)] for year in years}
    repeated = [year for year, known in shown.items() if any(one.again for one in known)]
    if repeated:
        yield f"Repeated in the file of a later year: {named_years(repeated)}."
    by_title: dict[str, list[str]] = {}
    for year, known in shown.items():
        for title in {titles.get(one.batch, "another file") for one in known}:
            by_title.setdefault(title, []).append(year)
    for title in sorted(by_title) if len(by_title) > 1 else ():
        yield f"From \u201c{title}\u201d: {named_years(by_title[title])}."
    silent = [year for year in asked if year not in shown and "-" not in year]
    if silent:
        yield f"Nothing is published for {named_years(silent)}."


def under_earlier_numbers(
    figures: Iterable[Figure], urn: str, earlier: Sequence[str]
) -> tuple[tuple[Figure, ...], tuple[str, ...]]:
    """Return figures with those of the schools one came from as its own, and a sentence for each number that was
    needed; `earlier` are their URNs, the nearest first.

    A year of an earlier one is taken only where the present one has none, and they are never added up.
    """
    every = tuple(figures)
    own = {one.year for one in every if one.code == urn and one.about == SCHOOL and tells(one)}
    taken: list[Figure] = []
    sentences = []
    for code in earlier:
        found = [one for one in every if one.about == SCHOOL and one.code == code and one.year not in own]
        years = {one.year for one in found if "-" not in one.year and tells(one)}
        own |= years
        taken += [replace(one, code=urn) for one in found]
        if years:
            sentences.append(f"{named_years(sorted(years))}: under the number the school had then, URN {code}.")
    return (*every, *taken), tuple(sentences)
