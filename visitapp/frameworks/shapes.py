"""The tables of a framework or vocabulary file, checked one by one, that turn into domain values.

Keys are those of the domain values. What a file leaves out keeps the default of the domain.
"""

from visitapp.domain import framework as domain
from visitapp.frameworks.constraints import (
    Clock,
    Code,
    Count,
    Days,
    Default,
    FieldKind,
    Key,
    KnownFrom,
    Line,
    Pair,
    Prefix,
    Spoken,
    Stem,
    Tag,
    Tone,
    Version,
    YesNo,
)
from visitapp.frameworks.table_shape import Shape, WhenShape


class OptionShape(Shape):
    """One value of a closed question."""

    makes = domain.Option
    code: Code
    label: Line
    detail: Line = ""
    says: Line = ""
    when: WhenShape | None = None


class FieldShape(Shape):
    """One fact a form asks for."""

    makes = domain.Field
    code: Code
    label: Line
    kind: FieldKind = "text"
    options: tuple[OptionShape, ...] = ()
    required: YesNo = False
    default: Default = ""
    also: tuple[Line, ...] = ()
    says: Line = ""
    measure: Line = ""
    known: KnownFrom = ""
    when: WhenShape | None = None


class ChecklistItemShape(Shape):
    """One thing to read or ask for."""

    makes = domain.ChecklistItem
    code: Code
    title: Line
    help: Line = ""
    required: YesNo = True
    concerns: YesNo = False
    when: WhenShape | None = None


class ChecklistGroupShape(Shape):
    """Preparation items under one heading."""

    makes = domain.ChecklistGroup
    title: Line
    items: tuple[ChecklistItemShape, ...]


class EnquiryShape(Shape):
    """The question a visit is built around."""

    makes = domain.Enquiry
    title: Line
    help: Line
    authority: Line = ""


class StrandShape(Shape):
    """A thread that evidence may belong to."""

    makes = domain.Strand
    code: Code
    label: Line
    short: Line
    tag: Tag
    help: Line = ""
    words: tuple[Spoken, ...] = ()


class PromptShape(Shape):
    """One thing to look for."""

    makes = domain.Prompt
    code: Code
    text: Line
    when: WhenShape | None = None


class ActivityShape(Shape):
    """A part of the visit."""

    makes = domain.Activity
    code: Code
    title: Line
    short: Line
    icon: Code
    purpose: Line
    prompts: tuple[PromptShape, ...]
    people: Line = ""
    fallback: Line = ""
    minutes: Pair = (30, 60)
    required: YesNo = True
    lessons: YesNo = False
    source: Code = ""
    strand: Code = ""
    days: tuple[Days, ...] = (1,)


class UsualShape(Shape):
    """A piece of the usual day."""

    makes = domain.UsualSlot
    starts: Clock
    ends: Clock
    activity: Code = ""
    title: Line = ""
    day: Days = 1


class PlanRuleShape(Shape):
    """A check on the day plan."""

    makes = domain.PlanRule
    code: Code
    kind: Code
    title: Line
    minutes: Count = 0
    days: Count = 0
    activity: Code = ""
    words: tuple[Line, ...] = ()
    when: WhenShape | None = None


class MarkerShape(Shape):
    """What a note is evidence of."""

    makes = domain.Marker
    code: Code
    label: Line
    short: Line
    tone: Tone
    icon: Code
    prefix: Prefix
    key: Key
    finding: Code = ""


class FindingKindShape(Shape):
    """A list that findings stand in."""

    makes = domain.FindingKind
    code: Code
    label: Line
    plural: Line
    tone: Tone
    icon: Code
    key: Key
    stem: Stem = ""
    also: tuple[Line, ...] = ()


class FindingGroupShape(Shape):
    """A section of the programme with its own lists of findings."""

    makes = domain.FindingGroup
    code: Code
    number: Line
    title: Line


class SectionShape(Shape):
    """One heading of the report."""

    makes = domain.Section
    code: Code
    heading: Line
    number: Line = ""
    part: Line = ""
    guidance: Line = ""
    words: Pair = (0, 0)
    required: YesNo = True
    prose: YesNo = True
    activities: YesNo = False
    fields: tuple[FieldShape, ...] = ()
    findings: tuple[Code, ...] = ()
    headed: YesNo = False
    group: Code = ""
    decision: YesNo = False
    actions: YesNo = False
    changes: Line = ""
    measures: YesNo = False
    strands: tuple[Code, ...] = ()
    markers: tuple[Code, ...] = ()
    also: tuple[Line, ...] = ()
    facts: tuple[Code, ...] = ()
    when: WhenShape | None = None


class CheckShape(Shape):
    """A thing to be met before a report is final."""

    makes = domain.Check
    code: Code
    kind: Code
    title: Line
    section: Code = ""
    required: YesNo = True
    words: tuple[Line, ...] = ()
    most: int = 0
    when: WhenShape | None = None


class RecipientShape(Shape):
    """Someone the report goes to."""

    makes = domain.Recipient
    code: Code
    label: Line
    file_format: Line = "Word"
    when: WhenShape | None = None


class PaperShape(Shape):
    """A paper offered beside the report."""

    makes = domain.Paper
    code: Code
    title: Line
    recipients: tuple[Code, ...] = ()
    when: WhenShape | None = None


class PhotoRulesShape(Shape):
    """What may be photographed, and why not more."""

    makes = domain.PhotoRules
    pupils_work: YesNo = False
    paper_notes: YesNo = False
    reason: Line


class TermShape(Shape):
    """One entry of a vocabulary."""

    makes = domain.Term
    code: Code
    label: Line
    short: Line = ""
    tags: tuple[Tag, ...] = ()
    icon: Code = ""
    group: Line = ""
    common: YesNo = False
    detail: Line = ""
    words: tuple[Spoken, ...] = ()
    years: tuple[Code, ...] = ()
    ages: Pair = (0, 0)


class VocabularyShape(Shape):
    """A whole vocabulary file."""

    makes = domain.Vocabulary
    code: Code
    version: Version
    title: Line
    source: Line
    terms: tuple[TermShape, ...]
    several: YesNo = False
