"""Findings made from evidence, and the actions agreed on them."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from ui.workspace.desk import Desk
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Action, Finding, Support, support_id
from visitapp.domain.ids import new_id
from visitapp.domain.places import put
from visitapp.domain.reshaping import merged, split
from visitapp.domain.text import first_words
from visitapp.domain.weighing import Member, Point


class SummingUp:
    """The findings and actions of the open visit."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add_finding(self, kind: str, group: str = "", text: str = "", notes: tuple[Note, ...] = ()) -> Finding:
        """Make a finding at the end of its list, supported by the notes given; its strand is the first note's."""
        others = self._desk.record.findings(kind, group)
        strand = next((note.strand for note in notes if note.strand), "")
        position = others[-1].position + 1 if others else 1.0
        finding = Finding(new_id(), self._desk.visit_id, kind, group, text or self._stem(kind), strand, position)
        links = [self._link(finding, note) for note in notes]
        self._desk.put(self._tr("Finding added"), finding, *links)
        return finding

    def change_finding(self, finding: Finding, **fields: object) -> None:
        """Change any field of a finding."""
        self._desk.put(self._tr("Finding changed"), replace(finding, **fields))  # type: ignore[arg-type]

    def delete_finding(self, finding: Finding) -> None:
        """Delete a finding; its evidence stays, to be placed again."""
        words = first_words(finding.text, 40)
        self._desk.remove(self._tr("Finding deleted: {words}").format(words=words), finding)

    def link(self, finding: Finding, note: Note, *, against: bool = False) -> None:
        """Say that a note speaks for a finding, or against it."""
        label = self._tr("{note} linked").format(note=note.label)
        self._desk.put(label, replace(self._link(finding, note), against=against))

    def turn_evidence(self, finding: Finding, note: Note, *, against: bool) -> None:
        """Say that a linked note speaks for a finding after all, or against it."""
        words = self._tr("{note} speaks against it") if against else self._tr("{note} speaks for it")
        self._desk.put(words.format(note=note.label), replace(self._link(finding, note), against=against))

    def merge_findings(self, gone: Finding, kept: Finding) -> None:
        """Make one finding of two; words, evidence, criteria and actions of both are kept."""
        label = self._tr("Merged: {words}").format(words=first_words(gone.text, 40))
        self._desk.act(label, merged(self._desk.record, gone, kept))

    def split_finding(self, finding: Finding, words: tuple[str, str], staying: Collection[str]) -> Finding:
        """Make two findings of one and return the second; evidence not in `staying` goes with it."""
        label = self._tr("Split: {words}").format(words=first_words(finding.text, 40))
        second = new_id()
        self._desk.act(label, split(self._desk.record, finding, second, words, staying))
        made: Finding = self._desk.record.shelves["finding"][second]
        return made

    def unlink(self, finding: Finding, note: Note) -> None:
        """Take a note away from a finding."""
        found = self._desk.record.find("support", support_id(finding.id, note.id))
        if found is not None:
            self._desk.remove(self._tr("{note} taken away").format(note=note.label), found)

    def move_finding(self, finding: Finding, steps: int) -> None:
        """Move a finding up (negative) or down its list by a number of places."""
        row = list(self._desk.record.findings(finding.kind, finding.group))
        target = max(0, min(len(row) - 1, row.index(finding) + steps))
        row.remove(finding)
        row.insert(target, finding)
        changes = [
            change
            for place, one in enumerate(row, 1)
            for change in put(self._desk.record, replace(one, position=float(place)))
        ]
        self._desk.act(self._tr("Finding moved"), changes)

    def add_action(self, finding: Finding | None = None) -> Action:
        """Add an empty action at the end of the list, with the finding it answers when there is one."""
        actions = self._desk.record.actions
        position = actions[-1].position + 1 if actions else 1.0
        action = Action(new_id(), self._desk.visit_id, finding_id=finding.id if finding else "", position=position)
        self._desk.put(self._tr("Action added"), action)
        return action

    def change_action(self, action: Action, **fields: object) -> None:
        """Change any field of an action."""
        self._desk.put(self._tr("Action changed"), replace(action, **fields))  # type: ignore[arg-type]

    def delete_action(self, action: Action) -> None:
        """Delete an action; undo brings it back."""
        self._desk.remove(self._tr("Action deleted"), action)

    def move_action(self, action: Action, steps: int) -> None:
        """Move an action up (negative) or down the list by a number of places."""
        row = list(self._desk.record.actions)
        target = max(0, min(len(row) - 1, row.index(action) + steps))
        row.remove(action)
        row.insert(target, action)
        changes = [
            change
            for place, one in enumerate(row, 1)
            for change in put(self._desk.record, replace(one, position=float(place)))
        ]
        self._desk.act(self._tr("Action moved"), changes)

    def bring_back(self, deleted: Finding | Action | Member | Point) -> None:
        """Bring back what was deleted, as it was, with all its links."""
        self._desk.put(self._tr("Brought back"), deleted)

    def _stem(self, kind: str) -> str:
        found = self._desk.record.framework.finding_kind(kind)
        return found.stem if found else ""

    def _link(self, finding: Finding, note: Note) -> Support:
        return Support(support_id(finding.id, note.id), self._desk.visit_id, finding.id, note.id)

    def _tr(self, text: str) -> str:
        return QCoreApplication.translate("SummingUp", text)
