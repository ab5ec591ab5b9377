"""The names files are offered under when they are saved."""

import re
import unicodedata
from datetime import datetime

from visitapp.domain.report import Report
from visitapp.domain.text import one_line

LONGEST = 120
_LONGEST_BYTES = 240
_LONGEST_SCHOOL = 60
_LONGEST_PAPER = 36
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|(?:COM|LPT)[0-9\u00b9\u00b2\u00b3])", re.IGNORECASE)


def file_name(report: Report, suffix: str = ".docx") -> str:
    """Return "School - title - YYYY-MM-DD - DRAFT v1.docx": allowed on Windows, at most 120 characters.

    The day is that the paper is about, else the day it was made. Another paper than the report says which it is:
    "School - title - Action sheet - YYYY-MM-DD - DRAFT v1.docx".
    """
    paper = f" - {_shortened(_part(report.paper, 'Paper'), _LONGEST_PAPER, _LONGEST_PAPER)}" if report.paper else ""
    day = _part(report.about_on, f"{report.created:%Y-%m-%d}")
    end = f"{paper} - {day} - {_part(report.status, 'DRAFT')} v{report.revision}{suffix}"
    school = _shortened(_part(report.school, "School"), _LONGEST_SCHOOL)
    start = f"{school} - {_part(report.title, 'Report')}"
    return _shortened(_unreserved(start), LONGEST - len(end), _LONGEST_BYTES - len(end.encode())) + end


def stamped_name(school: str, at: datetime, what: str) -> str:
    """Return "School YYYY-MM-DD what HHMM", without a suffix: allowed on Windows, `at` as it is given."""
    return f"{_unreserved(_shortened(_part(school, 'School'), _LONGEST_SCHOOL))} {at:%Y-%m-%d} {what} {at:%H%M}"


def _part(text: str, otherwise: str) -> str:
    """Return a part of a name without what Windows forbids, and never empty."""
    composed = unicodedata.normalize("NFC", one_line(text))
    return _tidy(one_line(_NOT_IN_NAMES.sub(" ", composed))) or otherwise


def _tidy(text: str) -> str:
    return text.strip(" .-")


def _shortened(text: str, longest: int, longest_bytes: int = _LONGEST_BYTES) -> str:
    """Return as much of the beginning as fits, counted in characters and in bytes on disk."""
    fitting = text[:longest].encode()[:longest_bytes].decode(errors="ignore")
    return text if fitting == text else _tidy(fitting)


def _unreserved(name: str) -> str:
    """Windows reads a name up to its first dot: "Con. School" would be the console."""
    before_dot = name.partition(".")[0].strip()
    return f"_{name}" if _RESERVED.fullmatch(before_dot) else name
