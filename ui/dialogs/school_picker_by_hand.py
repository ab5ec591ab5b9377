"""A school that is not in the vault yet, told by hand."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.chips import PickerChip
from ui.widgets.fields import TextField
from ui.widgets.layout import column, row
from ui.widgets.text import Text
from visitapp.domain.ids import new_id
from visitapp.domain.text import one_line
from visitapp.domain.visit import School

_URN = re.compile(r"\d{6}")


class SchoolByHand(QWidget):
    """Name, town, phase, local authority and, if it is known, the register number."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._id = new_id()
        self.name = TextField(self.tr("Name of the school"))
        self.town = TextField(self.tr("Town"))
        self.authority = TextField(self.tr("Local authority"))
        self.urn = TextField(self.tr("URN, optional"), placeholder=self.tr("six digits"))
        self.phase = PickerChip(self.tr("Phase"), placeholder=self.tr("Choose"), sticky=False)
        phase = column(Text(self.tr("Phase"), "captionm"), row(self.phase, None), spacing=4)
        self.setLayout(
            column(
                row((column(self.name, None), 3), (column(self.town, None), 2), spacing=12),
                row(
                    (column(self.authority, None), 3),
                    (column(self.urn, None), 2),
                    (column(phase, None), 2),
                    spacing=12,
                ),
                spacing=8,
            )
        )
        for field in (self.name, self.town, self.authority, self.urn):
            field.changed.connect(self._on_changed)
        self.urn.done.connect(self._check_urn)

    def begin(self, name: str) -> None:
        """Start with a name and an id of its own."""
        self._id = new_id()
        self.name.set_text(name)

    def clear(self) -> None:
        """Forget what was written."""
        for field in (self.name, self.town, self.authority, self.urn):
            field.set_text("")
            field.set_error("")
        self.phase.set_current("")

    def set_phases(self, phases: Sequence[tuple[str, str]]) -> None:
        """Offer these phases, as pairs of code and label, and keep the one chosen if it is among them."""
        chosen = self.phase.current()
        self.phase.set_options(list(phases))
        self.phase.set_current(chosen)

    def school(self) -> School:
        """Return the school as it is written so far."""
        return School(
            id=self._id,
            name=one_line(self.name.text()),
            urn=self.urn.text().strip(),
            phase=self.phase.current(),
            local_authority=one_line(self.authority.text()),
            town=one_line(self.town.text()),
        )

    def complain(self, schools: Callable[[str], Sequence[School]]) -> QWidget | None:
        """Say what is wrong beside the field it is in; return that field, or None when all is well. `schools` finds
        those of the vault by words: two with one number would be one school twice."""
        if not one_line(self.name.text()):
            self.name.set_error(self.tr("A school needs a name."))
            return self.name.edit
        if not self._check_urn():
            return self.urn.edit
        urn = self.urn.text().strip()
        twin = next((one for one in schools(urn) if one.urn == urn), None) if urn else None
        if twin is None:
            return None
        words = self.tr("“{name}” has this number and is known already: look among known schools.")
        self.urn.set_error(words.format(name=twin.name))
        return self.urn.edit

    def _check_urn(self) -> bool:
        written = self.urn.text().strip()
        fits = not written or bool(_URN.fullmatch(written))
        self.urn.set_error("" if fits else self.tr("A URN has six digits. Leave it empty if you do not have it."))
        return fits

    def _on_changed(self) -> None:
        if self.name.text().strip():
            self.name.set_error("")
        self.changed.emit()
