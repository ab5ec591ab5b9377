"""Reading earlier reports from the window: which files, then the sheet that tells what became of them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from ui.app.session import Session


class ReadingIn(QObject):
    """Asks for reports and reads them into the open vault."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    def ask(self) -> None:
        """Ask which files to read."""
        if self._session.workspace is None or self._session.window.has_sheet():
            return
        from ui.dialogs.earlier_reports import choose_reports

        choose_reports(self._session.window).filesSelected.connect(self.read)

    def read(self, paths: Sequence[str]) -> None:
        """Read these files; the list of visits is read again when the sheet is closed."""
        workspace = self._session.workspace
        if workspace is None or not paths:
            return
        from ui.dialogs.earlier_reports import EarlierReportsSheet

        sheet = EarlierReportsSheet(workspace.earlier_reports(), self._session.window)
        sheet.closed.connect(self._session.refresh_home)
        sheet.visit_wanted.connect(self._session.open_visit)
        sheet.read_in([Path(path) for path in paths])
