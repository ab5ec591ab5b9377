"""The right of the answer: what has no place, what is missing, the file itself, and the next draft."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.report.returned.file_card import FileFacts
from ui.pages.report.returned.side_card import SideCard, Way
from ui.pages.report.returned.words import Grounds, after_words, by_words, day_words, joined, numbered, quoted
from ui.widgets.buttons import Button
from ui.widgets.layout import Line, clear, column, row, wrap
from ui.widgets.surfaces import Panel, pane
from ui.widgets.text import Text
from ui.workspace.answers import remarks_of
from ui.workspace.desk import Desk
from visitapp.domain.answering import ACCEPTED, ASIDE, NEW, REJECTED, Remark, Returned
from visitapp.domain.returned.arranging import Arranged, Case
from visitapp.domain.returned.log import TextPlace
from visitapp.domain.returned.standing import standing

_WIDTH = 316
_LONGEST = 22


class ReturnedSide(Panel):
    """`decided` brings the id of a remark and a verdict; `draft_wanted` asks for the next draft."""

    decided = Signal(str, str)
    draft_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(edge="left")
        name = self.tr("Not matched, missing, and the file")
        self.setAccessibleName(name)
        self._desk = desk
        self._cards: dict[str, SideCard] = {}
        self._lists: dict[str, tuple[QWidget, Text, QVBoxLayout]] = {}
        self._file = FileFacts()
        self._count = Text("", "small", "develop")
        self._draft = Button("", "primary", icon_after="arrow-right", large=True, wide=True)
        self._draft.clicked.connect(self.draft_wanted)
        self._rule = Line()
        body = column(
            self._part(NEW, self.tr("Not matched")),
            self._part(REJECTED, self.tr("Missing")),
            self._rule,
            self._file,
            None,
            spacing=12,
        )
        inner = pane(body, column(self._count, self._draft, spacing=8), name=name, margins=(16, 12, 16, 12))
        self.setLayout(column((inner, 1), margins=(1, 0, 0, 0)))
        self.set_width(_WIDTH)

    def show_answer(self, returned: Returned, found: Arranged, on: Grounds) -> None:
        """Show an answer as it now stands; its cards are kept while they are about the same texts."""
        wanted = {one.id for one in found.unmatched} | {one.remark.id for one in found.missing}
        if wanted != set(self._cards):
            self._build(found, on)
        for one in found.unmatched:
            stands = standing(self._desk.record, one, on.now) if one.kind == NEW else standing(self._desk.record, one)
            self._cards[one.id].refresh(one.verdict, self._about_new(one, on), stands)
        for case in found.missing:
            self._refresh_missing(case, on)
        exports = self._desk.record.exports
        newest = max((one.revision for one in exports), default=0)
        self._file.show_file(returned, on.export, newest, remarks_of(self._desk.record, returned.id), found)
        self._show_counts(found, newest, on.next_revision)

    def _show_counts(self, found: Arranged, newest: int, coming: int) -> None:
        new = len(found.unmatched)
        self._count_list(NEW, new, self.tr("1 piece") if new == 1 else self.tr("{n} pieces").format(n=new))
        gone = len(found.missing)
        self._count_list(REJECTED, gone, self.tr("{gone} of {sent} sent").format(gone=gone, sent=found.sent))
        self._rule.setVisible(bool(new or gone))
        decide = self.tr("{n} to decide").format(n=found.to_decide) if found.to_decide else ""
        place = self.tr("{n} to place").format(n=found.to_place) if found.to_place else ""
        left = ", ".join(part for part in (decide, place) if part)
        self._count.set_text(left or self.tr("Everything is decided"))
        self._count.set_colour("develop" if left else "strength")
        same = not left and coming <= newest
        words = self.tr("Export draft {number} again") if same else self.tr("Make draft {number}")
        self._draft.set_label(words.format(number=coming if same else newest + 1))

    def _part(self, code: str, title: str) -> QWidget:
        count, cards = Text("", "small", "text2"), column(spacing=6)
        part = wrap(column(row(Text(title, "heading"), count, None, spacing=10), cards, spacing=6))
        self._lists[code] = (part, count, cards)
        return part

    def _count_list(self, code: str, count: int, words: str) -> None:
        part, text, _ = self._lists[code]
        part.setVisible(bool(count))
        text.set_text(words)

    def _build(self, found: Arranged, on: Grounds) -> None:
        for _, _, cards in self._lists.values():
            clear(cards)
        self._cards = {one.id: self._new_card(one, on) for one in found.unmatched}
        for one in found.unmatched:
            self._lists[NEW][2].addWidget(self._cards[one.id])
        for case in found.missing:
            self._cards[case.remark.id] = self._missing_card(case.remark)
            self._lists[REJECTED][2].addWidget(self._cards[case.remark.id])
        for remark_id, card in self._cards.items():
            card.decided.connect(partial(self.decided.emit, remark_id))

    def _new_card(self, remark: Remark, on: Grounds) -> SideCard:
        if remark.kind != NEW:
            way = Way(ASIDE, self.tr("Keep with the file"), self.tr("Kept with the file"), "neutral")
            return SideCard("message-circle", "neutral", quoted(remark.said), (way,))
        aside = Way(ASIDE, self.tr("Set aside"), self.tr("Set aside"), "neutral")
        heading = on.places.get(remark.near, TextPlace()).heading
        hindered = bool(standing(self._desk.record, remark).hindrance) and not remark.verdict
        named = self.tr("Add to {section}").format(section=heading)
        add = named if len(heading) <= _LONGEST else self.tr("Add to the section")
        ways = (Way(ACCEPTED, add, self.tr("Added"), "strength"), aside) if heading and not hindered else (aside,)
        return SideCard("circle-question-mark", "query", quoted(remark.given), ways)

    def _missing_card(self, remark: Remark) -> SideCard:
        keep = Way(REJECTED, self.tr("Keep it"), self.tr("Kept"), "strength")
        let = Way(ACCEPTED, self.tr("Accept deletion"), self.tr("Deleted"), "risk")
        return SideCard("circle-alert", "risk", quoted(remark.sent), (keep, let))

    def _about_new(self, remark: Remark, on: Grounds) -> str:
        if remark.kind == NEW:
            return ", ".join(part for part in (by_words(remark), after_words(remark, on)) if part)
        heading = on.places.get(remark.record_id, TextPlace()).heading
        on_heading = self.tr("on {heading}").format(heading=heading) if heading else ""
        where = on_heading or after_words(remark, on)
        return ", ".join(part for part in (self.tr("Comment"), by_words(remark), where) if part)

    def _refresh_missing(self, case: Case, on: Grounds) -> None:
        remark = case.remark
        place = on.places.get(remark.record_id, TextPlace())
        where = f"{place.heading}, {numbered(place)}." if place.heading else ""
        marked = self.tr("Deleted by {who}, {when}").format(who=remark.by or "?", when=day_words(remark.on))
        how = marked if remark.tracked and remark.by else self.tr("Deleted without tracking.")
        said = [joined(quoted(one.said), by_words(one)) for one in case.comments]
        about = " ".join(part for part in (where, how, *said) if part)
        self._cards[remark.id].refresh(remark.verdict, about, standing(self._desk.record, remark, on.now))
