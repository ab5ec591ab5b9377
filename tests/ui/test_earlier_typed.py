"""What an earlier visit left, typed or read from its report, and judged with evidence and in the first activity."""

from contextlib import ExitStack
from dataclasses import replace

import pytest
from capture_desk import OpenDesk, capture_framework
from docx import Document
from PySide6.QtWidgets import QPlainTextEdit
from sample_records import holding, told
from stage_desk import VISIT, vault
from ui_support import accessible_name, shown
from vault_desk import TODAY

from exports.word.write import write_word
from ui.pages.capture.page import CapturePage
from ui.parts.bearing_sheet import BearingSheet
from ui.parts.check_earlier import EarlierActions
from ui.parts.check_typed import EarlierWays
from ui.parts.earlier_to_judge import EarlierToJudge
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chips import PickerChip
from ui.widgets.segmented import SegmentButton
from ui.widgets.text import Text
from ui.workspace.judging import Judging
from visitapp.domain.composition import compose_report
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Action
from visitapp.domain.framework import When
from visitapp.domain.matters import matters_of
from visitapp.domain.taking_over import earlier_key, taken_over
from visitapp.domain.weighed import notes_bearing

pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def opened(qtbot, tmp_path):
    """Give a function that shows the card of a visit that follows none in the vault."""
    with ExitStack() as stack:

        def open_card(*before, programme=None):
            kept = stack.enter_context(vault(tmp_path, programme or told("sallowfield").framework, before=before))
            card = EarlierActions(kept.desk, None)
            card.resize(640, 480)
            kept.desk.changed.connect(card.refresh)
            return shown(qtbot, card), kept

        yield open_card


def named(page, kind, words):
    return next(one for one in page.findChildren(kind) if words in accessible_name(one) and one.isVisibleTo(page))


def said(page):
    return [one.text() for one in page.findChildren(Text) if one.isVisibleTo(page)]


@pytest.mark.parametrize(
    ("button", "sort", "words"),
    [
        ("Add action", "", ""),
        ("Add finding", "finding", "Finding"),
        ("Add inspection point", "point", "Inspection point"),
    ],
)
def test_what_was_left_is_typed_where_it_stands(qtbot, opened, button, sort, words):
    card, kept = opened()
    named(card, Button, button).click()
    area = named(card, QPlainTextEdit, "What last time left, 1")
    assert card.window().focusWidget() is area
    qtbot.keyClicks(area, "Raise writing in Year 2")
    (action,) = kept.settled().earlier_actions
    assert (action.text, action.earlier_sort) == ("Raise writing in Year 2", sort)
    assert not words or words in said(card)
    assert kept.desk.record.actions == ()


def test_it_is_judged_like_any_other_and_blank_lines_ask_for_nothing(qtbot, opened):
    card, kept = opened()
    named(card, Button, "Add action").click()
    assert not [one for one in matters_of(kept.desk.record, "prepare") if one.kind == "earlier-unjudged"]
    qtbot.keyClicks(named(card, QPlainTextEdit, "What last time left, 1"), "Raise writing")
    record = kept.settled()
    assert [one for one in matters_of(record, "prepare") if one.kind == "earlier-unjudged"]
    named(card, SegmentButton, "Partly met").click()
    assert kept.settled().earlier_actions[0].verdict == "partly"


def test_what_was_typed_is_taken_away_and_undo_brings_it_back(qtbot, opened):
    card, kept = opened()
    named(card, Button, "Add action").click()
    named(card, IconButton, "Take away 1").click()
    assert kept.desk.record.earlier_actions == ()
    kept.desk.undo()
    qtbot.waitUntil(lambda: len(kept.desk.record.earlier_actions) == 1)


def test_what_came_from_a_visit_in_the_vault_cannot_be_rewritten(qtbot, opened):
    card, _ = opened(Action("a", VISIT, "Track reading", earlier_id="old", position=1.0))
    assert "Track reading" in said(card)
    assert not [one for one in card.findChildren(IconButton) if "Take away" in accessible_name(one)]


def test_evidence_is_linked_with_what_was_left(qtbot, opened):
    note = Note("n1", VISIT, 1, "Books show three drafts", taken_at="2025-11-20T10:10:00+00:00", zone="UTC")
    action = Action("a", VISIT, "Raise writing", earlier_id="typed:a", position=1.0)
    card, kept = opened(note, action)
    named(card, Button, "Link evidence with action 1").click()
    sheet = card.window().findChild(BearingSheet)
    assert sheet is not None
    Judging(kept.desk).set_stance(earlier_key("a"), note, "for")
    assert [one.id for one in notes_bearing(kept.settled(), earlier_key("a"))] == ["n1"]
    sheet.close_sheet()


def last_years_report(folder):
    record = told("sallowfield")
    path = folder / "last year.docx"
    write_word(compose_report(record, 1, "FINAL", TODAY), path)
    return path, [one.text for one in record.actions if one.text.strip()]


def test_a_report_is_read_by_what_its_own_visit_was_asked_whatever_this_one_is(qtbot, opened, tmp_path):
    path, texts = last_years_report(tmp_path)
    framework, elsewhere = told("sallowfield").framework, When(contexts=("elsewhere",))
    outline = tuple(replace(one, when=elsewhere) for one in framework.outline)
    urgencies = tuple(replace(one, when=elsewhere) for one in framework.urgencies)
    card, kept = opened(programme=replace(framework, outline=outline, urgencies=urgencies))
    assert kept.desk.record.framework.outline == ()
    card.findChild(EarlierWays).read_report(str(path))
    qtbot.waitUntil(lambda: bool(kept.desk.record.earlier_actions), timeout=15000)
    assert [one.text for one in kept.desk.record.earlier_actions] == texts
    assert all(one.urgency for one in kept.desk.record.earlier_actions)


def test_the_actions_of_last_years_report_are_read_in_one_act(qtbot, opened, tmp_path):
    path, texts = last_years_report(tmp_path)
    card, kept = opened()
    card.findChild(EarlierWays).read_report(str(path))
    qtbot.waitUntil(lambda: bool(kept.desk.record.earlier_actions), timeout=15000)
    assert [one.text for one in kept.desk.record.earlier_actions] == texts
    assert [one for one in said(card) if one.endswith("to be judged. Ctrl+Z takes what was read away.")]
    kept.desk.undo()
    qtbot.waitUntil(lambda: kept.desk.record.earlier_actions == ())


def test_a_report_read_twice_adds_nothing_the_second_time(qtbot, opened, tmp_path):
    path, texts = last_years_report(tmp_path)
    card, kept = opened()
    card.findChild(EarlierWays).read_report(str(path))
    qtbot.waitUntil(lambda: bool(kept.desk.record.earlier_actions), timeout=15000)
    card.findChild(EarlierWays).read_report(str(path))
    qtbot.waitUntil(lambda: "Every action of that report is here already." in said(card), timeout=15000)
    assert len(kept.desk.record.earlier_actions) == len(texts)


def test_a_file_that_is_no_report_is_refused_in_a_sentence(qtbot, opened, tmp_path):
    (tmp_path / "list.txt").write_text("Milk\nBread\n")
    card, kept = opened()
    card.findChild(EarlierWays).read_report(str(tmp_path / "list.txt"))
    qtbot.waitUntil(
        lambda: bool([one for one in said(card) if one.startswith("Nothing in Visitapp was changed")]), timeout=15000
    )
    assert kept.desk.record.earlier_actions == ()


def captured(qtbot, tmp_path, *actions):
    programme = replace(capture_framework(), follow_up=told("sallowfield").framework.follow_up)
    opened = OpenDesk(tmp_path, framework=programme)
    if actions:
        opened.desk.put("There", *actions)
    page = CapturePage(opened.desk)
    page.resize(1208, 740)
    return shown(qtbot, page), opened


LEFT = (
    Action("a", VISIT, "Raise writing", earlier_id="typed:a", position=1.0),
    Action("b", VISIT, "Track reading", earlier_id="old", position=2.0, verdict="met"),
)


def test_the_first_activity_opens_with_what_is_to_be_judged(qtbot, tmp_path):
    page, opened = captured(qtbot, tmp_path, *LEFT)
    try:
        part = page.findChild(EarlierToJudge)
        assert not part.isVisible()
        for _ in range(3):
            page.start_previous()
        assert part.isVisible()
        assert "1 of 2" in said(part)
        named(part, PickerChip, "Verdict on 1").picked.emit("partly")
        assert opened.desk.record.find("action", "a").verdict == "partly"
        assert "2 of 2" in said(part)
    finally:
        opened.close()


def test_other_activities_do_not_show_it(qtbot, tmp_path):
    page, opened = captured(qtbot, tmp_path, *LEFT)
    try:
        assert not page.findChild(EarlierToJudge).isVisible()
    finally:
        opened.close()


def test_what_was_typed_stays_open_for_the_next_visit_when_carried():
    record = told("sallowfield")
    typed = Action("t", record.visit_id, "Raise writing", earlier_id="typed:t", position=9.0, carried=True)
    assert "Raise writing" in [one.text for one in taken_over(holding(record, typed), "next")]


def paper_of_actions(folder, *rows):
    document = Document()
    document.add_heading("Actions", 1)
    table = document.add_table(rows=0, cols=4)
    for row in (("Action", "Who", "By when", "Urgency"), *rows):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    path = folder / "actions.docx"
    document.save(path)
    return path


ROWS = (
    ("Read every day with pupils at SEND support", "SENDCo", "12 December 2025", "This term"),
    ("Agree one way of giving feedback", "Headteacher", "", ""),
)


def test_a_paper_of_nothing_but_actions_is_read_with_owner_and_day(qtbot, opened, tmp_path):
    card, kept = opened()
    card.findChild(EarlierWays).read_report(str(paper_of_actions(tmp_path, *ROWS)))
    qtbot.waitUntil(lambda: len(kept.desk.record.earlier_actions) == 2, timeout=15000)
    first, _ = kept.desk.record.earlier_actions
    assert (first.owner, first.due) == ("SENDCo", "2025-12-12")
    qtbot.waitUntil(lambda: any("SENDCo" in one and "by " in one and "This term" in one for one in said(card)))
    assert "2 actions read, to be judged. Ctrl+Z takes what was read away." in said(card)


def test_what_was_here_already_is_said(qtbot, opened, tmp_path):
    card, kept = opened(Action("a", VISIT, ROWS[1][0], earlier_id="typed:a"))
    card.findChild(EarlierWays).read_report(str(paper_of_actions(tmp_path, *ROWS)))
    qtbot.waitUntil(lambda: len(kept.desk.record.earlier_actions) == 2, timeout=15000)
    words = "1 action read; 1 was already here, to be judged. Ctrl+Z takes what was read away."
    assert words in said(card)


def test_a_list_under_a_heading_of_actions_is_read(qtbot, opened, tmp_path):
    (tmp_path / "list.md").write_text("# Agreed actions\n- Read every day\n- Agree on feedback\n")
    card, kept = opened()
    card.findChild(EarlierWays).read_report(str(tmp_path / "list.md"))
    qtbot.waitUntil(lambda: len(kept.desk.record.earlier_actions) == 2, timeout=15000)
    assert [one.text for one in kept.desk.record.earlier_actions] == ["Read every day", "Agree on feedback"]


def boxes(card, words):
    return [one for one in card.findChildren(QPlainTextEdit) if accessible_name(one) == words and one.isVisible()]


def test_tab_goes_through_what_was_left_before_what_adds_more(qtbot, opened):
    card, kept = opened()
    for _ in range(2):
        named(card, Button, "Add action").click()
    qtbot.waitUntil(lambda: len(kept.desk.record.earlier_actions) == 2)
    qtbot.waitUntil(lambda: all(boxes(card, f"What last time left, {number}") for number in (1, 2)))
    (at,) = boxes(card, "What last time left, 1")
    met = []
    for _ in range(80):
        at = at.nextInFocusChain()
        met.append(accessible_name(at) if at.focusPolicy() else "")
    assert met.index("What last time left, 2") < met.index("Add action agreed last time")
