"""What is said of the plan of an earlier visit: which one it is, and what came of copying it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ui.parts.slot_words import overlap_sentence
from visitapp.domain.fitting import results_year
from visitapp.domain.forms import short_date
from visitapp.domain.plan_days import day_title
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Slot

_MOST = 3


def copy_words(record: VisitRecord, earlier: VisitRecord) -> str:
    """Return what the button says that copies an earlier plan: last year's, else the plan of its day."""
    then, now = (results_year(one.visit.starts_on) for one in (earlier, record))
    if then.isdigit() and now.isdigit() and int(now) - int(then) == 1:
        return _tr("Copy last year")
    return _tr("Copy {day}").format(day=short_date(earlier.visit.starts_on))


def copy_tip(earlier: VisitRecord) -> str:
    """Return in a sentence what is copied."""
    words = _tr("Plan what the visit of {day} had and this one has not")
    return words.format(day=short_date(earlier.visit.starts_on))


def copied_words(
    record: VisitRecord, earlier: VisitRecord, count: int, clashes: Sequence[tuple[Slot, Slot]], shown: int
) -> str:
    """Return what was copied from where, how much of it overlaps, and with what on days other than the one shown."""
    words = _tr("Copied from the visit of {day}: {count}. Ctrl+Z takes it back.")
    said = [words.format(day=short_date(earlier.visit.starts_on), count=count)]
    if clashes:
        said.append(_tr("Overlaps: {count}.").format(count=len(clashes)))
    others = [pair for pair in clashes if pair[0].day != shown][:_MOST]
    said += [f"{day_title(record, pair[0].day)}: {overlap_sentence(record, *pair)}" for pair in others]
    return " ".join(said)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlanCopy", text)
