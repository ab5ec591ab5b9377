"""What the school says of a report it was sent: the file that came back, and each thing in it to decide on."""

from dataclasses import dataclass

EDIT, COMMENT, GONE, NEW, MOVED = "edit", "comment", "gone", "new", "moved"
"""A text given otherwise, a comment on it, one that is no longer there, one that was not sent, one put elsewhere."""

ACCEPTED, REWORDED, REJECTED, ASIDE = "accepted", "reworded", "rejected", "aside"
"""The verdicts on a remark; one not yet decided has none. What is put aside stays with the file, changing nothing."""


@dataclass(frozen=True, slots=True)
class Returned:
    """A report file that came back: which export it answers, its SHA-256 and when it was read (UTC).

    `anchored` tells that its paragraphs were known by their bookmarks; without, they were found by heading and words.
    """

    id: str
    visit_id: str = ""
    export_id: str = ""
    file_name: str = ""
    sha256: str = ""
    at: str = ""
    anchored: bool = True
    unread: tuple[str, ...] = ()
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing in a returned file. `record_id` is the text it is about, empty when that is not known.

    `kind` is edit, comment, gone, new or moved. `sent` is what left, `given` what came back, `said` a comment's
    words; `given` with a comment is what it stands on. `near` is the record after which a new or moved text stood, or
    the one cell of a row that is meant (`visitapp.domain.returned.rows`). `tracked` tells that the change was marked
    in the file; one that was not was found by comparing. `verdict` is accepted, reworded, rejected or aside;
    `wording` is the text it was reworded to and `reason` why it was rejected.
    """

    id: str
    visit_id: str = ""
    returned_id: str = ""
    position: float = 0.0
    record_id: str = ""
    near: str = ""
    kind: str = EDIT
    sent: str = ""
    given: str = ""
    said: str = ""
    by: str = ""
    on: str = ""
    tracked: bool = False
    sure: bool = True
    verdict: str = ""
    wording: str = ""
    reason: str = ""
    decided_at: str = ""
    deleted: bool = False
