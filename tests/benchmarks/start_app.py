"""A start of the program as it ships, on a vault that needs no words. Prints the moments that matter.

With `--first-paint` it ends at the first paint of the window, with `--door` when the passphrase can be typed.
"""

import gc

gc.disable()  # as main.py does

import json  # noqa: E402
import os  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402
from typing import TYPE_CHECKING  # noqa: E402

from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: E402

from ui.app.start import Start, open_window  # noqa: E402

if TYPE_CHECKING:
    from ui.app.session import Session
    from ui.main_window.window import MainWindow


class Moments(QObject):
    """Watches one window from its first paint until the vault is open and its visits are painted."""

    def __init__(self, window: "MainWindow", start: Start) -> None:
        super().__init__(window)
        self._window = window
        self._session: Session | None = None
        self._shown: QObject | None = None
        self._moments: dict[str, float] = {}
        window.installEventFilter(self)
        start.begun.connect(self._on_begun)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            if watched is self._window:
                self._window.removeEventFilter(self)
                QTimer.singleShot(0, self._on_painted)
            elif watched is self._shown:
                QTimer.singleShot(0, self._on_shown)
        return super().eventFilter(watched, event)

    def _on_painted(self) -> None:
        self._moments |= {"painted whole": time.time(), "work": time.process_time()}
        if "--first-paint" in sys.argv:
            self._tell()

    def _on_begun(self, session: "Session") -> None:
        self._session = session
        session.opened.connect(self._on_opened)
        QTimer.singleShot(0, self._watch)

    def _watch(self) -> None:
        """Watch what is shown first: the door, or the list of visits once there are any."""
        if "--door" in sys.argv:
            self._shown = self._window.door.field
        else:
            self._shown = self._window.home.visits.list
        self._shown.installEventFilter(self)

    def _on_shown(self) -> None:
        if "--door" in sys.argv:
            self._moments["door"] = time.time()
            self._tell()
        elif self._shown.rows():
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


if __name__ == "__main__":
    app, window = open_window()
    start = Start(app, window)
    moments = Moments(window, start)
    sys.exit(app.exec())
