"""Large words: how they are made, and how much room they take."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.icons import Icon
from ui.widgets.layout import row
from ui.widgets.text import Text
from ui.widgets.text_lines import Laid, lay_out
from ui.widgets.tones import TONES


def big(text: str, px: int, colour: str = "text", *, weight: int = 500, max_lines: int = 0) -> Text:
    """Return words that wrap, `px` in size before the theme's scale; past `max_lines` they end with an ellipsis."""
    made = Text(text, "body", colour, wrap=True, px=px, weight=weight, max_lines=max_lines)
    policy = made.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
    made.setSizePolicy(policy)
    return made


def one_line(text: str, px: int, colour: str = "text", *, weight: int = 500, right: bool = False) -> Text:
    """Return a single line that ends with an ellipsis where room is short."""
    align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return Text(text, "body", colour, elide=True, px=px, weight=weight, tnum=True, align=align)


def marked(words: QWidget, icon: str, tone: str, px: int) -> QHBoxLayout:
    """Return words with their icon before them, as large as words of `px`."""
    made = row(spacing=px // 3)
    if icon:
        mark = Icon(icon, TONES[tone].front if tone else "text2", theme().scaled(px * 1.05), 2)
        made.addWidget(mark)
    made.addWidget(words, 1)
    return made


def line_height(px: int, weight: int = 500) -> int:
    """Return how tall a line of such words is, in px."""
    font = theme().font("body", weight=weight, px=px)
    return max(theme().line_height("body"), round(QFontMetricsF(font).height()))


def width_of(text: str, px: int, weight: int = 500) -> float:
    """Return how wide a line of such words is, in px."""
    return theme().text_width(text, "body", weight=weight, px=px)


def laid(text: str, px: int, width: int, weight: int = 500) -> Laid:
    """Return such words in lines of a width in px."""
    font = theme().font("body", weight=weight, px=px)
    return lay_out(text, font, max(1, width), line_height(px, weight), Qt.AlignmentFlag.AlignLeft, 0, (), True)


def shortened(text: str, px: int, width: int, lines: int, weight: int = 500) -> str:
    """Return a text in so many lines of a width in px: what is too long ends after a whole word with an ellipsis."""
    if laid(text, px, width, weight).layout.lineCount() <= lines:
        return text
    words, _ = cut_after(text, px, width, lines, weight)
    while words:
        short = words.rstrip(" ,;:.") + "\u2026"
        if laid(short, px, width, weight).layout.lineCount() <= lines:
            return short
        words = words.rpartition(" ")[0]
    return "\u2026"


def cut_after(text: str, px: int, width: int, lines: int, weight: int = 500) -> tuple[str, str]:
    """Return what of a text fits in so many lines of a width in px, and the rest."""
    layout = laid(text, px, width, weight).layout
    if layout.lineCount() <= max(1, lines):
        return text, ""
    units = text.encode("utf-16-le")
    place = 2 * layout.lineAt(max(1, lines)).textStart()
    return units[:place].decode("utf-16-le").rstrip(), units[place:].decode("utf-16-le").lstrip()
