"""Values and ratings of the indicators, as people give them. Nothing here rates anything."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from ui.workspace.desk import Desk
from visitapp.domain.followed import due_key, readings
from visitapp.domain.following import Reading
from visitapp.domain.framework import Indicator
from visitapp.domain.ids import new_id
from visitapp.domain.measured import YEARS, target


class Measuring:
    """The indicators of the open visit. Every method is at most one act, which undo takes back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def today(self) -> date:
        """Return the day it is here."""
        return self._desk.now().astimezone().date()

    def reading(self, reading_id: str) -> Reading | None:
        """Return a reading that was not deleted, or None."""
        found = self._desk.record.find("reading", reading_id)
        return found if isinstance(found, Reading) else None

    def add_value(self, indicator: Indicator) -> Reading:
        """Return a reading of today to write a value in, with the target as it is now; an empty one is used again."""
        empty = next((one for one in readings(self._desk.record, indicator.code) if _is_empty(one)), None)
        if empty is not None:
            return empty
        made = self._new(indicator)
        self._desk.put(self._tr("Value added: {title}").format(title=indicator.title), made)
        return made

    def rate(self, indicator: Indicator, code: str, reading: Reading | None) -> Reading:
        """Rate a reading, or take its rating off with an empty code; without one a reading of today is made."""
        rated = replace(reading or self._new(indicator), rating=code)
        given = self._desk.record.framework.measures.rating(code)
        words = self._tr("{title}: rated {rating}") if given else self._tr("{title}: rating taken off")
        self._desk.put(words.format(title=indicator.title, rating=given.label if given else ""), rated)
        return rated

    def set_day(self, reading: Reading, day: str) -> None:
        """Say of which ISO day a value is."""
        self._desk.put(self._tr("Day of a value changed"), replace(reading, on=day))

    def remove(self, reading: Reading) -> None:
        """Take a reading away, with its rating and reason."""
        self._desk.remove(self._tr("Value taken away"), reading)

    def set_due(self, indicator: Indicator, day: str) -> None:
        """Keep the ISO day on which an indicator is to be looked at next; an empty one goes back to its rhythm."""
        label = self._tr("Day to look again: {title}").format(title=indicator.title)
        self._desk.answer(label, due_key(indicator.code), day or None)

    def set_years(self, years: str) -> None:
        """Look at the criteria of success of a stretch of years, or of none."""
        self._desk.answer(self._tr("Criteria of success chosen"), YEARS, years)

    def _new(self, indicator: Indicator) -> Reading:
        today, aimed = self.today().isoformat(), target(self._desk.record, indicator)
        return Reading(new_id(), self._desk.visit_id, indicator.code, today, target=aimed)

    def _tr(self, text: str) -> str:
        return QCoreApplication.translate("Measuring", text)


def _is_empty(reading: Reading) -> bool:
    return not (reading.value.strip() or reading.rating or reading.reason.strip())
