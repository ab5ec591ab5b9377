"""Whether a word is a name of the visit, or a word of the language, with letters wrong."""

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


def is_word_swapped(word: str, lists: NameLists) -> bool:
    """Return whether a key that is on no list of names is a word with two letters beside each other the wrong way
    round: "teh", "waht", or any word of five letters or more; shorter ones are too like names."""
    if lists.is_given(word) or lists.is_surname(word):
        return False
    swapped = [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)]
    more = lists.ordinary if len(word) >= _LEAST else frozenset[str]()
    return any(one in lists.small or one in more for one in swapped if one != word)


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
