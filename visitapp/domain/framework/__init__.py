"""A review framework as frozen values: what a programme asks, in which words, in which order.

Every programme and version is one data file; the code knows only these shapes. Codes are stable and are
what the record keeps; labels are for people.
"""

from visitapp.domain.framework.activity import Activity, PlanRule, Prompt, Strand, UsualSlot
from visitapp.domain.framework.after import FollowUp
from visitapp.domain.framework.field import Field, Option
from visitapp.domain.framework.judging import (
    CapacityStatement,
    Criterion,
    Decision,
    DecisionOption,
    Estimate,
    GradeRisk,
    Judgement,
    Support,
)
from visitapp.domain.framework.looking import ReportLook
from visitapp.domain.framework.marking import FindingGroup, FindingKind, Marker
from visitapp.domain.framework.measuring import Aim, Indicator, Measures, Rating, Rhythm
from visitapp.domain.framework.measuring import Criterion as SuccessCriterion
from visitapp.domain.framework.outline import EVERY_PAPER, Check, Paper, Recipient, Section
from visitapp.domain.framework.picturing import PhotoRules
from visitapp.domain.framework.preparation import ChecklistGroup, ChecklistItem, Enquiry
from visitapp.domain.framework.programme import Framework
from visitapp.domain.framework.vocabulary import Term, Vocabulary
from visitapp.domain.framework.when import Standing, When, Wording

__all__ = [
    "EVERY_PAPER",
    "Activity",
    "Aim",
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
    "FollowUp",
    "Framework",
    "GradeRisk",
    "Indicator",
    "Judgement",
    "Marker",
    "Measures",
    "Option",
    "Paper",
    "PhotoRules",
    "PlanRule",
    "Prompt",
    "Rating",
    "Recipient",
    "ReportLook",
    "Rhythm",
    "Section",
    "Standing",
    "Strand",
    "SuccessCriterion",
    "Support",
    "Term",
    "UsualSlot",
    "Vocabulary",
    "When",
    "Wording",
]
