"""A whole framework file."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from visitapp.domain import framework as domain
from visitapp.frameworks.constraints import Accent, Code, Cover, Days, HeaderRows, Line, Version
from visitapp.frameworks.judgement_shapes import JudgementShape
from visitapp.frameworks.measure_shapes import FollowUpShape, MeasuresShape
from visitapp.frameworks.shapes import (
    ActivityShape,
    ChecklistGroupShape,
    CheckShape,
    EnquiryShape,
    FieldShape,
    FindingGroupShape,
    FindingKindShape,
    MarkerShape,
    OptionShape,
    PaperShape,
    PhotoRulesShape,
    PlanRuleShape,
    RecipientShape,
    SectionShape,
    StrandShape,
    UsualShape,
)
from visitapp.frameworks.table_shape import Shape, WordingShape


class VocabulariesShape(Shape):
    """The name of a vocabulary file for each role a framework uses."""

    makes = dict
    sources: Code = ""
    years: Code = ""
    subjects: Code = ""
    groups: Code = ""
    phases: Code = ""
    safeguarding: Code = ""


class ReportLookShape(Shape):
    """How a report looks without a template."""

    makes = domain.ReportLook
    accent: Accent = ""
    cover: Cover = "rule"
    tables: HeaderRows = "solid"


class ProgrammeShape(Shape):
    """A whole programme at one version. Lists a programme has no use for are written as empty lists."""

    makes = domain.Framework
    code: Code
    version: Version
    title: Line
    short: Line
    noun: Line
    source: Line
    days: Days
    report_title: Line
    summary_title: Line
    summary_people: Line
    reviewer_role: Line
    contexts: tuple[OptionShape, ...]
    preparation: tuple[ChecklistGroupShape, ...]
    school_facts: tuple[FieldShape, ...]
    enquiry: EnquiryShape
    strands: tuple[StrandShape, ...]
    activities: Annotated[tuple[ActivityShape, ...], Field(min_length=1)]
    plan_rules: tuple[PlanRuleShape, ...]
    markers: tuple[MarkerShape, ...]
    finding_kinds: tuple[FindingKindShape, ...]
    finding_groups: tuple[FindingGroupShape, ...] = ()
    judgement: JudgementShape
    urgencies: tuple[OptionShape, ...]
    front: tuple[FieldShape, ...]
    outline: Annotated[tuple[SectionShape, ...], Field(min_length=1)]
    checks: tuple[CheckShape, ...]
    distribution: tuple[RecipientShape, ...]
    confidentiality: Line
    closing: tuple[Line, ...]
    coverage_years: tuple[Code, ...]
    coverage_subjects: tuple[Code, ...]
    vocabularies: VocabulariesShape
    threads: tuple[OptionShape, ...] = ()
    photos: PhotoRulesShape | None = None
    measures: MeasuresShape | None = None
    follow_up: FollowUpShape | None = None
    papers: tuple[PaperShape, ...] | None = None
    report_look: ReportLookShape | None = None
    commissioning: tuple[OptionShape, ...] = ()
    usual: tuple[UsualShape, ...] = ()
    wordings: tuple[WordingShape, ...] = ()

    def framework(self, vocabularies: Mapping[str, domain.Vocabulary]) -> domain.Framework:
        """Return the framework with the vocabularies read for its roles."""
        parts = {"finding_groups": (), **self.written(), "vocabularies": dict(vocabularies)}
        return domain.Framework(**parts)  # type: ignore[arg-type]
