"""Reading back: a script in the order of the discussion, what is open first, each line a way to its place."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from sample_records import begun, holding, library, saying, told
from summary_desk import focused, open_visit, seen, summary
from vault_desk import PEER

from ui.pages.summary.read_back import opening, script
from ui.pages.summary.script_line import ScriptLine
from ui.widgets.buttons import Button
from ui.widgets.checks import StateRow
from ui.widgets.text import Text
from ui.workspace.summing_up import SummingUp
from visitapp.domain.finding import Action, Finding
from visitapp.domain.places import answered
from visitapp.domain.representation import GOVERNOR, governance

VISIT = "visit"


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def desk(tmp_path, qapp):
    with open_visit(tmp_path) as workspace:
        yield workspace.desk


def programme(code):
    return next(one for one in library().frameworks if one.code == code)


@pytest.fixture
def record():
    return begun(programme("llpr-primary"))


def headings(record):
    return [one.heading for one in (*opening(record), *script(record))]


def lines(record, heading):
    return next(one.said for one in (*opening(record), *script(record)) if one.heading == heading)


def finding(number, text, kind="strength", **more):
    return Finding(f"f{number}", VISIT, kind, text=text, position=float(number), **more)


def test_the_script_follows_the_discussion():
    assert headings(told("sallowfield")) == [
        "Purpose",
        "Who is here",
        "Strengths",
        "Areas for development",
        "Risks",
        "Fit with the school's self-evaluation and plan",
        "Not in the self-evaluation: 3 of 8 findings",
        "Not in the improvement plan: 2 of 8 findings, 4 not looked at",
        "Agreed actions",
        "Decision",
        "What happens next",
    ]


def test_a_review_in_groups_is_read_group_by_group_with_its_estimates():
    found = headings(told("quillmoor"))
    assert found[2:5] == ["2 Leadership at all levels", "What went well", "Even better if"]
    assert "Estimates" in found
    assert "Agreed actions" not in found


def test_an_empty_visit_has_no_empty_headings(record):
    assert all(one.said for one in script(record))
    assert "Strengths" not in headings(record)


def test_the_risk_to_the_inspection_is_said_plainly_after_the_risks(record):
    made = holding(saying(record, **{"grade-risk": "some"}), finding(1, "It may fall", "risk"))
    made = holding(made, replace(made.answer("grade-risk"), note="A second fall would cost it."))
    (risk, said) = lines(made, "Risks")
    assert (risk.text, said.text) == ("It may fall", "Risk to the next inspection: Some risk")
    assert (said.more, said.place) == ("A second fall would cost it.", "summary:judgement:grade-risk")


def test_fit_says_of_how_many_and_what_nobody_looked_at(record):
    made = holding(
        record,
        finding(1, "Known", in_self_evaluation="yes", in_improvement_plan="no"),
        finding(2, "Unknown", in_self_evaluation="no"),
        finding(3, "Not looked at"),
    )
    assert [one.text for one in lines(made, "Not in the self-evaluation: 1 of 3 findings, 1 not looked at")] == [
        "Unknown"
    ]
    assert [one.text for one in lines(made, "Not in the improvement plan: 1 of 3 findings, 2 not looked at")] == [
        "Known"
    ]


def test_an_action_is_read_with_urgency_owner_first_step_and_day(record):
    agreed = Action(
        "a1", VISIT, "Use checks", urgency="now", owner="Maths lead", first_step="Visits.", due="2025-12-05"
    )
    (said,) = lines(holding(record, agreed, Action("a2", VISIT, " ")), "Agreed actions")
    assert said.text == "1. Use checks"
    assert said.more == "Now  \u00b7  Maths lead  \u00b7  first step: Visits  \u00b7  by 5 Dec 2025"
    assert said.place == "summary:actions:a1"


def test_the_decision_is_read_with_its_reasons_and_only_when_settled(record):
    made = saying(record, decision="not-priority")
    made = holding(made, replace(made.answer("decision"), note="Leaders act early."))
    assert [one.text for one in lines(made, "Decision")] == [
        "The school is not a priority for local authority support.",
        "Leaders act early.",
    ]
    assert "Decision" not in headings(saying(made, decision="later"))


def test_the_support_asked_for_is_read_with_the_decision(record):
    made = saying(record, decision="priority")
    made = holding(made, replace(made.answer("support.responses"), value=("visit", "governors")))
    said = [one.text for one in lines(made, "Decision")]
    assert said[0] == "The school is a priority for local authority support."
    assert [one.partition(": ")[0] for one in said[1:]] == ["Support asked for"] * 2


def test_what_happens_next_names_who_receives_the_report_and_who_was_told():
    said = [one.text for one in lines(told("sallowfield"), "What happens next")]
    assert said[0].startswith("The report goes to: Headteacher")
    assert any(one.startswith("Told: ") and "14:31" in one for one in said)
    assert "Governing body" in said


def test_judged_actions_of_last_visit_are_read_first(record):
    made = holding(
        record, Action("e1", VISIT, "Teach phonics daily", earlier_id="x", verdict="met", verdict_note="Seen.")
    )
    made = holding(made, finding(1, "Strong"))
    assert headings(made).index("What changed since last visit") < headings(made).index("Strengths")
    assert lines(made, "What changed since last visit")[0].more == "Met. Seen."


def test_everything_that_is_read_stands_in_the_record_or_the_programme():
    record = told("sallowfield")
    known = {one.text for one in record.findings()} | {record.answer("decision").note, record.visit.enquiry}
    asked = record.framework.judgement.grade_risk
    chosen = next(one.label for one in asked.options if one.code == record.answer("grade-risk").value)
    known |= {f"{asked.title}: {chosen}"}
    for passage in script(record):
        if passage.heading in ("Strengths", "Areas for development", "Risks"):
            assert {one.text for one in passage.said} <= known


def test_every_line_has_a_place():
    for code in ("sallowfield", "quillmoor"):
        record = told(code)
        assert all(one.place for passage in (*opening(record), *script(record)) for one in passage.said)


def tab_of(qtbot, desk):
    page = summary(qtbot, desk, place="readback")
    return page, page.tab("readback")


def line(tab, words):
    return next(one for one in tab.findChildren(ScriptLine) if one.text().startswith(words))


def open_rows(tab):
    return [one.text() for one in tab.unmet.findChildren(StateRow) if one.isVisible()]


def test_a_line_leads_to_the_finding_it_is(qtbot, desk):
    SummingUp(desk).add_finding("strength", text="First of all")
    wanted = SummingUp(desk).add_finding("risk", text="It may fall")
    page, tab = tab_of(qtbot, desk)
    line(tab, "It may fall").click()
    assert page.current == "findings"
    assert focused(page) is page.tab("findings").board.card(wanted.id)


def test_a_line_leads_to_the_action_it_is(qtbot, desk):
    for number in range(3):
        SummingUp(desk).change_action(SummingUp(desk).add_action(), text=f"Action {number}")
    page, tab = tab_of(qtbot, desk)
    line(tab, "3. Action 2").click()
    assert page.current == "actions"
    assert focused(page) is page.tab("actions").cards[2].what.edit


def test_a_line_of_another_stage_asks_for_it(qtbot, desk):
    page, tab = tab_of(qtbot, desk)
    with qtbot.waitSignal(page.place_wanted) as asked:
        line(tab, "The report goes to").click()
    assert asked.args == ["followup"]


def test_enter_on_a_line_goes_there_too(qtbot, desk):
    SummingUp(desk).add_finding("strength", text="Strong")
    page, tab = tab_of(qtbot, desk)
    qtbot.keyClick(line(tab, "Strong"), Qt.Key.Key_Return)
    assert page.current == "findings"


def test_what_is_open_comes_first_and_leads_to_where_it_is_mended(qtbot, desk):
    SummingUp(desk).add_finding("strength", text="Nothing speaks for it")
    page, tab = tab_of(qtbot, desk)
    top = tab.unmet.mapTo(tab, tab.unmet.rect().topLeft()).y()
    assert top < line(tab, "Nothing speaks for it").mapTo(tab, line(tab, "Nothing").rect().topLeft()).y()
    row = next(one for one in tab.unmet.findChildren(StateRow) if one.text().startswith("No evidence yet"))
    row.click()
    assert page.current == "findings"


def test_few_open_things_are_listed_and_all_on_asking(qtbot, desk):
    _, tab = tab_of(qtbot, desk)
    assert len(open_rows(tab)) == 6
    more = next(one for one in tab.unmet.findChildren(Button) if one.text().startswith("Show all"))
    count = int(more.text().split()[-1])
    more.click()
    qtbot.waitUntil(lambda: len(open_rows(tab)) == count)
    assert count > 6
    assert not more.isVisible()
    assert focused(tab).text() == open_rows(tab)[6]


def test_a_hidden_name_is_told_first_and_can_be_said_to_be_none(qtbot, desk):
    SummingUp(desk).add_finding("strength", text="Jaden explains fractions to others")
    _, tab = tab_of(qtbot, desk)
    assert open_rows(tab)[0] == "Jaden looks like a name: hidden when you present"
    none = next(one for one in tab.unmet.findChildren(Button) if one.accessibleName() == "Jaden is not a name")
    none.click()
    qtbot.waitUntil(lambda: bool(open_rows(tab)))
    assert not any("looks like a name" in one for one in open_rows(tab))
    assert focused(tab).text() == open_rows(tab)[0]


def test_words_of_a_private_note_in_a_finding_are_told(qtbot, desk):
    seen(desk, "I doubt that the data we were shown is right #me", source="lesson")
    SummingUp(desk).add_finding("risk", text=desk.record.notes[-1].text)
    _, tab = tab_of(qtbot, desk)
    assert open_rows(tab)[0] == "Words of a private note: hidden when you present"


def test_whether_a_governor_is_present_is_asked_and_kept(qtbot, desk):
    _, tab = tab_of(qtbot, desk)
    qtbot.mouseClick(tab.governor.choice.button("yes"), Qt.MouseButton.LeftButton)
    assert desk.record.answer(GOVERNOR).value == "yes"
    assert not tab.governor.instead.isVisible()


def test_without_one_the_programme_says_what_to_do_and_what_was_read_is_kept(qtbot, desk):
    _, tab = tab_of(qtbot, desk)
    fallback = governance(desk.record.framework).fallback
    assert fallback not in [one.text() for one in tab.findChildren(Text) if one.isVisible()]
    qtbot.mouseClick(tab.governor.choice.button("no"), Qt.MouseButton.LeftButton)
    assert fallback in [one.text() for one in tab.findChildren(Text) if one.isVisible()]
    tab.governor.instead.edit.setFocus()
    qtbot.keyClicks(tab.governor.instead.edit, "Minutes of October")
    assert desk.draft(f"answer/note/{GOVERNOR}").text == "Minutes of October"
    desk.leave()
    assert desk.record.answer(GOVERNOR).note == "Minutes of October"
    qtbot.mouseClick(tab.governor.choice.button("yes"), Qt.MouseButton.LeftButton)
    assert desk.record.answer(GOVERNOR).note == "Minutes of October"


def test_typing_what_was_read_keeps_the_keyboard(qtbot, desk):
    desk.answer("x", GOVERNOR, "no")
    page, tab = tab_of(qtbot, desk)
    tab.governor.instead.edit.setFocus()
    qtbot.keyClicks(tab.governor.instead.edit, "Minutes")
    SummingUp(desk).add_finding("strength", text="Found meanwhile")
    assert focused(page) is tab.governor.instead.edit
    assert tab.governor.instead.text() == "Minutes"


def test_the_choice_follows_undo(qtbot, desk):
    _, tab = tab_of(qtbot, desk)
    qtbot.mouseClick(tab.governor.choice.button("no"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(desk.turned):
        desk.undo()
    assert tab.governor.choice.current() == ""


def test_a_programme_that_does_not_require_governors_does_not_ask(qtbot, tmp_path, qapp):
    folder = tmp_path / "peer"
    folder.mkdir()
    with open_visit(folder, PEER) as workspace:
        assert tab_of(qtbot, workspace.desk)[1].governor is None


def test_a_line_that_stays_stays_the_same_widget(qtbot, desk):
    SummingUp(desk).add_finding("strength", text="Strong")
    _, tab = tab_of(qtbot, desk)
    before = line(tab, "Strong")
    desk.act("x", answered(desk.record, "check.self-evaluation", value=True))
    assert line(tab, "Strong") is before
