"""The pictures of the note being written: taken in from a file, the clipboard, a drop, the camera or a sketch."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.parts.camera_button import CameraButton
from ui.parts.picture_loader import PictureLoader
from ui.parts.picture_notice import PictureNotice
from ui.parts.picture_row import PictureRow
from ui.parts.picture_sources import Source, choose_files, has_picture, pictures_in
from ui.widgets.announce import announce
from ui.widgets.buttons import IconButton
from ui.widgets.layout import column, shown_if
from ui.workspace.desk import Desk
from ui.workspace.picture_intake import Job, PictureIntake
from ui.workspace.pictures import Kept, Pictures
from visitapp.domain.evidence import Note
from visitapp.domain.photo import PAPER_NOTES, PHOTO, SKETCH, Photo

MOST = 6
_SIDE = 160


class ComposerPictures(QWidget):
    """Rows of pictures that wait for their note, and one line that says what is going on.

    `changed` brings the pictures whenever they are others. What is still being read when its note is saved goes to
    that note.
    """

    changed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pictures = Pictures(desk)
        self._loader = PictureLoader(self._pictures, _SIDE, self)
        self._intake = PictureIntake(self._pictures, self)
        self._photos: tuple[Photo, ...] = ()
        self._offered: Sequence[Source] = ()
        self._note: Note | None = None
        self._rows: dict[str, PictureRow] = {}
        self.notice = PictureNotice()
        self.photo_button = IconButton("image", self.tr("Add a photo"), size=30, keys="Ctrl+Shift+P")
        self.camera = CameraButton(desk)
        self.sketch_button = IconButton("pencil", self.tr("Add a sketch"), size=30)
        self._list = QVBoxLayout(spacing=6)
        self.setLayout(column(self._list, self.notice, spacing=6))
        self._connect()
        self._fit()

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """What a person presses to add a picture, to be placed by the composer."""
        return (self.photo_button, self.sketch_button)

    def show_photos(self, photos: tuple[Photo, ...]) -> None:
        """Show the pictures of a draft, telling nobody."""
        self._photos = photos
        for photo_id in self._rows.keys() - {photo.id for photo in photos}:
            row = self._rows.pop(photo_id)
            row.hide()
            row.deleteLater()
        for photo in photos:
            if photo.id not in self._rows:
                self._rows[photo.id] = self._row(photo)
                self._list.addWidget(self._rows[photo.id])
            self._rows[photo.id].show_photo(photo)
        self.camera.look_for_camera(is_full=len(photos) >= MOST)
        self._fit()

    def settle(self, note: Note) -> None:
        """Give whatever is still being read to the note that was just saved."""
        if self._intake.is_busy:
            self._note = note

    def choose(self) -> None:
        """Ask for picture files, if the programme allows photos; else say why not, and what is allowed."""
        self._offered = ()
        if self._pictures.rules.pupils_work:
            self._open_files(PHOTO)
        else:
            self._explain()

    def offer(self, sources: Sequence[Source]) -> None:
        """Take in pictures that were pasted or dropped, under the same rules."""
        self._offered = sources
        if not sources:
            return
        if self._pictures.rules.pupils_work:
            self._take(PHOTO, sources)
        else:
            self._explain()

    def offer_mime(self, mime: QMimeData) -> None:
        """Take in the pictures of a clipboard or a drop."""
        self.offer(pictures_in(mime))

    def sketch(self) -> None:
        """Open a sheet to draw on."""
        from ui.parts.sketch import SketchPad

        pad = SketchPad(self._desk, self.window())
        pad.drawn.connect(self._take_sketch)
        pad.open()

    def take_drops_on(self, widget: QWidget) -> None:
        """Let pictures be dropped on a widget, and its key open the camera."""
        widget.setAcceptDrops(True)
        self.camera.serve(widget, after=self.sketch_button)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a drop of pictures."""
        if isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent) and has_picture(event.mimeData()):
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self.offer_mime(event.mimeData())
            return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.photo_button.clicked.connect(self.choose)
        self.camera.photographed.connect(self._take)
        self.camera.file_wanted.connect(self._open_files)
        self.sketch_button.clicked.connect(self.sketch)
        self.notice.accepted.connect(self._on_accepted)
        self.notice.put_away.connect(self._on_put_away)
        self._intake.taken.connect(self._on_taken)
        self._intake.refused.connect(self._on_refused)
        self._intake.busy.connect(self._on_busy)
        self._loader.came.connect(self._on_came)

    def _row(self, photo: Photo) -> PictureRow:
        row = PictureRow(photo, self._loader)
        row.captioned.connect(self._on_captioned)
        row.removed.connect(self._on_removed)
        return row

    def _explain(self) -> None:
        rules = self._pictures.rules
        reason = rules.reason or self.tr("The programme of this visit does not allow photos.")
        accept = self.tr("Photo of paper notes") if rules.paper_notes else ""
        self._say("info", reason, self.tr("Close"), accept)

    def _on_accepted(self) -> None:
        if self._offered:
            self._take(PAPER_NOTES, self._offered)
        else:
            self._open_files(PAPER_NOTES)
        self._fit()

    def _on_put_away(self) -> None:
        self._offered = ()
        self._intake.cancel()
        self._fit()

    def _open_files(self, kind: str) -> None:
        choose_files(self.window(), partial(self._take, kind))

    def _take(self, kind: str, sources: Sequence[Source]) -> None:
        self._offered = ()
        room = MOST - len(self._photos)
        for source in sources[:room]:
            self._intake.take(Job(source, kind))
        if len(sources) > room:
            self._say(
                "info", self.tr("A note holds six pictures. Save this one, then add the rest."), self.tr("Close")
            )

    def _take_sketch(self, image: QImage, strokes: str) -> None:
        self._intake.take(Job(image, SKETCH, strokes))

    def _on_taken(self, job: Job, kept: Kept) -> None:
        photo = self._pictures.photo(kept, job.kind, strokes=job.strokes)
        if self._note is not None:
            self._pictures.add(self._note, photo)
        else:
            self.show_photos((*self._photos, photo))
            self.changed.emit(self._photos)
        if job.kind == SKETCH:
            from ui.parts.sketch import forget_ink

            forget_ink(self._desk)
        announce(self, self.tr("Picture added."))
        if kept.moving:
            self._say("info", self.tr("Only the first picture of the moving one was added."), self.tr("Close"))

    def _on_refused(self, sentence: str) -> None:
        self._say("triangle-alert", sentence, self.tr("Close"))

    def _on_busy(self, busy: bool) -> None:
        if busy:
            self._say("hourglass", self._reading_words(), self.tr("Cancel"))
            return
        self._note = None
        if self.notice.sentence == self._reading_words():
            self.notice.hide()
            self._fit()

    def _reading_words(self) -> str:
        return self.tr("Reading the picture. You can go on writing.")

    def _on_came(self, _sha256: str) -> None:
        for row in self._rows.values():
            row.update()

    def _on_captioned(self, photo_id: str, caption: str) -> None:
        self._photos = tuple(replace(one, caption=caption) if one.id == photo_id else one for one in self._photos)
        self.changed.emit(self._photos)

    def _on_removed(self, photo_id: str) -> None:
        self.show_photos(tuple(one for one in self._photos if one.id != photo_id))
        self.changed.emit(self._photos)

    def _say(self, icon: str, sentence: str, close: str, accept: str = "") -> None:
        self.notice.say(icon, sentence, close, accept)
        self._fit()

    def _fit(self) -> None:
        """Take no room while there is nothing to show."""
        shown_if(self, bool(self._photos or not self.notice.isHidden()))
