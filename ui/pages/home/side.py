"""The column beside the visits: what needs somebody, and how safe the work on this device is."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.pages.home.groups import Line
from ui.pages.home.needs import Need, needs
from ui.pages.home.wording import distance_words, visit_count_words
from ui.theme.painting import draw_icon, rounded
from ui.theme.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.icons import Icon
from ui.widgets.layout import clear, column, row, wrap
from ui.widgets.pressable import Pressable, paint_words, words_width
from ui.widgets.surfaces import Card, Scroll
from ui.widgets.text import Text

_LEFT = 27
_LINK_IN = 17
_OLD_BACKUP_DAYS = 7


class HomeSide(QWidget):
    """Reminders and the state of this device; `wanted` brings the id of the visit a reminder is about."""

    wanted = Signal(str)
    backup_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._placed: Sequence[Line] = ()
        self._now: datetime | None = None
        self._more: Button | None = None
        self._whole = False
        self._needs = column(spacing=2)
        self._needs_card = Card(
            column(Text(self.tr("Needs you"), "heading"), self._needs, spacing=6),
            margins=(16, 15, 16, 13),
            name=self.tr("Needs you"),
        )
        self.device = DeviceCard()
        self.device.backup_wanted.connect(self.backup_wanted)
        inner = wrap(column(self._needs_card, self.device, None, spacing=14))
        self.setLayout(column((Scroll(inner, self.tr("Reminders and device")), 1)))

    def show_needs(self, placed: Sequence[Line], now: datetime) -> None:
        """Show the most pressing things of all visits, and on a press the rest."""
        self._placed, self._now = placed, now
        found, more = needs(placed, now.date(), whole=self._whole)
        clear(self._needs)
        for one in found:
            need = NeedButton(one)
            need.clicked.connect(partial(self.wanted.emit, one.visit_id))
            self._needs.addWidget(need)
        if not found:
            self._needs.addWidget(Text(self.tr("Nothing is waiting for you."), "small", "text2", wrap=True))
        if more or self._whole:
            words = self.tr("Show fewer") if self._whole else self.tr("Show {count} more").format(count=more)
            self._more = Button(words, "link", small=True)
            self._more.clicked.connect(self._turn)
            self._needs.addWidget(wrap(row(_LINK_IN, self._more, None, spacing=0)))

    def _turn(self) -> None:
        """Show all, or the few again; the focus stays on the button."""
        self._whole = not self._whole
        if self._now is not None:
            self.show_needs(self._placed, self._now)
        if self._more is not None:
            self._more.setFocus()


class NeedButton(Pressable):
    """One thing that needs somebody, and the way to it."""

    def __init__(self, need: Need) -> None:
        self._when = need.when
        super().__init__(need.words, ". ".join(part for part in (need.words, need.school, need.when) if part))
        self._school, self._icon, self._tone = need.school, need.icon, need.tone
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for two lines."""
        height = theme().line_height("small") + theme().line_height("caption") + 6
        return QSize(160, max(height, theme().metrics.least))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon, what is needed, the school and when."""
        rect = QRectF(self.rect())
        with QPainter(self) as painter:
            if self.underMouse():
                rounded(painter, rect.adjusted(-4, 0, 4, 0), theme().metrics.radius, "hover")
            draw_icon(painter, self._icon, self._tone, 0, (rect.height() - 17) / 2, 17)
            self._paint_words(painter, rect)
            self.paint_ring(painter, rect, theme().metrics.radius_small)

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        upper, lower = theme().line_height("small"), theme().line_height("caption")
        font, small, quiet = theme().font("label"), theme().font("caption"), theme().font("captionm", tnum=True)
        top, whole = (rect.height() - upper - lower) / 2, rect.width() - _LEFT
        beside = words_width(self._when, quiet)
        room = whole - beside - 10
        paint_words(painter, QRectF(_LEFT, top, room, upper), _cut(self.text(), font, room), font, "text")
        place = QRectF(rect.width() - beside, top, beside + 2, upper)
        paint_words(painter, place, self._when, quiet, self._tone)
        below = QRectF(_LEFT, top + upper, whole, lower)
        paint_words(painter, below, _cut(self._school, small, whole), small, "text2")


class DeviceCard(Card):
    """Whether the work here is locked and when it was last backed up."""

    backup_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(name="")
        self.setAccessibleName(self.tr("On this device"))
        self._lock, self._lock_icon = Text("", "label", wrap=True), Icon("shield-check", "strength", 17)
        self._count = Text("", "caption", "text2", tnum=True, wrap=True)
        self._backup, self._backup_icon = Text("", "label", tnum=True, wrap=True), Icon("hard-drive", "text2", 17)
        self._backup_note = Text("", "caption", "text2", wrap=True)
        self.button = Button(self.tr("Back up now"), icon="save", small=True)
        self.button.clicked.connect(self.backup_wanted)
        self._backup_part = wrap(
            column(
                row(self._backup_icon, (column(self._backup, self._backup_note, spacing=0), 1), spacing=10),
                row(self.button, None),
                spacing=9,
            )
        )
        lock = row(self._lock_icon, (column(self._lock, self._count, spacing=0), 1), spacing=10)
        title = Text(self.tr("On this device"), "heading")
        self.setLayout(column(title, 2, lock, self._backup_part, spacing=8, margins=(16, 15, 16, 15)))
        self.show_count(0)
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many visits there are."""
        self._count.set_text(visit_count_words(count))

    def show_device(self, *, encrypted: bool, sample: bool, backed_up: datetime | None, now: datetime) -> None:
        """Say how the work here is kept. A sample is not backed up. Until this is known the card stays away."""
        self.show()
        safe = encrypted and not sample
        self._lock_icon.set_icon("shield-check" if safe else "compass", "strength" if safe else "text2")
        self._lock.set_text(self._lock_words(encrypted=encrypted, sample=sample))
        self._backup_part.setVisible(not sample)
        old = backed_up is None or (now.date() - backed_up.astimezone(now.tzinfo).date()).days > _OLD_BACKUP_DAYS
        self._backup_icon.set_icon("hard-drive", "develop" if old else "text2")
        self._backup.set_colour("develop" if old else "text")
        self._backup.set_text(self._backup_words(backed_up, now))
        self._backup_note.set_text(
            self.tr("Encrypted, in the vault's own folder. Published data is not in it: it can be read in again.")
        )
        self._backup_note.setVisible(backed_up is not None)

    def _lock_words(self, *, encrypted: bool, sample: bool) -> str:
        if sample:
            return self.tr("Sample: open to anybody here")
        return self.tr("Encrypted and locked to you") if encrypted else self.tr("Not encrypted")

    def _backup_words(self, backed_up: datetime | None, now: datetime) -> str:
        if backed_up is None:
            return self.tr("Not backed up yet")
        local = backed_up.astimezone(now.tzinfo)
        when = distance_words(local.date(), now.date())
        return self.tr("Backed up {day}, {time:%H:%M}").format(day=when, time=local)


def _cut(text: str, font: QFont, room: float) -> str:
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, room))
