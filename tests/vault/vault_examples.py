"""A small vault to make, look into and compare."""

from visitapp.store.database import Database
from visitapp.vault import vault
from visitapp.vault.keys import Argon

QUICK = Argon(memory=8192, passes=1)
WORDS = "otter lantern maple quiet bridge"
NEW_WORDS = "zebra canoe violin harbour muffin"
CODE = "K7QD-M2XV-9RTH-WC4N-P810-3JZA"
NEW_CODE = "3JZA-M2XV-9RTH-WC4N-P810-K7QD"
NOTE = "Books show careful redrafting."


def make_database(path, key):
    """Make a database with one note."""
    with Database.create(path, key) as database, database.raw_writer() as raw:
        raw.execute("CREATE TABLE note (seq INTEGER PRIMARY KEY, body TEXT)")
        raw.execute("INSERT INTO note (body) VALUES (?)", (NOTE,))


def make(folder):
    """Make a vault that is quick to unlock."""
    return vault.create(folder, WORDS, CODE, make_database, argon=QUICK)


def notes_of(opened):
    """Return the notes an open vault holds."""
    with Database.open(opened.database, opened.key.raw) as database, database.raw_reader() as raw:
        return [body for (body,) in raw.execute("SELECT body FROM note")]


def every_byte(folder):
    """Return the content of every file in a folder."""
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
