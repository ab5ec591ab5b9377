"""What the programme asks of the plan: what is not so yet first, what is so folded under one line."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.parts.autosave import Autosave
from ui.widgets.checks import StateRow
from ui.widgets.disclosure import Disclosure
from ui.widgets.layout import column, row
from ui.widgets.line_edit import LineEdit
from ui.widgets.tags import Tag
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.framework import PlanRule
from visitapp.domain.places import answer_place
from visitapp.domain.planning import RuleResult, lessons_of, plan_results, reason_key, takes_reason, years_left_out

_SPACING = 3
_FEWEST = 3
"""How many met rules are worth folding."""


class PlanChecks(QWidget):
    """The plan rules as rows, those not met first; `wanted` brings the rule that was pressed."""

    wanted = Signal(object)
    turned = Signal()
    """The met ones were opened or folded by a person."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._tag = Tag("")
        self._rows: dict[str, StateRow] = {}
        self._reasons: dict[str, LineEdit] = {}
        self.met = Disclosure(icon="circle-check", colour="strength")
        self.met.setParent(self)
        self.met.toggled.connect(self._order)
        self.met.clicked.connect(self.turned)
        self._lines = column(spacing=_SPACING)
        head = row(Text(self.tr("Checks"), "heading"), None, self._tag)
        if not desk.record.framework.plan_rules:
            self._lines.addWidget(Text(self.tr("This programme has no rules for the plan."), "small", wrap=True))
        self.setLayout(column(head, 2, self._lines, spacing=_SPACING))
        self.refresh()

    def refresh(self) -> None:
        """Show the results as the record now stands."""
        results = plan_results(self._desk.record)
        for code in set(self._rows) - {one.rule.code for one in results}:
            self._rows[code].hide()
        for result in results:
            if result.rule.code not in self._rows:
                self._add(result.rule)
            self._rows[result.rule.code].set_state("ok" if result.met else "warn", result.note)
        unmet = sum(not result.met for result in results)
        self._tag.set_tag(*self._summary(unmet, len(results)))
        self._tag.setVisible(bool(results))
        self._order()

    def folded_height(self, width: int) -> int:
        """Return the px that opening the met ones takes, at a width; none while they are open."""
        folded = () if self.met.isChecked() else self._met_rows()
        return sum(one.heightForWidth(width) + _SPACING for one in folded)

    def _add(self, rule: PlanRule) -> None:
        line = self._rows[rule.code] = StateRow(rule.title, pad=5)
        line.setParent(self)
        line.clicked.connect(partial(self.wanted.emit, rule))
        if takes_reason(rule):
            reason = LineEdit(self.tr("Why not, {title}").format(title=rule.title), self.tr("Why not"))
            reason.setParent(self)
            Autosave(reason, self._desk, answer_place(reason_key(rule)), self.tr("Reason given"))
            reason.editingFinished.connect(self._order_later)
            self._reasons[rule.code] = reason

    def _order_later(self) -> None:
        QTimer.singleShot(0, self, self.refresh)

    def _order(self) -> None:
        """Put every line in its place: widgets stay where the focus is, only their order changes."""
        results = plan_results(self._desk.record)
        done = [one for one in results if self._is_folded(one)]
        open_ones = [one for one in results if one not in done]
        focused = self._focused(done)
        folds = len(done) >= _FEWEST
        self.met.setVisible(folds)
        self.met.set_label(self._met_words(len(done), whole=not open_ones))
        widgets: list[QWidget] = [line for one in open_ones for line in self._lines_of(one, shown=True)]
        widgets += [self.met] if folds else []
        widgets += [line for one in done for line in self._lines_of(one, shown=not folds or self.met.isChecked())]
        for one in widgets:
            self._lines.removeWidget(one)
            self._lines.addWidget(one)
        for before, after in pairwise(widgets):
            QWidget.setTabOrder(before, after)
        if focused is not None and not focused.isVisibleTo(self):
            self.met.setFocus()

    def _focused(self, results: list[RuleResult]) -> QWidget | None:
        return next((line for one in results if (line := self._rows[one.rule.code]).hasFocus()), None)

    def _met_rows(self) -> list[StateRow]:
        return [self._rows[one.rule.code] for one in plan_results(self._desk.record) if self._is_folded(one)]

    def _is_folded(self, result: RuleResult) -> bool:
        """Return whether a rule is met and nobody is just writing why."""
        reason = self._reasons.get(result.rule.code)
        return result.met and not (reason is not None and reason.hasFocus())

    def _lines_of(self, result: RuleResult, *, shown: bool) -> list[QWidget]:
        """Return the row of a rule, and the line that asks why not where something is missing or was given."""
        code = result.rule.code
        self._rows[code].setVisible(shown)
        reason = self._reasons.get(code)
        if reason is None:
            return [self._rows[code]]
        given = bool(self._desk.record.answer(reason_key(result.rule)).note.strip())
        missing = bool(years_left_out(self._desk.record, result.rule.activity))
        planned = bool(lessons_of(self._desk.record, result.rule.activity))
        reason.setVisible(reason.hasFocus() or (shown and ((missing and planned) or given)))
        return [self._rows[code], reason]

    def _met_words(self, count: int, *, whole: bool) -> str:
        return self.tr("All {count} met").format(count=count) if whole else self.tr("{count} met").format(count=count)

    def _summary(self, unmet: int, count: int) -> tuple[str, str]:
        if not unmet:
            return self.tr("All met"), "strength"
        if unmet == 1 and count > 1:
            return self.tr("All met but one"), "develop"
        return self.tr("{unmet} of {count} to do").format(unmet=unmet, count=count), "develop"


def is_about_agreement(rule: PlanRule) -> bool:
    """Return whether a rule is met by the day on which the plan was agreed."""
    return rule.days > 0 and not rule.activity
