"""The middle of preparation: the school's profile, its results and history, and what was agreed last time."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.parts.check_earlier import EarlierActions
from ui.parts.fact_form import FactForm
from ui.parts.inspection_history import InspectionHistory
from ui.parts.known_offers import KnownOffers
from ui.parts.profile_strip import ProfileStrip
from ui.parts.published_notice import PublishedNotice
from ui.parts.results_card import ResultsCard
from ui.widgets.chips import PickerChip
from ui.widgets.layout import clear, column, row, wrap
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Card, Panel, Scroll
from ui.widgets.tab_order import follow, stop_before
from ui.widgets.text import Text
from ui.workspace.desk import Desk, News
from ui.workspace.gathering import Gathering
from visitapp.domain.framework import Field, Option
from visitapp.domain.published.known_facts import KnownFact
from visitapp.domain.record import VisitRecord

_COLUMNS = 3
_MOST_SEGMENTS = 4
_MOST_LETTERS = 52
_CONTEXT, _COMMISSIONED = "context", "commissioned"
_FIGURES = frozenset({"figure", "school", "answer"})


class SchoolPane(Panel):
    """What is known of the school before the visit; `tables_wanted` asks for its tables of outcomes."""

    tables_wanted = Signal()

    def __init__(self, desk: Desk, earlier: VisitRecord | None) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("School"))
        self._desk = desk
        published = desk.published() if desk.published is not None else None
        self._published, self._gathering = published, Gathering(desk, published)
        self._choices: dict[str, Segmented | PickerChip] = {}
        self._facts: FactForm | None = None
        self._known: KnownOffers | None = None
        self._facts_here, self._asked = column(), tuple[Field, ...]()
        self._profile = ProfileStrip(desk, self._gathering)
        self._results = ResultsCard(self._gathering)
        self._inspections = InspectionHistory(desk, published)
        self._earlier = EarlierActions(desk, earlier)
        self._notice = PublishedNotice(published) if published is not None else None
        cards: list[QWidget] = [
            *((self._notice,) if self._notice else ()),
            self._profile,
            self._results,
            self._inspections,
            self._earlier,
        ]
        framework = desk.record.framework
        if framework.contexts or framework.commissioning:
            cards.append(self._about_card())
        if framework.school_facts:
            cards.append(self._facts_card())
        body = column(*cards, None, spacing=10, margins=(18, 14, 16, 12))
        self._scroll = Scroll(wrap(body), self.tr("School"))
        self.setLayout(column((self._scroll, 1), spacing=0))
        self._profile.match_wanted.connect(self.open_match)
        self._results.match_wanted.connect(self.open_match)
        self._results.paste_wanted.connect(self.open_paste)
        self._results.tables_wanted.connect(self.tables_wanted)
        if published is not None:
            published.changed.connect(self._ask_again)
        self.refresh()

    def refresh(self) -> None:
        """Show everything as the record now stands; the fields keep themselves."""
        self._earlier.refresh()
        self._show_facts()
        visit = self._desk.record.visit
        for name, choice in self._choices.items():
            choice.set_current(getattr(visit, name))
        self._show_trouble()

    def hear(self, news: News) -> None:
        """Show the school again where something of it changed."""
        if news.kinds & _FIGURES:
            self._profile.refresh()
        if news.kinds & (_FIGURES - {"answer"}):
            self._results.refresh()
            self._scroll.fit()

    def open_match(self) -> None:
        """Open the sheet that finds the school in the register."""
        from ui.parts.match_school import MatchSheet

        MatchSheet(self.window(), self._desk, self._gathering, self._published).open()

    def open_paste(self) -> None:
        """Open the sheet to enter figures."""
        from ui.parts.paste_figures import PasteSheet

        PasteSheet(self.window(), self._desk, self._gathering).open()

    def focus_earlier(self) -> None:
        """Put the focus on the actions of the visit before."""
        self._earlier.take_focus()

    def focus_fact(self, code: str) -> None:
        """Put the focus on a fact of the school."""
        if self._facts is not None:
            self._facts.focus_field(code)

    def _ask_again(self) -> None:
        self._gathering.forget()
        self._profile.refresh()
        self._results.refresh()
        if self._known is not None:
            self._known.refresh()
        self._show_trouble()
        self._scroll.fit()

    def _show_trouble(self) -> None:
        if self._notice is not None and self._published is not None:
            self._notice.show_trouble(self._published.trouble)

    def _facts_card(self) -> Card:
        record = self._desk.record
        town = ", ".join(part for part in (record.school.town, record.school.local_authority) if part)
        title = self.tr("Facts for the report")
        head = row(Text(title, "heading", elide=True), None, Text(town, "caption", "text2"))
        self._known = KnownOffers(self._desk, self._known_facts)
        return Card(column(head, self._known, 4, self._facts_here, spacing=6), margins=(18, 12, 18, 14))

    def _known_facts(self) -> tuple[KnownFact, ...]:
        return self._gathering.known_facts(self._inspections.events)

    def _show_facts(self) -> None:
        asked = self._desk.record.framework.school_facts
        if asked == self._asked:
            return
        self._asked = asked
        before = stop_before(self._facts) if self._facts is not None else None
        clear(self._facts_here)
        fields = [(field, f"fact.{field.code}") for field in asked]
        self._facts = FactForm(self._desk, fields, self.tr("Facts of the school"), _COLUMNS)
        self._facts_here.addWidget(self._facts)
        if before is not None:
            follow(before, self._facts)
        self._scroll.fit()

    def _about_card(self) -> Card:
        framework = self._desk.record.framework
        lines = column(spacing=8)
        asked = (
            (_CONTEXT, self.tr("Kind of visit"), framework.contexts),
            (_COMMISSIONED, self.tr("How it came about"), framework.commissioning),
        )
        for name, title, options in asked:
            if options:
                self._choices[name] = self._choice(name, title, options)
                lines.addLayout(row(Text(title, "heading"), None, self._choices[name], spacing=10))
        return Card(lines, margins=(18, 9, 18, 9))

    def _choice(self, name: str, title: str, options: tuple[Option, ...]) -> Segmented | PickerChip:
        short = sum(len(one.label) for one in options) <= _MOST_LETTERS and len(options) <= _MOST_SEGMENTS
        choice: Segmented | PickerChip
        if short:
            choice = Segmented([Segment(one.code, one.label) for one in options], title)
        else:
            choice = PickerChip(title, placeholder=self.tr("Choose"), sticky=False)
            choice.set_options([(one.code, one.label) for one in options])
        choice.picked.connect(partial(self._take, name, title))
        return choice

    def _take(self, name: str, title: str, code: str) -> None:
        changed = replace(self._desk.record.visit, **{name: code})
        self._desk.put(self.tr("{title} chosen").format(title=title), changed)
