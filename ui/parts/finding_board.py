"""All findings of a visit: a list for each kind, side by side, or a card for each section of the programme."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.parts.estimate_choice import EstimateChoice
from ui.parts.finding_card import FindingCard
from ui.parts.finding_chooser import groups_of
from ui.parts.finding_group import FindingGroupCard
from ui.parts.finding_list import FindingList
from ui.parts.team_faces import TeamFaces
from ui.widgets.layout import column, row
from ui.workspace.desk import Desk
from visitapp.domain.framework import FindingGroup

_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class FindingBoard(QWidget):
    """The lists; arrow keys walk from card to card. `delete_wanted` brings the id of a finding."""

    delete_wanted = Signal(str)
    split_wanted = Signal(str)
    merged = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.estimates: list[EstimateChoice] = []
        self._faces: list[TeamFaces] = []
        groups = groups_of(desk.record)
        self.is_grouped = any(group.title for group in groups)
        self._rows = [self._lists(group) for group in groups]
        if self.is_grouped:
            cards = [self._group(group, lists) for group, lists in zip(groups, self._rows, strict=True)]
            self.setLayout(column(*cards, None, spacing=10, margins=(20, 12, 16, 12)))
        else:
            self.setLayout(row(*[(one, 1) for one in self._rows[0]], spacing=14, margins=(18, 12, 20, 12)))

    def refresh(self, *, private: bool) -> None:
        """Show what the record holds."""
        for one in self._all_lists():
            one.refresh(private=private)
        for estimate in self.estimates:
            estimate.refresh()
        for faces in self._faces:
            faces.refresh()

    def card(self, finding_id: str) -> FindingCard | None:
        """Return the card of a finding, None when there is none."""
        return next((card for one in self._all_lists() if (card := one.card(finding_id))), None)

    def list_of(self, kind: str, group: str = "") -> FindingList | None:
        """Return the list of a kind of finding, in the first group unless one is named."""
        return next(
            (one for one in self._all_lists() if one.kind.code == kind and group in ("", one.group.code)), None
        )

    def first_card(self) -> FindingCard | None:
        """Return the first card there is."""
        return next((card for one in self._all_lists() for card in one.cards), None)

    def near(self, finding_id: str) -> FindingCard | None:
        """Return the card after, or else before, a finding in its list: where the focus goes when it leaves."""
        for one in self._all_lists():
            ids = [card.finding_id for card in one.cards]
            if finding_id in ids and len(ids) > 1:
                place = ids.index(finding_id)
                return one.cards[place + 1] if place + 1 < len(ids) else one.cards[place - 1]
        return None

    def _all_lists(self) -> Iterator[FindingList]:
        for lists in self._rows:
            yield from lists

    def _lists(self, group: FindingGroup) -> list[FindingList]:
        kinds = self._desk.record.framework.finding_kinds
        lists = [FindingList(self._desk, kind, group, compact=self.is_grouped) for kind in kinds]
        for one in lists:
            one.walked.connect(self._walk)
            one.delete_wanted.connect(self.delete_wanted)
            one.split_wanted.connect(self.split_wanted)
            one.merged.connect(self.merged)
        return lists

    def _group(self, group: FindingGroup, lists: list[FindingList]) -> FindingGroupCard:
        asked = self._desk.record.framework.judgement.estimates
        estimate = next((one for one in asked if one.group == group.code), None)
        choice = EstimateChoice(self._desk, estimate) if estimate else None
        self.estimates += [choice] if choice else []
        faces = TeamFaces(self._desk, group.code)
        self._faces.append(faces)
        return FindingGroupCard(group, lists, faces, choice)

    def _walk(self, card: FindingCard, key: int) -> None:
        target = (
            self._beside(card, Qt.Key(key)) if Qt.Key(key) in _SIDEWAYS else self._above_or_below(card, Qt.Key(key))
        )
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _beside(self, card: FindingCard, key: Qt.Key) -> FindingCard | None:
        lists = next(lists for lists in self._rows for one in lists if card in one.cards)
        here = next(number for number, one in enumerate(lists) if card in one.cards)
        place, step = lists[here].cards.index(card), _SIDEWAYS[key]
        ways = lists[here + 1 :] if step > 0 else lists[:here][::-1]
        filled = next((one for one in ways if one.cards), None)
        return filled.cards[min(place, len(filled.cards) - 1)] if filled else None

    def _above_or_below(self, card: FindingCard, key: Qt.Key) -> FindingCard | None:
        number = next(place for lists in self._rows for place, one in enumerate(lists) if card in one.cards)
        down = [other for lists in self._rows for other in lists[number].cards]
        place = down.index(card) + _UP_DOWN[key]
        return down[place] if 0 <= place < len(down) else None
