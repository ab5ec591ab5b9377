"""Whether one word of a text is somebody's name: by lists, by its capital, and by the words beside it."""

import re
from collections.abc import Sequence

from visitapp.domain.naming.lists import NameLists
from visitapp.domain.naming.tokens import Token

_LEAST_LOWER = 4
_PLACE_WORDS = frozenset(("in", "at", "near", "the", "a", "an"))
_SAINTS = frozenset(("st", "saint", "saints"))
_NOT_BEFORE_MONTHS = frozenset(
    ("by", "to", "from", "for", "of", "between", "like", "and", "or", "both", "via", "see")
)
_DONE_BY_MONTHS = frozenset(("is", "was", "has", "had", "saw", "sees", "shows", "showed", "still", "also", "then"))
_LIKE_A_WORD = re.compile(
    "(?:tion|sion|ment|ness|ship|ing|ings|ed|ly|ity|ities|ous|ful|less|able|ible|ism|ist|ists|ers|ors|ance|ence|ancy|"
    "ency|ology|graphy|ise|ised|ises|ive|ives|ure|ures|ical|tional|tions|ments|ally|wards|hood|work|books)$"
)


class Verdict:
    """Judges the words of one text; `hidden` are the places of words that belong to phrases which are no names."""

    def __init__(self, words: Sequence[Token], lists: NameLists, known: frozenset[str]) -> None:
        self._words, self._lists, self._known = words, lists, known
        self.hidden, self._single = _hidden(words, lists)

    def is_name(self, place: int) -> bool:
        """Return whether the word at a place is a name."""
        word = self._words[place]
        if place in self.hidden or word.key in self._lists.titles or self._before(place) in _SAINTS:
            return False
        if word.key in self._known:
            return True
        if not word.capital:
            return self._is_lower_name(place)
        if word.shouted:
            return len(word.text) >= _LEAST_LOWER and self._is_plain_given(word)
        if self._names_a_place(place) or (word.abbreviated and not self._lists.is_given(word.key)):
            return False
        return self._is_first_name_of_line(place) if word.begins else self._is_name_within(place)

    def continues(self, place: int) -> bool:
        """Return whether the word at a place may go on a name that stands before it, as a surname or initial."""
        word = self._words[place]
        if place in self.hidden or not word.capital or word.begins or word.key in self._lists.after_place:
            return False
        return word.key != "i" and (not word.shouted or self._lists.is_surname(word.key))

    def _is_plain_given(self, word: Token) -> bool:
        return self._lists.is_given(word.key) and not self._is_doubtful(word)

    def _is_doubtful(self, word: Token) -> bool:
        return word.key in self._single or self._lists.is_ordinary(word.key)

    def _is_lower_name(self, place: int) -> bool:
        word = self._words[place]
        if len(word.key) < _LEAST_LOWER or not self._is_plain_given(word):
            return False
        return self._before(place) not in self._lists.not_by and (word.possessive or self._acts(place))

    def _is_name_within(self, place: int) -> bool:
        word, lists = self._words[place], self._lists
        if lists.is_given(word.key):
            return not self._is_doubtful(word) or self._is_pointed_at(place)
        if len(word.key) < 2 or self._is_doubtful(word):
            return False
        return word.possessive or self._before(place) not in _PLACE_WORDS

    def _is_first_name_of_line(self, place: int) -> bool:
        word, lists = self._words[place], self._lists
        signs = word.possessive or self._acts(place) or self._is_set_off(place) or self._goes_on(place)
        if lists.is_given(word.key):
            if word.key in lists.calendar:
                return self._acts(place) and self._follower(place) not in _DONE_BY_MONTHS
            return not self._is_doubtful(word) or self._acts(place) or word.possessive or self._goes_on(place)
        if len(word.key) < 2 or self._is_doubtful(word):
            return False
        return signs or not _LIKE_A_WORD.search(word.key)

    def _names_a_place(self, place: int) -> bool:
        """A place or a group is called so: "Holly class", "Room Ash"."""
        word = self._words[place]
        return word.joined and place + 1 < len(self._words) and self._words[place + 1].key in self._lists.after_place

    def _is_pointed_at(self, place: int) -> bool:
        word, before = self._words[place], self._before(place)
        if before in self._lists.not_by and not word.possessive:
            return self._acts(place) and before not in _PLACE_WORDS
        if word.key in self._lists.calendar:
            return before in self._lists.leading - _NOT_BEFORE_MONTHS or self._acts(place)
        return word.possessive or before in self._lists.leading or self._acts(place) or self._goes_on(place)

    def _acts(self, place: int) -> bool:
        """What follows is what people do, at once or after one more name."""
        follows = self._follower(place)
        if follows == "and" and place + 2 < len(self._words) and self._words[place + 2].capital:
            follows = self._follower(place + 2)
        return follows in self._lists.done_by

    def _is_set_off(self, place: int) -> bool:
        after = self._words[place].after
        return after.startswith((",", " (")) or (self._follower(place) == "and" and self._has_capital(place + 2))

    def _goes_on(self, place: int) -> bool:
        """A surname, an initial or another word that is no word of the language stands next to it."""
        if not self._words[place].joined or place + 1 >= len(self._words) or not self.continues(place + 1):
            return False
        follows = self._words[place + 1].key
        return len(follows) == 1 or self._lists.is_surname(follows) or not self._lists.is_ordinary(follows)

    def _has_capital(self, place: int) -> bool:
        return place < len(self._words) and self._words[place].capital and not self._words[place].shouted

    def _before(self, place: int) -> str:
        return self._words[place - 1].key if place else ""

    def _follower(self, place: int) -> str:
        return self._words[place + 1].key if self._words[place].joined and place + 1 < len(self._words) else ""


def _hidden(words: Sequence[Token], lists: NameLists) -> tuple[frozenset[int], frozenset[str]]:
    """Return the places no name can be at, and the keys that are a name only with signs beside them."""
    hidden: set[int] = set()
    single: set[str] = set()
    keys = [word.key for word in words]
    for place in range(len(words)):
        for length in range(min(lists.longest, len(words) - place), 0, -1):
            if tuple(keys[place : place + length]) in lists.hidden and words[place].capital:
                if length == 1 and lists.is_given(keys[place]):
                    single.add(keys[place])
                else:
                    hidden.update(range(place, place + length))
                break
    return frozenset(hidden), frozenset(single)
