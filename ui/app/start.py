"""Starting the program: window first, everything heavy after the first paint."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from ui.app.collecting import Collecting
from ui.app.session import Session
from ui.app.wishes import Wishes, apply_look
from ui.errors import catch_errors, keep_log
from ui.settings import load
from ui.theme.keyboard_focus import watch_focus
from ui.theme.system_look import follow_system
from ui.theme.theme import dress
from visitapp.paths import data_dir, log_dir, vault_dir


def make_application() -> QApplication:
    """Return the application, dressed, named and with a plain log; made once a process."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    if app.findChild(Collecting) is None:
        Collecting(app)
    app.setApplicationName("Visitapp")
    app.setOrganizationName("Visitapp")
    dress(app)
    watch_focus(app)
    return app


def make_session(app: QApplication, vault_folder: Path, sample_folder: Path) -> tuple[Session, Wishes]:
    """Return a session with its commands connected, its window not yet shown."""
    settings = load(QSettings())
    session = Session(vault_folder, sample_folder, settings)
    wishes = Wishes(session, follow_system(app))
    apply_look(settings, wishes)
    return session, wishes


def run() -> int:
    """Open the app and return its exit code."""
    app = make_application()
    keep_log(log_dir())
    folder = Path(os.environ.get("VISITAPP_VAULT", "")) if os.environ.get("VISITAPP_VAULT") else vault_dir()
    session, _wishes = make_session(app, folder, data_dir() / "sample")
    catch_errors(session.window.say)
    session.start()
    session.window.show()
    return app.exec()
