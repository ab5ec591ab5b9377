"""Closed lists of terms, each with a version and a source."""

from dataclasses import dataclass

from visitapp.domain.framework.when import NO_AGES


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a vocabulary. `tags` are what may be typed after #, `words` what else people call it.

    `common` ones are shown first; `years` are the year groups taught in a phase, `ages` how old its
    pupils usually are when they come and when they leave.
    """

    code: str
    label: str
    short: str = ""
    tags: tuple[str, ...] = ()
    icon: str = ""
    group: str = ""
    common: bool = False
    detail: str = ""
    words: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    ages: tuple[int, int] = NO_AGES


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed list with a version; `terms` keep the order of the file."""

    code: str
    version: str
    title: str
    source: str
    terms: tuple[Term, ...]
    several: bool = False
    """True when one note or lesson may carry more than one term, as a mixed-age class does."""

    def term(self, code: str) -> Term | None:
        """Return the term with this code, or None."""
        return next((term for term in self.terms if term.code == code), None)

    def label(self, code: str) -> str:
        """Return the label of a code, or the code itself when the list does not know it."""
        term = self.term(code)
        return term.label if term else code
