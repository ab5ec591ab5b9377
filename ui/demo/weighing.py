"""What stands beside the judgement: evidence on its answers, the team with its views and points, who hears it."""

from PySide6.QtWidgets import QWidget

from ui.demo.hands import LostWayError
from ui.demo.walk import Walk
from ui.pages.summary.governor_question import GovernorQuestion
from ui.parts.bearing_sheet import FINDINGS, BearingSheet
from ui.parts.criterion_row import CriterionRow
from ui.parts.estimate_choice import EstimateEditor
from ui.parts.point_row import PointRow
from ui.workspace.sample_parts import SampleBearing, SamplePoint, SampleView
from visitapp.domain.criteria import criterion_key
from visitapp.domain.excellence import EXCELLENCE, excellence_sections
from visitapp.domain.representation import GOVERNOR

READ_BACK = "Read back"
_FOR, _AGAINST = 1, 2


class Bearings:
    """Links evidence with answers; `finding_ids` are those of the sample's findings, in its order."""

    def __init__(self, walk: Walk, finding_ids: list[str]) -> None:
        self._walk, self._hands, self._finding_ids = walk, walk.hands, finding_ids

    def link_criteria(self) -> None:
        """Open the evidence of each criterion by its key and turn what speaks to it."""
        for row in self._walk.page.findChildren(CriterionRow):
            for one in self._of(criterion_key(row.criterion)):
                self._hands.point_at(row)
                self._hands.press("E")
                self._link(one)

    def link_excellence(self) -> None:
        """Link the evidence for what others could learn, on the tab of its own."""
        for one in self._of(EXCELLENCE):
            self._walk.show_tab(excellence_sections(self._walk.asked)[0].heading)
            self._hands.focus("Link evidence")
            self._hands.press("Space")
            self._link(one)

    def _of(self, key: str) -> list[SampleBearing]:
        return [one for one in self._walk.sample.bearings if one.key == key]

    def _link(self, bearing: SampleBearing) -> None:
        """Turn each note for or against in the open sheet, then the findings, and close it."""
        sheet = self._sheet()
        for number in bearing.notes:
            self._turn(sheet, self._note_id(number), _FOR)
        for number in bearing.against:
            self._turn(sheet, self._note_id(number), _AGAINST)
        if bearing.findings:
            self._hands.point_at(sheet.scope.button(FINDINGS))
            self._hands.press("Space")
        for place in bearing.findings:
            self._turn(sheet, self._finding_ids[place - 1], _FOR)
        self._hands.press("Escape")

    def _turn(self, sheet: BearingSheet, record_id: str, times: int) -> None:
        wanted = sheet.list.row_of(record_id)
        if wanted < 0:
            raise LostWayError("The walk stopped: a note or finding to link is not offered.")
        self._hands.point_at(sheet.view)
        steps = wanted - sheet.view.currentIndex().row()
        self._hands.stride("Down" if steps > 0 else "Up", abs(steps))
        self._hands.press(*["Space"] * times)

    def _sheet(self) -> BearingSheet:
        sheets = self._walk.sitting.window.findChildren(BearingSheet)
        found = next((one for one in sheets if one.isVisible()), None)
        if found is None:
            raise LostWayError("The walk stopped: the sheet of evidence did not open.")
        return found

    def _note_id(self, number: int) -> str:
        return next(note.id for note in self._walk.desk.record.notes if note.number == number)


def name_team(walk: Walk) -> None:
    """Add the members, one after the other with Enter."""
    if not walk.sample.members:
        return
    walk.hands.focus("Add a member")
    walk.hands.press("Space")
    for place, one in enumerate(walk.sample.members):
        if place:
            walk.hands.press("Return")
        walk.hands.write(one.name)
        walk.hands.press("Return")
        walk.hands.write(one.role)


def give_views(walk: Walk) -> None:
    """Say what each of the team would answer, with the reason where there is one."""
    editors = {one.key: one for one in walk.page.findChildren(EstimateEditor)}
    for view in walk.sample.views:
        _give(walk, editors[view.key], view)


def settle_points(walk: Walk) -> None:
    """Add what was to settle, and say how it was."""
    for point in walk.sample.points:
        _settle(walk, point)


def say_who_hears(walk: Walk) -> None:
    """Say in Read back whether a governor is there, and what was read instead."""
    answer = walk.sample.answers.get(GOVERNOR)
    if answer is None:
        return
    walk.show_tab(READ_BACK)
    question = walk.page.findChild(GovernorQuestion)
    if question is None:
        raise LostWayError("The walk stopped: nobody asks whether a governor is there.")
    _press(walk, question.choice.button(str(answer.value)))
    if answer.note:
        walk.hands.point_at(question.instead.edit)
        walk.hands.write(answer.note)


def _give(walk: Walk, editor: EstimateEditor, view: SampleView) -> None:
    estimate = next(one for one in walk.asked.judgement.estimates if editor.key == f"estimate.{one.code}")
    row = editor.views.rows[view.member]
    _press(walk, row.value)
    walk.hands.choose(next(one.label for one in estimate.options if one.code == view.value))
    if view.reason:
        _press(walk, row.reason_button)
        walk.hands.write(view.reason)


def _settle(walk: Walk, point: SamplePoint) -> None:
    before = walk.ids("point")
    walk.hands.focus("Add a point to settle")
    walk.hands.press("Space")
    walk.hands.write(point.text)
    point_id = walk.the_new("point", before)
    row = next(one for one in walk.page.findChildren(PointRow) if one.point_id == point_id)
    if point.outcome:
        _press(walk, row.outcome_button)
        walk.hands.write(point.outcome)
    if point.settled:
        _press(walk, row.settled)


def _press(walk: Walk, button: QWidget) -> None:
    walk.hands.point_at(button)
    walk.hands.press("Space")
