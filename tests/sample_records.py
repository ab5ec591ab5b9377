"""Records to look at in tests: the invented visits, a made-up programme, and records with a few things put in."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from ui.workspace.sample import changes_of, samples
from visitapp.domain.places import answered, changes_for, put, section_place
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import School, Visit
from visitapp.frameworks.library import installed, load_framework
from visitapp.paths import resource

MADE_UP = Path(__file__).parent / "files" / "made-up-framework.toml"


@cache
def library():
    """Return the installed frameworks."""
    return installed(resource("frameworks"), resource("vocabularies"))


@cache
def sample(code):
    """Return an invented visit as it stands in its file."""
    return next(one for one in samples() if one.code == code)


@cache
def told(code):
    """Return an invented visit as a record."""
    one = sample(code)
    return changes_of(one, library().find(one.framework))[0]


@cache
def made_up_programme():
    """Return the programme of tests that is like no other."""
    return load_framework(MADE_UP, resource("vocabularies"))


def begun(framework, **visit):
    """Return a visit in which nothing has happened."""
    made = Visit("visit", "school", starts_on="2025-11-20", ends_on="2025-11-20")
    school = School("school", "Sallowfield Primary School", phase="primary")
    record = VisitRecord(framework, "visit", {})
    return changed(holding(record, made, school), "visit", "visit", **visit)


def holding(record, *entities):
    """Return a record that also holds these."""
    for one in entities:
        record = record.with_changes(put(record, one))
    return record


def changed(record, kind, record_id, **fields):
    """Return a record in which one thing has other fields."""
    return holding(record, replace(record.shelves[kind][record_id], **fields))


def without(record, kind, *ids):
    """Return a record from which things have been deleted."""
    for record_id in ids:
        record = changed(record, kind, record_id, deleted=True)
    return record


def saying(record, **answers):
    """Return a record with answers; a double underscore stands for the dot of a key."""
    for key, value in answers.items():
        record = record.with_changes(answered(record, key.replace("__", "."), value=value))
    return record


def reading(record, section, text):
    """Return a record in which a report section reads so."""
    return record.with_changes(changes_for(record, section_place(section), text))
