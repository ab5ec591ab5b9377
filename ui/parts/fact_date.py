"""A field for a day, written as people write days."""

import re
from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Signal

from ui.theme.theme import theme
from ui.widgets.line_edit import LineEdit

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY = re.compile(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_BY_NUMBER = re.compile(r"(\d{1,2})[/.\-\s](\d{1,2})(?:[/.\-\s](\d{2}|\d{4}))?")
_BY_NAME = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?(?:\s+(\d{2}|\d{4}))?")


def read_day(text: str, today: date) -> date | None:
    """Return the day written as 20/11/2025, 20.11.25, 20 Nov or 2025-11-20, or None if it is none.

    Without a year it is the one nearest to `today`.
    """
    words = _WEEKDAY.sub("", text.strip())
    if found := _ISO.fullmatch(words):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _BY_NUMBER.fullmatch(words):
        return _nearest(today, found[3], int(found[2]), int(found[1]))
    if (found := _BY_NAME.fullmatch(words)) and found[2][:3].lower() in _MONTHS:
        return _nearest(today, found[3], _MONTHS.index(found[2][:3].lower()) + 1, int(found[1]))
    return None


def short_day(day: str) -> str:
    """Return an ISO day as "20 Nov 2025", or an empty text when it is none."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return ""
    return f"{found.day} {_MONTHS[found.month - 1].title()} {found.year}"


class DateField(LineEdit):
    """A day in any usual spelling; `picked` brings it as an ISO day, or an empty text when it is taken away."""

    picked = Signal(str)

    def __init__(self, name: str, now: Callable[[], datetime], day: str = "") -> None:
        super().__init__(name, self.tr("day month year"))
        self._now = now
        self._day = ""
        self.set_day(day)
        self.editingFinished.connect(self.commit)
        theme().changed.connect(self._resize)
        self._resize()

    def day(self) -> str:
        """Return the ISO day held, or an empty text."""
        return self._day

    def set_day(self, day: str) -> None:
        """Hold an ISO day without telling anyone."""
        self._day = day
        self.setText(short_day(day) or day)
        self.set_wrong(wrong=False)

    def commit(self) -> None:
        """Take what is written, or ring the field when it is no day."""
        written = self.text().strip()
        found = read_day(written, self._now().astimezone().date()) if written else None
        if written and found is None:
            self.set_wrong(wrong=written != self._day)
            return
        day = found.isoformat() if found else ""
        changed = day != self._day
        self.set_day(day)
        if changed:
            self.picked.emit(day)

    def _resize(self) -> None:
        self.setMinimumWidth(theme().scaled(90) + 24)


def _nearest(today: date, year: str | None, month: int, day: int) -> date | None:
    if year:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    found = [_day(today.year + step, month, day) for step in (-1, 0, 1)]
    return min((one for one in found if one), key=lambda one: abs((one - today).days), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
