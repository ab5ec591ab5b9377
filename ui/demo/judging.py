"""What is weighed and decided: criteria by their letters, capacity, the grid, the decision, and estimates."""

from ui.demo.hands import LostWayError
from ui.demo.walk import Walk
from ui.parts.criterion_row import CriterionRow
from ui.parts.decision_card import DecisionCard
from ui.parts.estimate_choice import EstimateEditor
from ui.widgets.dots import Dots
from ui.widgets.matrix import Matrix
from ui.widgets.radio_card import RadioCard
from visitapp.domain.framework import Decision

_STEP = 0.05


def judge(walk: Walk) -> None:
    """Go through everything the framework asks to be judged."""
    judgement = walk.framework.judgement
    walk.show_tab(judgement.title)
    if judgement.criteria:
        _weigh_criteria(walk)
    for statement in judgement.capacity:
        rating = walk.sample.answers[f"capacity.{statement.code}"].value
        walk.hands.focus(statement.text, Dots)
        walk.hands.press(str(rating))
    if "grid.capacity" in walk.sample.answers:
        _place_point(walk)
    if judgement.decision is not None:
        _decide(walk, judgement.decision)
    for editor in walk.page.findChildren(EstimateEditor):
        _estimate(walk, editor)


def _weigh_criteria(walk: Walk) -> None:
    """Press the first letter of a value on each row and Down for the next; a further value stands in the menu."""
    values = {one.code: one.label for one in walk.framework.judgement.criterion_values}
    walk.hands.point_at(walk.page.findChildren(CriterionRow)[0])
    for criterion in walk.framework.judgement.criteria:
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


def _decide(walk: Walk, decision: Decision) -> None:
    answer, told = walk.sample.answers["decision"], walk.sample.answers["decision.told"]
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
    walk.hands.tab_to("Who was told, and when")
    walk.hands.write(str(told.value))
    walk.hands.press("Tab")


def _estimate(walk: Walk, editor: EstimateEditor) -> None:
    asked = next(
        one
        for one in walk.framework.judgement.estimates
        if editor.reasoning.edit.accessibleName() == f"Reasoning: {one.title}"
    )
    answer = walk.sample.answers[f"estimate.{asked.code}"]
    walk.hands.point_at(editor.choice.button(str(answer.value)))
    walk.hands.press("Space")
    walk.hands.point_at(editor.reasoning.edit)
    walk.hands.write(answer.note)
