"""What others could learn from the school: its sections of the report, and the evidence for it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.parts.excellence_evidence import ExcellenceEvidence
from ui.parts.report_section import SectionSheet
from ui.theme.theme import theme
from ui.widgets.layout import column, row, wrap
from ui.widgets.surfaces import Card, Scroll
from ui.workspace.desk import Desk
from visitapp.domain.excellence import excellence_sections
from visitapp.domain.framework import Framework

_LEFT, _RIGHT = 19, 12
_TWO_COLUMNS_FROM = 900


def has_excellence(framework: Framework) -> bool:
    """Return whether a framework asks for what others could learn."""
    return bool(excellence_sections(framework))


class ExcellenceTab(QWidget):
    """The same sheets as in the report, each on a card; what is written here stands there."""

    place_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        sections = excellence_sections(desk.record.framework)
        self.sheets = [SectionSheet(desk, one) for one in sections]
        self.evidence = ExcellenceEvidence(desk, sections[0])
        for sheet in self.sheets:
            sheet.place_wanted.connect(self.place_wanted)
        cards = [Card(column(sheet), margins=(18, 14, 16, 10)) for sheet in self.sheets]
        self._columns: QBoxLayout = row(spacing=16, margins=(20, 14, 20, 12))
        self._left = wrap(column(*cards, None, spacing=12), self.tr("Area of Excellence"))
        self._columns.addWidget(self._left, _LEFT)
        self._columns.addLayout(column(self.evidence, None, spacing=12), _RIGHT)
        self.area = Scroll(wrap(self._columns), sections[0].heading)
        self.setLayout(column(self.area, spacing=0))

    def panes(self) -> tuple[QWidget, ...]:
        """Return the panes in reading order."""
        return (self._left, self.evidence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the columns below each other when there is no room for two."""
        super().resizeEvent(event)
        wide = self.width() >= theme().scaled(_TWO_COLUMNS_FROM)
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def refresh(self) -> None:
        """Show what the record holds."""
        for sheet in self.sheets:
            sheet.refresh()
        self.evidence.refresh()

    def show_private(self, shown: bool) -> None:
        """Show the words of private notes, or hide them."""
        self.evidence.show_private(shown)

    def take_focus(self) -> None:
        """Stand in the first field."""
        self.sheets[0].take_focus()
