"""What is weighed and decided: by a person, key by key, and never by the app."""

import pytest
from PySide6.QtCore import QPoint, Qt
from summary_desk import choose, focused, open_visit, popup, summary
from ui_support import accessible_name
from vault_desk import PEER

from ui.widgets.text import Text
from ui.workspace.summing_up import SummingUp

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def page(qtbot, desk):
    return summary(qtbot, desk, place="judgement")


@pytest.fixture
def tab(page):
    return page.tab("judgement")


@pytest.fixture
def rows(tab):
    return tab.criteria.rows


def value(desk, key):
    return desk.record.answer(key).value


def words(widget):
    return [one.text() for one in widget.findChildren(Text) if one.isVisible()]


def test_the_page_begins_on_the_first_criterion(page, rows):
    assert focused(page) is rows[0]


@pytest.mark.parametrize(("key", "code"), [(Key.Key_N, "no"), (Key.Key_W, "watch"), (Key.Key_Y, "yes")])
def test_the_first_letter_of_a_value_sets_it(qtbot, desk, rows, key, code):
    qtbot.keyClick(rows[0], key)
    assert value(desk, "criterion.a") == code
    assert rows[0].values.current() == code


def test_two_keys_set_each_next_criterion(qtbot, desk, page, rows):
    for _ in rows:
        qtbot.keyClick(focused(page), Key.Key_N)
        qtbot.keyClick(focused(page), Key.Key_Down)
    criteria = desk.record.framework.judgement.criteria
    assert [value(desk, f"criterion.{one.code}") for one in criteria] == ["no"] * len(criteria)
    assert focused(page) is rows[-1]
    assert f"{len(rows)} of {len(rows)} considered" in words(page)


def test_up_goes_back_and_delete_takes_a_value_off(qtbot, desk, page, rows):
    qtbot.keyClick(rows[0], Key.Key_Y)
    qtbot.keyClick(rows[0], Key.Key_Down)
    qtbot.keyClick(focused(page), Key.Key_Up)
    qtbot.keyClick(focused(page), Key.Key_Delete)
    assert value(desk, "criterion.a") is None


def test_a_click_sets_a_value_and_undo_takes_it_off(qtbot, desk, rows):
    qtbot.mouseClick(rows[1].values.button("watch"), LEFT)
    assert value(desk, "criterion.b") == "watch"
    with qtbot.waitSignal(desk.turned):
        desk.undo()
    assert value(desk, "criterion.b") is None
    assert rows[1].values.current() == ""


def test_not_applicable_is_in_a_small_menu_and_shows_in_place_of_the_values(qtbot, desk, rows):
    qtbot.mouseClick(rows[6].more_button, LEFT)
    choose(qtbot, "Not applicable")
    assert value(desk, "criterion.g") == "not-applicable"
    assert rows[6].further.isVisible()
    assert not rows[6].values.isVisible()
    qtbot.keyClick(rows[6], Key.Key_W)
    assert rows[6].values.isVisible()


def test_a_reason_opens_below_the_row_and_is_kept(qtbot, workspace, desk, page, rows):
    qtbot.keyClick(rows[0], Key.Key_Return)
    qtbot.keyClicks(focused(page), "No, but watch Year 6")
    assert workspace.flush()
    assert workspace.visits.load(desk.visit_id).answer("criterion.a").note == "No, but watch Year 6"
    assert value(desk, "criterion.a") is None
    assert "written" in rows[0].reason_button.accessibleName()


def test_escape_leaves_the_reason_for_the_row(qtbot, page, rows):
    rows[2].open_reason()
    qtbot.keyClick(focused(page), Key.Key_Escape)
    assert focused(page) is rows[2]


def test_a_row_says_its_criterion_and_value_and_describes_the_whole_of_it(qtbot, desk, rows):
    criterion = desk.record.framework.judgement.criteria[0]
    assert accessible_name(rows[0]) == f"a, {criterion.short}: not considered yet"
    qtbot.keyClick(rows[0], Key.Key_W)
    assert accessible_name(rows[0]) == f"a, {criterion.short}: Watch"
    assert rows[0].accessibleDescription() == criterion.text


def test_figures_rate_capacity_and_the_word_follows(qtbot, desk, tab):
    dots = tab.weighing.dots["leaders-know"]
    qtbot.keyClick(dots, Key.Key_3)
    assert value(desk, "capacity.leaders-know") == 3
    assert "Secure" in words(tab.weighing)
    qtbot.keyClick(dots, Key.Key_Delete)
    assert value(desk, "capacity.leaders-know") is None


def test_risks_are_those_that_were_found(desk, tab):
    SummingUp(desk).add_finding("risk", text="Deputy post vacant")
    SummingUp(desk).add_finding("strength", text="Phonics is strong")
    assert "Deputy post vacant" in [one.text() for one in tab.weighing.findChildren(Text)]
    assert "Phonics is strong" not in [one.text() for one in tab.weighing.findChildren(Text)]


def test_nothing_is_placed_or_decided_by_what_was_weighed(qtbot, desk, tab, rows):
    for row in rows:
        qtbot.keyClick(row, Key.Key_Y)
    for dots in tab.weighing.dots.values():
        qtbot.keyClick(dots, Key.Key_1)
    assert tab.weighing.matrix.point() is None
    assert tab.decision.choices.current() == ""
    assert value(desk, "decision") is None


def test_a_click_places_the_point_by_hand(qtbot, desk, tab):
    matrix = tab.weighing.matrix
    qtbot.mouseClick(matrix, LEFT, pos=QPoint(matrix.width() // 2, matrix.height() // 2))
    assert 0 < value(desk, "grid.capacity") < 1
    assert 0 < value(desk, "grid.risk") < 1


def test_arrows_place_the_point_and_undo_takes_the_step_back(qtbot, desk, tab):
    matrix = tab.weighing.matrix
    qtbot.keyClick(matrix, Key.Key_Space)
    qtbot.keyClick(matrix, Key.Key_Right)
    assert (value(desk, "grid.capacity"), value(desk, "grid.risk")) == (0.55, 0.5)
    with qtbot.waitSignal(desk.turned):
        desk.undo()
    assert matrix.point() == (0.5, 0.5)


def test_delete_takes_the_point_off(qtbot, desk, tab):
    matrix = tab.weighing.matrix
    qtbot.keyClick(matrix, Key.Key_Space)
    qtbot.keyClick(matrix, Key.Key_Delete)
    assert (value(desk, "grid.capacity"), value(desk, "grid.risk")) == (None, None)


def decide(qtbot, tab, words_on_card):
    from ui.widgets.radio_card import RadioCard

    card = next(one for one in tab.decision.findChildren(RadioCard) if one.text() == words_on_card)
    qtbot.mouseClick(card, LEFT)


def test_a_decision_is_chosen_with_reasons_and_counted(qtbot, workspace, desk, tab):
    decide(qtbot, tab, "Not a priority")
    tab.decision.reasons.edit.setFocus()
    qtbot.keyClicks(tab.decision.reasons.edit, "Leaders act early")
    assert "3 words" in words(tab.decision)
    assert workspace.flush()
    answer = workspace.visits.load(desk.visit_id).answer("decision")
    assert (answer.value, answer.note) == ("not-priority", "Leaders act early")


def test_reasons_are_asked_for_only_where_they_are_needed(qtbot, tab):
    sentence = "Reasons are needed for this decision."
    decide(qtbot, tab, "Not a priority")
    assert sentence not in words(tab.decision)
    decide(qtbot, tab, "Priority")
    assert sentence in words(tab.decision)
    qtbot.keyClicks(tab.decision.reasons.edit, "Because")
    assert sentence not in words(tab.decision)


def test_undo_takes_a_decision_back(qtbot, desk, tab):
    decide(qtbot, tab, "Priority")
    with qtbot.waitSignal(desk.turned):
        desk.undo()
    assert value(desk, "decision") is None
    assert tab.decision.choices.current() == ""


def test_who_was_told_and_when_is_kept(qtbot, desk, tab):
    tab.decision.told.change.click()
    qtbot.keyClicks(tab.decision.told.words, "Headteacher and chair, 14:31")
    desk.leave()
    assert value(desk, "decision.told") == "Headteacher and chair, 14:31"
    assert "Told: Headteacher and chair, 14:31" in words(tab.decision)


def test_the_app_says_that_it_never_scores(tab):
    assert "Yours to make. The app never scores it." in words(tab.decision)


def test_an_action_in_the_list_opens_where_it_is_written(qtbot, desk, page, tab):
    from ui.widgets.rows import RowButton

    summing_up = SummingUp(desk)
    summing_up.change_action(summing_up.add_action(), text="Teach older readers", owner="English lead")
    row = tab.agreed.findChildren(RowButton)[-1]
    assert "Teach older readers" in accessible_name(row)
    assert "first step missing" in accessible_name(row)
    qtbot.mouseClick(row, LEFT)
    assert page.current == "actions"
    assert focused(page).toPlainText() == "Teach older readers"


@pytest.fixture
def peer(tmp_path, qapp):
    folder = tmp_path / "peer"
    folder.mkdir()
    with open_visit(folder, PEER) as workspace:
        yield workspace.desk


def test_only_the_cards_a_framework_asks_for_are_there(qtbot, peer):
    page = summary(qtbot, peer)
    page.show_place("judgement")
    tab = page.tab("judgement")
    assert (tab.criteria, tab.weighing, tab.decision, tab.agreed) == (None, None, None, None)
    assert len(tab.estimates.editors) == len(peer.record.framework.judgement.estimates)


def test_an_estimate_has_no_estimate_among_its_options_and_takes_reasoning(qtbot, peer):
    page = summary(qtbot, peer)
    page.show_place("judgement")
    overall = page.tab("judgement").estimates.editors[0]
    qtbot.mouseClick(overall.choice.button("none"), LEFT)
    qtbot.keyClicks(overall.reasoning.edit, "The school chose words only")
    peer.leave()
    answer = peer.record.answer("estimate.overall")
    assert (answer.value, answer.note) == ("none", "The school chose words only")


def test_an_estimate_set_beside_its_group_stands_here_too(qtbot, peer):
    page = summary(qtbot, peer)
    qtbot.mouseClick(page.tab("findings").board.estimates[0].button("effective"), LEFT)
    page.show_place("judgement")
    assert page.tab("judgement").estimates.editors[1].choice.current() == "effective"


def test_the_menu_of_a_criterion_can_be_left_without_choosing(qtbot, desk, rows):
    qtbot.mouseClick(rows[0].more_button, LEFT)
    qtbot.keyClick(popup(), Key.Key_Escape)
    assert value(desk, "criterion.a") is None
