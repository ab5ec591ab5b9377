"""The program is killed while somebody types: no note that was called saved is missing, and no more than a moment's
typing. VISITAPP_KILLS says how often (5 when not said)."""

import json
import os
import random
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from picture_files import image
from vault_desk import PRIMARY, TODAY

from ui.parts.composer import Composer
from ui.workspace.opening import load_library, open_here
from ui.workspace.visits import NewVisit
from ui.workspace.workspace import Workspace
from visitapp.domain.change import Act, created
from visitapp.domain.ids import new_id
from visitapp.domain.visit import Reviewer, School
from visitapp.store import operations, schema
from visitapp.store.database import Database
from visitapp.vault import vault
from visitapp.vault.keys import Argon

ROOT = Path(__file__).parents[2]
WORDS = "otter lantern maple quiet bridge"
CODE = "K7QD-M2XV-9RTH-WC4N-P810-3JZA"
KILLS = int(os.environ.get("VISITAPP_KILLS", "5"))
MOST_LOST_SECONDS = 1.0
ACTIVITIES = ("type", "undo", "search", "photo", "export")


@dataclass(frozen=True)
class Standing:
    """What a visit holds: the texts of its notes, what stands in the composer, and where the caret is."""

    notes: tuple[str, ...]
    draft: str
    caret: int = 0

    @property
    def written(self) -> str:
        """Everything written, in order, a line a note."""
        return "\n".join((*self.notes, self.draft))


@dataclass(frozen=True)
class Told:
    """What the killed program had said: notes acknowledged, and what was painted, each with its moment."""

    acknowledged: int
    painted: tuple[tuple[float, str], ...]


@dataclass(frozen=True)
class Lost:
    """What one kill cost: acknowledged notes, painted letters, and the age of the oldest of these, in seconds."""

    notes: int
    letters: int
    seconds: float


@pytest.fixture
def vault_with_two_visits(tmp_path, qapp):
    folder = tmp_path / "vault"
    image().save(str(tmp_path / "picture.png"))
    vault.create(folder, WORDS, CODE, make_database, argon=Argon(memory=8192, passes=1))
    with opened(folder) as workspace:
        visits = tuple(begun(workspace, name) for name in ("Sallowfield Primary School", "Tidewell Primary School"))
    return folder, visits


def make_database(path, key):
    with Database.create(path, key) as database, database.transaction() as session:
        schema.create(session)
        operations.record(session, Act("Reviewer set", created(Reviewer(new_id(), "A. Reviewer"))), TODAY)


@contextmanager
def opened(folder):
    found = open_here(folder, WORDS)
    workspace = Workspace(found.database, found.library)
    try:
        yield workspace
    finally:
        assert workspace.close()
        found.lock.release()


def begun(workspace, name):
    today = datetime.now(UTC).astimezone().date().isoformat()
    new = NewVisit(load_library().find(PRIMARY), School(f"school-{name}", name, phase="primary"), today)
    visit_id = workspace.visits.begin(new).visit_id
    assert workspace.flush()
    return visit_id


@pytest.fixture
def waiting_child():
    """Give a way to start a child that loads everything and then waits to be told what to open."""
    started = []

    def start():
        command = [sys.executable, str(ROOT / "tests/ui/typing_child.py")]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        started.append(subprocess.Popen(command, **pipes, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}))
        return started[-1]

    yield start
    for child in started:
        child.kill()
        child.communicate()


def typed_until_killed(child, folder, visit_id, number, after):
    """Have a child type in a visit, kill it `after` seconds of typing, and return all it said and when it died."""
    try:
        activity = ACTIVITIES[number % len(ACTIVITIES)]
        told = json.dumps([str(folder), WORDS, visit_id, number, is_long(number), activity])
        child.stdin.write(told.encode() + b"\n")
        child.stdin.flush()
        first = child.stdout.readline()
        time.sleep(after)
        assert child.poll() is None, "the child ended by itself"
    finally:
        child.kill()
        killed = time.time()
    rest, _ = child.communicate()
    lines = (first + rest).splitlines(keepends=True)
    return [json.loads(line) for line in lines if line.endswith(b"\n")], killed


def heard(said, before):
    """Return what a child told, with the texts of earlier notes put before what it painted."""
    notes = list(before.notes)
    notes += [one["text"] for one in said if one["kind"] == "entered"]
    painted = [one for one in said if one["kind"] in ("ready", "painted")]
    return Told(
        len(before.notes) + max((one["notes"] for one in said if one["kind"] == "acknowledged"), default=0),
        tuple((one["at"], "\n".join((*notes[: one["notes"]], one["text"]))) for one in painted),
    )


def shown(folder, visits):
    """Open the vault anew and return what each visit holds and its composer shows, one after the other."""
    with opened(folder) as workspace:
        return {visit_id: _shown(workspace, visit_id) for visit_id in visits}


def _shown(workspace, visit_id):
    desk = workspace.open_visit(visit_id)
    composer = Composer(desk)
    box = composer.box
    return Standing(tuple(note.text for note in desk.record.notes), box.toPlainText(), box.textCursor().position())


def lost(told, found, killed):
    """Compare what was painted with what was found; both grow only at their end."""
    last = told.painted[-1][1]
    assert last.startswith(found.written) or found.written.startswith(last), (last[-200:], found.written[-200:])
    gone = [at for at, text in told.painted if len(text) > len(found.written)]
    return Lost(
        max(0, told.acknowledged - len(found.notes)),
        max(0, len(last) - len(found.written)),
        killed - gone[0] if gone else 0.0,
    )


def is_whole(folder):
    """Return whether every page of the database is sound."""
    key = vault.unlock(folder, WORDS).key.raw
    with Database.open(folder / "vault.db", key) as database, database.raw_reader() as raw:
        return raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_nothing_called_saved_is_lost_when_the_program_is_killed(vault_with_two_visits, waiting_child, capsys):
    folder, visits = vault_with_two_visits
    chance = random.Random(20251120)
    child, standing, costs = waiting_child(), shown(folder, visits), []
    for number in range(KILLS):
        typed, other = visits[number % 2], visits[(number + 1) % 2]
        after = chance.uniform(1.3, 1.7) if is_long(number) else chance.uniform(0.1, 1.7)
        said, killed = typed_until_killed(child, folder, typed, number, after)
        child = waiting_child()  # it loads while this one's remains are looked at
        found = shown(folder, visits)
        assert said[0]["text"] == standing[typed].draft
        assert found[other] == standing[other]
        assert found[typed].caret == len(found[typed].draft)
        costs.append(lost(heard(said, standing[typed]), found[typed], killed))
        standing = found
    assert is_whole(folder)
    if "VISITAPP_KILLS" in os.environ:
        with capsys.disabled():
            print(f"\n{summed_up(costs, standing)}")
    assert any(one.written.strip() for one in standing.values())
    assert sum(cost.notes for cost in costs) == 0
    assert max(cost.seconds for cost in costs) <= MOST_LOST_SECONDS


def is_long(number):
    """Return whether the child types one long note this time: it must be kept long before Enter."""
    return number % 4 >= 2


def summed_up(costs, standing):
    notes = sum(len(one.notes) for one in standing.values())
    slowest = max(cost.seconds for cost in costs) * 1000
    return (
        f"{len(costs)} kills, {notes} notes: {sum(cost.notes for cost in costs)} saved notes lost, at worst "
        f"{max(cost.letters for cost in costs)} letters and {slowest:.0f} ms of typing, "
        f"in {sum(cost.letters > 0 for cost in costs)} kills anything at all"
    )
