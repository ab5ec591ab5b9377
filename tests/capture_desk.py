"""A visit on a real desk, over a real database, with a small programme made by hand."""

from dataclasses import replace
from datetime import UTC, datetime

from tests_support import bare_framework

from ui.workspace.desk import Desk
from ui.workspace.events import WriterEvents
from visitapp.domain.change import Act, created
from visitapp.domain.evidence import Note
from visitapp.domain.framework import Activity, Framework, Marker, Prompt, Strand, Term, Vocabulary
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import FrozenFramework, School, Slot, Visit
from visitapp.store import operations, schema
from visitapp.store.database import Database
from visitapp.store.drafts import drafts_of
from visitapp.store.writer import Writer

VISIT = "visit-1"
NOW = datetime(2025, 11, 20, 10, 42).astimezone(UTC)


def vocabulary(code, *terms):
    """Return a closed list."""
    return Vocabulary(code, "1", code.title(), "", terms)


SOURCES = vocabulary(
    "sources",
    Term("lesson", "Lesson visit", "Lesson visit", ("lv",), "door-open", common=True),
    Term("work", "Work sample", "Work sample", ("work",), "notebook-text", common=True),
    Term("pupils", "Pupil voice", "Pupil voice", ("pv",), "message-square-quote", "voice", common=True),
    Term("staff", "Staff view", "Staff view", ("sv",), "users", "voice"),
    Term("document", "Document", "Document", ("doc",), "file-text", common=True),
)
YEARS = vocabulary(
    "years",
    Term("r", "Reception", "R", ("r",)),
    *(Term(f"y{n}", f"Year {n}", f"Y{n}", (f"y{n}",)) for n in range(1, 7)),
)
SUBJECTS = vocabulary(
    "subjects",
    Term("reading", "Reading", "Read", ("re",), common=True),
    Term("writing", "Writing", "Write", ("wr",), common=True),
    Term("mathematics", "Mathematics", "Maths", ("ma", "maths"), common=True),
    Term("phonics", "Phonics", "Phon", ("ph",), common=True),
    Term("science", "Science", "Sci", ("sci",)),
    Term("wider", "Wider curriculum", "Wider", ("wider",)),
)
GROUPS = vocabulary(
    "groups",
    Term("send", "Pupils with SEND", "SEND", ("send",), common=True),
    Term("disadvantaged", "Disadvantaged pupils", "Disadv.", ("pp",), common=True),
    Term("eal", "Pupils with EAL", "EAL", ("eal",), common=True),
    Term("social-care", "Pupils known to social care", "Social care", ("sc",)),
    Term("higher", "Higher prior attainers", "Higher prior", ("hp",)),
)
STRANDS = tuple(
    Strand(code, label, label, tag)
    for code, label, tag in (
        ("teaching", "Teaching", "tch"),
        ("standards", "Standards", "std"),
        ("inclusion", "Inclusion", "inc"),
        ("leadership", "Leadership", "lead"),
        ("governance", "Governance", "gov"),
        ("safeguarding", "Safeguarding", "safe"),
    )
)
MARKERS = (
    Marker("strength", "Strength", "Strength", "strength", "circle-plus", "+", "S", "strength"),
    Marker("development", "Development", "Develop", "develop", "circle-arrow-up", "-", "D", "development"),
    Marker("risk", "Risk", "Risk", "risk", "triangle-alert", "!", "R", "risk"),
    Marker("question", "Question to follow up", "Ask", "query", "circle-question-mark", "?", "A"),
)
WALK = Activity(
    "walk",
    "Learning walk",
    "Learning walk",
    "footprints",
    "To see what pupils are learning, and whether what leaders say is what happens in classrooms.",
    (
        Prompt("purpose", "What are pupils learning, and do they know why?"),
        Prompt("recall", "Do pupils recall what came before?"),
        Prompt("send", "Do pupils with SEND learn the same ambitious content?"),
        Prompt("checks", "Do checks on understanding change the teaching?"),
        Prompt("models", "Are models and images used consistently?"),
    ),
    people="Subject leader",
    fallback="Walk with the deputy headteacher and speak to the leader later.",
    lessons=True,
    source="lesson",
    strand="teaching",
)
VOICE = Activity(
    "voice",
    "Pupil conversation",
    "Pupil voice",
    "message-square-quote",
    "To hear from pupils what they remember and how they are helped.",
    (Prompt("enjoy", "What do pupils say helps them learn?"),),
    people="Six pupils from two year groups",
    source="pupils",
    strand="inclusion",
)
LEADERS = Activity(
    "leaders",
    "Meeting with leaders",
    "Leaders",
    "users",
    "To agree what the school knows about itself.",
    (Prompt("know", "How do leaders know?"),),
    people="Headteacher",
    source="staff",
    strand="leadership",
)


def capture_framework() -> Framework:
    """Return a programme with three activities and four markers."""
    return replace(
        bare_framework(),
        strands=STRANDS,
        activities=(LEADERS, WALK, VOICE),
        markers=MARKERS,
        coverage_years=("r", "y1", "y2", "y3", "y4", "y5", "y6"),
        coverage_subjects=("reading", "writing", "mathematics", "phonics", "science", "wider"),
        vocabularies={"sources": SOURCES, "years": YEARS, "subjects": SUBJECTS, "groups": GROUPS},
    )


def clock(hours, minutes):
    """Return minutes from midnight."""
    return hours * 60 + minutes


def slot(code, starts, ends, activity, **more):
    """Return a piece of the day."""
    return Slot(code, VISIT, 1, starts, ends, activity, **more)


PLAN = (
    slot("leaders", clock(9, 0), clock(9, 45), "leaders", place="Office", people="Headteacher"),
    slot("walk", clock(10, 0), clock(11, 30), "walk", people="Mathematics lead"),
    slot("y3", clock(10, 5), clock(10, 25), "walk", years=("y3",), subject="mathematics", part_of="walk"),
    slot(
        "y4", clock(10, 25), clock(10, 45), "walk", place="Room 7", people="with the mathematics lead",
        years=("y4",), subject="mathematics", groups=("send",), part_of="walk",
    ),
    slot("y2", clock(10, 45), clock(11, 5), "walk", place="Room 3", years=("y2",), subject="phonics", part_of="walk"),
    slot("y6", clock(11, 5), clock(11, 25), "walk", place="Room 9", years=("y6",), subject="reading", part_of="walk"),
    slot("lunch", clock(12, 0), clock(12, 45), "", title="Lunch"),
    slot("voice", clock(13, 0), clock(13, 40), "voice", place="Library"),
)  # fmt: skip


def at(hours, minutes, seconds=0):
    """Return a local time of the visit's day as the record keeps it."""
    return datetime(2025, 11, 20, hours, minutes, seconds).astimezone(UTC).isoformat(timespec="seconds")


def note(number, hours, minutes, text, **more):
    """Return a note of the mathematics lesson."""
    plain = {
        "source": "lesson", "years": ("y4",), "subject": "mathematics", "strand": "teaching", "activity": "walk",
        "slot_id": "y4", "taken_at": at(hours, minutes),
    }  # fmt: skip
    return Note(f"note-{number:04}", VISIT, number, text, **{**plain, **more})


def some_notes(count):
    """Return notes taken through the morning, oldest first."""
    markers = ("strength", "development", "", "risk")
    return tuple(
        note(
            n + 1,
            9 + n // 300,
            n // 5 % 60,
            f"Note {n + 1}: pupils explain how the bar model shows why the whole stays the same. " * (1 + n % 3),
            marker=markers[n % 4],
            years=(f"y{1 + n % 6}",),
            groups=("send",) if n % 3 == 0 else (),
            slot_id="y4" if n % 2 else "y3",
            prompt="recall" if n % 5 == 0 else "",
            taken_at=at(9 + n // 300, n // 5 % 60, n % 60),
        )
        for n in range(count)
    )


class OpenDesk:
    """A vault with one visit on the desk; `now` can be set forward."""

    def __init__(self, folder, framework=None, slots=PLAN, notes=(), starts_on="2025-11-20", notes_on_disk=True):
        self.now = NOW
        self.framework = framework or capture_framework()
        self.database = Database.create(folder / "visitapp.db", bytes(range(48)))
        self.school = School("school-1", name="Sallowfield Primary School")
        kept = FrozenFramework("framework-1", "walk", "1", "{}")
        self.visit = Visit(VISIT, self.school.id, kept.id, starts_on=starts_on, ends_on=starts_on)
        self._record(self.school, kept, self.visit, *slots, *(notes if notes_on_disk else ()))
        self.shelves = {
            "visit": {VISIT: self.visit},
            "school": {self.school.id: self.school},
            "slot": {one.id: one for one in slots},
            "note": {one.id: one for one in notes},
        }
        self.writer = None
        self.desk = self.lay()

    def lay(self):
        """Put the visit on the desk, as a fresh start of the program would; its drafts come from disk."""
        shelves = self.desk.record.shelves if self.writer else self.shelves
        self.put_away()
        with self.database.reading() as session:
            kept = drafts_of(session, VISIT)
        self.events = WriterEvents()
        self.writer = Writer(self.database, self.events)
        self.desk = Desk(VisitRecord(self.framework, VISIT, shelves), self.writer, self.events, self.moment, kept)
        return self.desk

    def moment(self):
        """Return the moment the visit believes it is."""
        return self.now

    def put_away(self):
        """Commit everything."""
        if self.writer:
            self.desk.leave()
            assert self.writer.stop()

    def close(self):
        """Commit everything and let the vault go."""
        self.put_away()
        self.database.close()

    def _record(self, *entities):
        with self.database.transaction() as session:
            schema.create(session)
            changes = tuple(change for one in entities for change in created(one))
            operations.record(session, Act("Visit begun", changes), NOW)
