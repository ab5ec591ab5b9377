"""The draft a school checks for accuracy: every paragraph numbered, and a table to answer in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count

from visitapp.domain.report import Block, Bullets, Paragraph, Report, ReportSection, Table
from visitapp.domain.text import clean

DRAFT = "DRAFT"
REPLY_SECTION = "paper.reply"
REPLY_TABLE = "paper.reply.table"
REPLY_HEADER = ("Paragraph", "Is it accurate?", "What should it say, and what shows it?")
UNANSWERED = ("Yes / No", "Write here")
"""What stands in the second and third cell of a row nobody has answered; a cell is never empty."""
ANYTHING_ELSE = "Anything else"
_REPLY_ID = "re."
_HOW = (
    "Please say of each numbered paragraph whether it is accurate. Where it is not, say what it should say and where "
    "that can be seen. You may also change the text above: every change is kept and shown."
)


def accuracy_draft(report: Report) -> Report:
    """Return the report as a draft, its paragraphs, items of lists and tables numbered, the table of replies last.

    A reply stands in the row whose id is `reply_id` of the record it answers.
    """
    numbering = _Numbering()
    sections = tuple(
        replace(section, blocks=tuple(map(numbering.numbered, section.blocks))) for section in report.sections
    )
    how = Paragraph("paper.reply.how", _HOW, "guidance")
    reply = ReportSection(REPLY_SECTION, "Your reply", 1, (how, _table(numbering)))
    return replace(report, status=DRAFT, sections=(*sections, reply))


def reply_id(record_id: str) -> str:
    """Return the id of the row in which a record is answered."""
    return f"{_REPLY_ID}{record_id}"


def answered_record(row_id: str) -> str:
    """Return the id of the record a row answers; empty when the row is no reply, or answers none."""
    return row_id.removeprefix(_REPLY_ID) if row_id.startswith(_REPLY_ID) else ""


def printed_numbers(sent: Mapping[str, str]) -> dict[str, int]:
    """Return the number printed before each record of a draft that left, by its id, as its table of replies names it;
    empty for what left without numbers. `sent` see `Export.sent`."""
    rows = ((answered_record(one), text.split("\n", maxsplit=1)[0]) for one, text in sent.items())
    return {record_id: int(number) for record_id, number in rows if record_id and number.isdecimal()}


@dataclass
class _Numbering:
    """Hands out numbers from 1 to whatever holds words; remembers which record has which."""

    asked: dict[str, str] = field(default_factory=dict)
    _paragraphs: Iterator[int] = field(default_factory=lambda: count(1))
    _tables: Iterator[int] = field(default_factory=lambda: count(1))

    def numbered(self, block: Block) -> Block:
        """Return a block with the numbers of what is in it."""
        if isinstance(block, Paragraph):
            return replace(block, number=self._next(block.id, block.text))
        if isinstance(block, Bullets):
            items = tuple(replace(one, number=self._next(one.id, one.text)) for one in block.items)
            return replace(block, items=items)
        if isinstance(block, Table) and block.rows:
            self.asked[block.id] = f"Table {next(self._tables)}"
        return block

    def _next(self, record_id: str, text: str) -> int:
        if not clean(text).strip():
            return 0
        number = next(self._paragraphs)
        self.asked[record_id] = str(number)
        return number


def _table(numbering: _Numbering) -> Table:
    asked = {**numbering.asked, "": ANYTHING_ELSE}
    return Table(
        id=REPLY_TABLE,
        caption="Your reply, paragraph by paragraph",
        header=REPLY_HEADER,
        rows=tuple((words, *UNANSWERED) for words in asked.values()),
        row_ids=tuple(map(reply_id, asked)),
        widths_cm=(2.9, 3.3, 10.4),
    )
