"""What a person can do, in words."""

from typing import NamedTuple


class Command(NamedTuple):
    """Something a person can do: its code, words, shortcut as it is printed, and group."""

    code: str
    title: str
    keys: str = ""
    group: str = ""
