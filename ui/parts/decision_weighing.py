"""Capacity weighed against risk: statements rated by hand, risks as they were found, one point placed by hand."""

from functools import partial

from PySide6.QtWidgets import QGridLayout

from ui.parts.decision_risks import RisksFound
from ui.theme.theme import theme
from ui.widgets.dots import Dots
from ui.widgets.layout import column, row
from ui.widgets.matrix import Matrix
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.framework import CapacityStatement
from visitapp.domain.places import answered

_ACROSS, _UP = "grid.capacity", "grid.risk"


class WeighingCard(Card):
    """Records what a person thinks; nothing here follows from anything else."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(margins=(0, 0, 0, 0))
        self._desk = desk
        judgement = desk.record.framework.judgement
        levels = [one.label for one in judgement.capacity_levels]
        self.dots = {one.code: Dots(one.text, levels, 0) for one in judgement.capacity}
        self._levels = {code: Text("", "caption", "text2") for code in self.dots}
        bands = (self.tr("low"), self.tr("moderate"), self.tr("high"))
        self.matrix = Matrix(self.tr("Capacity"), self.tr("Risk"), levels, bands)
        self.risks = RisksFound(desk)
        title = judgement.capacity_title or self.tr("Capacity weighed against risk")
        statements = self._statements(judgement.capacity)
        capacity_head = Text(self.tr("Capacity"), "captionm", "text2")
        left = column(Text(title, "heading", wrap=True), 4, capacity_head, statements, 4, self.risks, None, spacing=4)
        self.setLayout(row((left, 1), column(self.matrix, None), spacing=18, margins=(18, 14, 16, 12)))
        self.setAccessibleName(title)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show what the record holds."""
        record = self._desk.record
        for code, dots in self.dots.items():
            value = record.answer(f"capacity.{code}").value
            dots.set_rating(value if isinstance(value, int) else 0)
            self._levels[code].set_text(dots.label() or self.tr("Not rated"))
        across, up = record.answer(_ACROSS).value, record.answer(_UP).value
        point = (across, up) if isinstance(across, float) and isinstance(up, float) else None
        if point != self.matrix.point():
            self.matrix.set_point(point)
        self.risks.refresh()

    def _connect(self) -> None:
        for code, dots in self.dots.items():
            dots.rated.connect(partial(self._rate, code))
        self.matrix.placed.connect(self._place)
        self.matrix.removed.connect(self._remove)

    def _statements(self, capacity: tuple[CapacityStatement, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(0, 1)
        for place, statement in enumerate(capacity):
            grid.addLayout(column(None, Text(statement.text, "small", wrap=True), None, spacing=0), place, 0)
            grid.addWidget(self.dots[statement.code], place, 1)
            grid.addWidget(self._levels[statement.code], place, 2)
        labels = [one.label for one in self._desk.record.framework.judgement.capacity_levels]
        widest = max((theme().text_width(one, "caption") for one in (*labels, self.tr("Not rated"))), default=0)
        grid.setColumnMinimumWidth(2, int(widest) + 4)
        return grid

    def _rate(self, code: str, rating: int) -> None:
        self._desk.answer(self.tr("Capacity rated"), f"capacity.{code}", rating or None, self)

    def _place(self, across: float, up: float) -> None:
        self._record_point(self.tr("Point placed"), across, up)

    def _remove(self) -> None:
        self._record_point(self.tr("Point taken off"), None, None)

    def _record_point(self, label: str, across: float | None, up: float | None) -> None:
        record = self._desk.record
        changes = (*answered(record, _ACROSS, value=across), *answered(record, _UP, value=up))
        self._desk.act(label, changes, self)
