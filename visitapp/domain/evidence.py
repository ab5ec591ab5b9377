"""Evidence: the notes of a visit and the draft still being typed, as frozen values."""

from dataclasses import dataclass

from visitapp.domain.photo import Photo


@dataclass(frozen=True, slots=True)
class Note:
    """One piece of evidence. `taken_at` is UTC in ISO form with `zone` beside it; `marker` is empty for a plain
    note; `number` is what the reviewer calls it by: E12. `entered_at` is when it was really entered, where the time
    was set by hand; empty otherwise."""

    id: str
    visit_id: str = ""
    number: int = 0
    text: str = ""
    marker: str = ""
    source: str = ""
    years: tuple[str, ...] = ()
    subject: str = ""
    strand: str = ""
    groups: tuple[str, ...] = ()
    activity: str = ""
    slot_id: str = ""
    prompt: str = ""
    pinned: bool = False
    private: bool = False
    taken_at: str = ""
    zone: str = ""
    author_id: str = ""
    entered_at: str = ""
    deleted: bool = False

    @property
    def label(self) -> str:
        """Return the short name used in lists and reports, such as E12."""
        return f"E{self.number}"


@dataclass(frozen=True, slots=True)
class Context:
    """What is carried from note to note: the sticky part of capture. Marker and pupil groups are not in it."""

    source: str = ""
    years: tuple[str, ...] = ()
    subject: str = ""
    strand: str = ""
    activity: str = ""
    slot_id: str = ""
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """Text still in a box: where the box is, what stands in it, and where the caret was (in characters).

    `photos` wait with it for their note; their files are already on the disk.
    """

    visit_id: str
    box: str
    text: str
    caret: int = 0
    marker: str = ""
    groups: tuple[str, ...] = ()
    pinned: bool = False
    private: bool = False
    context: Context = Context()
    photos: tuple[Photo, ...] = ()
