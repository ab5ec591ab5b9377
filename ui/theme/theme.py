"""The look in force now: every widget asks here when it paints or measures."""

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.style_sheet import style_sheet
from ui.theme.tokens import DESK, LIGHT, Metrics, Palette, TypeStyle
from visitapp.paths import resource

_ITALIC = "Italic"
SMALLEST_TEXT = 0.9
LARGEST_TEXT = 1.5
_DISPLAY_STYLES = ("display", "title")
_WEIGHTS = {
    400: QFont.Weight.Normal,
    500: QFont.Weight.Medium,
    600: QFont.Weight.DemiBold,
    700: QFont.Weight.Bold,
}
_PALETTE_ROLES = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "risk",
    QPalette.ColorRole.Highlight: "accent_fill",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "query",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line_strong",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Shadow: "text",
    QPalette.ColorRole.Accent: "accent",
}
_DIMMED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


class _Face(NamedTuple):
    style: str
    weight: int | None
    italic: bool
    tnum: bool
    px: int | None


class Theme(QObject):
    """Palette, sizes and text scale in force; `changed` tells that any of them is new."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._palette, self._metrics, self._text_scale = LIGHT, DESK, 1.0
        self._fonts: dict[_Face, QFont] = {}
        self._colours: dict[str, QColor] = {}
        self._serial = 0

    @property
    def palette(self) -> Palette:
        """The colours in force."""
        return self._palette

    @property
    def metrics(self) -> Metrics:
        """The sizes in force."""
        return self._metrics

    @property
    def text_scale(self) -> float:
        """The size of text against the type table, 0.9 to 1.5."""
        return self._text_scale

    @property
    def serial(self) -> int:
        """A number that grows with every change, for caches keyed on the look."""
        return self._serial

    def type_style(self, style: str) -> TypeStyle:
        """Return size and line height in px, after scaling, of a named type style."""
        plain = self._metrics.styles[style]
        return plain._replace(px=self.scaled(plain.px), line=self.scaled(plain.line))

    def scaled(self, px: float) -> int:
        """Return a text size in whole px after scaling."""
        return round(px * self._text_scale)

    def line_height(self, style: str) -> int:
        """Return the line height in px of a named type style."""
        return self.type_style(style).line

    def fit(self, height: int, style: str, room: int = 4) -> int:
        """Return a height in px that holds a line of `style` with `room` to spare, at least `height`."""
        return max(height, self.line_height(style) + room)

    def font(
        self,
        style: str = "body",
        *,
        weight: int | None = None,
        italic: bool = False,
        tnum: bool = False,
        px: int | None = None,
    ) -> QFont:
        """Return the font of a named style; `px` replaces its size before scaling."""
        face = _Face(style, weight, italic, tnum, px)
        if face not in self._fonts:
            self._fonts[face] = self._make_font(face)
        return self._fonts[face]

    def text_width(self, text: str, style: str, *, weight: int | None = None, px: int | None = None) -> float:
        """Return how many px wide a line of text is in a named style."""
        return QFontMetricsF(self.font(style, weight=weight, px=px)).horizontalAdvance(text)

    def colour(self, role: str) -> QColor:
        """Return the colour of a role such as `text2` or `risk_soft`."""
        if role not in self._colours:
            self._colours[role] = QColor(getattr(self._palette, role))
        return self._colours[role]

    def apply(
        self,
        palette: Palette | None = None,
        metrics: Metrics | None = None,
        text_scale: float | None = None,
    ) -> None:
        """Put a new palette, sizes or text scale in force on every widget at once."""
        self._palette = palette or self._palette
        self._metrics = metrics or self._metrics
        if text_scale is not None:
            self._text_scale = min(LARGEST_TEXT, max(SMALLEST_TEXT, text_scale))
        self._fonts.clear()
        self._colours.clear()
        self._serial += 1
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._dress(app)
        self.changed.emit()

    def _dress(self, app: QApplication) -> None:
        sheet = style_sheet(self._palette, self._metrics, self._text_scale)
        changed = sheet != app.styleSheet()
        if changed:
            app.setStyleSheet("")  # a third quicker than letting Qt polish every widget under the old sheet
        app.setPalette(_qt_palette(self._palette))
        app.setFont(self.font("body"))
        if changed:
            app.setStyleSheet(sheet)
        for widget in app.allWidgets():
            widget.updateGeometry()
            QWidget.update(widget)

    def _make_font(self, face: _Face) -> QFont:
        if face.italic:
            _load_italic()
        scale = self.type_style(face.style)
        font = QFont("Inter Display" if face.style in _DISPLAY_STYLES else "Inter")
        font.setPixelSize(self.scaled(face.px) if face.px else scale.px)
        font.setWeight(_WEIGHTS[face.weight or scale.weight])
        font.setItalic(face.italic)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + scale.spacing)
        if face.tnum:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font


@cache
def theme() -> Theme:
    """Return the one theme of the running program."""
    return Theme()


@cache
def load_fonts() -> None:
    """Make the bundled fonts known to Qt, once; needs a running application."""
    for path in sorted(resource("fonts").glob("*.otf")):
        if _ITALIC not in path.name:
            QFontDatabase.addApplicationFont(str(path))


@cache
def _load_italic() -> None:
    for path in resource("fonts").glob(f"*{_ITALIC}*"):
        QFontDatabase.addApplicationFont(str(path))


def dress(app: QApplication) -> Theme:
    """Give an application in the Fusion style its fonts and first look, and return the theme."""
    load_fonts()
    theme().apply()
    return theme()


def larger_text() -> None:
    """Make all text one tenth larger, up to one and a half times."""
    theme().apply(text_scale=round(theme().text_scale + 0.1, 1))


def smaller_text() -> None:
    """Make all text one tenth smaller, down to nine tenths."""
    theme().apply(text_scale=round(theme().text_scale - 0.1, 1))


def _qt_palette(colours: Palette) -> QPalette:
    palette = QPalette()
    for role, name in _PALETTE_ROLES.items():
        palette.setColor(role, QColor(getattr(colours, name)))
    for role in _DIMMED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.text3))
    return palette
