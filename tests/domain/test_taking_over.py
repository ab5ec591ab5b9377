"""Last year's actions come back: which of them, as they were, and the same on every device."""

from hypothesis import given
from hypothesis import strategies as st
from sample_records import begun, holding, library

from visitapp.domain.change import created
from visitapp.domain.finding import Action, Finding
from visitapp.domain.taking_over import not_taken_over, still_open, taken_over

STATES = ("", "started", "done", "stopped")


def earlier(*records):
    return holding(begun(next(iter(library().frameworks))), *records)


def test_an_action_comes_back_as_it_was_and_not_judged():
    finding = Finding("f", "visit", "develop", text="Models differ.")
    agreed = Action(
        "a", "visit", "Use models", "f", "now", "Lead", "Meet", "2026-01-05", "Same models", 4.0, "started", "Begun",
        first_step_due="2025-12-01", first_step_done=True, replied_on="2025-12-02", replied_by="Head",
    )  # fmt: skip
    (copy,) = taken_over(earlier(finding, agreed), "new")
    assert (copy.id, copy.visit_id, copy.earlier_id, copy.because) == ("new:a", "new", "a", "Models differ.")
    kept = ("text", "urgency", "owner", "first_step", "due", "measure", "status", "reply")
    kept += ("first_step_due", "first_step_done", "replied_on", "replied_by", "finding_id")
    assert [getattr(copy, name) for name in kept] == [getattr(agreed, name) for name in kept]
    assert (copy.verdict, copy.verdict_note) == ("", "")


def test_an_action_without_words_stays_behind():
    assert taken_over(earlier(Action("a", "visit", " ")), "new") == ()


def test_what_was_itself_taken_over_comes_back_only_when_carried_on_and_not_finished():
    before = [
        Action("carried", "visit", "Go on", earlier_id="x", carried=True, verdict="partly", because="Long ago"),
        Action("left", "visit", "Leave", earlier_id="y", verdict="met"),
        Action("done", "visit", "Finished", earlier_id="z", carried=True, status="done"),
    ]
    (copy,) = taken_over(earlier(*before), "new")
    assert (copy.earlier_id, copy.because, copy.verdict) == ("carried", "Long ago", "")


def test_what_is_agreed_now_stands_before_what_is_carried_on():
    before = earlier(
        Action("b", "visit", "Second", position=2.0),
        Action("a", "visit", "First", position=1.0),
        Action("c", "visit", "Old", position=0.5, earlier_id="x", carried=True),
    )
    assert [one.earlier_id for one in taken_over(before, "new")] == ["a", "b", "c"]
    assert [one.id for one in still_open(before)] == ["a", "b", "c"]


@given(st.lists(st.tuples(st.sampled_from(STATES), st.booleans(), st.booleans()), max_size=6))
def test_two_devices_take_over_the_same_and_nothing_twice(found):
    before = earlier(
        *(
            Action(f"a{n}", "visit", f"Do {n}", position=float(n), status=status, carried=on, earlier_id="x" * was)
            for n, (status, on, was) in enumerate(found)
        )
    )
    first = taken_over(before, "new")
    assert first == taken_over(before, "new")
    empty = begun(before.framework)
    after = empty.with_changes(change for one in taken_over(before, empty.visit_id) for change in created(one))
    assert len(not_taken_over(empty, before)) == len(first)
    assert not_taken_over(after, before) == ()
    agreed_before = {one.id for one in before.actions}
    assert agreed_before <= {one.earlier_id for one in first}
    assert after.actions == ()
