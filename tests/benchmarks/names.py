"""How many names the check finds, of which origins, and how often it is wrong about notes that name nobody.

Notes come from templates it was not made with (name_notes.toml); those of name_tuning.toml are for working on it,
and `python -m tests.benchmarks.names` prints what is missed of them and of no others. A name is measured with the
lists knowing only the other half of the names of its origin, so that what is found is found by capitals and the words
beside it as well as by lists.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, cycle
from pathlib import Path

from tests.benchmarks.figures import Figure, timed
from visitapp.domain.naming.finding import find_names
from visitapp.domain.naming.lists import NameLists, key
from visitapp.frameworks.name_lists import load_name_lists

HELD_OUT, TUNING = "name_notes", "name_tuning"
_LATIN_ONLY = str.maketrans("", "", "-'")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many names there were and how many were found."""

    there: int
    found: int

    @property
    def recall(self) -> float:
        """The part that was found."""
        return self.found / self.there if self.there else 1.0


@cache
def templates(part: str = HELD_OUT) -> dict[str, list[str]]:
    """Return the kinds of template kept apart, or of those to work with."""
    found: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / f"{part}.toml").read_text("utf-8"))
    return found


def figures() -> list[Figure]:
    """Print what is found and what is found wrongly, and return how long a note takes."""
    lists = load_name_lists()
    kinds = templates()
    for title, unknown in (("the lists know the other half", True), ("as shipped", False)):
        table = by_origin(lists, unknown=unknown)
        whole = Tally(sum(one.there for one in table.values()), sum(one.found for one in table.values()))
        print(f"\nNames found, {title}: {whole.found} of {whole.there}, {whole.recall:.3f}")
        for origin, tally in sorted(table.items(), key=lambda item: item[1].recall):
            print(f"  {origin:32} {tally.found:5} of {tally.there:5}  {tally.recall:.3f}")
        recalls = [tally.recall for tally in table.values()]
        print(f"  largest gap between origins: {max(recalls) - min(recalls):.3f}")
    known, alone = lower_case(lists, known=True), lower_case(lists, known=False)
    print(f"\nIn small letters: {known.recall:.3f} of names found before, {alone.recall:.3f} of others")
    wrong, words = false_alarms(lists)
    rate = f"{100 * wrong / len(kinds['none']):.0f} per 100 notes, {100 * wrong / words:.2f} per 100 words"
    print(f"False alarms: {wrong} in {len(kinds['none'])} notes without names, hard ones: {rate}\n")
    runs = [timed(lambda text=text: find_names(text, lists)) for text in kinds["none"] * 4]
    return [Figure("names looked for in a note", runs, most_ms=2)]


def by_origin(lists: NameLists, *, unknown: bool, part: str = HELD_OUT) -> dict[str, Tally]:
    """Return the tally of each origin; with `unknown`, the lists have forgotten the half that is looked for."""
    return {origin: _tally(lists, origin, unknown=unknown, part=part) for origin in lists.origins}


def lower_case(lists: NameLists, *, known: bool) -> Tally:
    """Return the tally of names in small letters, found before in the visit or not."""
    there = found = 0
    for names in lists.origins.values():
        for name, template in zip(sorted(names)[::4], cycle(templates()["lower"]), strict=False):
            there += 1
            text = template.format(g=name)
            found += _holds(text, name, find_names(text, lists, known=(name,) if known else ()))
    return Tally(there, found)


def false_alarms(lists: NameLists, part: str = HELD_OUT) -> tuple[int, int]:
    """Return how many names are seen in the notes that have none, and how many words these notes have."""
    notes = templates(part)["none"]
    return sum(len(find_names(note, lists)) for note in notes), sum(len(note.split()) for note in notes)


def missed(lists: NameLists) -> Iterator[tuple[str, str, str]]:
    """Yield origin, name and note of what is missed in the part to work with, the lists knowing the other half."""
    for origin in lists.origins:
        for text, name, found in _looked_for(lists, origin, unknown=True, part=TUNING):
            if not found:
                yield origin, name, text


def _tally(lists: NameLists, origin: str, *, unknown: bool, part: str) -> Tally:
    found = [one for _, _, one in _looked_for(lists, origin, unknown=unknown, part=part)]
    return Tally(len(found), sum(found))


def _looked_for(lists: NameLists, origin: str, *, unknown: bool, part: str) -> Iterator[tuple[str, str, bool]]:
    given, surnames = sorted(lists.origins[origin]), sorted(lists.surname_origins.get(origin, lists.origins[origin]))
    for half in (0, 1):
        names, last = given[half::2], surnames[half::2]
        mine = lists.without([*names, *last]) if unknown else lists
        for text, wanted in _notes(names, last, part):
            seen = find_names(text, mine)
            for name in wanted:
                yield text, name, _holds(text, name, seen)


def _notes(given: list[str], surnames: list[str], part: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    kinds = templates(part)
    shuffled = sorted(given, key=_apart)
    with_names = list(chain(kinds["given"], kinds["full"]))
    for number, name in enumerate(shuffled):
        other, surname = shuffled[number - 1].title(), surnames[number % len(surnames)].title()
        template = with_names[number % len(with_names)]
        values = {"g": name.title(), "h": other, "s": surname}
        wanted = tuple(values[letter] for letter in "gh" if f"{{{letter}}}" in template)
        yield template.format_map(values), wanted
    for surname, template in zip(surnames, cycle(kinds["staff"]), strict=False):
        yield template.format(s=surname.title()), (surname.title(),)


def _apart(name: str) -> str:
    """Put names in an order that has nothing to do with how they begin."""
    return name[::-1].translate(_LATIN_ONLY)


def _holds(text: str, name: str, seen: object) -> bool:
    return any(key(name) in key(text[one.start : one.end]) for one in seen)  # type: ignore[attr-defined]


def gap(table: Mapping[str, Tally]) -> float:
    """Return how far the best served origin is before the worst."""
    recalls = [tally.recall for tally in table.values()]
    return max(recalls) - min(recalls)


def tuning() -> None:
    """Print what is missed and seen wrongly in the part to work with."""
    lists = load_name_lists()
    for origin, name, text in missed(lists):
        print(f"{origin:32} {name:16} {text}")
    for note in templates(TUNING)["none"]:
        if seen := [one.words for one in find_names(note, lists)]:
            print(f"{'nobody':32} {', '.join(seen):16} {note}")
    table = by_origin(lists, unknown=True, part=TUNING)
    there, found = sum(one.there for one in table.values()), sum(one.found for one in table.values())
    wrong, words = false_alarms(lists, TUNING)
    print(f"found {found / there:.3f}, false alarms {100 * wrong / words:.2f} per 100 words")


if __name__ == "__main__":
    tuning()
