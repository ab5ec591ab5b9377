"""A sitting for a demonstration: fresh folders, a window on show, and a clock that is set by hand."""

import os
import time
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QSettings

from ui.app.making import make_application, make_session
from ui.demo.hands import Hands
from ui.main_window.window import MainWindow
from ui.settings import Settings
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.workspace import Workspace

ZONE = "Europe/London"


class Sitting:
    """One session on a vault of its own. Nothing of the person at this device is read or written."""

    def __init__(self, folder: Path, reports: Path, now: datetime) -> None:
        _live_in(ZONE)
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
        make_application()
        self.window = MainWindow()
        settings = Settings(look="light", reports_folder=str(reports))
        self.session, self.wishes = make_session(self.window, folder / "vault", folder / "sample", settings)
        self.hands = Hands(self.window)
        self.moment = now
        self.session.clock = self._now
        self.session.start()
        self.window.show()
        self.window.activateWindow()
        self.hands.settle()

    @property
    def workspace(self) -> Workspace:
        """Return the open vault."""
        assert self.session.workspace is not None
        return self.session.workspace

    @property
    def desk(self) -> Desk:
        """Return the open visit."""
        assert self.window.frame is not None
        return self.window.frame.desk

    def wait_for_vault(self) -> None:
        """Wait until a vault is open and work can begin."""
        self.hands.wait_until(self._is_open, "opening the vault")

    def wait_for_backup(self) -> None:
        """Wait until the device card says that the backup of this sitting is made."""
        self.hands.wait_until(self._is_backed_up, "the backup")

    def _is_open(self) -> bool:
        return self.session.workspace is not None and not self.window.at_door

    def _is_backed_up(self) -> bool:
        words = (one.text() for one in self.window.home.side.device.findChildren(Text))
        return any(one.startswith("Backed up") for one in words)

    def _now(self) -> datetime:
        return self.moment


def _live_in(zone: str) -> None:
    """Keep the time of the invented visits, so that pictures look the same everywhere."""
    os.environ["TZ"] = zone
    if hasattr(time, "tzset"):
        time.tzset()


def far_back() -> datetime:
    """Return a moment before every invented visit."""
    return datetime(2025, 10, 1, 9, 0, tzinfo=UTC)
