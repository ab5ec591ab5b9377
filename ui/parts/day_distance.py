"""How many days something is late or away, in few words."""

from PySide6.QtCore import QCoreApplication

_WEEKS_FROM = 14


def days_words(days: int) -> str:
    """Return a number of days as 1 day, 5 days or 3 weeks."""
    if days == 1:
        return _tr("1 day")
    if days >= _WEEKS_FROM:
        return _tr("{count} weeks").format(count=days // 7)
    return _tr("{count} days").format(count=days)


def _tr(text: str) -> str:
    return QCoreApplication.translate("DayDistance", text)
