"""The lists of a template beside those of a report, with numbers that never meet."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from exports.word.adopted.allowed import W
from exports.word.adopted.intake import Element
from exports.word.adopted.points import Points
from exports.word.adopted.sieve import Sieve, Through

_FIRST_LIST, _FIRST_DEFINITION = 1_000_000, 1_000
_MOST = 5_000


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a template as markup, and their new numbers by the old ones."""

    definitions: str = ""
    lists: str = ""


def list_numbers(source: Element | None) -> dict[str, str]:
    """Return the new number of each list of a template whose definition is there."""
    if source is None:
        return {}
    defined = set(_definition_numbers(source))
    found: dict[str, str] = {}
    for one in source.findall(f"{W}num")[:_MOST]:
        number, definition = one.get(f"{W}numId"), one.find(f"{W}abstractNumId")
        if number and number != "0" and definition is not None and definition.get(f"{W}val") in defined:
            found.setdefault(number, str(_FIRST_LIST + len(found)))
    return found


def merged_lists(source: Element | None, styles: Mapping[str, str], points: Points) -> Lists:
    """Return the lists of a template under their new numbers, as markup."""
    if source is None:
        return Lists()
    definitions, lists = _definition_numbers(source), list_numbers(source)
    made = Sieve(Through("Lists", styles, lists), points).passed(source)
    return Lists(
        _markup(made, "abstractNum", "abstractNumId", definitions),
        _markup(made, "num", "numId", lists, definitions),
    )


def _definition_numbers(source: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in source.findall(f"{W}abstractNum")[:_MOST]:
        found.setdefault(one.get(f"{W}abstractNumId") or "", str(_FIRST_DEFINITION + len(found)))
    return found


def _markup(
    made: Element, name: str, key: str, numbers: Mapping[str, str], defined: Mapping[str, str] | None = None
) -> str:
    """Return the elements of one kind under their new numbers, each number once."""
    written: dict[str, str] = {}
    for one in made.findall(f"{W}{name}"):
        number = numbers.get(one.get(f"{W}{key}") or "")
        if number is None or number in written:
            continue
        one.set(f"{W}{key}", number)
        if defined is not None:
            inner = one.find(f"{W}abstractNumId")
            inner.set(f"{W}val", defined[inner.get(f"{W}val")])
        one.tail = None
        written[number] = etree.tostring(one, encoding="unicode")
    return "".join(written.values())
