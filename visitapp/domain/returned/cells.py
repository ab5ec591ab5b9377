"""What a changed cell of a table of actions makes of the action."""

import re
from collections.abc import Iterable

from visitapp.domain.changed_report import NOT_JUDGED, NOT_SAID
from visitapp.domain.finding import Action
from visitapp.domain.framework import Option
from visitapp.domain.imported.days import only_day
from visitapp.domain.marks import NOT_RECORDED
from visitapp.domain.record import VisitRecord
from visitapp.domain.returned.likeness import loose
from visitapp.domain.text import one_line

ACTION_COLUMNS = ("text", "urgency", "owner", "first_step", "due")
"""The fields of an action in the order of the report's table."""
EARLIER_COLUMNS = ("", "verdict", "verdict_note")
"""The same of an action of the last visit; what was agreed then stays as it was agreed."""

_NUMBER = re.compile(r"\d{1,3}[.)]\s+")
_BLANK = frozenset(map(loose, ("", "Not set", NOT_RECORDED, NOT_JUDGED, NOT_SAID)))


def action_field(action: Action, column: int) -> str:
    """Return the field of an action that stands in a column, from 0; empty for none that may be changed."""
    columns = EARLIER_COLUMNS if action.earlier_id else ACTION_COLUMNS
    return columns[column] if column < len(columns) else ""


def cell_value(record: VisitRecord, field: str, text: str) -> str | None:
    """Return the value of an action's field that reads as `text` in the report; None when no value does."""
    if loose(text) in _BLANK:
        return ""
    if field == "urgency":
        return _code(record.framework.urgencies, text)
    if field == "verdict":
        return _code(record.framework.follow_up.verdicts, text)
    if field == "due":
        return only_day(text) or None
    return _NUMBER.sub("", one_line(text), count=1) if field == "text" else text.strip()


def _code(options: Iterable[Option], text: str) -> str | None:
    return next((one.code for one in options if loose(one.label) == loose(text)), None)
