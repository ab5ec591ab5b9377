"""Findings made from evidence: by keys, by tap, by drag; changed in place; taken away and brought back."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragLeaveEvent
from summary_desk import choose, drop, focused, hover, open_visit, popup, seen, summary, three_notes
from ui_support import accessible_name
from vault_desk import PEER

from ui.parts.evidence_tray_model import dragged
from ui.widgets.text import Text
from ui.workspace.summing_up import SummingUp

Key, Alt = Qt.Key, Qt.KeyboardModifier.AltModifier


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def notes(desk):
    return three_notes(desk)


@pytest.fixture
def page(qtbot, desk, notes):
    return summary(qtbot, desk)


@pytest.fixture
def tab(page):
    return page.tab("findings")


@pytest.fixture
def tray(tab):
    tab.take_focus()
    return tab.tray.list


@pytest.fixture
def made(desk, notes):
    """Return a strength made from the first note."""
    return SummingUp(desk).add_finding("strength", text="Models help", notes=notes[:1])


def visible_words(widget):
    return [one.text() for one in widget.findChildren(Text) if one.isVisible()]


def card(page, finding):
    return page.tab("findings").board.card(finding.id)


def test_three_keys_make_a_finding_of_a_note(qtbot, desk, notes, tray):
    qtbot.keyClick(tray, Key.Key_Down)
    qtbot.keyClick(tray, Key.Key_D)
    qtbot.keyClick(popup(), Key.Key_Return)
    (finding,) = desk.record.findings("develop")
    assert desk.record.notes_of(finding.id) == (notes[1],)
    assert finding.text == notes[1].text


def test_the_focus_stays_in_the_tray_on_the_next_note(qtbot, notes, tray, page):
    qtbot.keyClick(tray, Key.Key_S)
    qtbot.keyClick(popup(), Key.Key_Return)
    assert focused(page) is tray
    assert tray.current_id() == notes[1].id
    assert tray.notes.rowCount() == 2


def test_three_keys_add_a_note_to_a_finding_that_is_there(qtbot, desk, notes, tray, made):
    qtbot.keyClick(tray, Key.Key_S)
    menu = popup()
    qtbot.keyClick(menu, Key.Key_Down)
    qtbot.keyClick(menu, Key.Key_Return)
    assert desk.record.findings("strength") == (made,)
    assert desk.record.notes_of(made.id) == notes[:2]


def test_a_tap_opens_every_kind_and_the_choice_is_made_there(qtbot, desk, notes, tray):
    place = tray.visualRect(tray.notes.index(2)).center()
    qtbot.mouseClick(tray.viewport(), Qt.MouseButton.LeftButton, pos=place)
    choose(qtbot, "New: Risk")
    (risk,) = desk.record.findings("risk")
    assert desk.record.notes_of(risk.id) == (notes[2],)


def test_in_the_open_chooser_the_key_of_a_kind_goes_to_it(qtbot, desk, tray):
    qtbot.keyClick(tray, Key.Key_Return)
    qtbot.keyClick(popup(), Key.Key_R)
    qtbot.keyClick(popup(), Key.Key_Return)
    assert len(desk.record.findings("risk")) == 1


def test_leaving_the_chooser_does_nothing(qtbot, desk, tray):
    qtbot.keyClick(tray, Key.Key_S)
    qtbot.keyClick(popup(), Key.Key_Escape)
    assert desk.record.findings() == ()


def test_letters_that_mean_nothing_do_nothing_in_the_tray(qtbot, desk, notes, tray):
    qtbot.keyClick(tray, Key.Key_X)
    assert tray.current_id() == notes[0].id
    assert desk.record.findings() == ()


def test_a_note_dropped_on_a_list_makes_a_finding(desk, notes, tab):
    assert drop(tab.board.list_of("risk"), notes[2])
    (risk,) = desk.record.findings("risk")
    assert desk.record.notes_of(risk.id) == (notes[2],)


def test_a_note_dropped_on_a_finding_is_linked(desk, notes, page, made):
    assert drop(card(page, made), notes[1])
    assert desk.record.notes_of(made.id) == notes[:2]


def test_only_notes_can_be_dropped(desk, page, tab, made):
    words = QMimeData()
    words.setText("some words")
    assert not drop(card(page, made), mime=words)
    assert not drop(tab.board.list_of("risk"), mime=words)
    assert desk.record.findings() == (made,)


def test_what_the_tray_drags_are_its_notes(desk, notes, tray):
    mime = tray.notes.mimeData([tray.notes.index(1)])
    assert mime.formats() == dragged(notes[1:2]).formats()
    assert mime.data(mime.formats()[0]) == dragged(notes[1:2]).data(mime.formats()[0])


def test_a_finding_says_what_would_be_linked_while_a_note_is_held_over_it(page, notes, made, qapp):
    target, held = card(page, made), dragged(notes[1:2])
    assert hover(target, held)
    assert "Drop to link E2" in visible_words(target)
    qapp.sendEvent(target, QDragLeaveEvent())
    assert "Drop to link E2" not in visible_words(target)


def test_a_private_note_never_gives_its_words_to_a_finding(desk, tab):
    secret = seen(desk, "Only for me #me", source="lesson")
    tab.show_private(True)
    drop(tab.board.list_of("strength"), secret)
    (finding,) = desk.record.findings("strength")
    assert finding.text == ""
    assert desk.record.notes_of(finding.id) == (secret,)


def test_private_notes_are_out_of_the_tray_until_they_are_asked_for(qtbot, desk, page, tab):
    seen(desk, "Only for me #me")
    page.header.private.setVisible(True)
    assert tab.tray.list.notes.rowCount() == 3
    qtbot.mouseClick(page.header.private, Qt.MouseButton.LeftButton)
    assert tab.tray.list.notes.rowCount() == 4
    assert page.header.private.text() == "Private notes shown"


def test_filters_show_unplaced_all_or_pinned(qtbot, desk, tab, made):
    seen(desk, "Remember this #pin")
    shown = tab.tray.list.notes
    assert shown.rowCount() == 3
    tab.tray.show_only("all")
    assert shown.rowCount() == 4
    tab.tray.show_only("pinned")
    assert [shown.note(row).text for row in range(shown.rowCount())] == ["Remember this"]


def test_writing_in_a_finding_is_kept_and_the_caret_survives_news(qtbot, desk, notes, page, made):
    text = card(page, made).text
    text.start_writing()
    qtbot.keyClicks(text, " pupils")
    SummingUp(desk).link(made, notes[1])
    assert focused(page) is text
    assert text.toPlainText() == "Models help pupils"
    assert text.textCursor().position() == len("Models help pupils")
    desk.leave()
    assert desk.record.find("finding", made.id).text == "Models help pupils"


def test_letters_typed_in_a_finding_stay_text(qtbot, desk, page, made):
    text = card(page, made).text
    text.start_writing()
    qtbot.keyClicks(text, " S D R")
    qtbot.keyClick(text, Key.Key_Delete)
    assert text.toPlainText() == "Models help S D R"
    assert len(desk.record.findings()) == 1


def test_a_new_empty_finding_is_written_in_at_once(qtbot, desk, page, tab):
    qtbot.mouseClick(tab.board.list_of("develop").add_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(focused(page), "Checks do not change teaching")
    desk.leave()
    assert [one.text for one in desk.record.findings("develop")] == ["Checks do not change teaching"]


def test_escape_goes_from_the_words_to_the_card_and_enter_back(qtbot, page, made):
    one = card(page, made)
    one.text.start_writing()
    qtbot.keyClick(one.text, Key.Key_Escape)
    assert focused(page) is one
    qtbot.keyClick(one, Key.Key_Return)
    assert focused(page) is one.text


def test_agreed_is_a_check_box_and_space_on_the_card_turns_it(qtbot, desk, page, made):
    one = card(page, made)
    one.setFocus()
    qtbot.keyClick(one, Key.Key_Space)
    assert desk.record.find("finding", made.id).agreed
    assert accessible_name(one.foot.agreed) == "Agreed"
    qtbot.mouseClick(one.foot.agreed, Qt.MouseButton.LeftButton)
    assert not desk.record.find("finding", made.id).agreed
    assert accessible_name(one.foot.agreed) == "To discuss"


@pytest.mark.parametrize(("words", "value"), [("In self", "yes"), ("Not in self", "no"), ("not looked", "")])
def test_self_evaluation_is_chosen_from_three(qtbot, desk, page, made, words, value):
    one = card(page, made)
    qtbot.mouseClick(one.foot.self_evaluation, Qt.MouseButton.LeftButton)
    choose(qtbot, words)
    assert desk.record.find("finding", made.id).in_self_evaluation == value


def test_the_strand_of_a_finding_can_be_chosen(qtbot, desk, page, made):
    wanted = desk.record.framework.strands[1]
    qtbot.mouseClick(card(page, made).foot.strand, Qt.MouseButton.LeftButton)
    choose(qtbot, wanted.label)
    assert desk.record.find("finding", made.id).strand == wanted.code
    assert card(page, made).foot.strand.text() == wanted.short


def test_a_finding_without_evidence_and_one_of_one_kind_say_so(qtbot, desk, notes, page, made):
    empty = SummingUp(desk).add_finding("risk", text="Deputy post vacant")
    assert "No evidence yet" in card(page, empty).accessibleDescription()
    assert "One kind of source" in card(page, made).accessibleDescription()
    SummingUp(desk).link(made, notes[1])
    assert "One kind of source" not in card(page, made).accessibleDescription()


def test_kinds_of_source_are_counted_in_words(page, made):
    assert "Lesson visit 1" in card(page, made).foot.sources.accessibleName()


def test_linked_notes_open_and_one_can_be_taken_away(qtbot, desk, notes, page, made):
    from ui.widgets.buttons import IconButton

    foot = card(page, made).foot
    qtbot.mouseClick(foot.sources, Qt.MouseButton.LeftButton)
    assert foot.evidence.isVisible()
    (away,) = foot.evidence.findChildren(IconButton)
    assert away.accessibleName() == "Take E1 away"
    qtbot.mouseClick(away, Qt.MouseButton.LeftButton)
    assert desk.record.notes_of(made.id) == ()
    assert not foot.evidence.isVisible()


def test_undo_links_a_note_again_that_was_taken_away(qtbot, desk, notes, page, made):
    SummingUp(desk).unlink(made, notes[0])
    with qtbot.waitSignal(desk.turned):
        desk.undo()
    assert desk.record.notes_of(made.id) == notes[:1]
    assert "Lesson visit 1" in card(page, made).foot.sources.accessibleName()


def test_a_private_note_linked_to_a_finding_shows_no_words(qtbot, desk, page, tab, made):

    secret = seen(desk, "Only for me #me", source="work")
    SummingUp(desk).link(made, secret)
    foot = card(page, made).foot
    foot.show_evidence(True)
    words = [one.text() for one in foot.evidence.findChildren(Text)]
    assert "Private note" in words
    assert "Only for me" not in words
    tab.show_private(True)
    assert "Only for me" in [one.text() for one in foot.evidence.findChildren(Text)]


def three_findings(desk):
    add = SummingUp(desk).add_finding
    return [add("strength", text=words) for words in ("One", "Two", "Three")]


def test_alt_and_arrows_move_a_finding_and_keep_the_focus(qtbot, desk, page):
    first, second, third = three_findings(desk)
    one = card(page, third)
    one.text.start_writing()
    qtbot.keyClick(one.text, Key.Key_Up, Alt)
    assert [finding.text for finding in desk.record.findings("strength")] == ["One", "Three", "Two"]
    assert focused(page) is one.text
    qtbot.keyClick(one.text, Key.Key_Down, Alt)
    assert [finding.text for finding in desk.record.findings("strength")] == ["One", "Two", "Three"]
    assert [c.finding_id for c in page.tab("findings").board.list_of("strength").cards] == [
        first.id,
        second.id,
        third.id,
    ]


def test_arrows_walk_from_card_to_card(qtbot, desk, page):
    first, second, _ = three_findings(desk)
    risk = SummingUp(desk).add_finding("risk", text="Risk")
    card(page, first).setFocus()
    qtbot.keyClick(card(page, first), Key.Key_Down)
    assert focused(page) is card(page, second)
    qtbot.keyClick(card(page, second), Key.Key_Right)
    assert focused(page) is card(page, risk)
    qtbot.keyClick(card(page, risk), Key.Key_Left)
    assert focused(page) is card(page, first)
    qtbot.keyClick(card(page, first), Key.Key_Up)
    assert focused(page) is card(page, first)


def test_a_deleted_finding_can_be_brought_back_by_its_toast(qtbot, desk, notes, page, made):
    card(page, made).setFocus()
    qtbot.keyClick(card(page, made), Key.Key_Delete)
    assert desk.record.findings() == ()
    assert page.toast.isVisible()
    page.toast.acted.emit()
    assert desk.record.findings() == (made,)
    assert desk.record.notes_of(made.id) == notes[:1]
    assert card(page, made).text.toPlainText() == "Models help"


def test_a_deleted_finding_comes_back_by_undo_with_the_words_last_typed(qtbot, desk, page, made):
    one = card(page, made)
    one.text.start_writing()
    qtbot.keyClicks(one.text, " most")
    qtbot.keyClick(one.text, Key.Key_Escape)
    qtbot.keyClick(one, Key.Key_Delete)
    with qtbot.waitSignal(desk.turned):
        desk.undo()
    assert [finding.text for finding in desk.record.findings()] == ["Models help most"]
    assert card(page, made).text.toPlainText() == "Models help most"


def test_after_a_deletion_the_focus_is_on_the_neighbour(qtbot, desk, page):
    first, second, third = three_findings(desk)
    card(page, second).setFocus()
    qtbot.keyClick(card(page, second), Key.Key_Delete)
    assert focused(page) is card(page, third)
    qtbot.keyClick(card(page, third), Key.Key_Delete)
    assert focused(page) is card(page, first)


def test_the_menu_moves_a_finding_to_another_list(qtbot, desk, notes, page, made):
    qtbot.mouseClick(card(page, made).foot.menu_button, Qt.MouseButton.LeftButton)
    choose(qtbot, "Risks")
    assert desk.record.find("finding", made.id).kind == "risk"
    assert desk.record.notes_of(made.id) == notes[:1]
    assert card(page, made).isVisible()


def test_the_menu_moves_up_and_deletes(qtbot, desk, page):
    _, second, _ = three_findings(desk)
    card(page, second).open_menu()
    choose(qtbot, "Move up")
    assert desk.record.findings("strength")[0].id == second.id
    card(page, second).open_menu()
    choose(qtbot, "Delete finding")
    assert len(desk.record.findings("strength")) == 2


def test_a_note_deleted_elsewhere_leaves_the_tray_and_the_finding(qtbot, desk, notes, page, tab, made):
    from ui.workspace.evidence import Evidence

    Evidence(desk).delete(notes[0])
    Evidence(desk).delete(notes[1])
    assert tab.tray.list.notes.rowCount() == 1
    assert "No evidence yet" in card(page, made).accessibleDescription()


def test_tab_goes_through_a_new_finding_where_it_stands(qtbot, desk, page, tab):
    first, *_ = three_findings(desk)
    lists = tab.board.list_of("strength")
    lists.add_button.setFocus()
    qtbot.keyClick(lists.add_button, Key.Key_Tab)
    assert focused(page) is card(page, first)
    qtbot.keyClick(focused(page), Key.Key_Tab)
    assert focused(page) is card(page, first).text


def test_the_tray_says_what_it_waits_for_when_it_is_empty(qtbot, desk):
    page = summary(qtbot, desk)
    assert "No evidence yet" in visible_words(page.tab("findings").tray)
    seen(desk, "One note")
    assert page.tab("findings").tray.list.isVisible()
    SummingUp(desk).add_finding("strength", notes=desk.record.notes)
    assert "All evidence is placed" in visible_words(page.tab("findings").tray)


def test_what_was_made_is_on_disk(qtbot, desk, workspace, notes, tray):
    qtbot.keyClick(tray, Key.Key_S)
    qtbot.keyClick(popup(), Key.Key_Return)
    assert workspace.flush()
    record = workspace.visits.load(desk.visit_id)
    (finding,) = record.findings("strength")
    assert record.notes_of(finding.id) == notes[:1]


@pytest.fixture
def peer(tmp_path, qapp):
    folder = tmp_path / "peer"
    folder.mkdir()
    with open_visit(folder, PEER) as workspace:
        yield workspace.desk


def test_a_grouped_framework_has_a_card_for_each_group_and_no_actions(qtbot, peer):
    from ui.parts.finding_group import FindingGroupCard

    page = summary(qtbot, peer)
    titles = [card.accessibleName() for card in page.findChildren(FindingGroupCard)]
    assert titles == [group.title for group in peer.record.framework.finding_groups]
    assert "actions" not in page.codes


def test_in_a_grouped_framework_the_chooser_asks_for_the_group(qtbot, peer):
    note = seen(peer, "- Feedback tells pupils little", source="work")
    page = summary(qtbot, peer)
    page.take_focus()
    qtbot.keyClick(page.tab("findings").tray.list, Key.Key_D)
    choose(qtbot, "3 Quality of provision")
    (finding,) = peer.record.findings("ebi", "3")
    assert peer.record.notes_of(finding.id) == (note,)
    assert finding.text.startswith(peer.record.framework.finding_kind("ebi").stem.strip())


def test_estimates_are_set_and_let_go_beside_their_group(qtbot, peer):
    page = summary(qtbot, peer)
    (estimate, *_) = page.tab("findings").board.estimates
    qtbot.mouseClick(estimate.button("leading"), Qt.MouseButton.LeftButton)
    assert peer.record.answer("estimate.leadership").value == "leading"
    qtbot.mouseClick(estimate.button("leading"), Qt.MouseButton.LeftButton)
    assert peer.record.answer("estimate.leadership").value is None


def test_the_pane_beside_grouped_findings_holds_the_overall_estimate_and_what_is_missing(qtbot, peer):
    from ui.widgets.checks import StateRow

    page = summary(qtbot, peer)
    pane = page.side_pane()
    before = len(pane.findChildren(StateRow))
    (chip,) = pane.chips
    qtbot.mouseClick(chip.chip, Qt.MouseButton.LeftButton)
    choose(qtbot, "No estimate")
    assert peer.record.answer("estimate.overall").value == "none"
    qtbot.waitUntil(lambda: sum(one.isVisible() for one in pane.findChildren(StateRow)) == before - 1)


def test_arrows_walk_from_group_to_group(qtbot, peer):
    add = SummingUp(peer).add_finding
    above, below = add("www", "2", "Above"), add("www", "3", "Below")
    page = summary(qtbot, peer)
    card(page, above).setFocus()
    qtbot.keyClick(card(page, above), Key.Key_Down)
    assert focused(page) is card(page, below)
