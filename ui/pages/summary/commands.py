"""What can be gone to and added in the summary of a visit, by name."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from ui.pages.summary.tabs import ACTIONS, JUDGEMENT
from ui.parts.check_stage import stage_command
from ui.parts.estimate_choice import estimate_key
from ui.shell.palette import Command
from ui.workspace.desk import Desk
from visitapp.domain.deciding import DECISION, GRADE_RISK, RESPONSES, TOLD, asks_for_support
from visitapp.domain.framework import Judgement

GO = "summary.go."
ADD_FINDING = "summary.add."
ADD_ACTION = "summary.add_action"
CAPACITY, GRID, RISKS, NEW_POINT = "capacity", "grid", "risks", "new-point"


def summary_commands(desk: Desk, tabs: Sequence[tuple[str, str]], group: str) -> list[Command]:
    """Return the way to each tab, given as code and title, to each thing that is judged, and what can be added."""
    framework = desk.record.framework
    codes = [code for code, _ in tabs]
    found = [Command(f"{GO}{code}", title, "", group) for code, title in tabs]
    if JUDGEMENT in codes:
        judged = _judged(framework.judgement, asks_support=asks_for_support(desk.record))
        found += [Command(f"{GO}{JUDGEMENT}:{about}", title, "", group) for about, title in judged]
    for kind in framework.finding_kinds:
        words = _tr("Add finding: {kind}").format(kind=kind.label)
        found.append(Command(f"{ADD_FINDING}{kind.code}", words, "", group))
    if ACTIONS in codes:
        found.append(Command(ADD_ACTION, _tr("Add an action"), "", group))
    if JUDGEMENT in codes and framework.judgement.estimates:
        found.append(Command(f"{GO}{JUDGEMENT}:{NEW_POINT}", _tr("Add a point to settle"), "", group))
    return [*found, stage_command(desk, "summary", group)]


def _judged(asked: Judgement, *, asks_support: bool) -> Iterator[tuple[str, str]]:
    """Give what each card is about, as a place names it, and what it is called."""
    if asked.capacity:
        yield CAPACITY, asked.capacity_title or _tr("Capacity weighed against risk")
        yield GRID, _tr("Place the point on the grid")
    if asked.risk_levels:
        yield RISKS, _tr("How heavily each risk weighs")
    if asked.grade_risk is not None:
        yield GRADE_RISK, asked.grade_risk.title
    if asked.decision is not None:
        yield DECISION, asked.decision.title
        yield TOLD, _tr("Who was told, and when")
    if asked.support is not None and asks_support:
        yield RESPONSES, asked.support.title
    for one in asked.estimates:
        yield estimate_key(one), one.title


def _tr(text: str) -> str:
    return QCoreApplication.translate("SummaryPage", text)
