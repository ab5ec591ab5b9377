"""The whole screen the school sees, opened by its key, walked through and photographed."""

from PySide6.QtWidgets import QApplication

from ui.demo.camera import Camera
from ui.demo.hands import LostWayError
from ui.demo.walk import Walk
from ui.pages.present.window import PresentWindow
from visitapp.domain.deciding import DECISION
from visitapp.domain.presenting import ACTIONS, CHANGED, ESTIMATES

_WALL = (1920, 1080)
_NAMES = {DECISION: "decision", ESTIMATES: "estimates", ACTIONS: "actions", CHANGED: "changed"}
"""What a picture is called by the code of its page; the first page after the overview is of findings."""


def show_presented(walk: Walk, camera: Camera, prefix: str) -> None:
    """Take the overview, a page of findings, and those of the decision, the estimates and the actions."""
    for _ in camera.views():
        walk.hands.press("F5")
        wall = QApplication.activeModalWidget()
        if not isinstance(wall, PresentWindow):
            raise LostWayError("The walk stopped: the visit is not presented.")
        wall.resize(*_WALL)
        camera.shoot_alone(f"{prefix}present", wall)
        walk.hands.press("Right")
        camera.shoot_alone(f"{prefix}present-findings", wall)
        for number, page in enumerate(wall.pages):
            if page.code in _NAMES and page.code != wall.pages[number - 1].code:
                walk.hands.stride("Right", number - wall.page)
                camera.shoot_alone(f"{prefix}present-{_NAMES[page.code]}", wall)
        walk.hands.press("Escape")
