"""Typing an inspection: its day, sort and framework, a word for each area, what to improve, and where it was read."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.parts.autosave import QUIET_MS
from ui.parts.fact_date import DateField, short_day
from ui.parts.inspection_lines import InspectionLines
from ui.shell.overlay import Overlay
from ui.theme.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.chips import PickerChip
from ui.widgets.fields import TextArea, TextField
from ui.widgets.layout import Piece, column, row, wrap
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Scroll
from ui.widgets.text import Text
from ui.workspace.desk import Desk, News
from visitapp.domain.change import removed
from visitapp.domain.ids import new_id
from visitapp.domain.preparing import KnownInspection
from visitapp.domain.published.history import Event
from visitapp.domain.published.scales import EXPECTED, GRADED, MONITORING, REPORT_CARD, UNGRADED, InspectionLists

_WIDTH, _LEAST = 700, 90
_EDGES, _SIDES = 60, 48


class InspectionSheet(Overlay):
    """A sheet for one use that keeps what is typed; `event` is the inspection to read or to type over."""

    def __init__(self, host: QWidget, desk: Desk, lists: InspectionLists, event: Event | None) -> None:
        title = _title(host, event)
        super().__init__(host, title, _WIDTH)
        self._desk, self._lists, self._event = desk, lists, event
        self._known = self._before = _first(desk, lists, event)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self.kind = Segmented([Segment(code, label) for code, label in self._kinds()], self.tr("What it was"))
        self.day = DateField(self.tr("First day"), desk.now)
        self.framework = PickerChip(self.tr("Framework"), placeholder=self.tr("Framework"), sticky=False)
        self.framework.set_options([(one.code, one.label) for one in lists.frameworks])
        self.lines = InspectionLines(lists, event)
        self.points = TextArea(self.tr("Points to improve"), placeholder=self.tr("One on a line"), least=2, most=12)
        self.source = TextField(self.tr("Where it was read"), placeholder=self.tr("Report, page or web address"))
        self.delete = Button(self.tr("Delete"), "quiet", icon="trash-2")
        self.cancel = Button(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Leaves the inspection as it was before this sheet was opened"))
        self.close_button = Button(self.tr("Done"), "primary", keys=self.tr("Ctrl Enter"))
        self._was_kept, self._is_cancelled = self._is_kept(), False
        self._lay_out(title)
        self._show()
        self._connect()

    def first_focus(self) -> QWidget:
        """Return the day, or the words when the inspection is still to come."""
        return self.day if self.day.isVisibleTo(self) else self.lines.outcome.edit

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be done on Ctrl+Enter."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_sheet()
        else:
            super().keyPressEvent(event)

    def close_sheet(self) -> None:
        """Keep what was typed, and go."""
        self._keep()
        super().close_sheet()

    def fit_sheet(self) -> None:
        """Give the fields the room they take, as far as the window has it."""
        width = min(theme().scaled(_WIDTH), self._host.width()) - _EDGES
        wanted = (
            self._body.heightForWidth(width) if self._body.hasHeightForWidth() else self._body.sizeHint().height()
        )
        self._scroll.setFixedHeight(wanted + 4)
        around = self.sheet.sizeHint().height() - wanted
        self._scroll.setFixedHeight(max(_LEAST, min(wanted, self._host.height() - _SIDES - around) + 4))
        super().fit_sheet()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit again when the lines asked for become others."""
        if watched is self._body and event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.fit_sheet()
        return super().eventFilter(watched, event)

    def _lay_out(self, title: str) -> None:
        self._points_part = wrap(column(Text(self.tr("Points to improve"), "captionm"), self.points, spacing=4))
        self._day_part = wrap(column(Text(self.tr("First day"), "captionm"), self.day, None, spacing=4))
        under = wrap(column(Text(self.tr("Framework"), "captionm"), None, self.framework, None, spacing=2))
        pieces: list[Piece] = [self.lines, 2, self._points_part, self.source, None]
        self._body = wrap(column(*pieces, spacing=8, margins=(2, 2, 10, 2)))
        self._body.installEventFilter(self)
        self._scroll = Scroll(self._body, self.tr("What it says"))
        foot = row(self.delete, None, self.cancel, self.close_button, spacing=8)
        head = row(self._day_part, under, None, spacing=16)
        self.fill(column(Text(title, "heading"), row(self.kind, None), head, (self._scroll, 1), foot, spacing=10))

    def _connect(self) -> None:
        self.kind.picked.connect(self._take_kind)
        self.day.picked.connect(self._take_day)
        self.framework.picked.connect(self._take_framework)
        self.lines.done.connect(self._keep)
        self.points.done.connect(self._keep)
        self.source.done.connect(self._keep)
        for typing in (self.lines.changed, self.points.changed, self.source.changed, self.day.textEdited):
            typing.connect(self._quiet.start)
        self._quiet.timeout.connect(self._keep)
        self.delete.clicked.connect(self._delete)
        self.cancel.clicked.connect(self._cancel)
        self.close_button.clicked.connect(self.close_sheet)
        self._desk.leaving.connect(self._keep)
        self._desk.changed.connect(self._hear)
        self.closed.connect(self.deleteLater)

    def _kinds(self) -> list[tuple[str, str]]:
        return [
            (GRADED, self.tr("Full")),
            (UNGRADED, self.tr("Ungraded")),
            (MONITORING, self.tr("Monitoring")),
            (EXPECTED, self.tr("Next, expected")),
        ]

    def _show(self) -> None:
        known = self._known
        self.kind.set_current(GRADED if known.kind == REPORT_CARD else known.kind)
        self.day.set_day(known.on)
        self.framework.set_current(known.framework)
        self.lines.show_inspection(known)
        self.points.set_text("\n".join(known.points))
        self.source.set_text(known.source)
        self._show_parts()

    def _show_parts(self) -> None:
        is_to_come = self.kind.current() == EXPECTED
        for part in (self._day_part, self._points_part):
            part.setVisible(not is_to_come)
        self.lines.show_kind(self.kind.current())
        self.delete.setVisible(self._is_kept())
        if self.isVisible():
            self.fit_sheet()

    def _take_kind(self, _kind: str) -> None:
        self._keep()
        self._show_parts()

    def _take_day(self, day: str) -> None:
        found = self._lists.framework_on(day) if day else None
        if found is not None and not self.lines.has_areas():
            self.framework.set_current(found.code)
            self.lines.show_framework(found.code)
            self._show_parts()
        self._keep()

    def _take_framework(self, code: str) -> None:
        self.lines.show_framework(code)
        self._keep()
        self._show_parts()

    def _written(self) -> KnownInspection:
        kind, framework = self.kind.current() or GRADED, self._lists.framework(self.framework.current())
        points = (" ".join(line.split()) for line in self.points.text().splitlines())
        return replace(
            self._known,
            on=self.day.day(),
            kind=framework.sort if kind == GRADED and framework is not None else kind,
            framework=self.framework.current(),
            outcome=self.lines.outcome.words(),
            judgements=self.lines.judgements(),
            points=tuple(filter(None, points)),
            source=self.source.text().strip(),
        )

    def _keep(self) -> None:
        """Make the record hold what is written, once there is something nobody has published."""
        self._quiet.stop()
        self.day.blockSignals(True)
        self.day.commit()
        self.day.blockSignals(False)
        written = self._written()
        says = written.outcome or written.judgements or written.points or written.source
        if written == self._known or not (says or self._is_kept()) or self._is_over():
            return
        self._known = written
        self._desk.put(self.tr("Inspection typed"), written, initiator=self)
        self.delete.setVisible(True)

    def _delete(self) -> None:
        found = self._desk.record.find("inspection", self._known.id)
        if isinstance(found, KnownInspection):
            self._desk.remove(self.tr("Inspection deleted"), found)

    def _cancel(self) -> None:
        """Leave the inspection as it was when the sheet was opened, and go."""
        self._keep()
        self._is_cancelled = True
        found = self._desk.record.find("inspection", self._before.id)
        if isinstance(found, KnownInspection) and not found.deleted:
            words = self.tr("Inspection as it was before")
            if not self._was_kept:
                self._desk.act(words, removed([found]), self)
            elif found != self._before:
                self._desk.put(words, self._before, initiator=self)
        super().close_sheet()

    def _is_kept(self) -> bool:
        found = self._desk.record.find("inspection", self._known.id)
        return found is not None and not found.deleted

    def _is_over(self) -> bool:
        found = self._desk.record.find("inspection", self._known.id)
        return self._is_cancelled or (found is not None and found.deleted)

    def _hear(self, news: News) -> None:
        if news.initiator is self or self._known.id not in news.ids:
            return
        found = self._desk.record.find("inspection", self._known.id)
        if not isinstance(found, KnownInspection) or found.deleted:
            super().close_sheet()
            return
        self._known = found
        self._show()


def _title(host: QWidget, event: Event | None) -> str:
    if event is None:
        return host.tr("Type an inspection")
    if event.sort == EXPECTED:
        return host.tr("The next inspection")
    return host.tr("Inspection of {day}").format(day=short_day(event.on)) if event.on else host.tr("An inspection")


def _first(desk: Desk, lists: InspectionLists, event: Event | None) -> KnownInspection:
    if event is not None and event.typed_id:
        found = desk.record.find("inspection", event.typed_id)
        if isinstance(found, KnownInspection):
            return found
    known = KnownInspection(str(new_id()), desk.visit_id, kind=GRADED)
    if event is not None:
        return replace(known, on=event.on, kind=event.sort, framework=event.framework)
    latest = lists.framework_on(desk.record.visit.starts_on)
    return replace(known, framework=latest.code if latest else "", kind=latest.sort if latest else GRADED)
