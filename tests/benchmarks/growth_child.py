"""Opens the newest visit of a vault, types and saves in it, and prints how long each thing took, in ms."""

import json
import os
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.benchmarks.figures import timed
from tests.benchmarks.keystrokes_child import Keyboard, keys_and_saves
from tests.vault_desk import KEY
from ui.app.making import make_application
from ui.pages.capture.page import CapturePage
from ui.parts.composer import Composer
from ui.workspace.opening import load_library
from ui.workspace.workspace import Workspace
from visitapp.domain.coverage import coverage_of
from visitapp.store.database import Database

OPENINGS, UNDOS = 5, 20


class Opened:
    """The visit on the desk and its capture page, painted; opened again, the page before is put away."""

    def __init__(self, workspace: Workspace, visit_id: str) -> None:
        self._workspace, self._visit_id = workspace, visit_id
        self.page: CapturePage | None = None

    def put_away(self) -> None:
        """Let the page go, as closing a visit does."""
        if self.page is not None:
            self.page.hide()
            self.page.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def open(self) -> None:
        """Open the visit and wait for the first paint of its page."""
        self.desk = self._workspace.open_visit(self._visit_id)
        self.page = CapturePage(self.desk)
        self.page.resize(1280, 800)
        self.page.show()
        QTest.qWaitForWindowExposed(self.page)
        self.page.repaint()


def measured(app: QApplication, workspace: Workspace, visit_id: str) -> dict[str, list[float]]:
    """Return the runs of each thing by its name."""
    visit, opening = Opened(workspace, visit_id), []
    for _ in range(OPENINGS):
        visit.put_away()
        opening.append(timed(visit.open))
    box, desk = visit.page.findChild(Composer).box, visit.desk
    box.setFocus()
    keyboard = Keyboard(app, box)
    keyboard.press(Qt.Key.Key_A)
    keyboard.press(Qt.Key.Key_Return)
    letters, saves = keys_and_saves(keyboard)
    workspace.flush()
    undone = [timed(lambda: (desk.undo(), app.processEvents(), workspace.flush())) for _ in range(UNDOS)]
    anew = [replace(desk.record) for _ in range(UNDOS)]  # a record that has worked out nothing yet
    whole = [timed(partial(coverage_of, one)) for one in anew]
    return {
        "opening a visit until painted": opening,
        "a letter": letters,
        "Enter saves, with its row painted": saves,
        "undo, until it is on the disk": undone,
        "counting the whole visit again": whole,
    }


if __name__ == "__main__":
    application = make_application()
    workspace = Workspace(Database.open(Path(sys.argv[1]) / "visitapp.db", KEY), load_library())
    found = measured(application, workspace, sys.argv[2])
    os.write(1, json.dumps(found).encode())
    os._exit(0)
