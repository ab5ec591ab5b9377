"""Findings, the evidence that supports them, and the actions agreed, as frozen values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement made from evidence. `position` orders findings of one kind and group; `in_self_evaluation` is
    yes, no or empty when not looked at, and so is `in_improvement_plan`; `level` is how heavily a risk weighs."""

    id: str
    visit_id: str = ""
    kind: str = ""
    group: str = ""
    text: str = ""
    strand: str = ""
    position: float = 0.0
    in_self_evaluation: str = ""
    agreed: bool = False
    in_improvement_plan: str = ""
    level: str = ""
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Support:
    """That one note speaks for, or against, one finding."""

    id: str
    visit_id: str = ""
    finding_id: str = ""
    note_id: str = ""
    against: bool = False
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Action:
    """What the school will do. `owner` is a role, `due` an ISO day or empty, `finding_id` why it is needed.

    `earlier_id` is the action of the visit before that it carries on; `verdict` and `verdict_note` are what this
    visit says of an action taken over from there.
    """

    id: str
    visit_id: str = ""
    text: str = ""
    finding_id: str = ""
    urgency: str = ""
    owner: str = ""
    first_step: str = ""
    due: str = ""
    measure: str = ""
    position: float = 0.0
    status: str = ""
    reply: str = ""
    first_step_due: str = ""
    first_step_done: bool = False
    replied_on: str = ""
    replied_by: str = ""
    carried: bool = False
    """Whether it stays open after the next visit too; every agreed action is judged there."""
    earlier_id: str = ""
    verdict: str = ""
    verdict_note: str = ""
    because: str = ""
    """What the finding it answered said, kept with an action taken over."""
    earlier_sort: str = ""
    """What it was last time when it was no action: a finding, or a point of an inspection; a code."""
    deleted: bool = False


def support_id(finding_id: str, note_id: str) -> str:
    """Return the id of the link between a finding and a note, the same on every device."""
    return f"{finding_id}:{note_id}"
