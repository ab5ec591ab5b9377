"""What a person can do, in words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can do: its code, words, shortcut as it is printed, and group."""

    code: str
    title: str
    keys: str = ""
    group: str = ""
