"""The summary stage: find, weigh, agree, read back."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.pages.stage_page import Part, StagePage, View
from ui.pages.summary.actions_tab import ActionsTab
from ui.pages.summary.commands import ADD_ACTION, ADD_FINDING, GO, summary_commands
from ui.pages.summary.excellence_tab import ExcellenceTab, has_excellence
from ui.pages.summary.findings_tab import FindingsTab
from ui.pages.summary.judgement_tab import JudgementTab, has_judgement
from ui.pages.summary.measures_tab import MeasuresTab, has_measures
from ui.pages.summary.offer_back import OfferBack
from ui.pages.summary.read_back_tab import ReadBackTab
from ui.pages.summary.sub_header import SubHeader
from ui.pages.summary.tabs import ACTIONS, EXCELLENCE, FINDINGS, JUDGEMENT, MEASURES, READ_BACK
from ui.parts.check_stage import STAGE_DONE, turn_stage
from ui.shell.palette import Command
from ui.widgets.layout import column
from ui.workspace.desk import Desk, News
from visitapp.domain.taking_over import asks_for_actions

_KINDS = frozenset({"finding", "support", "note", "answer", "action", "block", "school", "bearing", "reading"})
_TEAM = frozenset({"member", "view", "point"})

Tab = FindingsTab | MeasuresTab | ExcellenceTab | JudgementTab | ActionsTab | ReadBackTab


class SummaryPage(StagePage):
    """Tabs on one visit, as its framework asks for them; each is built when it is first shown and then kept."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        framework = desk.record.framework
        asked = {
            FINDINGS: True,
            MEASURES: has_measures(framework),
            EXCELLENCE: has_excellence(framework),
            JUDGEMENT: has_judgement(framework),
            ACTIONS: asks_for_actions(framework),
            READ_BACK: True,
        }
        self.codes = tuple(code for code, wanted in asked.items() if wanted)
        self.header = SubHeader(desk, self.codes)
        self._stack = QStackedWidget()
        self._tabs: dict[str, Tab] = {}
        self.toast = OfferBack(self, desk)
        self.setLayout(column(self.header, (self._stack, 1), spacing=0))
        self.header.tab_chosen.connect(self.show_tab)
        self.header.private_turned.connect(self._show_private)
        self.header.present_wanted.connect(partial(self.command_wanted.emit, "present"))
        desk.changed.connect(self._on_news)
        self.header.show_current(FINDINGS)

    @property
    def current(self) -> str:
        """Return the code of the tab in view."""
        return self.header.current()

    def tab(self, code: str) -> Tab:
        """Return a tab, built if it was not yet."""
        if code not in self._tabs:
            makers: dict[str, Callable[[], Tab]] = {
                FINDINGS: self._make_findings,
                MEASURES: self._make_measures,
                EXCELLENCE: self._make_excellence,
                JUDGEMENT: self._make_judgement,
                ACTIONS: self._make_actions,
                READ_BACK: self._make_read_back,
            }
            self._tabs[code] = makers[code]()
            self._stack.addWidget(self._tabs[code])
        return self._tabs[code]

    def show_tab(self, code: str) -> None:
        """Bring a tab into view, up to date."""
        tab = self.tab(code)
        tab.refresh()
        self.header.show_current(code)
        self._stack.setCurrentWidget(tab)
        self.views_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Have the tab in view there, and up to date."""
        self.show_tab(self.current)
        super().showEvent(event)

    def panes(self) -> Sequence[QWidget]:
        """Return the sub-header and the panes of the tab in view."""
        return (self.header, *self.tab(self.current).panes())

    def views(self) -> Sequence[View]:
        """Return evidence, findings and estimates, or board and indicator, each by itself, while they are in view."""
        tab = self.tab(self.current)
        if isinstance(tab, MeasuresTab):
            return tab.views()
        if not isinstance(tab, FindingsTab):
            return ()
        found = [
            View("evidence", self.tr("Evidence"), "layers-2", (tab.tray,)),
            View("findings", self.tr("Findings"), "columns-3", (tab.area,)),
        ]
        if tab.estimates is not None:
            found.append(View("estimates", self.tr("Estimates"), "gauge", (tab.estimates,)))
        return found

    def side_pane(self) -> QWidget | None:
        """Return the pane of estimates, where findings are grouped, or that of the indicator."""
        tab = self.tab(self.current)
        if isinstance(tab, MeasuresTab):
            return tab.pane
        return tab.estimates if isinstance(tab, FindingsTab) else None

    def commands(self) -> Sequence[Command]:
        """Return the tabs, what is judged, and what can be added."""
        tabs = [(code, self.header.title_of(code)) for code in self.codes]
        return summary_commands(self.desk, tabs, self.tr("Summary"))

    def run(self, code: str) -> None:
        """Go to a tab or add something."""
        if code.startswith(GO):
            self.show_place(code.removeprefix(GO))
        elif code.startswith(ADD_FINDING):
            self.show_tab(FINDINGS)
            tab = self.tab(FINDINGS)
            if isinstance(tab, FindingsTab):
                tab.add(code.removeprefix(ADD_FINDING))
        elif code == STAGE_DONE:
            turn_stage(self.desk, "summary", self.tr("Summary"))
        elif code == ADD_ACTION and ACTIONS in self.codes:
            self._add_action()

    def show_place(self, place: str) -> None:
        """Show a tab by its code and put the focus in it; an unknown place is the first tab.

        After a colon may stand what to look at there: the id of a finding or a point, the key of an estimate.
        """
        place, _, about = place.partition(":")
        code = place if place in self.codes else FINDINGS
        self.show_tab(code)
        self.take_focus()
        self._show_about(self.tab(code), about)

    def part_of(self, place: str) -> Part:
        """Return the tab in which a place is; none is one in sight."""
        code = place.partition(":")[0]
        return Part(self.header.title_of(code), code == self.current) if code in self.codes else Part()

    def take_focus(self) -> None:
        """Put the focus where work goes on in the tab in view."""
        self.tab(self.current).take_focus()

    def _make_findings(self) -> FindingsTab:
        tab = FindingsTab(self.desk)
        tab.deleted.connect(self.toast.offer)
        if tab.estimates is not None:
            tab.estimates.place_wanted.connect(self._go)
        return tab

    def _make_measures(self) -> MeasuresTab:
        tab = MeasuresTab(self.desk)
        tab.focus_moved.connect(partial(self.view_wanted.emit, ""))
        return tab

    def _make_excellence(self) -> ExcellenceTab:
        tab = ExcellenceTab(self.desk)
        tab.place_wanted.connect(self._go)
        return tab

    def _make_judgement(self) -> JudgementTab:
        tab = JudgementTab(self.desk)
        tab.action_wanted.connect(self._show_action)
        tab.add_action_wanted.connect(self._add_action)
        if tab.team is not None:
            tab.team.place_wanted.connect(self._go)
            tab.team.deleted.connect(self.toast.offer)
        return tab

    def _make_actions(self) -> ActionsTab:
        tab = ActionsTab(self.desk)
        tab.deleted.connect(self.toast.offer)
        return tab

    def _make_read_back(self) -> ReadBackTab:
        tab = ReadBackTab(self.desk)
        tab.place_wanted.connect(self._go)
        return tab

    def _on_news(self, news: News) -> None:
        if news.kinds & (_KINDS | _TEAM):
            self.header.refresh()
            if self.current in self._tabs:
                self._tabs[self.current].refresh()

    def _show_private(self, shown: bool) -> None:
        for code in (FINDINGS, JUDGEMENT, EXCELLENCE):
            tab = self.tab(code) if code in self.codes else None
            if isinstance(tab, FindingsTab | JudgementTab | ExcellenceTab):
                tab.show_private(shown)

    def _show_action(self, action_id: str) -> None:
        self.show_tab(ACTIONS)
        tab = self.tab(ACTIONS)
        if isinstance(tab, ActionsTab):
            tab.show_action(action_id)

    def _show_about(self, tab: Tab, about: str) -> None:
        if isinstance(tab, JudgementTab) and about:
            tab.show_about(about)
        elif isinstance(tab, FindingsTab) and about:
            tab.show_finding(about)
        elif isinstance(tab, ActionsTab) and about:
            tab.show_action(about)

    def _add_action(self) -> None:
        self.show_tab(ACTIONS)
        tab = self.tab(ACTIONS)
        if isinstance(tab, ActionsTab):
            tab.add()

    def _go(self, place: str) -> None:
        stage, _, within = place.partition(":")
        if stage == "summary":
            self.show_place(within)
        else:
            self.place_wanted.emit(place)
