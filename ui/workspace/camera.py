"""The camera of this device, looked through by a process of its own; what that sends is bounded and never decoded."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QProcessEnvironment, QTimer, Signal
from PySide6.QtGui import QImage

from ui.workspace import camera_child
from ui.workspace.camera_child import (
    FAILED,
    HEAD,
    LIVE,
    LIVE_SIDE,
    LOOK,
    MOST,
    NEXT,
    OPENED,
    SIZE,
    STILL,
    STILL_SIDE,
    TAKE,
    TAKEN,
)
from ui.workspace.picture_reading import UNWANTED

_PATIENCE_MS = 20_000
_LAST_WORDS_MS = 300
_JPEG = b"\xff\xd8\xff"


class Camera(QObject):
    """Looks through a camera, from `turn_on` until `let_go` or until it fails; it can be turned on again.

    `opened` brings which camera it is, from 0, and how many there are; `seen` what it sees, about twelve times a
    second until something is taken; `taken` the photo to look at and as JPEG; `failed` a plain sentence.
    `command` is what starts the process, if it is not the usual one.
    """

    opened = Signal(int, int)
    seen = Signal(QImage)
    taken = Signal(QImage, object)
    failed = Signal(str)

    def __init__(self, command: Sequence[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = tuple(command) or child_command()
        self._process: QProcess | None = None
        self._held = bytearray()
        self._still = QImage()
        self._takes = self._rests = False
        self.patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self.patience.timeout.connect(self._on_silence)

    @property
    def is_on(self) -> bool:
        """Whether the process is there."""
        return self._process is not None

    def turn_on(self) -> None:
        """Begin to look, at the first camera."""
        self.let_go()
        process = QProcess(QCoreApplication.instance())
        process.setProgram(self._command[0])
        process.setArguments(list(self._command[1:]))
        process.setProcessEnvironment(_environment())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(process.deleteLater)
        process.finished.connect(self._on_ended)
        process.errorOccurred.connect(self._on_error)
        self.destroyed.connect(process.kill)
        self._process, self._takes, self._rests = process, False, False
        self.patience.start()
        process.start()

    def take(self) -> None:
        """Take a photo; what is seen stands still then until `look`."""
        if self.is_on and not self._takes and not self._rests:
            self._takes = True
            self._say(TAKE)

    def look(self) -> None:
        """Look on after a photo."""
        if self._rests:
            self._rests = False
            self._say(LOOK)

    def switch(self) -> None:
        """Look through the next camera."""
        self._takes = self._rests = False
        self._say(NEXT)

    def let_go(self) -> None:
        """Turn the camera off at once; nothing more is heard of it."""
        self.patience.stop()
        self._held.clear()
        process, self._process = self._process, None
        if process is None:
            return
        process.readyReadStandardOutput.disconnect(self._read)
        process.finished.disconnect(self._on_ended)
        process.errorOccurred.disconnect(self._on_error)
        if process.state() == QProcess.ProcessState.NotRunning:
            process.deleteLater()
        else:
            process.kill()
            process.waitForFinished(_LAST_WORDS_MS)

    def _say(self, command: bytes) -> None:
        if self._process is not None:
            self._process.write(command + b"\n")
            self.patience.start()

    def _read(self) -> None:
        if self._process is None:
            return
        self._held += self._process.readAllStandardOutput().data()
        try:
            while self._process is not None and (message := next_message(self._held)) is not None:
                self.patience.start()
                self._hear(*message)
        except ValueError:
            self._fail("garbled")

    def _hear(self, kind: int, content: bytes) -> None:
        if kind == OPENED:
            number, count = content
            self.opened.emit(number, count)
        elif kind == LIVE and not self._rests:
            self.seen.emit(picture_in(content, LIVE_SIDE))
        elif kind == STILL and self._takes:
            self._still = picture_in(content, STILL_SIDE)
        elif kind == TAKEN and self._takes:
            self._take_in(content)
        elif kind == FAILED:
            self._fail(content.decode("ascii", "replace"))

    def _take_in(self, octets: bytes) -> None:
        if self._still.isNull() or not octets.startswith(_JPEG):
            raise ValueError
        still, self._still = self._still, QImage()
        self._takes, self._rests = False, True
        self.patience.stop()
        self.taken.emit(still, octets)

    def _on_silence(self) -> None:
        self._fail("slow")

    def _on_ended(self) -> None:
        self._read()
        if self._process is not None:
            self._fail("ended")

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._fail("ended")

    def _fail(self, code: str) -> None:
        self.let_go()
        self.failed.emit(sentence(code))


def child_command() -> tuple[str, ...]:
    """Return what starts the process that looks."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "read-camera")
    return (sys.executable, "-I", str(Path(camera_child.__file__).resolve()))


def next_message(held: bytearray) -> tuple[int, bytes] | None:
    """Take the next message off what came, or None while it is not whole.

    Raises ValueError for what is no message, or is longer than such a message may be.
    """
    if len(held) < HEAD.size:
        return None
    kind, length = HEAD.unpack_from(held)
    if length > MOST.get(kind, -1):
        raise ValueError
    end = HEAD.size + length
    if len(held) < end:
        return None
    content = bytes(held[HEAD.size : end])
    del held[:end]
    return kind, content


def picture_in(content: bytes, side: int) -> QImage:
    """Return bare pixels as a picture. Raises ValueError when their number is not what they say, or too large."""
    if len(content) < SIZE.size:
        raise ValueError
    wide, tall = SIZE.unpack_from(content)
    if not (0 < wide <= side and 0 < tall <= side) or len(content) != SIZE.size + wide * tall * 3:
        raise ValueError
    bare = QImage(content[SIZE.size :], wide, tall, wide * 3, QImage.Format.Format_RGB888)
    return bare.convertToFormat(QImage.Format.Format_RGB32)


def sentence(code: str) -> str:
    """Return why there is no photo, for a code of the process, in plain words."""
    return _tr("Your note is safe. No photo was taken: ") + _reasons().get(code, _reasons()["ended"])


def _reasons() -> Mapping[str, str]:
    return {
        "none": _tr("this device has no camera. Plug one in and start it, or choose a file instead."),
        "busy": _tr(
            "the camera gives no picture. If another program is using it, close that and start the camera again,"
            " or choose a file instead."
        ),
        "permission": _tr(
            "this device does not let Visitapp use the camera. Allow it in the privacy settings of the device,"
            " or choose a file instead."
        ),
        "gone": _tr("the camera is no longer there. Plug it in and start it again, or choose a file instead."),
        "slow": _tr("the camera does not answer. Start it again, or choose a file instead."),
        "ended": _tr("the camera stopped working. Start it again, or choose a file instead."),
    }


def _environment() -> QProcessEnvironment:
    environment = QProcessEnvironment()
    for name, value in os.environ.items():
        if name not in UNWANTED:
            environment.insert(name, value)
    return environment


def _tr(text: str) -> str:
    return QCoreApplication.translate("Camera", text)
