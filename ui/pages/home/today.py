"""What the card of today says of a visit."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from ui.pages.home.groups import day_of
from ui.pages.home.wording import note_words
from ui.parts.today_card import TodayWords
from ui.parts.visit_days import day_words
from ui.workspace.listing import VisitSummary


def today_words(visit: VisitSummary, today: date) -> TodayWords:
    """Return the card's words for a visit that is under way."""
    return TodayWords(
        school=visit.school or _tr("School not named"),
        dates=_dates(visit, today),
        enquiry=visit.enquiry,
        button=_tr("Continue capture") if visit.notes else _tr("Start capture"),
        notes=note_words(visit.notes) if visit.notes else _tr("No notes yet"),
        missing=_missing(visit),
    )


def _dates(visit: VisitSummary, today: date) -> str:
    starts, ends = day_of(visit.starts_on) or today, day_of(visit.ends_on) or today
    day = day_words(today, "ddd d MMMM")
    if ends <= starts:
        return day
    number, whole = (today - starts).days + 1, (ends - starts).days + 1
    return _tr("{day}, day {number} of {whole}").format(day=day, number=number, whole=whole)


def _missing(visit: VisitSummary) -> str:
    if not visit.enquiry:
        return _tr("No focus of enquiry yet")
    return "" if visit.agreed_on else _tr("The plan is not agreed yet")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Visits", text)
