"""How strong a passphrase is, and how to suggest a good one."""

import itertools
import math
import re
import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

RULE = "Use at least four different words of four letters or more."

_ENOUGH_BITS = 40.0
_LEVEL_BITS = (20.0, _ENOUGH_BITS, 50.0, 60.0)
_LETTER_RUN_BITS = (0.0, 4.0, 6.0, 8.0, 10.0)
_NUMBER_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

_KEYBOARD_ROWS = ("abcdefghijklmnopqrstuvwxyz", "0123456789" * 3, "qwertyuiop", "asdfghjkl", "zxcvbnm")
_WORD_ROWS = (
    _NUMBER_WORDS[1:],
    ("first", "second", "third", "fourth", "fifth", "sixth"),
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "monday"),
    ("january", "february", "march", "april", "may", "june", "july"),
    ("july", "august", "september", "october", "november", "december", "january"),
    ("spring", "summer", "autumn", "winter", "spring"),
    ("red", "orange", "yellow", "green", "blue", "indigo", "violet"),
    ("alpha", "bravo", "charlie", "delta", "echo", "foxtrot"),
)
_OFTEN_GUESSED = """
    password passphrase passcode letmein welcome admin administrator login secret changeme default
    access iloveyou sunshine princess football monkey dragon master shadow superman batman liverpool
    arsenal chelsea england london summer winter autumn spring monday friday school teacher headteacher
    pupil visitapp visit review hello computer laptop a an and are at be but by for from i in is it me
    my no not of on or our so the this that to we with you
"""
_GUESSED_FIRST = frozenset(_OFTEN_GUESSED.split())
_FAMOUS_PHRASES = (
    "correct horse battery staple",
    "the quick brown fox jumps over the lazy dog",
    "to be or not to be that is the question",
    "keep calm and carry on",
    "once upon a time",
    "happy birthday to you",
    "humpty dumpty sat on a wall",
    "twinkle twinkle little star",
    "open sesame",
)
_LOOK_ALIKES = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s"})
_DISGUISED = re.compile(r"[a-z013457@$]+[\W\d_]*")
_LOOK_ALIKE = re.compile(r"(?<=[a-z])[013457@$]+(?=[a-z])")
_RUN = re.compile(r"[^\W\d_]+|\d+|[\W_]+")
_YEAR = re.compile(r"(19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Strength:
    """How hard a passphrase is to guess: level 0 to 4, a sentence for the person, and whether it will do."""

    level: int
    words: str
    acceptable: bool


def normalise(words: str) -> str:
    """Return the passphrase as it is used: compatible characters unified, spaces trimmed and made single.

    Capitals count. The strength and the key are both taken from this form.
    """
    return " ".join(unicodedata.normalize("NFKC", words).split())


def strength(words: str) -> Strength:
    """Estimate how strong a passphrase is; it will do from level 2, which is 40 bits.

    A different word of four letters or more counts 10 bits, as if taken from a list of a thousand;
    shorter words, digits and signs count less; repeats, sequences, years and often guessed words hardly
    at all. The estimate leans low: people choose words far less freely than dice do.
    """
    plain = normalise(words).casefold()
    if not plain:
        return Strength(0, RULE, acceptable=False)
    bits = _bits(plain)
    if _is_famous(plain):
        bits = min(bits, 10.0)
    level = sum(bits >= limit for limit in _LEVEL_BITS)
    return Strength(level, _sentence(level, plain), acceptable=bits >= _ENOUGH_BITS)


def suggest(words: Sequence[str], count: int = 5) -> str:
    """Return a passphrase of different words drawn at random: five of 1,296 make 51 bits."""
    return " ".join(secrets.SystemRandom().sample(words, count))


def _is_famous(plain: str) -> bool:
    bare = re.sub(r"\W+", " ", plain).strip()
    return any(bare in phrase or phrase in bare for phrase in _FAMOUS_PHRASES)


def _bits(plain: str) -> float:
    seen: set[str] = set()
    previous = ""
    total = 0.0
    for token in _tokens(plain):
        for run in _RUN.findall(_without_look_alikes(token)):
            total += 0.5 if run in seen or _follows(previous, run) else _run_bits(run)
            seen.add(run)
            previous = run
    return total


def _tokens(plain: str) -> list[str]:
    return [token for token in re.split(r"[\s\-_.,]+", plain) if token]


def _without_look_alikes(token: str) -> str:
    if not _DISGUISED.fullmatch(token):
        return token
    return _LOOK_ALIKE.sub(lambda found: found.group().translate(_LOOK_ALIKES), token)


def _follows(previous: str, run: str) -> bool:
    return any((previous, run) in itertools.pairwise(row) for row in _WORD_ROWS)


def _run_bits(run: str) -> float:
    if run in _GUESSED_FIRST:
        return 2.0
    if len(set(run)) == 1 or _is_sequence(run):
        return 2.0
    if run.isdigit():
        return 5.0 if _YEAR.fullmatch(run) else math.log2(10) * len(set(run))
    if not run.isalpha():
        return 4.0 * len(set(run))
    return _LETTER_RUN_BITS[min(len(run), 4)] + 1.5 * max(0, len(run) - 9)


def _is_sequence(run: str) -> bool:
    return len(run) > 2 and any(run in row or run[::-1] in row for row in _KEYBOARD_ROWS)


def _sentence(level: int, plain: str) -> str:
    count = len(set(_tokens(plain)))
    counted = f"{_NUMBER_WORDS[count]} words" if 2 <= count <= 10 else ""
    if level < 2:
        return f"{('Very weak', 'Weak')[level]}: easy to guess. {RULE}"
    if level == 2:
        return f"Fair: {counted or 'long enough'}. One more word would make it strong."
    name = "Strong" if level == 3 else "Very strong"
    return f"{name}: {counted}, easy to type" if counted else f"{name}: hard to guess"
