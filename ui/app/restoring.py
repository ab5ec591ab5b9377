"""Recently deleted: the sheet of the open visit, and the sheet of the vault's visits."""

from PySide6.QtCore import QObject

from ui.app.session import Session


class Restoring(QObject):
    """Puts the sheets of deleted things on the window, one at a time."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    def show_of_visit(self) -> None:
        """Show what was deleted in the visit on show."""
        frame = self._session.window.visit_on_show
        if frame is None or self._session.window.has_sheet():
            return
        from ui.dialogs.recently_deleted import VisitDeletedSheet

        VisitDeletedSheet(frame.desk, self._session.window).open()

    def show_visits(self) -> None:
        """Show the deleted visits; one that is restored is back in the list at once."""
        workspace = self._session.workspace
        if workspace is None or self._session.window.has_sheet():
            return
        from ui.dialogs.recently_deleted import DeletedVisitsSheet

        workspace.flush()
        sheet = DeletedVisitsSheet(workspace.visits.deleted, self._session.now, self._session.window)
        sheet.restore_wanted.connect(self._session.restore_visit)
        sheet.restore_wanted.connect(sheet.refresh)
        sheet.open()
