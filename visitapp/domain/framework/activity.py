"""What happens on the day, what runs through it, and what a plan must hold."""

from dataclasses import dataclass

from visitapp.domain.framework.when import When


@dataclass(frozen=True, slots=True)
class Strand:
    """A thread that runs through the visit; every piece of evidence may belong to one."""

    code: str
    label: str
    short: str
    tag: str
    """What a reviewer types after # to choose it."""
    help: str = ""
    words: tuple[str, ...] = ()
    """What else people call it."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One thing to look for or ask about in an activity."""

    code: str
    text: str
    when: When | None = None
    """For which visits it is meant; None for all."""


@dataclass(frozen=True, slots=True)
class Activity:
    """A part of the visit: why it is done, who must be there, what to ask, and how long it takes."""

    code: str
    title: str
    short: str
    icon: str
    purpose: str
    prompts: tuple[Prompt, ...]
    people: str = ""
    fallback: str = ""
    """What to do instead when nobody can attend."""
    minutes: tuple[int, int] = (30, 60)
    required: bool = True
    lessons: bool = False
    """True when classroom visits are planned inside this activity."""
    source: str = ""
    strand: str = ""
    days: tuple[int, ...] = (1,)
    """The days of the visit this activity is suggested for."""


@dataclass(frozen=True, slots=True)
class UsualSlot:
    """A piece of the usual day, in minutes from midnight on a day of the programme: an activity, or without one a
    break under its `title`."""

    starts: int
    ends: int
    activity: str = ""
    title: str = ""
    day: int = 1


@dataclass(frozen=True, slots=True)
class PlanRule:
    """A check on the day plan. `kind` names a rule in `visitapp.domain.planning`; `minutes`, `days`, `activity` and
    `words` are what that rule asks for, as far as it does."""

    code: str
    kind: str
    title: str
    minutes: int = 0
    days: int = 0
    activity: str = ""
    words: tuple[str, ...] = ()
    when: When | None = None
    """For which visits it is meant; None for all."""
