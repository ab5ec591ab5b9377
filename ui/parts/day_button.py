"""A day that is read until it is pressed: then it is written in its place."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.parts.action_day import day_in_words
from ui.parts.place_day import PlaceDay
from ui.widgets.buttons import Button
from ui.widgets.layout import row
from ui.workspace.desk import Desk, News
from visitapp.domain.places import Place, text_at

_CLOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class DayButton(QWidget):
    """Shows a day as `words`, which hold {day}, or `empty` while there is none; `name` says which day it is."""

    def __init__(
        self, desk: Desk, place: Place, name: str, *, empty: str, words: str = "{day}", ahead: bool = True
    ) -> None:
        super().__init__()
        self._desk, self._place, self._name, self._empty, self._words = desk, place, name, empty, words
        self.field = PlaceDay(name, desk, place, name, ahead=ahead)
        self.field.hide()
        self.field.installEventFilter(self)
        self.field.editingFinished.connect(self._close)
        self.button = Button("", "quiet", small=True)
        self.button.clicked.connect(self.write)
        self.setLayout(row(self.field, self.button, spacing=0))
        desk.changed.connect(self._hear)
        self.refresh()

    def refresh(self) -> None:
        """Show the day the record holds, or the field while what stands there is not understood."""
        day = text_at(self._desk.record, self._place)
        shown = self._words.format(day=day_in_words(day)) if day else self._empty
        self.button.set_label(shown, f"{self._name}: {shown}")
        self.button.set_kind("quiet" if day else "link")
        if self.field.accessibleDescription():
            self._show_field(on=True)

    def write(self) -> None:
        """Write the day."""
        self._show_field(on=True)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go back to the button on Enter and Escape."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _CLOSING:
            self.field.seal()
            if self._close():
                self.button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _close(self) -> bool:
        understood = not self.field.accessibleDescription()
        if understood:
            self._show_field(on=False)
        return understood

    def _show_field(self, *, on: bool) -> None:
        self.field.setVisible(on)
        self.button.setVisible(not on)

    def _hear(self, news: News) -> None:
        if self._place.kind in news.kinds:
            self.refresh()
