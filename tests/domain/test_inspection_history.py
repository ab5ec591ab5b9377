"""The inspections of a school side by side: dated words, typed ones win, and never one line."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from visitapp.domain.preparing import KnownInspection
from visitapp.domain.published.history import history, judgements_of, next_expected
from visitapp.domain.published.inspections import AreaJudgement, PublishedInspection
from visitapp.domain.published.scales import EXPECTED
from visitapp.frameworks.inspections import load_inspections

LISTS = load_inspections()
GOOD_2014 = PublishedInspection(
    "ITS1", "115850", "146143", "s5-2012", "graded", "", "2014-11-12", outcome="Good"
)  # fmt: skip
SHORT_2019 = PublishedInspection(
    "2", "115850", "146143", "cif-2015", "ungraded", "", "2019-03-05", outcome="Remains good"
)  # fmt: skip
AREAS_2025 = PublishedInspection(
    "3", "146143", "146143", "eif-2024", "graded", "", "2025-01-21", safeguarding="Effective",
    areas=(
        AreaJudgement("quality", "2", "Good"), AreaJudgement("behaviour", "1", "Outstanding"),
        AreaJudgement("personal", "2", "Good"), AreaJudgement("leadership", "2", "Good"),
    ),
)  # fmt: skip
TYPED = KnownInspection(
    "k1", "v", "2025-01-21", "graded", "eif-2024", "",
    ("Behaviour and attitudes: Good", "Safeguarding: Not effective"),
    ("Check that pupils remember what they are taught.",), "Report, page 3",
)  # fmt: skip


def test_each_event_says_its_words_its_day_and_its_framework():
    events = history([AREAS_2025, GOOD_2014, SHORT_2019], (), LISTS)
    assert [one.dated for one in events] == [
        "Good overall, 12 November 2014, 2012 framework",
        "Remains good, 5 March 2019, Short inspection",
        "Good in three areas, outstanding in behaviour, 21 January 2025, From September 2024, no overall word",
    ]


def test_a_typed_one_of_the_same_day_and_sort_is_the_same_event_and_wins():
    (event,) = history([AREAS_2025], [TYPED], LISTS)
    assert event.headline == "Good in all four areas"
    assert (event.safeguarding, event.points) == ("Not effective", TYPED.points)
    assert (event.number, event.typed_id) == ("3", "k1")
    assert event.source == f"Report, page 3; {LISTS.source}"


def test_a_typed_one_of_another_sort_or_day_stands_beside():
    other = replace(TYPED, id="k2", kind="monitoring", outcome="Effective action")
    assert len(history([AREAS_2025], [other], LISTS)) == 2
    assert len(history([AREAS_2025], [replace(TYPED, on="2025-01-22")], LISTS)) == 2
    assert len(history([AREAS_2025], [TYPED, replace(TYPED, id="k2")], LISTS)) == 2


def test_a_report_card_typed_as_a_full_inspection_is_the_same_event():
    card = PublishedInspection("4", "146143", "146143", "card-2025", "report-card", "", "2026-01-20")
    typed = replace(TYPED, on="2026-01-20", framework="card-2025", judgements=("Inclusion: Strong standard",))
    (event,) = history([card], [typed], LISTS)
    assert (event.headline, event.framework_words) == ("Strong standard in inclusion", "November 2025 framework")


def test_words_of_no_scale_stand_as_they_were_typed():
    typed = KnownInspection("k", on="2024-05-01", kind="graded", framework="other", outcome="Excellent with notes")
    (event,) = history((), [replace(typed, judgements=("Chapel: Warm",))], LISTS)
    assert (event.headline, event.framework_words) == (
        "Excellent with notes", "Another inspectorate or a peer review",
    )  # fmt: skip
    assert judgements_of(replace(typed, judgements=("Chapel: Warm", "nonsense", "Empty:")), LISTS) == {
        "Chapel": "Warm"
    }


def test_the_next_inspection_is_there_only_when_somebody_typed_it():
    typed = KnownInspection("k9", kind=EXPECTED, framework="card-2025", outcome="Not before 2028")
    assert next_expected([TYPED], LISTS) == ()
    assert next_expected([replace(typed, deleted=True)], LISTS) == ()
    (event,) = next_expected([TYPED, typed], LISTS)
    assert (event.when, event.headline, event.framework_words) == (
        "Not before 2028", "Five-point area grades", "November 2025 framework",
    )  # fmt: skip
    assert history((), [typed], LISTS) == ()


def test_nothing_said_is_said_to_be_nothing():
    (event,) = history([replace(AREAS_2025, areas=())], (), LISTS)
    assert event.headline == "No grade given"


WORDS = st.sampled_from(["Good", "Outstanding", "Strong standard", "2", "splendid", ""])
DAYS = st.sampled_from(["", "2010-01-01", "2014-11-12", "2019-03-05", "2024-09-01", "2025-01-21", "2026-01-20"])
SORTS = st.sampled_from(["graded", "ungraded", "monitoring", "report-card"])
FRAMEWORKS = st.sampled_from(["", *(one.code for one in LISTS.frameworks)])
AREA = st.builds(AreaJudgement, st.sampled_from(["quality", "inclusion", "made-up"]), WORDS, WORDS)
PUBLISHED = st.lists(
    st.builds(
        PublishedInspection, st.uuids().map(str), st.just("1"), st.just("1"), FRAMEWORKS, SORTS, st.just(""), DAYS,
        outcome=WORDS, areas=st.lists(AREA, max_size=3).map(tuple),
    ), max_size=6,
)  # fmt: skip
KNOWN = st.lists(
    st.builds(
        KnownInspection, st.uuids().map(str), on=DAYS, kind=st.sampled_from(["graded", "ungraded", EXPECTED]),
        framework=FRAMEWORKS, outcome=WORDS, points=st.just(("A point.",)), deleted=st.booleans(),
        judgements=st.lists(st.builds("{}: {}".format, st.sampled_from(["Inclusion", "Pupils"]), WORDS)).map(tuple),
    ), max_size=5,
)  # fmt: skip


@given(PUBLISHED, KNOWN)
def test_every_inspection_is_there_once_and_in_order(published, typed):
    events = history(published, typed, LISTS)
    assert sorted(one.number for one in events if one.number) == sorted(one.number for one in published)
    living = [one for one in typed if not one.deleted and one.kind != EXPECTED]
    assert sorted(one.typed_id for one in events if one.typed_id) == sorted(one.id for one in living)
    assert [one.on for one in events if one.on] == sorted(one.on for one in events if one.on)
    assert all(not one.on for one in events[sum(bool(event.on) for event in events) :])
    assert all(one.headline for one in events)


@given(PUBLISHED, KNOWN, st.randoms(use_true_random=False))
def test_the_order_in_which_they_came_does_not_matter(published, typed, chance):
    events = history(published, typed, LISTS)
    chance.shuffle(published)
    chance.shuffle(typed)
    assert history(published, typed, LISTS) == events


@given(PUBLISHED, KNOWN)
def test_whatever_was_typed_is_said(published, typed):
    events = {one.typed_id: one for one in history(published, typed, LISTS)}
    for one in typed:
        if one.id in events:
            event = events[one.id]
            assert not one.outcome or event.outcome == one.outcome
            assert event.points == one.points
            said = {area.area: area.words for area in event.areas}
            assert judgements_of(one, LISTS).items() <= said.items()


@given(FRAMEWORKS, FRAMEWORKS, WORDS)
def test_a_word_has_no_place_on_a_scale_it_is_not_of(one, other, word):
    first, second = LISTS.scale_of(one), LISTS.scale_of(other)
    if first and second and word in first.words and word not in second.words:
        assert second.place(word) == len(second.words)
