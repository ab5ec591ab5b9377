"""Finding a note from anywhere, and going to it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.app.session import Session

if TYPE_CHECKING:
    from ui.dialogs.search import SearchSheet


class Searching(QObject):
    """Opens the search sheet over the window; the note that is chosen is shown where it was captured."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._sheet: SearchSheet | None = None

    def open_here(self) -> None:
        """Search the visit on show; asked for once more, search all visits, and then the visit again."""
        if self._sheet is not None:
            self._sheet.widen()
        else:
            frame = self._session.window.visit_on_show
            self._open(frame.desk.visit_id if frame else "")

    def open_all(self) -> None:
        """Search all visits."""
        if self._sheet is None:
            self.open_here()
        if self._sheet is not None:
            self._sheet.look_in_all()

    def _open(self, visit_id: str) -> None:
        workspace, window = self._session.workspace, self._session.window
        if workspace is None or window.has_sheet():
            return
        from ui.dialogs.search import SearchSheet

        self._sheet = SearchSheet(window, workspace.search, visit_id)
        self._sheet.chosen.connect(self._go)
        self._sheet.closed.connect(self._forget)
        self._sheet.open()

    def _forget(self) -> None:
        self._sheet = None

    def _go(self, visit_id: str, note_id: str) -> None:
        self._session.open_visit(visit_id, "capture")
        frame = self._session.window.frame
        if frame is not None:
            frame.show_stage("capture", f"capture:{note_id}")
