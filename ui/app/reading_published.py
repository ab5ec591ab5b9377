"""Published data from the window: the library's page, which files to read in, and the sheet that reads them."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.app.session import Session
from ui.workspace.desk import Desk
from ui.workspace.published_turns import CONFIRMED, Act

if TYPE_CHECKING:
    from ui.pages.library.published_pane import PublishedPane
    from ui.workspace.story import Place
    from ui.workspace.workspace import Workspace


class ReadingPublished(QObject):
    """Asks for published files and reads them into the open vault."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._pane: PublishedPane | None = None
        self._sheet: QWidget | None = None

    def make_library(self) -> QWidget:
        """Return the library's page of the open vault."""
        from ui.pages.library.page import LibraryPage
        from ui.pages.library.published_pane import PublishedPane

        workspace = self._session.workspace
        assert workspace is not None
        pane = PublishedPane(workspace.published, workspace.visits)
        page = LibraryPage(workspace.library, pane, sample=workspace.is_sample)
        pane.read_wanted.connect(self.ask)
        pane.tables_wanted.connect(self.show_tables)
        page.dropped.connect(self.read)
        self._pane = pane
        pane.destroyed.connect(partial(self._forget, pane))
        return page

    def turn(self, *, again: bool) -> bool:
        """Take back the last thing done to published data, or do it `again`, where that is on show; tell whether it
        is."""
        workspace = self._session.workspace
        in_sheet = self._sheet is not None and self._sheet.isVisible()
        if workspace is None or not (in_sheet or self._in_library()):
            return False
        workspace.published.turns.turn(self._say_turned, self._say_not_turned, again=again)
        return True

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
        self._open_tables(workspace)

    def show_tables_of(self, desk: Desk) -> None:
        """Show the tables of outcomes of the school of a visit, if results of it are published."""
        workspace = self._session.workspace
        if workspace is None or self._session.window.has_sheet():
            return
        from ui.workspace.gathering import Gathering
        from ui.workspace.story import Place

        told = Gathering(desk, workspace.published).told_by_tables()
        if told is not None:
            place = Place(told[0], desk.record.school.name, told[1])
            self._open_tables(workspace, place)

    def read(self, paths: Sequence[str | Path]) -> None:
        """Look at these files and read them in as far as is agreed."""
        workspace = self._session.workspace
        if workspace is None or not paths or self._session.window.has_sheet():
            return
        from ui.dialogs.import_files import save_rejects
        from ui.dialogs.import_sheet import ImportSheet

        sheet = ImportSheet(workspace.published, workspace.visits.scope, self._session.window)
        save_rejects(sheet)
        self._sheet = sheet
        sheet.destroyed.connect(partial(self._forget, sheet))
        sheet.read_in([Path(path) for path in paths])

    def _in_library(self) -> bool:
        """Return whether published data is in view, with no sheet over it."""
        return self._pane is not None and self._pane.isVisible() and not self._session.window.has_sheet()

    def _forget(self, gone: QWidget, _object: QObject | None = None) -> None:
        self._pane = None if self._pane is gone else self._pane
        self._sheet = None if self._sheet is gone else self._sheet

    def _say_turned(self, act: Act, title: str) -> None:
        if not title:
            return  # nothing is held of the file any more
        words = self.tr("{title} read in") if act.value else self.tr("{title} taken back")
        if act.what == CONFIRMED:
            words = self.tr("{title} marked as right") if act.value else self.tr("{title} no longer marked as right")
        self._session.window.say(words.format(title=title))

    def _say_not_turned(self, sentence: str) -> None:
        """Say it where other failures of published data stand, else at the foot of the window."""
        if self._pane is not None and self._in_library():
            self._session.window.toast.hide()  # what it says of an undo before is not the last word
            self._pane.notice.say(sentence)
        else:
            self._session.window.say(sentence)

    def _open_tables(self, workspace: "Workspace", place: "Place | None" = None) -> None:
        from ui.dialogs.story_sheet import StorySheet

        sheet = StorySheet(self._session.window, workspace.story_tables(), place)
        workspace.published.closing.connect(sheet.close_sheet)
        sheet.open()
