"""How a line of a calendar file is written: escaped, folded at 75 octets, ended by CRLF; and read again."""

from collections.abc import Iterable, Iterator

END = "\r\n"
LONGEST = 75
"""Octets of a line on disk, its end not counted."""
_ESCAPES = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n"))
_MEANT = {"n": "\n", "N": "\n"}


def escaped(text: str) -> str:
    """Return a text as the value of a line, without characters that no line may hold."""
    plain = "".join(sign for sign in text.replace("\r\n", "\n").replace("\r", "\n") if sign == "\n" or sign >= " ")
    for sign, instead in _ESCAPES:
        plain = plain.replace(sign, instead)
    return plain.replace("\x7f", "")


def unescaped(value: str) -> str:
    """Return the text a value stands for."""
    signs = iter(value)
    found = (_meant(next(signs, "")) if sign == "\\" else sign for sign in signs)
    return "".join(found)


def written(lines: Iterable[str]) -> bytes:
    """Return lines as a file, each folded where it is too long, never inside a character."""
    return "".join(f"{END.join(_folded(line))}{END}" for line in lines).encode()


def unfolded(content: bytes) -> list[str]:
    """Return the lines of a file as they were before they were folded."""
    return content.decode().replace(f"{END} ", "").removesuffix(END).split(END)


def _folded(line: str) -> Iterator[str]:
    part, size = "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > LONGEST:
            yield part
            part, size = " ", 1
        part, size = part + sign, size + octets
    yield part


def _meant(sign: str) -> str:
    return _MEANT.get(sign, sign)
