"""What is wrong in a file, in words a person can act on. Places in a list are counted from one."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import ErrorDetails

_LONGEST = 80
_EXPECTED = {
    "string_type": "words in quotes",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "tuple_type": "a list",
    "model_type": "a table",
    "too_short": "at least one entry",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: the key as a dotted path, what was expected there, and what stands there instead."""

    key: str
    expected: str
    found: str

    def in_file(self, name: str) -> str:
        """Return the fault as a sentence that names the file."""
        return f"{name}: {self.key}: expected {self.expected}; {self.found}"


def first_fault(error: ValidationError) -> Fault:
    """Return the first thing a validation found wrong."""
    detail = error.errors(include_url=False)[0]
    key, kind = dotted(detail["loc"]), detail["type"]
    if kind == "missing":
        return Fault(key, "a value", "the key is missing")
    if kind == "extra_forbidden":
        return Fault(key, "no key of this name, check its spelling", found(detail["input"]))
    return Fault(key, _expected(detail), found(detail["input"]))


def dotted(path: Sequence[str | int]) -> str:
    """Return a path as keys and places joined by dots, such as `activities.2.minutes`."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)


def found(value: object) -> str:
    """Return what stands in a file as it would be written there, cut when it is long."""
    written = json.dumps(value, ensure_ascii=False, default=str)
    return f"found {written if len(written) <= _LONGEST else written[: _LONGEST - 3] + '...'}"


def _expected(detail: ErrorDetails) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "literal_error":
        return f"one of {context['expected']}"
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = "not below" if kind == "greater_than_equal" else "not above"
        return f"a number {bound} {context['ge' if 'ge' in context else 'le']}"
    return _EXPECTED.get(kind, detail["msg"])
