"""The one thread that writes: in order, nothing lost, "saved" only when it is."""

import threading
from datetime import UTC, datetime
from time import monotonic

import pytest
from vault_desk import new_database

from visitapp.domain.change import Act, created
from visitapp.domain.evidence import Draft, Note
from visitapp.errors import StorageError
from visitapp.store import drafts, operations, writer
from visitapp.store.writer import Writer

NOW = datetime(2025, 11, 20, 10, 42, tzinfo=UTC)


class Ear:
    """Keeps what it is told."""

    def __init__(self):
        self.saved_at, self.refused = [], []

    def saved(self, at):
        self.saved_at.append(at)

    def save_failed(self, sentence):
        self.refused.append(sentence)


@pytest.fixture
def database(tmp_path):
    with new_database(tmp_path) as database:
        yield database


def kept(database):
    with database.reading() as session:
        return [draft.text for draft in drafts.drafts_of(session, "visit")]


def composer(text):
    return Draft("visit", "composer", text)


def note_saved(session):
    note = Note("n1", "visit", 1, "x")
    operations.record(session, Act("Note saved", created(note), "visit"), NOW)
    drafts.drop_draft(session, "visit", "composer")


@pytest.mark.parametrize("waiting", [0, 1, 2])
def test_letters_typed_while_a_note_waits_for_the_disk_are_kept(database, waiting):
    busy, gate = Writer(database, Ear()), threading.Event()
    busy.submit(lambda session: gate.wait(5))
    for _ in range(waiting):
        busy.submit(lambda session: None)
    busy.forget_draft("visit", "composer")
    busy.submit(note_saved)
    busy.keep_draft(composer("the next note"))
    gate.set()
    assert busy.stop()
    assert kept(database) == ["the next note"]


def test_of_many_drafts_of_a_box_the_newest_is_kept(database):
    busy = Writer(database, Ear())
    for length in range(1, 40):
        busy.keep_draft(composer("x" * length))
    assert busy.stop()
    assert kept(database) == ["x" * 39]


def test_jobs_are_committed_in_the_order_they_came_and_told_of_after(database):
    order, busy = [], Writer(database, Ear())
    for number in range(20):
        busy.submit(lambda session, number=number: number, order.append)
    assert busy.stop()
    assert order == list(range(20))


def test_saved_is_said_once_nothing_is_left(database):
    ear = Ear()
    busy = Writer(database, ear)
    busy.keep_draft(composer("text"))
    assert busy.stop()
    assert len(ear.saved_at) == 1


def test_however_quickly_letters_come_they_are_written_in_between(database):
    ear, end = Ear(), monotonic() + 5
    typing = Writer(database, ear)
    while not kept(database) and monotonic() < end:
        typing.keep_draft(composer("still typing"))
    assert kept(database) == ["still typing"]
    typing.stop()


def test_a_draft_sealed_while_its_commit_was_refused_does_not_come_back(database, monkeypatch):
    monkeypatch.setattr(writer, "_RETRY_SECONDS", 0.01)
    refusing, asked = threading.Event(), threading.Event()

    class Full:
        def transaction(self):
            asked.set()
            if not refusing.wait(0.2):
                raise StorageError("The disk is full.")
            return database.transaction()

    ear = Ear()
    busy = Writer(Full(), ear)
    busy.keep_draft(composer("old text"))
    assert asked.wait(5)
    busy.forget_draft("visit", "composer")
    busy.submit(note_saved)
    refusing.set()
    assert busy.stop()
    assert kept(database) == []


def test_a_bug_in_a_job_is_not_hidden(database):
    ear = Ear()
    busy = Writer(database, ear)

    def broken(session):
        raise ZeroDivisionError

    with _ignored_thread_fault():
        busy.submit(broken)
        with pytest.raises(ZeroDivisionError):
            busy.stop()
    assert ear.refused == ["What you typed is still on the screen, but it could not be saved. Copy it now."]


def _ignored_thread_fault():
    """Let the thread end with its fault, as it would in the program, without the runner counting it."""

    class Quiet:
        def __enter__(self):
            self.before, threading.excepthook = threading.excepthook, lambda args: None

        def __exit__(self, *_):
            threading.excepthook = self.before

    return Quiet()
