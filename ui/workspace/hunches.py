"""The hunches of the open visit: added, worded, looked for, taken away."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from ui.workspace.desk import Desk
from visitapp.domain.change import Change, removed
from visitapp.domain.hunches import HUNCHES, as_records, hunches_of
from visitapp.domain.ids import new_id
from visitapp.domain.places import answered, put
from visitapp.domain.preparing import Hunch


class Hunches:
    """What is to be tested on the day. Those once written as one text become records once one is worked on."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> tuple[Hunch, ...]:
        """Return the hunches in order."""
        return hunches_of(self._desk.record)

    def add(self) -> Hunch:
        """Begin a hunch after the others."""
        last = max((one.position for one in self._desk.record.living("hunch")), default=0.0)
        made = Hunch(new_id(), self._desk.visit_id, position=last + 1)
        changes, _ = self._settled("")
        self._desk.act(_tr("Hunch added"), (*changes, *put(self._desk.record, made)))
        return made

    def change(self, hunch: Hunch, label: str, **fields: object) -> Hunch:
        """Change any field of a hunch, and return it as it is kept now."""
        changes, kept = self._settled(hunch.id)
        changed = replace(kept or hunch, **fields)  # type: ignore[arg-type]
        record = self._desk.record.with_changes(changes)
        self._desk.act(label, (*changes, *put(record, changed)))
        return changed

    def look_for(self, hunch: Hunch, *, on: bool) -> None:
        """Make a hunch a prompt in Capture, or no longer."""
        self.change(hunch, _tr("Looked for in Capture") if on else _tr("No longer looked for"), looked_for=on)

    def remove(self, hunch: Hunch) -> None:
        """Take a hunch away; undo brings it back."""
        changes, kept = self._settled(hunch.id)
        self._desk.act(_tr("Hunch taken away"), (*changes, *removed([kept or hunch])))

    def _settled(self, wanted: str) -> tuple[tuple[Change, ...], Hunch | None]:
        """Return the changes that make records of the one text, and the record of the line `wanted`."""
        record = self._desk.record
        typed = [one for one in hunches_of(record) if record.find("hunch", one.id) is None]
        if not typed:
            return (), None
        made = as_records(record, [new_id() for _ in typed])
        changes = [change for one in made for change in put(record, one)]
        changes += answered(record, HUNCHES, value="")
        kept = next((new for old, new in zip(typed, made, strict=True) if old.id == wanted), None)
        return tuple(changes), kept


def _tr(text: str) -> str:
    return QCoreApplication.translate("Hunches", text)
