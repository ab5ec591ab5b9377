"""The visit of the year before, in short: begun, its actions agreed, and what the school said of them since."""

from datetime import datetime

from ui.demo import following_up, preparing, summing_up
from ui.demo.sitting import Sitting
from ui.demo.walk import Walk
from ui.workspace.sample import SampleVisit, samples

_AFTER_SCHOOL = 15 * 60 + 30


def live_last_year(sitting: Sitting, sample: SampleVisit) -> bool:
    """Play the visit that `sample` follows, without its notes and findings; return whether there is one."""
    before = next((one for one in samples() if one.code == sample.follows), None)
    if before is None:
        return False
    actions = tuple(one.model_copy(update={"finding": 0}) for one in before.actions)
    walk = Walk(sitting, before.model_copy(update={"actions": actions, "findings": ()}))
    preparing.fill_new_visit(walk)
    preparing.begin_visit(walk)
    walk.set_clock(1, _AFTER_SCHOOL)
    walk.hands.press("Ctrl+4")
    summing_up.agree_actions(walk)
    sitting.moment = datetime.fromisoformat(f"{max(one.due for one in actions)}T09:00:00+00:00")
    following_up.follow_actions(walk)
    walk.run_command("Close this visit")
    walk.hands.press("Ctrl+0")
    return True
