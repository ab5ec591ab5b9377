"""The right of the day plan: checks, when it was agreed, the focus, and the way into the visit."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from ui.parts.fact_date import DateField
from ui.parts.plan_before import PlanBefore
from ui.parts.plan_checks import PlanChecks
from ui.widgets.buttons import Button
from ui.widgets.layout import Line, column, row, wrap
from ui.widgets.surfaces import Panel, Scroll
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.plan_sending import sendings, sent_at
from visitapp.domain.framework import PlanRule

_EDGE = 18


class PlanSide(Panel):
    """Checks and what the day is for; `rule_wanted` and `place_wanted` lead to where something is put right."""

    rule_wanted = Signal(object)
    place_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(edge="left")
        self.setAccessibleName(self.tr("Checks"))
        self._desk = desk
        self._checks = PlanChecks(desk)
        self._checks.wanted.connect(self._on_rule)
        self._agreed = DateField(self.tr("Plan agreed with the school on"), desk.now)
        self._agreed.picked.connect(self._agree)
        self._today = Button(self.tr("Today"), "quiet", small=True, name=self.tr("Agreed today"))
        self._today.clicked.connect(self._agree_today)
        self._enquiry = Text("", "small", wrap=True)
        self._change = Button(self.tr("Change"), "link", small=True, name=self.tr("Change the focus in Prepare"))
        self._change.clicked.connect(self._to_prepare)
        self._sent = Text("", "caption", "text2", wrap=True)
        self._before = PlanBefore(desk)
        start = Button(self.tr("Start the visit"), "primary", icon="play", large=True, wide=True)
        start.clicked.connect(self._start)
        self._is_chosen = False
        self._checks.turned.connect(self._choose)
        self._inner = wrap(self._body())
        scroll = self._scroll = Scroll(self._inner, self.tr("Checks"))
        self.setLayout(column((scroll, 1), wrap(column(start, margins=(18, 8, 18, 14))), spacing=0))
        self.set_width(276)
        self.refresh()

    def refresh(self) -> None:
        """Show everything as the record now stands."""
        visit = self._desk.record.visit
        self._checks.refresh()
        if self._agreed.day() != visit.agreed_on and not self._agreed.hasFocus():
            self._agreed.set_day(visit.agreed_on)
        self._today.setVisible(not visit.agreed_on)
        enquiry = visit.enquiry.strip()
        self._enquiry.set_text(enquiry or self.tr("Not written yet."))
        self._enquiry.set_colour("text" if enquiry else "text2")
        self._before.refresh()
        times = sendings(self._desk.record)
        at = sent_at(times[-1]) if times else None
        local = at.astimezone() if at else None
        words = self.tr("Written to send {when}")
        self._sent.set_text(words.format(when=f"{local:%H:%M}, {local.day} {local:%b %Y}") if local else "")
        self._sent.setVisible(local is not None)
        self._unfold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Open the met checks where all fit."""
        super().resizeEvent(event)
        self._unfold()

    def focus_agreed(self) -> None:
        """Put the focus on the day of agreement."""
        self._agreed.setFocus()

    def _choose(self) -> None:
        """Leave the met checks as somebody wanted them."""
        self._is_chosen = True
        self._scroll.fit()

    def _unfold(self) -> None:
        """Open the met checks where everything then stands in the room there is, unless somebody has chosen."""
        layout = self._inner.layout()
        if self._is_chosen or layout is None or not self._checks.met.isVisibleTo(self):
            return
        width = self._inner.width()
        open_now = self._checks.met.isChecked()
        high = layout.totalHeightForWidth(width) + self._checks.folded_height(width - 2 * _EDGE)
        fits = high <= self._scroll.height()
        if fits is not open_now:
            self._checks.met.setChecked(fits)
            self._scroll.fit()

    def _body(self) -> QVBoxLayout:
        agreed = row((self._agreed, 1), self._today, spacing=6)
        title = self._desk.record.framework.enquiry.title or self.tr("Focus of enquiry")
        return column(
            self._checks,
            8,
            Line(),
            8,
            Text(self.tr("Plan agreed on"), "heading"),
            2,
            agreed,
            self._sent,
            8,
            Line(),
            8,
            row((Text(title, "heading", elide=True), 1), self._change, spacing=6),
            self._enquiry,
            self._before,
            None,
            spacing=3,
            margins=(_EDGE, 16, _EDGE, 8),
        )

    def _on_rule(self, rule: PlanRule) -> None:
        self.rule_wanted.emit(rule)

    def _agree(self, day: str) -> None:
        visit = self._desk.record.visit
        self._desk.put(self.tr("Plan agreed"), replace(visit, agreed_on=day), initiator=self)

    def _agree_today(self) -> None:
        self._agreed.setFocus()
        self._agreed.set_day(self._desk.now().astimezone().date().isoformat())
        self._agree(self._agreed.day())

    def _to_prepare(self) -> None:
        self.place_wanted.emit("prepare")

    def _start(self) -> None:
        self.place_wanted.emit("capture")
