"""One file that was read in, as a line: what it is, what was kept of it, and the way to take it back."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import Button
from ui.widgets.layout import Line, column, row
from ui.widgets.text import Text
from visitapp.domain.forms import short_date
from visitapp.domain.published.batches import Batch


class BatchLine(QWidget):
    """Brings by `standing_wanted` the batch's id and whether it should stand. `note` is said after what it is of."""

    standing_wanted = Signal(str, bool)

    def __init__(self, batch: Batch, note: str = "") -> None:
        super().__init__()
        faint = "text" if batch.standing else "text3"
        title = Text(batch.title, "bodym", faint, wrap=True)
        day = Text(short_date(batch.imported_at[:10]), "caption", "text2", tnum=True)
        words = _tr("{kept} rows kept").format(kept=f"{batch.kept:,}")
        kept = Text(words, "caption", "text2" if batch.standing else "text3", tnum=True)
        words = _tr("Take back") if batch.standing else _tr("Bring back")
        self.way = Button(words, "quiet", small=True, icon="undo-2" if batch.standing else "redo-2")
        self.way.set_label(words, f"{words}, {batch.title}, {batch.file_name}")
        self.way.setToolTip(batch.file_name)
        self.way.clicked.connect(partial(self.standing_wanted.emit, batch.id, not batch.standing))
        about = ". ".join(part for part in (_about(batch), note, "" if batch.standing else _tr("Taken back")) if part)
        head = row((title, 1), spacing=8)
        head.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        pieces = [head, row((kept, 1), _left_out(batch), spacing=8)]
        if about:
            pieces.append(row((Text(about, "caption", "text2", wrap=True), 1)))
        name = Text(batch.file_name, "caption", "text3", elide=True)
        pieces.append(row((name, 1), self.way, spacing=6))
        if batch.attribution and batch.standing:
            pieces.append(row((Text(batch.attribution, "caption", "text3", wrap=True, max_lines=2), 1)))
        self.setAccessibleName(f"{batch.title}, {about}, {kept.text()}")
        self.setLayout(column(*pieces, Line(), spacing=3, margins=(0, 4, 0, 2)))


def _about(batch: Batch) -> str:
    outside = _tr("{count} of other places").format(count=f"{batch.outside:,}") if batch.outside else ""
    return ", ".join(part for part in (batch.period, batch.release, outside) if part)


def _left_out(batch: Batch) -> Text:
    if batch.rejected:
        words = _tr("{count} left out").format(count=f"{batch.rejected:,}")
        return Text(words, "captionm", "risk" if batch.standing else "text3", tnum=True)
    return Text(_tr("none left out"), "captionm", "strength" if batch.standing else "text3")


def _tr(text: str) -> str:
    return QCoreApplication.translate("BatchLine", text)
