"""The visit itself: the clock moves, the slot with it, and every note is typed and saved with Enter."""

from collections.abc import Callable
from dataclasses import replace

from ui.demo.hands import LostWayError
from ui.demo.walk import Walk
from ui.parts.composer import Composer
from ui.parts.composer_box import NoteBox
from ui.widgets.checks import CheckRow
from ui.workspace.sample import typed
from ui.workspace.sample_notes import activity_of, context_of_note
from ui.workspace.sample_parts import SampleNote
from visitapp.domain.evidence import Context

_MOST_STEPS = 60


def capture(walk: Walk, pause: Callable[[SampleNote], None] | None = None) -> None:
    """Take every note of the sample; `pause` is called with each note that is typed and not yet saved."""
    for note in walk.sample.notes:
        slot = walk.sample.slot(note.slot)
        walk.set_clock(slot.day if slot else 1, note.at)
        if walk.frame.stage != "capture":
            walk.hands.press("Ctrl+3")
        _stand_in_slot(walk, note)
        _choose_prompt(walk, note)
        _box(walk)
        standing = replace(_composer(walk).context, prompt="")
        walk.hands.write(typed(walk.sample, note, walk.asked, standing))
        if pause is not None:
            pause(note)
        walk.hands.press("Return")


def _stand_in_slot(walk: Walk, note: SampleNote) -> None:
    """Move to the note's slot; one that has to be without what was typed before is started afresh."""
    order = [slot.id for slot in walk.desk.record.slots if not slot.is_break]
    wanted = walk.slot_ids.get(note.slot, "")
    if wanted == _context(walk).slot_id and _must_forget(walk, note):
        there_and_back = ("Alt+Left", "Alt+Right") if order.index(wanted) else ("Alt+Right", "Alt+Left")
        _box(walk)
        walk.hands.press(*there_and_back)
    for _ in range(_MOST_STEPS):
        held = _context(walk).slot_id
        if held == wanted:
            return
        _box(walk)
        ahead = held not in order or order.index(held) < order.index(wanted)
        walk.hands.press("Alt+Right" if ahead else "Alt+Left")
    raise LostWayError(f"The walk stopped: the slot of note {note.number} was not reached.")


def _must_forget(walk: Walk, note: SampleNote) -> bool:
    held, wanted = _context(walk), context_of_note(walk.sample, note, walk.asked)
    pairs = [(held.source, wanted.source), (held.years, wanted.years)]
    pairs += [(held.subject, wanted.subject), (held.strand, wanted.strand)]
    return any(standing and not asked for standing, asked in pairs)


def _choose_prompt(walk: Walk, note: SampleNote) -> None:
    standing = _context(walk).prompt
    if standing == note.prompt:
        return
    slot = walk.sample.slot(note.slot)
    activity = walk.asked.activity(activity_of(walk.sample, slot)) if slot else None
    code = note.prompt or standing
    text = next(one.text for one in activity.prompts if one.code == code) if activity else ""
    walk.hands.focus(text, CheckRow)
    walk.hands.press("Space")


def _box(walk: Walk) -> NoteBox:
    box = _composer(walk).box
    walk.hands.point_at(box)
    return box


def _context(walk: Walk) -> Context:
    return _composer(walk).context


def _composer(walk: Walk) -> Composer:
    found = walk.page.findChild(Composer)
    if found is None:
        raise LostWayError("The walk stopped: there is no box to type a note in.")
    return found
