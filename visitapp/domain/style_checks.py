"""The checks of a framework that are answered by reading the report, beside those the record answers."""

from collections.abc import Iterable

from visitapp.domain.checks import CheckResult, check_results, in_order
from visitapp.domain.framework import Check
from visitapp.domain.record import VisitRecord
from visitapp.domain.style.flag import HARD, KINDS, LET_BE, UNTRACED, Flag
from visitapp.domain.style.reading import Reading
from visitapp.domain.tracing import evidenced
from visitapp.domain.writing import section_text

_REPORT = "report"


def all_results(record: VisitRecord, reading: Reading | None) -> tuple[CheckResult, ...]:
    """Return the results of every check; those answered by reading are left out until somebody has read."""
    found = check_results(record)
    if reading is None:
        return found
    read = (_result(record, check, reading) for check in record.framework.checks if check.kind in KINDS)
    return in_order((*found, *read))


def flags_asked(record: VisitRecord, reading: Reading) -> tuple[Flag, ...]:
    """Return the flags a check of the framework asks for, in the order of the report."""
    checks = [check for check in record.framework.checks if check.kind in KINDS]
    return tuple(flag for flag in reading.flags if any(_asks(check, flag) for check in checks))


def let_be(record: VisitRecord) -> frozenset[str]:
    """Return the keys of the flags that were let be for the whole visit; each is an answer and can be undone."""
    return frozenset(one.key for one in record.living("answer") if one.key.startswith(LET_BE) and one.value)


def _result(record: VisitRecord, check: Check, reading: Reading) -> CheckResult:
    if check.kind == HARD:
        return _reading_age(record, check, reading)
    flags = tuple(flag for flag in reading.flags if _asks(check, flag))
    if not flags:
        return CheckResult(check, met=True, place=_place(record, check))
    more = f" {_more(len(flags) - 1)}" if len(flags) > 1 else ""
    note = _sections_without(record, flags) if check.kind == UNTRACED else f"{flags[0].says}{more}"
    return CheckResult(check, met=False, note=note, place=flags[0].place, flags=flags)


def _sections_without(record: VisitRecord, flags: Iterable[Flag]) -> str:
    """Say of each section how many of its sentences name no evidence, as its own head counts them."""
    return "Still without: " + ", ".join(_without(record, one.section) for one in flags)


def _without(record: VisitRecord, code: str) -> str:
    section = record.framework.section(code)
    traced, count = evidenced(section_text(record.blocks(code)))
    return f"{section.heading if section else code} {count - traced}\u00a0of\u00a0{count}"


def _reading_age(record: VisitRecord, check: Check, reading: Reading) -> CheckResult:
    place = _place(record, check)
    if reading.age is None or reading.age <= check.most:
        return CheckResult(check, met=True, place=place)
    length = f"sentences of {reading.words_a_sentence} words on average"
    note = f"A reading age of about {reading.age}, {length}; aim for {check.most} or less"
    return CheckResult(check, met=False, note=note, place=place)


def _asks(check: Check, flag: Flag) -> bool:
    return flag.code == check.kind and (not check.words or flag.section in check.words)


def _more(count: int) -> str:
    return "And 1 more place." if count == 1 else f"And {count} more places."


def _place(record: VisitRecord, check: Check) -> str:
    sections = [one.code for one in record.framework.outline if not check.words or one.code in check.words]
    return f"{_REPORT}:{sections[0]}" if sections else _REPORT
