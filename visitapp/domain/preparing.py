"""What is gathered before a visit, as frozen values: figures, inspections, hunches to test, papers kept with it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownFigure:
    """One figure somebody typed or pasted for a visit, because no published file has it.

    `measure` and `group` are codes of the measures' list; `year` the calendar year in which the academic year ends
    ("2025" for 2024/25); `value` a decimal number as text, empty when `status` says why there is none; `cohort` the
    number of pupils it is of, 0 when not said; `predicted` that it is the school's own prediction; `source` where it
    was read; `typed_on` an ISO day.
    """

    id: str
    visit_id: str = ""
    measure: str = ""
    group: str = ""
    year: str = ""
    about: str = "school"
    value: str = ""
    status: str = ""
    cohort: int = 0
    predicted: bool = False
    source: str = ""
    typed_on: str = ""
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class KnownInspection:
    """One inspection somebody typed for a visit. `framework` is the code of the scale its words belong to; each of
    `judgements` is "area: words", in the order of the report; `outcome` what is said of the whole, if anything."""

    id: str
    visit_id: str = ""
    on: str = ""
    kind: str = ""
    framework: str = ""
    outcome: str = ""
    judgements: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    """What the school was asked to improve, a sentence each."""
    source: str = ""
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Hunch:
    """Something to test on the day. `source` says in words where it came from; `looked_for` that it is a prompt in
    Capture, under `activity`, empty for any."""

    id: str
    visit_id: str = ""
    text: str = ""
    source: str = ""
    activity: str = ""
    looked_for: bool = False
    position: float = 0.0
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """A paper kept encrypted with a visit: its contents by SHA-256, `size` in bytes, `pages` 0 when not known;
    `item` is the code of the reading list's line it belongs to."""

    id: str
    visit_id: str = ""
    name: str = ""
    sort: str = ""
    sha256: str = ""
    size: int = 0
    pages: int = 0
    item: str = ""
    added_at: str = ""
    deleted: bool = False


def came_order(paper: Attachment) -> tuple[str, str, str]:
    """Return what papers are sorted by: when each was added, those of one moment by their names."""
    return (paper.added_at, paper.name, paper.id)
