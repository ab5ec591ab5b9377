"""Pictures from outside: decoded in a process of their own, encoded anew, with nothing of the file but its pixels."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, Qt
from PySide6.QtGui import QImage

from ui.workspace import picture_child
from ui.workspace.picture_child import LONG_SIDE, MOST_BYTES
from visitapp.errors import PictureError

SECONDS = 30
"""How long a picture may take before the process that reads it is ended."""
MOST_STORED = 600_000
_QUALITIES = (85, 75, 65, 55, 45)
_LONGEST_HEADER = 200
UNWANTED = ("VISITAPP_PASSPHRASE", "PYTHONSTARTUP")
"""What a process that reads something from outside is not told."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A picture as it is kept: JPEG or PNG without metadata; `moving` if only the first of several was taken."""

    octets: bytes
    width: int
    height: int
    moving: bool = False


class Reading:
    """Reads one picture from outside, once. `run` may be called on any thread, `cancel` on another."""

    def __init__(self, source: bytes | Path) -> None:
        self._source = source
        self._child: subprocess.Popen[bytes] | None = None
        self._ended = ""
        self._guard = threading.Lock()

    def run(self) -> Encoded:
        """Return the picture as it is to be kept.

        Raises PictureError with a plain sentence for anything that is no picture, too large, damaged or too slow.
        """
        octets = _octets_of(self._source)
        if len(octets) > MOST_BYTES:
            raise refusal("heavy")
        if not picture_child.format_of(octets):
            raise refusal("kind")
        return _checked(self._decoded(octets))

    def cancel(self) -> None:
        """Give up: the process is ended and `run` raises."""
        self._end("cancelled")

    def _decoded(self, octets: bytes) -> bytes:
        child = self._start()
        clock = threading.Timer(SECONDS, self._end, ("slow",))
        clock.daemon = True
        clock.start()
        try:
            said = _exchange(child, octets)
        finally:
            clock.cancel()
            self._end("")
        if self._ended:
            raise refusal(self._ended)
        return said

    def _start(self) -> "subprocess.Popen[bytes]":
        with self._guard:
            if self._ended:
                raise refusal(self._ended)
            self._child = subprocess.Popen(
                child_command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={name: value for name, value in os.environ.items() if name not in UNWANTED},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            return self._child

    def _end(self, why: str) -> None:
        with self._guard:
            self._ended = self._ended or why
            if self._child is not None and self._child.poll() is None:
                self._child.kill()
                self._child.wait()


def child_command() -> list[str]:
    """Return what starts the process that decodes."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "read-picture"]
    return [sys.executable, "-I", str(Path(picture_child.__file__).resolve())]


def encode_photo(image: QImage, *, moving: bool = False) -> Encoded:
    """Return a picture as JPEG of at most `MOST_STORED` bytes, coarser or smaller where it must be."""
    while True:
        for quality in _QUALITIES:
            octets = _saved(image, "JPEG", quality)
            if len(octets) <= MOST_STORED:
                return Encoded(octets, image.width(), image.height(), moving)
        image = image.scaled(
            max(1, image.width() * 3 // 4),
            max(1, image.height() * 3 // 4),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )


def encode_sketch(image: QImage) -> Encoded:
    """Return a drawing as PNG."""
    return Encoded(_saved(image, "PNG", -1), image.width(), image.height())


def refusal(code: str) -> PictureError:
    """Return the error for a code the reading process gives, in plain words."""
    safe = _tr("Your note is safe. The picture was not added: ")
    return PictureError(safe + _reasons().get(code, _reasons()["damaged"]))


def _reasons() -> Mapping[str, str]:
    heic = _tr("this device cannot read HEIC photos. Save it as JPEG in your photos app and add that.")
    return {
        "kind": _tr("it is not a JPEG, PNG, WebP, HEIC, BMP or GIF picture."),
        "heic": heic,
        "webp": _tr("this device cannot read WebP pictures. Save it as JPEG and add that."),
        "heavy": _tr("the file is over 64 MB. Make it smaller and add it again."),
        "large": _tr("it is over 50 megapixels. Make it smaller and add it again."),
        "cut": _tr("the file ends too early. Copy it to this device again and add that."),
        "damaged": _tr("the file is damaged. Copy it to this device again, or take another."),
        "slow": _tr("it took too long to read. Save it as JPEG and add that."),
        "cancelled": _tr("you stopped it."),
        "missing": _tr("the file could not be read. Check that it is still there and add it again."),
    }


def _octets_of(source: bytes | Path) -> bytes:
    if isinstance(source, bytes):
        return source
    try:
        if not source.is_file():
            raise refusal("missing")
        with source.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as fault:
        raise refusal("missing") from fault


def _exchange(child: "subprocess.Popen[bytes]", octets: bytes) -> bytes:
    """Return what the process says of a file, never more than the largest picture takes."""
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        with child.stdin as way_in:
            way_in.write(octets)
    except OSError:
        pass  # it ended before it had read everything: what it said, if anything, is in the other pipe
    with child.stdout as way_out:
        return way_out.read(_LONGEST_HEADER + LONG_SIDE * LONG_SIDE * 3)


def _checked(said: bytes) -> Encoded:
    """Return the picture behind what the process said, which is not believed beyond what can be checked."""
    line, _, pixels = said.partition(b"\n")
    try:
        found = json.loads(line) if len(line) <= _LONGEST_HEADER else {}
    except ValueError:
        found = {}
    if not isinstance(found, dict) or "refused" in found:
        raise refusal(str(found.get("refused", "damaged")) if isinstance(found, dict) else "damaged")
    wide, tall = found.get("width"), found.get("height")
    if not (_is_side(wide) and _is_side(tall)) or len(pixels) != wide * tall * 3:
        raise refusal("damaged")
    image = QImage(pixels, wide, tall, wide * 3, QImage.Format.Format_RGB888)
    return encode_photo(image, moving=found.get("moving") is True)


def _is_side(value: object) -> bool:
    return type(value) is int and 0 < value <= LONG_SIDE


def _saved(image: QImage, kind: str, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    if not image.save(buffer, kind, quality):  # type: ignore[call-overload]
        raise refusal("damaged")
    return bytes(buffer.data().data())


def _tr(text: str) -> str:
    return QCoreApplication.translate("Pictures", text)
