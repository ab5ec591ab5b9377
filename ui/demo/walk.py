"""One invented visit on its way through the window."""

from collections.abc import Iterable

from ui.demo.hands import Hands, LostWayError
from ui.demo.sitting import Sitting
from ui.main_window.visit_frame import VisitFrame
from ui.pages.stage_page import StagePage
from ui.widgets.segmented import SegmentButton
from ui.workspace.desk import Desk
from ui.workspace.sample import SampleVisit
from visitapp.domain.framework import Framework


class Walk:
    """A sample visit and where it has come to: what is typed is the sample's, what stands is on the desk."""

    def __init__(self, sitting: Sitting, sample: SampleVisit) -> None:
        self.sitting, self.sample = sitting, sample
        self.visit_id = ""
        self.slot_ids: dict[str, str] = {}
        """The slots as they were planned, by their names in the sample."""

    @property
    def hands(self) -> Hands:
        """Return the hands of the person at the keyboard."""
        return self.sitting.hands

    @property
    def desk(self) -> Desk:
        """Return the open visit."""
        return self.sitting.desk

    @property
    def framework(self) -> Framework:
        """Return the framework of the sample, as it is installed."""
        found = self.sitting.workspace.library.find(self.sample.framework)
        if found is None:
            raise LostWayError(f"The walk stopped: the programme {self.sample.framework} is not installed.")
        return found

    @property
    def asked(self) -> Framework:
        """Return what of the framework is meant for the open visit, as it is worded there."""
        return self.desk.record.framework

    @property
    def frame(self) -> VisitFrame:
        """Return the visit in the window."""
        frame = self.sitting.window.frame
        assert frame is not None
        return frame

    @property
    def page(self) -> StagePage:
        """Return the stage on show."""
        return self.frame.page

    def set_clock(self, day: int, minute: int) -> None:
        """Make it a minute of a day of the visit; days before it are 0 and less."""
        self.sitting.moment = self.sample.moment(day, minute)

    def show_tab(self, title: str) -> None:
        """Choose one of a set of tabs by its words."""
        self.hands.focus(title, SegmentButton)
        self.hands.press("Space")

    def mark_done(self, stage: str) -> None:
        """Say that a stage is done, through the command palette."""
        self.run_command(f"Mark {stage} as done")

    def run_command(self, words: str) -> None:
        """Find a command in the palette and do it."""
        self.hands.press("Ctrl+K")
        self.hands.write(words)
        self.hands.press("Return")

    def the_new(self, kind: str, before: Iterable[str]) -> str:
        """Return the id of the one record of a kind that was not there before; raise LostWayError unless one is."""
        new = self.ids(kind) - set(before)
        if len(new) != 1:
            raise LostWayError(f"The walk stopped: one new {kind} was expected, and there are {len(new)}.")
        return new.pop()

    def ids(self, kind: str) -> set[str]:
        """Return the ids of the records of a kind that are not deleted."""
        return {one for one in self.desk.record.shelves.get(kind, {}) if self.desk.record.find(kind, one)}
