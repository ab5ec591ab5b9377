"""A note that was looked for: shown and marked while the focus stays in the box, and one key away."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from ui.parts.composer import Composer
from ui.parts.evidence_stream import EvidenceStream
from ui.widgets.announce import announce
from visitapp.domain.evidence import Note

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SoughtNote(QObject):
    """Enter in the empty box goes to it, once; a note saved in between lets it go."""

    def __init__(self, stream: EvidenceStream, composer: Composer) -> None:
        super().__init__(composer)
        self._stream, self._composer, self._note_id = stream, composer, ""
        composer.box.installEventFilter(self)
        composer.saved.connect(self._on_saved)

    def show(self, note_id: str) -> None:
        """Show and mark a note and have it said; an empty id forgets the one before."""
        self._note_id = note_id
        if note_id:
            announce(self._composer.box, self._stream.show_note(note_id))

    def go_to(self) -> bool:
        """Give the focus to the note; return whether there was one."""
        sought, self._note_id = self._note_id, ""
        if sought:
            self._stream.hold(sought)
        return bool(sought)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to the note on Enter while there is nothing to save."""
        if event.type() != QEvent.Type.KeyPress or not self._note_id or not isinstance(event, QKeyEvent):
            return False
        return event.key() in _ENTER and self._composer.is_blank and self.go_to()

    def _on_saved(self, _note: Note) -> None:
        self._note_id = ""
