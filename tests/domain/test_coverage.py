"""What has been seen: counts by year and subject, group and strand, and the gap most worth closing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_records import begun, changed, holding, library, told, without

from visitapp.domain.aspect import Aspect, is_about
from visitapp.domain.coverage import Tally, activities_of, coverage_of
from visitapp.domain.evidence import Note
from visitapp.domain.gaps import most_useful_gap
from visitapp.domain.visit import Slot


def empty():
    return begun(library().find("llpr-primary@2024-25"))


def note(number, **fields):
    return Note(f"n{number}", "visit", number, "Seen", taken_at=f"2025-11-20T10:{number:02}:00+00:00", **fields)


def gap(record):
    return most_useful_gap(record)


def test_an_empty_visit_has_seen_nothing_and_is_not_reproached():
    coverage = coverage_of(empty())
    assert (coverage.notes, coverage.cells, coverage.groups, coverage.tones) == (0, {}, {}, {})
    assert gap(empty()) == ""


def test_a_mixed_class_counts_in_both_rows():
    record = holding(empty(), note(1, years=("y3", "y4"), subject="maths"))
    assert coverage_of(record).cells == {("y3", "maths"): 1, ("y4", "maths"): 1}


def test_a_note_without_year_or_subject_counts_in_no_cell():
    record = holding(empty(), note(1, years=("y3",)), note(2, subject="maths"))
    assert coverage_of(record).cells == {}
    assert coverage_of(record).notes == 2


def test_a_deleted_note_is_not_counted():
    record = holding(empty(), note(1, years=("y3",), subject="maths", groups=("send",)))
    coverage = coverage_of(without(record, "note", "n1"))
    assert (coverage.notes, coverage.cells, coverage.groups) == (0, {}, {})


def test_a_private_note_is_no_evidence_of_having_seen_anything():
    seen = {"years": ("y6",), "subject": "writing", "groups": ("send",), "strand": "teaching", "source": "work"}
    seen |= {"activity": "learning-walk", "prompt": "recall", "marker": "strength"}
    record = holding(empty(), note(1, private=True, **seen))
    assert coverage_of(record) == coverage_of(empty())
    assert not is_about(record, record.notes[0], Aspect("cell", "y6", "writing"))
    told_to_all = changed(record, "note", "n1", private=False)
    assert coverage_of(told_to_all).cells == {("y6", "writing"): 1}
    assert is_about(told_to_all, told_to_all.notes[0], Aspect("cell", "y6", "writing"))


def test_a_year_only_a_reminder_is_about_is_still_named_as_a_gap():
    record = holding(empty(), note(1, years=("y1",), subject="maths"), note(2, years=("r",), private=True))
    assert gap(record).startswith("Nothing from Reception")


def test_strands_are_split_by_the_tone_of_the_marker():
    record = holding(
        empty(),
        note(1, strand="teaching", marker="strength"),
        note(2, strand="teaching", marker="develop"),
        note(3, strand="teaching"),
        note(4, strand="no-longer-there", marker="risk"),
    )
    coverage = coverage_of(record)
    assert coverage.strands["teaching"] == {"strength": 1, "develop": 1, "neutral": 1}
    assert coverage.strands["standards"] == {}
    assert coverage.tones == {"strength": 1, "develop": 1, "neutral": 1, "risk": 1}


def test_every_strand_has_a_row_even_without_evidence():
    assert list(coverage_of(empty()).strands) == [one.code for one in empty().framework.strands]


def test_a_planned_lesson_without_evidence_is_planned_but_empty():
    lesson = Slot("s1", "visit", 1, 600, 620, "learning-walk", years=("y2",), subject="phonics", part_of="walk")
    record = holding(empty(), lesson)
    assert coverage_of(record).planned_but_empty() == {("y2", "phonics")}
    assert gap(record) == "Planned, but nothing yet: Year 2, phonics."
    seen = holding(record, note(1, years=("y2",), subject="phonics"))
    assert coverage_of(seen).planned_but_empty() == frozenset()


def test_notes_are_counted_by_source_activity_and_prompt_asked():
    record = holding(
        empty(),
        note(1, source="lesson", activity="learning-walk", prompt="recall"),
        note(2, source="lesson", activity="learning-walk", prompt="gone"),
        note(3, activity="governance", prompt="recall"),
        note(4),
    )
    coverage = coverage_of(record)
    assert coverage.sources == {"lesson": 2}
    assert coverage.activities == {"learning-walk": 2, "governance": 1}
    assert coverage.prompts == {("learning-walk", "recall"): 1}
    assert coverage.answered(record.framework.activity("learning-walk")) == 1


def test_the_activities_of_a_visit_are_the_required_the_planned_and_those_with_notes():
    record = empty()
    required = [one.code for one in record.framework.activities if one.required]
    assert [one.code for one in activities_of(record, coverage_of(record))] == required
    record = holding(record, note(1, activity="staff-voice"), Slot("s", "visit", 1, 600, 660, "pupil-voice"))
    more = {one.code for one in activities_of(record, coverage_of(record))} - set(required)
    assert more == {"staff-voice", "pupil-voice"}


def test_of_several_empty_lessons_the_youngest_year_is_named():
    lessons = [
        Slot(code, "visit", 1, 600, 620, "learning-walk", years=(code,), subject="maths", part_of="walk")
        for code in ("y6", "y1", "y3")
    ]
    assert gap(holding(empty(), *lessons)) == "Planned, but nothing yet: Year 1, mathematics."


def test_then_a_year_nobody_has_looked_at_is_named():
    assert gap(told("sallowfield")) == "Nothing from Reception, and no visit is planned there."


def test_a_planned_year_is_not_said_to_be_unplanned():
    lesson = Slot("s1", "visit", 1, 600, 620, "learning-walk", years=("r",), part_of="walk", subject="reading")
    other = note(1, years=("n",), subject="reading")
    record = holding(empty(), lesson, note(2, years=("r",), subject="reading"), other)
    assert gap(record) == "Nothing from Year 1, and no visit is planned there."


def test_then_a_strand_without_evidence_is_named():
    record = holding(told("quillmoor"), note(90, groups=("social-care",)))
    assert gap(record) == ""
    safe = next(one for one in record.notes if one.strand == "safeguarding")
    assert gap(changed(record, "note", safe.id, strand="")) == "No evidence yet on safeguarding."


NOTES = st.lists(
    st.tuples(
        st.lists(st.sampled_from(["r", "y1", "y6", "y13"]), unique=True, max_size=3).map(tuple),
        st.sampled_from(["", "maths", "art"]),
        st.lists(st.sampled_from(["send", "pp"]), unique=True).map(tuple),
        st.sampled_from(["", "strength", "gone"]),
        st.sampled_from(["", "teaching", "gone"]),
    ),
    max_size=12,
)


@given(NOTES)
def test_counts_always_add_up(rows):
    made = [
        note(n, years=years, subject=subject, groups=groups, marker=marker, strand=strand)
        for n, (years, subject, groups, marker, strand) in enumerate(rows)
    ]
    record = holding(empty(), *made)
    coverage = coverage_of(record)
    assert sum(coverage.tones.values()) == coverage.notes == len(rows)
    assert sum(coverage.cells.values()) == sum(len(years) for years, subject, *_ in rows if subject)
    assert sum(coverage.groups.values()) == sum(len(groups) for _, _, groups, *_ in rows)
    assert sum(sum(row.values()) for row in coverage.strands.values()) == sum(row[4] == "teaching" for row in rows)
    assert isinstance(most_useful_gap(record), str)


@pytest.mark.parametrize("code", ["sallowfield", "quillmoor"])
def test_no_planned_lesson_of_a_whole_visit_went_without_evidence(code):
    assert coverage_of(told(code)).planned_but_empty() == frozenset()


FIELDS = {
    "deleted": st.booleans(),
    "private": st.booleans(),
    "years": st.sampled_from([(), ("y1",), ("y1", "y2")]),
    "subject": st.sampled_from(["", "maths", "history", "phonics"]),
    "strand": st.sampled_from(["", "teaching", "gone"]),
    "marker": st.sampled_from(["", "strength", "risk"]),
    "groups": st.sampled_from([(), ("send",), ("send", "eal")]),
    "source": st.sampled_from(["", "lesson", "gone"]),
    "activity": st.sampled_from(["", "learning-walk", "governance"]),
    "prompt": st.sampled_from(["", "recall", "challenge", "gone"]),
    "taken_at": st.sampled_from(["2025-11-20T09:00:00+00:00", "2025-11-20T10:00:00+00:00"]),
}
EDITS = st.sampled_from(sorted(FIELDS)).flatmap(lambda field: st.tuples(st.just(field), FIELDS[field]))


ASPECTS = {"source": "sources", "activity": "activities"}


@given(st.lists(st.tuples(st.integers(1, 4), EDITS), max_size=9))
def test_every_count_is_the_number_of_notes_shown_for_it(edits):
    record = holding(empty(), *map(note, range(1, 5)))
    for number, (field, value) in edits:
        record = changed(record, "note", f"n{number}", **{field: value})
    coverage = coverage_of(record)
    counted = {Aspect("cell", *pair): count for pair, count in coverage.cells.items()}
    counted |= {Aspect("group", code): count for code, count in coverage.groups.items()}
    counted |= {Aspect("strand", code): sum(tones.values()) for code, tones in coverage.strands.items()}
    counted |= {Aspect("prompt", code, activity): n for (activity, code), n in coverage.prompts.items()}
    for kind, counts in ASPECTS.items():
        counted |= {Aspect(kind, code): count for code, count in getattr(coverage, counts).items()}
    for aspect, count in counted.items():
        assert sum(is_about(record, one, aspect) for one in record.notes) == count


@given(st.lists(st.tuples(st.integers(1, 4), EDITS), max_size=9))
def test_counting_on_from_what_was_counted_gives_what_counting_anew_gives(edits):
    tally, record = Tally(), holding(empty(), *map(note, range(1, 5)))
    for number, (field, value) in edits:
        record = changed(record, "note", f"n{number}", **{field: value})
        assert tally.counted(record) == coverage_of(record)


def test_a_visit_of_another_programme_is_counted_anew():
    tally, other = Tally(), begun(library().find("qa-review@2026"))
    tally.counted(holding(empty(), note(1, marker="strength")))
    assert tally.counted(other) == coverage_of(other)


def test_prompts_are_counted_within_their_activity():
    prompts = coverage_of(told("sallowfield")).prompts
    assert prompts["learning-walk", "vulnerable"] == 7
    asked = {prompt: count for (activity, prompt), count in prompts.items() if activity == "governance"}
    assert asked == {"knowledge": 1, "challenge": 1}
    assert not any(activity == "staff-voice" for activity, _ in prompts)
