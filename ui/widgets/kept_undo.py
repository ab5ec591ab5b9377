"""Which text boxes leave undo to the record, so that there is one undo and not two."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

_KEPT = "undone_by_the_record"


def leave_undo_to_record(edit: QPlainTextEdit | QLineEdit) -> None:
    """Leave undo in a box to the record: one of its own would take back more, or less, than was asked for."""
    edit.setProperty(_KEPT, True)
    if isinstance(edit, QPlainTextEdit):
        edit.setUndoRedoEnabled(False)


def leaves_undo_to_record(edit: QPlainTextEdit | QLineEdit) -> bool:
    """Return whether a box has no undo of its own."""
    return bool(edit.property(_KEPT))
