"""The time after a visit: how far actions have come, replies, the meeting, support, and what is watched."""

from datetime import datetime

from ui.demo.hands import LostWayError
from ui.demo.walk import Walk
from ui.pages.followup.action_card import FollowedAction
from ui.parts.fact_date import short_day
from ui.widgets.checks import CheckRow
from ui.widgets.chips import Chip
from ui.widgets.segmented import SegmentButton
from ui.workspace.sample_parts import SampleAction, SampleProgress, SampleSupport
from visitapp.domain.reminders import AGENDA_PLANNED, WATCH

_STATES = {"started": "Started", "done": "Done", "stopped": "Stopped"}


def let_time_pass(walk: Walk) -> None:
    """Come to the last day on which the sample knows of a reply or of progress."""
    actions = walk.sample.actions
    days = [one.replied_on for one in actions] + [said.on for one in actions for said in one.progress]
    last = max(days, default="")
    if last:
        walk.sitting.moment = max(walk.sitting.moment, datetime.fromisoformat(f"{last}T15:00:00+00:00"))


def follow_actions(walk: Walk) -> None:
    """Say in Follow-up what became of every action."""
    walk.hands.press("Ctrl+6")
    for number, action in enumerate(walk.sample.actions, 1):
        _follow(walk, f"action {number}", action)


def follow_visit(walk: Walk) -> None:
    """Say in Follow-up what was planned: the meeting, the support, and when criteria are looked at again."""
    planned = walk.sample.answers.get(AGENDA_PLANNED)
    if planned is not None:
        walk.hands.focus("Which meeting and item")
        walk.hands.write(planned.note)
        _set_day(walk, "Meeting planned on", str(planned.value))
    for criterion in walk.asked.judgement.criteria:
        again = walk.sample.answers.get(f"{WATCH}{criterion.code}")
        if again is not None:
            _set_day(walk, f"Look again at {criterion.letter}.", str(again.value))
    for support in walk.sample.support:
        _add_support(walk, support)


def judge_earlier(walk: Walk) -> None:
    """Judge last year's actions in Prepare, each with its reason."""
    for number, one in enumerate(walk.sample.earlier, 1):
        verdicts = walk.asked.follow_up.verdicts
        label = next(option.label for option in verdicts if option.code == one.verdict)
        walk.hands.focus(f"What was seen, and where: action {number}")
        walk.hands.write(one.verdict_note)
        walk.hands.tab_to("", SegmentButton, key="Shift+Tab")
        walk.hands.tab_to(label, SegmentButton, key="Left")
        walk.hands.press("Space")
        if one.carried:
            walk.hands.focus(f"Carry on action {number}", Chip)
            walk.hands.press("Space")


def _follow(walk: Walk, name: str, action: SampleAction) -> None:
    hands = walk.hands
    if action.first_step_due:
        _set_day(walk, f"First step of {name}, by", action.first_step_due)
    if action.first_step_done:
        hands.focus(f"First step: {action.first_step}", CheckRow)
        hands.press("Space")
    if action.reply:
        _reply(walk, name, action)
    for one in action.progress:
        _note_progress(walk, name, one)
    if action.status:
        _card(walk, name).take_focus()
        hands.tab_to(_STATES[action.status], SegmentButton, key="Right")
        hands.press("Space")
    if action.carried:
        hands.focus(f"Carry {name} into next visit", Chip)
        hands.press("Space")


def _reply(walk: Walk, name: str, action: SampleAction) -> None:
    hands = walk.hands
    hands.focus(f"Record a reply to {name}")
    hands.press("Space")
    hands.write(action.reply)
    hands.tab_to("Who replied, by role")
    hands.write(action.replied_by)
    hands.tab_to("Day of the reply")
    hands.replace(short_day(action.replied_on))
    hands.tab_to(f"Done: Reply to {name}")
    hands.press("Space")


def _note_progress(walk: Walk, name: str, progress: SampleProgress) -> None:
    hands = walk.hands
    hands.focus(f"Note progress of {name}")
    hands.press("Space")
    hands.write(progress.text)
    hands.tab_to("Who said or saw it, by role")
    hands.write(progress.by)
    hands.tab_to("Day")
    hands.replace(short_day(progress.on))
    hands.tab_to("Told", SegmentButton)
    if progress.seen:
        hands.press("Left", "Space")
    hands.tab_to(f"Done: Progress of {name}")
    hands.press("Space")


def _add_support(walk: Walk, support: SampleSupport) -> None:
    hands = walk.hands
    hands.focus("Add support")
    hands.press("Space")
    hands.write(support.purpose)
    hands.tab_to("Who supports, by role")
    hands.write(support.by)
    hands.tab_to("How many days")
    hands.replace(f"{support.days:g}")
    hands.tab_to("Day of the support")
    hands.replace(short_day(support.on))
    hands.tab_to("What it changed")
    hands.write(support.impact)
    if support.given:
        hands.tab_to("Given", CheckRow)
        hands.press("Space")
    hands.tab_to("Done with this support")
    hands.press("Space")


def _set_day(walk: Walk, name: str, day: str) -> None:
    walk.hands.focus(name)
    walk.hands.press("Space")
    walk.hands.replace(short_day(day))
    walk.hands.press("Return")


def _card(walk: Walk, name: str) -> FollowedAction:
    found = next((one for one in walk.page.findChildren(FollowedAction) if one.name.lower() == name), None)
    if found is None:
        raise LostWayError(f"The walk stopped: there is no {name}.")
    return found
