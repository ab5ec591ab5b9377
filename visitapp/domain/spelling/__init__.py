"""Words that are spelt like no word that is known, and what may have been meant. It only asks and never rewords."""

from visitapp.domain.spelling.own_words import LEFT, names_of, own_words, words_in, words_of_programme
from visitapp.domain.spelling.speller import CALENDAR, Speller
from visitapp.domain.spelling.suggesting import suggestions
from visitapp.domain.spelling.word_list import WordList, plain_letters

__all__ = [
    "CALENDAR",
    "LEFT",
    "Speller",
    "WordList",
    "names_of",
    "own_words",
    "plain_letters",
    "suggestions",
    "words_in",
    "words_of_programme",
]
