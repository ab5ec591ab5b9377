"""The desk: one open visit, in memory at once and on the disk behind."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from vault_desk import KEY, TODAY, begin, new_database, open_workspace

from ui.parts.autosave import Autosave
from ui.workspace.day_plan import DayPlan
from ui.workspace.evidence import COMPOSER, Evidence
from ui.workspace.summing_up import SummingUp
from visitapp.domain.evidence import Context, Draft
from visitapp.domain.places import answer_place, section_place
from visitapp.domain.planning import plan_results
from visitapp.store.database import Database


@pytest.fixture
def folder(tmp_path):
    return tmp_path


@pytest.fixture
def workspace(qapp, folder):
    with open_workspace(new_database(folder)) as workspace:
        yield workspace


@pytest.fixture
def desk(workspace):
    return begin(workspace)


def reopened(workspace, desk):
    """Return the visit as a fresh start reads it from disk."""
    assert workspace.flush()
    return workspace.visits.load(desk.visit_id)


def typed(desk, text, **fields):
    return Evidence(desk).save(Draft(desk.visit_id, COMPOSER, text, **fields))


def test_a_note_saved_is_on_the_desk_at_once_and_on_disk_soon_after(workspace, desk):
    note = typed(desk, "- Books unfinished #pp #y4 #ma", context=Context(source="work", activity="learning-walk"))
    assert desk.record.notes == (note,)
    assert (note.marker, note.groups, note.years, note.subject, note.source) == (
        "develop",
        ("pp",),
        ("y4",),
        "maths",
        "work",
    )
    assert reopened(workspace, desk).notes == (note,)


def test_context_is_sticky_and_marker_and_groups_never_are(desk):
    typed(desk, "+ Clear models #send #y5", marker="", context=Context(source="lesson"))
    left = desk.draft(COMPOSER)
    assert (left.text, left.marker, left.groups) == ("", "", ())
    assert left.context == Context(source="lesson", years=("y5",))


def test_an_empty_enter_saves_nothing(desk):
    assert typed(desk, "   ") is None
    assert typed(desk, "#send") is None
    assert desk.record.notes == ()


def test_undo_and_redo_reach_the_desk_and_the_disk(qtbot, workspace, desk):
    typed(desk, "one")
    typed(desk, "two")
    with qtbot.waitSignal(desk.turned):
        desk.undo()
    assert [note.text for note in desk.record.notes] == ["one"]
    with qtbot.waitSignal(desk.turned):
        desk.redo()
    assert [note.text for note in reopened(workspace, desk).notes] == ["one", "two"]


def test_undo_still_works_after_a_restart(qtbot, workspace, desk):
    typed(desk, "kept")
    workspace.flush()
    again = workspace.open_visit(desk.visit_id)
    with qtbot.waitSignal(again.turned) as turned:
        again.undo()
    assert turned.args == ["undo", "Note saved: kept"]
    assert again.record.notes == ()


def test_a_finding_takes_the_strand_of_its_evidence_and_losing_the_note_leaves_it_unsupported(desk):
    note = typed(desk, "Clear models", context=Context(strand="teaching"))
    finding = SummingUp(desk).add_finding("strength", text="Models help", notes=(note,))
    assert desk.record.find("finding", finding.id).strand == "teaching"
    assert desk.record.notes_of(finding.id) == (note,)
    Evidence(desk).delete(note)
    assert desk.record.notes_of(finding.id) == ()


def test_a_link_taken_away_can_be_made_again(workspace, desk):
    note = typed(desk, "Clear models")
    summing = SummingUp(desk)
    finding = summing.add_finding("strength", notes=(note,))
    summing.unlink(finding, note)
    assert desk.record.notes_of(finding.id) == ()
    summing.link(finding, note)
    assert reopened(workspace, desk).notes_of(finding.id) == (note,)


def test_moving_an_activity_moves_the_lessons_inside_it(desk):
    plan = DayPlan(desk)
    walk = plan.add_activity(desk.record.framework.activity("learning-walk"), starts=600)
    lesson = plan.add_lesson(walk)
    plan.change(desk.record.find("slot", walk.id), starts=630, ends=720)
    assert desk.record.find("slot", lesson.id).starts == 630


def test_the_slot_running_now_is_the_lesson_before_its_activity(desk):
    plan = DayPlan(desk)
    local = TODAY.astimezone()
    minute = local.hour * 60 + local.minute
    walk = plan.add_activity(desk.record.framework.activity("learning-walk"), starts=minute - 5)
    assert plan.now().id == walk.id
    lesson = plan.add_lesson(walk)
    assert plan.now().id == lesson.id


def test_typing_in_a_box_is_kept_as_a_draft_and_sealed_when_the_box_is_left(qtbot, workspace, desk):
    edit = QPlainTextEdit()
    qtbot.addWidget(edit)
    edit.show()
    place = section_place("context")
    Autosave(edit, desk, place, "Context written")
    qtbot.keyClicks(edit, "The visit was warm.")
    assert desk.draft(place.box).text == "The visit was warm."
    assert desk.record.blocks("context") == ()
    edit.hide()
    assert [block.text for block in reopened(workspace, desk).blocks("context")] == ["The visit was warm."]
    assert desk.draft(place.box) is None


def test_news_from_elsewhere_is_shown_in_a_box_nobody_types_in(qtbot, desk):
    edit = QPlainTextEdit()
    qtbot.addWidget(edit)
    place = answer_place("decision")
    Autosave(edit, desk, place, "Reasons")
    desk.seal_text("Reasons", place, "Capacity outweighs the risks.")
    assert edit.toPlainText() == "Capacity outweighs the risks."


def test_text_left_in_a_box_by_a_crash_becomes_part_of_the_record_when_the_visit_is_opened(workspace, desk):
    place = section_place("context")
    desk.keep_draft(Draft(desk.visit_id, place.box, "Half a sentence", 15))
    workspace.flush()
    again = workspace.open_visit(desk.visit_id)
    assert again.recovered == ("Half a sentence",)
    assert [block.text for block in again.record.blocks("context")] == ["Half a sentence"]


def test_what_stood_in_the_composer_comes_back_and_never_in_another_visit(workspace, desk):
    desk.keep_draft(Draft(desk.visit_id, COMPOSER, "Half a note", 4, "risk", ("send",)))
    other = begin(workspace, school="Tidewell Primary School")
    assert other.draft(COMPOSER) is None
    again = workspace.open_visit(desk.visit_id)
    assert again.draft(COMPOSER) == Draft(desk.visit_id, COMPOSER, "Half a note", 4, "risk", ("send",))


def test_a_visit_keeps_its_own_framework_when_the_installed_one_changes(workspace, desk):
    before = desk.record.framework
    workspace.flush()
    workspace.library = None
    assert workspace.visits.load(desk.visit_id).framework == before


def test_a_refused_commit_is_said_and_tried_again_and_nothing_is_lost(qtbot, qapp, folder, monkeypatch):
    from visitapp.errors import StorageError
    from visitapp.store import writer

    monkeypatch.setattr(writer, "_RETRY_SECONDS", 0.01)
    database = new_database(folder)

    class FullDisk:
        """Refuses twice, as a full disk does, then lets everything through."""

        refusals = 2
        path, key = database.path, database.key
        reading, close = database.reading, database.close

        def transaction(self):
            if FullDisk.refusals:
                FullDisk.refusals -= 1
                raise StorageError("The disk is full. What you typed is kept.")
            return database.transaction()

    with open_workspace(FullDisk()) as workspace:
        said = []
        workspace.save_failed.connect(said.append)
        with qtbot.waitSignal(workspace.saved):
            desk = begin(workspace)
            typed(desk, "still here")
        assert said[0] == "The disk is full. What you typed is kept."
        assert [note.text for note in workspace.visits.load(desk.visit_id).notes] == ["still here"]


def test_the_list_of_visits_says_what_each_holds(workspace, desk):
    typed(desk, "one")
    desk.answer("Prepared", "stage.prepare", True)
    workspace.flush()
    (summary,) = workspace.visits.all()
    assert (summary.school, summary.notes, summary.stages_done) == ("Sallowfield Primary School", 1, {"prepare"})


def test_the_vault_opens_again_with_everything_in_it(qapp, folder):
    with open_workspace(new_database(folder)) as workspace:
        desk = begin(workspace)
        note = typed(desk, "kept")
    with open_workspace(Database.open(folder / "visitapp.db", KEY)) as workspace:
        assert workspace.open_visit(desk.visit_id).record.notes == (note,)


def test_nobody_is_at_an_activity_until_somebody_is_named(desk):
    plan = DayPlan(desk)
    summary = plan.add_activity(desk.record.framework.activity("summary"))
    met = {result.rule.code: result.met for result in plan_results(desk.record)}
    assert not met["governor-at-summary"]
    plan.change(summary, people="Headteacher, chair of governors")
    met = {result.rule.code: result.met for result in plan_results(desk.record)}
    assert met["governor-at-summary"]
