"""Days of support given to schools, across all visits."""

from sqlmodel import Session

_GIVEN = (
    'select school.urn, support_day."on", support_day.days from support_day '
    "join visit on visit.id = support_day.visit_id join school on school.id = visit.school_id "
    "where support_day.given and not support_day.deleted and not visit.deleted and school.urn <> ''"
)


def support_given(session: Session) -> tuple[tuple[str, str, float], ...]:
    """Return URN, ISO day and number of days of all support that was given to schools whose URN is known."""
    rows = session.connection().exec_driver_sql(_GIVEN).fetchall()
    return tuple((urn, on, days) for urn, on, days in rows)
