"""The visits of one group on a card, under its name and number."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.parts.visit_row import VisitRow
from ui.widgets.buttons import Button
from ui.widgets.layout import column, row, shown_if
from ui.widgets.surfaces import Card
from ui.widgets.text import Text


class VisitGroup(QWidget):
    """Rows of which some are in view; `more` is offered when others are folded away."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._rows: dict[str, VisitRow] = {}
        self._folded: set[str] = set()
        self._count = Text("", "caption", "text3", tnum=True)
        self._column = column(spacing=0)
        self.more = Button("", "quiet", small=True)
        head = row(Text(title, "captionm", "text2"), self._count, None, spacing=6, margins=(4, 0, 0, 0))
        card = Card(self._column, margins=(0, 1, 0, 1), name=title)
        self.setLayout(column(head, card, row(self.more, None), spacing=5))

    def add(self, visit_id: str, made: VisitRow) -> None:
        """Add a row at the end."""
        self._rows[visit_id] = made
        self._column.addWidget(made)

    def narrow(self, ids: Sequence[str], count: int) -> None:
        """Put these rows in view, out of `count` that could be."""
        folded = self._rows.keys() - set(ids)
        # The layout rests meanwhile: it would put every row in its place again for each one that comes or goes.
        self._column.setEnabled(False)
        for visit_id in folded ^ self._folded:
            self._rows[visit_id].setVisible(visit_id not in folded)
        self._column.setEnabled(True)
        self._column.invalidate()
        self._folded = folded
        for visit_id in ids:
            self._rows[visit_id].set_ruled(ruled=visit_id != ids[0])
        self._count.set_text(str(count))
        self.more.set_label(self.tr("Show all {count} closed").format(count=count))
        self.more.setVisible(len(ids) < count)
        shown_if(self, bool(ids))
