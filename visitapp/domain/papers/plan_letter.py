"""The words of the message that brings a school the plan of its visit."""

from visitapp.domain.forms import field_text, front_key, visit_dates
from visitapp.domain.papers.plan import plan_text
from visitapp.domain.record import VisitRecord
from visitapp.domain.text import one_line


def plan_letter(record: VisitRecord, recipient: str) -> str:
    """Return a message: a greeting, what is attached, the plan as text, and who sends it."""
    sender = [one_line(part) for part in (record.reviewer.name, record.reviewer.role) if part.strip()]
    parts = (f"Dear {_greeted(record, recipient)},", _opening(record), plan_text(record), "\n".join(sender))
    return "\n\n".join(part for part in parts if part)


def _opening(record: VisitRecord) -> str:
    noun, dates = record.framework.noun, visit_dates(record)
    of = f"{noun} of {dates}" if dates else noun
    agreed = "as we agreed it" if record.visit.agreed_on else "for you to look through"
    asked = "" if record.visit.agreed_on else " Please tell me what should change."
    attached = "as a page and for your calendar" if dates else "as a page"
    return f"Here is the plan of the {of}, {agreed}. It is attached {attached}.{asked}"


def _greeted(record: VisitRecord, recipient: str) -> str:
    """Return a name as it was typed or as it stands on the report's front, else the role in small letters."""
    wanted = one_line(recipient)
    role = next((one.label for one in record.framework.distribution), "")
    if wanted and wanted.casefold() != role.casefold():
        return wanted
    people = (one for one in record.framework.front if one.kind == "person")
    known = {one.label.casefold(): one_line(field_text(record, one, front_key(one))) for one in people}
    name = known.get(role.casefold(), "")
    return name or role.lower() or "colleague"
