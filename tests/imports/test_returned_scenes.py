"""What is said of each thing a school may do to a report: what left, what came back, who, when and where."""

import pytest
from lxml import etree

from tests.exports.sample_reports import partner_report
from tests.imports.word_edits import Edited, W, element, run
from visitapp.domain.answering import Returned
from visitapp.domain.papers.accuracy import accuracy_draft
from visitapp.domain.returned.found import found_in, frame_of
from visitapp.domain.returned.rows import cell_of


def _id(number):
    return f"0199b7c4-1d2e-7a3b-8c4d-{number:012x}"


CONTEXT, ROLL, RISKS, CHECKS, FIRST_ACTION = _id(17), _id(18), _id(49), _id(66), _id(901)


@pytest.fixture
def edited():
    return Edited(partner_report())


def remarks(edited, framed=True):
    frame = frame_of(edited.sent, Edited(partner_report()).read()) if framed else ()
    return found_in(Returned("returned", "visit"), edited.sent, edited.read(), frame).remarks


def the_one(edited, framed=True):
    (remark,) = remarks(edited, framed)
    return remark


def test_a_word_put_for_another_says_who_and_when(edited):
    edited.replace(edited.paragraph(ROLL), "212", "214")
    remark = the_one(edited)
    assert (remark.kind, remark.record_id, remark.by, remark.on) == (
        "edit",
        ROLL,
        "T. North",
        "2025-12-01T10:30:00+00:00",
    )
    assert remark.sent == edited.sent[ROLL]
    assert remark.given == remark.sent.replace("212", "214")
    assert remark.tracked
    assert remark.sure


def test_a_silent_change_is_found_and_said_to_be_untracked(edited):
    edited.silently(edited.paragraph(ROLL), edited.sent[ROLL].replace("212", "214"))
    remark = the_one(edited)
    assert (remark.kind, remark.tracked, remark.record_id) == ("edit", False, ROLL)


def test_spaces_and_formats_alone_are_no_change(edited):
    edited.silently(edited.paragraph(ROLL), edited.sent[ROLL].replace(" pupils ", "  pupils\u00a0"))
    assert remarks(edited) == ()


def test_a_paragraph_split_in_two_is_one_text_with_a_new_paragraph(edited):
    edited.split(edited.paragraph(ROLL), edited.sent[ROLL].index("The proportion"))
    assert the_one(edited).given == edited.sent[ROLL].replace(" The proportion", "\n\nThe proportion")


def test_a_paragraph_split_silently_is_the_same(edited):
    edited.split_silently(edited.paragraph(ROLL), edited.sent[ROLL].index("The proportion"))
    remark = the_one(edited)
    assert remark.given == edited.sent[ROLL].replace(" The proportion", "\n\nThe proportion")
    assert not remark.tracked


@pytest.mark.parametrize("tracked", [True, False])
def test_a_paragraph_put_in_is_new_text_behind_a_record(edited, tracked):
    edited.add_behind(edited.paragraph(ROLL), "A new reading lead starts in January.", tracked)
    remark = the_one(edited)
    assert (remark.kind, remark.record_id, remark.near) == ("new", "", ROLL)
    assert (remark.given, remark.sent, remark.tracked) == ("A new reading lead starts in January.", "", tracked)


def test_a_paragraph_deleted_with_tracking_is_gone(edited):
    edited.delete(edited.paragraph(ROLL))
    remark = the_one(edited)
    assert (remark.kind, remark.record_id, remark.given, remark.tracked) == ("gone", ROLL, "", True)


def test_a_paragraph_deleted_without_a_trace_is_gone(edited):
    edited.delete_silently(edited.paragraph(ROLL))
    remark = the_one(edited)
    assert (remark.kind, remark.record_id, remark.sent, remark.tracked) == ("gone", ROLL, edited.sent[ROLL], False)


def test_a_moved_paragraph_is_said_to_be_moved_and_where_to(edited):
    edited.move(edited.paragraph(ROLL), edited.paragraph(RISKS))
    remark = the_one(edited)
    assert (remark.kind, remark.record_id, remark.near) == ("moved", ROLL, RISKS)
    assert remark.given == remark.sent == edited.sent[ROLL]
    assert (remark.by, remark.tracked) == ("T. North", True)


def test_a_paragraph_moved_without_a_trace_is_said_to_be_moved(edited):
    edited.paragraph(RISKS).addnext(edited.paragraph(ROLL))
    remark = the_one(edited)
    assert (remark.kind, remark.record_id, remark.near, remark.tracked) == ("moved", ROLL, RISKS, False)


def test_two_paragraphs_joined_are_one_text_and_one_that_is_gone(edited):
    edited.join(edited.paragraph(CONTEXT))
    first, second = remarks(edited)
    assert (first.kind, first.record_id, first.given) == (
        "edit",
        CONTEXT,
        edited.sent[CONTEXT] + edited.sent[ROLL],
    )
    assert (second.kind, second.record_id) == ("gone", ROLL)


def test_the_end_of_a_deleted_paragraph_joins_nothing(edited):
    edited.delete(edited.paragraph(ROLL))
    edited.join(edited.paragraph(CONTEXT))
    assert [(one.kind, one.record_id) for one in remarks(edited)] == [("gone", ROLL)]


def test_a_changed_cell_is_told_by_its_column(edited):
    edited.replace(edited.cell(FIRST_ACTION, 3), "Mathematics leader", "Assistant head")
    remark = the_one(edited)
    assert (remark.record_id, cell_of(remark)) == (FIRST_ACTION, 3)
    assert (remark.sent, remark.given, remark.tracked) == ("Mathematics leader", "Assistant head", True)


def test_two_cells_of_a_row_are_two_remarks(edited):
    edited.silently(edited.cell(FIRST_ACTION, 1), "Now")
    edited.replace(edited.cell(FIRST_ACTION, 3), "leader", "lead")
    assert [(cell_of(one), one.tracked) for one in remarks(edited)] == [(1, False), (3, True)]


def test_a_deleted_row_is_an_action_that_is_gone(edited):
    row = next(edited.paragraph(FIRST_ACTION).iterancestors(W + "tr"))
    row.find(W + "trPr").append(element("del", id=1, author="T. North", date="2025-12-01T10:30:00Z"))
    remark = the_one(edited)
    assert (remark.kind, remark.record_id, remark.tracked) == ("gone", FIRST_ACTION, True)


def test_a_comment_has_its_replies_and_what_it_stands_on(edited):
    paragraph = edited.paragraph(ROLL)
    first = edited.comment(paragraph, "It is 214 since Monday.")
    edited.comment(paragraph, "Two joined.", by="Deputy", reply_to=first)
    remark = the_one(edited)
    assert (remark.kind, remark.record_id, remark.given) == ("comment", ROLL, edited.sent[ROLL])
    assert remark.said == "It is 214 since Monday.\nDeputy: Two joined."
    assert (remark.by, remark.on) == ("T. North", "2025-12-01T11:00:00+00:00")


def test_a_resolved_comment_says_so(edited):
    edited.comment(edited.paragraph(ROLL), "Fine now.", resolved=True)
    assert the_one(edited).said == "Fine now.\nMarked as resolved in the file."


@pytest.mark.parametrize("date", ["0-00-00T00:00:00Z", "0000-00-00T00:00:00Z", "0001-01-01T00:00:00Z", "", "soon"])
def test_a_comment_with_a_zero_date_has_none(edited, date):
    edited.comment(edited.paragraph(ROLL), "When?", on=date)
    assert the_one(edited).on == ""


def test_a_comment_on_the_title_belongs_to_no_record(edited):
    edited.comment(next(edited.root.iter(W + "p")), "Thank you for a fair report.")
    remark = the_one(edited)
    assert (remark.kind, remark.record_id, remark.said) == ("comment", "", "Thank you for a fair report.")


@pytest.mark.parametrize("framed", [True, False])
def test_a_tracked_change_of_the_front_page_is_told_without_a_record(edited, framed):
    facts = next(edited.root.iter(W + "tbl"))
    edited.replace(facts.findall(W + "tr")[4].findall(W + "tc")[1].find(W + "p"), "212", "214")
    remark = the_one(edited, framed)
    assert (remark.kind, remark.record_id, remark.given) == ("edit", "", "214" if framed else "Pupils on roll\n214")


def test_a_silent_change_of_the_front_page_is_found_when_its_texts_are_known(edited):
    facts = next(edited.root.iter(W + "tbl"))
    edited.silently(facts.findall(W + "tr")[4].findall(W + "tc")[1].find(W + "p"), "214")
    remark = the_one(edited)
    assert (remark.record_id, remark.sent, remark.given, remark.tracked) == ("", "212", "214", False)


def test_text_in_a_box_is_read_once(edited):
    box = (
        '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:v" xmlns:wps="urn:wps">'
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r>'
        "<w:t>A note in a box.</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback>"
        "<w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>A note in a box.</w:t></w:r></w:p></w:txbxContent>"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    edited.paragraph(ROLL).append(etree.fromstring(box))
    remark = the_one(edited)
    assert (remark.kind, remark.given, remark.near) == ("new", "A note in a box.", ROLL)


def test_text_in_controls_and_links_is_read(edited):
    paragraph = edited.paragraph(ROLL)
    inner = next(one for one in paragraph if one.tag == W + "r")
    control, content, link = element("sdt"), element("sdtContent"), element("hyperlink")
    inner.addprevious(control)
    control.append(content)
    content.append(link)
    link.append(inner)
    assert remarks(edited) == ()


def test_a_bookmark_without_an_end_covers_its_own_paragraph_only(edited):
    start = edited.start(CONTEXT)
    end = next(one for one in edited.root.iter(W + "bookmarkEnd") if one.get(W + "id") == start.get(W + "id"))
    end.getparent().remove(end)
    edited.replace(edited.paragraph(ROLL), "212", "214")
    assert [one.record_id for one in remarks(edited)] == [ROLL]


def test_what_was_put_in_and_taken_out_again_is_no_change(edited):
    paragraph = edited.paragraph(ROLL)
    put_in, taken = element("ins", id=1, author="A"), element("del", id=2, author="B")
    put_in.append(taken)
    taken.append(run("for a moment", deleted=True))
    paragraph.append(put_in)
    assert remarks(edited) == ()


def test_a_file_without_bookmarks_is_matched_by_its_words_and_says_when_it_is_not_sure(edited):
    edited.silently(edited.paragraph(ROLL), edited.sent[ROLL].replace("212 pupils", "214 children"))
    edited.without_bookmarks()
    found = found_in(
        Returned("r", "v"), edited.sent, edited.read(), frame_of(edited.sent, Edited(partner_report()).read())
    )
    (remark,) = found.remarks
    assert not found.anchored
    assert (remark.record_id, remark.sure, remark.kind) == (ROLL, False, "edit")


def test_the_table_of_replies_is_read_paragraph_by_paragraph():
    report = accuracy_draft(partner_report())
    edited = Edited(report)
    rows = [one for one in edited.sent if one.startswith("re.")]
    edited.replace(edited.cell(rows[0], 1), "Yes / No", "Yes")
    edited.silently(edited.cell(rows[1], 1), "No")
    edited.silently(edited.cell(rows[1], 2), "It is 214: see the census.")
    edited.silently(edited.cell("re.", 2), "Thank you.")
    told = found_in(Returned("r", "v"), edited.sent, edited.read()).remarks
    assert [(one.kind, one.record_id, one.said) for one in told] == [
        ("comment", ROLL, "No: It is 214: see the census."),
        ("comment", "", "Thank you."),
        ("comment", "", "Said to be accurate: 1."),
    ]
