"""A review framework as frozen values: what a programme asks, in which words, in which order.

Every programme and version is one data file; the code knows only these shapes. Codes are stable and are
what the record keeps; labels are for people.
"""

from visitapp.domain.framework.activity import Activity, PlanRule, Prompt, Strand
from visitapp.domain.framework.field import Field, Option
from visitapp.domain.framework.judging import (
    CapacityStatement,
    Criterion,
    Decision,
    DecisionOption,
    Estimate,
    Judgement,
)
from visitapp.domain.framework.marking import FindingGroup, FindingKind, Marker
from visitapp.domain.framework.outline import Check, Recipient, Section
from visitapp.domain.framework.picturing import PhotoRules
from visitapp.domain.framework.preparation import ChecklistGroup, ChecklistItem, Enquiry
from visitapp.domain.framework.programme import Framework
from visitapp.domain.framework.vocabulary import Term, Vocabulary

__all__ = [
    "Activity",
    "CapacityStatement",
    "Check",
    "ChecklistGroup",
    "ChecklistItem",
    "Criterion",
    "Decision",
    "DecisionOption",
    "Enquiry",
    "Estimate",
    "Field",
    "FindingGroup",
    "FindingKind",
    "Framework",
    "Judgement",
    "Marker",
    "Option",
    "PhotoRules",
    "PlanRule",
    "Prompt",
    "Recipient",
    "Section",
    "Strand",
    "Term",
    "Vocabulary",
]
