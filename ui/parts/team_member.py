"""What a member of the team is called on the screen."""

from PySide6.QtCore import QCoreApplication

from ui.widgets.tags import Initials
from visitapp.domain.record import VisitRecord
from visitapp.domain.weighed import members
from visitapp.domain.weighing import Member, lead_id


def number_of(record: VisitRecord, member_id: str) -> int:
    """Return the place of a member in the team, from 1; 0 for somebody who is not of it."""
    return next((place for place, one in enumerate(members(record), 1) if one.id == member_id), 0)


def short_name(number: int) -> str:
    """Return the letters of a member, such as R2; a question mark for somebody who is not of the team."""
    return QCoreApplication.translate("Team", "R{number}").format(number=number) if number else "?"


def full_name(record: VisitRecord, member: Member) -> str:
    """Return what a member is called: name, else role, else reviewer and number; the lead is you."""
    if member.id == lead_id(record.visit_id):
        return QCoreApplication.translate("Team", "You")
    plain = QCoreApplication.translate("Team", "Reviewer {number}").format(number=number_of(record, member.id))
    return member.name.strip() or member.role.strip() or plain


def initials(record: VisitRecord, member: Member) -> Initials:
    """Return a member's letters in a circle."""
    number, yours = number_of(record, member.id), member.id == lead_id(record.visit_id)
    return Initials(short_name(number), full_name(record, member), yours=yours)


def show_initials(chip: Initials, record: VisitRecord, member: Member) -> None:
    """Have a circle show a member's letters and name as they are now."""
    name = full_name(record, member)
    chip.setText(short_name(number_of(record, member.id)))
    chip.setAccessibleName(name)
    chip.setToolTip(name)
