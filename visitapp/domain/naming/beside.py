"""What stands round one word of a text, and whether it tells that the word is a person."""

from collections.abc import Sequence

from visitapp.domain.naming.lists import NameLists
from visitapp.domain.naming.tokens import Token

_TELLS_WHO = frozenset(("who", "whose", "whom", "aged"))
_LINKS = frozenset(("and", "or", "with"))


class Beside:
    """Answers questions about the neighbours of a word, told by its place; `hidden` are places no name can be at."""

    def __init__(self, words: Sequence[Token], lists: NameLists, hidden: frozenset[int]) -> None:
        self._words, self._lists, self._hidden = words, lists, hidden

    def before(self, place: int) -> str:
        """Return the key of the word before, or nothing."""
        return self._words[place - 1].key if place else ""

    def follower(self, place: int) -> str:
        """Return the key of the word that only a space parts from this one, or nothing."""
        return self._words[place + 1].key if self._words[place].joined and place + 1 < len(self._words) else ""

    def has_capital(self, place: int) -> bool:
        """Return whether there is a word with a capital, not all of it in capitals."""
        return 0 <= place < len(self._words) and self._words[place].capital and not self._words[place].shouted

    def acts(self, place: int) -> bool:
        """Return whether what people do follows, at once or after one more name."""
        follows = self.follower(place)
        if follows == "and" and place + 2 < len(self._words) and self._words[place + 2].capital:
            follows = self.follower(place + 2)
        return follows in self._lists.done_by

    def tells_who(self, place: int) -> bool:
        """Return whether "who" follows, as in "Georgia, who joined"."""
        follows = self._words[place + 1].key if place + 1 < len(self._words) else ""
        return follows in _TELLS_WHO and self._words[place].after[:2].strip() in ("", ",")

    def is_set_off(self, place: int) -> bool:
        """Return whether a comma or a bracket follows, or another word with a capital after "and"."""
        after = self._words[place].after
        return after.startswith((",", " (")) or (self.follower(place) == "and" and self.has_capital(place + 2))

    def names_a_place(self, place: int) -> bool:
        """Return whether a place or a group is called so: "Holly class", "Room Ash"."""
        return self.follower(place) in self._lists.after_place

    def has_surname(self, place: int) -> bool:
        """Return whether a surname that is no other word follows."""
        follows = self.follower(place)
        if not follows or place + 1 in self._hidden or not self.has_capital(place + 1):
            return False
        return self._lists.is_surname(follows) and not self._lists.is_ordinary(follows)

    def is_with_a_name(self, place: int) -> bool:
        """Return whether a given name that is no other word stands in one row with it: "Mark, Priya and Will"."""
        if self._is_plain_given(place + 1) and self._words[place].after.startswith(", "):
            return True
        if self.follower(place) in _LINKS and self._is_plain_given(place + 2):
            return True
        if self.before(place) in _LINKS and place > 1 and self._words[place - 2].joined:
            return self._is_plain_given(place - 2)
        return place > 0 and self._words[place - 1].after.startswith(", ") and self._is_plain_given(place - 1)

    def is_among_words(self, place: int) -> bool:
        """Return whether it stands in a row of words with capitals that are no names: "Courage, Hope and Respect"."""
        return (self._words[place].after.startswith(", ") and self._is_word_with_capital(place + 1)) or (
            self.follower(place) in _LINKS and self._is_word_with_capital(place + 2)
        )

    def _is_plain_given(self, place: int) -> bool:
        if not self.has_capital(place) or place in self._hidden:
            return False
        word = self._words[place].key
        return self._lists.is_given(word) and not self._lists.is_also_a_word(word)

    def _is_word_with_capital(self, place: int) -> bool:
        if not self.has_capital(place):
            return False
        word = self._words[place].key
        return place in self._hidden or (self._lists.is_ordinary(word) and not self._lists.is_given(word))
