"""One thing the quiet reader found: the words, why, and leave to let it be."""

from PySide6.QtCore import Signal

from ui.widgets.buttons import Button
from ui.widgets.layout import column, row, shown_if
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from visitapp.domain.style import Flag


class StyleNote(Card):
    """Shown for the flag one has gone to; `let_be` is for the visit, `not_now` for this sitting."""

    let_be = Signal(object)
    not_now = Signal(object)

    def __init__(self) -> None:
        super().__init__(fill="develop_soft", line=None, radius=8)
        self._says = Text("", "captionm", "text", wrap=True, max_lines=2)
        self._words = Text("", "caption", "text2", elide=True)
        self._flag: Flag | None = None
        stay = Button(self.tr("Let it be"), "quiet", small=True, name=self.tr("Let it be, for this visit"))
        later = Button(self.tr("Not now"), "quiet", small=True, name=self.tr("Not now, for this sitting"))
        stay.clicked.connect(self._on_let_be)
        later.clicked.connect(self._on_not_now)
        body = column(self._says, row((self._words, 1), later, stay, spacing=4), spacing=0)
        body.setContentsMargins(10, 6, 6, 4)
        self.setLayout(body)
        self.setAccessibleName(self.tr("Style"))
        self.hide()

    def show_flag(self, flag: Flag | None) -> None:
        """Show a flag, or nothing."""
        self._flag = flag
        if flag is not None:
            self._says.set_text(flag.says)
            self._words.set_text(" ".join(flag.sentence.split()))
        shown_if(self, flag is not None)

    def _on_let_be(self) -> None:
        if self._flag is not None:
            self.let_be.emit(self._flag)

    def _on_not_now(self) -> None:
        if self._flag is not None:
            self.not_now.emit(self._flag)
