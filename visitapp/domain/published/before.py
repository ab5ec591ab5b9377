"""What was read in before a file of some kind comes, as far as the two are to be held against each other."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from visitapp.domain.published.replacing import Former

NationKey = tuple[str, str, str, str, str]
"""Release, nation, year, measure and group."""


@dataclass(frozen=True, slots=True)
class Before:
    """`schools` are the URNs in the last file of the same kind that stands, each with its authority, empty where only
    the register says it; `known` is the register's authority of each URN; `nation` is every national figure there is,
    with what stood in its file; `former` is the list that a whole one of this kind would replace, None for none."""

    schools: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)
    nation: Mapping[NationKey, tuple[float, str]] = field(default_factory=dict)
    former: Former | None = None
