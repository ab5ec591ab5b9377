"""What is read, asked for and wondered about before a visit."""

from dataclasses import dataclass

from visitapp.domain.framework.when import When


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One thing to read or ask for before the visit."""

    code: str
    title: str
    help: str = ""
    required: bool = True
    concerns: bool = False
    """Whether what is noted at it is a concern somebody else has, to be seen beside the question of the visit."""
    when: When | None = None
    """For which visits it is meant; None for all."""


@dataclass(frozen=True, slots=True)
class ChecklistGroup:
    """Preparation items under one heading, in the order to work through them."""

    title: str
    items: tuple[ChecklistItem, ...]


@dataclass(frozen=True, slots=True)
class Enquiry:
    """The question a visit is built around; `authority` is the programme's own, empty when it has none."""

    title: str
    help: str
    authority: str = ""
