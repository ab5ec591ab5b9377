"""What a team says of an estimate in words: counted against the whole team, and never as advice."""

from collections.abc import Sequence

from visitapp.domain.framework import Estimate
from visitapp.domain.record import VisitRecord
from visitapp.domain.text import one_line
from visitapp.domain.visit import Value
from visitapp.domain.weighed import members, minority, views, views_held

_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_UNANIMOUS = {1: "The one member says", 2: "Both say"}


def number_word(number: int) -> str:
    """Return a small number as a word, a larger one in figures."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def said_words(record: VisitRecord, estimate: Estimate) -> str:
    """Return who says what, such as "Three of four say Effective, one says Leading"; nothing while nobody has.

    Values stand in the order of the scale, so that none is put forward.
    """
    team, held = len(members(record)), views_held(record, estimate)
    if not held:
        return ""
    if held[0][1] == team:
        return f"{_UNANIMOUS.get(team, f'All {number_word(team)} say')} {held[0][0].label}"
    (first, most), *others = held
    parts = [f"{number_word(most)} of {number_word(team)} {_says(most)} {first.label}"]
    parts += [f"{number_word(count)} {option.label}" for option, count in others]
    silent = team - sum(count for _, count in held)
    unsaid = f"; {number_word(silent)} {'has' if silent == 1 else 'have'} not said" if silent else ""
    return _sentence(", ".join(parts) + unsaid)


def minority_title(record: VisitRecord, key: str) -> str:
    """Return what views that differ from the agreed one are called; fewer than half of those given are a minority."""
    differing, given = len(minority(record, key)), len(views(record, key))
    if not differing:
        return ""
    return "Minority view" if 2 * differing < given else "Different view" if differing == 1 else "Different views"


def minority_words(record: VisitRecord, estimate: Estimate) -> str:
    """Return the views that differ from the agreed one and their reasons, without saying whose they are."""
    key = f"estimate.{estimate.code}"
    differing = minority(record, key)
    said = []
    for option in estimate.options:
        reasons = [one_line(one.reason) for one in differing if one.value == option.code]
        if reasons:
            base = number_word(len(members(record)))
            words = f"{number_word(len(reasons))} of {base} {_says(len(reasons))} {option.label}."
            said.append(" ".join([_sentence(words), *map(_ended, filter(None, reasons))]))
    return " ".join(said)


def minority_lines(record: VisitRecord, key: str) -> tuple[tuple[str, str], ...]:
    """Return what a front page says of views that differ from the agreed answer to `key`, as a heading and words.

    There is nothing until the lead wants it there.
    """
    estimate = next((one for one in record.framework.judgement.estimates if f"estimate.{one.code}" == key), None)
    words = minority_words(record, estimate) if estimate else ""
    wanted = record.answer(f"minority.{key}").value is True
    return ((f"{minority_title(record, key)} on this estimate", words),) if words and wanted else ()


def label_of(estimate: Estimate, value: Value) -> str:
    """Return the label of a value of an estimate, nothing for none."""
    return next((one.label for one in estimate.options if one.code == value), "")


def listed(words: Sequence[str], most: int = 3) -> str:
    """Return words as a list for a sentence, those beyond `most` counted: "Year 1, Year 2, Year 3 and 2 more"."""
    if len(words) > most:
        return f"{', '.join(words[:most])} and {len(words) - most} more"
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1] if words else "") if part)


def _says(count: int) -> str:
    return "says" if count == 1 else "say"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _ended(words: str) -> str:
    return words if words.endswith((".", "!", "?", "\u2026")) else f"{words}."
