"""Follows the device: light or dark, and more contrast when the person asked the system for it."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from ui.theme.theme import theme
from ui.theme.tokens import CONTRAST, DARK, LIGHT, Palette

DEVICE = "device"
_CHOSEN = {"light": LIGHT, "dark": DARK}


class SystemLook(QObject):
    """Keeps the palette as the device has it, unless the person chose light or dark."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._scheme = DEVICE
        self._hints = app.styleHints()
        self._access = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._refresh)
        self._access.contrastPreferenceChanged.connect(self._refresh)
        self._refresh()

    def choose(self, scheme: str) -> None:
        """Use `light`, `dark` or, with `device`, whatever the device has."""
        self._scheme = scheme
        self._refresh()

    def _refresh(self) -> None:
        wanted = self._wanted()
        if wanted is not theme().palette:
            theme().apply(palette=wanted)

    def _wanted(self) -> Palette:
        if self._access.contrastPreference() == Qt.ContrastPreference.HighContrast:
            return CONTRAST
        dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        return _CHOSEN.get(self._scheme, DARK if dark else LIGHT)


def follow_system(app: QApplication) -> SystemLook:
    """Start following the device's light, dark and contrast settings, switching live."""
    return SystemLook(app)
