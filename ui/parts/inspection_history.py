"""The inspections of the school, published and typed: dated words side by side, each under its own framework."""

from PySide6.QtWidgets import QWidget

from ui.parts.inspection_offers import InspectionOffers
from ui.parts.inspection_sheet import InspectionSheet
from ui.parts.inspection_strip import InspectionStrip, InspectionTile, TileLine
from ui.widgets.buttons import IconButton
from ui.widgets.empty import EmptyState
from ui.widgets.layout import column, row, wrap
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.desk import Desk, News
from ui.workspace.published import Published
from visitapp.domain.published.history import Event, history, next_expected
from visitapp.domain.published.inspections import PublishedInspection
from visitapp.domain.published.lineage import predecessors
from visitapp.domain.published.scales import SAFEGUARDING, InspectionLists
from visitapp.domain.record import VisitRecord
from visitapp.frameworks.inspections import load_inspections

_TYPE = "type"


class InspectionHistory(Card):
    """The card "Inspection history". `refresh` shows what is now known; pressing an inspection opens it."""

    def __init__(self, desk: Desk, published: Published | None) -> None:
        self._desk, self._published = desk, published
        self._lists: InspectionLists = load_inspections()
        self._events: tuple[Event, ...] = ()
        self._earlier: dict[str, str] = {}
        super().__init__()
        name = self.tr("Inspection history")
        self.setAccessibleName(name)
        self.strip = InspectionStrip(name)
        self.strip.pressed.connect(self._open)
        self._add = IconButton("plus", self.tr("Type an inspection"), size=28, icon_size=16)
        self._add.clicked.connect(self.type_new)
        self._scales = Text(
            self.tr("Scales differ, so grades are never joined in one line"), "caption", "text2", elide=True
        )
        self._source = Text("", "caption", "text2", wrap=True)
        self._empty = EmptyState(
            "history",
            self.tr("No inspection is known yet"),
            self.tr("Import the inspectorate's file of outcomes, or type what the last report says."),
            [(_TYPE, self.tr("Type an inspection"), "plus")],
        )
        self._empty.acted.connect(self._on_acted)
        head = row(Text(name, "heading"), 6, (self._right(), 1), self._add, spacing=6)
        self._source.setContentsMargins(8, 2, 8, 2)
        self._offers = InspectionOffers(desk, self._lists)
        self.setLayout(
            column(head, self.strip, self._offers, self._source, self._empty, spacing=2, margins=(10, 7, 10, 8))
        )
        head.setContentsMargins(8, 0, 0, 0)
        desk.changed.connect(self._hear)
        if published is not None:
            published.changed.connect(self.refresh)
        self.refresh()

    @property
    def events(self) -> tuple[Event, ...]:
        """Return what is shown, the oldest first, the next inspection last where somebody typed it."""
        return self._events

    def refresh(self) -> None:
        """Show every inspection that is published of the school and those before it, or typed for this visit."""
        record = self._desk.record
        typed = record.living("inspection")
        published = self._published_of(record)
        events = history(published, typed, self._lists)
        self._events = (*events, *next_expected(typed, self._lists))
        self.strip.show_tiles([self._tile(event) for event in self._events])
        for part in (self.strip, self._scales, self._add):
            part.setVisible(bool(self._events))
        self._empty.setVisible(not self._events)
        self._offers.offer(self._events)
        sources = "; ".join(dict.fromkeys(one.source or self._lists.source for one in published))
        licence = self.tr("Published: {source}. Open Government Licence v3.0.").format(source=sources)
        self._source.set_text(licence if sources else "")
        self._source.setVisible(bool(sources))

    def type_new(self) -> None:
        """Open a sheet for an inspection nobody has told of yet."""
        self._show_sheet(None)

    def _right(self) -> QWidget:
        return wrap(row(None, self._scales, spacing=0))

    def _published_of(self, record: VisitRecord) -> tuple[PublishedInspection, ...]:
        urn = record.school.urn
        if self._published is None or not urn:
            return ()
        before = predecessors(urn, self._published.links_of(urn))
        self._earlier = {one.urn: one.name for one in before}
        return self._published.inspections_of((urn, *self._earlier))

    def _tile(self, event: Event) -> InspectionTile:
        concern, safe = event.concern, self._safeguarding(event)
        lines = [
            TileLine(event.when or self.tr("Day not known"), "caption", "text2"),
            TileLine(event.headline, "label", "text"),
            TileLine(concern, "captionm", "risk"),
            TileLine(safe, "caption", "text2"),
            TileLine(event.framework_words, "caption", "text2"),
            TileLine(self._of_school(event), "caption", "text2"),
            TileLine(self._counted(event.points), "caption", "text2"),
            TileLine(self._register(event), "caption", "text2"),
        ]
        spoken = ". ".join(
            filter(None, (event.dated, concern, safe, self._of_school(event), *event.points, self._register(event)))
        )
        tile = InspectionTile(lines, spoken, self.tr("Opens it to read or to type"))
        tile.setToolTip(self._said_in_full(event))
        return tile

    def _safeguarding(self, event: Event) -> str:
        """Return what is said of safeguarding where a report leads with it, or where it is not as it must be."""
        framework, scale = self._lists.framework(event.framework), self._lists.scale_of(event.framework, SAFEGUARDING)
        leads = framework is not None and framework.shows_safeguarding
        is_well = scale is not None and event.safeguarding == scale.words[0]
        if not event.safeguarding or (is_well and not leads):
            return ""
        return self.tr("Safeguarding: {words}").format(words=event.safeguarding.lower())

    def _counted(self, points: tuple[str, ...]) -> str:
        if len(points) > 1:
            return self.tr("{count} points to improve").format(count=len(points))
        return self.tr("1 point to improve") if points else ""

    def _register(self, event: Event) -> str:
        """Return who says so, where the inspectorate's own files do not."""
        return event.source if event.number and not event.typed_id and event.source != self._lists.source else ""

    def _of_school(self, event: Event) -> str:
        if not event.urn or event.urn == self._desk.record.school.urn:
            return ""
        name = self._earlier.get(event.urn, "")
        if name:
            return self.tr("As {school}").format(school=name)
        return self.tr("Under its earlier number {urn}").format(urn=event.urn)

    def _said_in_full(self, event: Event) -> str:
        areas = [f"{self._area(one.area)}: {one.words}" for one in event.areas]
        safe = [f"{self._area(SAFEGUARDING)}: {event.safeguarding}"] if event.safeguarding else []
        return "\n".join(filter(None, (event.dated, *areas, *safe, *event.points, event.source)))

    def _area(self, code: str) -> str:
        return self._lists.areas[code].label if code in self._lists.areas else code

    def _open(self, place: int) -> None:
        self._show_sheet(self._events[place])

    def _on_acted(self, _code: str) -> None:
        self.type_new()

    def _show_sheet(self, event: Event | None) -> None:
        InspectionSheet(self.window(), self._desk, self._lists, event).open()

    def _hear(self, news: News) -> None:
        if news.kinds & {"inspection", "school"}:
            self.refresh()
