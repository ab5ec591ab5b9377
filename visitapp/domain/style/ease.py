"""How hard a text is to read, by a published formula.

Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid, Fishburne, Rogers and Chissom,
Derivation of New Readability Formulas for Navy Enlisted Personnel, Research Branch Report 8-75, 1975). A reading age
is the grade and five years. It counts lengths and knows nothing of meaning; the words every school uses ("phonics",
"disadvantaged") count as hard, syllables are estimated, and under about a hundred words it says little.
"""

import re
from functools import lru_cache

FEWEST_WORDS = 100
_YOUNGEST = 5
_OLDEST = 25
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^aeiouylr]|[aeiouy][lr])e$|(?<=[^aeioutd])ed$|(?<=[^aeiouscxzh])es$")
_TWO = re.compile(r"(?<![cstgq])i[aou]|(?<=[^gq])ua|eo(?!u)|[aeiouy]ing$|ism$|(?:ar|id)ea")


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """Return about how many syllables a word has; at least one, a figure or a short form in capitals is one."""
    if not word.isalpha() or (word.isupper() and len(word) > 1):
        return 1
    small = word.lower()
    count = len(_VOWELS.findall(small)) + len(_TWO.findall(small))
    return max(1, count - (1 if _SILENT.search(small) else 0))


def reading_age(words: int, sentences: int, sounds: int) -> int | None:
    """Return the reading age in years, 5 to 25, of a text of so many words, sentences and syllables.

    None for fewer than FEWEST_WORDS.
    """
    if words < FEWEST_WORDS or not sentences:
        return None
    grade = 0.39 * words / sentences + 11.8 * sounds / words - 15.59
    return max(_YOUNGEST, min(_OLDEST, round(grade + 5)))
