"""The pictures of the open visit: kept as files first, then named by the record."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.workspace.desk import Desk
from visitapp.domain.evidence import Note
from visitapp.domain.framework import PhotoRules
from visitapp.domain.ids import new_id
from visitapp.domain.photo import PHOTO, SKETCH, Photo
from visitapp.domain.text import first_words
from visitapp.errors import PictureError

if TYPE_CHECKING:
    from ui.workspace.picture_reading import Encoded


@dataclass(frozen=True, slots=True)
class Kept:
    """A picture whose file is on the disk and which no record names yet."""

    sha256: str
    width: int
    height: int
    size: int
    moving: bool = False


class Pictures:
    """What is done with pictures. `keep` and `read` wait for the disk and may be called on any thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def rules(self) -> PhotoRules:
        """What the visit's framework lets a reviewer photograph."""
        return self._desk.record.framework.photos

    def keep(self, encoded: "Encoded") -> Kept:
        """Put a picture on the disk, encrypted. Raises StorageError when the disk refuses."""
        if self._desk.photo_files is None:
            raise PictureError(_tr("Your note is safe. The picture was not added: no vault is open."))
        sha256 = self._desk.photo_files().keep(encoded.octets)
        return Kept(sha256, encoded.width, encoded.height, len(encoded.octets), encoded.moving)

    def read(self, photo: Photo) -> bytes:
        """Return the stored picture (JPEG or PNG). Raises StorageError when its file is missing or damaged."""
        if self._desk.photo_files is None:
            raise PictureError(_tr("The picture cannot be shown: no vault is open."))
        return self._desk.photo_files().read(photo.sha256)

    def photo(self, kept: Kept, kind: str = PHOTO, caption: str = "", strokes: str = "") -> Photo:
        """Return the record of a picture that is kept, not yet of any note."""
        return Photo(
            id=new_id(),
            visit_id=self._desk.visit_id,
            sha256=kept.sha256,
            kind=kind,
            width=kept.width,
            height=kept.height,
            size=kept.size,
            caption=caption,
            taken_at=self._desk.now().astimezone(UTC).isoformat(timespec="milliseconds"),
            zone=self._desk.zone,
            strokes=strokes,
            author_id=self._desk.record.visit.reviewer_id,
        )

    def add(self, note: Note, *photos: Photo) -> None:
        """Give pictures that are kept to a note, as one act."""
        label = _tr("Picture added: {words}").format(words=first_words(note.text, 40))
        self._desk.put(label, *(replace(photo, note_id=note.id) for photo in photos))

    def add_file(self, note: Note, source: bytes | Path, caption: str = "", kind: str = PHOTO) -> Photo:
        """Take in a picture and give it to a note, waiting for all of it: about half a second.

        Raises PictureError or StorageError, nothing added.
        """
        from ui.workspace.picture_reading import Reading

        photo = replace(self.photo(self.keep(Reading(source).run()), kind, caption), note_id=note.id)
        self.add(note, photo)
        return photo

    def redraw(self, sketch: Photo, kept: Kept, strokes: str) -> None:
        """Give a sketch other ink; undo brings the old back."""
        changed = replace(sketch, sha256=kept.sha256, width=kept.width, height=kept.height, size=kept.size)
        self._desk.put(_tr("Sketch changed"), replace(changed, strokes=strokes))

    def delete(self, photo: Photo) -> None:
        """Delete a picture from the record; undo brings it back, for its file stays."""
        label = _tr("Sketch deleted") if photo.kind == SKETCH else _tr("Photo deleted")
        self._desk.remove(label, photo)

    def all(self) -> Sequence[Photo]:
        """Return every picture of the visit, in the order of the notes."""
        record = self._desk.record
        return [photo for note in record.notes for photo in record.photos_of(note.id)]

    def find(self, photo_id: str) -> Photo | None:
        """Return a picture that is not deleted, or None."""
        found = self._desk.record.find("photo", photo_id)
        return found if isinstance(found, Photo) else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("Pictures", text)
