"""For which visits a part of a programme is meant."""

from dataclasses import dataclass

NO_AGES = (0, 0)
COMING_SUMMER = "the coming summer"
RESULTS_YEAR = "{results_year}"
"""Stands in a programme's words for the year of the results that are still to come."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides which parts of a programme a visit is asked: its context, how it came about, how old the pupils
    are when they come and when they leave (None when nobody knows), the year of the coming results, and the keys
    under which something was already answered."""

    context: str = ""
    commissioned: str = ""
    ages: tuple[int, int] | None = None
    results: str = COMING_SUMMER
    kept: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class When:
    """A limit on a part; what is left empty limits nothing.

    Meant for visits of one of these `contexts`, or `commissioned` in one of these ways, once that is said; or for all
    but those of `not_contexts` and `not_commissioned`. `ages` are those between which pupils must be at the school: a
    school that ends where they begin is not meant, and one of unknown ages always is.
    """

    contexts: tuple[str, ...] = ()
    not_contexts: tuple[str, ...] = ()
    commissioned: tuple[str, ...] = ()
    not_commissioned: tuple[str, ...] = ()
    ages: tuple[int, int] = NO_AGES

    def holds(self, standing: Standing) -> bool:
        """Return whether the part is meant for a visit that stands so."""
        return self.suits_visit(standing) and self.suits_ages(standing)

    def suits_visit(self, standing: Standing) -> bool:
        """Return whether context and commissioning are those the part is meant for."""
        return (
            (not self.contexts or standing.context in self.contexts)
            and standing.context not in self.not_contexts
            and (not self.commissioned or standing.commissioned in self.commissioned)
            and standing.commissioned not in self.not_commissioned
        )

    def suits_ages(self, standing: Standing) -> bool:
        """Return whether pupils of the ages the part is meant for are at the school, or may be."""
        return ages_meet(self.ages, standing.ages)


@dataclass(frozen=True, slots=True)
class Wording:
    """Other words for one part of a programme in certain visits. `part` leads to the words it takes the place of,
    through names and codes, such as `outline.context.guidance`."""

    part: str
    text: str
    when: When


def ages_meet(wanted: tuple[int, int], there: tuple[int, int] | None) -> bool:
    """Return whether a school has pupils between two ages; a school of unknown ages may have."""
    return wanted == NO_AGES or there is None or (there[0] < wanted[1] and there[1] > wanted[0])
