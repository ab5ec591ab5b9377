"""The invented visits of the sample vault: read from their files and recorded as acts, as if they had been made."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from sqlmodel import Session

from ui.workspace.sample_file import SampleError, SampleVisit, read_samples
from ui.workspace.sample_notes import typed
from ui.workspace.sample_papers import keep_papers
from ui.workspace.sample_parts import SampleReviewer, SampleSchool
from ui.workspace.sample_telling import Told, tell
from visitapp.domain.change import Act, Change, created
from visitapp.domain.framework import Framework
from visitapp.domain.ids import new_id
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Reviewer, School
from visitapp.frameworks.library import Library
from visitapp.paths import resource
from visitapp.store import operations, visits
from visitapp.store.database import Database

if TYPE_CHECKING:
    from visitapp.vault.photos import PhotoFiles

__all__ = ["SampleError", "SampleVisit", "Told", "changes_of", "fill", "samples", "tell", "typed"]

_WHOLE_VISITS = ("sallowfield", "quillmoor")
_SHARED = ("reviewer", "school", "framework")
"""Kinds of record that several visits share and that are recorded once."""


def samples() -> tuple[SampleVisit, ...]:
    """Return every invented visit, the whole ones first. Raises SampleError when a file is not as it must be."""
    folder = resource("sample")
    rest = sorted(path.stem for path in folder.glob("*.toml") if path.stem not in _WHOLE_VISITS)
    return tuple(one for name in (*_WHOLE_VISITS, *rest) for one in read_samples(folder / f"{name}.toml"))


def changes_of(sample: SampleVisit, framework: Framework) -> tuple[VisitRecord, tuple[Change, ...]]:
    """Return a visit as a record and all the changes that make it, from nothing."""
    reviewer = _reviewer(sample.reviewer or SampleReviewer(name="", role=""), new_id())
    told = tell(sample, framework, reviewer, _school(sample.school, new_id()))
    return told.record, tuple(change for act, _ in told.acts for change in act.changes)


def fill(database: Database, library: Library, now: datetime, files: "PhotoFiles | None" = None) -> None:
    """Record every invented visit in a vault, in one transaction; no act is dated after `now` (aware). Their papers
    are kept in `files` first.

    Raises SampleError, nothing recorded, when a file is wrong or its framework is not installed; StorageError
    when the disk refuses.
    """
    found = samples()
    if files is not None:
        keep_papers(found, files)
    with database.transaction() as session:
        filler = _Filler(session, library, now, found)
        for sample in sorted(found, key=_by_date):
            filler.add(sample)


class _Filler:
    """Records visits in the order they happened, sharing schools and reviewers."""

    def __init__(self, session: Session, library: Library, now: datetime, found: tuple[SampleVisit, ...]) -> None:
        self._session = session
        self._library = library
        self._now = now
        self._owner = next((one.reviewer for one in found if one.reviewer), SampleReviewer(name="", role=""))
        self._reviewers: dict[SampleReviewer, Reviewer] = {}
        self._schools: dict[SampleSchool, School] = {}
        self._records: dict[str, VisitRecord] = {}
        self._shared: set[tuple[str, str]] = set()

    def add(self, sample: SampleVisit) -> None:
        """Record one visit."""
        framework = self._library.find(sample.framework)
        if framework is None:
            raise SampleError(f"{sample.code}: framework: expected an installed framework; found {sample.framework}")
        reviewer, school = self._reviewer_of(sample), self._school_of(sample)
        told = tell(sample, framework, reviewer, school, self._records.get(sample.follows))
        self._records[sample.code] = told.record
        for act, at in told.acts:
            self._record(act, at)

    def _reviewer_of(self, sample: SampleVisit) -> Reviewer:
        wanted = sample.reviewer or self._owner
        if wanted not in self._reviewers:
            first = visits.first_of(self._session, "reviewer") if wanted == self._owner else None
            self._reviewers[wanted] = _reviewer(wanted, first.id if first else new_id())
            self._record(Act("Reviewer set", created(self._reviewers[wanted])), self._now)
        return self._reviewers[wanted]

    def _school_of(self, sample: SampleVisit) -> School:
        if sample.school not in self._schools:
            self._schools[sample.school] = _school(sample.school, new_id())
        return self._schools[sample.school]

    def _record(self, act: Act, at: datetime) -> None:
        new = tuple(one for one in act.changes if (one.kind, one.id) not in self._shared)
        self._shared.update((one.kind, one.id) for one in new if one.kind in _SHARED)
        operations.record(self._session, replace(act, changes=new), min(at, self._now))


def _reviewer(sample: SampleReviewer, reviewer_id: str) -> Reviewer:
    return Reviewer(id=reviewer_id, **sample.model_dump())


def _school(sample: SampleSchool, school_id: str) -> School:
    return School(id=school_id, **sample.model_dump())


def _by_date(sample: SampleVisit) -> str:
    return sample.starts_on
