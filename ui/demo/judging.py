"""What is weighed and decided: criteria by their letters, capacity, the grid, the decision, and estimates."""

from ui.demo import weighing
from ui.demo.hands import LostWayError
from ui.demo.walk import Walk
from ui.parts.criterion_row import CriterionRow
from ui.parts.decision_card import DecisionCard
from ui.parts.decision_grade_risk import GradeRiskCard
from ui.parts.estimate_choice import EstimateEditor
from ui.parts.fact_date import short_day
from ui.widgets.chips import Chip
from ui.widgets.dots import Dots
from ui.widgets.matrix import Matrix
from ui.widgets.radio_card import RadioCard
from ui.widgets.segmented import SegmentButton
from visitapp.domain.deciding import DECISION, GRADE_RISK, TOLD, TOLD_AT, TOLD_ON, TOLD_TO
from visitapp.domain.framework import Decision, GradeRisk

_STEP = 0.05


def judge(walk: Walk, finding_ids: list[str]) -> None:
    """Go through everything the framework asks to be judged; `finding_ids` are those of the sample, in its order."""
    judgement, bearings = walk.asked.judgement, weighing.Bearings(walk, finding_ids)
    bearings.link_excellence()
    walk.show_tab(judgement.title)
    if judgement.criteria:
        _weigh_criteria(walk)
        bearings.link_criteria()
    for statement in judgement.capacity:
        rating = walk.sample.answers[f"capacity.{statement.code}"].value
        walk.hands.focus(statement.text, Dots)
        walk.hands.press(str(rating))
    if "grid.capacity" in walk.sample.answers:
        _place_point(walk)
    if judgement.grade_risk is not None:
        _say_grade_risk(walk, judgement.grade_risk)
    if judgement.decision is not None:
        _decide(walk, judgement.decision)
    for editor in walk.page.findChildren(EstimateEditor):
        _estimate(walk, editor)
    weighing.name_team(walk)
    weighing.give_views(walk)
    weighing.settle_points(walk)
    weighing.say_who_hears(walk)


def _weigh_criteria(walk: Walk) -> None:
    """Press the first letter of a value on each row and Down for the next; a further value stands in the menu."""
    values = {one.code: one.label for one in walk.asked.judgement.criterion_values}
    walk.hands.point_at(walk.page.findChildren(CriterionRow)[0])
    for criterion in walk.asked.judgement.criteria:
        answer = walk.sample.answers[f"criterion.{criterion.code}"]
        label = values[str(answer.value)]
        row = walk.hands.focused()
        walk.hands.press(label[0])
        if walk.desk.record.answer(f"criterion.{criterion.code}").value != answer.value:
            walk.hands.tab_to(f"More for {criterion.letter}")
            walk.hands.press("Space")
            walk.hands.choose(label)
            walk.hands.point_at(row) if row else None
        if answer.note:
            walk.hands.press("Return")
            walk.hands.write(answer.note)
            walk.hands.press("Escape")
        walk.hands.press("Down")


def _place_point(walk: Walk) -> None:
    """Put the point on the grid with Space and walk it by the arrows, to the nearest step."""
    matrix = walk.page.findChild(Matrix)
    if matrix is None:
        raise LostWayError("The walk stopped: there is no grid to place a point on.")
    walk.hands.point_at(matrix)
    walk.hands.press("Space")
    for key, keys in (("grid.capacity", ("Right", "Left")), ("grid.risk", ("Up", "Down"))):
        wanted = walk.sample.answers[key].value
        steps = round((float(wanted) - 0.5) / _STEP) if isinstance(wanted, float) else 0
        walk.hands.stride(keys[0] if steps > 0 else keys[1], abs(steps))


def _say_grade_risk(walk: Walk, asked: GradeRisk) -> None:
    answer, card = walk.sample.answers[GRADE_RISK], walk.page.findChild(GradeRiskCard)
    if card is None:
        raise LostWayError("The walk stopped: nobody asks about the next inspection.")
    label = next(one.label for one in asked.options if one.code == answer.value)
    walk.hands.point_at(card.first_place())
    walk.hands.tab_to(f"{asked.title}: {label}", SegmentButton, key="Right")
    walk.hands.press("Space")
    walk.hands.point_at(card.words.edit)
    walk.hands.write(answer.note)


def _decide(walk: Walk, decision: Decision) -> None:
    answer = walk.sample.answers[DECISION]
    card = walk.page.findChild(DecisionCard)
    chosen = next(one for one in decision.options if one.code == answer.value)
    walk.hands.focus(f"{chosen.label}.", RadioCard)
    walk.hands.press("Space")
    if card is None:
        raise LostWayError("The walk stopped: there is no card for the decision.")
    walk.hands.point_at(card.reasons.edit)
    walk.hands.write(answer.note)
    walk.hands.tab_to("Change who was told, and when")
    walk.hands.press("Space")
    _say_who_was_told(walk)


def _say_who_was_told(walk: Walk) -> None:
    """Write the day and the time, press those the framework names, and write who else."""
    on, at, to, told = (walk.sample.answers[key].value for key in (TOLD_ON, TOLD_AT, TOLD_TO, TOLD))
    walk.hands.replace(short_day(str(on)))
    walk.hands.tab_to("Time it was told")
    walk.hands.replace(str(at))
    for recipient in walk.asked.distribution:
        if isinstance(to, tuple) and recipient.code in to:
            walk.hands.tab_to(recipient.label, Chip)
            walk.hands.press("Space")
    walk.hands.tab_to("Who was told, and when")
    walk.hands.write(str(told))
    walk.hands.press("Tab")


def _estimate(walk: Walk, editor: EstimateEditor) -> None:
    asked = next(
        one
        for one in walk.asked.judgement.estimates
        if editor.reasoning.edit.accessibleName() == f"Reasoning: {one.title}"
    )
    answer = walk.sample.answers[f"estimate.{asked.code}"]
    walk.hands.point_at(editor.choice.button(str(answer.value)))
    walk.hands.press("Space")
    walk.hands.point_at(editor.reasoning.edit)
    walk.hands.write(answer.note)
