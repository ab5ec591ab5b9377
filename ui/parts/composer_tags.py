"""Tags typed into a box: what they set, and how they are taken out again."""

from collections.abc import Container

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from ui.parts.composer_sign import typed_marker
from visitapp.domain.evidence import Draft
from visitapp.domain.grammar import Grammar, Parsed, Tagged, Target, parse, tags_in, unmarked_sign
from visitapp.domain.tagging import as_saved, chosen_by_hand

_NOTHING = Parsed("")


class TypedTags:
    """What the sign and the tags in a box set; what was typed wins over what was chosen."""

    def __init__(self, box: QPlainTextEdit, grammar: Grammar) -> None:
        self._box, self._grammar = box, grammar
        self._values = _NOTHING
        self._chose_strand = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is set by what is typed."""
        return self._values == _NOTHING

    def read(self) -> bool:
        """Read the box, and return whether what it sets is another thing now."""
        before, self._values = self._values, typed_values(self._box.toPlainText(), self._grammar)
        return before != self._values

    def put_in(self, draft: Draft) -> Draft:
        """Return a draft with the values its note gets."""
        return as_saved(draft, self._values)

    def chosen(self, draft: Draft, chosen: Draft) -> tuple[Draft, frozenset[Target]]:
        """Return a draft after somebody chose what stands in `chosen`, and the typed tags that give way."""
        shown = self.put_in(draft)
        self._chose_strand |= chosen.context.strand not in ("", shown.context.strand)
        return chosen_by_hand(draft, shown, chosen, keep_strand=self._chose_strand)

    def take_out(self, gone: Container[Target]) -> None:
        """Take typed tags out of the box; in `gone` an empty code stands for any."""
        take_out_tags(self._box, self._grammar, gone)

    def begin_note(self) -> None:
        """Take a strand for carried on from now on, whoever chose it."""
        self._chose_strand = False


def typed_values(text: str, grammar: Grammar) -> Parsed:
    """Return what the sign and the tags of a text set; its words are left out. Asked at every letter."""
    marker = typed_marker(text, grammar.prefixes)
    if "#" not in text:
        return Parsed("", marker) if marker else _NOTHING
    found = parse(text, grammar)
    return Parsed(
        "",
        marker,
        found.source,
        found.years,
        found.subject,
        found.strand,
        found.groups,
        found.pinned,
        found.private,
    )


def take_out_tags(box: QPlainTextEdit, grammar: Grammar, gone: Container[Target]) -> None:
    """Take typed tags out of a box, each with a space beside it; in `gone` an empty code stands for any."""
    text, caret = box.toPlainText(), QTextCursor(box.document())
    caret.beginEditBlock()
    for tag in reversed(tags_in(text, grammar)):
        if tag.target is not None and (tag.target in gone or (tag.target[0], "") in gone):
            start, end = _with_a_space(text, tag)
            caret.setPosition(units(text[:start]))
            caret.setPosition(units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
            caret.removeSelectedText()
    caret.endEditBlock()


def unread(text: str, grammar: Grammar, caret: int = -1) -> tuple[str, str]:
    """Return a sign before the words that has no marker here, and the first tag that means nothing; or nothing.

    A tag with the caret at its end (in characters) is still being typed.
    """
    unknown = (tag.word for tag in tags_in(text, grammar) if tag.target is None and tag.end != caret)
    return unmarked_sign(text, grammar), next(unknown, "") if "#" in text else ""


def units(text: str) -> int:
    """Return the length of a text as Qt counts it."""
    return len(text.encode("utf-16-le")) // 2


def _with_a_space(text: str, tag: Tagged) -> tuple[int, int]:
    if text[tag.end : tag.end + 1] == " ":
        return tag.start, tag.end + 1
    return (tag.start - 1 if text[max(0, tag.start - 1) : tag.start] == " " else tag.start), tag.end
