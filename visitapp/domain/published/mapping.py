"""How a table nobody has seen is read: what a person said of its columns, kept so that the next one reads at once."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Self

from visitapp.domain.published.measures import ALL, Measures

BY_URN, BY_NUMBER, BY_NAME = "urn", "number", "name"
"""What a school's column holds: its URN, its seven-digit number (authority and establishment), or its name."""
_YEAR = re.compile(r"20\d\d")


class MappingError(ValueError):
    """What was said of a table cannot be gone by; the text says what is missing or wrong."""


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """One column of figures by its heading: the measure and group it holds, and the column with its pupils."""

    column: str
    measure: str
    group: str = ALL
    cohort: str = ""


@dataclass(frozen=True, slots=True)
class MappedRows:
    """A table with one figure a row: which columns say measure, group, value and pupils, and which of their words
    (in small letters) mean which code. Without a group column every figure is of all pupils."""

    measure: str
    value: str
    measures: Mapping[str, str]
    group: str = ""
    groups: Mapping[str, str] = field(default_factory=dict)
    cohort: str = ""


@dataclass(frozen=True, slots=True)
class TableMapping:
    """What was said of a table; columns are headings as compared (small letters, single spaces).

    Either `year` (the calendar year the academic year ends in, for the whole file) or `year_column` is given, and
    either `columns` or `rows`.
    """

    title: str
    school: str
    school_by: str
    year: str = ""
    year_column: str = ""
    columns: tuple[MappedColumn, ...] = ()
    rows: MappedRows | None = None

    def proved(self, measures: Measures) -> Self:
        """Return itself; raises MappingError, in one sentence, for what it lacks or what no list knows."""
        for wrong, sentence in self._faults(measures):
            if wrong:
                raise MappingError(sentence)
        return self

    def without_year(self) -> Self:
        """Return what may be remembered for the next file: a year of a whole file is of that file only."""
        return replace(self, year="")

    def to_json(self) -> str:
        """Return it as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, content: str) -> Self:
        """Return what `to_json` wrote; raises MappingError for anything else."""
        try:
            said = json.loads(content)
            columns = tuple(MappedColumn(**_texts(one)) for one in said["columns"])
            rows = MappedRows(**_of_rows(said["rows"])) if said["rows"] is not None else None
            plain = {name: one for name, one in said.items() if name not in ("columns", "rows")}
            return cls(**_texts(plain), columns=columns, rows=rows)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise MappingError("What was remembered of a table like this cannot be read.") from error

    def _faults(self, measures: Measures) -> Iterable[tuple[bool, str]]:
        yield not self.school, "Say which column names the school."
        yield self.school_by not in (BY_URN, BY_NUMBER, BY_NAME), "Say what the school\u2019s column holds."
        yield not self.year_column and not self.year, "Say which year the file is about, or which column has it."
        yield bool(self.year) and not _YEAR.fullmatch(self.year), "Say the year as 2024/25 or 2025."
        yield self.rows is None and not self.columns, "Choose a measure for at least one column."
        if self.rows is not None:
            yield not (self.rows.measure and self.rows.value), "Say which columns hold the measure and its value."
            yield not self.rows.measures, "Say for at least one word which measure it means."
            yield bool(self.rows.group) and not self.rows.groups, "Say for at least one word which group it means."
        said = self.rows.measures.values() if self.rows else [one.measure for one in self.columns]
        groups = self.rows.groups.values() if self.rows else [one.group for one in self.columns]
        yield not measures.measures.keys() >= set(said), "One of the measures is not known here."
        yield not measures.groups.keys() >= set(groups), "One of the groups is not known here."
        held = [(one.measure, one.group) for one in self.columns]
        yield len(held) != len(set(held)), "Two columns hold the same measure of the same group: keep one of them."


@dataclass(frozen=True, slots=True)
class KnownSchools:
    """The register as far as a table needs it: the authority of each URN, and the URN of each seven-digit number and
    each name (in small letters). A number or name of more than one school has an empty URN."""

    authorities: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


def _of_rows(said: Mapping[str, Any]) -> dict[str, Any]:
    words = {name: _texts(said[name]) for name in ("measures", "groups")}
    return _texts({name: one for name, one in said.items() if name not in words}) | words


def _texts(said: Mapping[str, Any]) -> dict[str, Any]:
    if not all(isinstance(one, str) for one in said.values()):
        raise TypeError("expected texts")
    return dict(said)
