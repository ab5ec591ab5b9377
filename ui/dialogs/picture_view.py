"""A picture as large as the window lets it be, with its caption; the others of the visit before and after it."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.parts.autosave import Autosave
from ui.parts.note_words import NoteWords
from ui.parts.picture_loader import PictureLoader
from ui.shell.overlay import Overlay
from ui.theme.painting import draw_icon, rounded
from ui.theme.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.layout import clear, column, row
from ui.widgets.line_edit import LineEdit
from ui.widgets.pressable import paint_centred
from ui.widgets.text import Text
from ui.workspace.desk import Desk, News
from ui.workspace.picture_intake import Job, PictureIntake
from ui.workspace.pictures import Kept, Pictures
from visitapp.domain.evidence import Note
from visitapp.domain.photo import PAPER_NOTES, SKETCH, Photo
from visitapp.domain.places import Place

_WIDTH = 1400
_HELD = 4


class PictureView(Overlay):
    """A sheet on the pictures of a visit, for one use. Left and right walk through them; nothing needs saving."""

    def __init__(self, desk: Desk, host: QWidget, photo_id: str) -> None:
        super().__init__(host, desk.tr("Picture"), _WIDTH)
        self._desk, self._pictures = desk, Pictures(desk)
        self._words = NoteWords(desk.record.framework)
        self._photo_id, self._deleted = photo_id, ""
        self._loader = PictureLoader(self._pictures, 0, self, _HELD)
        self._intake = PictureIntake(self._pictures, self)
        self.picture = _Whole(self._loader)
        self._title = Text("", "heading")
        self._before = IconButton("chevron-left", self.tr("Picture before"), keys=self.tr("Left"))
        self._after = IconButton("chevron-right", self.tr("Next picture"), keys=self.tr("Right"))
        self._change = Button(self.tr("Change the sketch"), icon="pencil")
        self._delete = Button(self.tr("Delete"), "quiet", icon="trash-2")
        self._undo = Button(self.tr("Undo"), icon="undo-2")
        self._done = Button(self.tr("Done"), "primary", keys=self.tr("Esc"))
        self._hint = Text("", "caption", "text2", wrap=True)
        self._captions = QVBoxLayout()
        head = row(self._title, None, self._before, self._after)
        foot = row(self._delete, self._undo, self._change, None, self._done)
        self.fill(column(head, (self.picture, 1), self._captions, self._hint, foot, spacing=10))
        self._connect()
        self._show()

    def first_focus(self) -> QWidget:
        """Return the picture."""
        return self.picture

    def walk(self, step: int) -> None:
        """Show the picture so many places on."""
        photos = self._pictures.all()
        place = self._row(photos) + step
        if 0 <= place < len(photos):
            self._photo_id, self._deleted = photos[place].id, ""
            self._show()

    def _connect(self) -> None:
        self._before.clicked.connect(self._go_back)
        self._after.clicked.connect(self._go_on)
        self.picture.walked.connect(self.walk)
        self._delete.clicked.connect(self._on_delete)
        self._undo.clicked.connect(self._desk.undo)
        self._change.clicked.connect(self._on_change)
        self._done.clicked.connect(self.close_sheet)
        self._loader.came.connect(self._on_came)
        self._intake.taken.connect(self._on_redrawn)
        self._intake.refused.connect(self._hint.set_text)
        self._desk.changed.connect(self._hear)
        self.closed.connect(self.deleteLater)
        self._bind("Alt+Left", self._go_back)
        self._bind("Alt+Right", self._go_on)

    def _bind(self, keys: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _go_back(self) -> None:
        self.walk(-1)

    def _go_on(self) -> None:
        self.walk(1)

    def _row(self, photos: "list[Photo] | tuple[Photo, ...]") -> int:
        return next((place for place, one in enumerate(photos) if one.id == self._photo_id), -1)

    def _show(self) -> None:
        photos, photo = self._pictures.all(), self._pictures.find(self._photo_id)
        self._undo.setVisible(photo is None)
        for widget in (self._delete, self.picture):
            widget.setEnabled(photo is not None)
        self._change.setVisible(photo is not None and photo.kind == SKETCH and bool(photo.strokes))
        place = self._row(photos)
        self._before.setEnabled(place > 0)
        self._after.setEnabled(-1 < place < len(photos) - 1)
        self.picture.show_photo(photo)
        self._show_caption(photo)
        self._say_title(photo, place, len(photos))

    def _say_title(self, photo: Photo | None, place: int, count: int) -> None:
        if photo is None:
            self._title.set_text(self.tr("Deleted"))
            self._hint.set_text(self.tr("The picture is out of the record. Undo brings it back."))
            return
        note = self._desk.record.find("note", photo.note_id)
        kind = {SKETCH: self.tr("Sketch"), PAPER_NOTES: self.tr("Photo of paper notes")}.get(
            photo.kind, self.tr("Photo")
        )
        where = f"{note.label}, {self._words.time(note)}" if isinstance(note, Note) else ""
        counted = self.tr("{place} of {count}").format(place=place + 1, count=count)
        self._title.set_text("  ·  ".join(part for part in (kind, where, counted) if part))
        self._hint.set_text("" if photo.usable_in_report else self.tr("Without a caption no report can use it."))
        self._on_came(photo.sha256)

    def _show_caption(self, photo: Photo | None) -> None:
        clear(self._captions)
        if photo is not None:
            edit = LineEdit(self.tr("Caption of the picture"), self.tr("Caption: what does it show?"))
            Autosave(edit, self._desk, Place("photo", photo.id, "caption"), self.tr("Caption changed"))
            edit.returnPressed.connect(self.picture.setFocus)
            self._captions.addWidget(edit)
            edit.show()

    def _on_delete(self) -> None:
        photo = self._pictures.find(self._photo_id)
        if photo is not None:
            self._pictures.delete(photo)

    def _on_change(self) -> None:
        from ui.parts.sketch import SketchPad

        photo = self._pictures.find(self._photo_id)
        if photo is not None:
            pad = SketchPad(self._desk, self.window(), photo)
            pad.drawn.connect(self._take_sketch)
            pad.open()

    def _take_sketch(self, image: QImage, strokes: str) -> None:
        self._intake.take(Job(image, SKETCH, strokes))

    def _on_redrawn(self, job: Job, kept: Kept) -> None:
        from ui.parts.sketch import forget_ink

        photo = self._pictures.find(self._photo_id)
        if photo is not None:
            self._pictures.redraw(photo, kept, job.strokes)
            forget_ink(self._desk, photo)

    def _on_came(self, sha256: str) -> None:
        photo = self._pictures.find(self._photo_id)
        if photo is not None and sha256 == photo.sha256 in self._loader.missing:
            self._hint.set_text(self._loader.missing[sha256])
        self.picture.update()

    def _hear(self, news: News) -> None:
        if "photo" in news.kinds and self._photo_id in news.ids and not isinstance(news.initiator, Autosave):
            self._show()


class _Whole(QWidget):
    """Shows one picture whole. `walked` brings -1 or 1."""

    walked = Signal(int)

    def __init__(self, loader: PictureLoader) -> None:
        super().__init__()
        self._loader = loader
        self._photo: Photo | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_photo(self, photo: Photo | None) -> None:
        """Show another picture, or none."""
        self._photo = photo
        name = (photo.caption.strip() or self.tr("Picture without a caption")) if photo else self.tr("No picture")
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return as much room as there is."""
        return QSize(2048, 2048)

    def minimumSizeHint(self) -> QSize:
        """Return the least it can be seen in."""
        return QSize(160, 120)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by the arrow keys."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        step = steps.get(Qt.Key(event.key()))
        if step and not event.modifiers():
            self.walked.emit(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture whole, never larger than it is."""
        with QPainter(self) as painter:
            rounded(painter, QRectF(self.rect()), 8, "sunken")
            found = self._loader.picture(self._photo) if self._photo else None
            if found is None:
                self._paint_empty(painter)
                return
            size = QSizeF(found.size())
            if size.width() > self.width() or size.height() > self.height():
                size.scale(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(QRectF(self.rect()).center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place, found, QRectF(found.rect()))

    def _paint_empty(self, painter: QPainter) -> None:
        gone = self._photo is not None and self._photo.sha256 in self._loader.missing
        middle = QRectF(self.rect()).center()
        icon, role = ("triangle-alert", "risk") if gone else ("image", "text3")
        draw_icon(painter, icon, role, middle.x() - 20, middle.y() - 34, 40)
        words = self.tr("This picture cannot be shown") if gone else ""
        below = QRectF(0, middle.y() + 14, self.width(), 24)
        paint_centred(painter, below, words, theme().font("body"), "text2")
