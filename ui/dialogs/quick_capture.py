"""The capture box over any stage: write one note and be back where you were."""

from PySide6.QtWidgets import QWidget

from ui.dialogs.note_sheet import NoteSheet
from ui.parts.composer import Composer
from ui.widgets.layout import column, row, wrap
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.evidence import Context


class QuickCapture(NoteSheet):
    """A sheet with the composer of the open visit, for one use: it goes away when a note is saved, or on Esc.

    What is half typed stays in the composer of the Capture stage.
    """

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        title = self.tr("Capture")
        self.set_title(title)
        self._desk = desk
        self._composer = Composer(desk)
        self._where = Text("", "small", "text2", elide=True)
        head = wrap(row(Text(title, "heading"), (self._where, 1), spacing=10, margins=(20, 0, 20, 0)))
        layout = column(head, self._composer, spacing=4)
        self.fill(layout)
        layout.setContentsMargins(14, 20, 14, 18)
        self._composer.saved.connect(self.close_sheet)
        self._composer.context_changed.connect(self._show_where)
        self._show_where(self._composer.context)

    def first_focus(self) -> QWidget:
        """Return the box."""
        return self._composer.box

    def _show_where(self, context: Context) -> None:
        activity = self._desk.record.framework.activity(context.activity)
        self._where.set_text(activity.title if activity else "")
