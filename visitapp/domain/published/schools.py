"""Schools as the national register has them, and what they were before."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RegisterSchool:
    """One line of the register. Dates are ISO days; codes are text with their leading zeros; numbers are None when
    not said. `phase` is a code of the phases' vocabulary, derived from phase, type and ages; `status` one of open,
    closing, proposed, closed. `head` is empty except for schools the reviewer uses."""

    urn: str
    name: str
    status: str
    authority_code: str = ""
    authority: str = ""
    number: str = ""
    """The establishment number, four digits; with the authority's code it makes the seven-digit number."""
    kind: str = ""
    kind_group: str = ""
    phase: str = ""
    phase_said: str = ""
    youngest: int | None = None
    oldest: int | None = None
    gender: str = ""
    religion: str = ""
    roll: int | None = None
    capacity: int | None = None
    meals_percent: float | None = None
    """Share of pupils who may have free school meals, in per cent."""
    trust: str = ""
    federation: str = ""
    street: str = ""
    town: str = ""
    postcode: str = ""
    region: str = ""
    website: str = ""
    telephone: str = ""
    opened_on: str = ""
    closed_on: str = ""
    changed_on: str = ""
    head: str = ""
    counted_on: str = ""
    """The day of the census that the roll is from."""

    @property
    def full_number(self) -> str:
        """Return the seven-digit number that outcome files use, empty when half of it is missing."""
        return f"{self.authority_code}{self.number}" if self.authority_code and self.number else ""


@dataclass(frozen=True, slots=True)
class SchoolLink:
    """That one school became, or came from, another. `sort` is predecessor, successor or other; `said` the
    register's own words, such as "Successor - merged"."""

    urn: str
    other_urn: str
    other_name: str
    sort: str
    said: str
    on: str = ""
