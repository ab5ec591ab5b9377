"""Photos and sketches: the picture that goes with a note, as a frozen value. The picture itself is a file."""

from dataclasses import dataclass

PHOTO = "photo"
PAPER_NOTES = "paper-notes"
SKETCH = "sketch"


@dataclass(frozen=True, slots=True)
class Photo:
    """One picture that belongs to a note. `sha256` names the stored picture, `width` and `height` are pixels and
    `size` bytes of it; `strokes` is the ink of a sketch, empty for a photo; `taken_at` is UTC in ISO form."""

    id: str
    visit_id: str = ""
    note_id: str = ""
    sha256: str = ""
    kind: str = PHOTO
    width: int = 0
    height: int = 0
    size: int = 0
    caption: str = ""
    taken_at: str = ""
    zone: str = ""
    strokes: str = ""
    author_id: str = ""
    deleted: bool = False

    @property
    def usable_in_report(self) -> bool:
        """Whether a report may show it: only with a caption, which is also what is read out in its place."""
        return bool(self.sha256 and self.caption.strip()) and not self.deleted


def in_order(photo: Photo) -> tuple[str, str]:
    """Return what the pictures of a note are put in order by: the moment they were added, then the id."""
    return (photo.taken_at, photo.id)
