"""A vault of very many notes, for measuring: rows put in by bulk SQL in one transaction.

Visits, schools and notes stand in their tables as the program would have left them, and the search index is fed by
its own triggers; acts and operations of these notes are left out, since a search never reads them.
"""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import accumulate
from pathlib import Path

from sqlalchemy import Connection

from tests.vault_desk import TODAY, begin, new_database, open_workspace
from visitapp.domain.ids import new_id
from visitapp.store.database import Database

A_VISIT = 60
LARGEST = 5000
_WORDS = 12_000
_KNOWN = (
    "pupils the of and to a in teacher reading phonics mathematics explain because model questions leaders books "
    "fluency retrieval vocabulary curriculum year lesson work they is with for not on well understand misconception "
    "rehearse safeguarding attendance governors behaviour support small group teaching assistant feedback"
)
_SYLLABLES = "ba con de fer gra ing lo men nor per qua re sto tri un ver"
_NOTE = (
    "insert into note (id, visit_id, number, text, marker, source, years, subject, strand, groups, activity, "
    "slot_id, prompt, pinned, private, taken_at, zone, author_id, deleted) "
    "values (?, ?, ?, ?, ?, 'lesson', ?, ?, 'teaching', ?, 'learning-walk', '', '', ?, 0, ?, 'Europe/London', '', ?)"
)
_VISIT = (
    "insert into visit (id, school_id, framework_id, programme, starts_on, ends_on, context, enquiry, agreed_on, "
    "reviewer_id, follows_id, closed, deleted) select ?, ?, framework_id, programme, ?, ?, '', '', '', reviewer_id, "
    "'', 1, 0 from visit where id = ?"
)
_SCHOOL = (
    "insert into school (id, name, urn, phase, local_authority, town, trust, deleted) "
    "values (?, ?, '', 'primary', '', ?, '', 0)"
)


def make_vault(folder: Path, count: int) -> tuple[Database, str]:
    """Make a vault of `count` notes and return it with the id of its newest visit, which holds up to 5,000."""
    database = new_database(folder)
    with open_workspace(database) as workspace:
        visit_id = begin(workspace).visit_id
        workspace.flush()
    database = Database.open(folder / "visitapp.db", bytes(range(48)))
    with database.transaction() as session:
        _fill(session.connection(), visit_id, count)
    database.checkpoint()
    return database, visit_id


def words() -> list[str]:
    """Return the words notes are made of, the commonest first."""
    chance = random.Random(7)
    made = {"".join(chance.choices(_SYLLABLES.split(), k=chance.randint(2, 4))) for _ in range(_WORDS)}
    return [*_KNOWN.split(), *sorted(made)]


def _fill(connection: Connection, visit_id: str, count: int) -> None:
    chance, vocabulary = random.Random(11), words()
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(vocabulary))))
    largest = min(count, LARGEST)
    earlier = [(new_id(), A_VISIT) for _ in range((count - largest) // A_VISIT)]
    for number, (other, _size) in enumerate(earlier):
        day = (TODAY - timedelta(days=len(earlier) - number)).date().isoformat()
        school = f"school-{number % 550}"
        if number < 550:
            connection.exec_driver_sql(_SCHOOL, (school, f"Quillmoor {number} Primary", f"Town {number}"))
        connection.exec_driver_sql(_VISIT, (other, school, day, day, visit_id))
    for number, (one, size) in enumerate([*earlier, (visit_id, largest)]):
        first = TODAY.replace(hour=7) - timedelta(days=len(earlier) - number)
        connection.exec_driver_sql(_NOTE, list(_notes(chance, vocabulary, weights, one, size, first)))


def _notes(
    chance: random.Random, vocabulary: list[str], weights: list[float], visit_id: str, size: int, first: datetime
) -> Iterator[tuple[object, ...]]:
    for number in range(1, size + 1):
        picked = chance.choices(vocabulary, cum_weights=weights, k=min(90, 8 + int(chance.expovariate(1 / 22))))
        yield (
            new_id(),
            visit_id,
            number,
            " ".join(picked).capitalize() + ".",
            ("strength", "develop", "", "risk")[number % 4],
            f'["y{1 + number % 6}"]',
            ("mathematics", "reading", "phonics")[number % 3],
            '["send"]' if number % 3 == 0 else "[]",
            number % 50 == 0,
            (first + number * timedelta(seconds=25)).isoformat(timespec="seconds"),
            number % 97 == 0,
        )
