"""What stands under the words of a finding: strand, self-evaluation, kinds of source, agreed or not."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.parts.evidence_tray_words import source_icon
from ui.parts.finding_evidence import FindingEvidence
from ui.parts.finding_menu import choice_menu, open_below, plan_choices, self_evaluation_choices
from ui.parts.finding_stops import chain
from ui.parts.finding_tags import SourcesButton, TagButton
from ui.widgets.buttons import IconButton
from ui.widgets.flow import Flow
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row, wrap
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.summing_up import SummingUp
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding
from visitapp.domain.matters import matters_about
from visitapp.domain.rules import sources_of


class FindingFoot(QWidget):
    """The marks of one finding, most of which can be pressed to change what they say."""

    menu_wanted = Signal()

    def __init__(self, desk: Desk, finding_id: str, *, compact: bool) -> None:
        super().__init__()
        self._desk, self._finding_id, self._compact = desk, finding_id, compact
        self._summing_up = SummingUp(desk)
        self._private = False
        self.strand = TagButton(self.tr("Strand"))
        self.self_evaluation = TagButton(self.tr("School's self-evaluation"))
        self.plan = TagButton(self.tr("School's improvement plan"))
        self.against = Text("", "captionm", "develop", elide=True)
        self.sources = SourcesButton(self.tr("Evidence"))
        self.agreed = TagButton(self.tr("Agreed"), checkable=True)
        self.menu_button = IconButton("ellipsis", self.tr("More for this finding"), size=24, icon_size=16)
        self._unsupported = _warning(self.tr("No evidence yet"), wrap_words=False)
        self._one_kind = _warning(self.tr("One kind of source. Look for another."), wrap_words=True)
        self.evidence = FindingEvidence(desk.record.framework)
        self.evidence.hide()
        self.setLayout(self._layout())
        self._connect()

    def refresh(self, finding: Finding, *, private: bool) -> None:
        """Show what is known of the finding."""
        self._private = private
        self._show_strand(finding)
        self._show_self_evaluation(finding)
        self._show_plan(finding)
        self._show_agreed(finding)
        self._show_evidence(finding)

    def in_words(self) -> str:
        """Return all marks as a sentence for a screen reader."""
        marks = (self.strand, self.self_evaluation, self.plan, self.sources, self.agreed)
        said = [one.accessibleName() for one in marks if not one.isHidden()]
        said += [one.accessibleName() for one in (self._unsupported, self._one_kind) if not one.isHidden()]
        return ". ".join(part.rstrip(".") for part in said if part)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, in reading order."""
        if self._compact:
            return (self.sources, self.agreed, self.menu_button, *self.evidence.stops())
        tags = (self.strand, self.self_evaluation, self.plan, self.menu_button)
        return (*tags, self.sources, self.agreed, *self.evidence.stops())

    def turn_evidence(self) -> None:
        """Open the list of notes and stand on its first, or close it."""
        self.show_evidence(not self.sources.isChecked())
        first = next(iter(self.evidence.stops()), None)
        if self.evidence.isVisible() and first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_evidence(self, shown: bool) -> None:
        """Open or close the list of notes."""
        self.sources.setChecked(shown)
        finding = self._finding()
        notes = self._notes(finding) if shown and finding is not None else ()
        if notes:
            self.evidence.show_notes(notes, self._against(), private=self._private)
            chain(self.stops())
        self.evidence.setVisible(bool(notes))

    def _layout(self) -> QVBoxLayout:
        foot = row(self.sources, self.against, (self._unsupported, 100), None, self.agreed, spacing=6)
        if self._compact:
            # Without a place in a layout they would be windows of their own.
            self.strand.setParent(self)
            self.self_evaluation.setParent(self)
            self.plan.setParent(self)
            foot.addWidget(self.menu_button)
            return column(foot, self._one_kind, self.evidence, spacing=3)
        marks = Flow(self.strand, self.self_evaluation, self.plan, spacing=5, line_spacing=2)
        tags = row((marks, 1), column(self.menu_button, None, spacing=0), spacing=4)
        return column(tags, foot, self._one_kind, self.evidence, spacing=1)

    def _connect(self) -> None:
        self.menu_button.clicked.connect(self.menu_wanted)
        self.strand.clicked.connect(self._choose_strand)
        self.self_evaluation.clicked.connect(self._choose_self_evaluation)
        self.agreed.toggled.connect(self._on_agreed)
        self.sources.toggled.connect(self.show_evidence)
        self.evidence.unlink_wanted.connect(self._unlink)
        self.evidence.turn_wanted.connect(self._turn)
        self.plan.clicked.connect(self._choose_plan)

    def _finding(self) -> Finding | None:
        found = self._desk.record.find("finding", self._finding_id)
        return found if isinstance(found, Finding) else None

    def _notes(self, finding: Finding) -> tuple[Note, ...]:
        return self._desk.record.notes_of(finding.id)

    def _show_strand(self, finding: Finding) -> None:
        strands = self._desk.record.framework.strands
        strand = self._desk.record.framework.strand(finding.strand)
        words = strand.short if strand else self.tr("No strand")
        full = strand.label if strand else self.tr("none")
        self.strand.set_tag(words, self.tr("Strand: {strand}").format(strand=full))
        self.strand.setVisible(bool(strands) and not self._compact)

    def _show_self_evaluation(self, finding: Finding) -> None:
        said = finding.in_self_evaluation
        words = dict(self_evaluation_choices()).get(said, "")
        if said == "no":
            self.self_evaluation.set_tag(words, words, tone="query", outlined=False)
        elif said == "yes":
            self.self_evaluation.set_tag(words, words, icon="check")
        else:
            self.self_evaluation.set_tag(self.tr("Self-evaluation?"), words)
        self.self_evaluation.setVisible(not self._compact)

    def _show_plan(self, finding: Finding) -> None:
        said = finding.in_improvement_plan
        words = dict(plan_choices()).get(said, "")
        if said == "no":
            self.plan.set_tag(words, words, tone="query", outlined=False)
        else:
            self.plan.set_tag(words, words, icon="check")
        self.plan.setVisible(bool(said) and not self._compact)

    def _show_agreed(self, finding: Finding) -> None:
        blocked = self.agreed.blockSignals(True)
        self.agreed.setChecked(finding.agreed)
        self.agreed.blockSignals(blocked)
        if finding.agreed:
            self.agreed.set_tag(self.tr("Agreed"), self.tr("Agreed"), tone="strength", icon="check", outlined=False)
        else:
            self.agreed.set_tag(self.tr("To discuss"), self.tr("To discuss"), icon="message-circle")

    def _show_evidence(self, finding: Finding) -> None:
        notes, sources = self._notes(finding), sources_of(self._desk.record, finding)
        framework = self._desk.record.framework
        shown = [(source_icon(framework, code), count) for code, count in sources.items()]
        words = [f"{framework.label('sources', code)} {count}" for code, count in sources.items()]
        rest = len(notes) - sum(sources.values())
        if rest:
            shown.append(("notebook-pen", rest))
            words.append(self.tr("no source named {count}").format(count=rest))
        name = self.tr("Evidence: {sources}. Show the notes").format(sources=", ".join(words))
        self.sources.set_sources(shown, name)
        self.sources.setVisible(bool(notes))
        count = len(self._against())
        self.against.set_text(self.tr("{count} against").format(count=count) if count else "")
        self.against.setVisible(bool(count))
        self.show_evidence(self.sources.isChecked() and bool(notes))
        self._warn({one.kind for one in matters_about(self._desk.record, finding.id)})

    def _warn(self, kinds: set[str]) -> None:
        unsupported = "finding-unsupported" in kinds
        self._unsupported.setVisible(unsupported)
        self._one_kind.setVisible("finding-one-source" in kinds and not unsupported)

    def _choose_strand(self) -> None:
        finding = self._finding()
        if finding is not None:
            strands = [(one.code, one.label) for one in self._desk.record.framework.strands]
            choices = [("", self.tr("No strand")), *strands]
            change = partial(self._change, "strand")
            open_below(choice_menu(self, self.tr("Strand"), choices, finding.strand, change), self.strand)

    def _choose_self_evaluation(self) -> None:
        finding = self._finding()
        if finding is not None:
            change = partial(self._change, "in_self_evaluation")
            title, now = self.tr("School's self-evaluation"), finding.in_self_evaluation
            menu = choice_menu(self, title, self_evaluation_choices(), now, change)
            open_below(menu, self.self_evaluation)

    def _choose_plan(self) -> None:
        finding = self._finding()
        if finding is not None:
            change = partial(self._change, "in_improvement_plan")
            title, now = self.tr("School's improvement plan"), finding.in_improvement_plan
            open_below(choice_menu(self, title, plan_choices(), now, change), self.plan)

    def _on_agreed(self, agreed: bool) -> None:
        self._change("agreed", agreed)

    def _change(self, field: str, value: object) -> None:
        finding = self._finding()
        if finding is not None:
            self._summing_up.change_finding(finding, **{field: value})

    def _against(self) -> frozenset[str]:
        links = self._desk.record.supports(self._finding_id)
        return frozenset(one.note_id for one in links if one.against)

    def _turn(self, note_id: str, against: bool) -> None:
        finding, note = self._finding(), self._desk.record.find("note", note_id)
        if finding is not None and isinstance(note, Note):
            self._summing_up.turn_evidence(finding, note, against=against)
            self.evidence.focus_side(note_id)

    def _unlink(self, note_id: str) -> None:
        finding, note = self._finding(), self._desk.record.find("note", note_id)
        if finding is not None and isinstance(note, Note):
            self._summing_up.unlink(finding, note)
            self.sources.setFocus(Qt.FocusReason.OtherFocusReason)


def _warning(words: str, *, wrap_words: bool) -> QWidget:
    text = Text(words, "caption", "develop", wrap=wrap_words, elide=not wrap_words)
    line = wrap(row(Icon("triangle-alert", "develop", 14, 2), (text, 1), spacing=6))
    line.setAccessibleName(words)
    line.setToolTip(words)
    return line
