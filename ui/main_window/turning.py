"""What was undone or done again is told with its place when it is out of sight, and shown when asked for."""

from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from ui.main_window.key_map import SHOW_TURNED_KEYS, stage_names
from ui.pages.stage_page import StagePage
from ui.widgets.toast import Toast
from ui.workspace.desk import Desk
from visitapp.domain.whereabouts import Whereabouts, whereabouts


class Stages(Protocol):
    """The stages of a visit, one of them on show."""

    desk: Desk

    @property
    def stage(self) -> str:
        """Return the code of the stage on show."""

    def page_of(self, stage: str) -> StagePage | None:
        """Return the page of a stage, None while it was never shown."""

    def show_stage(self, stage: str, place: str = "") -> None:
        """Show a stage, and within it a place."""


class Turning(QObject):
    """Says at the foot of the window what was turned round; `show_place` goes where it is."""

    def __init__(self, stages: Stages, toast: Toast) -> None:
        super().__init__(toast)
        self._stages, self._toast = stages, toast
        self._place: Whereabouts | None = None
        stages.desk.turned.connect(self._say)
        toast.acted.connect(self._act)
        QShortcut(QKeySequence(SHOW_TURNED_KEYS), toast.parentWidget(), self.show_place)

    def show_place(self) -> None:
        """Go where what was turned round last is, if it is out of sight."""
        if self._place is not None:
            self._stages.show_stage(self._place.stage, self._place.place)
            self._toast.hide()
            self._place = None

    def forget(self) -> None:
        """Let the toast say something else."""
        self._place = None

    def _say(self, mode: str, label: str) -> None:
        words = (self.tr("Undone: {label}") if mode == "undo" else self.tr("Done again: {label}")).format(label=label)
        found = whereabouts(self._stages.desk.record, self._stages.desk.turned_round)
        self._place = None if any(map(self._is_in_sight, found)) else self._nearest(found)
        if self._place is None:
            self._toast.say(words)
            return
        about = self._place.about if self._place.about.casefold() not in label.casefold() else ""
        told = " \u00b7 ".join(part for part in (words, about) if part)
        where = self.tr("{told}, in {where}").format(told=told, where=self._named(self._place))
        self._toast.say(where, self.tr("Show"), SHOW_TURNED_KEYS.replace("+", " "))

    def _nearest(self, found: tuple[Whereabouts, ...]) -> Whereabouts | None:
        """Return where it is on the stage on show, else its home."""
        here = (one for one in found if one.stage == self._stages.stage)
        return next(here, found[0] if found else None)

    def _is_in_sight(self, one: Whereabouts) -> bool:
        page = self._stages.page_of(one.stage) if one.stage == self._stages.stage else None
        return page is not None and page.part_of(one.place).in_sight

    def _named(self, one: Whereabouts) -> str:
        page = self._stages.page_of(one.stage)
        tab = page.part_of(one.place).title if page is not None else ""
        return ", ".join(part for part in (stage_names()[one.stage], tab) if part)

    def _act(self) -> None:
        if self._place is None:
            self._stages.desk.undo()
        else:
            self.show_place()
