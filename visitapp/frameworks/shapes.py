"""The tables of a framework or vocabulary file, checked one by one, that turn into domain values.

Keys are those of the domain values. What a file leaves out keeps the default of the domain.
"""

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict

from visitapp.domain import framework as domain
from visitapp.frameworks.constraints import (
    Code,
    Count,
    Days,
    Default,
    FieldKind,
    Key,
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


class Shape(BaseModel):
    """A table of a file. `makes` is the domain value it turns into."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    makes: ClassVar[type]

    def written(self) -> dict[str, object]:
        """Return what the file says, by key in the order of the shape, with tables inside turned into values."""
        names = [name for name in type(self).model_fields if name in self.model_fields_set]
        return {name: _value(getattr(self, name)) for name in names}

    def value(self) -> Any:  # noqa: ANN401
        """Return the domain value."""
        return self.makes(**self.written())


def _value(found: object) -> object:
    if isinstance(found, Shape):
        return found.value()
    return tuple(_value(one) for one in found) if isinstance(found, tuple) else found


class OptionShape(Shape):
    """One value of a closed question."""

    makes = domain.Option
    code: Code
    label: Line
    detail: Line = ""


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


class ChecklistItemShape(Shape):
    """One thing to read or ask for."""

    makes = domain.ChecklistItem
    code: Code
    title: Line
    help: Line = ""
    required: YesNo = True
    concerns: YesNo = False


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


class RecipientShape(Shape):
    """Someone the report goes to."""

    makes = domain.Recipient
    code: Code
    label: Line
    file_format: Line = "Word"


class PaperShape(Shape):
    """A paper offered beside the report."""

    makes = domain.Paper
    code: Code
    title: Line
    recipients: tuple[Code, ...] = ()


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


class VocabularyShape(Shape):
    """A whole vocabulary file."""

    makes = domain.Vocabulary
    code: Code
    version: Version
    title: Line
    source: Line
    terms: tuple[TermShape, ...]
    several: YesNo = False
