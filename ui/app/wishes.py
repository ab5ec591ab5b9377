"""What each command of the window does."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QWidget

from ui.app.session import Session
from ui.settings import Settings, save
from ui.theme.system_look import SystemLook
from ui.theme.theme import larger_text, smaller_text, theme
from ui.theme.tokens import CONTRAST
from visitapp.domain.stages import STAGES

if TYPE_CHECKING:
    from ui.workspace.workspace import Workspace

_OF_REPORT = {"next-check", "previous-check", "export"}


class Wishes(QObject):
    """Carries out commands by their code; a command that makes no sense here is quietly left."""

    def __init__(self, session: Session, look: SystemLook) -> None:
        super().__init__(session)
        self._session = session
        self._look = look
        self._window = session.window
        self._window.command_wanted.connect(self.carry_out)
        session.new_visit_wanted.connect(partial(self.carry_out, "new-visit"))
        self._simple = self._simple_wishes()

    def carry_out(self, code: str) -> None:
        """Do one command."""
        if self._window.at_door:
            return
        kind, _, what = code.partition(":")
        if kind == "look":
            self.choose_look(what)
        elif kind == "visit":
            self._session.open_visit(what)
        elif kind == "stage":
            self._show_stage(what)
        elif code in self._simple:
            self._simple[code]()
        else:
            self._on_visit(code)

    def choose_look(self, look: str) -> None:
        """Follow the device, or keep to light, dark or more contrast."""
        if look == "contrast":
            theme().apply(palette=CONTRAST)
        else:
            self._look.choose(look)

    def _simple_wishes(self) -> dict[str, Callable[[], None]]:
        return {
            "visits": self._session.go_home,
            "new-visit": self._new_visit,
            "library": partial(self._show_page, "library"),
            "settings": partial(self._show_page, "settings"),
            "lock": self._session.lock,
            "palette": self._window.open_palette,
            "keys": self._window.open_key_sheet,
            "next-pane": partial(self._window.walk_panes, 1),
            "previous-pane": partial(self._window.walk_panes, -1),
            "larger-text": larger_text,
            "smaller-text": smaller_text,
        }

    def _show_stage(self, stage: str) -> None:
        frame = self._window.frame
        if frame is not None and stage in STAGES:
            self._window.show_visit(frame, stage)

    def _on_visit(self, code: str) -> None:
        frame = self._window.visit_on_show
        if frame is None:
            return
        acts: dict[str, Callable[[], None]] = {
            "undo": frame.desk.undo,
            "redo": frame.desk.redo,
            "side-pane": frame.toggle_side_pane,
            "quick-capture": self._quick_capture,
        }
        if code in _OF_REPORT:
            frame.show_stage("report")
            frame.page.run(code)
        elif code in acts:
            acts[code]()
        else:
            frame.page.run(code)

    def _quick_capture(self) -> None:
        frame = self._window.visit_on_show
        if frame is None:
            return
        if frame.stage == "capture":
            frame.page.take_focus()
            return
        from ui.dialogs.quick_capture import QuickCapture

        QuickCapture(frame.desk, self._window).open()

    def _new_visit(self) -> None:
        workspace = self._session.workspace
        if workspace is None or self._window.has_sheet():
            return
        from ui.dialogs.new_visit import NewVisitDialog

        dialog = NewVisitDialog(
            self._window,
            workspace.library.frameworks,
            workspace.visits.schools,
            workspace.visits.earlier,
            self._today,
            self._session.settings.programme,
        )
        dialog.given.connect(self._session.begin_visit)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    def _today(self) -> date:
        return self._session.now().astimezone().date()

    def _show_page(self, code: str) -> None:
        if self._session.workspace is None:
            return
        if not self._window.has_place(code):
            self._window.add_place(code, self._make_page(code))
        self._window.show_place(code)

    def _make_page(self, code: str) -> QWidget:
        if code == "library":
            from ui.pages.library.page import LibraryPage

            return LibraryPage(self._workspace.library)
        from ui.pages.settings.page import SettingsPage

        page = SettingsPage(self._session.settings)
        reviewer = self._workspace.visits.reviewer()
        if reviewer is not None:
            page.show_reviewer(reviewer.name, reviewer.role, reviewer.organisation)
        page.changed.connect(self._take_settings)
        page.reviewer_changed.connect(self._take_reviewer)
        return page

    @property
    def _workspace(self) -> "Workspace":
        workspace = self._session.workspace
        assert workspace is not None
        return workspace

    def _take_settings(self, settings: Settings) -> None:
        self._session.settings = settings
        save(QSettings(), settings)
        apply_look(settings, self)

    def _take_reviewer(self, name: str, role: str, organisation: str) -> None:
        if self._session.workspace is not None:
            self._session.workspace.visits.set_reviewer(name, role, organisation)


def apply_look(settings: Settings, wishes: Wishes) -> None:
    """Put the chosen appearance and text size in force."""
    theme().apply(text_scale=settings.text_scale)
    wishes.choose_look(settings.look)
