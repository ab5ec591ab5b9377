"""Walks through the screens for their pictures."""

from ui.demo.camera import Camera
from ui.demo.sitting import Sitting
from ui.demo.walk import Walk
from ui.workspace.sample import SampleVisit

_STAGES = (("prepare", "Ctrl+1"), ("plan", "Ctrl+2"))
_LATE_MORNING = 10 * 60 + 42


def show_stages(walk: Walk, camera: Camera, prefix: str) -> None:
    """Take the stages of a finished visit that were not taken on the way."""
    tabs = [("summary", "Findings"), ("judgement", walk.framework.judgement.title), ("read-back", "Read back")]
    if walk.sample.actions:
        tabs.insert(2, ("actions", "Actions"))
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
    sitting.wait_for_backup()
