"""Everything of a visit at one moment: nothing live left out, nothing private let slip, every code in words."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from handover_records import AT, ZONE, empty, handed, note, rows_of, visit_with
from sample_records import begun, holding, library, made_up_programme, saying, told, without

from ui.workspace.sample import samples
from visitapp.domain.evidence import Draft
from visitapp.domain.finding import Action, Finding, Support
from visitapp.domain.following import Progress, SupportDay
from visitapp.domain.handed_notes import written_out
from visitapp.domain.handover import FINISHED, UNFINISHED, compose_handover
from visitapp.domain.photo import Photo
from visitapp.domain.visit import Reviewer, Slot
from visitapp.domain.writing import Block, Export


def test_the_head_says_which_visit_when_and_how_much():
    facts = dict(handed(note(1), note(2, private=True), Finding("f", "visit", "strength", "", "Good")).facts())
    assert facts["School"] == "Sallowfield Primary School"
    assert facts["Programme"] == f"{empty().framework.title} ({empty().framework.version})"
    assert facts["Reviewers"] == "R. Alder, Partner, Marrowshire"
    assert facts["Handed over at"] == "20 November 2025, 10:42 (Europe/London)"
    assert facts["Status"].startswith("Unfinished")
    assert facts["Evidence"] == "1 note of 2, 1 private left out"
    assert facts["Beside it"] == "1 finding"


def test_a_visit_in_which_nothing_happened_can_be_handed_over():
    handover = handed()
    assert handover.note_count() == "0 notes, none private"
    assert dict(handover.facts())["Beside it"] == "Nothing else yet"


def test_notes_stand_in_the_order_they_were_taken():
    assert [one.label for one in handed(note(3), note(1), note(2)).notes] == ["E1", "E2", "E3"]


def test_a_deleted_note_is_never_handed_over():
    record = without(visit_with(note(1), note(2)), "note", "note-1")
    assert [one.label for one in compose_handover(record, AT, ZONE, private=True).notes] == ["E2"]


def test_private_notes_are_left_out_and_counted_wherever_they_are_linked():
    linked = (
        Finding("f", "visit", "strength", "", "Good"),
        *(Support(f"f:note-{n}", "visit", "f", f"note-{n}", against=n == 3) for n in (1, 2, 3)),
    )
    entities = note(1), note(2, "A secret", private=True), note(3, private=True), *linked
    handover = handed(*entities)
    assert [one.label for one in handover.notes] == ["E1"]
    (row,) = rows_of(handover, "findings")
    assert (row["Evidence for"], row["Evidence against"]) == ("E1, 1 private", "1 private")
    assert "A secret" not in str(handover.all_lists())


def test_private_notes_are_there_when_asked_for_and_the_head_says_so():
    handover = handed(note(1), note(2, "A secret", private=True), private=True)
    assert handover.note_count() == "2 notes, 1 private among them"
    assert [row["Private"] for row in rows_of(handover, "evidence")] == ["No", "Yes"]


def test_every_code_of_a_note_is_said_in_words():
    framework = empty().framework
    activity = next(one for one in framework.activities if one.prompts)
    marker, strand = framework.markers[0], framework.strands[0]
    source, years, subject, group = (
        framework.vocabularies[role].terms[0] for role in ("sources", "years", "subjects", "groups")
    )
    one = note(
        1,
        marker=marker.code,
        strand=strand.code,
        source=source.code,
        years=(years.code,),
        subject=subject.code,
        groups=(group.code,),
        activity=activity.code,
        prompt=activity.prompts[0].code,
        slot_id="s",
        pinned=True,
    )
    slot = Slot("s", "visit", title="Year 4 mathematics")
    (row,) = rows_of(handed(one, slot), "evidence")
    assert row["Marker"] == marker.label
    assert row["Strand"] == strand.label
    assert (row["Source"], row["Years"], row["Subject"]) == (source.label, years.label, subject.label)
    assert (row["Pupil groups"], row["Activity"]) == (group.label, activity.title)
    assert (row["Prompt"], row["In the plan"]) == (activity.prompts[0].text, "Year 4 mathematics")
    assert (row["Pinned"], row["Taken by"]) == ("Yes", "R. Alder")


def test_a_code_no_list_knows_is_kept_as_it_is():
    (row,) = rows_of(
        handed(note(1, marker="old", source="gone", strand="lost", activity="x", prompt="y")), "evidence"
    )
    assert [row[name] for name in ("Marker", "Source", "Strand", "Activity", "Prompt")] == [
        "old",
        "gone",
        "lost",
        "x",
        "y",
    ]


@pytest.mark.parametrize(
    ("taken", "day", "time"),
    [
        ("2025-06-20T10:42:09+00:00", "2025-06-20", "11:42:09"),
        ("2025-11-20T10:42:09+00:00", "2025-11-20", "10:42:09"),
        ("2025-06-20T23:30:00+00:00", "2025-06-21", "00:30:00"),
    ],
)
def test_times_are_those_of_the_place_where_the_note_was_taken(taken, day, time):
    (row,) = rows_of(handed(note(1, taken_at=taken)), "evidence")
    assert (row["Date"], row["Time"], row["Time zone"]) == (day, time, ZONE)


@pytest.mark.parametrize(
    ("here", "time", "words"),
    [(timezone(timedelta(hours=2)), "12:01:30", "UTC+0200"), (ZoneInfo("Asia/Kolkata"), "15:31:30", "Asia/Kolkata")],
)
def test_a_zone_this_device_does_not_know_gives_way_to_its_own(here, time, words):
    (row,) = rows_of(handed(note(1, zone="Elsewhere/Nowhere"), at=AT.astimezone(here)), "evidence")
    assert (row["Time"], row["Time zone"]) == (time, words)


def test_a_note_without_a_time_is_handed_over_all_the_same():
    (row,) = rows_of(handed(note(1, taken_at="", zone="")), "evidence")
    assert (row["Date"], row["Time"], row["Time zone"], row["Text"]) == ("", "", "", "Pupils explain.")


def test_paragraphs_of_a_note_are_kept():
    assert handed(note(1, "One\n\nTwo\n- three\r\nfour")).notes[0].text == "One\n\nTwo\n- three\nfour"


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("TA and EHCP", "Teaching assistant and education, health and care plan"),
        ("DATA TAs TA-led", ""),
        ("(TA)", "(teaching assistant)"),
        ("nothing short", ""),
    ],
)
def test_shorthand_is_written_out_beside_the_text_and_never_in_it(text, full):
    words = {"ta": "teaching assistant", "ehcp": "education, health and care plan"}
    assert written_out(text, words) == full
    assert handed(note(1, text), words=words).notes[0].text == text


def test_pictures_are_counted_with_their_captions():
    pictures = Photo("p1", "visit", "note-1", "a", caption="Reading journal"), Photo("p2", "visit", "note-1", "b")
    (row,) = rows_of(handed(note(1), *pictures), "evidence")
    assert row["Pictures"] == "2 pictures: Reading journal; no caption"


def test_findings_stand_by_their_list_with_the_evidence_for_and_against():
    kinds = [one.code for one in empty().framework.finding_kinds]
    findings = (
        Finding("b", "visit", kinds[1], "", "Second list", in_self_evaluation="no"),
        Finding("a", "visit", kinds[0], "", "First list", agreed=True),
    )
    links = Support("a:note-1", "visit", "a", "note-1"), Support("a:note-2", "visit", "a", "note-2", against=True)
    rows = rows_of(handed(note(1), note(2), *findings, *links), "findings")
    assert [row["Finding"] for row in rows] == ["First list", "Second list"]
    assert (rows[0]["Evidence for"], rows[0]["Evidence against"], rows[0]["Agreed"]) == ("E1", "E2", "Yes")
    assert (rows[1]["In self-evaluation"], rows[0]["In self-evaluation"]) == ("No", "Not looked at")


def test_actions_say_everything_that_was_agreed():
    urgency = empty().framework.urgencies[0]
    action = Action("a", "visit", "Check", "f", urgency.code, "Head", "Meet", "2026-01-05", "Fewer errors")
    (row,) = rows_of(handed(Finding("f", "visit", "strength", "", "Because"), action), "actions")
    assert list(row.values()) == [
        1,
        "Check",
        urgency.label,
        "Head",
        "Meet",
        "5 January 2026",
        "Fewer errors",
        "",
        "",
        "",
        "",
        "No",
        "No",
        "Because",
    ]


def test_what_came_of_the_last_visits_actions_is_handed_over():
    action = Action(
        "a", "visit", "Use models", status="done", reply="Everywhere", replied_on="2025-10-01", replied_by="Head",
        earlier_id="x", verdict="met", verdict_note="In nine lessons", carried=True, because="Models differed",
    )  # fmt: skip
    (row,) = rows_of(handed(action), "earlier-actions")
    assert (row["Because of"], row["Reply of"]) == ("Models differed", "Head, 1 October 2025")
    assert (row["Verdict"], row["Why"], row["Carried on"]) == ("Met", "In nine lessons", "Yes")
    assert rows_of(handed(action), "actions") == []


def test_progress_and_support_are_handed_over():
    progress = Progress("p", "visit", "a", "2026-01-08", "Head", "Two books seen", seen=True)
    support = SupportDay("s", "visit", "2026-02-11", 0.5, "Adviser", "Look at books", "Checks changed", given=True)
    found = handed(Action("a", "visit", "Check"), progress, support)
    (said,), (given,) = rows_of(found, "progress"), rows_of(found, "support")
    assert list(said.values()) == ["Check", "8 January 2026", "Head", "Two books seen", "Seen by a reviewer"]
    assert list(given.values()) == ["Look at books", "11 February 2026", "0.5", "Adviser", "Yes", "Checks changed"]


def test_the_day_plan_is_in_order_with_its_lessons():
    slots = (
        Slot("l", "visit", 1, 545, 560, part_of="w", years=("y4",), subject="maths"),
        Slot("w", "visit", 1, 540, 600, "walk", "Learning walk"),
        Slot("b", "visit", 1, 600, 620),
    )
    rows = rows_of(handed(*slots), "plan")
    assert [(row["When"], row["Part of"]) for row in rows] == [
        ("09:00 to 10:00", ""),
        ("09:05 to 09:20", "Learning walk"),
        ("10:00 to 10:20", ""),
    ]
    assert [row["What"] for row in rows][::2] == ["Learning walk", "Break"]
    assert rows[0]["Day"] == "Day 1, 20 November 2025"


def test_criteria_come_with_their_reasons_and_the_decision_with_its_own():
    framework = empty().framework
    criterion, value = framework.judgement.criteria[0], framework.judgement.criterion_values[0]
    option = framework.judgement.decision.options[0]
    record = saying(empty(), **{f"criterion__{criterion.code}": value.code, "decision": option.code})
    answer = record.answer(f"criterion.{criterion.code}")
    record = holding(record, type(answer)(answer.id, "visit", answer.key, value.code, "Fell from 64 to 61"))
    rows = rows_of(compose_handover(record, AT, ZONE), "judgement")
    assert (rows[0]["Answer"], rows[0]["Note"]) == (value.label, "Fell from 64 to 61")
    assert any(row["Part"] == "Decision" and row["Answer"] == option.label for row in rows)
    assert rows[1]["Answer"] == "Not answered"


def test_answers_of_preparing_are_there_and_what_was_not_answered_says_so():
    item = next(empty().framework.checklist())
    rows = rows_of(
        compose_handover(saying(empty(), **{f"check__{item.code}": True, "hunches": "A\nB"}), AT, ZONE), "prepare"
    )
    answers = {row["Question"]: row["Answer"] for row in rows}
    assert answers[item.title] == "Done"
    assert answers["Hunches to test"] == "A\nB"
    assert "Not done" in answers.values()


@pytest.mark.parametrize("code", [one.code for one in samples()])
def test_every_answer_of_every_sample_stands_in_exactly_one_list(code):
    record = told(code)
    handover = compose_handover(record, AT, ZONE)
    said = [row for one in ("prepare", "judgement", "form") for row in rows_of(handover, one)]
    for answer in record.shelves.get("answer", {}).values():
        if answer.note and not answer.deleted:
            assert sum(row["Note"] == answer.note for row in said) == 1


def test_an_answer_the_programme_does_not_ask_for_stands_under_its_own_key():
    rows = rows_of(compose_handover(saying(empty(), made__up="kept"), AT, ZONE), "form")
    assert ("made.up", "kept") in [(row["Question"], row["Answer"]) for row in rows]


def test_the_report_so_far_keeps_the_order_of_the_form_and_of_its_paragraphs():
    first, second = (one.code for one in empty().framework.outline[:2])
    blocks = (
        Block("3", "visit", second, 1.0, "Third"),
        Block("2", "visit", first, 2.0, "Second"),
        Block("1", "visit", first, 1.0, "First"),
        Block("4", "visit", "no-longer-there", 1.0, "Fourth"),
    )
    assert [row["Paragraph"] for row in rows_of(handed(*blocks), "report")] == ["First", "Second", "Third", "Fourth"]


def test_what_is_still_being_typed_is_handed_over_too():
    drafts = (
        Draft("visit", "composer", "Half a thou"),
        Draft("visit", "section//context", "  "),
        Draft("visit", "x", "y"),
    )
    rows = rows_of(handed(drafts=drafts), "typing")
    assert [(row["Where"], row["Text"]) for row in rows] == [
        ("A note not yet saved", "Half a thou"),
        ("A note not yet saved", "y"),
    ]


@pytest.mark.parametrize("draft", [Draft("visit", "c", "Mine", private=True), Draft("visit", "c", "Mine #me")])
def test_a_private_draft_is_left_out_unless_asked_for(draft):
    assert rows_of(handed(drafts=(draft,)), "typing") == []
    assert rows_of(handed(drafts=(draft,), private=True), "typing")[0]["Text"] == draft.text


def test_every_reviewer_of_the_record_is_named_once():
    other = Reviewer("s", "S. Birch")
    handover = handed(other, note(1), note(2, author_id="s"), note(3, author_id="s"))
    assert handover.reviewers == ("R. Alder, Partner, Marrowshire", "S. Birch")


def test_a_visit_whose_report_went_out_final_is_finished():
    assert handed().status == UNFINISHED
    out = Export("e", "visit", 1, "FINAL", "report.docx", "abc", "2025-12-01T09:00:00+00:00")
    handover = handed(out)
    assert handover.status == FINISHED
    assert rows_of(handover, "exports")[0]["Exported at"] == "2025-12-01 09:00"


def test_any_programme_can_be_handed_over():
    for framework in (*library().frameworks, made_up_programme()):
        handover = compose_handover(begun(framework), datetime(2026, 1, 1, tzinfo=UTC), "UTC")
        assert handover.programme.startswith(framework.title)


def test_the_moment_is_said_in_the_zone_it_was():
    summer = datetime(2026, 7, 1, 23, 30, tzinfo=ZoneInfo("Asia/Kolkata"))
    assert compose_handover(empty(), summer, "Asia/Kolkata").moment() == "1 July 2026, 23:30 (Asia/Kolkata)"
