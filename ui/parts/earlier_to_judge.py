"""What last time left, as a short list to be judged while one talks with leaders."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.widgets.chips import PickerChip
from ui.widgets.layout import Line, clear, column, row, shown_if, wrap
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.following import Following


class EarlierToJudge(QWidget):
    """A line and a verdict for each action of the visit before, in the first activity of the day."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._following = desk, Following(desk)
        self._chips: dict[str, PickerChip] = {}
        self._list = column(spacing=8)
        self._count = Text("", "caption", "text3", tnum=True)
        head = row(Text(self.tr("From last time"), "heading"), None, self._count, spacing=6)
        self.setLayout(column(head, self._list, 6, Line(), spacing=5))
        self.setAccessibleName(self.tr("From last time"))
        self._shown: tuple[tuple[str, str], ...] = ()
        self.hide()

    def show_activity(self, code: str) -> None:
        """Show what is to be judged in an activity: all of it in the first of the programme, nothing elsewhere."""
        record = self._desk.record
        first = next((one.code for one in record.framework.activities), "")
        actions = [one for one in record.earlier_actions if one.text.strip()] if code and code == first else []
        lines = tuple((one.id, one.text.strip()) for one in actions)
        if lines != self._shown:
            self._shown = lines
            self._lay(lines)
        for one in actions:
            self._chips[one.id].set_current(one.verdict)
        judged = sum(bool(one.verdict) for one in actions)
        self._count.set_text(self.tr("{judged} of {count}").format(judged=judged, count=len(actions)))
        shown_if(self, bool(actions) and bool(record.framework.follow_up.verdicts))

    def _lay(self, lines: tuple[tuple[str, str], ...]) -> None:
        clear(self._list)
        self._chips = {}
        verdicts = self._desk.record.framework.follow_up.verdicts
        for number, (action_id, words) in enumerate(lines, 1):
            name = self.tr("Verdict on {number}").format(number=number)
            chip = PickerChip(name, placeholder=self.tr("Judge"), sticky=False, small=True)
            chip.set_options([("", self.tr("Not judged")), *((one.code, one.label) for one in verdicts)])
            chip.picked.connect(partial(self._judge, action_id))
            self._chips[action_id] = chip
            text = wrap(row((Text(words, "small", wrap=True), 1)))
            self._list.addWidget(wrap(column(text, row(chip, None), spacing=3)))

    def _judge(self, action_id: str, verdict: str) -> None:
        action = self._following.action(action_id)
        if action is not None:
            self._following.judge(action, verdict)
