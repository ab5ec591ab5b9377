"""What is said of an answer to a search, with its numbers."""

from PySide6.QtCore import QCoreApplication

from ui.parts.search_list import note_count
from ui.workspace.search import COUNTED, Answer


def answer_words(answer: Answer) -> str:
    """Return how many notes were found, or are shown of more, and what was not understood."""
    return "  \u00b7  ".join(part for part in (_count(answer), _missed(answer)) if part)


def nothing_words(*, in_visit: bool) -> tuple[str, str]:
    """Return the title and the sentence for finding nothing."""
    if in_visit:
        return _tr("Nothing found in this visit"), _tr("Ctrl+F looks in all visits.")
    return _tr("Nothing found"), _tr("Try fewer letters, or one filter less.")


def waiting_words(typed: str, *, has_visit: bool) -> str:
    """Return what is said while too little is typed to ask for anything."""
    if typed.strip():
        return _tr("Type two letters or more.")
    return _tr("Ctrl+F changes between this visit and all visits.") if has_visit else ""


def _count(answer: Answer) -> str:
    found, shown = answer.found, len(answer.found.hits)
    if answer.is_blank:
        return ""
    if not found.is_whole:
        return _tr("{notes} so far, still looking").format(notes=note_count(found.total))
    if found.is_more:
        return _tr("First {shown} of more than {notes}").format(shown=shown, notes=note_count(COUNTED))
    if not found.total:
        return _tr("No notes")
    if found.total > shown:
        return _tr("First {shown} of {notes}").format(shown=shown, notes=note_count(found.total))
    return note_count(found.total)


def _missed(answer: Answer) -> str:
    return _tr("Not understood: {words}").format(words=" ".join(answer.unread)) if answer.unread else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("SearchWords", text)
