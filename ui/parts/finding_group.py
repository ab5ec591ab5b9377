"""A section of the programme with its lists of findings side by side and, where asked for, its estimate."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from ui.parts.estimate_choice import EstimateChoice
from ui.parts.finding_list import FindingList
from ui.parts.team_faces import TeamFaces
from ui.theme.theme import theme
from ui.widgets.layout import column, row
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from visitapp.domain.framework import FindingGroup


class FindingGroupCard(Card):
    """Number, title and estimate over the lists; the estimate goes under the title when there is no room."""

    def __init__(
        self,
        group: FindingGroup,
        lists: Sequence[FindingList],
        faces: TeamFaces,
        estimate: EstimateChoice | None = None,
    ) -> None:
        super().__init__(margins=(0, 0, 0, 0), name=group.title)
        self._estimate = estimate
        self._title = Text(group.title, "heading", wrap=True)
        self._title.setMinimumWidth(120)
        words: QBoxLayout = row(Text(group.number, "captionm", "text3"), (self._title, 1), faces, spacing=6)
        self._head: QBoxLayout = row((words, 1), spacing=6)
        if estimate is not None:
            self._head.addWidget(estimate)
        side = row(*[(one, 1) for one in lists], spacing=14)
        self.setLayout(column(self._head, side, spacing=6, margins=(16, 11, 14, 12)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the estimate beside the title, or under it."""
        super().resizeEvent(event)
        if self._estimate is not None:
            room = event.size().width() - 60 - self._estimate.sizeHint().width()
            beside = theme().text_width(self._title.text(), "heading") <= room
            way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
            self._head.setDirection(way)
