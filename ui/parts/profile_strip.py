"""What a school is told by, in one strip: the newest figure known of each, with its year, and where it is matched."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from ui.parts.fact_date import short_day
from ui.theme.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.layout import clear, column, row, wrap
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.gathering import Gathering
from visitapp.domain.published.charted import ProfileFigure
from visitapp.frameworks.measures import load_measures


class _Said(NamedTuple):
    figure: str
    year: str
    words: str


class ProfileStrip(Card):
    """Shows the profile; `match_wanted` asks for the sheet that finds the school in the register."""

    match_wanted = Signal()

    def __init__(self, desk: Desk, gathering: Gathering) -> None:
        self._desk, self._gathering = desk, gathering
        self._shown: tuple[_Said, ...] | None = None
        super().__init__()
        self.setAccessibleName(self.tr("Profile of the school"))
        self._figures = Flow(spacing=theme().scaled(22), line_spacing=6)
        self._standing = Text("", "caption", "text2", elide=True)
        self._earlier = Text("", "caption", "text2", wrap=True)
        self._match = Button("", "link", icon="search", small=True)
        self._match.clicked.connect(self.match_wanted)
        foot = row((self._standing, 1), self._match, spacing=8)
        self.setLayout(column(self._figures, foot, self._earlier, spacing=3, margins=(18, 9, 12, 5)))
        self.refresh()

    def refresh(self) -> None:
        """Show what is known now."""
        figures, capacity = self._gathering.profile()
        said = tuple(_said(one, capacity if not number else None) for number, one in enumerate(figures))
        if said != self._shown:
            self._shown = said
            clear(self._figures)
            for one in said:
                cell = _cell(one)
                self._figures.addWidget(cell)
                cell.show()
        school = self._desk.record.school
        self._standing.set_text(self._matched() if school.details else self.tr("Not matched to the register"))
        words = self.tr("Change the match") if school.details else self.tr("Match to the register")
        self._match.set_label(words)
        self._show_earlier()

    def _matched(self) -> str:
        school = self._desk.record.school
        parts = (
            self.tr("URN {urn}").format(urn=school.urn),
            self._desk.record.framework.label("phases", school.phase) if school.phase else "",
            self.tr("register as of {day}").format(day=short_day(school.details_on)) if school.details_on else "",
            str(school.register_details.get("kind", "")),
            school.trust,
        )
        return "  \u00b7  ".join(part for part in parts if part)

    def _show_earlier(self) -> None:
        found = [
            f"{one.name or self.tr('a school')} ({one.urn})" + ("" if one.alone else self.tr(", one of several"))
            for one in self._gathering.earlier_schools()
        ]
        words = self.tr("Before: {schools}. Figures of schools that merged are never added up.")
        self._earlier.set_text(words.format(schools="; ".join(found)) if found else "")
        self._earlier.setVisible(bool(found))


def _cell(said: _Said) -> QWidget:
    known = bool(said.figure)
    figure = Text(said.figure or _tr("not known"), "heading" if known else "caption", "text" if known else "text3")
    year = Text(said.year, "caption", "text3", tnum=True)
    year.setVisible(bool(said.year))
    top = row(figure, year, None, spacing=5)
    cell = wrap(column(top, Text(said.words, "caption", "text2"), spacing=0))
    cell.setAccessibleName(f"{said.words}: {said.figure or _tr('not known')} {said.year}".strip())
    return cell


def _said(one: ProfileFigure, capacity: ProfileFigure | None) -> _Said:
    words = {
        "roll": _tr("on roll"),
        "disadvantaged-share": _tr("disadvantaged"),
        "meals-ever6": _tr("free meals, 6 years"),
        "sen-support": _tr("SEND support"),
        "ehc-plans": _tr("EHC plan"),
        "eal": _tr("EAL"),
        "attendance": _tr("attendance"),
        "absence-overall": _tr("absence"),
        "suspensions": _tr("suspensions"),
        "suspensions-rate": _tr("suspensions per 100"),
    }[one.measure]
    if capacity is not None and capacity.value is not None:
        words = _tr("on roll, of {places}").format(places=f"{capacity.value:.0f}")
    if one.value is None:
        return _Said("", "", words)
    measure = load_measures().measures[one.measure]
    unit = "%" if measure.unit in ("percent", "share") else ""
    year = f"\u2019{one.year[2:]}" if len(one.year) == 4 else ""
    return _Said(f"{one.value:g}{unit}", year, words)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProfileStrip", text)
