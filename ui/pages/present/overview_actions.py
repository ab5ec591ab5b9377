"""The agreed actions on the overview: one after the other, with urgency, owner and day."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.pages.present.big_tag import BigTag
from ui.pages.present.overview_cards import Piece, add_rule, card_of
from ui.pages.present.sizes import Sizes
from ui.pages.present.titles import title_of
from ui.pages.present.words import big, one_line, width_of
from ui.parts.action_card import urgency_tone
from ui.parts.action_day import day_and_month
from ui.widgets.layout import column, fixed, row, wrap
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from visitapp.domain.framework import Framework
from visitapp.domain.presenting import Line, Slide

_WIDEST_OWNER = 0.24


def actions_card(slide: Slide, pieces: Sequence[Piece], framework: Framework, sizes: Sizes, width: int) -> Card:
    """Return some of the actions, each whole, in equal columns."""
    body = column(one_line(title_of(slide), sizes.body, weight=600), spacing=0)
    body.addSpacing(sizes.gap // 2)
    rows = _Rows(slide.lines(), framework, sizes, width - 2 * sizes.pad)
    for number, piece in enumerate(pieces):
        if number:
            add_rule(body, sizes.gap // 3)
        body.addLayout(row(*rows.cells(piece.line), spacing=sizes.gap))
    return card_of(body, sizes, title_of(slide))


class _Rows:
    """The columns of all the actions of a visit, so that those on another page stand alike."""

    def __init__(self, lines: Sequence[Line], framework: Framework, sizes: Sizes, width: int) -> None:
        self._framework, self._sizes = framework, sizes
        self._number = round(width_of("00" if len(lines) > 9 else "0", sizes.body)) + 2
        tags = [BigTag(one.tag, sizes.small).sizeHint().width() for one in lines if one.tag]
        self._tag = max(tags, default=0)
        self._day = self._widest([day_and_month(one.day) for one in lines])
        words = [word for one in lines for word in one.who.split()]
        most = max(round(_WIDEST_OWNER * width), self._widest(words, 400))
        self._who = min(self._widest([one.who for one in lines], 400), most)

    def cells(self, line: Line) -> list[QWidget | tuple[QWidget, int]]:
        """Return number, words, urgency, owner and day of an action; a column nobody needs is left out."""
        sizes = self._sizes
        number = fixed(
            one_line(str(line.number) if line.number else "", sizes.body, "text2", weight=400), self._number
        )
        made: list[QWidget | tuple[QWidget, int]] = [number, (big(line.text, sizes.body), 1)]
        if self._tag:
            made.append(fixed(self._urgency(line), self._tag))
        if self._who:
            made.append(fixed(self._owner(line), self._who))
        if self._day:
            made.append(fixed(one_line(day_and_month(line.day), sizes.small, right=True), self._day))
        return made

    def _owner(self, line: Line) -> QWidget:
        words = Text(line.who, "body", "text2", wrap=True, px=self._sizes.small, weight=400)
        return wrap(column(None, words, None))

    def _urgency(self, line: Line) -> QWidget:
        tone = urgency_tone(self._framework.urgencies, line.tag_code)
        holder = QWidget()
        tag = BigTag(line.tag, self._sizes.small, tone) if line.tag else QWidget()
        holder.setLayout(row(tag, None, spacing=0))
        return holder

    def _widest(self, texts: Sequence[str], weight: int = 500) -> int:
        widest = max((width_of(one, self._sizes.small, weight) for one in texts), default=0)
        return round(widest * 1.06) + 3 if widest else 0
