"""The school's answer: what it changed and said, decided one by one, until the next draft can be made."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.pages.report.returned.head import ALL, CHANGED, OPEN, ReturnedHead
from ui.pages.report.returned.remark_card import CaseCard, SentCard
from ui.pages.report.returned.side import ReturnedSide
from ui.pages.report.returned.words import Grounds, grounds, verdict_tag
from ui.widgets.announce import announce
from ui.widgets.empty import EmptyState
from ui.widgets.layout import clear, column, row, wrap
from ui.widgets.surfaces import Panel, Scroll
from ui.workspace.answers import Answers, export_of, remarks_of
from ui.workspace.desk import Desk, News
from visitapp.domain.answering import REWORDED, Remark, Returned
from visitapp.domain.report import Report
from visitapp.domain.returned.arranging import Arranged, Case, arranged

_OURS = frozenset(("remark", "returned"))
_ROOM = 14


class ReturnedView(QWidget):
    """One answer at a time. Asks for the report again (`back_wanted`), the next draft, the reply letter, the file, or
    the place of a figure."""

    back_wanted = Signal()
    draft_wanted = Signal()
    letter_wanted = Signal()
    file_wanted = Signal()
    place_wanted = Signal(str)

    def __init__(self, desk: Desk, answers: Answers, report: Callable[[], Report]) -> None:
        super().__init__()
        self._desk, self._answers, self._report = desk, answers, report
        self.returned_id = ""
        self._on: Grounds | None = None
        self._found = Arranged((), (), (), (), 0)
        self._cards: dict[str, CaseCard] = {}
        self._as_sent: dict[str, SentCard] = {}
        self._shown: frozenset[str] = frozenset()
        self.head, self.side = ReturnedHead(), ReturnedSide(desk)
        self.outcome = column(spacing=0, margins=(18, 0, 18, 0))
        self._list = column(spacing=10)
        self._none = self._empty()
        inner = wrap(column(self._none, self._list, None, spacing=0, margins=(18, 12, 20, 20)))
        name = self.tr("Changes and comments")
        self._inner, self._scroll = inner, Scroll(inner, name)
        self.cards = Panel(column(self.outcome, (self._scroll, 1), spacing=0, margins=(0, 8, 0, 0)), name=name)
        self.setLayout(column(self.head, (row((self.cards, 1), self.side, spacing=0), 1), spacing=0))
        self._connect()

    def show_answer(self, returned_id: str) -> None:
        """Show an answer, at first what was changed."""
        self.returned_id = returned_id
        self._clear()
        self.head.filter.set_current(CHANGED)
        self._on = None
        clear(self.outcome)
        self.refresh()
        self._pick(CHANGED)

    def refresh(self) -> None:
        """Show the answer as the record now has it; one that is gone leads back to the report."""
        returned = self.returned()
        export = export_of(self._desk.record, returned) if returned is not None else None
        if returned is None or export is None:
            self.returned_id = ""
            self.back_wanted.emit()
            return
        on = self._on = self._on or grounds(export, self._report())
        self._found = arranged(remarks_of(self._desk.record, returned.id), export.sent())
        if [one.remark.id for one in self._found.cases] != list(self._cards):
            self._build(on)
        for case in self._found.cases:
            self._cards[case.remark.id].refresh(case, on)
        paper = self._desk.record.framework.paper(export.variant) if export.variant else None
        self.head.show_answer(returned, export, paper.title if paper else export.variant)
        self.head.show_counts(self._every(), len(self._cards), self._found.to_decide)
        self.side.show_answer(returned, self._found, on)

    def returned(self) -> Returned | None:
        """Return the answer on show, None when it is gone."""
        found = self._desk.record.find("returned", self.returned_id)
        return found if isinstance(found, Returned) else None

    def take_focus(self) -> None:
        """Put the focus on the first card that is to be decided, or on the first of all."""
        shown = [card for card in self._cards.values() if not card.isHidden()]
        undecided = {case.remark.id for case in self._found.cases if case.is_open}
        wanted = next((card for card in shown if card.remark_id in undecided), shown[0] if shown else None)
        if wanted is not None:
            wanted.take_focus()
        else:
            self.head.back.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the report on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.head.filtered.connect(self._pick)
        self.head.back_wanted.connect(self.back_wanted)
        self.head.letter_wanted.connect(self.letter_wanted)
        self.head.file_wanted.connect(self.file_wanted)
        self.side.decided.connect(self._decide)
        self.side.draft_wanted.connect(self.draft_wanted)
        self._desk.changed.connect(self._hear)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _hear(self, news: News) -> None:
        if not news.kinds <= _OURS:
            self._on = None
        if self.isVisible() and self.returned_id:
            self.refresh()

    def showEvent(self, event: object) -> None:
        """Show what changed while something else was in sight."""
        if self.returned_id:
            self.refresh()

    def _decide(self, remark_id: str, verdict: str) -> None:
        case = self._case(remark_id)
        remark = self._desk.record.find("remark", remark_id)
        if not isinstance(remark, Remark):
            return
        card = self._cards.get(remark_id)
        wording = card.verdict.written() if card is not None and verdict == REWORDED else ""
        placing = self._answers.decide(remark, verdict, wording=wording, along=case.comments if case else ())
        announce(self, ". ".join(part for part in (verdict_tag(verdict)[0], placing.hindrance) if part))

    def _case(self, remark_id: str) -> Case | None:
        cases = (*self._found.cases, *self._found.missing)
        return next((one for one in cases if one.remark.id == remark_id), None)

    def _build(self, on: Grounds) -> None:
        self._clear()
        for case in self._found.cases:
            self._cards[case.remark.id] = card = CaseCard(self._desk, case, on)
            card.decided.connect(partial(self._decide, case.remark.id))
            card.place_wanted.connect(self.place_wanted)
            card.walked.connect(partial(self._walk, card))
            self._list.addWidget(card)
        self._pick(self.head.filter.current())

    def _clear(self) -> None:
        clear(self._list)
        self._cards, self._as_sent = {}, {}

    def _pick(self, code: str) -> None:
        """Show the cards of a choice; one decided later stays in sight until a choice is made again."""
        if code == ALL:
            self._add_as_sent()
        undecided = {case.remark.id for case in self._found.cases if case.is_open}
        for remark_id, card in self._cards.items():
            card.setVisible(code != OPEN or remark_id in undecided)
        for one in self._as_sent.values():
            one.setVisible(code == ALL)
        self._none.setVisible(not (self._every() if code == ALL else undecided if code == OPEN else self._cards))

    def _every(self) -> int:
        return len(self._cards) + len(self._plain())

    def _plain(self) -> list[str]:
        carded = {case.remark.record_id for case in self._found.cases}
        return [record_id for record_id in self._found.as_sent if record_id not in carded]

    def _add_as_sent(self) -> None:
        """Put the texts that came back as they were between the cards, in the order in which they were sent."""
        if self._as_sent or self._on is None:
            return
        sent = self._on.export.sent()
        self._as_sent = {record_id: SentCard(record_id, sent[record_id], self._on) for record_id in self._plain()}
        order = {record_id: place for place, record_id in enumerate(sent)}
        placed: list[tuple[int, QWidget]] = [(order[one], card) for one, card in self._as_sent.items()]
        cases = [case.remark for case in self._found.cases]
        placed += [(order.get(one.record_id, len(order)), self._cards[one.id]) for one in cases]
        for number, (_, card) in enumerate(sorted(placed, key=_first)):
            self._list.insertWidget(number, card)

    def _walk(self, card: CaseCard, steps: int) -> None:
        shown = [one for one in self._cards.values() if not one.isHidden()]
        place = shown.index(card) + steps
        if 0 <= place < len(shown):
            shown[place].take_focus()

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self.isAncestorOf(now):
            return
        for card in self._cards.values():
            here = card is now or card.isAncestorOf(now)
            card.set_current(current=here)
            if here:
                self._scroll.ensureWidgetVisible(card, 0, _ROOM)

    def _empty(self) -> EmptyState:
        words = self.tr("What has no place, and what is missing, stands at the right.")
        empty = EmptyState("file-check", self.tr("Nothing to show here"), words)
        empty.hide()
        return empty


def _first(pair: tuple[int, QWidget]) -> int:
    return pair[0]
