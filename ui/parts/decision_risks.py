"""The risks that were found, each with how heavily a person says it weighs."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.parts.finding_menu import choice_menu, open_below
from ui.parts.finding_tags import TagButton
from ui.widgets.icons import Icon
from ui.widgets.layout import clear, column, row, shown_if, wrap
from ui.widgets.text import Text
from ui.widgets.tones import TONES
from ui.workspace.desk import Desk
from ui.workspace.summing_up import SummingUp
from visitapp.domain.finding import Finding
from visitapp.domain.framework import Option
from visitapp.domain.record import VisitRecord

_RISK = "risk"
_TONES = ("neutral", "develop", "risk")


class RisksFound(QWidget):
    """A line for each finding of risk; without levels in the framework only its words."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._levels: dict[str, TagButton] = {}
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._lines = column(spacing=4)
        self._title = Text(self.tr("Risks found"), "captionm", "text2")
        self.setLayout(column(self._title, self._lines, spacing=4))
        self.refresh()

    def levels(self) -> dict[str, TagButton]:
        """Return the button of every risk by the id of its finding."""
        return dict(self._levels)

    def refresh(self) -> None:
        """Show what the record holds; lines are made again only when the risks are others."""
        record = self._desk.record
        risks = _risks(record)
        told = tuple((one.id, one.text) for one in risks)
        if told != self._shown:
            self._shown = told
            self._levels.clear()
            clear(self._lines)
            for one in risks:
                self._lines.addWidget(self._line(one))
            if not risks:
                self._lines.addWidget(Text(self.tr("None recorded"), "small", "text2"))
            shown_if(self, any(kind.tone == _RISK for kind in record.framework.finding_kinds))
        for one in risks:
            self._show_level(one)

    def _line(self, finding: Finding) -> QWidget:
        kind = self._desk.record.framework.finding_kind(finding.kind)
        words = Text(finding.text, "small", wrap=True, max_lines=3)
        words.setToolTip(finding.text)
        mark = Icon(kind.icon if kind else "circle", TONES[_RISK].front, 14, 2)
        pieces = row(mark, (column(None, words, None, spacing=0), 1), spacing=7)
        if self._desk.record.framework.judgement.risk_levels:
            level = self._levels[finding.id] = TagButton("")
            level.clicked.connect(partial(self._choose, finding.id))
            pieces.addWidget(level)
        return wrap(pieces)

    def _show_level(self, finding: Finding) -> None:
        button = self._levels.get(finding.id)
        if button is None:
            return
        levels = self._desk.record.framework.judgement.risk_levels
        place = next((place for place, one in enumerate(levels) if one.code == finding.level), -1)
        label = levels[place].label if place >= 0 else self.tr("Not weighed")
        name = self.tr("Level of risk: {label}. {finding}").format(label=label, finding=finding.text)
        if place < 0:
            button.set_tag(self.tr("Level"), name)
        else:
            button.set_tag(label, name, tone=_TONES[min(place, len(_TONES) - 1)], outlined=False)

    def _choose(self, finding_id: str) -> None:
        finding = self._desk.record.find("finding", finding_id)
        if isinstance(finding, Finding):
            levels = self._desk.record.framework.judgement.risk_levels
            choices = [(one.code, _in_full(one)) for one in levels] + [("", self.tr("Not weighed"))]
            change = partial(self._change, finding_id)
            menu = choice_menu(self, self.tr("Level of risk"), choices, finding.level, change)
            open_below(menu, self._levels[finding_id])

    def _change(self, finding_id: str, code: str) -> None:
        finding = self._desk.record.find("finding", finding_id)
        if isinstance(finding, Finding):
            SummingUp(self._desk).change_finding(finding, level=code)


def _risks(record: VisitRecord) -> tuple[Finding, ...]:
    kinds = [kind.code for kind in record.framework.finding_kinds if kind.tone == _RISK]
    return tuple(one for kind in kinds for one in record.findings(kind) if one.text.strip())


def _in_full(level: Option) -> str:
    return f"{level.label}: {level.detail}" if level.detail else level.label
