"""Everything about a note that is not its words: context, pupil groups, marker, pin and private."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.parts.composer_chips import ContextChips, GroupChips
from ui.widgets.buttons import IconButton
from ui.widgets.flow import Flow
from ui.widgets.layout import Line, column, fixed, row
from ui.widgets.segmented import Segment, Segmented
from visitapp.domain.evidence import Draft
from visitapp.domain.framework import Framework


class NoteTools(QWidget):
    """Chips, marker and switches of one note. `changed` tells that a person changed any but the marker.

    `marker_picked` brings the marker chosen, empty when it was let go. `last` stands at the end of the lower row.
    """

    changed = Signal()
    marker_picked = Signal(str)

    def __init__(self, framework: Framework, *last: QWidget) -> None:
        super().__init__()
        self._chips = ContextChips(framework, self)
        self._groups = GroupChips(framework, self)
        segments = [Segment(one.code, one.short, one.icon, one.tone, name=one.label) for one in framework.markers]
        self._markers = Segmented(segments, self.tr("Marker"), height=32, pad=12, clearable=True)
        for one in framework.markers:
            tip = self.tr("{marker}, and save: Alt+{key}").format(marker=one.label, key=one.key)
            self._markers.button(one.code).setToolTip(tip)
        self._pin = IconButton("pin", self.tr("Pin this note"), checked=False, keys="Ctrl+P")
        self._private = IconButton("eye-off", self.tr("Only for me, never in a report"), checked=False)
        chips = Flow(*self._chips.widgets, fixed(Line(vertical=True), height=28), *self._groups.widgets)
        foot = row(self._markers, None, self._pin, self._private, 4, *last, spacing=4)
        self.setLayout(column(chips, foot, spacing=10))
        for signal in (self._chips.changed, self._groups.changed, self._pin.toggled, self._private.toggled):
            signal.connect(self._on_changed)
        self._markers.picked.connect(self.marker_picked)

    def show_values(self, draft: Draft) -> None:
        """Show a draft's context, groups, marker, pin and private, telling nobody."""
        self._chips.show_context(draft.context)
        self._groups.show_groups(draft.groups)
        self._markers.set_current(draft.marker)
        for switch, on in ((self._pin, draft.pinned), (self._private, draft.private)):
            blocked = switch.blockSignals(True)
            switch.setChecked(on)
            switch.blockSignals(blocked)

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

    def _on_changed(self) -> None:
        self.changed.emit()
