"""Abbreviations and the words they stand for: what was written stays as it is, what leaves the app is spelt out."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

_TOKEN = re.compile(r"(?<![\w#])[^\W_]+(?:[/'\u2019-][^\W_]+)*(?!\w)")
_QUOTED = re.compile('\u201c[^\u201d\n]*\u201d?|"[^"\n]*"|\u2018[^\u2019\n]*(?:\u2019(?=\\w)[^\u2019\n]*)*\u2019?')
_KEY = re.compile(r"[^\W_]+(?:[/'\u2019-][^\W_]+)*")
_NEVER_IN_WORDS = re.compile('["\u201c\u201d\u2018\n#]')
_SENTENCE_END = (".", "!", "?", "\n")


@dataclass(frozen=True, slots=True)
class Short:
    """An abbreviation in a text, from one character to before another, and what it stands for there."""

    start: int
    end: int
    words: str


def expanded(text: str, words: Mapping[str, str]) -> str:
    """Return `text` with every abbreviation that is a key of `words` (in small letters) spelt out.

    Only whole words, never in a quotation and never a tag. A capital is kept; doing it twice changes nothing more.
    """
    for short in reversed(tuple(shorts(text, words))):
        text = text[: short.start] + short.words + text[short.end :]
    return text


def shorts(text: str, words: Mapping[str, str]) -> Iterator[Short]:
    """Yield every abbreviation that `expanded` would spell out, in order."""
    known = usable(words)
    quoted = [match.span() for match in _QUOTED.finditer(text)] if known else []
    for match in _TOKEN.finditer(text) if known else ():
        meaning = known.get(match.group().lower())
        if meaning and not any(start <= match.start() < end for start, end in quoted):
            yield Short(match.start(), match.end(), _cased(match.group(), meaning, text[: match.start()]))


def usable(words: Mapping[str, str]) -> dict[str, str]:
    """Return the entries that can be spelt out: an abbreviation is one word, and no meaning holds another one."""
    found = {short.strip().lower(): " ".join(meaning.split()) for short, meaning in words.items()}
    keys = {short for short, meaning in found.items() if meaning and _KEY.fullmatch(short)}
    return {short: found[short] for short in keys if _is_plain(found[short], keys)}


def written(words: Mapping[str, str]) -> str:
    """Return a reviewer's own list as text to be kept."""
    return json.dumps(dict(sorted(words.items())), ensure_ascii=False, separators=(",", ":")) if words else ""


def read(text: str) -> dict[str, str]:
    """Return the list kept as text; text that is none is an empty list."""
    try:
        kept = json.loads(text) if text else {}
    except ValueError:
        return {}
    return {str(short): str(meaning) for short, meaning in kept.items()} if isinstance(kept, dict) else {}


def in_force(starting: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """Return the list to go by: the starting one with a reviewer's own over it; an empty meaning takes one out."""
    return {short: meaning for short, meaning in {**starting, **own}.items() if meaning}


def lines_of(words: Mapping[str, str]) -> str:
    """Return a list as lines to be edited: an abbreviation, =, and what it stands for."""
    return "\n".join(f"{short} = {meaning}" for short, meaning in sorted(words.items()))


def own_from(lines: str, starting: Mapping[str, str]) -> dict[str, str]:
    """Return a reviewer's own list from edited lines: what differs from the starting list, taken out as empty."""
    wanted = dict(_entries(lines.splitlines()))
    gone = {short: "" for short in starting if short not in wanted}
    return gone | {short: meaning for short, meaning in wanted.items() if starting.get(short) != meaning}


def _entries(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        short, sign, meaning = line.partition("=")
        short, meaning = short.strip().lower(), " ".join(meaning.split())
        if sign and meaning and _KEY.fullmatch(short):
            yield short, meaning


def _is_plain(meaning: str, keys: set[str]) -> bool:
    if not (meaning[0].isalnum() and meaning[-1].isalnum()) or _NEVER_IN_WORDS.search(meaning):
        return False
    forms = (meaning, meaning[0].upper() + meaning[1:])
    return not any(match.group().lower() in keys for form in forms for match in _TOKEN.finditer(form))


def _cased(short: str, meaning: str, before: str) -> str:
    """Return a meaning with the capital its abbreviation has; capitals all through say nothing within a sentence."""
    stripped = before.rstrip()
    begins = not stripped or stripped.endswith(_SENTENCE_END) or before[len(stripped) :].count("\n") > 0
    capital = short[0].isupper() and (begins or not short.isupper() or len(short) == 1)
    return meaning[0].upper() + meaning[1:] if capital else meaning
