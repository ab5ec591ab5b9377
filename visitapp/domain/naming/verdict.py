"""Whether one word of a text is somebody's name: by lists, by its capital, and by the words beside it."""

import re
from collections.abc import Sequence

from visitapp.domain.naming.beside import Beside
from visitapp.domain.naming.lists import NameLists
from visitapp.domain.naming.misspelt import is_misspelt, is_word_swapped
from visitapp.domain.naming.tokens import Token

_LEAST_LOWER = 4
_LEAST_WORD = 3
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
        self._initials = frozenset(name[:1] for name in known)
        self.hidden, self._single, self._lone = _hidden(words, lists)
        self._beside = Beside(words, lists, self.hidden)

    def is_name(self, place: int) -> bool:
        """Return whether the word at a place is a name."""
        word = self._words[place]
        if word.key in self._lists.titles or self._beside.before(place) in _SAINTS:
            return False
        if place in self.hidden:
            return place in self._lone and word.key in self._lists.namesakes and self._is_somebody(place)
        if word.key[:1] in self._initials and (
            word.key in self._known or is_misspelt(word, self._known, self._lists)
        ):
            return True
        if not word.capital:
            return self._is_lower_name(place)
        if word.shouted:
            return len(word.text) >= _LEAST_LOWER and self._is_plain_given(word)
        if self._beside.names_a_place(place) or (word.abbreviated and not self._lists.is_given(word.key)):
            return False
        return self._is_first_name_of_line(place) if word.begins else self._is_name_within(place)

    def continues(self, place: int) -> bool:
        """Return whether the word at a place may go on a name that stands before it, as a surname or initial."""
        word = self._words[place]
        if place in self.hidden and not (place in self._lone and self._lists.is_surname(word.key)):
            return False
        if not word.capital or word.begins or word.key in self._lists.after_place:
            return False
        return word.key != "i" and (not word.shouted or self._lists.is_surname(word.key))

    def may_be_titled(self, place: int, title: str) -> bool:
        """Return whether the word at a place may be the surname after a title: "Mr West", yet not "Mr Twit"."""
        if place not in self.hidden:
            return True
        word = self._words[place]
        if place not in self._lone or not word.capital or word.shouted:
            return False
        return title != "miss" or self._lists.is_surname(word.key) or word.possessive or self._beside.acts(place)

    def _is_plain_given(self, word: Token) -> bool:
        return self._lists.is_given(word.key) and not self._is_doubtful(word)

    def _is_doubtful(self, word: Token) -> bool:
        """Whether it may be another word: of a name on the lists only what the list of words has as it stands."""
        if self._lists.is_given(word.key):
            return word.key in self._single or word.key in self._lists.ordinary
        return word.key in self._single or self._lists.is_ordinary(word.key)

    def _is_lower_name(self, place: int) -> bool:
        word = self._words[place]
        if len(word.key) < _LEAST_LOWER or not self._is_plain_given(word):
            return False
        if self._beside.before(place) in self._lists.not_by:
            return False
        return word.possessive or self._beside.acts(place)

    def _is_name_within(self, place: int) -> bool:
        word, lists = self._words[place], self._lists
        if lists.is_given(word.key):
            return not (self._is_doubtful(word) or lists.is_also_a_word(word.key)) or self._is_pointed_at(place)
        if len(word.key) < 2:
            return False
        if self._is_doubtful(word):
            return self._is_somebody(place)
        return word.possessive or self._beside.before(place) not in _PLACE_WORDS

    def _is_pointed_at(self, place: int) -> bool:
        """The words beside it tell that a given name with a capital is no other word."""
        word, beside, lists = self._words[place], self._beside, self._lists
        before = beside.before(place)
        if before in lists.not_by and not word.possessive:
            return beside.acts(place) and before not in _PLACE_WORDS
        if beside.tells_who(place) or beside.has_surname(place) or beside.is_with_a_name(place):
            return True
        if word.key in lists.calendar:
            return before in lists.leading - _NOT_BEFORE_MONTHS or beside.acts(place)
        if word.possessive or before in lists.leading or beside.acts(place) or self._goes_on(place):
            return True
        return word.key not in self._single and not beside.is_among_words(place)

    def _is_first_name_of_line(self, place: int) -> bool:
        word, beside = self._words[place], self._beside
        if self._lists.is_given(word.key) and word.key in self._lists.calendar:
            acts = beside.acts(place) and beside.follower(place) not in _DONE_BY_MONTHS
            return acts or beside.tells_who(place) or beside.has_surname(place)
        sure = word.possessive or beside.acts(place) or self._goes_on(place) or beside.tells_who(place)
        if self._lists.is_given(word.key) and word.key in self._single:
            return sure or beside.is_with_a_name(place)
        if self._lists.is_also_a_word(word.key) and (self._lists.is_given(word.key) or not self._is_doubtful(word)):
            return sure or self._stands_alone(place)
        if self._lists.is_given(word.key):
            return True
        if len(word.key) < 2 or self._is_doubtful(word):
            return False
        if is_word_swapped(word.key, self._lists):
            return word.possessive or beside.tells_who(place) or self._goes_on(place)
        return sure or beside.is_set_off(place) or not _LIKE_A_WORD.search(word.key)

    def _stands_alone(self, place: int) -> bool:
        """No other word leans on a word that begins a line and is a name too: "Rose (new)", yet not "Rose bushes"."""
        follows, word = self._beside.follower(place), self._words[place]
        if self._beside.is_with_a_name(place) or follows.endswith("ly"):
            return True
        return not follows and not word.after.startswith(",")

    def _is_somebody(self, place: int) -> bool:
        """The words beside it tell that a word on no list of names is one: "asked Blessing", "Kenya whispered"."""
        word, beside = self._words[place], self._beside
        if not self._may_be_somebody(word) or beside.names_a_place(place):
            return False
        if beside.has_surname(place) or beside.follower(place) in self._lists.only_people:
            return True
        if beside.tells_who(place) or word.begins:
            return beside.tells_who(place)
        return beside.before(place) in self._lists.asking or beside.is_with_a_name(place)

    def _may_be_somebody(self, word: Token) -> bool:
        if not word.capital or word.shouted or word.abbreviated or len(word.key) < _LEAST_WORD:
            return False
        return word.key not in self._lists.roles and word.key not in self._lists.unnamed and word.key[-1] != "s"

    def _goes_on(self, place: int) -> bool:
        """A surname, an initial or another word that is no word of the language stands next to it."""
        if not self._words[place].joined or place + 1 >= len(self._words) or not self.continues(place + 1):
            return False
        follows = self._words[place + 1].key
        return len(follows) == 1 or self._lists.is_surname(follows) or not self._lists.is_ordinary(follows)


def _hidden(words: Sequence[Token], lists: NameLists) -> tuple[frozenset[int], frozenset[str], frozenset[int]]:
    """Return the places no name can be at, the keys that are a name only with signs beside them, and which of the
    places one word by itself hides."""
    hidden: set[int] = set()
    single: set[str] = set()
    lone: set[int] = set()
    keys = [word.key for word in words]
    for place in (place for place, word in enumerate(words) if word.capital):
        for length in range(min(lists.longest, len(words) - place), 0, -1):
            if tuple(keys[place : place + length]) in lists.hidden:
                if length == 1 and lists.is_given(keys[place]):
                    single.add(keys[place])
                else:
                    (lone if length == 1 else hidden).update(range(place, place + length))
                break
    return frozenset(hidden | lone), frozenset(single), frozenset(lone - hidden)
