"""No part of a screen ever stands for a moment as a window of its own."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QObject

from ui.app.making import make_session
from ui.demo.hands import Hands
from ui.main_window.window import MainWindow

STAGES = ("prepare", "plan", "capture", "summary", "report", "followup")
TABS = ("findings", "judgement", "actions", "readback")


class Watching(QObject):
    """Writes down every window that is shown beside the one there is."""

    def __init__(self, window):
        super().__init__()
        self._window, self.seen = window, set()

    def eventFilter(self, watched, event):
        is_shown = event.type() == QEvent.Type.Show and watched.isWidgetType()
        if is_shown and watched.isWindow() and watched is not self._window:
            self.seen.add(type(watched).__name__)
        return False


@pytest.mark.usefixtures("look")
def test_no_screen_shows_a_part_of_itself_as_a_window(qapp, tmp_path):
    session, wishes = make_session(MainWindow(), tmp_path / "vault", tmp_path / "sample")
    session.clock = lambda: datetime(2025, 11, 20, 10, 42, tzinfo=UTC)
    session.start()
    session.window.show()
    hands = Hands(session.window)
    session.open_sample()
    hands.wait_until(lambda: session.workspace is not None, "opening the sample vault")
    hands.wishes = wishes
    watching = Watching(session.window)
    qapp.installEventFilter(watching)
    for page in ("visits", "library", "settings"):
        wishes.carry_out(page)
        hands.settle()
    for visit in session.workspace.visits.all():
        session.open_visit(visit.id, "capture")
        for stage in STAGES:
            session.window.frame.show_stage(stage, "")
            hands.settle()
        for tab in TABS:
            session.window.frame.show_stage("summary", tab)
            hands.settle()
    qapp.removeEventFilter(watching)
    session.close()
    session.window.deleteLater()
    assert watching.seen == set()
