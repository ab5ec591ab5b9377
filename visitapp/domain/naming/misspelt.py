"""Whether a word is a name of the visit with one letter wrong."""

from visitapp.domain.naming.lists import NameLists
from visitapp.domain.naming.tokens import Token

_LEAST = 5


def is_misspelt(word: Token, known: frozenset[str], lists: NameLists) -> bool:
    """Return whether a word that is no word of the language is one edit from a known name of five letters or more.

    One edit is a letter too many, too few, another, or two beside each other the wrong way round; never the first.
    """
    if len(word.key) < _LEAST - 1 or word.shouted:
        return False
    near = any(len(name) >= _LEAST and is_one_edit(word.key, name) for name in known)
    return near and not lists.is_ordinary(word.key) and (word.key,) not in lists.hidden


def is_one_edit(word: str, name: str) -> bool:
    """Return whether one edit after the first letter makes one of two different words the other."""
    if word == name or word[:1] != name[:1] or abs(len(word) - len(name)) > 1:
        return False
    same = 0
    while same < min(len(word), len(name)) and word[same] == name[same]:
        same += 1
    mine, other = word[same:], name[same:]
    if len(mine) != len(other):
        return mine[1:] == other or mine == other[1:]
    return mine[1:] == other[1:] or (mine[:2] == other[1::-1] and mine[2:] == other[2:])
