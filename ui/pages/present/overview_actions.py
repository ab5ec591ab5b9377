"""The agreed actions on the overview: one after the other, with urgency, owner and day."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.present.big_tag import BigTag
from ui.pages.present.overview_cards import fitted, more_line
from ui.pages.present.sizes import Sizes
from ui.pages.present.titles import title_of
from ui.pages.present.words import big, laid, line_height, one_line, shortened, width_of
from ui.parts.action_card import urgency_tone
from ui.parts.action_day import day_and_month
from ui.widgets.layout import Line as Rule
from ui.widgets.layout import column, fixed, row
from ui.widgets.surfaces import Card
from visitapp.domain.framework import Framework
from visitapp.domain.presenting import Line, Slide

_WIDEST_OWNER = 0.24


def actions_height(slide: Slide, sizes: Sizes) -> int:
    """Return the height in px in which each action has a line."""
    count = len(slide.lines())
    return 2 * sizes.pad + (count + 1) * line_height(sizes.body) + (count + 1) * _between(sizes)


def actions_card(slide: Slide, framework: Framework, sizes: Sizes, size: QSize) -> Card:
    """Return the actions, as many as there is room for."""
    body = column(spacing=0)
    inner = QSize(size.width() - 2 * sizes.pad, size.height() - 2 * sizes.pad)
    body.addWidget(one_line(title_of(slide), sizes.body, weight=600))
    body.addSpacing(sizes.gap // 2)
    _Actions(slide, framework, sizes, inner).fill(body)
    body.addStretch(1)
    return Card(body, radius=sizes.radius, margins=(sizes.pad,) * 4, name=title_of(slide))


class _Actions:
    """Rows of equal columns."""

    def __init__(self, slide: Slide, framework: Framework, sizes: Sizes, inner: QSize) -> None:
        self._lines, self._framework, self._sizes = slide.lines(), framework, sizes
        self._inner = inner
        self._number = round(width_of("00" if len(self._lines) > 9 else "0", sizes.body)) + 2
        self._tag = max(
            (BigTag(one.tag, sizes.small).sizeHint().width() for one in self._lines if one.tag), default=0
        )
        self._day = self._widest([day_and_month(one.day) for one in self._lines])
        widest = self._widest([one.who for one in self._lines], 400)
        self._who = min(widest, round(_WIDEST_OWNER * inner.width()))
        if not self._fits_whole():
            self._who = 0

    def fill(self, body: QVBoxLayout) -> None:
        """Add a row for each action there is room for."""
        sizes, between = self._sizes, _between(self._sizes)
        given = self._given()
        for number, lines in enumerate(given):
            if number:
                body.addSpacing(between // 2)
                body.addWidget(Rule())
                body.addSpacing(between // 2)
            body.addLayout(row(*self._cells(self._lines[number], lines), spacing=sizes.gap))
        more_line(body, len(given), len(self._lines), sizes)

    def _given(self) -> tuple[int, ...]:
        used = line_height(self._sizes.body, 600) + self._sizes.gap // 2
        room = QSize(self._words_width(), self._inner.height() - used)
        return fitted([one.text for one in self._lines], self._sizes.body, room, _between(self._sizes), 1)

    def _fits_whole(self) -> bool:
        """Whether every action can be read whole beside its owner; words count for more, and pages say who."""
        wide, given = self._words_width(), self._given()
        needs = [laid(one.text, self._sizes.body, wide).layout.lineCount() for one in self._lines]
        return len(given) == len(needs) and all(have >= need for have, need in zip(given, needs, strict=True))

    def _cells(self, line: Line, lines: int) -> list[QWidget | tuple[QWidget, int]]:
        sizes = self._sizes
        words = big(shortened(line.text, sizes.body, self._words_width(), lines), sizes.body)
        number = fixed(one_line(str(line.number), sizes.body, "text2", weight=400), self._number)
        cells: list[QWidget | tuple[QWidget, int]] = [number, (words, 1)]
        if self._tag:
            tone = urgency_tone(self._framework.urgencies, line.tag_code)
            tag = BigTag(line.tag, sizes.small, tone) if line.tag else QWidget()
            holder = QWidget()
            holder.setLayout(row(tag, None, spacing=0))
            cells.append(fixed(holder, self._tag))
        if self._who:
            cells.append(fixed(one_line(line.who, sizes.small, "text2", weight=400), self._who))
        if self._day:
            cells.append(fixed(one_line(day_and_month(line.day), sizes.small, right=True), self._day))
        return cells

    def _words_width(self) -> int:
        taken = [one for one in (self._number, self._tag, self._who, self._day) if one]
        return self._inner.width() - sum(taken) - len(taken) * self._sizes.gap

    def _widest(self, texts: list[str], weight: int = 500) -> int:
        widest = max((width_of(one, self._sizes.small, weight) for one in texts), default=0)
        return round(widest * 1.06) + 3 if widest else 0


def _between(sizes: Sizes) -> int:
    return 2 * (sizes.gap // 3) + 1
