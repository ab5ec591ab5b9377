"""What happens after a visit, and what is measured from one visit to the next, as frozen values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """One thing said or seen of an action since it was agreed. `on` is an ISO day, `by` a role."""

    id: str
    visit_id: str = ""
    action_id: str = ""
    on: str = ""
    by: str = ""
    text: str = ""
    seen: bool = False
    """Whether a reviewer saw it, rather than was told."""
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class SupportDay:
    """Support planned for or given to a school: days as a number, by whom (a role), what for, what it changed."""

    id: str
    visit_id: str = ""
    on: str = ""
    days: float = 0.0
    by: str = ""
    purpose: str = ""
    impact: str = ""
    given: bool = False
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The value of one indicator on an ISO day. `rating` is a person's, with its `reason`; nothing computes it."""

    id: str
    visit_id: str = ""
    indicator: str = ""
    on: str = ""
    value: str = ""
    target: str = ""
    rating: str = ""
    reason: str = ""
    deleted: bool = False
