"""One thing known already that a person may use: a button, and in words what it would give."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import Button
from ui.widgets.layout import column, row, wrap
from ui.widgets.text import Text


class OfferLine(QWidget):
    """`taken` tells that the button was pressed; the words break into lines where there is little room."""

    taken = Signal()

    def __init__(self, words: str, source: str) -> None:
        super().__init__()
        use = QCoreApplication.translate("OfferLine", "Use")
        spoken = ", ".join(filter(None, (words, source)))
        self.button = Button(use, "soft", small=True, name=f"{use} {spoken}")
        self.button.clicked.connect(self.taken)
        said = column(None, Text(words, "small", wrap=True), spacing=0)
        if source:
            said.addWidget(Text(source, "caption", "text2", wrap=True))
        said.addStretch(1)
        self.setLayout(row(wrap(column(None, self.button, None)), (said, 1), spacing=10))

    def take_focus(self) -> None:
        """Put the focus on the button."""
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
