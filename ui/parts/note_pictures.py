"""The pictures of notes on their cards: one in small at the right, with how many more there are."""

from PySide6.QtCore import QCoreApplication, QObject, QRectF, QSizeF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView

from ui.parts.note_list import NoteList
from ui.parts.picture_drawing import draw_thumbnail
from ui.parts.picture_loader import PictureLoader
from ui.theme.painting import rounded
from ui.theme.theme import theme
from ui.widgets.pressable import paint_centred, words_width
from ui.workspace.desk import Desk, News
from ui.workspace.pictures import Pictures
from visitapp.domain.evidence import Note
from visitapp.domain.photo import Photo

_WIDE, _TALL = 86, 61
_EDGE = 14
_LOADED, _HELD = 320, 120


class NotePictures(QObject):
    """Knows and draws the pictures of notes; cards are drawn again when one comes or goes."""

    def __init__(self, desk: Desk, view: QAbstractItemView, notes: NoteList) -> None:
        super().__init__(view)
        self._desk, self._view, self._notes = desk, view, notes
        self._loader = PictureLoader(Pictures(desk), _LOADED, self, _HELD)
        self._loader.came.connect(self._on_came)
        desk.changed.connect(self._hear)
        notes.say_more = self.spoken

    def of(self, note: Note) -> tuple[Photo, ...]:
        """Return the pictures of a note."""
        return self._desk.record.photos_of(note.id)

    def room(self, note: Note) -> int:
        """Return the width a card leaves to its picture, 0 without one."""
        return theme().scaled(_WIDE) + _EDGE if self.of(note) else 0

    def least_height(self, note: Note) -> int:
        """Return how tall a card must be for its picture, 0 without one."""
        return theme().scaled(_TALL) + 2 * (_EDGE - 6) if self.of(note) else 0

    def place(self, card: QRectF, note: Note) -> QRectF:
        """Return where the picture of a card is drawn; nowhere without one."""
        if not self.of(note):
            return QRectF()
        size = QSizeF(theme().scaled(_WIDE), theme().scaled(_TALL))
        place = QRectF(card.topLeft(), size)
        place.moveRight(card.right() - _EDGE)
        place.moveTop(card.top() + min(_EDGE, (card.height() - size.height()) / 2))
        return place

    def paint(self, painter: QPainter, card: QRectF, note: Note) -> None:
        """Draw the first picture of a note, if it has any, and the number of the others."""
        photos = self.of(note)
        if not photos:
            return
        place = self.place(card, note)
        draw_thumbnail(painter, place, photos[0], self._loader)
        if len(photos) > 1:
            _paint_count(painter, place, len(photos) - 1)

    def spoken(self, note: Note) -> str:
        """Return the pictures of a note as a screen reader should say them."""
        photos = self.of(note)
        if not photos:
            return ""
        captions = ", ".join(photo.caption.strip() or _tr("no caption") for photo in photos)
        count = _tr("1 picture") if len(photos) == 1 else _tr("{count} pictures").format(count=len(photos))
        return f"{count}: {captions}."

    def _hear(self, news: News) -> None:
        if "photo" not in news.kinds:
            return
        found = (self._desk.record.shelves.get("photo", {}).get(one) for one in news.ids)
        for note_id in {photo.note_id for photo in found if isinstance(photo, Photo)}:
            self._notes.redraw(note_id)

    def _on_came(self, _sha256: str) -> None:
        self._view.viewport().update()


def _paint_count(painter: QPainter, place: QRectF, count: int) -> None:
    words, font = f"+{count}", theme().font("captionm")
    wide = words_width(words, font) + 10
    badge = QRectF(place.right() - wide - 3, place.bottom() - 21, wide, 18)
    rounded(painter, badge, 5, "raised", "line_strong")
    paint_centred(painter, badge, words, font, "text")


def _tr(text: str) -> str:
    return QCoreApplication.translate("NotePictures", text)
