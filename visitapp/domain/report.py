"""A report before any file format: frozen values a writer turns into Word, PDF or a page on screen."""

from dataclasses import dataclass
from datetime import datetime

from visitapp.domain.framework.looking import BUILT_IN, ReportLook
from visitapp.domain.prose import Spans


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of text. A line break inside is "\\n". `kind` is body, statement or guidance; `bold` says which
    stretches of the text (in characters) are bold; `number` is printed before it and is no part of it."""

    id: str
    text: str
    kind: str = "body"
    bold: Spans = ()
    number: int = 0


@dataclass(frozen=True, slots=True)
class Bullet:
    """One item of a list. Text after the first "\\n\\n" is a further paragraph of the same item."""

    id: str
    text: str
    bold: Spans = ()
    number: int = 0


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of at least one item."""

    items: tuple[Bullet, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What a table shows as bars: a value for each of its rows, at least 0, each so many of a `unit`; `base` says in
    words what they are counted of. The first cell of a row is the name of its bar."""

    title: str
    values: tuple[float, ...]
    unit: str
    base: str


@dataclass(frozen=True, slots=True)
class Table:
    """A plain table with one header row, no merged and no empty cells; `row_ids` name the record behind each row.

    A `chart` of its figures stands before it; there is never a chart without its table. `has_figures`: after the
    first column come figures, which stand below each other at the right.
    """

    id: str
    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row_ids: tuple[str, ...] = ()
    widths_cm: tuple[float, ...] = ()
    chart: Chart | None = None
    has_figures: bool = False


Block = Paragraph | Bullets | Table


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A heading and what stands under it. `level` is 1 to 3 and never skips."""

    id: str
    heading: str
    level: int
    blocks: tuple[Block, ...]
    number: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """All that a reader receives, in order. `status` is DRAFT or FINAL, empty for a paper that has none; `revision`
    is 0 for one that has no versions; `created` is aware UTC; `paper` is what another paper made from the same
    record is called, empty for the report itself; `look` is that of the built-in template; `tight` is set for a
    paper that is to stand on one page."""

    id: str
    revision: int
    title: str
    school: str
    subtitle: str
    status: str
    author: str
    created: datetime
    front: tuple[tuple[str, str], ...]
    sections: tuple[ReportSection, ...]
    distribution: tuple[str, ...] = ()
    confidentiality: str = ""
    sample: bool = False
    language: str = "en-GB"
    paper: str = ""
    look: ReportLook = BUILT_IN
    tight: bool = False
    about_on: str = ""
    """The ISO day a paper is about; its file is named by it instead of by the day it was made."""

    def texts(self) -> dict[str, str]:
        """Return every addressable text by the id of its record, as a reader will see it."""
        found: dict[str, str] = {}
        for section in self.sections:
            found[section.id] = heading_text(section)
            for block in section.blocks:
                found.update(_texts_of(block))
        return found


def heading_text(section: ReportSection) -> str:
    """Return the heading as printed, its number first when it has one."""
    return f"{section.number} {section.heading}".strip()


def _texts_of(block: Block) -> dict[str, str]:
    if isinstance(block, Paragraph):
        return {block.id: block.text}
    if isinstance(block, Bullets):
        return {item.id: item.text for item in block.items}
    return {row_id: "\n".join(row) for row_id, row in zip(block.row_ids, block.rows, strict=False)}
