"""One thing the school changed or said, beside what it was sent, with the verdict on it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.pages.report.returned.figure_line import FigureLine
from ui.pages.report.returned.sides import alone, comment_line, sides
from ui.pages.report.returned.verdict_row import KEYS, VerdictRow
from ui.pages.report.returned.words import (
    Grounds,
    after_words,
    day_words,
    joined,
    numbered,
    place_words,
    quoted,
    verdict_tag,
)
from ui.parts.difference_words import spoken_difference
from ui.theme.keyboard_focus import shows_ring
from ui.theme.painting import focus_ring
from ui.theme.theme import theme
from ui.widgets.layout import column, row
from ui.widgets.surfaces import Card
from ui.widgets.tags import Tag
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.answering import ACCEPTED, COMMENT, MOVED, REWORDED, Remark
from visitapp.domain.returned.arranging import Case
from visitapp.domain.returned.figures import facts_meant
from visitapp.domain.returned.standing import Standing, standing

_WALK = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_MARGINS = (16, 10, 16, 12)
_LONGEST_NOW = 140


class CaseCard(Card):
    """A remark with its comments. `walked` brings how many cards to go on, `decided` a verdict.

    A, W, R and S give a verdict while the card has the focus, F goes to the figure it is about (`place_wanted`); the
    arrows go to the next card.
    """

    walked = Signal(int)
    decided = Signal(str)
    place_wanted = Signal(str)

    def __init__(self, desk: Desk, case: Case, on: Grounds) -> None:
        super().__init__()
        self.remark_id = case.remark.id
        self._desk = desk
        self._heading, self._where = place_words(case.remark, on)
        self._tag = Tag("", outlined=True)
        self._marks = Text("", "caption", "text2", elide=True)
        self.verdict = VerdictRow(desk, case.remark)
        self.verdict.decided.connect(self.decided)
        self.verdict.left.connect(self.take_focus)
        place = Text(f"\u00b7  {self._where}" if self._where else "", "caption", "text2")
        head = row(Text(self._heading, "captionm"), place, None, self._marks, self._tag, spacing=8)
        layout = column(head, self._texts(case, on), spacing=6, margins=_MARGINS)
        comments = ((case.remark,) if case.remark.kind == COMMENT else ()) + case.comments
        for one in comments:
            layout.addWidget(comment_line(one, self.tr("Comment")))
        layout.addWidget(self.verdict)
        self._figure = FigureLine()
        self._figure.wanted.connect(self.place_wanted)
        layout.addWidget(self._figure)
        self.setLayout(layout)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def refresh(self, case: Case, on: Grounds) -> None:
        """Show how it stands now."""
        stands = standing(self._desk.record, case.remark, on.now)
        words, tone, icon = verdict_tag(case.remark.verdict)
        self._tag.set_tag(words, tone, icon, outlined=not case.remark.verdict)
        self._marks.set_text(self._marked(case.remark, on))
        meant = (one for remark in (case.remark, *case.comments) for one in facts_meant(self._desk.record, remark))
        self._figure.show_facts(tuple(dict.fromkeys(meant)))
        self.verdict.refresh(case.remark, stands, self._hint(case.remark, stands, on))
        said = spoken_difference(case.remark.sent, case.remark.given) if case.remark.kind != COMMENT else ""
        heard = [one.said for one in (case.remark, *case.comments) if one.said]
        place = ", ".join(part for part in (self._heading, self._where) if part)
        self.setAccessibleName(". ".join(part for part in (place, words, said, *heard) if part))
        self.setAccessibleDescription(self._hint(case.remark, stands, on))

    def take_focus(self) -> None:
        """Put the focus on the card itself."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_current(self, *, current: bool) -> None:
        """Look like the card one is at."""
        self.set_look(fill="surface", line="accent" if current else "line", line_width=1.5 if current else 1.0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk or decide; letters that are typed into a box never come here."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        here = self.window().focusWidget()
        if not plain:
            super().keyPressEvent(event)
        elif key in _WALK and here is self:
            self.walked.emit(_WALK[key])
        elif key == Qt.Key.Key_F:
            self._figure.go()
        elif key in KEYS:
            self.verdict.choose(KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here is self and self.verdict.box() is not None:
            self._write()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card and, for the keyboard, its ring."""
        super().paintEvent(event)
        if shows_ring(self):
            with QPainter(self) as painter:
                focus_ring(painter, QRectF(self.rect()), theme().metrics.radius_card)

    def _write(self) -> None:
        box = self.verdict.box()
        if box is not None:
            box.start()

    def _texts(self, case: Case, on: Grounds) -> QWidget:
        remark = case.remark
        if remark.kind == COMMENT:
            return alone(remark.sent, self.tr("Sent"), day_words(on.export.at))
        titles = (self.tr("Sent"), self.tr("Returned"))
        return sides(remark, on.export, self.tr("Nothing"), titles)

    def _marked(self, remark: Remark, on: Grounds) -> str:
        moved = (
            self.tr("put elsewhere, {after}").format(after=after_words(remark, on)) if remark.kind == MOVED else ""
        )
        found = self.tr("found by comparing") if remark.kind != COMMENT and not remark.tracked else ""
        unsure = "" if remark.sure else self.tr("not sure it belongs here")
        return joined(moved, found, unsure)

    def _hint(self, remark: Remark, stands: Standing, on: Grounds) -> str:
        if stands.final:
            return self.tr("It is in place. Undo takes it back.")
        if stands.hindrance:
            return stands.hindrance
        if stands.waits:
            return self.tr("Not in the report yet. Enter puts it there.")
        if stands.overtaken:
            return self.tr("Changed here since it was sent: {now}").format(
                now=_short(on.now.get(remark.record_id, ""))
            )
        in_place = remark.verdict in (ACCEPTED, REWORDED) and remark.kind != COMMENT
        if in_place and self._desk.record.find("action", remark.record_id) is not None:
            return self.tr("The action list on this device changes with it")
        return ""


class SentCard(Card):
    """One text that came back as it was sent."""

    def __init__(self, record_id: str, text: str, on: Grounds) -> None:
        super().__init__(fill="bg")
        place = on.places[record_id]
        where = f"\u00b7  {numbered(place)}"
        as_sent = self.tr("As sent")
        head = row(
            Text(place.heading, "captionm"),
            Text(where, "caption", "text2"),
            None,
            Tag(as_sent, outlined=True),
            spacing=8,
        )
        body = Text(text.replace("\n", "  \u00b7  "), "body", "text2", wrap=True)
        self.setLayout(column(head, body, spacing=4, margins=_MARGINS))
        self.setAccessibleName(". ".join((place.heading, numbered(place), as_sent, text)))


def _short(text: str) -> str:
    said = " ".join(text.split())
    return quoted(said if len(said) <= _LONGEST_NOW else said[:_LONGEST_NOW].rstrip() + "\u2026")
