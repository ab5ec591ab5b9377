"""A small programme made by hand, and a desk on a real database for the pages of a visit."""

from contextlib import contextmanager
from datetime import UTC, datetime

from ui.workspace.desk import Desk
from ui.workspace.events import WriterEvents
from visitapp.domain.change import Act, created
from visitapp.domain.framework import (
    Activity,
    Check,
    ChecklistGroup,
    ChecklistItem,
    Decision,
    DecisionOption,
    Enquiry,
    Field,
    FindingKind,
    Framework,
    Judgement,
    Marker,
    Option,
    PlanRule,
    Prompt,
    Recipient,
    Section,
    Strand,
    Term,
    Vocabulary,
)
from visitapp.domain.visit import FrozenFramework, Reviewer, School, Visit
from visitapp.store import drafts, operations, schema, visits
from visitapp.store.database import Database
from visitapp.store.writer import Writer

VISIT = "visit-1"
NOW = datetime(2025, 11, 20, 10, 42, tzinfo=UTC)


def activity(code, title, short, icon, minutes, **more):
    return Activity(code, title, short, icon, f"Why {title}", (Prompt("p", "Ask"),), minutes=minutes, **more)


ACTIVITIES = (
    activity("leaders", "Leadership discussion", "Leaders", "users", (60, 60), people="Headteacher"),
    activity("walk", "Learning walk", "Learning walk", "footprints", (90, 150), lessons=True, source="lesson"),
    activity("governance", "Governance", "Governance", "landmark", (45, 45)),
    activity("safeguarding", "Safeguarding: one element", "Safeguarding", "shield-check", (30, 30)),
    activity("summary", "Summary discussion", "Summary", "presentation", (60, 60)),
    activity("voice", "Pupil voice", "Pupil voice", "message-square-quote", (30, 30), required=False),
    activity("work", "Work sample", "Work sample", "notebook-text", (30, 30), required=False),
)
RULES = (
    PlanRule("five", "time-on-site", "At least five hours on site", minutes=300),
    PlanRule("agreed", "agreed-before", "Agreed a week or more before", days=7),
    PlanRule("rooms", "lessons-planned", "Classrooms visited", activity="walk"),
    PlanRule("groups", "groups-in-lessons", "Vulnerable groups in the walk", activity="walk"),
    PlanRule("governor", "people-at", "Governor at the summary", activity="summary", words=("governor", "chair")),
)
SECTIONS = (
    Section("context", "Context", words=(80, 120), guidance="Say in a few lines what the visit was about."),
    Section("risks", "Significant risks", "i", "Commentary", words=(60, 100), findings=("risk",)),
    Section("teaching", "Teaching and learning", "iii", "Commentary", words=(100, 140), strands=("tch",)),
    Section(
        "standards",
        "Standards",
        "iv",
        "Commentary",
        words=(100, 160),
        fields=(Field("ks2", "Expected key stage 2 combined"),),
    ),
    Section("findings", "Main findings", findings=("strength", "develop"), headed=True, decision=True, prose=False),
    Section("actions", "Actions", actions=True, prose=False),
)
CHECKS = (
    Check("standards", "field-filled", "Expected key stage 2 combined", "standards", words=("ks2",)),
    Check("governance", "mentions", "Impact of governance", "teaching", words=("governor", "governance")),
    Check("steps", "actions-have-first-step", "A first step for every action"),
    Check("context", "section-written", "Context is written", "context"),
    Check("evidence", "findings-supported", "Every judgement has evidence", required=False),
    Check("decided", "decision-made", "Clear statement on support"),
)
PREPARATION = (
    ChecklistGroup(
        "What the authority holds",
        (
            ChecklistItem("inspection", "Last inspection report", "What was to improve?"),
            ChecklistItem("earlier", "Earlier visit reports"),
            ChecklistItem("results", "Key stage 2 combined"),
        ),
    ),
    ChecklistGroup(
        "What the school shares",
        (ChecklistItem("sef", "Self-evaluation"), ChecklistItem("plan", "Improvement plan", required=False)),
    ),
)
FRONT = (
    Field("school", "School", default="school.name", required=True),
    Field("date", "Date of visit", "date", default="visit.starts_on"),
    Field("head", "Headteacher", "person", required=True),
    Field("type", "Kind of visit", "choice", (Option("annual", "Annual"), Option("extra", "Additional"))),
    Field("purpose", "Purpose", "long"),
)
FACTS = (
    Field("roll", "On roll"),
    Field("dis", "Disadvantaged, %"),
    Field("send", "SEND support, %"),
    Field("ehc", "EHC plan, %"),
    Field("eal", "EAL, %"),
    Field("att", "Attendance, %"),
    Field("inspected", "Last inspection", "date"),
    Field("phase", "Phase", default="school.phase"),
)
DECISION = Decision(
    "Support",
    "You decide.",
    "Reasons",
    (
        DecisionOption("no", "Not a priority", "", "The school is not a priority for support."),
        DecisionOption("yes", "Priority", "", "The school is a priority for support.", True),
        DecisionOption("later", "Not yet", "", settled=False),
    ),
)


def vocabulary(code, *terms):
    return Vocabulary(code, "1", code, "", tuple(Term(one, label, short, (one,)) for one, label, short in terms))


VOCABULARIES = {
    "years": vocabulary("years", ("r", "Reception", "R"), *((f"y{n}", f"Year {n}", f"Y{n}") for n in range(1, 7))),
    "subjects": vocabulary(
        "subjects", ("ma", "Mathematics", "Maths"), ("re", "Reading", "Reading"), ("ph", "Phonics", "Phonics")
    ),
    "groups": vocabulary(
        "groups",
        ("send", "Pupils with SEND", "SEND"),
        ("pp", "Disadvantaged pupils", "Disadv."),
        ("eal", "English as an additional language", "EAL"),
    ),
    "sources": vocabulary(
        "sources",
        ("lesson", "Lesson visit", "Lesson"),
        ("work", "Work sample", "Work"),
        ("voice", "Staff voice", "Staff"),
    ),
}


def framework(days=1, **more):
    """Return the small programme; any field may be given another value."""
    values = {
        "code": "walk",
        "version": "1",
        "title": "Partner visit",
        "short": "Partner",
        "noun": "Partner visit",
        "source": "",
        "days": days,
        "report_title": "Partner visit report",
        "summary_title": "Summary",
        "summary_people": "headteacher and chair",
        "reviewer_role": "Partner",
        "contexts": (Option("full", "Full visit"), Option("follow", "Follow-up visit")),
        "preparation": PREPARATION,
        "school_facts": FACTS,
        "enquiry": Enquiry(
            "Focus of enquiry",
            "One question the day should answer.",
            "How well do pupils with SEND learn in mathematics?",
        ),
        "strands": (Strand("tch", "Teaching", "Teaching", "tch"), Strand("lead", "Leadership", "Leaders", "lead")),
        "activities": ACTIVITIES,
        "plan_rules": RULES,
        "markers": (
            Marker("plus", "Strength", "Strength", "strength", "circle-plus", "+", "S", "strength"),
            Marker("dev", "Development", "Develop", "develop", "circle-arrow-up", "-", "D", "develop"),
        ),
        "finding_kinds": (
            FindingKind("strength", "Strength", "Strengths", "strength", "circle-plus", "S"),
            FindingKind("develop", "Development", "Areas for development", "develop", "circle-arrow-up", "D"),
            FindingKind("risk", "Risk", "Risks", "risk", "triangle-alert", "R"),
        ),
        "finding_groups": (),
        "judgement": Judgement("Judgement", decision=DECISION),
        "urgencies": (Option("now", "Now"), Option("term", "This term"), Option("year", "This year")),
        "front": FRONT,
        "outline": SECTIONS,
        "checks": CHECKS,
        "distribution": (
            Recipient("head", "Headteacher"),
            Recipient("chair", "Chair of governors"),
            Recipient("manager", "School improvement manager", "PDF"),
        ),
        "confidentiality": "",
        "closing": (),
        "coverage_years": (),
        "coverage_subjects": (),
        "vocabularies": VOCABULARIES,
    }
    return Framework(**(values | more))


class Vault:
    """A database with one visit in it, and the desk it lies on; `reopened` closes and opens it from disk."""

    def __init__(self, folder, programme=None, *, now=NOW, visit=None, before=()):
        self.programme = programme or framework()
        self.now = now
        self.database = Database.create(folder / "visitapp.db", bytes(range(48)))
        school = School("school-1", name="Sallowfield Primary School", phase="primary")
        kept = FrozenFramework("framework-1", "walk", "1", "{}")
        person = Reviewer("reviewer-1", "A. Reviewer", "Partner")
        begun = visit or Visit(
            VISIT, school.id, kept.id, "Partner visit", "2025-11-20", "2025-11-20", reviewer_id=person.id
        )
        with self.database.transaction() as session:
            schema.create(session)
            changes = [change for one in (school, kept, person, begun, *before) for change in created(one)]
            operations.record(session, Act("Visit begun", tuple(changes), VISIT), NOW)
        self.desk = self._open()

    def _open(self):
        self.events = WriterEvents()
        self.writer = Writer(self.database, self.events)
        with self.database.reading() as session:
            record = visits.load_visit(session, VISIT, self._thaw)
            kept = drafts.drafts_of(session, VISIT)
        return Desk(record, self.writer, self.events, self._clock, kept)

    def _thaw(self, content):
        return self.programme

    def _clock(self):
        return self.now

    def settled(self):
        """Have every box hand over its text and wait for the disk; return the record as the disk has it."""
        self.desk.leave()
        assert self.writer.flush()
        with self.database.reading() as session:
            return visits.load_visit(session, VISIT, self._thaw)

    def reopened(self):
        """Close the vault and return the desk of a fresh start."""
        self.desk.leave()
        assert self.writer.stop()
        self.desk = self._open()
        return self.desk

    def close(self):
        self.desk.leave()
        self.writer.stop()
        self.database.close()


@contextmanager
def vault(folder, programme=None, **more):
    """Lend a vault and close it at the end."""
    opened = Vault(folder, programme, **more)
    try:
        yield opened
    finally:
        opened.close()
