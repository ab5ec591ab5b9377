"""The words of one visit that are right however they are spelt: its school's, its programme's, its people's."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from visitapp.domain.framework import Framework
from visitapp.domain.record import VisitRecord
from visitapp.domain.spelling.word_list import plain_letters
from visitapp.domain.style.flag import LET_BE

LEFT = f"{LET_BE}spelling."
"""What the key of an answer begins with that leaves a word, in small letters, as it is in a visit."""
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_CAPITAL = re.compile(r"\b[A-Z][a-z]+\b")
_OFTEN, _LONG_NAME = 3, 7


def own_words(record: VisitRecord) -> frozenset[str]:
    """Return the words of a visit, in small letters: of the school, the day plan and the reviewer, those left as they
    are, and those that notes write with a capital three times or more."""
    school, reviewer = record.school, record.reviewer
    texts = [school.name, school.town, school.trust, school.local_authority]
    texts += [reviewer.name, reviewer.role, reviewer.organisation, reviewer.words]
    texts += [text for slot in record.slots for text in (slot.title, slot.place, slot.people)]
    texts += [text for member in record.living("member") for text in (member.name, member.role)]
    left = (one.key.removeprefix(LEFT) for one in record.living("answer") if one.key.startswith(LEFT) and one.value)
    return words_in(texts) | frozenset(left) | _names_in(note.text for note in record.notes)


def names_of(record: VisitRecord) -> frozenset[str]:
    """Return the longer words of what the school, its town and its trust are called, in small letters."""
    school = record.school
    texts = (school.name, school.town, school.trust, school.local_authority)
    return frozenset(word for word in words_in(texts) if len(word) >= _LONG_NAME)


def words_in(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of some texts in small letters."""
    return frozenset(plain_letters(word).lower() for text in texts for word in _WORD.findall(text))


def words_of_programme(framework: Framework) -> frozenset[str]:
    """Return every word a programme itself uses, in small letters."""
    return words_in(_texts_of(framework))


def _names_in(texts: Iterable[str]) -> frozenset[str]:
    met = Counter(word for text in texts for word in _CAPITAL.findall(text))
    return frozenset(word.lower() for word, times in met.items() if times >= _OFTEN)


def _texts_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts_of(one)
    elif isinstance(value, (tuple, list, frozenset)):
        for one in value:
            yield from _texts_of(one)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _texts_of(getattr(value, part.name))
