"""The report as a reader will have it, as text on the screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextLength, QTextTableFormat
from PySide6.QtWidgets import QTextEdit

from ui.theme.theme import theme
from ui.widgets.surfaces import scroll_by_finger
from visitapp.domain.report import Block, Bullets, Paragraph, Report, Table, heading_text

_RIGHT = QTextBlockFormat()
_RIGHT.setAlignment(Qt.AlignmentFlag.AlignRight)
_LEVELS = {1: ("display", 20), 2: ("title", 17), 3: ("heading", 15)}


class ReportPreview(QTextEdit):
    """Shows a composed report, read only; text can be selected and copied."""

    def __init__(self) -> None:
        super().__init__()
        self._report: Report | None = None
        self.setReadOnly(True)
        self.setAccessibleName(self.tr("Preview of the report"))
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(0, 0, 24, 0)
        scroll_by_finger(self)
        theme().changed.connect(self._write)

    def show_report(self, report: Report) -> None:
        """Show a report."""
        self._report = report
        self._write()

    def _write(self) -> None:
        report = self._report
        if report is None:
            return
        self.clear()
        cursor = self.textCursor()
        _line(cursor, report.school, "small", "text2")
        _line(cursor, report.title, "display", "text", above=0)
        _line(cursor, _which(report), "small", "text2", above=2)
        _line(cursor, report.author, "small", "text2", above=0)
        _table(cursor, report.front)
        for section in report.sections:
            style, px = _LEVELS[section.level]
            _line(cursor, heading_text(section), style, "text", above=22 if section.level == 1 else 14, px=px)
            for block in section.blocks:
                _block(cursor, block)
        if report.distribution:
            _line(cursor, ", ".join(report.distribution), "small", "text2", above=22)
        _line(cursor, report.confidentiality, "small", "text2", above=6)
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _block(cursor: QTextCursor, block: Block) -> None:
    if isinstance(block, Paragraph):
        style = "small" if block.kind == "guidance" else "prose"
        colour = "text2" if block.kind == "guidance" else "text"
        _line(cursor, block.text, style, colour, above=6, weight=600 if block.kind == "statement" else None)
    elif isinstance(block, Bullets):
        for item in block.items:
            _line(cursor, f"\u2022\u2002{item.text}", "prose", "text", above=4, indent=14)
    elif isinstance(block, Table):
        _line(cursor, block.caption, "captionm", "text2", above=8)
        _table(cursor, (block.header, *block.rows), has_figures=block.has_figures)


def _which(report: Report) -> str:
    """Return what a report is about, and status and version where it has them."""
    number = f"version {report.revision}" if report.revision else ""
    said = ", ".join(filter(None, (report.status, number)))
    return f"{report.subtitle}. {said}." if said else f"{report.subtitle}."


def _line(
    cursor: QTextCursor,
    text: str,
    style: str,
    colour: str,
    *,
    above: int = 4,
    indent: int = 0,
    px: int | None = None,
    weight: int | None = None,
) -> None:
    if not text:
        return
    block = QTextBlockFormat()
    block.setTopMargin(above)
    block.setLeftMargin(indent)
    block.setTextIndent(-indent)
    block.setLineHeight(
        max(theme().line_height(style), px or 0), QTextBlockFormat.LineHeightTypes.MinimumHeight.value
    )
    if cursor.document().isEmpty():
        cursor.setBlockFormat(block)
    else:
        cursor.insertBlock(block)
    cursor.insertText(text.replace("\n", "\u2028"), _letters(style, colour, px, weight))


def _table(cursor: QTextCursor, rows: tuple[tuple[str, ...], ...], *, has_figures: bool = False) -> None:
    if not rows:
        return
    look = QTextTableFormat()
    look.setTopMargin(10)
    look.setCellPadding(5)
    look.setCellSpacing(0)
    look.setBorder(0)
    look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    cursor.insertBlock(QTextBlockFormat())
    table = cursor.insertTable(len(rows), len(rows[0]), look)
    for down, cells in enumerate(rows):
        for across, text in enumerate(cells):
            is_name = across == 0 if len(cells) == 2 else down == 0
            letters = _letters("captionm" if is_name else "small", "text2" if is_name else "text", None, None)
            place = table.cellAt(down, across).firstCursorPosition()
            if has_figures and across:
                place.setBlockFormat(_RIGHT)
            place.insertText(text, letters)
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _letters(style: str, colour: str, px: int | None, weight: int | None) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFont(theme().font(style, px=px, weight=weight))
    letters.setForeground(theme().colour(colour))
    return letters
