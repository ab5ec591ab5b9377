"""How what is typed as tags and what is chosen by hand come together in the note being written."""

from collections.abc import Container
from dataclasses import replace

from visitapp.domain.evidence import Context, Draft
from visitapp.domain.framework import Framework
from visitapp.domain.grammar import Parsed, Target

CONTEXT_FIELDS = ("source", "years", "subject", "strand")


VOICE = "voice"
"""The group of sources that are what somebody said."""


def voices_of(framework: Framework, activity: str) -> frozenset[str]:
    """Return the sources that are what somebody said, without the one an activity is there for."""
    sources, held = framework.vocabularies.get("sources"), framework.activity(activity)
    voices = {term.code for term in sources.terms if term.group == VOICE} if sources else set()
    return frozenset(voices - {held.source} if held else voices)


def context_after(
    context: Context, parsed: Parsed, *, chosen: Container[str] = (), voices: Container[str] = ()
) -> Context:
    """Return the context with what was typed as tags put in; it stays for the next note.

    Other years than before are another lesson: the subject that was carried on goes, and a source that is one of
    `voices`, unless they are typed too or were `chosen` by hand for this note.
    """
    moved = bool(parsed.years) and set(parsed.years) != set(context.years)
    source = "" if moved and context.source in voices and "source" not in chosen else context.source
    return replace(
        context,
        source=parsed.source or source,
        years=parsed.years or context.years,
        subject=parsed.subject or ("" if moved and "subject" not in chosen else context.subject),
        strand=parsed.strand or context.strand,
    )


def carried_on(before: Context, saved: Draft) -> Context:
    """Return the context of the next note: that of the note just saved, or what stood `before` a private one."""
    return before if saved.private else saved.context


def cleared(context: Context) -> Context:
    """Return the context without source, years, subject and strand; where in the day it is stays."""
    return replace(context, source="", years=(), subject="", strand="")


def as_saved(draft: Draft, parsed: Parsed, *, chosen: Container[str] = (), voices: Container[str] = ()) -> Draft:
    """Return a draft with the values its note gets: what was typed wins over what was chosen."""
    return replace(
        draft,
        marker=parsed.marker or draft.marker,
        groups=tuple(dict.fromkeys((*draft.groups, *parsed.groups))),
        pinned=draft.pinned or parsed.pinned,
        private=draft.private or parsed.private,
        context=context_after(draft.context, parsed, chosen=chosen, voices=voices),
    )


def chosen_by_hand(
    draft: Draft, shown: Draft, chosen: Draft, *, keep_strand: bool = False
) -> tuple[Draft, frozenset[Target]]:
    """Return the draft after somebody chose, and the typed tags that give way to it.

    `shown` is what stood there with typed tags, `chosen` what stands there now. A new source lets the strand go that
    was only carried on from the note before, unless `keep_strand`.
    """
    before, after = shown.context, chosen.context
    changed = {name: getattr(after, name) for name in CONTEXT_FIELDS if getattr(after, name) != getattr(before, name)}
    gone = {(name, "") for name in changed}
    if "source" in changed and not keep_strand:
        changed.setdefault("strand", "")
    off = set(shown.groups) - set(chosen.groups)
    gone |= {("groups", code) for code in off}
    gone |= {(flag, "") for flag in ("pinned", "private") if getattr(shown, flag) and not getattr(chosen, flag)}
    kept = [code for code in draft.groups if code not in off]
    return replace(
        draft,
        context=replace(draft.context, **changed),
        groups=(*kept, *(code for code in chosen.groups if code not in shown.groups)),
        pinned=draft.pinned if chosen.pinned == shown.pinned else chosen.pinned,
        private=draft.private if chosen.private == shown.private else chosen.private,
    ), frozenset(gone)
