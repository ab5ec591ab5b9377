"""A whole programme at one version."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from visitapp.domain.framework.activity import Activity, PlanRule, Strand, UsualSlot
from visitapp.domain.framework.after import FollowUp
from visitapp.domain.framework.field import Field, Option
from visitapp.domain.framework.judging import Judgement
from visitapp.domain.framework.looking import ReportLook
from visitapp.domain.framework.marking import FindingGroup, FindingKind, Marker
from visitapp.domain.framework.measuring import Measures
from visitapp.domain.framework.outline import EVERY_PAPER, Check, Paper, Recipient, Section
from visitapp.domain.framework.picturing import PhotoRules
from visitapp.domain.framework.preparation import ChecklistGroup, ChecklistItem, Enquiry
from visitapp.domain.framework.vocabulary import Vocabulary
from visitapp.domain.framework.when import Wording


@dataclass(frozen=True, slots=True)
class Framework:
    """A whole programme at one version. `noun` is what one visit of it is called, such as "peer review"."""

    code: str
    version: str
    title: str
    short: str
    noun: str
    source: str
    days: int
    report_title: str
    summary_title: str
    summary_people: str
    reviewer_role: str
    contexts: tuple[Option, ...]
    preparation: tuple[ChecklistGroup, ...]
    school_facts: tuple[Field, ...]
    enquiry: Enquiry
    strands: tuple[Strand, ...]
    activities: tuple[Activity, ...]
    plan_rules: tuple[PlanRule, ...]
    markers: tuple[Marker, ...]
    finding_kinds: tuple[FindingKind, ...]
    finding_groups: tuple[FindingGroup, ...]
    judgement: Judgement
    urgencies: tuple[Option, ...]
    front: tuple[Field, ...]
    outline: tuple[Section, ...]
    checks: tuple[Check, ...]
    distribution: tuple[Recipient, ...]
    confidentiality: str
    closing: tuple[str, ...]
    coverage_years: tuple[str, ...]
    coverage_subjects: tuple[str, ...]
    vocabularies: dict[str, Vocabulary] = field(default_factory=dict)
    """By role: sources, years, subjects, groups, phases, safeguarding."""
    threads: tuple[Option, ...] = ()
    """What the programme wants woven through the whole visit, in its own order."""
    photos: PhotoRules = field(default_factory=PhotoRules)
    measures: Measures = field(default_factory=Measures)
    follow_up: FollowUp = field(default_factory=FollowUp)
    papers: tuple[Paper, ...] = EVERY_PAPER
    """The papers offered beside the report."""
    report_look: ReportLook = field(default_factory=ReportLook)
    commissioning: tuple[Option, ...] = ()
    """How a visit may have come about, such as paid for by the authority or bought by the school."""
    usual: tuple[UsualSlot, ...] = ()
    """How the days usually run; where nothing is said, the required activities one after the other."""
    wordings: tuple[Wording, ...] = ()
    """What is said otherwise in certain visits; where several speak of one part, the last holds."""

    def __hash__(self) -> int:
        return hash(self.key)

    @property
    def key(self) -> str:
        """Return the programme and version as one word, such as `code@version`."""
        return f"{self.code}@{self.version}"

    def activity(self, code: str) -> Activity | None:
        """Return the activity with this code, or None."""
        return next((one for one in self.activities if one.code == code), None)

    def marker(self, code: str) -> Marker | None:
        """Return the marker with this code, or None for a plain note."""
        return next((one for one in self.markers if one.code == code), None)

    def finding_place(self, kind: str, group: str) -> tuple[int, int]:
        """Return where the list of a kind and group of findings stands: kind, then group; unknown ones last."""
        kinds, groups = [one.code for one in self.finding_kinds], [one.code for one in self.finding_groups]
        return (
            kinds.index(kind) if kind in kinds else len(kinds),
            groups.index(group) if group in groups else len(groups),
        )

    def finding_kind(self, code: str) -> FindingKind | None:
        """Return the kind of finding with this code, or None."""
        return next((one for one in self.finding_kinds if one.code == code), None)

    def strand(self, code: str) -> Strand | None:
        """Return the strand with this code, or None."""
        return next((one for one in self.strands if one.code == code), None)

    def section(self, code: str) -> Section | None:
        """Return the report section with this code, or None."""
        return next((one for one in self.outline if one.code == code), None)

    def paper(self, code: str) -> Paper | None:
        """Return the paper with this code, or None."""
        return next((one for one in self.papers if one.code == code), None)

    def checklist(self) -> Iterator[ChecklistItem]:
        """Yield every preparation item, in order."""
        for group in self.preparation:
            yield from group.items

    def label(self, role: str, code: str) -> str:
        """Return the label of `code` in the vocabulary of `role`, or the code itself."""
        vocabulary = self.vocabularies.get(role)
        return vocabulary.label(code) if vocabulary else code
