"""Making the dressed application, and the session of one window."""

import sys
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from ui.app.application import new_application
from ui.app.collecting import collect_here
from ui.app.session import Session
from ui.app.wishes import Wishes, apply_look
from ui.main_window.window import MainWindow
from ui.settings import Settings, load
from ui.theme.system_look import follow_system
from ui.theme.theme import dress

_WINDOW_WAITS = 0.0005
"""How long the window waits at most for the writer to let go of the interpreter, in s; Python's own is 0.005."""


def make_application() -> QApplication:
    """Return the application, dressed and named; made once a process."""
    app = QApplication.instance() or new_application()
    assert isinstance(app, QApplication)
    collect_here(app)
    sys.setswitchinterval(_WINDOW_WAITS)
    dress(app)
    return app


def make_session(
    window: MainWindow, vault_folder: Path, sample_folder: Path, settings: Settings | None = None
) -> tuple[Session, Wishes]:
    """Return a session on a bare window, with its commands connected; the settings are this device's unless given."""
    app = make_application()
    settings = settings or load(QSettings())
    session = Session(window, vault_folder, sample_folder, settings)
    wishes = Wishes(session, follow_system(app))
    apply_look(settings, wishes)
    return session, wishes
