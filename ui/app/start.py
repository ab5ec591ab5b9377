"""Starting the program: the bare window first, everything else once it is painted."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtWidgets import QApplication

from ui.app.application import new_application
from ui.main_window.window import MainWindow
from ui.theme.ground import RAIL_WIDTH, ground_of

if TYPE_CHECKING:
    from ui.app.session import Session
    from ui.app.wishes import Wishes

_UNSEEN_MS = 1000
_DARK_BELOW = 128
_SIDE = 24


class Start(QObject):
    """Furnishes the window once it is painted, or after a second when it is not (a window begun minimised)."""

    begun = Signal(object)
    """The session stands; what it shows first is being loaded."""

    def __init__(self, app: QApplication, window: MainWindow) -> None:
        super().__init__(app)
        self._window = window
        self._has_begun = False
        self._session: Session | None = None
        self._wishes: Wishes | None = None
        window.painted.connect(self.begin)
        QTimer.singleShot(_UNSEEN_MS, self.begin)

    def begin(self) -> None:
        """Load the program, and show the door or the visits of an open vault; later calls do nothing."""
        if self._has_begun:
            return
        self._has_begun = True
        from ui.app.making import make_session
        from ui.errors import catch_errors
        from visitapp.paths import data_dir, log_dir, vault_dir

        catch_errors(log_dir(), self.say)
        folder = Path(os.environ.get("VISITAPP_VAULT") or vault_dir())
        self._session, self._wishes = make_session(self._window, folder, data_dir() / "sample")
        self.begun.emit(self._session)
        self._session.start()

    def say(self, words: str) -> None:
        """Tell a person something at the foot of the window; before it is furnished, on its bare ground."""
        if self._session is not None:
            self._window.say(words)
            return
        from PySide6.QtWidgets import QLabel

        label = QLabel(words, self._window)
        label.move(RAIL_WIDTH + _SIDE, _SIDE)
        label.show()


def open_window() -> tuple[QApplication, MainWindow]:
    """Return the application and its bare window, on show in the colours of the look to come."""
    app = new_application()
    dark = app.palette().window().color().lightness() < _DARK_BELOW
    window = MainWindow(ground_of(str(QSettings().value("look", "")), dark))
    window.show()
    return app, window


def run() -> int:
    """Open the app and return its exit code."""
    app, window = open_window()
    _start = Start(app, window)
    return app.exec()
