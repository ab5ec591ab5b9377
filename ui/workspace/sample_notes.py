"""Notes of invented visits as a reviewer would type them: prefix, words, and the tags that set their context."""

from dataclasses import replace

from ui.workspace.sample_file import SampleVisit
from ui.workspace.sample_parts import SampleNote, SampleSlot
from visitapp.domain.evidence import Context
from visitapp.domain.framework import Framework
from visitapp.domain.grammar import Parsed
from visitapp.domain.tagging import context_after, voices_of

_ROLES = {"source": "sources", "years": "years", "subject": "subjects", "groups": "groups"}


def context_of_slot(sample: SampleVisit, slot: SampleSlot | None, framework: Framework) -> Context:
    """Return the capture context a slot sets; `slot_id` is the slot's name in the file."""
    if slot is None:
        return Context()
    activity = framework.activity(activity_of(sample, slot))
    return Context(
        source=activity.source if activity else "",
        years=slot.years,
        subject=slot.subject,
        strand=activity.strand if activity else "",
        activity=activity.code if activity else "",
        slot_id=slot.code,
    )


def context_of_note(sample: SampleVisit, note: SampleNote, framework: Framework) -> Context:
    """Return the context a note was saved in: its slot's, with what the note says of itself."""
    standing = context_of_slot(sample, sample.slot(note.slot), framework)
    return replace(
        standing,
        source=note.source or standing.source,
        years=note.years or standing.years,
        subject=note.subject or standing.subject,
        strand=note.strand or standing.strand,
        prompt=note.prompt,
    )


def typed(sample: SampleVisit, note: SampleNote, framework: Framework, standing: Context | None = None) -> str:
    """Return what a reviewer types for a note, such as "- Books: half left blank. #pp #work".

    Tags are typed only for what differs from the context standing in the composer, by default the slot's own, as
    far as that outlives the years that are typed.
    """
    if standing is None:
        standing = context_of_slot(sample, sample.slot(note.slot), framework)
    wanted = context_of_note(sample, note, framework)
    moved = wanted.years if wanted.years != standing.years else ()
    standing = context_after(standing, Parsed("", years=moved), voices=voices_of(framework, standing.activity))
    marker = framework.marker(note.marker)
    tags = [_tag(framework, "groups", group) for group in note.groups]
    tags += [_tag(framework, "source", wanted.source)] if wanted.source != standing.source else []
    tags += [_tag(framework, "years", year) for year in moved]
    tags += [_tag(framework, "subject", wanted.subject)] if wanted.subject != standing.subject else []
    strand = framework.strand(wanted.strand) if wanted.strand != standing.strand else None
    tags += [strand.tag] if strand else []
    tags += ["pin"] if note.pinned else []
    tags += ["me"] if note.private else []
    words = [marker.prefix] if marker and marker.prefix else []
    return " ".join([*words, note.text, *(f"#{tag}" for tag in tags if tag)])


def activity_of(sample: SampleVisit, slot: SampleSlot) -> str:
    """Return the code of a slot's activity; a lesson has that of the slot it is part of."""
    home = sample.slot(slot.part_of)
    return slot.activity or (home.activity if home else "")


def _tag(framework: Framework, field: str, code: str) -> str:
    vocabulary = framework.vocabularies.get(_ROLES[field])
    term = vocabulary.term(code) if vocabulary else None
    return term.tags[0] if term and term.tags else ""
