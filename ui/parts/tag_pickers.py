"""Pickers for tags: one value with its own icon, several values, and a menu that stays open to tick."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui.parts.tag_words import short
from ui.widgets.chips import PickerChip
from visitapp.domain.framework import Term


class TickMenu(QMenu):
    """A menu of boxes to tick that stays open while they are ticked; Esc or a click beside it closes it.

    With `alone` a press chooses one in place of what was ticked and closes the menu, since that is what is mostly
    wanted; several can be ticked once the last entry is on, with Space, or while several are.
    """

    ticked = Signal(str, bool)

    def __init__(self, parent: QWidget, *, alone: bool = False) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QAction] = {}
        self._several: QAction | None = None
        self._alone = alone
        self.triggered.connect(self._on_triggered)
        self.aboutToShow.connect(self._begin)

    def offer(self, choices: Sequence[Term]) -> None:
        """Offer these terms, none ticked."""
        self.clear()
        self._boxes, self._several = {}, None
        for term in choices:
            box = self.addAction(term.label.replace("&", "&&"))
            box.setCheckable(True)
            box.setData(term.code)
            self._boxes[term.code] = box
        if self._alone:
            self.addSeparator()
            self._several = self.addAction(self.tr("Several"))
            self._several.setCheckable(True)

    def tick(self, codes: Sequence[str]) -> None:
        """Tick exactly these, telling nobody."""
        for code, box in self._boxes.items():
            box.setChecked(code in codes)

    def ticks(self) -> tuple[str, ...]:
        """Return what is ticked, in the order offered."""
        return tuple(code for code, box in self._boxes.items() if box.isChecked())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick and stay open, unless one is chosen alone."""
        box = self.activeAction()
        stays = self._ticks_several() or box is self._several
        if not stays or not self._tick_current():
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick on Space and stay open; Enter ticks and closes, as menus do."""
        if event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)
            return
        if self._several is not None:
            self._several.setChecked(True)
        if not self._tick_current():
            super().keyPressEvent(event)

    def _ticks_several(self) -> bool:
        return self._several is None or self._several.isChecked()

    def _begin(self) -> None:
        if self._several is not None:
            self._several.setChecked(len(self.ticks()) > 1)

    def _tick_current(self) -> bool:
        box = self.activeAction()
        if box is None or not box.isCheckable():
            return False
        box.trigger()
        return True

    def _on_triggered(self, box: QAction) -> None:
        if box is self._several:
            return
        if not self._ticks_several():
            self.tick((box.data(),) if box.isChecked() else ())
        self.ticked.emit(box.data(), box.isChecked())


class TermPicker(PickerChip):
    """Holds one term and shows its icon."""

    def __init__(self, name: str, icons: dict[str, str]) -> None:
        self._icons: dict[str, str] = {}
        super().__init__(name)
        self._icons = icons

    def set_current(self, code: str) -> None:
        """Hold a term without telling anyone."""
        self._icon = self._icons.get(code, "")
        super().set_current(code)


class TermsPicker(PickerChip):
    """Holds several terms of a list, ticked in a menu; `changed` tells that a person ticked one."""

    changed = Signal()

    def __init__(self, name: str, choices: Sequence[Term]) -> None:
        super().__init__(name)
        self._terms = {term.code: term for term in choices}
        self._chosen: tuple[str, ...] = ()
        self._ticks = TickMenu(self, alone=True)
        self._ticks.offer(choices)
        self._ticks.ticked.connect(self._on_ticked)
        self.menu().deleteLater()
        self.setMenu(self._ticks)

    def set_chosen(self, codes: Sequence[str]) -> None:
        """Hold these without telling anyone; unknown codes are kept as they are."""
        self._chosen = tuple(codes)
        self._ticks.tick(codes)
        self._show_chosen()

    def chosen(self) -> tuple[str, ...]:
        """Return the codes held."""
        return self._chosen

    def _on_ticked(self) -> None:
        unknown = tuple(code for code in self._chosen if code not in self._terms)
        self._chosen = unknown + self._ticks.ticks()
        self._show_chosen()
        self.changed.emit()

    def _show_chosen(self) -> None:
        held = [self._terms[code] for code in self._chosen if code in self._terms]
        self._code = "+".join(self._chosen)
        words = ", ".join(short(term) for term in held) or self._placeholder
        labels = ", ".join(term.label for term in held)
        self.set_label(words, f"{self._name}: {labels}" if labels else self._name)
