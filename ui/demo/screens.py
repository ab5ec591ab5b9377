"""Walks through the screens for their pictures."""

from collections.abc import Iterable

from ui.demo.camera import Camera
from ui.demo.hands import LostWayError
from ui.demo.sitting import Sitting
from ui.demo.walk import Walk
from ui.demo.weighing import READ_BACK
from ui.parts.visit_row import VisitRow
from ui.workspace.sample import SampleVisit
from visitapp.domain.excellence import excellence_sections

_STAGES = (("prepare", "Ctrl+1"), ("plan", "Ctrl+2"))
_LATE_MORNING = 10 * 60 + 42


def open_from_list(walk: Walk) -> None:
    """Open a visit from the list of visits, the first one at its school."""
    window = walk.sitting.window
    before = window.frame
    walk.hands.press("Ctrl+0")
    walk.hands.focus(walk.sample.school.name, VisitRow)
    walk.hands.press("Return")
    walk.hands.wait_until(lambda: window.frame not in (None, before), "opening the visit")
    if walk.desk.record.visit.starts_on != walk.sample.starts_on:
        raise LostWayError("The walk stopped: another visit to the school was opened.")


def show_stages(walk: Walk, camera: Camera, prefix: str) -> None:
    """Take the stages of a finished visit that were not taken on the way."""
    tabs = _tabs(walk)
    for _ in camera.views_of_visit():
        for name, keys in _STAGES:
            walk.hands.press(keys)
            camera.shoot(f"{prefix}{name}")
        walk.hands.press("Ctrl+4")
        for name, title in tabs:
            walk.show_tab(title)
            camera.shoot(f"{prefix}{name}")
        walk.show_tab("Findings")
        walk.hands.press("Ctrl+5")
        camera.shoot(f"{prefix}report")
        walk.run_command("Preview the report")
        camera.shoot(f"{prefix}preview")
        walk.run_command("Write the report")
        walk.hands.press("Ctrl+6")
        camera.shoot(f"{prefix}followup")


def _tabs(walk: Walk) -> list[tuple[str, str]]:
    """Return the summary tabs that hold something of this sample: what a picture is called, and the words."""
    learnt = [("excellence", one.heading) for one in excellence_sections(walk.framework)[:1]]
    agreed = [("actions", "Actions")] if walk.sample.actions else []
    weighed = ("judgement", walk.framework.judgement.title)
    return [("summary", "Findings"), *learnt, weighed, *agreed, ("read-back", READ_BACK)]


def show_everything_else(walk: Walk, camera: Camera) -> None:
    """Take what stands beside the visits: palette, keys, library, settings and the locked door."""
    for _ in camera.views():
        walk.hands.press("Ctrl+4", "Ctrl+K")
        camera.shoot("palette")
        walk.hands.press("Escape", "Ctrl+/")
        camera.shoot("keys")
        walk.hands.press("Escape")
        for place in ("Library", "Settings"):
            walk.run_command(f"Go to {place}")
            camera.shoot(place.lower())
    walk.sitting.wait_for_backup()
    walk.hands.press("Ctrl+L")
    camera.take("unlock")


def show_list_of_visits(sitting: Sitting, camera: Camera, sample: SampleVisit) -> None:
    """Open the sample vault from the locked door on a day of a visit, and take its list."""
    sitting.wait_for_backup()
    sitting.hands.press("Ctrl+L")
    sitting.moment = sample.moment(1, _LATE_MORNING)
    sitting.hands.focus("Explore with a sample visit")
    sitting.hands.press("Space")
    sitting.wait_for_vault()
    camera.take_of_visit("visits")


def show_measured(sitting: Sitting, camera: Camera, found: Iterable[SampleVisit]) -> None:
    """Open the visit with indicators from the list of the sample vault; take their board and the judgement."""
    walk = Walk(sitting, next(one for one in found if one.readings))
    open_from_list(walk)
    for _ in camera.views_of_visit():
        walk.hands.press("Ctrl+4")
        for name, title in (
            ("measures", walk.framework.measures.title),
            ("judgement", walk.framework.judgement.title),
        ):
            walk.show_tab(title)
            camera.shoot(f"trust-{name}")
    sitting.wait_for_backup()
