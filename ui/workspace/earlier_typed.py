"""What an earlier visit left, when that visit is not in the vault: typed, or read from its report."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ui.background import run_in_background
from ui.workspace.desk import Desk
from visitapp.domain.finding import Action
from visitapp.domain.framework import Framework
from visitapp.domain.ids import new_id
from visitapp.domain.imported.reading import Reading
from visitapp.domain.text import clean, first_words, one_line
from visitapp.errors import UnreadableFileError

ACTION, FINDING, POINT = "", "finding", "point"
"""What it was last time: an action, a finding, or a point an inspection made."""
_TYPED, _READ = "typed:", "report:"
_UNKNOWN = (
    "Nothing in Visitapp was changed: {name} has neither the headings of this programme's report nor a "
    "table or list of actions. "
    "Check that it is the report itself, or type the actions."
)
_EMPTY = (
    "Nothing in Visitapp was changed: {name} was read, and no action was found in it. "
    "Check that it is the final report, or type the actions."
)


class EarlierTyped(QObject):
    """Adds things to judge to the open visit; `read` brings how many of a report were added and how many were here
    already, or `refused` a sentence."""

    read = Signal(int, int)
    refused = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def add(self, sort: str) -> Action:
        """Begin one thing to judge, without words yet."""
        made_id = new_id()
        made = Action(
            made_id,
            self._desk.visit_id,
            position=self._next_position(),
            earlier_id=f"{_TYPED}{made_id}",
            earlier_sort=sort,
        )
        self._desk.put(_tr("Added from last time"), made)
        return made

    def remove(self, action: Action) -> None:
        """Take one thing away again; undo brings it back."""
        words = first_words(action.text, 40) or _tr("no words yet")
        self._desk.remove(_tr("Taken away: {words}").format(words=words), action)

    def read_report(self, path: Path) -> None:
        """Read the actions of a report in the background, by all its programme has; they are added in one act."""
        work = partial(_read, path, self._desk.record.whole)
        run_in_background(self, work, partial(self._keep, path), self.refused.emit)

    def _keep(self, path: Path, reading: Reading) -> None:
        actions = tuple(self._actions(reading))
        if not actions:
            self.refused.emit(_EMPTY.format(name=path.name))
            return
        known = {one_line(one.text) for one in self._desk.record.earlier_actions}
        new = [one for one in actions if one_line(one.text) not in known]
        if new:
            self._desk.put(_tr("Read from {name}").format(name=path.name), *new)
        self.read.emit(len(new), len(actions) - len(new))

    def _actions(self, reading: Reading) -> Iterator[Action]:
        """Yield what that report agreed; what it judged itself is no action of it."""
        first = self._next_position()
        agreed = [one for one in reading.actions if not one.earlier and one.text.strip()]
        for number, one in enumerate(agreed):
            made_id = new_id()
            yield Action(
                id=made_id,
                visit_id=self._desk.visit_id,
                text=clean(one.text),
                urgency=one.urgency,
                owner=one_line(one.owner),
                first_step=clean(one.first_step),
                due=one.due,
                measure=clean(one.measure),
                position=first + number,
                earlier_id=f"{_READ}{made_id}",
            )

    def _next_position(self) -> float:
        return 1.0 + max((one.position for one in self._desk.record.earlier_actions), default=0.0)


def is_typed(action: Action) -> bool:
    """Return whether something to judge was typed or read here, and so can be written and taken away here."""
    return action.earlier_id.startswith((_TYPED, _READ))


def sort_words(action: Action) -> str:
    """Return what it was last time, in a word."""
    words = {FINDING: _tr("Finding"), POINT: _tr("Inspection point")}
    return words.get(action.earlier_sort, _tr("Action"))


def _read(path: Path, framework: Framework) -> Reading:
    from visitapp.domain.imported.actions_alone import read_actions_alone
    from visitapp.domain.imported.choosing import read_report
    from visitapp.imports.reports.read import read_pieces

    pieces = read_pieces(path)
    reading = read_report(pieces, (framework,)) or read_actions_alone(pieces, framework)
    if reading is None:
        raise UnreadableFileError(_UNKNOWN.format(name=path.name))
    return reading


def _tr(text: str) -> str:
    return QCoreApplication.translate("EarlierTyped", text)
