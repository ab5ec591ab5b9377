"""The order in which everything is played."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from ui.demo import capturing, first_run, following_up, judging, planning, preparing, reporting, summing_up
from ui.demo.camera import Camera
from ui.demo.comparing import lost_on_the_way
from ui.demo.hands import LostWayError
from ui.demo.last_year import live_last_year
from ui.demo.reporting import Delivered
from ui.demo.screens import open_from_list, show_everything_else, show_list_of_visits, show_measured, show_stages
from ui.demo.showing import show_presented
from ui.demo.sitting import Sitting, far_back
from ui.demo.walk import Walk
from ui.workspace.sample import SampleVisit, samples
from ui.workspace.sample_parts import SampleNote, SampleReviewer

_PHOTOGRAPHED_NOTE = 20


class Programme:
    """Plays two visits in a vault of their own, from the first run to both reports in Word."""

    def __init__(self, folder: Path, out: Path, say: Callable[[str], None], *, few: bool) -> None:
        self._say = say
        self._sitting = Sitting(folder, out.resolve(), far_back())
        self._camera = Camera(self._sitting, out, few=few)
        self._finished: list[tuple[Walk, str, datetime]] = []

    @property
    def pictures(self) -> int:
        """Return how many pictures were taken."""
        return len(self._camera.taken)

    def play(self) -> list[Delivered]:
        """Play everything; raise LostWayError when a way, a report or a word was lost."""
        try:
            first, second, *_ = samples()
            self._first_run(first)
            self._last_year(first)
            delivered = [self._visit(first, ""), self._visit(second, "peer-")]
            self._show_again()
            self._everything_else()
            return delivered
        finally:
            self._sitting.session.close()
            self._sitting.window.close()

    def _first_run(self, sample: SampleVisit) -> None:
        reviewer = sample.reviewer or SampleReviewer(name="", role="")
        first_run.fill_in(self._sitting, reviewer)
        self._camera.take("first-run")
        first_run.create_vault(self._sitting)
        self._say("A vault is made: passphrase, recovery code, role and name.")
        self._camera.take("visits-empty")

    def _last_year(self, sample: SampleVisit) -> None:
        if live_last_year(self._sitting, sample):
            self._say(f"{sample.school.name}: last year's actions agreed, to be judged this year.")

    def _visit(self, sample: SampleVisit, prefix: str) -> Delivered:
        walk = Walk(self._sitting, sample)
        self._prepare(walk, prefix)
        planning.plan_days(walk)
        self._say(f"{sample.school.name}: prepared, and {len(sample.slots)} slots planned.")
        capturing.capture(walk, lambda note: self._photograph(note, prefix))
        walk.mark_done("Capture")
        self._say(f"{sample.school.name}: {len(sample.notes)} notes typed and saved.")
        judging.judge(walk, summing_up.Findings(walk).make())
        summing_up.agree_actions(walk)
        walk.mark_done("Summary")
        self._say(f"{sample.school.name}: {len(sample.findings)} findings made from evidence, and judged.")
        reporting.write_report(walk)
        delivered = self._export(walk, prefix)
        reporting.tell_recipients(walk)
        following_up.let_time_pass(walk)
        following_up.follow_actions(walk)
        following_up.follow_visit(walk)
        self._compare(walk)
        self._finished.append((walk, prefix, self._sitting.moment))
        return delivered

    def _prepare(self, walk: Walk, prefix: str) -> None:
        if walk.sample.reviewer:
            first_run.say_who(self._sitting, walk.sample.reviewer)
        preparing.fill_new_visit(walk)
        if not prefix:
            self._camera.take("new-visit")
        preparing.begin_visit(walk)
        preparing.prepare(walk)

    def _photograph(self, note: SampleNote, prefix: str) -> None:
        if note.number == _PHOTOGRAPHED_NOTE:
            self._sitting.hands.press("Escape")  # the list of tags, when a tag was typed last
            self._camera.take_of_visit(f"{prefix}capture", contrast=not prefix)

    def _export(self, walk: Walk, prefix: str) -> Delivered:
        reporting.ask_for_export(walk)
        if not prefix:
            self._camera.take("export")
        delivered = reporting.export_report(walk)
        if not prefix:
            self._camera.take("export-done")
        reporting.put_outcome_away(walk)
        self._say(f"{walk.sample.school.name}: report exported and read back.")
        return delivered

    def _show_again(self) -> None:
        """Open each visit afresh from the list, on the day its walk ended, and take its stages as they open."""
        for walk, prefix, moment in self._finished:
            self._sitting.moment = moment
            open_from_list(walk)
            show_stages(walk, self._camera, prefix)
            show_presented(walk, self._camera, prefix)

    def _everything_else(self) -> None:
        walks = [walk for walk, _, _ in self._finished]
        show_everything_else(walks[0], self._camera)
        first_run.unlock(self._sitting)
        for walk in walks:
            self._compare_on_disk(walk)
        self._say("Locked and unlocked again: both visits are on the disk as they were typed.")
        show_list_of_visits(self._sitting, self._camera, walks[0].sample)
        show_measured(self._sitting, self._camera, samples())
        self._say("Every screen is photographed.")

    def _compare(self, walk: Walk) -> None:
        lost = lost_on_the_way(walk.desk.record, walk.sample, walk.framework)
        if lost:
            raise LostWayError(f"Something was lost on the way. {'; '.join(lost[:5])}")

    def _compare_on_disk(self, walk: Walk) -> None:
        record = self._sitting.workspace.visits.load(walk.visit_id)
        lost = lost_on_the_way(record, walk.sample, walk.framework)
        if lost:
            raise LostWayError(f"Something was lost on the disk. {'; '.join(lost[:5])}")
