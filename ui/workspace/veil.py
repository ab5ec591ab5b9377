"""What hides names and private words of the open visit from others, in the reviewer's own language."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from ui.workspace.desk import Desk
from ui.workspace.writing_aids import WritingAids
from visitapp.domain.naming.finding import Named
from visitapp.domain.veiling import Veil


def veil_of(desk: Desk) -> Veil:
    """Return the veil of the open visit; what somebody has said is no name is not hidden."""
    aids = desk.aids = desk.aids or WritingAids(desk.ask, {}, desk)
    tell = QCoreApplication.translate
    return Veil(
        partial(_names_in, aids, desk),
        tell("Veil", "[a name is hidden]"),
        tell("Veil", "[words of a private note are hidden]"),
    )


def _names_in(aids: WritingAids, desk: Desk, text: str) -> tuple[Named, ...]:
    return aids.names_to_hide(text, desk.record)
