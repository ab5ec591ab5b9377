"""The summary as a plain page, to read aloud."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.summary.read_back import estimates_said, read_back
from ui.widgets.layout import clear, column, row, wrap
from ui.widgets.surfaces import Card, Scroll
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.report import Block, Bullets, Paragraph, ReportSection, Table, heading_text

_WIDTH = 760
_STYLES = {1: "title", 2: "heading", 3: "bodym"}
Estimates = tuple[tuple[str, str, str], ...]


class ReadBackTab(QWidget):
    """Findings, decision and actions in the words of the report; notes are never shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[tuple[ReportSection, ...], Estimates] | None = None
        self._page: QVBoxLayout = column(spacing=8, margins=(44, 34, 44, 40))
        sheet = Card(self._page, margins=(44, 34, 44, 40))
        sheet.setMaximumWidth(_WIDTH)
        board = row((sheet, 1), margins=(20, 16, 20, 16))
        self.area = Scroll(wrap(board), self.tr("Read back"))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayout(column(self.area, spacing=0))

    def panes(self) -> tuple[QWidget, ...]:
        """Return the panes in reading order."""
        return (self.area,)

    def refresh(self) -> None:
        """Write the page again if anything on it is new."""
        record = self._desk.record
        wanted = (read_back(record, self._desk.now()), estimates_said(record))
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._page)
        self._add(Text(record.school.name, "display", wrap=True))
        self._add(Text(record.framework.summary_title, "body", "text2", wrap=True))
        sections, estimates = wanted
        for section in sections:
            self._add_section(section)
        self._add_estimates(estimates)
        self._page.addStretch(1)

    def take_focus(self) -> None:
        """Let the arrow keys scroll the page."""
        self.area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add(self, piece: QWidget) -> None:
        self._page.addWidget(piece)

    def _add_section(self, section: ReportSection) -> None:
        self._page.addSpacing(14 if section.level < 3 else 4)
        self._add(Text(heading_text(section), _STYLES[section.level], wrap=True))
        for block in section.blocks:
            for piece in _pieces(block):
                self._add(piece)

    def _add_estimates(self, estimates: Estimates) -> None:
        if estimates:
            self._page.addSpacing(14)
            self._add(Text(self.tr("Estimates"), "title", wrap=True))
        for title, label, reasoning in estimates:
            self._add(Text(f"{title}: {label}", "bodym", wrap=True))
            if reasoning:
                self._add(Text(reasoning, "prose", wrap=True))


def _pieces(block: Block) -> list[QWidget]:
    if isinstance(block, Paragraph):
        quiet = block.kind == "guidance"
        weight = 600 if block.kind == "statement" else None
        return [Text(block.text, "prose", "text3" if quiet else "text", wrap=True, weight=weight)]
    if isinstance(block, Bullets):
        return [_bullet(item.text) for item in block.items]
    return [piece for number in range(len(block.rows)) for piece in _table_row(block, number)]


def _bullet(text: str) -> QWidget:
    dot = column(Text("\u2022", "prose", "text2"), None, spacing=0)
    return wrap(row(dot, (Text(text, "prose", wrap=True), 1), spacing=10))


def _table_row(table: Table, number: int) -> list[QWidget]:
    first, *rest = table.rows[number]
    said = ". ".join(f"{head}: {cell}" for head, cell in zip(table.header[1:], rest, strict=False))
    return [Text(first, "prose", wrap=True, weight=500), wrap(row(Text(said, "body", "text2", wrap=True), spacing=0))]
