"""Looks through a camera in a process of its own, so that no driver and no decoder of a camera is in the window's.

Run as a script. Commands come in on standard input, a line each; messages go out on standard output, each a letter, a
length and so many bytes. Pictures to be looked at go out as bare pixels, the one taken as JPEG. Nothing is written to
a disk. When the other end goes, this process goes.
"""

import errno
import os
import struct
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from winreg import HKEYType

    from cv2 import VideoCapture
    from cv2.typing import MatLike

TAKE, LOOK, NEXT = b"take", b"look", b"next"
OPENED, LIVE, STILL, TAKEN, FAILED = b"OLSJF"
HEAD, SIZE = struct.Struct(">BI"), struct.Struct(">HH")
LIVE_SIDE, STILL_SIDE = 640, 1280
MOST_TAKEN = 16 << 20
MOST = {
    OPENED: 2,
    LIVE: SIZE.size + 3 * LIVE_SIDE**2,
    STILL: SIZE.size + 3 * STILL_SIDE**2,
    TAKEN: MOST_TAKEN,
    FAILED: 20,
}
"""The messages there are, and the most bytes that each may have."""

_EACH = 1 / 12
_WANTED = (1920, 1080)
_QUALITY = 92
_TRIES = 3
_MEMORY = 2 << 30
_SECONDS_OF_WORK = 900
_VIDEO_CAMERA = "{e5323777-f976-4f5b-9b55-b94699c46e44}"
_DEVICES = r"SYSTEM\CurrentControlSet\Control\DeviceClasses" + "\\" + _VIDEO_CAMERA
_CONSENT = r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\webcam"
_SETTINGS = {
    "OPENCV_LOG_LEVEL": "SILENT",
    "OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS": "0",  # many cameras take ten seconds to open with it
    "OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT": "5",
    "OPENBLAS_NUM_THREADS": "1",
}

Source = int | str
"""The number of a camera, or the path of a film to look at in its place."""


def cameras_here(known: Path = Path("/sys/class/video4linux"), nodes: Path = Path("/dev")) -> tuple[int, ...]:
    """Return the numbers of the cameras of this device, in their order, without opening or importing anything."""
    if sys.platform == "win32":
        return tuple(range(_count_on_windows()))
    if sys.platform == "darwin":
        return (0,)
    found = [one for one in known.glob("video*") if _is_picture(one) and (nodes / one.name).exists()]
    return tuple(sorted(int(one.name.removeprefix("video")) for one in found if one.name[5:].isdigit()))


def _is_picture(camera: Path) -> bool:
    """Return whether a device of Linux is the first of its camera; those after it bring facts, not pictures."""
    try:
        return (camera / "index").read_text(encoding="ascii").strip() == "0"
    except OSError:
        return False


def _count_on_windows() -> int:
    """Return how many cameras Windows lists as there now."""
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _DEVICES) as devices:
            return sum(_is_linked(winreg, devices, one) for one in _names_in(winreg, devices))
    except OSError:
        return 0


def _names_in(winreg: ModuleType, key: "HKEYType") -> list[str]:
    return [winreg.EnumKey(key, place) for place in range(winreg.QueryInfoKey(key)[0])]


def _is_linked(winreg: ModuleType, devices: "HKEYType", device: str) -> bool:
    with winreg.OpenKey(devices, device) as found:
        for one in _names_in(winreg, found):
            try:
                with winreg.OpenKey(found, one + r"\Control") as control:
                    if winreg.QueryValueEx(control, "Linked")[0]:
                        return True
            except OSError:
                continue
    return False


def _barred(number: int) -> str:
    """Return why the system lets nobody look through a camera, as a code; empty where it says nothing of the kind."""
    if sys.platform == "win32":
        return _barred_on_windows()
    if sys.platform == "darwin":
        return ""
    try:
        os.close(os.open(f"/dev/video{number}", os.O_RDWR | os.O_NONBLOCK))
    except PermissionError:
        return "permission"
    except OSError as error:
        return "busy" if error.errno == errno.EBUSY else "gone"
    return ""


def _barred_on_windows() -> str:
    import winreg

    for path in (_CONSENT, _CONSENT + r"\NonPackaged"):
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as consent:
                if winreg.QueryValueEx(consent, "Value")[0] == "Deny":
                    return "permission"
        except OSError:
            continue
    return ""


def _limit() -> None:
    """Leave this process no more than it needs: memory, seconds of work, and no file to write to."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS_OF_WORK, _SECONDS_OF_WORK))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _backends(cv2: ModuleType) -> Sequence[int]:
    if sys.platform == "win32":
        return cv2.CAP_MSMF, cv2.CAP_DSHOW
    return (cv2.CAP_V4L2,) if sys.platform.startswith("linux") else (cv2.CAP_ANY,)


def _wishes(cv2: ModuleType) -> Sequence[list[int]]:
    """Return what a camera is asked for, one after the other until it agrees; the last asks for nothing."""
    size = [cv2.CAP_PROP_FRAME_WIDTH, _WANTED[0], cv2.CAP_PROP_FRAME_HEIGHT, _WANTED[1]]
    packed = [cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG")]
    return (size, []) if sys.platform == "win32" else ([*packed, *size], size, [])


class _Watch:
    """Looks through the first of several cameras that gives a picture, and sends what is seen."""

    def __init__(self, cv2: ModuleType, sources: Sequence[Source], send: Callable[[int, bytes], None]) -> None:
        self._cv2, self._sources, self._send = cv2, sources, send
        self._place = 0
        self._capture: VideoCapture | None = None
        self._is_live = True
        self._due = 0.0

    def run(self, commands: "SimpleQueue[bytes]") -> str:
        """Look and obey until no camera gives a picture any more; return why, as a code."""
        why = self._open(0)
        while not why:
            command = self._hear(commands)
            if command == NEXT:
                why = self._open(self._place + 1)
            elif command == LOOK:
                self._is_live = True
            if not why and not self._see(take=command == TAKE):
                why = self._open(self._place, again=True)
        return why

    def _hear(self, commands: "SimpleQueue[bytes]") -> bytes:
        """Return the next command, if any; a film, which would run through at once, is held to a camera's pace."""
        try:
            return commands.get(timeout=_EACH) if self._is_film() else commands.get_nowait()
        except Empty:
            return b""

    def _is_film(self) -> bool:
        return isinstance(self._sources[self._place], str)

    def _open(self, place: int, *, again: bool = False) -> str:
        """Open a camera, or the one after it that can be; return why none can be."""
        if self._capture is not None:
            self._capture.release()
        why = ""
        for number in range(place, place + (1 if again else len(self._sources))):
            self._place = number % len(self._sources)
            found = self._first_look(self._sources[self._place])
            if not isinstance(found, str):
                self._capture = found
                if not again:
                    self._is_live = True
                    self._send(OPENED, bytes((self._place, len(self._sources))))
                return ""
            why = why or found
        return "gone" if again else why or "none"

    def _first_look(self, source: Source) -> "VideoCapture | str":
        """Return a camera that has given a picture, or why there is none."""
        cv2 = self._cv2
        if isinstance(source, str):
            film = cv2.VideoCapture(source, cv2.CAP_OPENCV_MJPEG)
            return film if film.isOpened() else "gone"
        why = _barred(source)
        if why:
            return why
        for backend in _backends(cv2):
            for wish in _wishes(cv2):
                capture = cv2.VideoCapture(source, backend, wish)
                if capture.isOpened() and capture.read()[0]:
                    return capture
                capture.release()
        return "busy"

    def _see(self, *, take: bool) -> bool:
        """Send what the camera sees now, if it is wanted; return False when it sees nothing."""
        camera = self._capture
        if camera is None or not any(camera.grab() for _ in range(_TRIES)):
            return False
        now = time.monotonic()
        if not take and (not self._is_live or now < self._due):
            return True
        seen, picture = camera.retrieve()
        if seen and take:
            self._take(picture)
        elif seen:
            self._send(LIVE, self._pixels(picture, LIVE_SIDE))
            self._due = now + _EACH * 0.9
        return bool(seen)

    def _take(self, picture: "MatLike") -> None:
        self._is_live = False
        whole, octets = self._cv2.imencode(".jpg", picture, [self._cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
        if whole:
            self._send(STILL, self._pixels(picture, STILL_SIDE))
            self._send(TAKEN, octets.tobytes())

    def _pixels(self, picture: "MatLike", side: int) -> bytes:
        """Return a picture no longer than `side`: width, height, and three bytes for each pixel."""
        tall, wide = picture.shape[:2]
        part = min(1.0, side / max(tall, wide))
        if part < 1:
            size = (max(1, round(wide * part)), max(1, round(tall * part)))
            picture = self._cv2.resize(picture, size, interpolation=self._cv2.INTER_AREA)
        tall, wide = picture.shape[:2]
        return SIZE.pack(wide, tall) + bytes(self._cv2.cvtColor(picture, self._cv2.COLOR_BGR2RGB).tobytes())


def _listen(commands: "SimpleQueue[bytes]") -> None:
    """Take in commands; go at once, whatever else is going on, when there is nobody left to give them."""
    for line in sys.stdin.buffer:
        commands.put(line.strip())
    os._exit(0)


def _send(kind: int, content: bytes) -> None:
    try:
        sys.stdout.buffer.write(HEAD.pack(kind, len(content)) + content)
        sys.stdout.buffer.flush()
    except OSError:
        os._exit(0)


def main(films: Sequence[str] = ()) -> None:
    """Look through the cameras of this device, or at films in their place; never returns."""
    sources = tuple(films) or cameras_here()
    commands: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(commands,), daemon=True).start()
    why = "none"
    if sources:
        os.environ.update(_SETTINGS)
        import cv2

        cv2.setNumThreads(1)
        _limit()
        why = _Watch(cv2, sources, _send).run(commands)
    _send(FAILED, why.encode())
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1:])
