"""Slides as pages: what does not fit on one goes on to the next, and nothing becomes smaller."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.pages.present.line_rows import LineRows, height_of
from ui.pages.present.sizes import Sizes, sizes_of_one_page
from ui.pages.present.titles import title_of
from ui.pages.present.words import big, cut_after, laid, line_height, marked, one_line, shortened, width_of
from ui.widgets.layout import Line as Rule
from ui.widgets.layout import column, wrap
from ui.widgets.surfaces import Card
from visitapp.domain.deciding import DECISION
from visitapp.domain.framework import Framework
from visitapp.domain.presenting import Line, Part, Slide

_TITLE_LINES = 2


class Page(NamedTuple):
    """One page to show: the code of what it belongs to, what it is called, the widget, and "1 of 2" where it goes on
    and does not say so itself."""

    code: str
    title: str
    widget: QWidget
    part: str = ""


class _Piece(NamedTuple):
    widget: QWidget
    height: int
    part: Part
    is_heading: bool = False


def pages_of(slide: Slide, framework: Framework, sizes: Sizes, area: QSize) -> list[Page]:
    """Return a slide as pages of a size: on one page as large as it goes, else in the plain sizes on several."""
    for tried in sizes_of_one_page(sizes):
        pages = _SlidePages(slide, framework, tried, area).pages()
        if len(pages) == 1:
            return pages
    return _SlidePages(slide, framework, sizes, area).pages()


class _SlidePages:
    """Lays one slide out in certain sizes on as many pages as it needs."""

    def __init__(self, slide: Slide, framework: Framework, sizes: Sizes, area: QSize) -> None:
        self._slide, self._sizes, self._area = slide, sizes, area
        self._rows = LineRows(slide, framework, sizes)
        self._title = title_of(slide)
        self._between = 2 * sizes.gap + 1

    def pages(self) -> list[Page]:
        """Return the pages, at least one."""
        filled = self._filled()
        return [
            Page(self._slide.code, self._title, self._card(pieces, number, len(filled)))
            for number, pieces in enumerate(filled, 1)
        ]

    @property
    def _width(self) -> int:
        return self._area.width() - 2 * self._sizes.pad

    @cached_property
    def _height(self) -> int:
        head = height_of(wrap(self._head(1, 2)), self._width)
        return self._area.height() - 2 * self._sizes.pad - head - self._sizes.gap

    def _filled(self) -> list[list[_Piece]]:
        room, pages, used = self._height, [list[_Piece]()], 0
        for piece in self._pieces():
            wanted = piece.height + (self._between if pages[-1] else 0)
            if pages[-1] and used + wanted > room:
                pages.append([])
                used, wanted = 0, piece.height
                if piece.part.title and not piece.is_heading:
                    pages[-1].append(self._heading(piece.part))
                    used = pages[-1][0].height + self._between
            pages[-1].append(piece)
            used += wanted
        return [page for page in map(_without_last_heading, pages) if page]

    def _pieces(self) -> Iterator[_Piece]:
        for part in self._slide.parts:
            for number, line in enumerate(self._short(part.lines)):
                if part.title and not number:
                    yield self._heading(part)
                widget = self._rows.make(line)
                yield _Piece(widget, height_of(widget, self._width), part)

    def _heading(self, part: Part) -> _Piece:
        words = big(part.title, self._sizes.body, weight=600)
        made = wrap(marked(words, part.icon, part.tone, self._sizes.body))
        return _Piece(made, height_of(made, self._width), part, is_heading=True)

    def _short(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Yield each line, or the pieces of one that fills more than a page."""
        for line in lines:
            rest = line
            while height_of(self._rows.make(rest), self._width) > self._most:
                first, after = self._cut(rest)
                if after is None:
                    break
                yield first
                rest = after
            yield rest

    @property
    def _most(self) -> int:
        """The height in px a row may have so that it fits below a heading of its part."""
        return self._height - self._between - 2 * line_height(self._sizes.body)

    def _cut(self, line: Line) -> tuple[Line, Line | None]:
        """Return what fits on a page of a line that does not fit as a whole, and the rest."""
        sizes, width = self._sizes, self._rows.inner_width(line, self._width)
        px, weight = self._rows.face(line)
        tall, small = line_height(px, weight), line_height(sizes.body, 400)
        room = self._most - 2 * small - 2 * sizes.gap if line.text else self._most
        first, after = cut_after(line.text, px, width, max(1, room // tall), weight)
        if after:
            return replace(line, text=first, more="", tag="", who="", day=""), replace(line, text=after)
        if not line.more:
            return line, None
        left = int(room - (laid(line.text, px, width, weight).height if line.text else 0)) // small
        if left < 1 and line.text:
            return replace(line, more=""), replace(line, text="")
        first, after = cut_after(line.more, sizes.body, width, max(1, left), 400)
        return (replace(line, more=first), replace(line, text="", more=after)) if after else (line, None)

    def _card(self, pieces: Sequence[_Piece], number: int, count: int) -> Card:
        sizes = self._sizes
        body = column(self._head(number, count), sizes.gap, spacing=0)
        for place, piece in enumerate(pieces):
            if place and pieces[place - 1].is_heading:
                body.addSpacing(sizes.gap)
            elif place:
                body.addSpacing(sizes.gap)
                body.addWidget(Rule())
                body.addSpacing(sizes.gap)
            body.addWidget(piece.widget)
        body.addStretch(1)
        soft = self._slide.code == DECISION
        pad = (sizes.pad,) * 4
        return Card(
            body,
            fill="accent_soft" if soft else "surface",
            line=None if soft else "line",
            radius=sizes.radius,
            margins=pad,
            name=self._title,
        )

    def _head(self, number: int, count: int) -> QHBoxLayout:
        room = (
            self._width - 3 * self._sizes.title - (round(width_of("00 of 00", self._sizes.small)) if count > 1 else 0)
        )
        words = big(shortened(self._title, self._sizes.title, room, _TITLE_LINES, 600), self._sizes.title, weight=600)
        head = marked(words, self._slide.icon, self._slide.tone, self._sizes.body)
        if count > 1:
            said = one_line(part_words(number, count), self._sizes.small, "text2", weight=400, right=True)
            head.addWidget(said)
        return head


def part_words(number: int, count: int) -> str:
    """Return which of several pages one is, such as 1 of 2."""
    return QCoreApplication.translate("Present", "{number} of {count}").format(number=number, count=count)


def _without_last_heading(pieces: list[_Piece]) -> list[_Piece]:
    while pieces and pieces[-1].is_heading:
        pieces = pieces[:-1]
    return pieces
