"""Tags typed into a box: what they set, and how they are taken out again."""

from collections.abc import Container
from dataclasses import replace

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from ui.parts.composer_sign import typed_marker
from ui.widgets.text_units import units
from visitapp.domain.evidence import Context, Draft
from visitapp.domain.framework import Framework
from visitapp.domain.grammar import Grammar, Parsed, Tagged, Target, parse, tags_in, unmarked_sign
from visitapp.domain.tagging import CONTEXT_FIELDS, as_saved, chosen_by_hand, voices_of

_NOTHING = Parsed("")


class TypedTags:
    """What the sign and the tags in a box set; what was typed wins over what was chosen."""

    def __init__(self, box: QPlainTextEdit, grammar: Grammar, framework: Framework) -> None:
        self._box, self._grammar, self._framework = box, grammar, framework
        self._values = _NOTHING
        self._chosen: frozenset[str] = frozenset()
        self.before = Context()
        """What was carried on to the note being written."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is set by what is typed."""
        return self._values == _NOTHING

    @property
    def by_hand(self) -> frozenset[str]:
        """The fields of the context that somebody chose for the note being written."""
        return self._chosen

    def read(self) -> bool:
        """Read the box, and return whether what it sets is another thing now."""
        before, self._values = self._values, typed_values(self._box.toPlainText(), self._grammar)
        return before != self._values

    def put_in(self, draft: Draft) -> Draft:
        """Return a draft with the values its note gets."""
        voices = voices_of(self._framework, draft.context.activity) if self._values.years else ()
        return as_saved(draft, self._values, chosen=self._chosen, voices=voices)

    def chosen(self, draft: Draft, chosen: Draft) -> tuple[Draft, frozenset[Target]]:
        """Return a draft after somebody chose what stands in `chosen`, and the typed tags that give way."""
        shown = self.put_in(draft)
        held, wanted = ([getattr(one.context, name) for name in CONTEXT_FIELDS] for one in (shown, chosen))
        self._chosen |= {
            name for name, was, now in zip(CONTEXT_FIELDS, held, wanted, strict=True) if now and now != was
        }
        return chosen_by_hand(draft, shown, chosen, keep_strand="strand" in self._chosen)

    def take_out(self, gone: Container[Target]) -> None:
        """Take typed tags out of the box; in `gone` an empty code stands for any."""
        take_out_tags(self._box, self._grammar, gone)

    def settle(self, draft: Draft) -> Draft:
        """Return a draft without words that holds what is typed as tags alone, and take that for carried on."""
        held = replace(self.put_in(draft), text="")
        self.begin_note(held.context)
        return held

    def begin_note(self, context: Context) -> None:
        """Take the whole of a context for carried on from now on, whoever chose it."""
        self._chosen, self.before = frozenset(), context


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


def _with_a_space(text: str, tag: Tagged) -> tuple[int, int]:
    if text[tag.end : tag.end + 1] == " ":
        return tag.start, tag.end + 1
    return (tag.start - 1 if text[max(0, tag.start - 1) : tag.start] == " " else tag.start), tag.end
