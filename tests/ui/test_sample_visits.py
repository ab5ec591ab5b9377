"""The invented visits: read with care, typed as a reviewer would, and recorded as if they had been made."""

import subprocess
import sys
from collections import Counter
from datetime import date

import pytest
from sample_records import library, sample, told
from vault_desk import TODAY, new_database, open_workspace

from ui.pages.home.groups import lines
from ui.workspace.day_plan import DayPlan
from ui.workspace.desk import Desk
from ui.workspace.evidence import COMPOSER, Evidence
from ui.workspace.opening import load_library
from ui.workspace.sample import SampleError, fill, samples, typed
from ui.workspace.sample_file import read_samples
from ui.workspace.sample_notes import context_of_note
from visitapp.domain.composition import compose_report
from visitapp.domain.criteria import criterion_key
from visitapp.domain.deciding import (
    DECISION,
    GRADE_RISK,
    LEVEL,
    RESPONSES,
    TOLD,
    TOLD_AT,
    TOLD_ON,
    TOLD_TO,
    URGENCY,
)
from visitapp.domain.evidence import Draft
from visitapp.domain.excellence import EXCELLENCE, excellence_sections
from visitapp.domain.followed import days_given, days_planned, due_key, progress_of, readings, support_days
from visitapp.domain.forms import front_key, section_key
from visitapp.domain.grammar import grammar_of, parse
from visitapp.domain.measured import YEARS, due_indicators, evidence_count
from visitapp.domain.prose import plain
from visitapp.domain.reminders import AGENDA_DISCUSSED, AGENDA_PLANNED, SECOND_VISIT
from visitapp.domain.representation import GOVERNOR, NO, YES, governance
from visitapp.domain.stages import STAGES
from visitapp.domain.tagging import context_after
from visitapp.domain.text import word_count
from visitapp.domain.weighed import colleagues, points, views
from visitapp.frameworks.freezing import thaw
from visitapp.frameworks.library import Library
from visitapp.store import undo, visits

WHOLE = ("sallowfield", "quillmoor")
CODES = [one.code for one in samples()]


def framework_of(code):
    return library().find(sample(code).framework)


def codes(values):
    return {one.code for one in values}


# What the files hold


def test_the_two_whole_visits_come_first():
    assert tuple(CODES[:2]) == WHOLE
    assert len(set(CODES)) == len(CODES) == 9


@pytest.mark.parametrize("code", CODES)
def test_every_code_a_visit_uses_is_one_its_framework_knows(code):
    one, framework = sample(code), framework_of(code)
    words = {role: codes(vocabulary.terms) for role, vocabulary in framework.vocabularies.items()}
    seen = [*one.slots, *one.notes]
    assert {year for row in seen for year in row.years} <= words["years"]
    assert {row.subject for row in seen} <= words["subjects"] | {""}
    assert {group for row in seen for group in row.groups} <= words["groups"]
    assert {note.source for note in one.notes} <= words["sources"] | {""}
    assert {note.marker for note in one.notes} <= codes(framework.markers) | {""}
    assert {row.strand for row in (*one.notes, *one.findings)} <= codes(framework.strands) | {""}
    assert {slot.activity for slot in one.slots} <= codes(framework.activities) | {""}
    assert {slot.day for slot in one.slots} <= set(range(1, framework.days + 1))
    assert {finding.kind for finding in one.findings} <= codes(framework.finding_kinds)
    assert {finding.group for finding in one.findings} <= codes(framework.finding_groups) | {""}
    assert {action.urgency for action in one.actions} <= codes(framework.urgencies)
    assert set(one.prose) <= {section.code for section in framework.outline if section.prose}
    assert one.context in codes(framework.contexts)
    assert one.school.phase in words["phases"]


@pytest.mark.parametrize("code", CODES)
def test_every_prompt_belongs_to_the_activity_the_note_was_taken_in(code):
    one, framework = sample(code), framework_of(code)
    for note in one.notes:
        activity = framework.activity(context_of_note(one, note, framework).activity)
        assert not note.prompt or note.prompt in codes(activity.prompts)


@pytest.mark.parametrize("code", CODES)
def test_every_answer_is_to_something_the_framework_asks(code):
    one, framework = sample(code), framework_of(code)
    judgement = framework.judgement
    known = {f"fact.{field.code}" for field in framework.school_facts}
    known |= {f"check.{item.code}" for item in framework.checklist()} | {f"stage.{stage}" for stage in STAGES}
    known |= {f"criterion.{criterion.code}" for criterion in judgement.criteria}
    known |= {f"capacity.{statement.code}" for statement in judgement.capacity}
    known |= {f"estimate.{estimate.code}" for estimate in judgement.estimates}
    known |= {f"sent.{recipient.code}" for recipient in framework.distribution}
    known |= {front_key(field) for field in framework.front}
    known |= {section_key(section, field) for section in framework.outline for field in section.fields}
    known |= {YEARS} | {due_key(indicator.code) for indicator in framework.measures.indicators}
    known |= {AGENDA_PLANNED, AGENDA_DISCUSSED, SECOND_VISIT}
    known |= {f"watch.{one.code}" for one in judgement.criteria}
    known |= {DECISION, TOLD, TOLD_ON, TOLD_AT, TOLD_TO, "grid.capacity", "grid.risk", "enquiry.school"}
    known |= {GRADE_RISK} if judgement.grade_risk else set()
    known |= {RESPONSES, LEVEL, URGENCY} if judgement.support else set()
    known |= {GOVERNOR} if governance(framework) else set()
    assert set(one.answers) <= known


@pytest.mark.parametrize("code", CODES)
def test_every_reading_is_of_an_indicator_and_rated_with_a_reason(code):
    one, measures = sample(code), framework_of(code).measures
    assert {reading.indicator for reading in one.readings} <= codes(measures.indicators)
    assert {reading.rating for reading in one.readings} <= codes(measures.ratings)
    assert [reading for reading in one.readings if not reading.reason] == []


def test_the_review_of_a_trust_tells_its_values_and_their_evidence():
    record = told("harrowmead")
    assert [reading.value for reading in readings(record, "turnover")] == ["23%", "17%"]
    assert evidence_count(record, "education-strong") == 3
    assert len(due_indicators(record, date(2025, 11, 12))) == 3


@pytest.mark.parametrize("code", CODES)
def test_every_choice_is_one_the_framework_offers(code):
    one, judgement = sample(code), framework_of(code).judgement
    for key, answer in one.answers.items():
        if key.startswith("criterion."):
            assert answer.value in codes(judgement.criterion_values)
        elif key == "decision":
            assert answer.value in codes(judgement.decision.options)
        elif key.startswith("estimate."):
            scale = next(estimate for estimate in judgement.estimates if key == f"estimate.{estimate.code}")
            assert answer.value in codes(scale.options)
        elif key.startswith("capacity."):
            assert answer.value in range(1, len(judgement.capacity_levels) + 1)
        elif key == GOVERNOR:
            assert answer.value in (YES, NO)


@pytest.mark.parametrize("code", CODES)
def test_every_choice_that_follows_from_the_decision_is_one_the_framework_offers(code):
    one, framework = sample(code), framework_of(code)
    support, grade_risk = framework.judgement.support, framework.judgement.grade_risk
    offered = {TOLD_TO: codes(framework.distribution), URGENCY: codes(framework.urgencies)}
    offered |= {RESPONSES: codes(support.responses), LEVEL: codes(support.levels)} if support else {}
    offered |= {GRADE_RISK: codes(grade_risk.options)} if grade_risk else {}
    for key, values in offered.items():
        given = one.answers[key].value if key in one.answers else ()
        assert set(given if isinstance(given, tuple) else [given]) <= values


@pytest.mark.parametrize("code", CODES)
def test_all_that_is_weighed_is_something_the_framework_asks(code):
    one, framework = sample(code), framework_of(code)
    estimates = {f"estimate.{estimate.code}": estimate for estimate in framework.judgement.estimates}
    keys = {criterion_key(criterion) for criterion in framework.judgement.criteria}
    keys |= {EXCELLENCE} if excellence_sections(framework) else set()
    assert {bearing.key for bearing in one.bearings} <= keys
    assert all(view.value in codes(estimates[view.key].options) for view in one.views)
    risks = codes(kind for kind in framework.finding_kinds if kind.tone == "risk")
    levels = codes(framework.judgement.risk_levels)
    assert {finding.level for finding in one.findings if finding.kind in risks} <= levels
    assert {finding.level for finding in one.findings if finding.kind not in risks} <= {""}


@pytest.mark.parametrize("code", WHOLE)
def test_every_section_keeps_to_the_advised_length(code):
    for section in framework_of(code).outline:
        low, high = section.words
        if high:
            assert low <= word_count(plain(sample(code).section_text(section.code))) <= high, section.code


@pytest.mark.parametrize("code", CODES)
def test_a_watch_or_a_yes_is_always_given_a_reason(code):
    for key, answer in sample(code).answers.items():
        if key.startswith("criterion."):
            assert answer.value not in ("watch", "yes", "not-applicable") or answer.note, key


def test_a_note_is_numbered_by_its_place_and_taken_in_its_slot():
    one = sample("sallowfield")
    assert [note.number for note in one.notes] == list(range(1, 42))
    for visit in samples():
        for note in visit.notes:
            slot = visit.slot(note.slot)
            assert slot is None or slot.starts <= note.at <= slot.ends
        times = [visit.taken_at(note) for note in visit.notes]
        assert times == sorted(times)


def test_summer_time_is_taken_off():
    one = sample("oxmarsh")
    assert one.taken_at(one.notes[0]).isoformat() == "2025-10-08T09:40:00+00:00"


# As it would be typed


@pytest.mark.parametrize("code", CODES)
def test_a_note_as_typed_is_read_back_as_the_same_note(code):
    one, framework = sample(code), framework_of(code)
    for note in one.notes:
        parsed = parse(typed(one, note, framework), grammar_of(framework))
        assert (parsed.text, parsed.marker, parsed.groups) == (note.text, note.marker, note.groups)
        assert (parsed.pinned, parsed.private) == (note.pinned, note.private)


@pytest.mark.parametrize("code", WHOLE)
def test_a_whole_day_typed_note_after_note_keeps_every_context_right(code):
    one, framework, grammar = sample(code), framework_of(code), grammar_of(framework_of(code))
    standing, slot = None, None
    for note in one.notes:
        standing = standing if note.slot == slot else None
        parsed = parse(typed(one, note, framework, standing), grammar)
        before = standing or context_of_note(one, note.model_copy(update=_UNSAID), framework)
        standing, slot = context_after(before, parsed), note.slot
        wanted = context_of_note(one, note, framework)
        assert (standing.source, standing.years, standing.subject, standing.strand) == (
            wanted.source,
            wanted.years,
            wanted.subject,
            wanted.strand,
        )


_UNSAID = {"source": "", "years": (), "subject": "", "strand": "", "prompt": ""}


def test_what_is_typed_looks_as_a_reviewer_would_type_it():
    one, framework = sample("sallowfield"), framework_of("sallowfield")
    assert typed(one, one.notes[15], framework) == (
        "- Books: disadvantaged pupils finish the same tasks, but only 2 of 7 reach the reasoning question. "
        "#pp #work #inc"
    )
    assert typed(one, one.notes[36], framework).endswith("not for the report. #me")


# In a vault


def filled(folder):
    made = new_database(folder)
    fill(made, load_library(), TODAY)
    return made


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """Lend a filled vault to look at; a test that changes anything fills one of its own."""
    with filled(tmp_path_factory.mktemp("vault")) as made:
        yield made


def loaded(database, code):
    wanted = sample(code)
    with database.reading() as session:
        found = next(
            one
            for one in visits.list_visits(session)
            if (one.school, one.starts_on) == (wanted.school.name, wanted.starts_on)
        )
        return visits.load_visit(session, found.id, thaw)


def count(database, table, where="1"):
    with database.reading() as session:
        return session.connection().exec_driver_sql(f"select count(*) from {table} where {where}").scalar()


def without_id(key):
    """Return the key of an answer; of a mark of what evidence said, without the id of the evidence."""
    return key.rpartition(".")[0] if key.startswith("cited.") else key


def said_in(record):
    """Return what a record says, with ids that differ from one telling to the next left out."""
    return (
        [(note.number, note.text, note.marker, note.years, note.taken_at, note.pinned) for note in record.notes],
        [(slot.starts, slot.title, slot.people, bool(slot.part_of)) for slot in record.slots],
        [
            (finding.text, [note.number for note in record.notes_of(finding.id)], finding.agreed, finding.level)
            for section in record.framework.outline
            for kind in section.findings
            for finding in record.findings(kind, section.group)
        ],
        [(action.text, action.first_step, action.due) for action in record.actions],
        [[block.text for block in record.blocks(section.code)] for section in record.framework.outline],
        Counter((without_id(answer.key), answer.value, answer.note) for answer in record.shelves["answer"].values()),
        sorted((link.key, link.against, bool(link.note_id)) for link in record.living("bearing")),
        [(member.role, member.position) for member in colleagues(record)],
        [(view.value, view.reason) for view in views(record, "estimate.overall")],
        [(point.text, point.outcome, point.settled) for point in points(record)],
    )


@pytest.mark.parametrize("code", WHOLE)
def test_a_visit_on_disk_says_all_that_its_file_says(database, code):
    on_disk, in_file = loaded(database, code), told(code)
    assert on_disk.framework == in_file.framework
    assert said_in(on_disk) == said_in(in_file)
    assert on_disk.reviewer.name == "R. Alder"


def test_a_visit_takes_up_the_actions_of_the_year_before(database):
    now, before = loaded(database, "sallowfield"), loaded(database, "sallowfield-2024")
    assert now.visit.follows_id == before.visit_id
    assert [one.earlier_id for one in now.earlier_actions] == [one.id for one in before.actions]
    assert [one.verdict for one in now.earlier_actions] == ["met", "partly", "partly"]
    assert all(one.verdict_note and one.because for one in now.earlier_actions)
    assert [one.carried for one in now.earlier_actions] == [False, True, False]


def test_its_report_says_what_changed_since_the_last_visit(database):
    report = compose_report(loaded(database, "sallowfield"), 1, "DRAFT", TODAY)
    section = next(one for one in report.sections if one.heading == "What changed since last visit")
    assert [row[1] for block in section.blocks for row in block.rows] == ["Met", "Partly met", "Partly met"]


def test_the_time_after_a_visit_is_in_the_sample(database):
    record = loaded(database, "sallowfield")
    assert record.actions[0].replied_by == "Headteacher"
    assert [one.seen for one in progress_of(record, record.actions[0].id)] == [True]
    assert (days_given(record), days_planned(record)) == (0.5, 1.5)
    assert all(one.impact for one in support_days(record) if one.given)


def test_what_several_visits_share_is_kept_once(database):
    assert count(database, "framework") == 3
    assert count(database, "school") == 8
    assert loaded(database, "sallowfield").school == loaded(database, "sallowfield-2024").school


def test_the_owner_of_the_vault_becomes_the_sample_reviewer(tmp_path):
    with new_database(tmp_path) as made:
        with open_workspace(made) as workspace:
            owner = workspace.visits.set_reviewer("", "")
        fill(made, load_library(), TODAY)
        with made.reading() as session:
            first = visits.first_of(session, "reviewer")
    assert (first.id, first.name, first.role) == (owner.id, "R. Alder", "Leadership and Learning Partner")


def test_no_act_is_dated_after_the_moment_of_filling(database):
    assert count(database, "act", f"at > '{TODAY.isoformat(timespec='milliseconds')}'") == 0


def test_the_last_thing_done_in_a_visit_can_be_undone_and_only_that(tmp_path):
    with filled(tmp_path) as made:
        record = loaded(made, "brackwater")
        with made.transaction() as session:
            assert undo.undo(session, record.visit_id, TODAY).label == "Stages marked"
        again = loaded(made, "brackwater")
    assert again.answer("stage.summary").value is None
    assert again.notes == record.notes


def test_each_note_is_an_act_of_its_own(database):
    visit_id = loaded(database, "sallowfield").visit_id
    assert count(database, "act", f"visit_id = '{visit_id}' and label like 'Note saved: %'") == 41


def test_the_list_of_visits_looks_lived_in(database):
    with database.reading() as session:
        placed = lines(visits.list_visits(session), date(2025, 11, 20))
    groups = {}
    for line in placed:
        groups.setdefault(line.group, []).append(line.visit.school.split()[0])
    assert groups == {
        "report": ["Pellingdown", "Brackwater", "Harrowmead"],
        "coming": ["Fernhollow", "Quillmoor", "Tidewell"],
        "followup": ["Sallowfield", "Oxmarsh"],
        "closed": ["Sallowfield"],
    }


def test_a_visit_typed_on_a_real_desk_is_the_visit_of_the_file(qapp, tmp_path):
    one, framework = sample("sallowfield"), framework_of("sallowfield")
    made = filled(tmp_path)
    visit_id = loaded(made, "sallowfield").visit_id
    with open_workspace(made) as workspace:
        desk: Desk = workspace.open_visit(visit_id)
        evidence, plan = Evidence(desk), DayPlan(desk)
        for note in one.notes[11:20]:
            kept = next(row for row in desk.record.notes if row.number == note.number)
            slot = desk.record.find("slot", kept.slot_id)
            text = typed(one, note, framework)
            again = evidence.save(Draft(desk.visit_id, COMPOSER, text, context=plan.context_of(slot)))
            for name in ("text", "marker", "source", "years", "subject", "strand", "groups", "activity", "slot_id"):
                assert getattr(again, name) == getattr(kept, name)


def test_a_framework_that_is_not_installed_is_named_and_nothing_is_recorded(tmp_path):
    with new_database(tmp_path) as made:
        with pytest.raises(SampleError, match="expected an installed framework; found llpr-primary@2024-25"):
            fill(made, Library(), TODAY)
        assert count(made, "operation") == 0


def test_the_samples_need_no_window():
    script = "import sys, ui.workspace.sample; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


# Files that are not as they must be


def refused(tmp_path, text):
    path = tmp_path / "bad.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SampleError) as error:
        read_samples(path)
    return str(error.value)


GOOD = 'framework = "a@1"\nstarts_on = "2025-11-20"\nschool = { name = "Oak" }\n'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x = =", "bad.toml: line 1, column 5: expected valid TOML"),
        ("", "bad.toml: framework: expected a value; the key is missing"),
        (GOOD + "color = 1", "bad.toml: color: expected no key of this name, check its spelling; found 1"),
        (GOOD.replace("11-20", "20-11"), "bad.toml: starts_on: expected a day such as 2025-11-20, in quotes"),
        (
            GOOD + "[[notes]]\nat = '25:00'\ntext = 'x'",
            'bad.toml: notes.1.at: expected a time such as 08:45; found "',
        ),
        (GOOD + "[[notes]]\nat = '9:00'\ntext = 'x'", "bad.toml: notes.1.at: expected a time such as 08:45"),
        (GOOD + "[[notes]]\nat = '09:00'\ntext = 'x'\nslot = 'no'", "bad.toml: notes.1.slot: expected the name"),
        (GOOD + "[[findings]]\nkind = 'a'\ntext = 'x'\nnotes = [1]", "bad.toml: findings.1.notes: expected the name"),
        (GOOD + "[[bearings]]\nkey = 'a'\nnotes = [1]", "bad.toml: bearings.1.notes: expected the name"),
        (GOOD + "[[bearings]]\nkey = 'a'\nfindings = [1]", "bad.toml: bearings.1.findings: expected the name"),
        (GOOD + "[[views]]\nkey = 'a'\nvalue = 'b'\nmember = 1", "bad.toml: views.1.member: expected the name"),
        (GOOD + "[[actions]]\ntext = 'x'\nfinding = 1", "bad.toml: actions.1.finding: expected the name"),
        (
            GOOD + "[[slots]]\ncode = 'a'\nstarts = '10:00'\nends = '10:00'",
            'bad.toml: slots.1.ends: expected a time after the start; found "a"',
        ),
        (
            GOOD + "[[slots]]\ncode = 'a'\nstarts = '10:00'\nends = '11:00'\npart_of = 'b'",
            "bad.toml: slots.1.part_of: expected the name",
        ),
        (
            GOOD + "[answers]\n'decision' = { value = 'a', reason = 'b' }",
            "bad.toml: answers.decision.reason: expected",
        ),
        ("[[visits]]\ncode = 'a'\n", "bad.toml: visits.1.framework: expected a value; the key is missing"),
    ],
)
def test_a_file_that_is_wrong_is_refused_by_file_key_and_expectation(tmp_path, text, words):
    assert refused(tmp_path, text).startswith(words)


def test_a_file_that_is_missing_is_refused(tmp_path):
    with pytest.raises(SampleError, match=r"gone\.toml: expected a file that can be read"):
        read_samples(tmp_path / "gone.toml")


def test_a_file_of_one_visit_is_named_after_it(tmp_path):
    path = tmp_path / "oakfield.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert [one.code for one in read_samples(path)] == ["oakfield"]
