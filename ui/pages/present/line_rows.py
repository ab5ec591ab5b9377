"""Each thing said, as it stands on a page of its own."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from ui.pages.present.big_tag import BigTag
from ui.pages.present.sizes import Sizes
from ui.pages.present.words import big, one_line, width_of
from ui.parts.action_card import urgency_tone
from ui.parts.action_day import day_in_words
from ui.widgets.layout import column, row, wrap
from visitapp.domain.deciding import DECISION
from visitapp.domain.framework import Framework
from visitapp.domain.presenting import ACTIONS, ESTIMATES, Line, Slide


class LineRows:
    """Makes the row of each line of one slide."""

    def __init__(self, slide: Slide, framework: Framework, sizes: Sizes) -> None:
        self._slide, self._framework, self._sizes = slide, framework, sizes

    def make(self, line: Line) -> QWidget:
        """Return a line as a widget: words, what is said about them, and what goes on below."""
        sizes = self._sizes
        body = column(spacing=sizes.gap // 2)
        if line.text:
            body.addLayout(self._words(line))
        self._add_about(body, line)
        if line.more:
            body.addWidget(big(self._more(line), sizes.body, "text", weight=400))
        made = wrap(self._numbered(line, body) if line.number else body)
        made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return made

    def face(self, line: Line) -> tuple[int, int]:
        """Return size and weight of the words of a line: what somebody chose stands out."""
        chosen = bool(line.tag_code) and not line.tag
        px = self._sizes.statement if chosen and self._slide.code == DECISION else self._sizes.lead
        return px, 600 if chosen else 500

    def inner_width(self, line: Line, width: int) -> int:
        """Return how much of a width in px is left for the words of a line."""
        return width - (self._number_width() + self._sizes.gap if line.number else 0)

    def tone_of(self, line: Line) -> str:
        """Return the tone of what is said about a line."""
        if self._slide.code == ACTIONS:
            return urgency_tone(self._framework.urgencies, line.tag_code)
        return "accent" if self._slide.code == ESTIMATES else ""

    def _numbered(self, line: Line, body: QVBoxLayout) -> QLayout:
        number = one_line(str(line.number) if line.text else "", self._sizes.lead, "text2", weight=400)
        number.setFixedWidth(self._number_width())
        return row(column(number, None, spacing=0), (body, 1), spacing=self._sizes.gap)

    def _number_width(self) -> int:
        return round(width_of("00" if len(self._slide.lines()) > 9 else "0", self._sizes.lead)) + 4

    def _words(self, line: Line) -> QLayout:
        px, weight = self.face(line)
        words = big(line.text, px, weight=weight)
        if not self._stands_beside(line):
            return column(words)
        value = BigTag(line.tag, self._sizes.lead, self.tone_of(line))
        words.setContentsMargins(0, (value.sizeHint().height() - words.text_line_height()) // 2, 0, 0)
        return row((words, 1), column(value, None, spacing=0), spacing=self._sizes.gap)

    def _stands_beside(self, line: Line) -> bool:
        """Whether the value of an estimate stands beside its words: it does where there is room across."""
        return self._slide.code == ESTIMATES and bool(line.tag) and self._sizes.width > self._sizes.height

    def _add_about(self, body: QVBoxLayout, line: Line) -> None:
        day = day_in_words(line.day)
        when = _tell("by {day}").format(day=day) if day else ""
        said = "  \u00b7  ".join(part for part in (line.who, when) if part)
        if not line.text or not (line.tag or said) or self._stands_beside(line):
            return
        about, words = row(spacing=self._sizes.gap), big(said, self._sizes.body, "text2", weight=400)
        if line.tag:
            tag = BigTag(line.tag, self._sizes.body, self.tone_of(line))
            words.setContentsMargins(0, (tag.sizeHint().height() - words.text_line_height()) // 2, 0, 0)
            about.addLayout(column(tag, None, spacing=0))
        about.addWidget(words, 1)
        body.addLayout(about)

    def _more(self, line: Line) -> str:
        if self._slide.code == ACTIONS and line.text:
            return _tell("First step: {step}").format(step=line.more)
        return line.more


def height_of(widget: QWidget, width: int) -> int:
    """Return how tall a row is at a width in px."""
    layout = widget.layout()
    if layout is None or not layout.hasHeightForWidth():
        return widget.sizeHint().height()
    return layout.heightForWidth(width)


def _tell(words: str) -> str:
    return QCoreApplication.translate("Present", words)
