import pytest

from visitapp.domain.fitting import fitted
from visitapp.domain.framework import Standing

LETTERS = tuple("abcdefghijk")


def codes(entries):
    return tuple(one.code for one in entries)


@pytest.fixture(scope="session")
def plain(llpr):
    """Return what it asks of a visit of which neither context nor commissioning is settled."""
    return fitted(llpr, Standing())


def test_it_has_five_activities_and_three_more_to_choose(llpr):
    required = codes(one for one in llpr.activities if one.required)
    assert required == ("leaders", "learning-walk", "governance", "safeguarding", "summary")
    assert codes(one for one in llpr.activities if not one.required) == ("pupil-voice", "work-sample", "staff-voice")


def test_its_five_activities_can_fill_five_hours(llpr):
    assert sum(one.minutes[1] for one in llpr.activities if one.required) >= 300


def test_only_the_learning_walk_holds_lessons(llpr):
    assert codes(one for one in llpr.activities if one.lessons) == ("learning-walk",)


def test_its_six_strands_are_those_of_the_capture_screen(llpr):
    labels = [one.label for one in llpr.strands]
    assert labels == ["Teaching", "Standards", "Inclusion", "Leadership", "Governance", "Safeguarding"]


def test_its_five_threads_stay_visible_beside_the_strands(llpr):
    assert codes(llpr.threads) == ("a", "b", "c", "d", "e")
    assert [one.help.split(":")[0] for one in llpr.strands[:5]] == [f"Thread {one.code}" for one in llpr.threads]


def test_it_knows_three_contexts(llpr):
    assert codes(llpr.contexts) == ("support-likely", "support-finished", "not-supported")
    assert all(one.detail for one in llpr.contexts)


def test_it_brings_the_authoritys_own_question(llpr):
    assert llpr.enquiry.authority.endswith("?")
    assert "vulnerable" in llpr.enquiry.authority


def test_it_asks_for_eleven_things_to_read_in_two_groups(plain):
    assert [group.title for group in plain.preparation] == ["What the authority holds", "What the school shares"]
    assert len(list(plain.checklist())) == 11


def test_it_has_eleven_criteria_a_to_k(llpr):
    criteria = llpr.judgement.criteria
    assert tuple(one.letter for one in criteria) == codes(criteria) == LETTERS
    assert codes(llpr.judgement.criterion_values) == ("no", "watch", "yes", "not-applicable")


def test_it_weighs_four_statements_on_four_levels(llpr):
    assert len(llpr.judgement.capacity) == 4
    assert [one.label for one in llpr.judgement.capacity_levels] == ["Limited", "Developing", "Secure", "Strong"]


def test_a_priority_needs_reasons_and_later_settles_nothing(llpr):
    by_code = {one.code: one for one in llpr.judgement.decision.options}
    assert codes(one for one in by_code.values() if one.reasons_required) == ("priority",)
    assert codes(one for one in by_code.values() if not one.settled) == ("later",)
    assert by_code["later"].statement == ""
    assert "is not a priority" in by_code["not-priority"].statement
    assert "is a priority" in by_code["priority"].statement


def test_its_urgencies(llpr):
    assert [one.label for one in llpr.urgencies] == ["Now", "This term", "This year"]


def test_its_commentary_has_six_numbered_parts(llpr):
    parts = [one for one in llpr.outline if one.part == "Commentary"]
    assert [one.number for one in parts] == ["i", "ii", "iii", "iv", "v", "vi"]
    assert codes(parts) == ("risks", "strengths", "teaching", "standards", "inclusion", "leadership")


def test_its_outline_begins_with_context_and_ends_with_actions(llpr):
    assert codes(llpr.outline)[0] == "context"
    assert codes(llpr.outline)[-2:] == ("main-findings", "actions")
    assert llpr.outline[0].activities
    assert llpr.outline[-1].actions
    assert llpr.section("main-findings").decision


def test_its_advice_on_length_comes_to_about_a_thousand_words(llpr):
    low, high = (sum(one.words[end] for one in llpr.outline) for end in (0, 1))
    assert low < 1000
    assert 900 <= high <= 1100


@pytest.mark.parametrize(
    "code",
    [
        "priority-stated",
        "risks-to-grade",
        "expected-rwm",
        "expected-phonics",
        "governance-said",
        "inclusion-written",
        "first-steps",
    ],
)
def test_it_insists_on_what_the_programme_asks(llpr, code):
    assert next(one for one in llpr.checks if one.code == code).required


def test_it_warns_of_findings_without_evidence(llpr):
    assert not next(one for one in llpr.checks if one.kind == "findings-supported").required


def test_five_hours_a_week_ahead_and_a_governor(plain):
    rules = {one.kind: one for one in plain.plan_rules}
    assert rules["time-on-site"].minutes == 300
    assert rules["agreed-before"].days == 7
    assert (rules["people-at"].activity, rules["people-at"].words) == ("summary", ("governor", "chair"))


def test_it_goes_to_four_readers_as_word_files(plain):
    assert len(plain.distribution) == 4
    assert {one.file_format for one in plain.distribution} == {"Word"}


def test_its_front_page(llpr):
    labels = [one.label for one in llpr.front]
    assert labels == [
        "School",
        "Headteacher",
        "Date of visit",
        "Leadership and Learning Partner",
        "Focused enquiry",
        "Last inspection",
    ]
