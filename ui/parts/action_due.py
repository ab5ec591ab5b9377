"""When an action is due: written as people write days, kept as an ISO day."""

from ui.parts.place_day import PlaceDay
from ui.widgets.fields import TextField
from ui.widgets.line_edit import LineEdit
from ui.workspace.desk import Desk
from visitapp.domain.places import Place


class ActionDue(TextField):
    """A day. What is not understood stays in the box, is kept as a draft, and the box says so in a sentence."""

    def __init__(self, desk: Desk, action_id: str) -> None:
        self._desk, self._action_id = desk, action_id
        super().__init__(self.tr("By when"))
        self._day.problem.connect(self.set_error)
        self._day.refresh()

    def refresh(self) -> None:
        """Show the day the record holds, or the words still waiting to be understood."""
        self._day.refresh()

    def seal(self) -> None:
        """Make an act of what was typed, if it is a day."""
        self._day.seal()

    def _make_edit(self, label: str, placeholder: str, width: int | None) -> LineEdit:
        self._day = PlaceDay(label, self._desk, Place("action", self._action_id, "due"), self.tr("Day set"))
        return self._day
