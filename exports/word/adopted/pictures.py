"""Pictures of a template: known by what they begin with, and stripped of all that is not picture."""

import struct
from collections.abc import Iterator

LARGEST = 8 * 1024 * 1024
MOST_PIXELS = 40_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"pHYs", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD"}
)
_JPEG = b"\xff\xd8"
_JFIF, _ADOBE, _SCAN, _END = 0xE0, 0xEE, 0xDA, 0xD9
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_GIF = (b"GIF87a", b"GIF89a")
_GIF_CONTROL = 0xF9


def picture_of(content: bytes) -> tuple[str, bytes] | None:
    """Return the extension and the bytes of a picture without hidden data; None for anything but PNG, JPEG, GIF."""
    if len(content) > LARGEST:
        return None
    try:
        if content.startswith(_PNG):
            return "png", _PNG + b"".join(_png_chunks(content))
        if content.startswith(_JPEG):
            return "jpeg", _jpeg(content)
        if content.startswith(_GIF):
            return "gif", _gif(content)
    except (IndexError, struct.error, ValueError):
        return None
    return None


def _refuse_giants(one: int, other: int) -> None:
    """Raise ValueError for the sides of a picture that would fill the memory of whoever opens it."""
    if one * other > MOST_PIXELS:
        raise ValueError("too many pixels")


def _png_chunks(content: bytes) -> Iterator[bytes]:
    place, kind = len(_PNG), b""
    while kind != b"IEND":
        (length,) = struct.unpack_from(">I", content, place)
        kind, end = content[place + 4 : place + 8], place + 12 + length
        if end > len(content):
            raise ValueError("cut short")
        if kind == b"IHDR":
            _refuse_giants(*struct.unpack_from(">II", content, place + 8))
        if kind in _PNG_KEPT:
            yield content[place:end]
        place = end


def _jpeg(content: bytes) -> bytes:
    """Return a JPEG without comments, camera data and whatever follows its end."""
    kept, place = [_JPEG], 2
    while True:
        if content[place] != 0xFF:
            raise ValueError("no marker")
        marker = content[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        if marker == _SCAN:
            return b"".join(kept) + content[place : _end_of_scans(content, place)]
        (length,) = struct.unpack_from(">H", content, place + 2)
        end = place + 2 + length
        if length < 2 or end > len(content):
            raise ValueError("cut short")
        if marker in _FRAMES:
            _refuse_giants(*struct.unpack_from(">HH", content, place + 5))
        if not (_JFIF <= marker <= 0xEF or marker == 0xFE) or marker in (_JFIF, _ADOBE):
            kept.append(content[place:end])
        place = end


def _end_of_scans(content: bytes, place: int) -> int:
    """Return where the picture ends: after the first end marker that stands outside every segment."""
    while True:
        place = content.index(0xFF, place)
        marker = content[place + 1]
        if marker == _END:
            return place + 2
        if marker in (0x00, 0xFF) or 0xD0 <= marker <= 0xD7:
            place += 2 if marker != 0xFF else 1
            continue
        place += 2 + struct.unpack_from(">H", content, place + 2)[0]


def _gif(content: bytes) -> bytes:
    """Return a GIF without comments, programs' data and whatever follows its end."""
    _refuse_giants(*struct.unpack_from("<HH", content, 6))
    place = 13 + _colours(content[10])
    kept = [content[:place]]
    while content[place] != 0x3B:
        if content[place] == 0x2C:
            end = _blocks_end(content, place + 10 + _colours(content[place + 9]) + 1)
            kept.append(content[place:end])
        elif content[place] == 0x21:
            end = _blocks_end(content, place + 2)
            if content[place + 1] == _GIF_CONTROL:
                kept.append(content[place:end])
        else:
            raise ValueError("no block")
        place = end
    return b"".join(kept) + b"\x3b"


def _colours(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks_end(content: bytes, place: int) -> int:
    while content[place]:
        place += content[place] + 1
    return place + 1
