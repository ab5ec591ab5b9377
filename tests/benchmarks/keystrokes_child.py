"""Types in the composer of a visit with many notes and prints how long the window was held each time, in ms.

`slow_flush.c` may stand under it, so it runs as a process of its own.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from tests.vault_desk import KEY, open_workspace
from ui.app.making import make_application
from ui.pages.capture.page import CapturePage
from ui.parts.composer import Composer
from visitapp.store.database import Database

NOTES, LETTERS = 60, "Pupils explain how it works"
MOST_ROUNDS = 50
REST = 0.025


class Keyboard:
    """Presses keys as somebody quick would, and keeps how long each press and all else held the window."""

    def __init__(self, app, box: QWidget) -> None:
        self._dispatcher, self._box = app.eventDispatcher(), box
        self.between: list[float] = []
        self.work: list[float] = []

    def press(self, key: Qt.Key) -> float:
        """Press a key and let everything it caused be handled and painted; return the ms until all is quiet."""
        begun = time.thread_time()
        held = self._timed(lambda: (QTest.keyClick(self._box, key), self._settle()))
        self.work.append((time.thread_time() - begun) * 1000)
        end = time.perf_counter() + REST
        while time.perf_counter() < end:
            self.between.append(self._timed(self._settle))
            time.sleep(0.001)
        return held

    def _settle(self) -> None:
        for _ in range(MOST_ROUNDS):
            if not self._dispatcher.processEvents(QEventLoop.ProcessEventsFlag.AllEvents):
                return

    def _timed(self, work: Callable[[], object]) -> float:
        start = time.perf_counter()
        work()
        return (time.perf_counter() - start) * 1000


def keys_and_saves(keyboard: Keyboard) -> tuple[list[float], list[float]]:
    """Type notes and save each; return the ms of every letter and of every Enter."""
    letters, saves = [], []
    for _ in range(NOTES):
        letters += [keyboard.press(Qt.Key(ord(letter.upper()))) for letter in LETTERS]
        saves.append(keyboard.press(Qt.Key.Key_Return))
    return letters, saves


def on_a_bare_box(app) -> dict[str, list[float]]:
    """Type in a window that holds nothing but a text box."""
    box = QPlainTextEdit()
    box.resize(1280, 800)
    box.show()
    QTest.qWaitForWindowExposed(box)
    letters, enters = keys_and_saves(Keyboard(app, box))
    return {"letters": letters, "saves": enters}


def in_the_composer(app, folder: Path, visit_id: str) -> dict[str, list[float]]:
    """Type on the capture page."""
    with open_workspace(Database.open(folder / "visitapp.db", KEY)) as workspace:
        page = CapturePage(workspace.open_visit(visit_id))
        page.resize(1280, 800)
        page.show()
        QTest.qWaitForWindowExposed(page)
        box = page.findChild(Composer).box
        box.setFocus()
        keyboard = Keyboard(app, box)
        keyboard.press(Qt.Key.Key_A)
        keyboard.press(Qt.Key.Key_Return)
        keyboard.between.clear()
        letters, saves = keys_and_saves(keyboard)
    return {"letters": letters, "saves": saves, "between": keyboard.between}


if __name__ == "__main__":
    application = make_application()
    bare = on_a_bare_box(application)
    page = in_the_composer(application, Path(sys.argv[1]), sys.argv[2])
    os.write(1, json.dumps({"bare": bare, "page": page}).encode())
