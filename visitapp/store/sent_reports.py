"""What was said of other schools, so that a sentence taken from there can be pointed at."""

from sqlmodel import Session

_NEWEST = 200
_TEXTS = (
    "select export.text from export join visit on visit.id = export.visit_id "
    "where visit.school_id != ? and not export.deleted and not visit.deleted and export.variant = '' "
    "order by export.at desc limit ?"
)


def reports_of_others(session: Session, school_id: str, limit: int = _NEWEST) -> tuple[str, ...]:
    """Return the texts of the reports that left the app for any other school, the newest first."""
    rows = session.connection().exec_driver_sql(_TEXTS, (school_id, limit)).fetchall()
    return tuple(text for (text,) in rows if text)
