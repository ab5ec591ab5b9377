"""The letter that answers the school: every point, what was done, why, and only as many words as it takes."""

from datetime import UTC, datetime

from visitapp.domain.answering import Remark
from visitapp.domain.report import Report
from visitapp.domain.returned.letter import reply_letter
from visitapp.domain.writing import Export

AT = datetime(2025, 12, 2, tzinfo=UTC)
REPORT = Report("v", 2, "Review", "Sallowfield", "", "DRAFT", "A. Reviewer", AT, (("Head", "T. North"),), ())
LONG = "Leaders know the school well and their plans are precise. "
EXPORT = Export("x", "v", 1, texts=("section.a", "A heading", "p1", f"{LONG * 3}Breakfast club is full. {LONG * 3}"))


def remark(number, **more):
    return Remark(f"r{number}", "v", "back", float(number), **more)


def rows(*remarks):
    (section,) = reply_letter(REPORT, EXPORT, remarks, AT).sections
    return section.blocks[-1].rows


def test_it_greets_without_a_name_and_says_which_version_it_is_about():
    letter = reply_letter(REPORT, EXPORT, [], AT)
    words = [one.text for one in letter.sections[0].blocks]
    assert words[:2] == ["Dear colleague,", "This letter is about version 1 of the report."]
    assert "You changed nothing" in words[2]
    assert letter.front == ()


def test_it_is_no_version_of_the_report_and_a_draft_while_something_is_open():
    assert reply_letter(REPORT, EXPORT, [remark(1, kind="comment", said="Why?")], AT).status == "DRAFT"
    done = reply_letter(REPORT, EXPORT, [remark(1, kind="comment", said="Why?", verdict="aside")], AT)
    assert (done.status, done.revision) == ("FINAL", 0)


def test_a_rejected_change_is_told_with_its_reason():
    sent = EXPORT.sent()["p1"]
    given = sent.replace("is full", "has 46 places")
    one = remark(1, record_id="p1", sent=sent, given=given, verdict="rejected", reason="The count was 40.")
    ((number, where, said, done, why),) = rows(one)
    assert (number, where) == ("1", "A heading, paragraph 1")
    assert "Breakfast club has 46 places. Leaders know the\u2026" in said
    assert "Breakfast club is full" in said
    assert len(said) < 200
    assert (done, why) == ("Left as it was.", "The count was 40.")


def test_a_reworded_change_is_told_with_what_it_says_now():
    one = remark(1, record_id="p1", sent="Old.", given="New.", verdict="reworded", wording="Ours.", reason="unsaid")
    ((_, _, said, done, why),) = rows(one)
    assert said == "\u201cNew.\u201d instead of \u201cOld.\u201d"
    assert done == "Reworded. It now says: \u201cOurs.\u201d"
    assert why == "\u2013"


def test_each_kind_says_what_it_is():
    found = rows(
        remark(1, kind="gone", record_id="p1", sent="Old.", verdict="accepted"),
        remark(2, kind="new", given="New.", verdict="aside"),
        remark(3, kind="moved", given="There."),
        remark(4, kind="comment", said="Well said.", verdict="accepted"),
    )
    assert [row[2] for row in found] == [
        "Taken out: \u201cOld.\u201d", "Added: \u201cNew.\u201d", "Put elsewhere: \u201cThere.\u201d",
        "\u201cWell said.\u201d",
    ]  # fmt: skip
    assert [row[3] for row in found][2:] == ["Not yet decided.", "Taken up."]
