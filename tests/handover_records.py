"""Visits to hand over: begun under an installed programme, with a few notes put in."""

from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from sample_records import begun, holding, library

from visitapp.domain.evidence import Note
from visitapp.domain.handover import compose_handover
from visitapp.domain.visit import Reviewer

ZONE = "Europe/London"
AT = datetime(2025, 11, 20, 10, 42, 7, tzinfo=ZoneInfo(ZONE))


def note(number, text="Pupils explain.", **more):
    """Return a note taken at ten and so many minutes."""
    taken = {"taken_at": f"2025-11-20T10:{number % 60:02d}:30+00:00", "zone": ZONE, "author_id": "r"}
    return Note(f"note-{number}", "visit", number, text, **{**taken, **more})


@cache
def empty():
    """Return a visit in which nothing has happened, of a reviewer with a name."""
    record = begun(library().find("llpr-primary@2024-25"), reviewer_id="r")
    return holding(record, Reviewer("r", "R. Alder", "Partner", "Marrowshire"))


def visit_with(*entities):
    """Return a visit that holds these."""
    return holding(empty(), *entities)


def handed(*entities, at=AT, **more):
    """Return what is handed over of a visit that holds these."""
    return compose_handover(visit_with(*entities), at, ZONE, **more)


def rows_of(handover, code):
    """Return the rows of one list as dictionaries by header."""
    found = next(one for one in handover.all_lists() if one.code == code)
    return [dict(zip(found.header, row, strict=True)) for row in found.rows]
