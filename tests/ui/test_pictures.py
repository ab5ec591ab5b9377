"""Pictures of a visit: kept first, then named; drawn, undone, and never gone by accident."""

from dataclasses import replace

import pytest
from picture_files import image, jpeg
from PySide6.QtGui import QImage
from vault_desk import KEY, begin, new_database, open_workspace

from ui.workspace.evidence import COMPOSER, Evidence
from ui.workspace.picture_intake import Job, PictureIntake
from ui.workspace.picture_reading import encode_photo, encode_sketch
from ui.workspace.pictures import Pictures
from visitapp.domain.evidence import Draft
from visitapp.domain.photo import PAPER_NOTES, PHOTO, SKETCH
from visitapp.errors import PictureError, StorageError
from visitapp.store.database import Database


@pytest.fixture
def pictures(desk):
    return Pictures(desk)


def note_of(desk, words="Books: three of seven reach the reasoning question."):
    return Evidence(desk).save(Draft(desk.visit_id, COMPOSER, words))


def kept(pictures, colour="#446688", **fields):
    return pictures.photo(pictures.keep(encode_photo(image(64, 48, colour))), **fields)


def files(folder):
    return [path for path in (folder / "photos").rglob("*") if path.is_file()]


def test_a_picture_file_is_added_to_a_note_by_one_call(desk, pictures):
    note = note_of(desk)
    photo = pictures.add_file(note, jpeg(), "Bar models in three books")
    assert desk.record.photos_of(note.id) == (photo,)
    assert (photo.width, photo.height, photo.caption) == (640, 480, "Bar models in three books")
    assert QImage.fromData(pictures.read(photo)).width() == 640


def test_what_is_no_picture_changes_neither_the_record_nor_the_disk(desk, pictures, tmp_path):
    note = note_of(desk)
    before = desk.record
    with pytest.raises(PictureError):
        pictures.add_file(note, b"nothing like a picture")
    assert desk.record is before
    assert files(tmp_path) == []


def test_a_picture_is_on_the_disk_before_any_record_names_it(desk, pictures, tmp_path):
    photo = kept(pictures)
    assert len(files(tmp_path)) == 1
    assert pictures.all() == []
    pictures.add(note_of(desk), photo)
    assert [one.id for one in pictures.all()] == [photo.id]


def test_a_note_and_its_pictures_are_one_act(workspace, desk, pictures, qtbot):
    photos = (kept(pictures), kept(pictures, "#884422", kind=SKETCH))
    Evidence(desk).save(Draft(desk.visit_id, COMPOSER, "Two pictures", photos=photos))
    assert len(pictures.all()) == 2
    with qtbot.waitSignal(desk.turned):
        desk.undo()
    assert desk.record.notes == ()
    assert pictures.all() == []
    with qtbot.waitSignal(desk.turned):
        desk.redo()
    assert [photo.kind for photo in pictures.all()] == [PHOTO, SKETCH]


@pytest.mark.parametrize(
    ("kinds", "captions", "words"),
    [
        ((PHOTO,), ("Bar models",), "Bar models"),
        ((PHOTO, PHOTO), ("Bar models", "Number lines"), "Bar models\nNumber lines"),
        ((PHOTO,), ("",), "Photo"),
        ((PAPER_NOTES,), (" ",), "Photo of paper notes"),
        ((SKETCH, PHOTO), ("", "Number lines"), "Number lines"),
        ((SKETCH,), ("",), "Sketch"),
    ],
)
def test_a_note_may_be_just_pictures_with_their_captions(desk, pictures, kinds, captions, words):
    photos = tuple(kept(pictures, kind=kind, caption=caption) for kind, caption in zip(kinds, captions, strict=True))
    note = Evidence(desk).save(Draft(desk.visit_id, COMPOSER, " ", photos=photos))
    assert note.text == words
    assert len(desk.record.photos_of(note.id)) == len(kinds)


def test_words_typed_are_the_note_whatever_the_captions_say(desk, pictures):
    photos = (kept(pictures, caption="Bar models"),)
    assert Evidence(desk).save(Draft(desk.visit_id, COMPOSER, "Typed", photos=photos)).text == "Typed"


def test_deleting_a_picture_keeps_its_file_and_undo_brings_it_back(desk, pictures, qtbot, tmp_path):
    note = note_of(desk)
    pictures.add(note, kept(pictures))
    pictures.delete(pictures.all()[0])
    assert pictures.all() == []
    assert len(files(tmp_path)) == 1
    with qtbot.waitSignal(desk.turned):
        desk.undo()
    assert pictures.read(pictures.all()[0])


def test_a_sketch_that_is_changed_has_other_ink_and_undo_the_old(desk, pictures, qtbot):
    pictures.add(note_of(desk), kept(pictures, kind=SKETCH, strokes="1|4:1,1,1"))
    sketch = pictures.all()[0]
    pictures.redraw(sketch, pictures.keep(encode_sketch(image(20, 10))), "1|4:2,2,2")
    assert pictures.find(sketch.id).strokes == "1|4:2,2,2"
    assert pictures.find(sketch.id).width == 20
    with qtbot.waitSignal(desk.turned):
        desk.undo()
    assert pictures.find(sketch.id) == sketch


def test_pictures_waiting_for_their_note_are_there_after_a_restart(tmp_path, qapp):
    with open_workspace(new_database(tmp_path)) as workspace:
        desk = begin(workspace)
        photo = kept(Pictures(desk), caption="My page", kind=PAPER_NOTES)
        desk.keep_draft(Draft(desk.visit_id, COMPOSER, "half a", photos=(photo,)))
        visit_id = desk.visit_id
    with open_workspace(Database.open(tmp_path / "visitapp.db", KEY)) as workspace:
        desk = workspace.open_visit(visit_id)
        assert desk.draft(COMPOSER).photos == (photo,)
        assert Pictures(desk).read(photo)


def test_a_picture_whose_file_is_gone_says_so_and_keeps_its_caption(desk, pictures, tmp_path):
    pictures.add(note_of(desk), kept(pictures, caption="Bar models"))
    for path in files(tmp_path):
        path.unlink()
    with pytest.raises(StorageError, match="your? caption|its caption are safe"):
        pictures.read(pictures.all()[0])
    assert pictures.all()[0].caption == "Bar models"


def test_pictures_come_in_the_order_of_their_notes(desk, pictures):
    first, second = note_of(desk, "one"), note_of(desk, "two")
    pictures.add(second, kept(pictures, caption="b"))
    pictures.add(first, kept(pictures, caption="a"))
    assert [photo.caption for photo in pictures.all()] == ["a", "b"]


def test_pictures_of_a_deleted_note_are_out_of_the_visit(desk, pictures):
    note = note_of(desk)
    pictures.add(note, kept(pictures))
    Evidence(desk).delete(note)
    assert pictures.all() == []


def test_taking_in_does_not_hold_the_window(desk, pictures, qtbot):
    intake = PictureIntake(pictures)
    with qtbot.waitSignal(intake.taken, timeout=20_000) as taken:
        intake.take(Job(jpeg(), PHOTO))
        assert intake.is_busy
    job, found = taken.args
    assert job.kind == PHOTO
    assert pictures.read(pictures.photo(found))
    assert not intake.is_busy


def test_several_come_in_the_order_they_were_given(pictures, qtbot):
    intake, found = PictureIntake(pictures), []
    intake.taken.connect(partial_append(found))
    with qtbot.waitSignals([intake.busy, intake.busy], timeout=20_000):
        for wide in (30, 20, 10):
            intake.take(Job(jpeg(wide, 40), PHOTO))
    assert found == [30, 20, 10]


def partial_append(found):
    def take(_job, kept):
        found.append(kept.width)

    return take


def test_a_bad_one_among_them_does_not_stop_the_others(pictures, qtbot):
    intake, said = PictureIntake(pictures), []
    intake.refused.connect(said.append)
    with qtbot.waitSignal(intake.taken, timeout=20_000):
        intake.take(Job(b"nothing", PHOTO))
        intake.take(Job(jpeg(), PHOTO))
    assert [one[:18] for one in said] == ["Your note is safe."]


def test_nothing_is_heard_of_what_was_stopped(pictures, qtbot, tmp_path):
    intake = PictureIntake(pictures)
    with qtbot.assertNotEmitted(intake.taken, wait=400), qtbot.assertNotEmitted(intake.refused, wait=400):
        intake.take(Job(jpeg(3000, 2000), PHOTO))
        intake.take(Job(jpeg(), PHOTO))
        intake.cancel()
    assert not intake.is_busy
    assert files(tmp_path) == []


def test_a_window_may_close_while_its_picture_is_still_being_read(pictures, qtbot):
    intake = PictureIntake(pictures)
    intake.take(Job(jpeg(), PHOTO))
    with qtbot.waitSignal(intake.destroyed):
        intake.deleteLater()


def test_a_desk_without_a_vault_refuses_pictures_in_a_sentence(desk, pictures):
    desk.photo_files = None
    with pytest.raises(PictureError, match="Your note is safe"):
        kept(pictures)


def test_changed_captions_make_a_picture_usable(desk, pictures):
    pictures.add(note_of(desk), kept(pictures))
    photo = pictures.all()[0]
    assert not photo.usable_in_report
    desk.put("Caption", replace(photo, caption="Bar models"))
    assert pictures.all()[0].usable_in_report
