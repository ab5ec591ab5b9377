"""A sheet whose chips may break onto another line, so that its height follows from its width."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ui.shell.overlay import Overlay

_WIDTH = 680
_SIDE = 24


class NoteSheet(Overlay):
    """An overlay for one note, for one use, always as tall as what is in it."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, "", _WIDTH)
        self.sheet.installEventFilter(self)
        self.closed.connect(self.deleteLater)

    def set_title(self, title: str) -> None:
        """Say what this sheet is."""
        self.setAccessibleName(title)
        self.sheet.setAccessibleName(title)

    def fit_sheet(self) -> None:
        """Give the sheet the height its content takes at its width."""
        super().fit_sheet()
        layout, place = self.sheet.layout(), self.sheet.geometry()
        if layout is not None and layout.hasHeightForWidth():
            place.setHeight(min(layout.totalHeightForWidth(place.width()), self.height() - 2 * _SIDE))
            place.moveTop(max(_SIDE, min(place.top(), self.height() - place.height() - _SIDE)))
            self.sheet.setGeometry(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit again when something in the sheet takes another size."""
        if watched is self.sheet and event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.fit_sheet()
        return super().eventFilter(watched, event)
