"""A subject as a word inside a line."""

_LANGUAGES = frozenset({"English", "French", "German", "Italian", "Latin", "Mandarin", "Spanish", "Urdu", "Welsh"})


def inside_a_line(subject: str) -> str:
    """Return a subject as it stands after other words: "mathematics", but "English" and "PE" as they are."""
    is_name = subject[1:] != subject[1:].lower() or subject.partition(" ")[0] in _LANGUAGES
    return subject if is_name else subject.lower()
