"""One sitting at the program: from the door to an open vault, a visit on the desk, and back to the door."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSettings, QTimer, Signal

from ui.app.door import Door
from ui.main_window.window import MainWindow
from ui.settings import Settings, save
from ui.workspace.opening import Opened, Opening
from visitapp.domain.stages import stage_to_open
from visitapp.paths import reports_dir

if TYPE_CHECKING:
    from ui.main_window.visit_frame import VisitFrame
    from ui.pages.home.page import HomePage
    from ui.workspace.desk import Desk
    from ui.workspace.workspace import Workspace
    from visitapp.domain.record import VisitRecord

_PAINTED_MS = 30


class Session(QObject):
    """Connects the window with the vault. Pages ask, the session answers."""

    new_visit_wanted = Signal()
    opened = Signal()
    """A workspace is ready."""

    def __init__(self, window: MainWindow, vault_folder: Path, sample_folder: Path, settings: Settings) -> None:
        super().__init__()
        self.window = window
        self.settings = settings
        self.workspace: Workspace | None = None
        self.clock = _utc_now
        self._vault_folder, self._sample_folder = vault_folder, sample_folder
        self._held: Opened | None = None
        self._wanted_visit = ""
        self._opening = Opening(self)
        window.furnish(self._make_home)
        self._door = Door(vault_folder, self._opening, self)
        self._connect()

    def now(self) -> datetime:
        """Return this moment (UTC), or the one a demonstration has set."""
        return self.clock()

    def start(self) -> None:
        """Open a vault that needs no words; else show the door: first run, unlocking, or why it cannot be opened."""
        if self._door.is_open():
            self._opening.open_sample(self._vault_folder)
            _made = self.window.home  # while the vault is read on its thread
        else:
            self._show_door()

    def open_sample(self) -> None:
        """Open the sample vault, made when there is none."""
        self._opening.open_sample(self._sample_folder)

    def open_visit(self, visit_id: str, stage: str = "") -> None:
        """Put a visit on the desk and show it; while the vault is still opening, as soon as it is open."""
        if self.workspace is None:
            self._wanted_visit = visit_id
            return
        frame = self.window.frame
        if frame is None or frame.desk.visit_id != visit_id:
            self.window.drop_visit()
            frame = self._frame_for(self.workspace.open_visit(visit_id))
        self.window.show_visit(
            frame, stage or stage_to_open(frame.desk.record, self.now().astimezone().date().isoformat())
        )

    def begin_visit(self, new: object) -> None:
        """Begin a visit and show its first stage."""
        from ui.workspace.visits import NewVisit

        if self.workspace is not None and isinstance(new, NewVisit):
            self.workspace.flush()
            self.window.drop_visit()
            self.settings = replace(self.settings, programme=new.framework.key)
            save(QSettings(), self.settings)
            frame = self._frame_for(self.workspace.begin_visit(self.workspace.visits.begin(new)))
            self.window.show_visit(frame, "prepare")

    def go_home(self) -> None:
        """Show the list of visits as it is now."""
        if self.window.at_door or self.workspace is None:
            return
        self.workspace.flush()
        self.refresh_home()
        self.window.show_place("visits")
        self.window.home.take_focus()

    def refresh_home(self) -> None:
        """Read the list of visits again, and today's plan for its strip."""
        if self.workspace is not None:
            from ui.app.today import show_today

            summaries = self.workspace.visits.all()
            self.window.list_visits(summaries)
            self.window.home.show_deleted(len(self.workspace.visits.deleted()))
            show_today(self.window.home, self.workspace, summaries)

    def lock(self) -> None:
        """Write everything, let the vault go, and show the door."""
        self.close()
        self._show_door()

    def close(self) -> bool:
        """Write everything and let the vault go; return whether everything was written."""
        whole = True
        if self.workspace is not None:
            whole = self.workspace.close()
            self.window.drop_visit()
            self.window.list_visits(())
            self.workspace.deleteLater()
            self.workspace = None
        if self._held is not None:
            self._held.lock.release()
            self._held = None
        return whole

    def _connect(self) -> None:
        self._opening.listed.connect(self._show_list)
        self._opening.ready.connect(self._take)
        self._opening.refused.connect(self._refuse)
        self._door.explore_wanted.connect(self.open_sample)
        self._opening.backed_up.connect(self._show_backup)
        self._opening.backup_failed.connect(self.window.say)
        self.window.visit_wanted.connect(self.open_visit)
        self.window.closing.connect(self.close)
        QCoreApplication.instance().aboutToQuit.connect(self.close)

    def _make_home(self) -> "HomePage":
        from ui.pages.home.page import HomePage

        home = HomePage(self.now)
        home.new_visit_wanted.connect(self.new_visit_wanted)
        home.delete_wanted.connect(self._delete_visit)
        home.restore_wanted.connect(self.restore_visit)
        home.reports_wanted.connect(partial(self.window.command_wanted.emit, "read-reports"))
        home.deleted_wanted.connect(partial(self.window.command_wanted.emit, "deleted-visits"))
        home.backup_wanted.connect(self._back_up)
        home.own_vault_wanted.connect(self.lock)
        return home

    def _show_door(self) -> None:
        self.window.show_door(self._door.page())
        self._door.welcome()

    def _refuse(self, sentence: str) -> None:
        if self.workspace is None and not self.window.at_door:
            self._show_door()
        if not self.window.at_door:
            self.window.say(sentence)

    def _show_list(self, summaries: object, sample: bool) -> None:
        self.window.home.visits.show_sample(sample)
        self.window.list_visits(summaries)  # type: ignore[arg-type]
        self.window.show_place("visits")
        QTimer.singleShot(_PAINTED_MS, self._opening.list_shown)

    def _take(self, opened: Opened) -> None:
        from ui.workspace.workspace import Workspace

        self._held = opened
        sample = opened.vault.is_sample
        self.workspace = Workspace(opened.database, opened.library, is_sample=sample, now=self.now, parent=self)
        self.workspace.saved.connect(self.window.show_saved)
        self.workspace.save_failed.connect(self.window.show_not_saved)
        self.refresh_home()
        self.window.home.show_device(True, sample, None)
        self.window.show_place("visits")
        self.window.home.take_focus()
        self.opened.emit()
        if self._wanted_visit:
            self.open_visit(self._wanted_visit)
            self._wanted_visit = ""
        QTimer.singleShot(0, self._back_up)

    def _back_up(self) -> None:
        if self._held is not None:
            self._opening.back_up(self._held)

    def _show_backup(self) -> None:
        if self._held is not None:
            self.window.home.show_device(True, self._held.vault.is_sample, self.now())

    def _frame_for(self, desk: "Desk") -> "VisitFrame":
        from ui.app.writing import want_aids
        from ui.main_window.visit_frame import VisitFrame

        if self.workspace is not None:
            want_aids(self.workspace, self.settings)
            self.workspace.templates.use(self.settings.templates)
        sample = self.workspace is not None and self.workspace.is_sample
        folder = Path(self.settings.reports_folder) if self.settings.reports_folder else reports_dir()
        frame = VisitFrame(desk, self._earlier, folder, sample=sample)
        if desk.recovered:
            frame.say(self.tr("Recovered: what was being typed when the program stopped is back in its place."))
        return frame

    def _earlier(self, visit_id: str) -> "VisitRecord | None":
        return self.workspace.visits.load(visit_id) if self.workspace and visit_id else None

    def _delete_visit(self, visit_id: str) -> None:
        if self.workspace is not None:
            self.window.drop_visit()
            self.workspace.clear_desk()
            self.workspace.visits.delete(visit_id)
            self.workspace.flush()
            self.refresh_home()

    def restore_visit(self, visit_id: str) -> None:
        """Bring a deleted visit back and read the list again."""
        if self.workspace is not None:
            self.workspace.visits.restore(visit_id)
            self.window.home.bring_back(visit_id)
            self.workspace.flush()
            self.refresh_home()


def _utc_now() -> datetime:
    return datetime.now(UTC)
