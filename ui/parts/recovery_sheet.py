"""The recovery code on paper."""

from PySide6.QtCore import QCoreApplication, QMarginsF, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QWidget

_MARGIN_MM = 22


def sheet_text(code: str) -> str:
    """Return what is written into a file for a code."""
    return f"{_title()}\n\n{code}\n\n{_advice()}\n"


class RecoverySheet(QObject):
    """Prints a code; `printed` tells that it went to a printer."""

    printed = Signal()

    def ask(self, code: str, window: QWidget) -> None:
        """Open the system's print dialog over a window."""
        # Printing is loaded when it is wanted: it is slow to load and few sessions need it.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        edges = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
        self._printer.setPageMargins(edges, QPageLayout.Unit.Millimeter)
        self._printer.setDocName(_title())
        self._code = code
        dialog = QPrintDialog(self._printer, window)
        dialog.finished.connect(self._print)
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def _print(self, answer: int) -> None:
        if answer != QDialog.DialogCode.Accepted:
            return
        with QPainter(self._printer) as painter:
            draw_sheet(painter, QRectF(painter.viewport()), self._code)
        self.printed.emit()


def draw_sheet(painter: QPainter, page: QRectF, code: str) -> None:
    """Draw title, code and advice on a page."""
    line = page.height() / 40
    wrap = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
    painter.setFont(QFont("Inter", 18, QFont.Weight.DemiBold))
    painter.drawText(QRectF(0, line, page.width(), 2 * line), wrap, _title())
    painter.setFont(QFont("Inter", 24, QFont.Weight.DemiBold))
    groups = code.split("-")
    for number, group in enumerate(groups):
        across, down = number % 3, number // 3
        place = QRectF(across * page.width() / 3, (5 + 3 * down) * line, page.width() / 3, 3 * line)
        painter.drawText(place, wrap, group)
    painter.setFont(QFont("Inter", 11))
    painter.drawText(QRectF(0, 13 * line, page.width(), 14 * line), wrap, _advice())


def _title() -> str:
    return QCoreApplication.translate("Recovery", "Visitapp recovery code")


def _advice() -> str:
    return QCoreApplication.translate(
        "Recovery",
        "This code opens your Visitapp vault when the passphrase is forgotten. Nobody can make another one for a "
        "vault that is locked. Keep it where you keep other important papers, away from the device it belongs to. "
        "It does not matter whether you type large or small letters, with or without the dashes.",
    )
