"""Where pictures come from: a file, the clipboard, or something dropped."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QMimeData
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

Source = bytes | Path
_RAW = ("image/jpeg", "image/png", "image/webp", "image/bmp", "image/gif")
_ENDINGS = "*.jpg *.jpeg *.png *.webp *.heic *.heif *.bmp *.gif"


def has_picture(mime: QMimeData) -> bool:
    """Tell whether a clipboard or a drop is meant as pictures: files, or a picture without words."""
    if mime.hasUrls() and all(url.isLocalFile() for url in mime.urls()):
        return True
    return mime.hasImage() and not mime.hasText()


def pictures_in(mime: QMimeData) -> list[Source]:
    """Return the pictures a clipboard or a drop brings, as they are: nothing is decoded here that came encoded."""
    if mime.hasUrls():
        return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    for kind in _RAW:
        if mime.hasFormat(kind):
            return [bytes(mime.data(kind).data())]
    image = mime.imageData()
    return [_as_png(image)] if isinstance(image, QImage) and not image.isNull() else []


def choose_files(parent: QWidget, chosen: Callable[[Sequence[Source]], None]) -> QFileDialog:
    """Open a dialog for picture files; `chosen` gets them."""
    dialog = QFileDialog(parent, _tr("Add photos"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters([_tr("Pictures ({endings})").format(endings=_ENDINGS), _tr("All files (*)")])
    dialog.filesSelected.connect(partial(_pass_on, chosen))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _pass_on(chosen: Callable[[Sequence[Source]], None], names: Sequence[str]) -> None:
    chosen([Path(name) for name in names])


def _as_png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _tr(text: str) -> str:
    return QCoreApplication.translate("Pictures", text)
