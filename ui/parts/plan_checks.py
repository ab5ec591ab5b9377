"""What the programme asks of the plan, and whether it is so."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.parts.autosave import Autosave
from ui.widgets.checks import StateRow
from ui.widgets.layout import column, row
from ui.widgets.line_edit import LineEdit
from ui.widgets.tags import Tag
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.framework import PlanRule
from visitapp.domain.places import answer_place
from visitapp.domain.planning import RuleResult, lessons_of, plan_results, reason_key, takes_reason, years_left_out


class PlanChecks(QWidget):
    """The plan rules as rows; `wanted` brings the rule that was pressed."""

    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._tag = Tag("")
        self._rows: list[StateRow] = []
        self._reasons: dict[str, LineEdit] = {}
        layout = column(row(Text(self.tr("Checks"), "heading"), None, self._tag), 2, spacing=3)
        for result in plan_results(desk.record):
            line = StateRow(result.rule.title, pad=5)
            line.clicked.connect(partial(self.wanted.emit, result.rule))
            self._rows.append(line)
            layout.addWidget(line)
            if takes_reason(result.rule):
                self._reasons[result.rule.code] = self._reason(result.rule)
                layout.addWidget(self._reasons[result.rule.code])
        if not self._rows:
            layout.addWidget(Text(self.tr("This programme has no rules for the plan."), "small", "text2", wrap=True))
        self.setLayout(layout)
        self.refresh()

    def refresh(self) -> None:
        """Show the results as the record now stands."""
        results = plan_results(self._desk.record)
        for line, result in zip(self._rows, results, strict=True):
            line.set_state("ok" if result.met else "warn", result.note)
            self._show_reason(result)
        unmet = sum(not result.met for result in results)
        self._tag.set_tag(*self._summary(unmet, len(results)))
        self._tag.setVisible(bool(results))

    def _reason(self, rule: PlanRule) -> LineEdit:
        line = LineEdit(self.tr("Why not, {title}").format(title=rule.title), self.tr("Why not"))
        Autosave(line, self._desk, answer_place(reason_key(rule)), self.tr("Reason given"))
        return line

    def _show_reason(self, result: RuleResult) -> None:
        """Ask why not where something is missing; a reason that was given stays in sight."""
        line = self._reasons.get(result.rule.code)
        if line is not None:
            given = bool(self._desk.record.answer(reason_key(result.rule)).note.strip())
            missing = bool(years_left_out(self._desk.record, result.rule.activity))
            planned = bool(lessons_of(self._desk.record, result.rule.activity))
            line.setVisible(line.hasFocus() or (missing and planned) or given)

    def _summary(self, unmet: int, count: int) -> tuple[str, str]:
        if not unmet:
            return self.tr("All met"), "strength"
        if unmet == 1 and count > 1:
            return self.tr("All met but one"), "develop"
        return self.tr("{unmet} of {count} to do").format(unmet=unmet, count=count), "develop"


def is_about_agreement(rule: PlanRule) -> bool:
    """Return whether a rule is met by the day on which the plan was agreed."""
    return rule.days > 0 and not rule.activity
