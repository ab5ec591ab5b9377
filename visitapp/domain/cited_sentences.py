"""Sentences of prose, each with the evidence named behind it."""

import re

from visitapp.domain.prose import Spans, citations
from visitapp.domain.style.sentences import readable, sentences

_NAMES = re.compile(r"(?:[ \t]*\[[ED]\d{1,6}\])+")


def cited_sentences(text: str) -> Spans:
    """Return where the sentences of a text of any number of lines begin and end, with the evidence behind each.

    What is named before the first word of a line belongs to no sentence.
    """
    found = []
    for start, end in sentences(readable(text)):
        behind = _NAMES.match(text, end)
        found.append((start, behind.end() if behind else end))
    return tuple(found)


def sentence_around(text: str, place: int) -> tuple[int, int]:
    """Return where the sentence begins and ends that holds a place, with the evidence named behind it.

    Between two sentences, or behind the last of a line, it is the one before; in a line without any it is empty.
    """
    first = text.rfind("\n", 0, place) + 1
    last = text.find("\n", place)
    last = len(text) if last < 0 else last
    spans = [span for span in cited_sentences(text) if first <= span[0] and span[1] <= last]
    return next((span for span in spans if place <= span[1]), spans[-1] if spans else (last, last))


def with_citation(text: str, place: int, label: str) -> tuple[str, int]:
    """Return a text with evidence named behind the sentence that holds a place, and the place behind the name.

    A sentence that names it already is left as it is.
    """
    start, end = sentence_around(text, place)
    if any(one.label == label for one in citations(text[start:end])):
        return text, end
    lead = "" if end and text[end - 1].isspace() else " "
    tail = " " if end < len(text) and not text[end].isspace() else ""
    added = f"{lead}[{label}]"
    return f"{text[:end]}{added}{tail}{text[end:]}", end + len(added)
