"""Which photos a programme lets a reviewer take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PhotoRules:
    """What may be photographed. Both are off unless the programme says otherwise; `reason` says why in its words.

    Sketches are always allowed: nobody can be recognised in one.
    """

    pupils_work: bool = False
    paper_notes: bool = False
    reason: str = ""
