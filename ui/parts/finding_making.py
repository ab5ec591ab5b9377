"""Findings made from evidence: what a new one begins with."""

from ui.workspace.desk import Desk
from ui.workspace.summing_up import SummingUp
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding
from visitapp.domain.framework import FindingKind


class FindingMaking:
    """Makes findings with and without notes."""

    def __init__(self, desk: Desk) -> None:
        self._summing_up = SummingUp(desk)

    def empty(self, kind: FindingKind, group: str) -> Finding:
        """Make a finding that only has the words its kind begins with."""
        return self._summing_up.add_finding(kind.code, group)

    def from_notes(self, kind: FindingKind, group: str, notes: tuple[Note, ...]) -> Finding:
        """Make a finding supported by notes; it begins with the words of the first, unless they are private."""
        first = next((note for note in notes if not note.private), None)
        text = " ".join(part for part in (kind.stem.strip(), first.text.strip() if first else "") if part)
        return self._summing_up.add_finding(kind.code, group, text, notes)
