"""Pictures in the record, and which a report may use."""

import pytest
from tests_support import bare_framework

from visitapp.domain.change import Change, created, removed
from visitapp.domain.evidence import Note
from visitapp.domain.framework import PhotoRules
from visitapp.domain.photo import Photo
from visitapp.domain.record import VisitRecord
from visitapp.frameworks.freezing import freeze, thaw


def record_with(*entities):
    empty = VisitRecord(bare_framework(), "visit", {})
    return empty.with_changes([change for one in entities for change in created(one)])


def photo(number, note_id="n1", **fields):
    return Photo(f"p{number}", "visit", note_id, "ab" * 32, taken_at=f"2025-11-20T10:0{number}:00+00:00", **fields)


def test_the_pictures_of_a_note_come_in_the_order_they_were_added():
    record = record_with(Note("n1"), photo(2), photo(1), photo(3, "n2"))
    assert [one.id for one in record.photos_of("n1")] == ["p1", "p2"]
    assert [one.id for one in record.photos_of("n2")] == ["p3"]


def test_a_note_without_pictures_has_none():
    assert record_with(Note("n1")).photos_of("n1") == ()


def test_a_deleted_picture_is_gone_until_it_is_brought_back():
    record = record_with(photo(1))
    gone = record.with_changes(removed([photo(1)]))
    assert gone.photos_of("n1") == ()
    assert gone.with_changes([Change("photo", "p1", "deleted", False)]).photos_of("n1") == (photo(1),)


@pytest.mark.parametrize(
    ("fields", "usable"),
    [
        ({"caption": "Bar models in three books"}, True),
        ({"caption": ""}, False),
        ({"caption": "  \n"}, False),
        ({"caption": "x", "deleted": True}, False),
    ],
)
def test_a_report_may_use_a_picture_only_with_a_caption(fields, usable):
    assert photo(1, **fields).usable_in_report is usable


def test_a_picture_without_a_file_is_never_usable():
    assert not Photo("p1", caption="Words").usable_in_report


def test_photos_are_off_in_a_framework_that_says_nothing():
    assert bare_framework().photos == PhotoRules(False, False, "")


def test_a_copy_of_a_framework_frozen_before_there_were_photos_has_them_off():
    frozen = freeze(bare_framework()).replace('"photos":{"paper_notes":false,"pupils_work":false,"reason":""},', "")
    assert "photos" not in frozen
    assert thaw(frozen).photos == PhotoRules()
