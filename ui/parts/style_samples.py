"""What the styles of a report look like: a line of its own words in each, on white as they will be printed."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.painting import rounded
from ui.theme.theme import theme
from ui.theme.tokens import LIGHT
from ui.widgets.layout import column

if TYPE_CHECKING:
    from exports.word.looks import StyleLook

_PX_A_POINT = 1.0
_SIDE, _ABOVE, _BETWEEN = 10, 5, 1
_SHOWN = (
    "Title",
    "Subtitle",
    "Report Details",
    "heading 1",
    "heading 2",
    "heading 3",
    "Normal",
    "List Bullet",
    "Statement",
    "Guidance",
    "caption",
    "Table Heading",
    "Table Text",
)


class StyleSamples(QWidget):
    """A sheet of white paper with the styles of a report on it, one below the other."""

    def __init__(self, styles: "Sequence[StyleLook]", words: Mapping[str, str]) -> None:
        super().__init__()
        by_name = {one.name: one for one in styles}
        lines = [_StyleLine(by_name[name], words.get(name, "")) for name in _SHOWN if name in by_name]
        self.setAccessibleName(_tr("How each style looks"))
        self.setLayout(column(*lines, spacing=4, margins=(10, 10, 10, 12)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper."""
        with QPainter(self) as painter:
            rounded(painter, QRectF(self.rect()), theme().metrics.radius, QColor(Qt.GlobalColor.white), "line")


class _StyleLine(QLabel):
    """A style's name, font and size in small letters, and below it words in that style."""

    def __init__(self, look: "StyleLook", words: str) -> None:
        super().__init__()
        self._look, self._words = look, words or _style_title(look.name)
        self._about = _about(look)
        self.setAccessibleName(f"{self._about}. \u201c{self._words}\u201d")
        self.setToolTip(self._about)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the height of both lines."""
        return QSize(200, round(self._head() + self._room() + 2 * _ABOVE))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a line of a style is never squeezed."""
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what the style is called, and words in it."""
        wide = self.width() - 2 * _SIDE
        small, font = theme().font("caption"), self._font()
        with QPainter(self) as painter:
            painter.setPen(QColor(LIGHT.text2))
            painter.setFont(small)
            about = QFontMetricsF(small).elidedText(self._about, Qt.TextElideMode.ElideRight, wide)
            painter.drawText(QRectF(_SIDE, _ABOVE, wide, self._head()), Qt.AlignmentFlag.AlignVCenter, about)
            ground = QRectF(0, _ABOVE + self._head(), self.width(), self._room())
            if self._look.fill:
                rounded(painter, ground, 2, QColor(f"#{self._look.fill}"))
            painter.setPen(QColor(f"#{self._look.colour}") if self._look.colour else QColor(Qt.GlobalColor.black))
            painter.setFont(font)
            words = QFontMetricsF(font).elidedText(self._words, Qt.TextElideMode.ElideRight, wide)
            painter.drawText(ground.adjusted(_SIDE, 0, -_SIDE, 0), Qt.AlignmentFlag.AlignVCenter, words)

    def _font(self) -> QFont:
        known = QFontDatabase.hasFamily(self._look.font)
        font = QFont(self._look.font if known else theme().font("body").family())
        font.setPixelSize(max(8, round(self._look.size * _PX_A_POINT * theme().text_scale)))
        font.setBold(self._look.bold)
        font.setItalic(self._look.italic)
        return font

    def _head(self) -> int:
        return theme().line_height("caption")

    def _room(self) -> float:
        return QFontMetricsF(self._font()).height() + 2 * _BETWEEN


def missing_fonts(styles: "Sequence[StyleLook]") -> str:
    """Return a sentence about the fonts this device lacks, empty when it has all that are shown."""
    named = dict.fromkeys(one.font for one in styles if one.name in _SHOWN and one.font)
    missing = [name for name in named if not QFontDatabase.hasFamily(name)]
    words = _tr("Not on this device, so shown in another font here: {fonts}. The file names the right one.")
    return words.format(fonts=", ".join(missing)) if missing else ""


def _style_title(name: str) -> str:
    """Return the name of a style as Word shows it."""
    return name[:1].upper() + name[1:]


def _about(look: "StyleLook") -> str:
    """Return a style, its font, size and colour in words."""
    parts = [
        _style_title(look.name),
        look.font or _tr("font of the document"),
        _tr("{n} pt").format(n=f"{look.size:g}"),
    ]
    parts += [_tr("bold")] if look.bold else []
    parts += [_tr("italic")] if look.italic else []
    parts += [f"#{look.colour}"] if look.colour else []
    parts += [_tr("on #{fill}").format(fill=look.fill)] if look.fill else []
    return ", ".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("StyleSamples", text)
