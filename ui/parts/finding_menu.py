"""All that can be done to a finding, as a menu."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui.parts.finding_chooser import groups_of, menu_words
from ui.workspace.summing_up import SummingUp
from visitapp.domain.finding import Finding
from visitapp.domain.record import VisitRecord
from visitapp.domain.text import first_words

_RISK = "risk"
_WORDS = 60


def fill_choices(
    menu: QMenu, choices: Sequence[tuple[str, str]], current: str, chosen: Callable[[str], object]
) -> None:
    """Put (code, label) choices in a menu, the current one ticked; `chosen` is called with a code."""
    group = QActionGroup(menu)
    for code, label in choices:
        action = menu.addAction(menu_words(label))
        action.setCheckable(True)
        action.setChecked(code == current)
        group.addAction(action)
        action.triggered.connect(partial(_call, chosen, code))


def choice_menu(
    parent: QWidget, name: str, choices: Sequence[tuple[str, str]], current: str, chosen: Callable[[str], object]
) -> QMenu:
    """Return a menu of choices that goes away when it is closed."""
    menu = QMenu(parent)
    menu.setAccessibleName(name)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    fill_choices(menu, choices, current, chosen)
    return menu


def open_below(menu: QMenu, widget: QWidget) -> None:
    """Open a menu under a widget without stopping anything else."""
    menu.popup(widget.mapToGlobal(widget.rect().bottomLeft()))


class FindingMenu(QMenu):
    """Move, re-sort, split, merge, say how it fits with the school's own evaluation and plan, delete.

    A letter goes to an entry: S split, M merge, T move to another list, E self-evaluation, I improvement plan.
    `split_wanted` asks for the sheet that parts it.
    """

    split_wanted = Signal()
    merged = Signal(str)
    """The id of the finding that was kept."""

    def __init__(
        self,
        record: VisitRecord,
        finding: Finding,
        summing_up: SummingUp,
        delete: Callable[[], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Finding"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._record, self._finding, self._summing_up = record, finding, summing_up
        self._by_letter: dict[str, QAction] = {}
        self._offer_moves()
        self._offer_lists()
        self._offer_strands()
        self._offer_fit()
        self._offer_weight()
        self.addSeparator()
        self._offer_merging()
        self._by_letter["S"] = self.addAction(self.tr("Split\u2026"))
        self._by_letter["S"].triggered.connect(self._split)
        self.addSeparator()
        self.addAction(self.tr("Delete finding\tDel")).triggered.connect(partial(_call_plain, delete))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a letter go to its entry; Enter then takes or opens it."""
        wanted = self._by_letter.get(event.text().upper())
        if wanted is not None:
            self.setActiveAction(wanted)
        else:
            super().keyPressEvent(event)

    def _offer_moves(self) -> None:
        row = self._record.findings(self._finding.kind, self._finding.group)
        place = row.index(self._finding)
        up = self.addAction(self.tr("Move up\tAlt+Up"))
        down = self.addAction(self.tr("Move down\tAlt+Down"))
        up.setEnabled(place > 0)
        down.setEnabled(place < len(row) - 1)
        up.triggered.connect(partial(self._move, -1))
        down.triggered.connect(partial(self._move, 1))

    def _offer_lists(self) -> None:
        here = (self._finding.kind, self._finding.group)
        places = [
            (kind, group)
            for group in groups_of(self._record)
            for kind in self._record.framework.finding_kinds
            if (kind.code, group.code) != here
        ]
        if not places:
            return
        menu = self._submenu("T", self.tr("Move to"))
        for kind, group in places:
            words = f"{kind.plural} \u00b7 {group.number} {group.title}" if group.title else kind.plural
            action = menu.addAction(menu_words(words))
            action.triggered.connect(partial(self._send, kind.code, group.code))

    def _offer_strands(self) -> None:
        strands = [(one.code, one.label) for one in self._record.framework.strands]
        if strands:
            self._offer("strand", self.tr("Strand"), [("", self.tr("No strand")), *strands], self._finding.strand)

    def _offer_fit(self) -> None:
        title, now = self.tr("School's self-evaluation"), self._finding.in_self_evaluation
        self._offer("in_self_evaluation", title, self_evaluation_choices(), now, "E")
        title, now = self.tr("School's improvement plan"), self._finding.in_improvement_plan
        self._offer("in_improvement_plan", title, plan_choices(), now, "I")

    def _offer_weight(self) -> None:
        framework = self._record.framework
        kind, levels = framework.finding_kind(self._finding.kind), framework.judgement.risk_levels
        if kind is not None and kind.tone == _RISK and levels:
            choices = [("", self.tr("Not said")), *((one.code, one.label) for one in levels)]
            self._offer("level", self.tr("How heavily it weighs"), choices, self._finding.level)

    def _offer_merging(self) -> None:
        others = self._record.findings(self._finding.kind, self._finding.group)
        others = tuple(one for one in others if one.id != self._finding.id)
        if not others:
            return
        menu = self._submenu("M", self.tr("Merge into"))
        for one in others:
            action = menu.addAction(menu_words(first_words(one.text, _WORDS) or self.tr("no words yet")))
            action.triggered.connect(partial(self._merge, one))

    def _offer(
        self, field: str, title: str, choices: Sequence[tuple[str, str]], current: str, letter: str = ""
    ) -> None:
        fill_choices(self._submenu(letter, title), choices, current, partial(self._change, field))

    def _submenu(self, letter: str, title: str) -> QMenu:
        menu = self.addMenu(title)
        if letter:
            self._by_letter[letter] = menu.menuAction()
        return menu

    def _move(self, steps: int, checked: bool = False) -> None:
        self._summing_up.move_finding(self._finding, steps)

    def _send(self, kind: str, group: str, checked: bool = False) -> None:
        others = self._record.findings(kind, group)
        position = others[-1].position + 1 if others else 1.0
        self._summing_up.change_finding(self._finding, kind=kind, group=group, position=position)

    def _merge(self, kept: Finding, checked: bool = False) -> None:
        self._summing_up.merge_findings(self._finding, kept)
        self.merged.emit(kept.id)

    def _split(self, checked: bool = False) -> None:
        self.split_wanted.emit()

    def _change(self, field: str, code: str) -> None:
        self._summing_up.change_finding(self._finding, **{field: code})


def self_evaluation_choices() -> list[tuple[str, str]]:
    """Return what can be said about the school's self-evaluation, in words."""
    tell = QCoreApplication.translate
    return [
        ("yes", tell("FindingMenu", "In self-evaluation")),
        ("no", tell("FindingMenu", "Not in self-evaluation")),
        ("", tell("FindingMenu", "Self-evaluation not looked at")),
    ]


def plan_choices() -> list[tuple[str, str]]:
    """Return what can be said about the school's improvement plan, in words."""
    tell = QCoreApplication.translate
    return [
        ("yes", tell("FindingMenu", "In improvement plan")),
        ("no", tell("FindingMenu", "Not in improvement plan")),
        ("", tell("FindingMenu", "Improvement plan not looked at")),
    ]


def _call(chosen: Callable[[str], object], code: str, checked: bool = False) -> None:
    chosen(code)


def _call_plain(chosen: Callable[[], object], checked: bool = False) -> None:
    chosen()
