"""What is listed as recently deleted, and what comes back with it."""

from sample_records import begun, changed, holding, library, without

from visitapp.domain.deleted import Deletion, recently_deleted, restored
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding
from visitapp.domain.photo import Photo
from visitapp.domain.visit import Slot


def empty():
    return begun(library().find("llpr-primary@2024-25"))


def gone(kind, record_id, act="act-1", at="2025-11-20T10:42:00+00:00", *, undone=False):
    return Deletion(kind, record_id, act, at, undone)


def listed(record, *deletions):
    return [one.entity.id for one in recently_deleted(record, deletions)]


WALK = Slot("walk", "visit", 1, 600, 690, "learning-walk")
LESSONS = tuple(Slot(code, "visit", 1, 600, 620, "learning-walk", part_of="walk") for code in ("y3", "y4"))


def test_what_is_deleted_now_is_listed_the_latest_first():
    record = holding(empty(), Note("n1", "visit", 1, "One"), Note("n2", "visit", 2, "Two"), Finding("f", text="F"))
    record = without(without(record, "note", "n1", "n2"), "finding", "f")
    assert listed(record, gone("finding", "f"), gone("note", "n2"), gone("note", "n1")) == ["f", "n2", "n1"]


def test_what_was_restored_since_is_not_listed():
    record = holding(empty(), Note("n1", "visit", 1, "One"))
    assert listed(record, gone("note", "n1")) == []


def test_deleted_twice_is_listed_once_with_the_latest_time():
    record = without(holding(empty(), Note("n1", "visit", 1, "One")), "note", "n1")
    found = recently_deleted(record, (gone("note", "n1", at="later"), gone("note", "n1", at="earlier")))
    assert [one.deletion.at for one in found] == ["later"]


def test_what_says_nothing_is_not_listed():
    record = without(holding(empty(), Note("n1", "visit", 1, " "), Finding("f")), "note", "n1")
    assert listed(without(record, "finding", "f"), gone("note", "n1"), gone("finding", "f")) == []


def test_lessons_are_listed_with_the_activity_they_went_with():
    record = without(holding(empty(), WALK, *LESSONS), "slot", "walk", "y3", "y4")
    (found,) = recently_deleted(record, [gone("slot", code) for code in ("walk", "y3", "y4")])
    assert (found.entity.id, [one.id for one in found.inside]) == ("walk", ["y3", "y4"])
    assert {one.id for one in record.with_changes(restored(record, found)).slots} == {"walk", "y3", "y4"}


def test_a_lesson_that_went_by_itself_is_listed_by_itself_and_brings_its_activity_back():
    record = without(holding(empty(), WALK, *LESSONS), "slot", "walk", "y3", "y4")
    deletions = [gone("slot", "walk", "act-2"), gone("slot", "y4", "act-2"), gone("slot", "y3", "act-1")]
    first, second = recently_deleted(record, deletions)
    assert ([one.id for one in first.inside], second.entity.id) == (["y4"], "y3")
    assert {one.id for one in record.with_changes(restored(record, second)).slots} == {"walk", "y3"}


def test_a_picture_brings_its_note_back():
    record = holding(empty(), Note("n1", "visit", 1, "One"), Photo("p", "visit", "n1", "ab" * 32))
    record = without(without(record, "note", "n1"), "photo", "p")
    (picture,) = recently_deleted(record, [gone("photo", "p")])
    after = record.with_changes(restored(record, picture))
    assert [one.id for one in after.notes] == ["n1"]
    assert after.photos_of("n1")


def test_a_thing_whose_kind_has_no_shelf_yet_is_left_out():
    assert listed(empty(), gone("note", "never")) == []


def test_restoring_leaves_everything_else_as_it_was():
    record = holding(empty(), Note("n1", "visit", 1, "One", groups=("send",), pinned=True))
    hidden = changed(record, "note", "n1", deleted=True)
    (found,) = recently_deleted(hidden, [gone("note", "n1")])
    assert hidden.with_changes(restored(hidden, found)).shelves == record.shelves
