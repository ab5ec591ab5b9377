"""Decodes one picture in a process of its own, so that a hostile file can harm nothing.

Run as a script: the file comes in on standard input; a line of JSON and bare RGB pixels go out on standard output.
Nothing of the file but its pixels gets out: no metadata, and no bytes that another decoder would have to trust.
"""

import json
import sys
from collections.abc import Callable

MOST_BYTES = 64 << 20
MOST_PIXELS = 50_000_000
LONG_SIDE = 2048
SECONDS = 20
_MEMORY = 2 << 30
_ALLOCATION_MB = 256
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim", b"heis")


def format_of(octets: bytes) -> str:
    """Return the format a file begins as, by its first bytes alone; empty for one that is not taken."""
    if octets.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if octets.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if octets.startswith(b"RIFF") and octets[8:12] == b"WEBP":
        return "webp"
    if octets.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if octets.startswith(b"BM") and len(octets) > 26:
        return "bmp"
    return "heic" if octets[4:8] == b"ftyp" and octets[8:12] in _HEIC_BRANDS else ""


def is_cut_short(octets: bytes, kind: str) -> bool:
    """Return whether a file says itself that its end is missing."""
    if kind == "gif":
        return not octets.rstrip(b"\0").endswith(b";")
    if kind == "png":
        return b"IEND" not in octets[-65536:]
    if kind == "bmp":
        return int.from_bytes(octets[2:6], "little") > len(octets)
    if kind == "webp":
        return int.from_bytes(octets[4:8], "little") + 8 > len(octets)
    return kind == "jpeg" and b"\xff\xd9" not in octets


def _limit() -> None:
    """Leave this process no more than it needs: memory, seconds of work, and no file to write to."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _refuse(code: str) -> tuple[dict[str, object], bytes]:
    return {"refused": code}, b""


def _decode(octets: bytes) -> tuple[dict[str, object], bytes]:
    """Return a description and the pixels, or a description that says why not."""
    kind = format_of(octets)
    if not kind:
        return _refuse("kind")
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, qInstallMessageHandler
    from PySide6.QtGui import QImageReader

    complaints: list[str] = []
    qInstallMessageHandler(_listener(complaints))
    if kind not in {bytes(one.data()).decode() for one in QImageReader.supportedImageFormats()}:
        return _refuse(kind)
    QImageReader.setAllocationLimit(_ALLOCATION_MB)
    held = QByteArray(octets)
    device = QBuffer(held)
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(device, QByteArray(kind.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    return _read(reader, complaints, cut=is_cut_short(octets, kind))


def _listener(complaints: list[str]) -> Callable[[object, object, str], None]:
    def hear(_kind: object, _context: object, text: str) -> None:
        complaints.append(text)

    return hear


def _read(reader: object, complaints: list[str], *, cut: bool) -> tuple[dict[str, object], bytes]:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImageReader

    assert isinstance(reader, QImageReader)
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        return _refuse("large")
    if cut:
        return _refuse("cut")
    if max(size.width(), size.height()) > LONG_SIDE:
        part = LONG_SIDE / max(size.width(), size.height())
        reader.setScaledSize(QSize(max(1, round(size.width() * part)), max(1, round(size.height() * part))))
    moving = reader.supportsAnimation() and reader.imageCount() != 1
    image = reader.read()
    if image.isNull() or image.width() * image.height() > MOST_PIXELS:
        return _refuse("cut" if any("Premature" in one for one in complaints) else "damaged")
    if any("Premature end" in one for one in complaints):
        return _refuse("cut")
    return _bare(image, moving=moving)


def _bare(image: object, *, moving: bool) -> tuple[dict[str, object], bytes]:
    """Return the pixels on white, three bytes each, line after line without a gap."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter

    assert isinstance(image, QImage)
    if max(image.width(), image.height()) > LONG_SIDE:
        ratio, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(LONG_SIDE, LONG_SIDE, ratio, smooth)
    ground = QImage(image.size(), QImage.Format.Format_RGB888)
    ground.fill(Qt.GlobalColor.white)
    with QPainter(ground) as painter:
        painter.drawImage(0, 0, image)
    wide, tall, line = ground.width(), ground.height(), ground.bytesPerLine()
    octets = bytes(ground.constBits())
    pixels = b"".join(octets[y * line : y * line + wide * 3] for y in range(tall))
    return {"width": wide, "height": tall, "moving": moving}, pixels


def main() -> int:
    """Decode what comes in, and say what came of it."""
    octets = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(octets) > MOST_BYTES:
        said, pixels = _refuse("heavy")
    else:
        _limit()
        said, pixels = _decode(octets)
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n" + pixels)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
