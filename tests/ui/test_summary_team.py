"""A team agrees its estimates: who is of it, what each would say, what it has to settle."""

from dataclasses import replace

import pytest
from capture_desk import OpenDesk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from sample_records import library
from summary_desk import choose, cut_texts, focused, open_visit, seen, summary
from ui_support import accessible_name
from vault_desk import PEER, PRIMARY

from ui.theme.theme import theme
from ui.theme.tokens import CONTRAST, DARK, TOUCH
from ui.widgets.checks import StateRow
from ui.widgets.tags import Initials
from ui.widgets.text import Text
from ui.workspace.summing_up import SummingUp
from ui.workspace.team import Team
from visitapp.domain.evidence import Draft
from visitapp.domain.settling import to_settle
from visitapp.domain.weighed import colleagues, members, points, view_of, views
from visitapp.domain.weighing import lead_id, view_id

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
OVERALL = "estimate.overall"


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def workspace(tmp_path, qapp):
    with open_visit(tmp_path, PEER) as workspace:
        yield workspace


@pytest.fixture
def page(qtbot, desk):
    return summary(qtbot, desk, place="judgement")


@pytest.fixture
def tab(page):
    return page.tab("judgement")


def named(desk, *names):
    """Put members of these names in the team."""
    for name in names:
        desk.put("x", replace(Team(desk).add_member(), name=name))


def said(desk, *values, key=OVERALL):
    """Have the members say these, in the team's order."""
    for member, value in zip(members(desk.record), values, strict=False):
        Team(desk).say(key, member.id, value)


def names(desk):
    return [one.name for one in colleagues(desk.record)]


def words(widget):
    return [one.text() for one in widget.findChildren(Text) if one.isVisible()]


def lines(widget):
    return [one for one in widget.findChildren(StateRow) if one.isVisible()]


# The team


def test_a_team_is_written_down_by_keyboard_alone(qtbot, desk, page, tab):
    card = tab.team.team
    card.add_button.setFocus()
    qtbot.keyClick(card.add_button, Key.Key_Return)
    for typed in ("B. Rowan", "Headteacher", "C. Beech", "Deputy"):
        qtbot.keyClicks(focused(page), typed)
        qtbot.keyClick(focused(page), Key.Key_Return)
    desk.leave()
    assert [(one.name, one.role) for one in colleagues(desk.record)] == [
        ("B. Rowan", "Headteacher"),
        ("C. Beech", "Deputy"),
        ("", ""),
    ]


def test_alt_with_an_arrow_moves_a_member_and_undo_moves_them_back(qtbot, desk, tab):
    named(desk, "B. Rowan", "C. Beech")
    qtbot.keyClick(tab.team.team.rows[1].name, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(desk) == ["C. Beech", "B. Rowan"]
    with qtbot.waitSignal(desk.turned):
        desk.undo()
    assert names(desk) == ["B. Rowan", "C. Beech"]


def test_a_removed_member_is_offered_back_with_what_they_said(qtbot, desk, page, tab):
    named(desk, "B. Rowan", "C. Beech")
    said(desk, "", "leading")
    qtbot.mouseClick(tab.team.team.rows[0].menu_button, LEFT)
    choose(qtbot, "Remove from the team")
    assert names(desk) == ["C. Beech"]
    assert views(desk.record, OVERALL) == ()
    assert focused(page) is tab.team.team.rows[0].name
    page.toast.acted.emit()
    assert names(desk) == ["B. Rowan", "C. Beech"]
    assert [one.value for one in views(desk.record, OVERALL)] == ["leading"]


def test_members_have_their_letters_in_the_order_of_the_team(desk, tab):
    named(desk, "B. Rowan", "C. Beech")
    assert [one.text() for one in tab.team.team.findChildren(Initials)] == ["R1", "R2", "R3"]
    assert accessible_name(tab.team.team.rows[1]) == "Reviewer 3: C. Beech"


def test_a_name_still_being_typed_is_kept_as_a_draft(desk, tab):
    named(desk, "")
    tab.team.team.rows[0].name.setText("B. Rowan")
    (draft,) = (desk.draft(f"member/name/{one.id}") for one in colleagues(desk.record))
    assert draft.text == "B. Rowan"


def test_words_in_a_box_when_the_program_dies_are_in_the_record_at_the_next_start(tmp_path, qapp):
    opened = OpenDesk(tmp_path, framework=library().find(PEER))
    team, lead = Team(opened.desk), lead_id(opened.desk.visit_id)
    team.begin_view(OVERALL, lead)
    point, view = team.add_point(), view_of(opened.desk.record, OVERALL, lead)
    opened.desk.keep_draft(Draft(opened.desk.visit_id, f"view/reason/{view.id}", "Seen in Year 5"))
    opened.desk.keep_draft(Draft(opened.desk.visit_id, f"point/outcome/{point.id}", "By telephone"))
    record = opened.lay().record
    assert (view_of(record, OVERALL, lead).reason, points(record)[0].outcome) == ("Seen in Year 5", "By telephone")
    opened.close()


def test_the_head_says_how_many_are_led(desk, page):
    assert desk.record.framework.summary_people in words(page.header)
    named(desk, "B. Rowan", "C. Beech", "D. Elm")
    assert "You lead a team of four" in words(page.header)


# Views


def test_a_lead_alone_has_no_views_to_keep(tab):
    assert not any(one.views.isVisible() for one in tab.estimates.editors)


def test_each_view_is_chosen_from_a_menu_and_counted_against_the_team(qtbot, desk, tab):
    named(desk, "B. Rowan", "C. Beech", "D. Elm")
    overall = tab.estimates.editors[0].views
    assert overall.said() == "Nobody has said yet."
    for row, label in zip(overall.rows, ("Effective", "Effective", "Leading", "Effective"), strict=True):
        row.value.showMenu()
        choose(qtbot, label)
    assert overall.said() == "One of four says Leading, three Effective"
    assert [one.value for one in views(desk.record, OVERALL)] == ["effective", "effective", "leading", "effective"]


def test_no_view_chooses_the_estimate_and_the_estimate_changes_no_view(qtbot, desk, tab):
    named(desk, "B. Rowan")
    said(desk, "leading", "leading")
    assert desk.record.answer(OVERALL).value is None
    assert tab.estimates.editors[0].choice.current() == ""
    qtbot.mouseClick(tab.estimates.editors[0].choice.button("effective"), LEFT)
    assert [one.value for one in views(desk.record, OVERALL)] == ["leading", "leading"]


def test_a_reason_is_opened_written_and_kept_before_any_value_is_chosen(qtbot, workspace, desk, page, tab):
    named(desk, "B. Rowan")
    row = tab.estimates.editors[0].views.rows[1]
    qtbot.mouseClick(row.reason_button, LEFT)
    qtbot.keyClicks(focused(page), "Coaching reaches everyone")
    assert workspace.flush()
    member = colleagues(desk.record)[0].id
    kept = workspace.visits.load(desk.visit_id).find("view", view_id(desk.visit_id, OVERALL, member))
    assert (kept.key, kept.member_id, kept.value, kept.reason) == (OVERALL, member, "", "Coaching reaches everyone")
    assert "written" in row.reason_button.accessibleName()


def test_a_view_taken_back_keeps_its_reason(desk):
    named(desk, "B. Rowan")
    team, member = Team(desk), colleagues(desk.record)[0].id
    team.say(OVERALL, member, "leading")
    desk.put("x", replace(view_of(desk.record, OVERALL, member), reason="Seen in Year 5"))
    team.say(OVERALL, member, "")
    assert views(desk.record, OVERALL) == ()
    assert view_of(desk.record, OVERALL, member).reason == "Seen in Year 5"


def test_undo_takes_a_view_back(qtbot, desk, tab):
    named(desk, "B. Rowan")
    said(desk, "leading")
    with qtbot.waitSignal(desk.turned):
        desk.undo()
    assert views(desk.record, OVERALL) == ()
    assert tab.estimates.editors[0].views.rows[0].value.current() == ""


def test_a_view_that_differs_from_what_was_agreed_is_marked_in_words(desk, tab):
    named(desk, "B. Rowan", "C. Beech")
    said(desk, "effective", "effective", "leading")
    overall = tab.estimates.editors[0].views
    assert [one.tag.isVisible() for one in overall.rows] == [False, False, False]
    desk.answer("x", OVERALL, "effective")
    assert [one.tag.text() for one in overall.rows if one.tag.isVisible()] == ["Minority view"]
    assert accessible_name(overall.rows[2]) == "C. Beech, Leading, Minority view"


def test_the_lead_lets_the_report_say_so_where_the_report_has_the_estimate(qtbot, desk, tab):
    named(desk, "B. Rowan", "C. Beech")
    for key in (OVERALL, "estimate.leadership"):
        said(desk, "effective", "effective", "leading", key=key)
        desk.answer("x", key, "effective")
    overall, leadership = (one.views.in_report for one in tab.estimates.editors[:2])
    assert overall.isVisible()
    assert not leadership.isVisible()
    assert not overall.isChecked()
    qtbot.mouseClick(overall, LEFT)
    assert desk.record.answer(f"minority.{OVERALL}").value is True
    qtbot.mouseClick(overall, LEFT)
    assert desk.record.answer(f"minority.{OVERALL}").value is False


def test_tab_goes_from_the_reasoning_through_every_view_to_the_next_estimate(qtbot, desk, page, tab):
    named(desk, "B. Rowan")
    first, second = tab.estimates.editors[:2]
    first.reasoning.edit.setFocus()
    passed = []
    for _ in range(5):
        qtbot.keyClick(focused(page), Key.Key_Tab)
        passed.append(focused(page))
    assert passed[:4] == [stop for row in first.views.rows for stop in row.stops()]
    assert second.isAncestorOf(passed[4])


# Points to settle


def test_a_point_is_added_written_settled_and_stays_readable(qtbot, desk, page, tab):
    card = tab.team.points
    qtbot.mouseClick(card.add_button, LEFT)
    qtbot.keyClicks(focused(page), "Who met governors?")
    desk.leave()
    row = card.row_of(points(desk.record)[0].id)
    qtbot.mouseClick(row.outcome_button, LEFT)
    qtbot.keyClicks(focused(page), "The chair, by telephone")
    qtbot.mouseClick(row.settled, LEFT)
    desk.leave()
    (point,) = points(desk.record)
    assert (point.text, point.outcome, point.settled) == ("Who met governors?", "The chair, by telephone", True)
    assert row.outcome.isVisible()
    assert accessible_name(row) == "Who met governors?, settled"
    assert card.rows[-1] is row


def test_a_removed_point_is_offered_back(qtbot, desk, page, tab):
    qtbot.mouseClick(tab.team.points.add_button, LEFT)
    qtbot.keyClicks(focused(page), "Who met governors?")
    desk.leave()
    qtbot.mouseClick(tab.team.points.row_of(points(desk.record)[0].id).remove_button, LEFT)
    assert points(desk.record) == ()
    page.toast.acted.emit()
    assert [one.text for one in points(desk.record)] == ["Who met governors?"]


def test_how_a_difference_was_settled_is_kept_with_it(qtbot, workspace, desk, page, tab):
    named(desk, "B. Rowan")
    said(desk, "leading", "effective")
    row = tab.team.points.rows[0]
    qtbot.mouseClick(row.outcome_button, LEFT)
    qtbot.keyClicks(focused(page), "We saw Year 5 together")
    qtbot.mouseClick(row.settled, LEFT)
    assert workspace.flush()
    (found,) = to_settle(workspace.visits.load(desk.visit_id))
    assert (found.settled, found.outcome) == (True, "We saw Year 5 together")
    assert points(desk.record) == ()


def test_a_difference_leads_to_its_estimate(qtbot, desk, page, tab):
    named(desk, "B. Rowan")
    said(desk, "leading", "effective", key="estimate.provision")
    rows = {one.point_id: one for one in tab.team.points.rows}
    qtbot.mouseClick(next(one for key, one in rows.items() if "provision" in key).go_button, LEFT)
    assert tab.estimates.editor("estimate.provision").isAncestorOf(focused(page))


def opposed(desk):
    """Make a strength and an area for development of one subject and strand."""
    summing_up, strand = SummingUp(desk), "teaching"
    notes = [
        seen(desk, text, source="lesson", subject="maths", strand=strand)
        for text in ("+ Clear models", "- No feedback")
    ]
    return [
        summing_up.add_finding(kind, "3", text, (note,))
        for kind, text, note in zip(("www", "ebi"), ("Models are clear", "... feedback helped"), notes, strict=True)
    ]


def test_one_subject_both_ways_leads_to_the_finding(qtbot, desk, page):
    _, weak = opposed(desk)
    page.show_place("findings")
    pane = page.tab("findings").estimates
    line = next(one for one in lines(pane.points) if one.text().startswith("Mathematics"))
    qtbot.mouseClick(line, LEFT)
    assert focused(page) is page.tab("findings").board.card(weak.id)


def test_the_pane_names_what_is_open_and_counts_what_is_settled(qtbot, desk, page):
    opposed(desk)
    page.show_place("findings")
    pane = page.tab("findings").estimates
    assert [one.text() for one in lines(pane.points)] == [
        "Overall Peer Evaluation Estimate: not agreed yet",
        "Mathematics, teaching: one what went well, one even better if",
    ]
    desk.answer("x", OVERALL, "none")
    for finding in desk.record.findings():
        desk.put("x", replace(finding, agreed=True))
    qtbot.wait(1)
    (settled,) = lines(pane.points)
    assert settled.text() == "1 settled"
    qtbot.mouseClick(settled, LEFT)
    assert page.current == "judgement"
    assert any(one.isAncestorOf(focused(page)) for one in page.tab("judgement").team.points.rows)


def test_an_estimate_to_settle_is_not_missing_a_second_time(desk, page):
    page.show_place("findings")
    pane = page.tab("findings").estimates
    assert "Overall estimate, or none by choice" not in [one.text() for one in lines(pane)]
    assert "Every finding has evidence" not in [one.text() for one in lines(pane.points)]


# Notes of the team


def by_others(desk):
    named(desk, "B. Rowan")
    strong, weak = opposed(desk)
    other = colleagues(desk.record)[0].id
    desk.put("x", replace(desk.record.notes[1], author_id=other))
    return other


def test_notes_are_counted_by_author_only_when_there_are_several(qtbot, desk, page):
    opposed(desk)
    page.show_place("findings")
    pane = page.tab("findings").estimates
    assert not pane.team.isVisible()
    desk.put("x", replace(Team(desk).add_member(), name="B. Rowan"))
    other = colleagues(desk.record)[0].id
    desk.put("x", replace(desk.record.notes[1], author_id=other))
    assert pane.team.isVisible()
    qtbot.wait(1)
    assert [word for word in words(pane.team) if word in ("You", "B. Rowan")] == ["You", "B. Rowan"]
    spoken = [one.accessibleName() for one in pane.team.children() if hasattr(one, "accessibleName")]
    assert "B. Rowan: 1 of 2 notes" in spoken


def test_a_part_shows_who_wrote_its_evidence(desk, page):
    by_others(desk)
    page.show_place("findings")
    faces = [one.text() for one in page.tab("findings").board.findChildren(Initials) if one.isVisible()]
    assert faces == ["R1", "R2"]


def test_what_the_evidence_covers_leads_to_where_it_is_taken(qtbot, desk, page):
    opposed(desk)
    page.show_place("findings")
    line = next(one for one in lines(page.tab("findings").estimates.covers) if one.text() == "Every year group")
    with qtbot.waitSignal(page.place_wanted) as told:
        qtbot.mouseClick(line, LEFT)
    assert told.args == ["capture"]


# Room and looks


def whole_team(desk):
    by_others(desk)
    named(desk, "C. Beech", "D. Elm, headteacher of a school with a long name in another county")
    said(desk, "effective", "leading", "effective", "effective")
    desk.answer("x", OVERALL, "effective")
    desk.put("x", replace(view_of(desk.record, OVERALL, lead_id(desk.visit_id)), reason="Long words. " * 12))
    desk.put("x", replace(Team(desk).add_point(), text="Is attendance a strength of the whole school? " * 3))


@pytest.mark.parametrize("place", ["findings", "judgement"])
@pytest.mark.parametrize(("size", "scale"), [((1208, 580), 1.0), ((1208, 740), 1.5), ((760, 1160), 1.0)])
def test_nothing_of_a_whole_team_is_cut(qtbot, desk, page, place, size, scale):
    theme().apply(text_scale=scale)
    whole_team(desk)
    page.resize(*size)
    page.show_place(place)
    qtbot.waitUntil(lambda: cut_texts(page) == [])


@pytest.mark.parametrize("place", ["findings", "judgement"])
def test_every_target_of_a_whole_team_suits_a_finger_in_touch_mode(qtbot, desk, page, place):
    theme().apply(metrics=TOUCH)
    whole_team(desk)
    page.show_place(place)
    qtbot.waitUntil(lambda: small_targets(page) == [])


def small_targets(page):
    """Return the buttons in view that a finger would miss."""
    buttons = [one for one in page.findChildren(QAbstractButton) if one.isVisible()]
    return [one.accessibleName() for one in buttons if one.height() < 44]


@pytest.mark.parametrize("palette", [DARK, CONTRAST])
def test_a_whole_team_paints_in_every_palette(desk, page, palette):
    theme().apply(palette)
    whole_team(desk)
    for place in ("findings", "judgement"):
        page.show_place(place)
        assert not page.grab().isNull()


def test_a_programme_without_estimates_has_neither_team_nor_points(qtbot, tmp_path, qapp):
    folder = tmp_path / "primary"
    folder.mkdir()
    with open_visit(folder, PRIMARY) as workspace:
        page = summary(qtbot, workspace.desk, place="judgement")
        assert page.tab("judgement").team is None
        assert page.tab("findings").estimates is None
        assert "excellence" not in page.codes
