"""What the facts of a report could be filled in with: known already, never written without a person's act."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.parts.offer_line import OfferLine
from ui.widgets.buttons import Button
from ui.widgets.layout import clear, column, row, shown_if
from ui.widgets.tab_order import follow, stop_before
from ui.widgets.text import Text
from ui.workspace.desk import Desk, News
from visitapp.domain.places import answered
from visitapp.domain.published.known_facts import KnownFact


class KnownOffers(QWidget):
    """A button for each fact that is known and not filled in, and one for all of them; gone when there are none."""

    def __init__(self, desk: Desk, find: Callable[[], Sequence[KnownFact]]) -> None:
        super().__init__()
        self._desk, self._find = desk, find
        self._shown: tuple[KnownFact, ...] = ()
        self._offers: list[OfferLine] = []
        self.setAccessibleName(self.tr("Known already"))
        self.use_all = Button("", "soft", icon="check", small=True)
        self.use_all.clicked.connect(self._use_all)
        self._lines = column(spacing=5)
        says = Text(self.tr("Known already. Press one to use it."), "caption", "text2", wrap=True)
        self.setLayout(column(row((says, 1), self.use_all, spacing=8), self._lines, spacing=4))
        desk.changed.connect(self._hear)
        self.refresh()

    def refresh(self) -> None:
        """Offer what is known now."""
        found = tuple(self._find())
        shown_if(self, bool(found))
        if found == self._shown:
            return
        self._shown = found
        before = stop_before(self)
        clear(self._lines)
        self._offers = [self._offer(one) for one in found]
        for line in self._offers:
            self._lines.addWidget(line)
            line.show()
        follow(before, self)
        self.use_all.set_label(self.tr("Use 1 known fact") if len(found) == 1 else self._counted(len(found)))

    def _counted(self, count: int) -> str:
        return self.tr("Use {count} known facts").format(count=count)

    def _offer(self, one: KnownFact) -> OfferLine:
        line = OfferLine(f"{one.label}: {one.shown}", one.source)
        line.taken.connect(partial(self._use, one))
        return line

    def _use(self, one: KnownFact) -> None:
        place = self._shown.index(one) if one in self._shown else 0
        self._desk.answer(self.tr("{label} filled in").format(label=one.label), one.key, one.value)
        if self._offers and self._shown:
            self._offers[min(place, len(self._offers) - 1)].take_focus()

    def _use_all(self) -> None:
        record = self._desk.record
        changes = [change for one in self._shown for change in answered(record, one.key, value=one.value)]
        words = self.tr("1 known fact used") if len(self._shown) == 1 else self.tr("{count} known facts used")
        self._desk.act(words.format(count=len(self._shown)), changes)

    def _hear(self, news: News) -> None:
        if news.kinds & {"answer", "figure", "inspection", "school", "visit"}:
            self.refresh()
