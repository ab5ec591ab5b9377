"""The way from the composer to the camera: there only where a camera is and the programme lets it be used."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import theme
from ui.widgets.buttons import IconButton
from ui.widgets.layout import shown_if
from ui.workspace.desk import Desk
from visitapp.domain.photo import PAPER_NOTES, PHOTO

CAMERA_KEYS = "Ctrl+Shift+C"


class CameraButton(IconButton):
    """`photographed` brings the kind of a photo and, in a row, its JPEG; `file_wanted` asks for files of that kind.

    `command` is what looks through the camera, if it is not the usual process.
    """

    photographed = Signal(str, object)
    file_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__("camera", "", size=30)
        self._desk = desk
        self._is_full = False
        self._after: QWidget | None = None
        self.command: Sequence[str] = ()
        name = self.tr("Take a photo")
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  {CAMERA_KEYS}")
        self.clicked.connect(self.photograph)
        if not self.is_offered:
            self.hide()

    @property
    def is_offered(self) -> bool:
        """Whether there is a camera, and something that may be photographed."""
        from ui.workspace.camera_child import cameras_here

        rules = self._desk.record.framework.photos
        return (rules.pupils_work or rules.paper_notes) and bool(self.command or cameras_here())

    def serve(self, area: QWidget, after: QWidget) -> None:
        """Let its key work inside `area`, and Tab come to it after another control, wherever it stands."""
        keys = QShortcut(QKeySequence(CAMERA_KEYS), area, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.photograph)
        self._after = after

    def look_for_camera(self, *, is_full: bool = False) -> None:
        """Come or go with the camera, for one may have been plugged in or pulled out; a note may be full."""
        self._is_full = is_full
        offered = self.is_offered
        if offered == self.isHidden():
            shown_if(self, offered)

    def photograph(self) -> None:
        """Open the sheet that takes a photo of what the programme allows, and says why no more is allowed."""
        rules = self._desk.record.framework.photos
        kind = PHOTO if rules.pupils_work else PAPER_NOTES
        if self.is_offered and self._is_full:
            self._on_used(kind, b"")  # refused in the same words as a file would be, before it is taken
        elif self.is_offered:
            self._open(kind, self.tr("Only the work: no faces, no names.") if rules.pupils_work else rules.reason)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the place in the order of Tab."""
        super().showEvent(event)
        if self._after is not None:
            QWidget.setTabOrder(self._after, self)

    def _open(self, kind: str, hint: str) -> None:
        from ui.parts.camera_sheet import CameraSheet
        from ui.workspace.camera import Camera

        title = self.tr("Photo") if kind == PHOTO else self.tr("Photo of paper notes")
        sheet = CameraSheet(self.window(), title, hint, Camera(self.command))
        sheet.used.connect(partial(self._on_used, kind))
        sheet.file_wanted.connect(partial(self.file_wanted.emit, kind))
        self.destroyed.connect(sheet.hide)
        self.destroyed.connect(sheet.deleteLater)
        sheet.open()

    def _on_used(self, kind: str, octets: bytes) -> None:
        self.photographed.emit(kind, (octets,))

    def _ground(self) -> str | None:
        return super()._ground() or ("sunken" if theme().metrics.touch else None)
