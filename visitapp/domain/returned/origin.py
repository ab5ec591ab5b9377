"""Which report a returned file answers, as far as its own marks tell."""

from collections.abc import Sequence
from dataclasses import dataclass

from visitapp.domain.marks import REPORT_PREFIX, revision_named
from visitapp.domain.returned.reading import ReadFile
from visitapp.domain.writing import Export

LATEST, OLDER, NOT_SENT, OTHER, UNMARKED = "latest", "older", "not-sent", "other", "unmarked"
"""The newest version that was sent; an earlier one; one this device never sent; another visit's report; no marks."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a returned file says it is. `export` is the version it answers, of an unmarked file the newest one; None
    when there is none. `revision` is the version it says it is, `newest` the last that was sent."""

    kind: str
    export: Export | None
    revision: int | None = None
    newest: int = 0

    @property
    def is_ours(self) -> bool:
        """Return whether the file may be compared: it is this visit's, or says nothing and a person has to say so."""
        return self.kind != OTHER and self.export is not None


def origin_of(file: ReadFile, visit_id: str, exports: Sequence[Export]) -> Origin:
    """Return what a file says it is, its properties first, then the bookmark on its title.

    `exports` are the versions of this visit that left the app.
    """
    newest = max(exports, key=_newness, default=None)
    last = newest.revision if newest else 0
    revision, is_other = _revision(file, visit_id)
    if is_other:
        return Origin(OTHER, None, revision, last)
    if revision is None:
        return Origin(UNMARKED, newest, None, last)
    named = [one for one in exports if one.revision == revision]
    export = max(named, key=_newness, default=None)
    kind = NOT_SENT if export is None else LATEST if revision == last else OLDER
    return Origin(kind, export, revision, last)


def _newness(one: Export) -> tuple[int, bool, str]:
    """Of the files of one version the one for Word is answered, for what stands round its texts is known."""
    return one.revision, bool(one.frame), one.at


def _revision(file: ReadFile, visit_id: str) -> tuple[int | None, bool]:
    """Return the revision of this visit's report a file says it is, and whether it says it is another's."""
    names = [name for name in file.bookmarks() if name.startswith(REPORT_PREFIX)]
    marked = [found for name in names if (found := revision_named(name, visit_id)) is not None]
    if file.report_id:
        ours = file.report_id == visit_id
        said = file.revision if file.revision is not None else next(iter(marked), None)
        return said if ours else file.revision, not ours
    return next(iter(marked), None), bool(names) and not marked
