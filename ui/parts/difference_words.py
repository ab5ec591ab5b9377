"""Two texts shown so that one sees what is different: what is gone in one colour, what has come in another."""

from PySide6.QtCore import QCoreApplication

from ui.widgets.text_spans import Span
from visitapp.domain.difference import COME, GONE, SAME, difference

_LOOKS = {GONE: ("risk", "risk_soft"), COME: ("strength", "strength_soft")}


def old_words(before: str, after: str) -> list[str | Span]:
    """Return the older text, with what is no longer in the newer one marked."""
    return [_span(one.kind, one.text) for one in difference(before, after) if one.kind in (SAME, GONE)]


def new_words(before: str, after: str) -> list[str | Span]:
    """Return the newer text, with what was not in the older one marked."""
    return [_span(one.kind, one.text) for one in difference(before, after) if one.kind in (SAME, COME)]


def spoken_difference(before: str, after: str) -> str:
    """Return in words what is different, for those who hear it."""
    if not before:
        return QCoreApplication.translate("DifferenceWords", "New: {words}").format(words=after)
    if not after:
        return QCoreApplication.translate("DifferenceWords", "Gone: {words}").format(words=before)
    said = {
        GONE: QCoreApplication.translate("DifferenceWords", "gone: {words}"),
        COME: QCoreApplication.translate("DifferenceWords", "new: {words}"),
    }
    return "; ".join(
        said[one.kind].format(words=one.text.strip())
        for one in difference(before, after)
        if one.kind != SAME and one.text.strip()
    )


def _span(kind: str, text: str) -> str | Span:
    if kind == SAME:
        return text
    colour, mark = _LOOKS[kind]
    return Span(text, colour=colour, mark=mark)
