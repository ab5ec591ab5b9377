"""Everything about a note that is not its words: context, pupil groups, marker, pin and private."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.parts.composer_chips import ContextChips, GroupChips
from ui.theme.theme import theme
from ui.widgets.buttons import IconButton
from ui.widgets.flow import Flow
from ui.widgets.layout import Line, column, fixed, row
from ui.widgets.segmented import Segment, Segmented
from ui.workspace.desk import Desk
from visitapp.domain.evidence import Context, Draft

_PAUSE_MS = 250


class NoteTools(QWidget):
    """Chips, marker and switches of one note. `changed` tells that a person changed any but the marker.

    `marker_picked` brings the marker chosen, empty when it was let go, and `clear_wanted` asks for source, years,
    subject and strand to go. `last` stands at the end of the lower row,
    `recent` beside the context, `pictures` at its right. In touch mode context, switches and groups have
    rows of their own, and with `desk_only` neither markers nor `last` are there.
    """

    changed = Signal()
    marker_picked = Signal(str)
    clear_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        *last: QWidget,
        recent: Sequence[QWidget] = (),
        pictures: Sequence[QWidget] = (),
        desk_only: bool = False,
    ) -> None:
        super().__init__()
        self._pictures, self._desk_only = pictures, desk_only
        framework = desk.record.framework
        self._chips = ContextChips(desk, self)
        self._groups = GroupChips(framework, self)
        self._fitted: tuple[object, ...] = ()
        self._fitting = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._fitting.timeout.connect(self._fit_words)
        segments = [Segment(one.code, one.short, one.icon, one.tone, name=one.label) for one in framework.markers]
        self._markers = Segmented(segments, self.tr("Marker"), height=32, pad=9, clearable=True)
        for one in framework.markers:
            tip = self.tr("{marker}, and save: Alt+{key}").format(marker=one.label, key=one.key)
            self._markers.button(one.code).setToolTip(tip)
        self._pin = IconButton("pin", self.tr("Pin this note"), checked=False, keys="Ctrl+P")
        self._private = IconButton("eye-off", self.tr("Only for me, never in a report"), checked=False)
        self._line = fixed(Line(vertical=True), height=28)
        self._above, self._below = Flow(*self._chips.widgets, *recent), Flow()
        self._beside = row(spacing=4)
        self._switches = row(spacing=4)
        self._foot = (self._markers, *last)
        foot = row(self._markers, None, self._switches, *last, spacing=6)
        upper = row((self._above, 1), self._beside, spacing=8)
        self.setLayout(column(upper, self._below, foot, spacing=10))
        theme().changed.connect(self._arrange)
        self._arrange()
        for signal in (self._chips.changed, self._groups.changed, self._pin.toggled, self._private.toggled):
            signal.connect(self._on_changed)
        self._chips.clear_wanted.connect(self.clear_wanted)
        self._markers.picked.connect(self.marker_picked)

    def show_values(self, draft: Draft, *, typing: bool = False) -> None:
        """Show a draft's context, groups, marker, pin and private, telling nobody.

        While somebody is `typing`, words are fitted to the room only once there is a pause.
        """
        self._chips.show_context(draft.context)
        self._groups.show_groups(draft.groups)
        self._markers.set_current(draft.marker)
        for switch, on in ((self._pin, draft.pinned), (self._private, draft.private)):
            blocked = switch.blockSignals(True)
            switch.setChecked(on)
            switch.blockSignals(blocked)
        if typing:
            self._fitting.start()
        else:
            self._fit_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show words in full where there is room."""
        super().resizeEvent(event)
        self._fit_words()

    def show_marker(self, code: str) -> None:
        """Show another marker as chosen, telling nobody."""
        if code != self._markers.current():
            self._markers.set_current(code)

    def filled(self, draft: Draft) -> Draft:
        """Return a draft with what is shown here, the marker excepted."""
        return replace(
            draft,
            context=self._chips.applied_to(draft.context),
            groups=self._groups.chosen(),
            pinned=self._pin.isChecked(),
            private=self._private.isChecked(),
        )

    def toggle_pin(self) -> None:
        """Pin, or pin no longer."""
        self._pin.toggle()

    def _fit_words(self) -> None:
        """Show words in full unless that takes another line."""
        width = self._above.geometry().width()
        held = (width, self._chips.applied_to(Context()), self._groups.chosen(), theme().text_scale)
        if held == self._fitted or width <= 0:
            return
        self._fitted = held
        self._show_words(full=False)
        lines = self._above.heightForWidth(width)
        self._show_words(full=True)
        if self._above.heightForWidth(width) > lines:
            self._show_words(full=False)

    def _show_words(self, *, full: bool) -> None:
        self._chips.show_words(full=full)
        self._groups.show_words(full=full)
        self._above.invalidate()

    def _arrange(self) -> None:
        touch = theme().metrics.touch
        switches, groups = (self._beside, self._below) if touch else (self._switches, self._above)
        gap = 8 if touch else 6
        for flow in (self._above, self._below):
            flow.set_spacing(gap)
        for widget in self._foot if self._desk_only else ():
            widget.setVisible(not touch)
        self._above.addWidget(self._line)
        self._line.setVisible(not touch)
        for widget in self._groups.widgets:
            groups.addWidget(widget)
        for button in self._pictures:
            (self._beside if touch else self._switches).addWidget(button)
        for switch in (self._pin, self._private):
            switches.addWidget(switch)

    def _on_changed(self) -> None:
        self.changed.emit()
