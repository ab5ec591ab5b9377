"""Places in a text, in characters and as Qt counts them: a sign beyond the first 65,536 is two to Qt."""


def units(text: str) -> int:
    """Return the length of a text as Qt counts it."""
    return len(text.encode("utf-16-le")) // 2


def characters(text: str, place: int) -> int:
    """Return how many characters of a text stand before a place as Qt counts it."""
    return len(text.encode("utf-16-le")[: 2 * place].decode("utf-16-le", "ignore"))
