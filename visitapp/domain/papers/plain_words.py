"""What a finding says when there is room for one sentence."""

from visitapp.domain.prose import plain
from visitapp.domain.style.sentences import sentences
from visitapp.domain.text import paragraphs


def words_of(text: str) -> str:
    """Return the words of a text as a reader has them, its lines as one; empty when nothing is said."""
    return " ".join(paragraphs(plain(text)))


def first_sentence(text: str) -> str:
    """Return the first sentence of a text with words in it, the whole text when there is none."""
    for _, end in sentences(text):
        if any(letter.isalpha() for letter in text[:end]):
            return text[:end].strip()
    return text.strip()
