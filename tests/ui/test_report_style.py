"""The quiet reader on the report page: it reads after a pause, leads to the words, and can be told to let them be."""

from contextlib import ExitStack
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from stage_desk import CHECKS, VISIT, framework, vault
from ui_support import accessible_name, shown

from ui.pages.report import ReportPage
from ui.parts.style_figures import StyleFigures
from ui.parts.style_note import StyleNote
from ui.widgets.buttons import Button
from ui.widgets.checks import StateRow
from ui.widgets.text import Text
from ui.workspace.style_reading import StyleReading
from visitapp.domain.finding import Finding
from visitapp.domain.framework import Check
from visitapp.domain.style.flag import AMERICAN, DESCRIBES, HARD, KINDS, REPEATED, UNTRACED, VAGUE
from visitapp.domain.visit import School, Visit
from visitapp.domain.writing import Block, Export

READ = tuple(
    Check(kind, kind, f"Style: {kind}", required=False, most=17 if kind == HARD else 0)
    for kind in KINDS
    if kind != UNTRACED
)
ONLY_READ = framework(checks=READ)
TWO = Block("b1", VISIT, "teaching", 1.0, "Some pupils \U0001f600 guess. Several pupils use color.")
WALL = Finding("f1", VISIT, "strength", "", "Every classroom has a working wall.", position=1.0)
SENTENCE = "Leaders know the school very well and they act early."


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def opened(qtbot, tmp_path):
    """Give a function that shows the page of a visit with these records, once it has been read."""
    with ExitStack() as stack:

        def open_page(*before, programme=ONLY_READ):
            kept = stack.enter_context(vault(tmp_path, programme, before=before))
            page = ReportPage(kept.desk, tmp_path / "reports")
            page.resize(1208, 720)
            shown(qtbot, page)
            reading = page.findChild(StyleReading)
            qtbot.waitUntil(lambda: reading.reading is not None)
            return page, kept, reading

        yield open_page


def words(page, kind):
    return [one.text() for one in page.findChild(kind).findChildren(Text) if one.isVisibleTo(page)]


def row(page, kind):
    return next(one for one in page.findChildren(StateRow) if f"Style: {kind}" in accessible_name(one))


def button(page, name):
    note = page.findChild(StyleNote)
    return next(one for one in note.findChildren(Button) if accessible_name(one).startswith(name))


def chosen(page):
    return page.window().focusWidget().textCursor().selectedText()


def test_what_is_read_joins_the_list_unmet_first(opened):
    page, _, _ = opened(TWO)
    rows = sorted(page.findChildren(StateRow), key=lambda one: one.y())
    assert "needed" not in " ".join(accessible_name(one) for one in rows)
    assert {accessible_name(one).split(",")[0] for one in rows[:2]} == {f"Style: {VAGUE}", f"Style: {AMERICAN}"}
    assert "And 1 more place." in accessible_name(row(page, VAGUE))


def test_next_unmet_goes_to_each_place_and_chooses_its_words(opened):
    page, _, _ = opened(TWO)
    seen = []
    for _ in range(4):
        page.run("next-check")
        seen.append(chosen(page))
    assert seen == ["Some pupils", "Several pupils", "color", "Some pupils"]
    assert not any("American" in one for one in words(page, StyleNote))
    page.run("previous-check")
    assert chosen(page) == "color"
    assert any("American" in one for one in words(page, StyleNote))


def test_a_row_that_is_pressed_again_goes_to_its_next_place(opened):
    page, _, _ = opened(TWO)
    row(page, VAGUE).click()
    assert chosen(page) == "Some pupils"
    row(page, VAGUE).click()
    assert chosen(page) == "Several pupils"


def test_a_finding_is_gone_to_where_it_is_worded(opened):
    page, _, _ = opened(WALL)
    row(page, DESCRIBES).click()
    assert chosen(page) == WALL.text
    assert "Says what was there, not what it did for learning." in words(page, StyleNote)


def test_what_is_let_be_is_an_act_that_can_be_undone(qtbot, opened):
    page, kept, reading = opened(TWO)
    row(page, AMERICAN).click()
    button(page, "Let it be").click()
    assert accessible_name(row(page, AMERICAN)).endswith("done")
    assert not page.findChild(StyleNote).isVisibleTo(page)
    with qtbot.waitSignal(kept.desk.turned):
        kept.desk.undo()
    assert not accessible_name(row(page, AMERICAN)).endswith("done")
    assert len(reading.flags_in("teaching")) == 3


def test_what_is_put_off_is_back_when_the_report_is_opened_again(qtbot, opened, tmp_path):
    page, kept, _ = opened(TWO)
    row(page, AMERICAN).click()
    button(page, "Not now").click()
    assert accessible_name(row(page, AMERICAN)).endswith("done")
    assert kept.desk.record.living("answer") == []
    again = shown(qtbot, ReportPage(kept.desk, tmp_path / "reports"))
    qtbot.waitUntil(lambda: again.findChild(StyleReading).reading is not None)
    assert not accessible_name(row(again, AMERICAN)).endswith("done")


def test_figures_stand_at_the_foot_with_a_dash_until_there_is_enough_to_say(opened):
    page, _, _ = opened(TWO)
    assert words(page, StyleFigures) == ["Reading age", "\u2013", "Sentence", "4 words", "Names found", "None"]


def test_a_long_enough_text_has_a_reading_age(opened):
    page, _, reading = opened(
        Block("b1", VISIT, "teaching", 1.0, "Pupils can explain what they know in class. " * 14)
    )
    assert words(page, StyleFigures)[1] == str(reading.reading.age)


def test_nothing_is_read_again_while_somebody_types(qtbot, opened):
    page, kept, reading = opened(TWO)
    before, heard = reading.reading, []
    reading.changed.connect(lambda: heard.append(1))
    box = next(
        one for one in page.findChildren(QPlainTextEdit) if accessible_name(one) == "Teaching and learning, text"
    )
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "Teachers use color and behavior charts.")
    assert heard == []
    assert reading.reading == before
    kept.desk.leave()
    qtbot.waitUntil(lambda: reading.reading != before)
    assert [flag.words for flag in reading.flags_in("teaching")][:2] != ["Some pupils", "Several pupils"]


def test_a_sentence_from_another_schools_report_is_pointed_at(qtbot, opened):
    other = (
        School("other-school", "Quillmoor"),
        Visit("other", "other-school", starts_on="2025-01-01", ends_on="2025-01-01"),
        Export("e1", "other", 1, "FINAL", "r.docx", "0", "2025-01-02", text=f"Head.\n\n{SENTENCE} More."),
    )
    page, _, reading = opened(Block("b1", VISIT, "teaching", 1.0, SENTENCE), *other)
    qtbot.waitUntil(lambda: bool(reading.flags_in("teaching")))
    assert [flag.code for flag in reading.flags_in("teaching")] == [REPEATED]
    assert "another school" in accessible_name(row(page, REPEATED))


def test_the_schools_own_report_may_be_repeated(qtbot, opened):
    kept = Export("e1", VISIT, 1, "FINAL", "r.docx", "0", "2025-01-02", text=SENTENCE)
    _, desk, reading = opened(Block("b1", VISIT, "teaching", 1.0, SENTENCE), kept)
    with qtbot.waitSignal(reading.changed):
        desk.desk.put("Note", Finding("f9", VISIT, "strength", "", "Pupils read.", position=9.0))
    assert reading.flags_in("teaching") == ()


def test_a_programme_that_asks_for_none_of_it_lists_none_of_it(opened):
    page, _, reading = opened(TWO, programme=framework(checks=CHECKS))
    assert len(page.findChildren(StateRow)) == len(CHECKS)
    assert reading.flags_in("teaching") == ()
    assert "Sentence" in words(page, StyleFigures)


def test_the_note_of_a_section_counts_anew_and_goes_once_every_sentence_names_its_evidence(qtbot, opened):
    asked = framework(checks=(Check(UNTRACED, UNTRACED, f"Style: {UNTRACED}", required=False),))
    bare = Block("b1", VISIT, "teaching", 1.0, "Here it is. There it is. [E1] Nor this.")
    page, kept, _ = opened(bare, programme=asked)
    row(page, UNTRACED).click()
    assert chosen(page) == "Here it is."
    assert "2 of 3 sentences of this section name no evidence." in words(page, StyleNote)
    assert "2\u00a0of\u00a03" in accessible_name(row(page, UNTRACED))
    kept.desk.put("Written", replace(bare, text="Here it is. There it is. [E1] Nor this. [E1]"))
    qtbot.waitUntil(lambda: "1 of 3 sentences of this section name no evidence." in words(page, StyleNote))
    kept.desk.put("Written", replace(bare, text="Here it is. [E1] There it is. [E1] Nor this. [E1]"))
    qtbot.waitUntil(lambda: not page.findChild(StyleNote).isVisibleTo(page))
