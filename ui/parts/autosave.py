"""Keeps one text box saved: its draft at every change, an act when it is left or has been quiet."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from ui.widgets.kept_undo import leave_undo_to_record
from ui.workspace.desk import Desk, News
from visitapp.domain.evidence import Draft
from visitapp.domain.places import Place

QUIET_MS = 2000


class Autosave(QObject):
    """Binds a text box to a place of the record.

    Every change goes to the writer at once as a draft. After two quiet seconds, and on every way out of the box
    (focus, hide, close, quit), the text becomes an act. News from elsewhere is shown unless somebody is typing here.
    """

    sealed = Signal()

    def __init__(self, edit: QPlainTextEdit | QLineEdit, desk: Desk, place: Place, label: str) -> None:
        super().__init__(edit)
        self._edit = edit
        self._desk = desk
        self._place = place
        self._label = label
        self._typed = False
        self._loading = False
        self._held = ""
        leave_undo_to_record(edit)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self.seal)
        self.show_record()
        edit.textChanged.connect(self._keep)
        edit.installEventFilter(self)
        desk.leaving.connect(self.seal)
        desk.changed.connect(self._hear)

    @property
    def place(self) -> Place:
        """Return the place this box belongs to."""
        return self._place

    def show_record(self) -> None:
        """Show what the record holds."""
        text = self._held = self._desk.text_at(self._place)
        if text == self._text():
            return
        self._loading = True
        if isinstance(self._edit, QLineEdit):
            self._edit.setText(text)
            self._edit.setCursorPosition(0)
        else:
            caret = self._edit.textCursor()
            place = caret.position()
            self._edit.setPlainText(text)
            caret = self._edit.textCursor()
            if not caret.position():
                caret.setPosition(min(place, len(text)))
                self._edit.setTextCursor(caret)
        self._loading = False

    def seal(self) -> None:
        """Make an act of what was typed since the last one."""
        self._quiet.stop()
        if self._typed:
            self._typed = False
            self._desk.seal_text(self._label, self._place, self._text(), self)
            self.sealed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Seal on every way out of the box; on the way in, know what stands there: a first value is not kept yet."""
        if event.type() == QEvent.Type.FocusIn and not self._typed:
            self._held = self._text()
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.DeferredDelete):
            self.seal()
            if event.type() == QEvent.Type.FocusOut and isinstance(self._edit, QLineEdit):
                self._edit.home(False)
        return super().eventFilter(watched, event)

    def _keep(self) -> None:
        text = self._text()
        if self._loading or text == self._held:  # another font or look is told as a change of the text too
            return
        self._typed, self._held = True, text
        self._desk.keep_draft(Draft(self._desk.visit_id, self._place.box, text, self._caret()))
        self._quiet.start()

    def _hear(self, news: News) -> None:
        if news.initiator is not self and not self._typed:
            self.show_record()

    def _text(self) -> str:
        return self._edit.text() if isinstance(self._edit, QLineEdit) else self._edit.toPlainText()

    def _caret(self) -> int:
        if isinstance(self._edit, QLineEdit):
            return self._edit.cursorPosition()
        return self._edit.textCursor().position()
