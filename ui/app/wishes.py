"""What each command of the window does."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QWidget

from ui.app.presenting import present
from ui.app.reading_in import ReadingIn
from ui.app.reading_published import ReadingPublished
from ui.app.restoring import Restoring
from ui.app.searching import Searching
from ui.app.session import Session
from ui.app.writing import bring_vault, want_aids
from ui.settings import Settings, save
from ui.theme.system_look import SystemLook
from ui.theme.theme import larger_text, smaller_text, theme
from ui.theme.tokens import CONTRAST, DESK, TOUCH
from visitapp.domain.stages import STAGES
from visitapp.paths import reports_dir

if TYPE_CHECKING:
    from ui.dialogs.new_visit import NewVisitDialog
    from ui.pages.settings.page import SettingsPage
    from ui.workspace.workspace import Workspace

_TURNS = {"undo", "redo"}
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
        self._settings_page: SettingsPage | None = None
        self._searching = Searching(session)
        self._restoring = Restoring(session)
        self._reading_in = ReadingIn(session)
        self._published = ReadingPublished(session)
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
        elif code not in _TURNS or not self._published.turn(again=code == "redo"):
            self._on_visit(code)

    def choose_look(self, look: str) -> None:
        """Follow the device, or keep to light, dark or more contrast."""
        if look == "contrast":
            theme().apply(palette=CONTRAST)
        else:
            self._look.choose(look)

    def turn_touch(self) -> None:
        """Turn touch mode on or off, and remember it on this device."""
        touch = not theme().metrics.touch
        theme().apply(metrics=TOUCH if touch else DESK)
        self._keep(replace(self._session.settings, touch=touch))

    def turn_own_words(self) -> None:
        """Offer one's own words while writing, or leave off, and remember it on this device."""
        self._keep(replace(self._session.settings, own_words=not self._session.settings.own_words))

    def _scale_text(self, scale: Callable[[], None]) -> None:
        scale()
        self._keep(replace(self._session.settings, text_scale=theme().text_scale))

    def _simple_wishes(self) -> dict[str, Callable[[], object]]:
        return {
            "visits": self._session.go_home,
            "new-visit": self._new_visit,
            "read-reports": self._reading_in.ask,
            "read-published": self._published.ask,
            "outcome-tables": self._published.show_tables,
            "library": partial(self._show_page, "library"),
            "settings": partial(self._show_page, "settings"),
            "lock": self._session.lock,
            "deleted-visits": self._restoring.show_visits,
            "palette": self._window.open_palette,
            "search-visit": self._searching.open_here,
            "search-all": self._searching.open_all,
            "keys": self._window.open_key_sheet,
            "next-pane": partial(self._window.walk_panes, 1),
            "previous-pane": partial(self._window.walk_panes, -1),
            "touch": self.turn_touch,
            "own-words": self.turn_own_words,
            "larger-text": partial(self._scale_text, larger_text),
            "smaller-text": partial(self._scale_text, smaller_text),
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
            "recently-deleted": self._restoring.show_of_visit,
            "quick-capture": self._quick_capture,
            "outcomes-of-school": partial(self._published.show_tables_of, frame.desk),
            "hand-over": self._hand_over,
            "next-visit": self._next_visit,
            "present": partial(present, self._window),
        }
        if code in _OF_REPORT:
            frame.show_stage("report")
            frame.run(code)
        elif code in acts:
            acts[code]()
        else:
            frame.run(code)

    def _quick_capture(self) -> None:
        frame = self._window.visit_on_show
        if frame is None or self._window.has_sheet():
            return
        if frame.stage == "capture":
            frame.page.take_focus()
            frame.folding.hold_first()
            return
        from ui.dialogs.quick_capture import QuickCapture

        QuickCapture(frame.desk, self._window).open()

    def _hand_over(self) -> None:
        frame = self._window.visit_on_show
        if frame is not None:
            from ui.dialogs.hand_over import open_hand_over

            folder = self._session.settings.reports_folder
            open_hand_over(frame.desk, Path(folder) if folder else reports_dir(), self._window)

    def _next_visit(self) -> None:
        """Begin a visit that follows the one on show."""
        frame = self._window.visit_on_show
        if frame is not None:
            record = frame.desk.record
            same = [one.key for one in self._workspace.library.frameworks if one.code == record.framework.code]
            dialog = self._new_visit(next(reversed(same), ""))
            if dialog is not None:
                dialog.follow(record.visit, record.school)

    def _new_visit(self, programme: str = "") -> "NewVisitDialog | None":
        workspace = self._session.workspace
        if workspace is None or self._window.has_sheet():
            return None
        from ui.dialogs.new_visit import NewVisitDialog

        dialog = NewVisitDialog(
            self._window,
            workspace.library.frameworks,
            workspace.visits.schools,
            workspace.visits.earlier,
            self._today,
            programme or self._session.settings.programme,
            workspace.school_offers(),
        )
        dialog.given.connect(self._session.begin_visit)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()
        return dialog

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
            return self._published.make_library()
        from ui.pages.settings.page import SettingsPage

        page = self._settings_page = SettingsPage(self._session.settings)
        page.changed.connect(self._take_settings)
        page.reviewer_changed.connect(self._take_reviewer)
        bring_vault(self._workspace, page)
        return page

    @property
    def _workspace(self) -> "Workspace":
        workspace = self._session.workspace
        assert workspace is not None
        return workspace

    def _take_settings(self, settings: Settings) -> None:
        self._keep(settings)
        apply_look(settings, self)

    def _keep(self, settings: Settings) -> None:
        self._session.settings = settings
        save(QSettings(), settings)
        if self._session.workspace is not None and self._session.workspace.desk is not None:
            want_aids(self._session.workspace, settings)
            self._session.workspace.templates.use(settings.templates)
        if self._settings_page is not None:
            self._settings_page.show_settings(settings)

    def _take_reviewer(self, name: str, role: str, organisation: str) -> None:
        if self._session.workspace is not None:
            self._session.workspace.visits.set_reviewer(name, role, organisation)


def apply_look(settings: Settings, wishes: Wishes) -> None:
    """Put the chosen appearance, text size and size of targets in force."""
    theme().apply(metrics=TOUCH if settings.touch else DESK, text_scale=settings.text_scale)
    wishes.choose_look(settings.look)
