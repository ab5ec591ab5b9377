"""What this vault's own reviewer has written, for suggestions that grow from their own words."""

from sqlmodel import Session

from visitapp.domain.visit import Reviewer
from visitapp.store.visits import first_of

_NEWEST = 5000
_TEXTS = (
    "select id, text from note where author_id = ? and not deleted and not private and text != '' "
    "order by seq desc limit ?"
)


def own_notes(session: Session, limit: int = _NEWEST) -> tuple[tuple[str, str], ...]:
    """Return id and text of the newest notes of the vault's reviewer, the oldest of them first.

    Private notes and notes of other authors are left out.
    """
    reviewer: Reviewer | None = first_of(session, "reviewer")
    rows = session.connection().exec_driver_sql(_TEXTS, (reviewer.id if reviewer else "", limit)).fetchall()
    return tuple((note_id, text) for note_id, text in reversed(rows))
