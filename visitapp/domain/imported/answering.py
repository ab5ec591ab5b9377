"""The facts in front of a report become what the record knows: school, dates, estimates, the form's own answers."""

import re

from visitapp.domain.composition import NOT_GIVEN
from visitapp.domain.framework import Field, Option
from visitapp.domain.imported.catalogue import is_same
from visitapp.domain.imported.days import days_in, only_day
from visitapp.domain.imported.filling import option_code
from visitapp.domain.imported.likeness import plain, words_of
from visitapp.domain.imported.outline import Parted, Unread
from visitapp.domain.imported.place import IN_FRONT
from visitapp.domain.imported.reading import Reading

IN_MARGIN = "In a header or footer"
OWN_WORDS = (
    "About this report\tDetail",
    "Sample report. The school, the people and the findings in it are invented.",
)
"""What our own reports say in front besides facts."""
_TITLE_WORDS = frozenset(
    (
        *("report", "review", "visit", "for", "of", "the", "on", "to", "and", "at", "a"),
        *("draft", "final", "version", "sample", "page"),
        *("january", "february", "march", "april", "may", "june", "july", "august"),
        *("september", "october", "november", "december"),
    )
)
"""Words that say nothing new in a title or at the edge of a page."""
_TITLE_LINES, _LONGEST_TITLE = 12, 110
_NAMED = re.compile(r"\b(?:report|review|visit)\s+(?:for|of|to|at)\s+(?:the\s+)?(\S.*)$", re.IGNORECASE)


def front_said(parted: Parted, reading: Reading) -> None:
    """Take in the facts in front; lines that only repeat the title, the school or a fact are set aside."""
    for key, label, value in parted.front:
        if value and not is_same(value, (NOT_GIVEN,)) and not _answer(reading, key, value):
            reading.unread.append(Unread(f"{label}: {value}", IN_FRONT))
    if not reading.school.get("name"):
        reading.school["name"] = _name_in(parted.before)
    if not reading.starts_on:
        days = days_in("\n".join(parted.before))
        reading.starts_on, reading.ends_on = (days[0], days[-1]) if days else ("", "")
    known = _known_words(reading, [value for _, _, value in parted.front])
    for where, lines in ((IN_FRONT, parted.before), (IN_MARGIN, dict.fromkeys(parted.margins))):
        for line in lines:
            if is_same(line, OWN_WORDS) or all(word in known or word.isdecimal() for word in words_of(line)):
                reading.furniture.append(line)
            else:
                reading.unread.append(Unread(line, where))


def _answer(reading: Reading, key: str, value: str) -> bool:
    """Take in one fact and return whether there was a place for it."""
    field = next((one for one in reading.framework.front if key in (f"front.{one.code}", one.default)), None)
    default = field.default if field else ""
    if default.startswith("school."):
        return _school(reading, default.removeprefix("school."), value)
    if default == "visit.dates" and days_in(value):
        return _dates(reading, value)
    if default == "visit.enquiry" and not reading.enquiry:
        reading.enquiry = value
        return True
    if key in reading.answers:
        return is_same(value, (str(reading.answers[key][0]),))
    found = _value(_asked(reading, key, field), _options(reading, key, field), value)
    if found:
        reading.answers[key] = (found, "")
    return bool(found)


def _school(reading: Reading, name: str, value: str) -> bool:
    if reading.school.get(name):
        return is_same(value, (reading.school[name],))
    if name == "phase":
        phases = reading.framework.vocabularies.get("phases")
        terms = phases.terms if phases else ()
        code = next((one.code for one in terms if plain(value) in (plain(one.label), plain(one.short))), "")
        if not code:
            reading.answers["front.phase"] = (value, "")
        value = code
    if value:
        reading.school[name] = value
    return True


def _dates(reading: Reading, value: str) -> bool:
    days = days_in(value)
    if reading.starts_on:
        return days == tuple(sorted({reading.starts_on, reading.ends_on}))
    reading.starts_on, reading.ends_on = days[0], days[-1]
    return True


def _asked(reading: Reading, key: str, field: Field | None) -> str:
    fact = next((one for one in reading.framework.school_facts if key == f"fact.{one.code}"), None)
    kinds = [one.kind for one in (fact, field) if one is not None]
    return "choice" if key.startswith("estimate.") else next(iter(kinds), "text")


def _options(reading: Reading, key: str, field: Field | None) -> tuple[Option, ...]:
    scales = {f"estimate.{one.code}": one.options for one in reading.framework.judgement.estimates}
    facts = {f"fact.{one.code}": one.options for one in reading.framework.school_facts}
    return scales.get(key) or facts.get(key) or (field.options if field else ())


def _value(kind: str, options: tuple[Option, ...], text: str) -> str:
    if kind == "choice" or options:
        return option_code(options, text)
    return (only_day(text) or text) if kind == "date" else text


def _name_in(lines: list[str]) -> str:
    """Return the school's name from a title such as "Review report for ...", in ordinary letters."""
    titles = [line for line in lines[:_TITLE_LINES] if len(line) <= _LONGEST_TITLE]
    found = next((named.group(1) for line in titles if (named := _NAMED.search(line))), "")
    return found.title() if found.isupper() else found


def _known_words(reading: Reading, values: list[str]) -> frozenset[str]:
    framework = reading.framework
    titles = (
        framework.title,
        framework.short,
        framework.noun,
        framework.report_title,
        reading.school["name"],
        *values,
    )
    return _TITLE_WORDS.union(*map(words_of, titles))
