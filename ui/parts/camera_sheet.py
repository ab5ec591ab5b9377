"""Taking a photo with the camera of this device: look, take, use it or take another."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QImage
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.parts.camera_view import CameraView
from ui.shell.overlay import Overlay
from ui.theme.keyboard_focus import came_by_keyboard
from ui.theme.theme import theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.empty import EmptyState
from ui.widgets.layout import column, row
from ui.widgets.text import Text
from ui.workspace.camera import Camera

_WIDTH = 1100
_AROUND = 2 * (24 + 26)
_REST_MS, _AWAY_MS = 180_000, 20_000


class CameraSheet(Overlay):
    """A sheet over the window, for one use. `used` brings the photo as JPEG; `file_wanted` asks for a file instead.

    The camera is let go when the sheet goes, when nothing was pressed for `rest`, or when another program has been in
    front for `away`.
    """

    used = Signal(object)
    file_wanted = Signal()

    def __init__(self, host: QWidget, title: str, hint: str, camera: Camera) -> None:
        super().__init__(host, title, _WIDTH)
        self.camera = camera
        camera.setParent(self)
        self._photo = b""
        self.view = CameraView()
        self.off = EmptyState("camera", "", "", self._ways_out())
        self._switch = Button(self.tr("Switch camera"), "secondary", icon="repeat")
        self._cancel = Button(self.tr("Cancel"), "quiet", keys=self.tr("Esc"))
        self._take = Button(self.tr("Take the photo"), "primary", icon="camera", keys=self.tr("Space"), large=True)
        self._again = Button(self.tr("Take another"), "secondary", icon="undo-2", large=True)
        self._use = Button(self.tr("Use this photo"), "primary", icon="check", keys=self.tr("Enter"), large=True)
        self._place = QStackedWidget()
        for one in (self.view, self.off):
            self._place.addWidget(one)
        head = row(Text(title, "heading"), None, self._switch)
        foot = row(self._cancel, None, self._again, self._take, self._use, spacing=10)
        self.fill(column(head, Text(hint, "small", "text2", wrap=True), (self._place, 1), foot, spacing=10))
        self.rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self.away = QTimer(self, singleShot=True, interval=_AWAY_MS)
        self._connect()
        self._start()

    def first_focus(self) -> QWidget:
        """Return the button that takes the photo."""
        return self._take

    def fit_sheet(self) -> None:
        """Give the sheet the height that what is seen takes at its width, as far as the window has it."""
        self.view.want_width(min(theme().scaled(_WIDTH), self._host.width()) - _AROUND)
        super().fit_sheet()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the camera go."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.camera.let_go()

    def _ways_out(self) -> tuple[tuple[str, str, str], ...]:
        again = ("again", self.tr("Start the camera"), "camera")
        return again, ("file", self.tr("Choose a file instead"), "image")

    def _connect(self) -> None:
        self.camera.opened.connect(self._on_opened)
        self.camera.seen.connect(self._on_seen)
        self.camera.taken.connect(self._on_taken)
        self.camera.failed.connect(self._on_failed)
        self._take.clicked.connect(self._on_take)
        self._again.clicked.connect(self._on_again)
        self._use.clicked.connect(self._on_use)
        self._switch.clicked.connect(self._on_switch)
        self._cancel.clicked.connect(self.close_sheet)
        self.off.acted.connect(self._on_way_out)
        self.rest.timeout.connect(self._on_rest)
        self.away.timeout.connect(self._on_rest)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_application)
        self.closed.connect(self.deleteLater)

    def _start(self) -> None:
        self._photo = b""
        self._switch.hide()
        self.view.say(self.tr("Starting the camera"))
        self._show(self.view, self._take)
        announce(self, self.tr("Starting the camera"))
        self.rest.start()
        self.camera.turn_on()

    def _show(self, place: QWidget, *buttons: QWidget) -> None:
        """Show the picture or the reason there is none, and of the large buttons these."""
        self._place.setCurrentWidget(place)
        for one in (self._again, self._take, self._use):
            one.setVisible(one in buttons)
        if self.isVisible():
            self.fit_sheet()

    def _focus(self, button: QWidget) -> None:
        if self.isVisible():
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_opened(self, number: int, count: int) -> None:
        self._switch.setVisible(count > 1)
        if not came_by_keyboard(self):
            self._focus(self._take)
        which = self.tr("Camera {number} of {count} is on.").format(number=number + 1, count=count)
        announce(self, which if count > 1 else self.tr("The camera is on."))

    def _on_seen(self, picture: QImage) -> None:
        if self.view.show_picture(picture, self.tr("What the camera sees")):
            self.fit_sheet()

    def _on_take(self) -> None:
        self.rest.start()
        if self.view.picture.isNull():
            announce(self, self.view.accessibleName())
        else:
            self.camera.take()

    def _on_taken(self, still: QImage, octets: bytes) -> None:
        self._photo = octets
        self._switch.hide()
        self.view.show_picture(still, self.tr("The photo just taken"), is_taken=True)
        self._show(self.view, self._again, self._use)
        self._focus(self._use)
        announce(self, self.tr("Photo taken. Use it, or take another."))

    def _on_again(self) -> None:
        if not self.camera.is_on:
            self._start()
        else:
            self._photo = b""
            self.rest.start()
            self._show(self.view, self._take)
            self.camera.look()
        self._focus(self._take)

    def _on_use(self) -> None:
        photo = self._photo
        self.close_sheet()
        self.used.emit(photo)

    def _on_switch(self) -> None:
        self.rest.start()
        self.view.say(self.tr("Starting the camera"))
        self.camera.switch()

    def _on_failed(self, sentence: str) -> None:
        if not self._photo:
            self._turn_off(sentence)

    def _on_way_out(self, code: str) -> None:
        if code == "again":
            self._start()
            self._focus(self._take)
        else:
            self.close_sheet()
            self.file_wanted.emit()

    def _on_application(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.away.stop()
        elif not self.away.isActive():
            self.away.start()

    def _on_rest(self) -> None:
        """Let the camera go while nobody is there; a photo that was taken stays."""
        if self.camera.is_on:
            self.camera.let_go()
            self._on_failed(self.tr("Your note is safe. The camera was let go because nobody used it for a while."))

    def _turn_off(self, sentence: str) -> None:
        self._switch.hide()
        self.off.set_words(self.tr("The camera is off"), sentence)
        self._show(self.off)
        self._focus(self.off.findChildren(Button)[0])
        announce(self, sentence, urgent=True)
