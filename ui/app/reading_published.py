"""Published data from the window: the library's page, which files to read in, and the sheet that reads them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.app.session import Session


class ReadingPublished(QObject):
    """Asks for published files and reads them into the open vault."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    def make_library(self) -> QWidget:
        """Return the library's page of the open vault."""
        from ui.pages.library.page import LibraryPage
        from ui.pages.library.published_pane import PublishedPane

        workspace = self._session.workspace
        assert workspace is not None
        pane = PublishedPane(workspace.published, workspace.visits)
        page = LibraryPage(workspace.library, pane)
        pane.read_wanted.connect(self.ask)
        pane.tables_wanted.connect(self.show_tables)
        page.dropped.connect(self.read)
        return page

    def ask(self) -> None:
        """Ask which files to read in."""
        if self._session.workspace is None or self._session.window.has_sheet():
            return
        from ui.dialogs.import_files import choose_tables

        choose_tables(self._session.window).filesSelected.connect(self.read)

    def show_tables(self) -> None:
        """Show the tables of outcomes of an authority that was read in; another can be picked."""
        workspace = self._session.workspace
        if workspace is None or self._session.window.has_sheet():
            return
        from ui.dialogs.story_sheet import StorySheet

        StorySheet(self._session.window, workspace.story_tables()).open()

    def read(self, paths: Sequence[str | Path]) -> None:
        """Look at these files and read them in as far as is agreed."""
        workspace = self._session.workspace
        if workspace is None or not paths or self._session.window.has_sheet():
            return
        from ui.dialogs.import_files import save_rejects
        from ui.dialogs.import_sheet import ImportSheet

        sheet = ImportSheet(workspace.published, workspace.visits.scope, self._session.window)
        save_rejects(sheet)
        sheet.read_in([Path(path) for path in paths])
