"""The school's answer on its screen: Word files made by editing an export, decided by hand and by keyboard."""

from contextlib import ExitStack
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QPlainTextEdit
from stage_desk import VISIT, vault
from ui_support import accessible_name, shown

from tests.imports.word_edits import Edited
from ui.pages.report import ReportPage
from ui.pages.report.returned.remark_card import CaseCard, SentCard
from ui.pages.report.returned.side_card import SideCard
from ui.theme.theme import theme
from ui.theme.tokens import LIGHT, TOUCH
from ui.widgets.banner import Banner
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text
from ui.workspace.reporting import Reporting
from visitapp.domain.finding import Action, Finding
from visitapp.domain.visit import Answer, answer_id
from visitapp.domain.writing import Block
from visitapp.imports.word.reader import read_content

Key = Qt.Key
SENT = "In 2025, 61% of pupils reached the standard."
RECORDS = (
    Block("c1", VISIT, "context", 1.0, "The visit took in five lessons."),
    Block("r1", VISIT, "risks", 1.0, "Attendance of a small group is a risk."),
    Block("r2", VISIT, "risks", 2.0, "Two subject leaders are new to role."),
    Block("t1", VISIT, "teaching", 1.0, "Teaching is strong in mathematics."),
    Block("t2", VISIT, "teaching", 2.0, "Errors are noticed but do not always change what happens next."),
    Block("t3", VISIT, "teaching", 3.0, "Breakfast club is well attended."),
    Block("s1", VISIT, "standards", 1.0, SENT),
    Finding("f1", VISIT, "strength", "", "Early reading is precise.", position=1.0),
    Action("a1", VISIT, text="Agree three questions for each unit.", position=1.0),
)


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def opened(qtbot, tmp_path):
    """Give a function that sends the report, has the school edit it, and shows what came back."""
    with ExitStack() as stack:

        def open_answer(edit, paper=""):
            kept = stack.enter_context(vault(tmp_path, before=RECORDS))
            page = ReportPage(kept.desk, tmp_path / "reports")
            page.resize(1208, 740)
            shown(qtbot, page)
            path = sent_back(qtbot, kept.desk, tmp_path, edit, paper)
            take(qtbot, page, path)
            return page, kept

        yield open_answer


def sent_back(qtbot, desk, folder, edit, paper=""):
    """Export the report and return the file as the school returns it."""
    reporting = Reporting(desk)
    with qtbot.waitSignal(reporting.exported) as exported:
        reporting.export(folder / "draft 1.docx", paper=paper)
    edited = Edited(exported.args[0].report)
    edit(edited)
    path = folder / "draft 1 RETURNED.docx"
    path.write_bytes(edited.bytes())
    return path


def take(qtbot, page, path):
    with qtbot.waitSignal(page.answered.answers.read):
        page.answered.taking.take(path)
    QApplication.processEvents()


def figure(edited):
    edited.replace(edited.paragraph("s1"), "61%", "62%", by="Headteacher")


def everything(edited):
    figure(edited)
    edited.comment(edited.paragraph("s1"), "One mark was changed on review.", by="Headteacher")
    edited.silently(edited.paragraph("t2"), "Errors are noticed and usually change what happens next.")
    edited.add_behind(edited.paragraph("t3"), "A new reading lead starts in January.")
    edited.delete_silently(edited.paragraph("r2"))
    edited.comment(edited.paragraph("c1"), "Which year groups?", by="Deputy")


def cards(page):
    return [one for one in page.findChildren(CaseCard) if not one.isHidden()]


def banner(page):
    QApplication.processEvents()
    return " ".join(accessible_name(one) for one in page.findChildren(Banner) if one.isVisibleTo(page))


def card(page, words):
    return next(one for one in cards(page) if words in accessible_name(one))


def side(page, words):
    return next(one for one in page.findChildren(SideCard) if words in accessible_name(one))


def press(widget, words):
    next(one for one in widget.findChildren(QAbstractButton) if one.text() == words).click()


def said(widget):
    QApplication.processEvents()
    return [one.text() for one in widget.findChildren(Text) if one.isVisibleTo(widget)]


def by_key(qtbot, widget, key):
    widget.take_focus()
    qtbot.keyClick(widget, key)


def box(name):
    """Return the box one writes in, which has the focus."""
    here = QApplication.focusWidget()
    assert isinstance(here, QPlainTextEdit)
    assert accessible_name(here) == name
    return here


def text_of(desk, record_id):
    return desk.record.find("block", record_id).text


def only_remark(desk, record_id):
    return next(one for one in desk.record.living("remark") if one.record_id == record_id)


def turned(qtbot, desk):
    with qtbot.waitSignal(desk.turned):
        desk.undo()


def test_what_was_changed_stands_beside_what_was_sent(opened):
    page, _ = opened(everything)
    assert [accessible_name(one).split(". ")[0] for one in cards(page)] == [
        "Context, paragraph 1", "Teaching and learning, paragraph 2", "Standards, paragraph 1",
    ]  # fmt: skip
    words = said(card(page, "Standards"))
    assert "In 2025, 61% of pupils reached the standard." in words
    assert "In 2025, 62% of pupils reached the standard." in words
    assert "Headteacher, 1 Dec" in words
    assert any("One mark was changed on review." in one for one in words)
    assert "found by comparing" in said(card(page, "Teaching"))


def test_all_shows_what_came_back_as_sent_between_them_and_to_decide_only_what_is_open(qtbot, opened):
    page, _ = opened(everything)
    show = page.answered.view.head.filter
    show.button("all").click()
    assert any("Attendance of a small group" in accessible_name(one) for one in page.findChildren(SentCard))
    by_key(qtbot, card(page, "Standards"), Key.Key_A)
    show.button("open").click()
    assert [accessible_name(one).split(",")[0] for one in cards(page)] == ["Context", "Teaching and learning"]
    assert not any(one.isVisibleTo(page) for one in page.findChildren(SentCard))


def test_accepting_puts_the_school_s_words_in_the_report(qtbot, opened):
    page, kept = opened(figure)
    by_key(qtbot, card(page, "Standards"), Key.Key_A)
    assert text_of(kept.desk, "s1").startswith("In 2025, 62%")
    assert "Accepted" in accessible_name(card(page, "Standards"))


def test_undo_brings_back_the_text_and_the_question(qtbot, opened):
    page, kept = opened(figure)
    by_key(qtbot, card(page, "Standards"), Key.Key_A)
    turned(qtbot, kept.desk)
    assert text_of(kept.desk, "s1").startswith("In 2025, 61%")
    assert only_remark(kept.desk, "s1").verdict == ""
    assert "To decide" in accessible_name(card(page, "Standards"))


def test_an_accepted_text_that_is_rejected_reads_as_it_was_sent_in_one_act(qtbot, opened):
    page, kept = opened(figure)
    by_key(qtbot, card(page, "Standards"), Key.Key_A)
    by_key(qtbot, card(page, "Standards"), Key.Key_R)
    assert text_of(kept.desk, "s1").startswith("In 2025, 61%")
    turned(qtbot, kept.desk)
    assert text_of(kept.desk, "s1").startswith("In 2025, 62%")
    assert only_remark(kept.desk, "s1").verdict == "accepted"


def test_a_text_changed_by_hand_since_is_not_put_back_by_a_rejection(qtbot, opened):
    page, kept = opened(figure)
    by_key(qtbot, card(page, "Standards"), Key.Key_A)
    kept.desk.put("Written", Block("s1", VISIT, "standards", 1.0, "My own words."))
    by_key(qtbot, card(page, "Standards"), Key.Key_R)
    assert text_of(kept.desk, "s1") == "My own words."


def test_the_reason_is_kept_while_it_is_typed_and_after_the_vault_was_opened_again(qtbot, opened):
    page, kept = opened(figure)
    by_key(qtbot, card(page, "Standards"), Key.Key_R)
    qtbot.keyClicks(box("Reason"), "Figures held here say 61%.")
    desk = kept.reopened()
    remark = only_remark(desk, "s1")
    assert (remark.verdict, remark.reason) == ("rejected", "Figures held here say 61%.")


def test_a_wording_counts_when_enter_says_so_and_is_kept_before(qtbot, opened):
    page, kept = opened(figure)
    by_key(qtbot, card(page, "Standards"), Key.Key_W)
    wording = box("Wording")
    assert wording.toPlainText() == "In 2025, 62% of pupils reached the standard."
    wording.selectAll()
    qtbot.keyClicks(wording, "About six in ten reached it.")
    kept.desk.leave()
    assert text_of(kept.desk, "s1").startswith("In 2025, 61%")
    assert only_remark(kept.desk, "s1").wording == "About six in ten reached it."
    qtbot.keyClick(wording, Key.Key_Return)
    assert text_of(kept.desk, "s1") == "About six in ten reached it."
    assert QApplication.focusWidget() is card(page, "Reworded")


def test_a_wording_begun_survives_another_verdict(qtbot, opened):
    page, kept = opened(figure)
    by_key(qtbot, card(page, "Standards"), Key.Key_W)
    box("Wording").selectAll()
    qtbot.keyClicks(box("Wording"), "Begun")
    qtbot.keyClick(box("Wording"), Key.Key_Escape)
    by_key(qtbot, card(page, "Standards"), Key.Key_R)
    by_key(qtbot, card(page, "Standards"), Key.Key_W)
    assert box("Wording").toPlainText() == "Begun"


def test_the_comments_on_a_text_are_decided_with_it(qtbot, opened):
    page, kept = opened(everything)
    by_key(qtbot, card(page, "Standards"), Key.Key_A)
    about = [one for one in kept.desk.record.living("remark") if one.record_id == "s1"]
    assert {one.verdict for one in about} == {"accepted"}
    assert len(about) == 2


def test_a_comment_alone_is_reworded_rejected_or_set_aside(qtbot, opened):
    page, kept = opened(everything)
    context = card(page, "Context")
    assert context.findChild(Segmented).codes() == ("reworded", "rejected", "aside")
    by_key(qtbot, context, Key.Key_A)
    assert only_remark(kept.desk, "c1").verdict == ""
    by_key(qtbot, context, Key.Key_S)
    assert only_remark(kept.desk, "c1").verdict == "aside"


def test_a_new_text_is_added_where_it_stood_and_only_undo_takes_it_back(qtbot, opened):
    page, kept = opened(everything)
    press(side(page, "reading lead"), "Add to Teaching and learning")
    words = [one.text for one in kept.desk.record.blocks("teaching")]
    assert words[-1] == "A new reading lead starts in January."
    added = side(page, "reading lead")
    assert "Undo takes it back" in accessible_name(added)
    assert not any(one.isEnabled() for one in added.stops())
    turned(qtbot, kept.desk)
    assert len(kept.desk.record.blocks("teaching")) == 3
    assert all(one.isEnabled() for one in side(page, "reading lead").stops())


def test_a_missing_text_is_kept_or_its_deletion_accepted(qtbot, opened):
    page, kept = opened(everything)
    missing = side(page, "Two subject leaders")
    assert "Deleted without tracking." in accessible_name(missing)
    press(missing, "Keep it")
    assert len(kept.desk.record.blocks("risks")) == 2
    press(missing, "Accept deletion")
    assert [one.id for one in kept.desk.record.blocks("risks")] == ["r1"]
    turned(qtbot, kept.desk)
    assert len(kept.desk.record.blocks("risks")) == 2


def test_a_text_changed_here_since_says_so(opened):
    page, kept = opened(figure)
    kept.desk.put("Written", Block("s1", VISIT, "standards", 1.0, "My own words."))
    assert any(
        "Changed here since it was sent" in one and "My own words." in one for one in said(card(page, "Stand"))
    )


def test_what_cannot_be_put_in_place_says_why(qtbot, opened):
    def heading(edited):
        paragraph = edited.paragraph("section.context")
        edited.replace(paragraph, "Context", "Background")

    page, kept = opened(heading)
    by_key(qtbot, cards(page)[0], Key.Key_A)
    assert any("Headings are the programme" in one for one in said(cards(page)[0]))
    assert kept.desk.record.living("remark")[0].verdict == "accepted"


def test_arrows_walk_the_cards_and_escape_leads_back_to_the_report(qtbot, opened):
    page, _ = opened(everything)
    first, second, third = cards(page)
    assert QApplication.focusWidget() is first
    qtbot.keyClick(first, Key.Key_Down)
    qtbot.keyClick(second, Key.Key_Down)
    assert QApplication.focusWidget() is third
    qtbot.keyClick(third, Key.Key_Up)
    assert QApplication.focusWidget() is second
    qtbot.keyClick(second, Key.Key_Escape)
    assert not page.answered.is_open
    assert len(page.panes()) == 3


def test_the_page_s_panes_and_views_are_those_of_what_is_in_sight(opened):
    page, _ = opened(figure)
    assert [accessible_name(one) for one in page.panes()] == [
        "The school\u2019s answer", "Changes and comments", "Not matched, missing, and the file",
    ]  # fmt: skip
    assert [one.code for one in page.views()] == ["answer", "answer-file"]
    page.run("report.versions")
    assert [one.code for one in page.views()] == ["text", "outline", "evidence"]


def test_the_file_is_told_with_what_was_read_of_it(opened):
    page, _ = opened(everything)
    words = said(page.answered.view.side)
    assert "draft 1 RETURNED.docx" in words
    assert any("Made from draft 1 of this visit" in one for one in words)
    assert "Tracked changes and 2 comments read" in words
    assert "3 to decide, 2 to place" in words
    assert "Its marks are whole" in words


def test_a_file_without_marks_says_that_it_was_compared_by_words(opened):
    def unmarked(edited):
        figure(edited)
        edited.without_bookmarks()

    page, _ = opened(unmarked)
    assert "Its marks are gone" in said(page.answered.view.side)


def test_paragraphs_of_an_accuracy_draft_have_the_numbers_that_were_printed(opened):
    page, kept = opened(everything, "accuracy")
    texts = kept.desk.record.exports[0].sent()
    printed = texts["re.s1"].split("\n")[0]
    assert accessible_name(card(page, "Standards")).startswith(f"Standards, paragraph {printed}.")
    assert int(printed) > 1
    page.answered.view.head.filter.picked.emit("all")
    QApplication.processEvents()
    sent = sorted(page.findChildren(SentCard), key=SentCard.y)
    words = [one.text() for each in sent for one in each.findChildren(Text) if "paragraph" in one.text()]
    numbers = [int(one.rpartition(" ")[2]) for one in words if one.startswith("\u00b7")]
    assert numbers == sorted(set(numbers))


def test_with_everything_rejected_the_draft_that_left_is_offered_again(qtbot, opened):
    page, _ = opened(figure)
    by_key(qtbot, card(page, "Standards"), Key.Key_R)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    press(page.answered.view.side, "Export draft 1 again")


def test_the_next_draft_is_asked_for_over_the_report(opened):
    page, _ = opened(figure)
    press(page.answered.view.side, "Make draft 2")
    assert not page.answered.is_open
    assert page._export.dialog is not None


def test_an_answer_stands_among_the_versions_and_opens_from_there(qtbot, opened):
    page, _ = opened(figure)
    page.run("report.versions")
    button = next(
        one for one in page.findChildren(QAbstractButton) if "1 to decide" in accessible_name(one) and one.text()
    )
    assert accessible_name(button).startswith("Answer of Thu 20 Nov 2025")
    button.click()
    assert page.answered.is_open


def test_the_same_file_read_again_opens_what_was_decided(qtbot, opened, tmp_path):
    page, kept = opened(figure)
    by_key(qtbot, card(page, "Standards"), Key.Key_A)
    take(qtbot, page, tmp_path / "draft 1 RETURNED.docx")
    assert len(kept.desk.record.living("returned")) == 1
    assert "Accepted" in accessible_name(card(page, "Standards"))


def test_undo_of_the_reading_leads_back_to_the_report(qtbot, opened):
    page, kept = opened(figure)
    turned(qtbot, kept.desk)
    assert not kept.desk.record.living("returned")
    assert not page.answered.is_open


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04 nothing", b"<html></html>"])
def test_another_file_is_refused_and_the_record_stays_as_it_was(qtbot, opened, tmp_path, content):
    page, kept = opened(figure)
    page.answered.close()
    before = kept.settled()
    bad = tmp_path / "bad.docx"
    bad.write_bytes(content)
    with qtbot.waitSignal(page.answered.answers.refused) as refused:
        page.answered.taking.take(bad)
    assert refused.args[0].startswith("Nothing")
    assert "bad.docx was not read" in banner(page)
    assert kept.settled() == before


def test_the_report_of_another_visit_is_refused(qtbot, opened, tmp_path):
    page, kept = opened(figure)
    before = kept.settled()
    path = tmp_path / "other.docx"
    path.write_bytes((tmp_path / "draft 1.docx").read_bytes())
    edited = (tmp_path / "draft 1.docx").read_bytes()
    assert read_content(edited).report_id == VISIT
    other = tmp_path / "other"
    other.mkdir()
    with vault(other) as elsewhere:
        there = ReportPage(elsewhere.desk, other / "reports")
        qtbot.addWidget(there)
        with qtbot.waitSignal(there.answered.answers.refused) as refused:
            there.answered.taking.take(path)
    assert "No report of this visit has left yet" in refused.args[0]
    assert kept.settled() == before


def dropped(widget, path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    given = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    spot = QPointF(10, 10)
    enter = QDragEnterEvent(spot.toPoint(), *given)
    QApplication.sendEvent(widget, enter)
    taken = enter.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(spot, *given))
    return taken


def test_a_word_file_dropped_on_the_report_is_read(qtbot, opened, tmp_path):
    page, _ = opened(figure)
    page.answered.close()
    boxes = [one.viewport() for one in page.findChildren(QPlainTextEdit) if one.isVisibleTo(page)]
    for target in (page, boxes[0]):
        with qtbot.waitSignal(page.answered.answers.read):
            assert dropped(target, tmp_path / "draft 1 RETURNED.docx")
        assert page.answered.is_open
        page.answered.close()


def test_the_dialog_takes_the_file_one_chooses(qtbot, opened, tmp_path):
    page, _ = opened(figure)
    page.answered.close()
    assert "report.answer" in [one.code for one in page.commands()]
    page.answered.taking.ask(native=False)
    dialog = page.answered.taking.dialog
    assert isinstance(dialog, QFileDialog)
    dialog.findChild(QLineEdit).setText(str(tmp_path / "draft 1 RETURNED.docx"))
    with qtbot.waitSignal(page.answered.answers.read):
        dialog.accept()
    assert page.answered.is_open


def test_the_reply_letter_tells_everything_and_names_nobody(qtbot, opened, tmp_path):
    page, kept = opened(everything)
    by_key(qtbot, card(page, "Standards"), Key.Key_R)
    qtbot.keyClicks(box("Reason"), "Figures held here say 61%.")
    kept.desk.leave()
    path = tmp_path / "letter.docx"
    view = page.answered.view
    with qtbot.waitSignal(page.answered.answers.written):
        page.answered.answers.write_letter(view.returned(), path)
    text = "\n".join(one.final() for one in read_content(path.read_bytes()).paragraphs)
    assert "Figures held here say 61%." in text
    assert "Standards, paragraph 1" in text
    assert "Which year groups?" in text
    assert "A new reading lead starts in January." in text
    assert "Not yet decided." in text
    assert "Headteacher," not in text
    assert "The letter is written" in banner(page)


def test_the_letter_goes_where_one_says(qtbot, opened, tmp_path):
    page, _ = opened(figure)
    path = tmp_path / "letters" / "Reply.docx"
    page.answered.taking.ask_letter(page.answered.view.returned(), path, native=False)
    dialog = page.answered.taking.dialog
    assert isinstance(dialog, QFileDialog)
    with qtbot.waitSignal(page.answered.answers.written):
        dialog.accept()
    assert path.exists()


def test_the_very_file_is_opened_and_no_other_of_its_name(opened, tmp_path, monkeypatch):
    page, _ = opened(figure)
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile()))
    press(page, "Open the file")
    assert asked == [str(tmp_path / "draft 1 RETURNED.docx")]
    (tmp_path / "draft 1 RETURNED.docx").write_bytes(b"another")
    press(page, "Open the file")
    assert len(asked) == 1
    assert "draft 1 RETURNED.docx is not on this device any more" in banner(page)


BOUND = Answer(answer_id(VISIT, "fact.att"), VISIT, "fact.att", "61")


def test_a_figure_that_is_bound_to_a_fact_is_checked_where_it_is_held(qtbot, opened):
    page, kept = opened(everything)
    kept.desk.put("Fact held", BOUND)
    kept.desk.put("Named", replace(kept.desk.record.find("block", "s1"), text=f"{SENT} [D6]"))
    card = next(one for one in cards(page) if "Standards" in accessible_name(one))
    assert "Held here: Attendance 61%" in [one.text() for one in card.findChildren(Text) if not one.isHidden()]
    with qtbot.waitSignal(page.place_wanted) as wanted:
        press(card, "Check the figure")
    assert wanted.args == ["prepare:fact.att"]
    card.take_focus()
    with qtbot.waitSignal(page.place_wanted):
        qtbot.keyClick(card, Key.Key_F)


def test_a_text_that_names_no_fact_has_no_figure_to_check(qtbot, opened):
    page, _ = opened(everything)
    names = [accessible_name(one) for one in page.findChildren(QAbstractButton) if one.isVisible()]
    assert not [one for one in names if one.startswith("Check the figure")]


def test_every_target_is_large_enough_for_a_finger(qtbot, opened):
    page, _ = opened(everything)
    theme().apply(LIGHT, TOUCH, 1.0)
    view = page.answered.view

    def targets():
        return [one for one in view.findChildren(QAbstractButton) if one.isVisibleTo(view)]

    assert len(targets()) > 10
    qtbot.waitUntil(lambda: all(min(one.width(), one.height()) >= 44 for one in targets()))
