"""Pictures as they come from phones, made here, and what strangers may send instead."""

import struct
import zlib

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage, QPainter


def image(wide=640, tall=480, colour="#446688"):
    """Return a picture with a red left upper corner, so that turning it shows."""
    made = QImage(wide, tall, QImage.Format.Format_RGB32)
    made.fill(QColor(colour))
    with QPainter(made) as painter:
        painter.fillRect(0, 0, wide // 4, tall // 4, QColor("#ff0000"))
        for line in range(0, tall, 7):
            painter.drawLine(0, line, wide, tall - line)
    return made


def encoded(picture, kind="JPEG", quality=90):
    """Return a picture as the bytes of a file."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert picture.save(buffer, kind, quality)
    return bytes(buffer.data().data())


def jpeg(wide=640, tall=480, colour="#446688"):
    """Return a JPEG file."""
    return encoded(image(wide, tall, colour))


def with_exif(octets, orientation=6, maker=b"SecretPhone 9\0"):
    """Return a JPEG with what a phone writes into it: which way is up, its make, and where it was."""
    text = b"Exif\0\0" + _tiff(orientation, maker)
    return octets[:2] + b"\xff\xe1" + struct.pack(">H", len(text) + 2) + text + octets[2:]


def _tiff(orientation, maker):
    """Return an EXIF block: make, orientation, and a GPS block with latitude and longitude."""
    first = 8
    after = first + 2 + 3 * 12 + 4
    gps = after + len(maker)
    numbers = gps + 2 + 4 * 12 + 4
    entries = [
        struct.pack("<HHII", 0x010F, 2, len(maker), after),
        struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0),
        struct.pack("<HHII", 0x8825, 4, 1, gps),
    ]
    places = [
        struct.pack("<HHI4s", 1, 2, 2, b"N\0\0\0"),
        struct.pack("<HHII", 2, 5, 3, numbers),
        struct.pack("<HHI4s", 3, 2, 2, b"W\0\0\0"),
        struct.pack("<HHII", 4, 5, 3, numbers + 24),
    ]
    degrees = struct.pack("<12I", 51, 1, 3, 1, 4242, 100, 1, 1, 18, 1, 4343, 100)
    return (
        b"II*\0" + struct.pack("<I", first)
        + struct.pack("<H", 3) + b"".join(entries) + struct.pack("<I", 0) + maker
        + struct.pack("<H", 4) + b"".join(places) + struct.pack("<I", 0) + degrees
    )  # fmt: skip


def png_claiming(wide, tall):
    """Return a small PNG whose header says it is huge."""
    head = struct.pack(">IIBBBBB", wide, tall, 8, 2, 0, 0, 0)
    packed = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def _chunk(kind, content):
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check


def moving_gif(frames=3):
    """Return a GIF of several one-colour pictures, 2 by 2 pixels."""
    head = b"GIF89a" + struct.pack("<HHBBB", 2, 2, 0x80, 0, 0) + b"\xff\x00\x00\x00\xff\x00"
    loop = b"!\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"
    frame = b"!\xf9\x04\x00\x0a\x00\x00\x00" + b"," + struct.pack("<HHHHB", 0, 0, 2, 2, 0)
    return head + loop + (frame + b"\x02\x03\x84\x51\x01\x00"[:6]) * frames + b";"
