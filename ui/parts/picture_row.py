"""One picture that waits for its note: small, with its caption and a way to take it out."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.parts.picture_drawing import draw_thumbnail
from ui.parts.picture_loader import PictureLoader
from ui.theme.theme import theme
from ui.widgets.buttons import IconButton
from ui.widgets.layout import row
from ui.widgets.line_edit import LineEdit
from visitapp.domain.photo import Photo


class PictureRow(QWidget):
    """`captioned` brings the id of the picture and its words, `removed` its id."""

    captioned = Signal(str, str)
    removed = Signal(str)

    def __init__(self, photo: Photo, loader: PictureLoader) -> None:
        super().__init__()
        self._photo_id = photo.id
        self._small = _Small(photo, loader)
        self._caption = LineEdit(self.tr("Caption of the picture"), self.tr("Caption: what does it show?"))
        self._remove = IconButton("x", self.tr("Take this picture out"), size=30, icon_size=16)
        self.setLayout(row(self._small, (self._caption, 1), self._remove))
        self._caption.textEdited.connect(self._on_edited)
        self._remove.clicked.connect(self._on_remove)

    def show_photo(self, photo: Photo) -> None:
        """Show the picture's caption as it is kept."""
        if self._caption.text() != photo.caption:
            self._caption.setText(photo.caption)

    def update(self) -> None:  # type: ignore[override]
        """Draw again, for the picture may have come."""
        super().update()
        self._small.update()

    def _on_edited(self, words: str) -> None:
        self.captioned.emit(self._photo_id, words)

    def _on_remove(self) -> None:
        self.removed.emit(self._photo_id)


class _Small(QWidget):
    def __init__(self, photo: Photo, loader: PictureLoader) -> None:
        super().__init__()
        self._photo, self._loader = photo, loader
        self.setAccessibleName(self.tr("Picture"))
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return the room of a small picture."""
        return QSize(theme().scaled(56), theme().scaled(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture."""
        with QPainter(self) as painter:
            draw_thumbnail(painter, QRectF(self.rect()), self._photo, self._loader)
