"""What the last visit left to be followed up, in short, beside the plan of this one."""

from PySide6.QtWidgets import QWidget

from ui.widgets.icons import Icon
from ui.widgets.layout import Line, clear, column, row, shown_if, wrap
from ui.widgets.text import Text
from ui.workspace.desk import Desk

_MOST = 4


class PlanBefore(QWidget):
    """The actions of the visit before, those judged with a tick; out of sight without any."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._list = column(spacing=6)
        heading = Text(self.tr("Follow up from last time"), "heading")
        self.setLayout(column(8, Line(), 8, heading, self._list, spacing=3))
        self.setAccessibleName(self.tr("Follow up from last time"))
        self._shown: tuple[tuple[str, bool], ...] | None = None

    def refresh(self) -> None:
        """Show the actions as the record now has them."""
        actions = [one for one in self._desk.record.earlier_actions if one.text.strip()]
        lines = tuple((one.text.strip(), bool(one.verdict)) for one in actions)
        if lines == self._shown:
            return
        self._shown = lines
        clear(self._list)
        for words, judged in lines[:_MOST]:
            mark = Icon("circle-check", "strength", 16, 2) if judged else Icon("circle", "text3", 16, 2)
            line = row(column(mark, None), (Text(words, "small", wrap=True), 1), spacing=8)
            said = self.tr("{action}, judged") if judged else self.tr("{action}, not judged yet")
            self._list.addWidget(wrap(line, said.format(action=words)))
        if len(lines) > _MOST:
            more = self.tr("and {count} more").format(count=len(lines) - _MOST)
            self._list.addWidget(Text(more, "caption", "text2"))
        shown_if(self, bool(lines))
