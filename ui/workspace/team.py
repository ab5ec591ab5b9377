"""The team of a visit: who is of it, what each would answer, and what it has still to settle."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from ui.workspace.desk import Desk
from visitapp.domain.ids import new_id
from visitapp.domain.settling import ToSettle
from visitapp.domain.weighed import colleagues, points, view_of
from visitapp.domain.weighing import Member, Point


class Team:
    """The members of the open visit's team, their views and their points to settle."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add_member(self) -> Member:
        """Add a member at the end, to be named."""
        position = max((one.position for one in colleagues(self._desk.record)), default=0.0) + 1
        member = Member(new_id(), self._desk.visit_id, position=position)
        self._desk.put(self._tr("Member added"), member)
        return member

    def remove_member(self, member: Member) -> None:
        """Take a member out of the team; what they said stays in the record and is no longer counted."""
        self._desk.remove(self._tr("Member removed: {name}").format(name=member.name or member.role), member)

    def move_member(self, member: Member, steps: int) -> None:
        """Move a member up (negative) or down by a number of places."""
        row = list(colleagues(self._desk.record))
        target = max(0, min(len(row) - 1, row.index(member) + steps))
        row.remove(member)
        row.insert(target, member)
        placed = [replace(one, position=float(place)) for place, one in enumerate(row, 1)]
        self._desk.put(self._tr("Member moved"), *placed)

    def say(self, key: str, member_id: str, value: str) -> None:
        """Record what a member would answer to `key`; an empty value takes it back and keeps the reason."""
        view = replace(view_of(self._desk.record, key, member_id), value=value, deleted=False)
        self._desk.put(self._tr("View recorded"), view)

    def begin_view(self, key: str, member_id: str) -> None:
        """Have a place for a member's reason; one that is there already stays as it is."""
        view = view_of(self._desk.record, key, member_id)
        if self._desk.record.find("view", view.id) is None:
            self._desk.put(self._tr("View begun"), replace(view, deleted=False))

    def put_in_report(self, key: str, *, wanted: bool) -> None:
        """Let the views that differ from the agreed answer to `key` stand in the report, or not."""
        self._desk.answer(self._tr("Minority view in the report"), f"minority.{key}", wanted)

    def add_point(self) -> Point:
        """Add a point to settle at the end, to be written."""
        position = max((one.position for one in points(self._desk.record)), default=0.0) + 1
        point = Point(new_id(), self._desk.visit_id, position=position)
        self._desk.put(self._tr("Point added"), point)
        return point

    def take_up(self, found: ToSettle) -> None:
        """Have a place for how a difference was settled; one that is there already stays as it is."""
        if self._desk.record.find("point", found.id) is None:
            self._desk.put(self._tr("Point taken up"), self._point(found))

    def settle(self, found: ToSettle, *, settled: bool) -> None:
        """Say that a point is settled, or that it is open again."""
        label = self._tr("Point settled") if settled else self._tr("Point opened again")
        self._desk.put(label, replace(self._point(found), settled=settled, deleted=False))

    def remove_point(self, point: Point) -> None:
        """Take a point away; undo brings it back."""
        self._desk.remove(self._tr("Point removed"), point)

    def _point(self, found: ToSettle) -> Point:
        kept = self._desk.record.find("point", found.id)
        return kept if isinstance(kept, Point) else Point(found.id, self._desk.visit_id, found.text)

    def _tr(self, text: str) -> str:
        return QCoreApplication.translate("Team", text)
