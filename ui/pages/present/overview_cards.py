"""Cards of the overview: findings, decision, estimates, each shortened to its room and never made smaller."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.present.big_tag import BigTag
from ui.pages.present.fitting import share
from ui.pages.present.line_rows import height_of
from ui.pages.present.sizes import Sizes
from ui.pages.present.titles import title_of
from ui.pages.present.words import big, laid, line_height, marked, one_line, shortened
from ui.widgets.layout import Line as Rule
from ui.widgets.layout import column, row, wrap
from ui.widgets.surfaces import Card
from visitapp.domain.framework import Framework
from visitapp.domain.presenting import Part, Slide

_LEAST_LINES = 2


def findings_card(slide: Slide, framework: Framework, sizes: Sizes, size: QSize) -> Card:
    """Return the findings of a slide, each list of it with its share of the room."""
    width, body = size.width() - 2 * sizes.pad, column(spacing=0)
    left = size.height() - 2 * sizes.pad
    parts = _parts(slide)
    if not slide.icon:
        left -= _add(body, big(title_of(slide), sizes.body, weight=600, max_lines=2), width) + sizes.gap // 2
        body.addSpacing(sizes.gap // 2)
    for number, part in enumerate(parts):
        room = left // (len(parts) - number)
        left -= _add_part(body, slide, part, sizes, QSize(width, room))
    body.addStretch(1)
    return _card(body, sizes, title_of(slide))


def decision_card(slide: Slide, framework: Framework, sizes: Sizes, size: QSize) -> Card:
    """Return the decision, and the beginning of its reasons."""
    width, body = size.width() - 2 * sizes.pad, column(spacing=0)
    left = size.height() - 2 * sizes.pad
    left -= _add(body, one_line(title_of(slide), sizes.small, "on_accent_soft"), width)
    line = slide.lines()[0]
    left -= _add(body, big(line.text, sizes.body, weight=600, max_lines=3), width) + sizes.gap // 4
    body.addSpacing(sizes.gap // 4)
    lines = left // line_height(sizes.body, 400)
    if line.more and lines > 0:
        body.addWidget(big(shortened(line.more, sizes.body, width, lines, 400), sizes.body, weight=400))
    body.addStretch(1)
    return _card(body, sizes, title_of(slide), soft=True)


def estimates_card(slide: Slide, framework: Framework, sizes: Sizes, size: QSize) -> Card:
    """Return each estimate with its value, as many as there is room for."""
    body = column(one_line(title_of(slide), sizes.small, "on_accent_soft"), spacing=sizes.gap // 2)
    left = size.height() - 2 * sizes.pad - line_height(sizes.small)
    lines = slide.lines()
    for number, line in enumerate(lines):
        value = BigTag(line.tag, sizes.body, "accent")
        tall = value.sizeHint().height() + sizes.gap // 2
        if left < tall + (line_height(sizes.small) if number + 1 < len(lines) else 0):
            body.addWidget(one_line(_more(len(lines) - number), sizes.small, "text2", weight=400))
            break
        body.addLayout(row((one_line(line.text, sizes.body), 1), value, spacing=sizes.gap))
        left -= tall
    body.addStretch(1)
    return _card(body, sizes, title_of(slide), soft=True)


def fitted(texts: Sequence[str], px: int, size: QSize, between: int, least: int) -> tuple[int, ...]:
    """Return how many lines of a size each text gets in a room, the last texts none when there are too many."""
    tall = line_height(px)
    needs = [max(1, laid(text, px, size.width()).layout.lineCount()) for text in texts]
    for count in range(len(needs), 0, -1):
        over = tall if count < len(needs) else 0
        lines = (size.height() - (count - 1) * between - over) // tall
        given = share(needs[:count], lines, least)
        if len(given) == count:
            return given
    return ()


def more_line(body: QVBoxLayout, shown: int, count: int, sizes: Sizes) -> None:
    """Say in a column how many there are besides those shown, if any."""
    if shown < count:
        words = _more(count - shown) if shown else QCoreApplication.translate("Present", "{count} in all")
        body.addWidget(one_line(words.format(count=count), sizes.small, "text2", weight=400))


def _parts(slide: Slide) -> tuple[Part, ...]:
    """Return the lists of a slide; what stands under a heading of its own beside its list comes first, in a line."""
    if not slide.icon:
        return slide.parts
    beside = [
        replace(line, text=f"{part.title}: {line.text}") for part in slide.parts if part.title for line in part.lines
    ]
    listed = [line for part in slide.parts if not part.title for line in part.lines]
    return (Part("", (*beside, *listed), slide.icon, slide.tone),)


def _add_part(body: QVBoxLayout, slide: Slide, part: Part, sizes: Sizes, size: QSize) -> int:
    """Add a list with its heading to a column; return the height in px it takes."""
    title = part.title or title_of(slide)
    head = wrap(marked(one_line(title, sizes.body, weight=600), part.icon, part.tone, sizes.body))
    used = _add(body, head, size.width()) + sizes.gap // 2
    body.addSpacing(sizes.gap // 2)
    between = 2 * (sizes.gap // 2) + 1
    texts = [line.text for line in part.lines]
    room = QSize(size.width(), size.height() - used - sizes.gap // 2)
    given = fitted(texts, sizes.body, room, between, _LEAST_LINES)
    for number, lines in enumerate(given):
        if number:
            _add_rule(body, sizes)
            used += between
        words = big(shortened(texts[number], sizes.body, size.width(), lines), sizes.body)
        used += _add(body, words, size.width())
    more_line(body, len(given), len(texts), sizes)
    body.addSpacing(sizes.gap // 2)
    return used + (line_height(sizes.small) if len(given) < len(texts) else 0) + sizes.gap // 2


def _add_rule(body: QVBoxLayout, sizes: Sizes) -> None:
    body.addSpacing(sizes.gap // 2)
    body.addWidget(Rule())
    body.addSpacing(sizes.gap // 2)


def _add(body: QVBoxLayout, widget: QWidget, width: int) -> int:
    body.addWidget(widget)
    return widget.heightForWidth(width) if widget.hasHeightForWidth() else height_of(widget, width)


def _card(body: QVBoxLayout, sizes: Sizes, name: str, *, soft: bool = False) -> Card:
    fill, line = ("accent_soft", None) if soft else ("surface", "line")
    return Card(body, fill=fill, line=line, radius=sizes.radius, margins=(sizes.pad,) * 4, name=name)


def _more(count: int) -> str:
    return QCoreApplication.translate("Present", "and {count} more").format(count=count)
