"""The sheets that open over the Capture stage: one note, its pictures, and what was deleted."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.dialogs.note_editor import NoteEditor
from ui.dialogs.recently_deleted import VisitDeletedSheet
from ui.workspace.desk import Desk


class NoteSheets(QObject):
    """Opens sheets over the window of a page; `corrected` tells that the sheet of a note was left."""

    corrected = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def correct(self, note_id: str) -> None:
        """Open a note to correct it."""
        editor = NoteEditor(self._desk, self._page.window(), note_id)
        editor.closed.connect(self.corrected)
        editor.open()

    def show_deleted(self) -> None:
        """Open the list of what was deleted lately."""
        VisitDeletedSheet(self._desk, self._page.window()).open()

    def show_pictures(self, note_id: str) -> None:
        """Show the pictures of a note large."""
        from ui.dialogs.picture_view import PictureView

        PictureView(self._desk, self._page.window(), self._desk.record.photos_of(note_id)[0].id).open()
