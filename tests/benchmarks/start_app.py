"""A start of the program as it ships, up to the list of visits. Prints the moments that matter.

The first paint of the window asks for the sample; the first paint of its rows says that visits are listed.
"""

import json
import os
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui.app import start
from ui.app.session import Session

if TYPE_CHECKING:
    from ui.pages.home.visit_list import VisitList


class Moments(QObject):
    """Watches one session from its window's first paint until the vault is open and its visits are painted."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._moments: dict[str, float] = {}
        self._list: VisitList | None = None
        session.window.installEventFilter(self)
        session.opened.connect(self._on_opened)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            if watched is self._session.window and "first paint" not in self._moments:
                self._moments["first paint"] = time.time()
                QTimer.singleShot(0, self._on_painted)
            elif self._list is not None and watched is self._list and self._list.rows():
                QTimer.singleShot(0, self._on_listed)
        return super().eventFilter(watched, event)

    def _on_painted(self) -> None:
        self._moments |= {"painted whole": time.time(), "work": time.process_time()}
        if "--first-paint" in sys.argv:
            self._tell()
        self._session.window.removeEventFilter(self)
        self._list = self._session.window.home.visits.list
        self._list.installEventFilter(self)
        self._session.open_sample()

    def _on_listed(self) -> None:
        self._moments.setdefault("visits listed", time.time())
        self._tell_all()

    def _on_opened(self) -> None:
        self._moments["vault open"] = time.time()
        self._tell_all()

    def _tell_all(self) -> None:
        if {"visits listed", "vault open"} <= set(self._moments):
            self._tell()

    def _tell(self) -> None:
        os.write(1, json.dumps(self._moments).encode())
        os._exit(0)


def watched_session(*given: object) -> tuple[Session, object]:
    """Make the session as the program does, and watch it."""
    made = make_session(*given)
    Moments(made[0])
    return made


if __name__ == "__main__":
    make_session, start.make_session = start.make_session, watched_session
    QApplication.setQuitOnLastWindowClosed(False)
    sys.exit(start.run())
