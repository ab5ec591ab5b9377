"""What cannot be in a day as it is planned: activities that overlap, visits outside theirs, and how to mend these."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.parts.slot_words import outside_sentence, overlap_sentence, slot_title
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row, wrap
from ui.widgets.text import Text
from ui.workspace.day_plan import DayPlan
from ui.workspace.desk import Desk
from visitapp.domain.plan_inside import lengthened, moved_in, outside
from visitapp.domain.planning import clock, overlapping
from visitapp.domain.visit import Slot

_MOST = 3


class PlanWarning(QWidget):
    """Sentences in red, and for visits outside their activity two buttons, each of which is pressed once."""

    mended = Signal(str)
    """Brings the id of the activity whose visits were put right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._plan = desk, DayPlan(desk)
        self._home: Slot | None = None
        self._words = Text("", "small", "risk", wrap=True)
        self.longer = Button("", small=True)
        self.longer.clicked.connect(partial(self._mend, self._plan.lengthen))
        self.inward = Button("", small=True)
        self.inward.clicked.connect(partial(self._mend, self._plan.move_in))
        self._mends = wrap(Flow(self.longer, self.inward, spacing=8, line_spacing=4))
        body = column(self._words, self._mends, spacing=6)
        self.setLayout(row(column(Icon("circle-alert", "risk", 16, 2), None), (body, 1), margins=(20, 0, 22, 8)))

    def show_day(self, day: int) -> None:
        """Say what cannot be on a day as the record now has it; out of sight when all can."""
        record = self._desk.record
        slots = tuple(slot for slot in record.slots if slot.day == day)
        out = [pair for pair in outside(record.slots) if day in (pair[0].day, pair[1].day)]
        said = [outside_sentence(record, *pair) for pair in out[:_MOST]]
        if len(out) > _MOST:
            said.append(self.tr("{count} more are outside too.").format(count=len(out) - _MOST))
        self._home = out[0][1] if out else None
        clashes = [overlap_sentence(record, *pair) for pair in overlapping(slots)]
        self._words.set_text(" ".join([*said, *self._room(), *clashes]))
        self._show_mends()
        self.setVisible(bool(self._words.text()))

    def buttons(self) -> Sequence[QWidget]:
        """Return the buttons in the order of Tab."""
        return (self.longer, self.inward)

    def _room(self) -> list[str]:
        """Say that there is no room inside an activity, where there is none."""
        if self._home is None or moved_in(self._desk.record.slots, self._home):
            return []
        return [self.tr("There is no room for it inside.")]

    def _show_mends(self) -> None:
        self._mends.setVisible(self._home is not None)
        if self._home is None:
            return
        slots = self._desk.record.slots
        title = slot_title(self._desk.record, self._home)
        wanted = next(iter(lengthened(slots, self._home)), self._home)
        hours = {"start": clock(wanted.starts), "end": clock(wanted.ends)}
        self.longer.set_label(self.tr("Make it {start} to {end}").format(**hours))
        self.longer.setAccessibleName(self.tr("Make {home} {start} to {end}").format(home=title, **hours))
        self.longer.setVisible(wanted != self._home)
        self.inward.setVisible(bool(moved_in(slots, self._home)))
        self.inward.set_label(self.tr("Move into its time"))
        self.inward.setAccessibleName(self.tr("Move visits into the time of {home}").format(home=title))

    def _mend(self, how: Callable[[Slot], None]) -> None:
        if self._home is not None:
            home_id = self._home.id
            how(self._home)
            self.mended.emit(home_id)
