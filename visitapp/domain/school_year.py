"""School years, told by the calendar year in which they end."""

_SEPTEMBER = "09"


def school_year_of(day: str) -> str:
    """Return the calendar year in which the school year of an ISO day ends, such as 2026 for 2025-11-20; empty for
    what is no day."""
    year, dash, month = day[:4], day[4:5], day[5:7]
    if not (len(year) == 4 and dash == "-" and f"{year}{month}".isdecimal() and len(month) == 2):
        return ""
    return str(int(year) + (month >= _SEPTEMBER))


def said_year(year: str) -> str:
    """Return a school year as people say it, 2018/19 for 2019; what is no single year stays as it is."""
    return f"{int(year) - 1}/{year[2:]}" if year.isdecimal() and len(year) == 4 else year
