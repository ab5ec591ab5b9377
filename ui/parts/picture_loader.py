"""Stored pictures for the screen: read, proved and decoded off the window's thread, and kept small ones at hand."""

from collections import OrderedDict

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QObject, QRunnable, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from ui.workspace.pictures import Pictures
from visitapp.domain.photo import Photo
from visitapp.errors import VisitappError

_HELD = 200


class PictureLoader(QObject):
    """Pictures at most `side` px long, the whole for 0. `came` brings the SHA-256 of one that is now at hand.

    `missing` holds, for pictures that cannot be shown, the sentence that says why.
    """

    came = Signal(str)

    def __init__(self, pictures: Pictures, side: int, parent: QObject, held: int = _HELD) -> None:
        super().__init__(parent)
        self.missing: dict[str, str] = {}
        self._pictures, self._side, self._most = pictures, side, held
        self._held: OrderedDict[str, QPixmap] = OrderedDict()
        self._wanted: dict[str, _Results] = {}

    def picture(self, photo: Photo) -> QPixmap | None:
        """Return a picture that is at hand; else None, and it is fetched."""
        found = self._held.get(photo.sha256)
        if found is not None:
            self._held.move_to_end(photo.sha256)
        elif photo.sha256 not in self._wanted and photo.sha256 not in self.missing:
            results = self._wanted[photo.sha256] = _Results()
            results.done.connect(self._take)
            QThreadPool.globalInstance().start(_Fetch(self._pictures, photo, self._side, results))
        return found

    def _take(self, sha256: str, image: QImage, sentence: str) -> None:
        self._wanted.pop(sha256, None)
        if image.isNull():
            self.missing[sha256] = sentence
        else:
            self._held[sha256] = QPixmap.fromImage(image)
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        self.came.emit(sha256)


class _Results(QObject):
    """Outlives whoever asked: a window may close while its picture is still being read."""

    done = Signal(str, QImage, str)


class _Fetch(QRunnable):
    def __init__(self, pictures: Pictures, photo: Photo, side: int, results: _Results) -> None:
        super().__init__()
        self._pictures, self._photo, self._side, self._results = pictures, photo, side, results

    def run(self) -> None:
        """Read and decode one picture."""
        image, sentence = QImage(), ""
        try:
            image = _decoded(self._pictures.read(self._photo), self._side)
        except VisitappError as error:
            sentence = str(error)
        self._results.done.emit(self._photo.sha256, image, sentence or _unreadable(image))


def _decoded(octets: bytes, side: int) -> QImage:
    """Return one of our own pictures as an image no longer than `side`."""
    held = QByteArray(octets)
    device = QBuffer(held)
    device.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(device, QByteArray(b"png" if octets.startswith(b"\x89PNG") else b"jpeg"))
    size = reader.size()
    if side and max(size.width(), size.height()) > side:
        reader.setScaledSize(size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _unreadable(image: QImage) -> str:
    if not image.isNull():
        return ""
    return QCoreApplication.translate(
        "Pictures", "Your note and its caption are safe, but this picture cannot be shown."
    )
