"""Findings are made from evidence by keys, and actions are agreed on them."""

from ui.demo.hands import LostWayError
from ui.demo.walk import Walk
from ui.parts.evidence_tray import EvidenceTrayList
from ui.parts.fact_date import short_day
from ui.parts.finding_card import FindingCard
from ui.parts.finding_menu import plan_choices, self_evaluation_choices
from ui.widgets.chips import PickerChip
from ui.workspace.sample_parts import SampleAction, SampleFinding
from ui.workspace.summing_up import SummingUp
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding
from visitapp.domain.framework import FindingKind
from visitapp.domain.text import first_words

_AFTER_SCHOOL = 15 * 60 + 30
_IN_CHOOSER, _IN_PICKER = 56, 52


class Findings:
    """Makes the findings of a sample, in its order."""

    def __init__(self, walk: Walk) -> None:
        self._walk, self._hands = walk, walk.hands
        self.ids: list[str] = []

    def make(self) -> list[str]:
        """Make every finding; return their ids."""
        last_day = max((slot.day for slot in self._walk.sample.slots), default=1)
        self._walk.set_clock(last_day, _AFTER_SCHOOL)
        self._hands.press("Ctrl+4")
        self._walk.show_tab("All")
        for sample in self._walk.sample.findings:
            self._make(sample)
        return self.ids

    def _make(self, sample: SampleFinding) -> None:
        kind = self._walk.asked.finding_kind(sample.kind)
        assert kind is not None
        before = self._walk.ids("finding")
        self._place(sample.notes[0], kind, self._new_words(kind, sample.group))
        finding_id = self._walk.the_new("finding", before)
        self.ids.append(finding_id)
        self._hands.point_at(self._card(finding_id).text)
        self._hands.replace(sample.text)
        self._hands.press("Escape")
        for number in sample.notes[1:]:
            self._place(number, kind, f"Add to: {first_words(sample.text, _IN_CHOOSER)}")
        for number in sample.against:
            # No key or button says that a note speaks against a finding; the record can hold it.
            SummingUp(self._walk.desk).link(self._finding(finding_id), self._note(number), against=True)
        self._mark(finding_id, sample)

    def _place(self, number: int, kind: FindingKind, choice: str) -> None:
        """Walk the tray to a note by the arrows, press the key of a kind, and choose where it goes."""
        tray = self._walk.page.findChild(EvidenceTrayList)
        assert tray is not None
        self._hands.point_at(tray)
        wanted = tray.notes.row_of(self._note(number).id)
        steps = wanted - tray.currentIndex().row()
        self._hands.stride("Down" if steps > 0 else "Up", abs(steps))
        if tray.current_id() != self._note(number).id:
            raise LostWayError(f"The walk stopped: note {number} is not in the tray.")
        self._hands.press(kind.key)
        self._hands.choose(choice)

    def _new_words(self, kind: FindingKind, group: str) -> str:
        found = next((one for one in self._walk.asked.finding_groups if one.code == group), None)
        return f"New: {kind.label} \u00b7 {found.number} " if found else f"New: {kind.label}"

    def _mark(self, finding_id: str, sample: SampleFinding) -> None:
        finding = self._finding(finding_id)
        if finding.strand != sample.strand:
            self._choose(finding_id, "Strand", self._strand_label(sample.strand))
        if finding.in_self_evaluation != sample.in_self_evaluation:
            words = dict(self_evaluation_choices())[sample.in_self_evaluation]
            self._choose(finding_id, "School's self-evaluation", words)
        if finding.in_improvement_plan != sample.in_improvement_plan:
            words = dict(plan_choices())[sample.in_improvement_plan]
            self._choose(finding_id, "School's improvement plan", words)
        if finding.level != sample.level:
            levels = self._walk.asked.judgement.risk_levels
            words = next(one.label for one in levels if one.code == sample.level)
            self._choose(finding_id, "How heavily it weighs", words)
        if sample.agreed:
            self._hands.point_at(self._card(finding_id))
            self._hands.press("Space")

    def _choose(self, finding_id: str, menu: str, words: str) -> None:
        self._hands.point_at(self._card(finding_id).foot.menu_button)
        self._hands.press("Space")
        self._hands.choose(menu, words)

    def _strand_label(self, code: str) -> str:
        strand = self._walk.asked.strand(code)
        return strand.label if strand else "No strand"

    def _card(self, finding_id: str) -> FindingCard:
        cards = self._walk.page.findChildren(FindingCard)
        return next(card for card in cards if card.finding_id == finding_id)

    def _finding(self, finding_id: str) -> Finding:
        found = self._walk.desk.record.find("finding", finding_id)
        assert isinstance(found, Finding)
        return found

    def _note(self, number: int) -> Note:
        return next(note for note in self._walk.desk.record.notes if note.number == number)


def agree_actions(walk: Walk) -> None:
    """Write every action of the sample, field by field with Tab, and begin the next with Ctrl+Enter."""
    if not walk.sample.actions:
        return
    walk.show_tab("Actions")
    walk.hands.focus("Add an action")
    for number, action in enumerate(walk.sample.actions):
        walk.hands.press("Ctrl+Return" if number else "Space")
        _write(walk, action)


def _write(walk: Walk, action: SampleAction) -> None:
    hands = walk.hands
    hands.write(action.text)
    label = next((one.label for one in walk.asked.urgencies if one.code == action.urgency), "")
    if label:
        hands.tab_to(walk.asked.urgencies[0].label)
        hands.tab_to(label, key="Right")
        hands.press("Space")
    fields = {"Who, by role": action.owner, "First step": action.first_step, "By when": short_day(action.due)}
    for name, text in (fields | {"How it will be known": action.measure}).items():
        hands.tab_to(name)
        hands.write(text)
    if action.finding:
        hands.tab_to("Why", PickerChip)
        hands.press("Space")
        hands.choose(first_words(walk.sample.findings[action.finding - 1].text, _IN_PICKER))
        hands.tab_to("How it will be known", key="Shift+Tab")
