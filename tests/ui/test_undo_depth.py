"""A hundred steps back and forth: every kind of act in a visit, through a restart, compared at every step."""

from dataclasses import replace
from itertools import cycle, islice

import pytest
from vault_desk import begin, new_database, open_workspace

from ui.workspace.day_plan import DayPlan
from ui.workspace.evidence import COMPOSER, Evidence
from ui.workspace.summing_up import SummingUp
from visitapp.domain.evidence import Context, Draft
from visitapp.domain.ids import new_id
from visitapp.domain.places import Place, answer_place, section_place
from visitapp.domain.visit import Slot
from visitapp.domain.writing import Export

ACTS, BACK = 120, 100


pytestmark = pytest.mark.usefixtures("look")


class Hand:
    """Does acts of every kind, one after the other, each on what the ones before have left."""

    def __init__(self, desk):
        self.desk, self.count = desk, 0
        self.evidence, self.plan, self.sums = Evidence(desk), DayPlan(desk), SummingUp(desk)

    def act(self, kind):
        """Do one act of a kind."""
        self.count += 1
        getattr(self, kind)()

    def note(self):
        context = Context("lesson", (f"y{1 + self.count % 6}",), "maths", "teaching", "learning-walk")
        text = f"+ Note number {self.count}. #send"
        self.evidence.save(Draft(self.desk.visit_id, COMPOSER, text, context=context))

    def tags(self):
        self.evidence.change(self.latest, years=("y1", "y2"), groups=("eal",), subject="phonics")

    def mark_note(self):
        self.evidence.change(self.latest, marker="develop", pinned=not self.latest.pinned)

    def reword(self):
        place = Place("note", self.latest.id, "text")
        self.desk.seal_text("Note changed", place, f"Corrected in step {self.count}.")

    def set_time(self):
        before = self.latest.taken_at
        self.evidence.change(self.latest, taken_at=f"2025-11-20T09:{self.count % 60:02}:00+00:00", entered_at=before)

    def delete_note(self):
        self.evidence.delete(self.desk.record.notes[0])

    def finding(self):
        self.sums.add_finding("strength", text=f"Finding {self.count}", notes=self.desk.record.notes[-2:])

    def link(self):
        self.sums.link(self.desk.record.findings()[0], self.desk.record.notes[0], against=True)

    def unlink(self):
        finding = self.desk.record.findings()[0]
        self.sums.unlink(finding, self.desk.record.notes_of(finding.id)[0])

    def move_finding(self):
        self.sums.move_finding(self.desk.record.findings("strength")[0], 1)

    def agree(self):
        finding = self.desk.record.findings()[-1]
        self.sums.change_finding(finding, agreed=not finding.agreed)

    def delete_finding(self):
        self.sums.delete_finding(self.desk.record.findings()[-1])

    def criterion(self):
        self.desk.answer("Weighed", "criterion.a", ["no", "watch", "yes"][self.count % 3])

    def reason(self):
        self.desk.seal_text("Reasons", answer_place("decision"), f"Because of step {self.count}.")

    def action(self):
        self.sums.add_action(next(iter(self.desk.record.findings()), None))

    def word_action(self):
        action = self.desk.record.actions[-1]
        self.sums.change_action(action, text=f"Action {self.count}", urgency="", due="2026-01-10")

    def move_action(self):
        self.sums.move_action(self.desk.record.actions[-1], -1)

    def delete_action(self):
        self.sums.delete_action(self.desk.record.actions[0])

    def activity(self):
        self.plan.add_activity(self.desk.record.framework.activities[1])

    def lesson(self):
        self.plan.add_lesson(self.home)

    def move_slot(self):
        self.plan.change(self.home, starts=self.home.starts + 5, ends=self.home.ends + 5)

    def remove_slot(self):
        self.plan.remove(self.home)

    def write(self):
        text = f"Paragraph {self.count}.\n\nAnother, which stays.\n\nThird of {self.count}."
        self.desk.seal_text("Report written", section_place(self.section), text)

    def shorten(self):
        self.desk.seal_text("Report written", section_place(self.section), "Another, which stays.")

    def visit_facts(self):
        visit = self.desk.record.visit
        self.desk.put("Visit changed", replace(visit, enquiry=f"Question {self.count}", agreed_on="2025-11-10"))

    def school(self):
        self.desk.put("School changed", replace(self.desk.record.school, town=f"Town {self.count}"))

    def export(self):
        kept = Export(new_id(), self.desk.visit_id, self.count, "DRAFT", "report.docx", "0" * 64, text="All of it.")
        self.desk.put("Report exported", kept)

    @property
    def latest(self):
        return self.desk.record.notes[-1]

    @property
    def home(self) -> Slot:
        return next(one for one in self.desk.record.slots if not one.part_of)

    @property
    def section(self):
        return next(one.code for one in self.desk.record.framework.outline if one.prose)


KINDS = (
    "note", "tags", "activity", "note", "mark_note", "lesson", "finding", "note", "reword", "link", "criterion",
    "finding", "move_finding", "set_time", "write", "agree", "action", "move_slot", "note", "word_action", "unlink",
    "visit_facts", "action", "move_action", "reason", "shorten", "delete_note", "school", "delete_action",
    "delete_finding", "export", "remove_slot",
)  # fmt: skip


def alive(record):
    """Return everything in a record that is not deleted, and the order in which it is shown."""
    held = {
        (kind, one.id): one for kind, shelf in record.shelves.items() for one in shelf.values() if not one.deleted
    }
    order = (record.notes, record.slots, record.findings(), record.actions, record.exports)
    texts = {one.code: tuple(block.text for block in record.blocks(one.code)) for one in record.framework.outline}
    return held, order, texts


def turn(qtbot, desk, way):
    """Undo or redo one step and wait until it is on the desk."""
    with qtbot.waitSignal(desk.turned, timeout=5000):
        getattr(desk, way)()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "vault"


def test_a_hundred_steps_are_undone_and_done_again_after_a_restart(qtbot, folder):
    database = new_database(folder)
    stood = []
    with open_workspace(database) as workspace:
        desk = begin(workspace)
        hand = Hand(desk)
        for kind in islice(cycle(KINDS), ACTS):
            stood.append(alive(desk.record))
            hand.act(kind)
            assert alive(desk.record) != stood[-1], kind
        stood.append(alive(desk.record))
        visit_id = desk.visit_id
    database = reopened(folder)
    with open_workspace(database) as workspace:
        desk = workspace.open_visit(visit_id)
        assert alive(desk.record) == stood[ACTS]
        for step in range(1, BACK + 1):
            turn(qtbot, desk, "undo")
            assert alive(desk.record) == stood[ACTS - step], step
        assert workspace.flush()
        assert alive(workspace.visits.load(visit_id)) == stood[ACTS - BACK]
    database = reopened(folder)
    with open_workspace(database) as workspace:
        desk = workspace.open_visit(visit_id)
        for step in range(ACTS - BACK + 1, ACTS + 1):
            turn(qtbot, desk, "redo")
            assert alive(desk.record) == stood[step], step
        assert workspace.flush()
        assert alive(workspace.visits.load(visit_id)) == stood[ACTS]


def reopened(folder):
    """Open the vault's database again, as a fresh start would."""
    from vault_desk import KEY

    from visitapp.store.database import Database

    return Database.open(folder / "visitapp.db", KEY)
