"""Pickers for tags: one value with its own icon, or several values, each offered in a menu of tags."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal

from ui.parts.tag_menu import TagMenu, TickMenu, hint_of
from ui.parts.tag_offers import Choice, Offer
from ui.parts.tag_words import in_full
from ui.widgets.chips import PickerChip

Find = Callable[[], Offer]


class TermPicker(PickerChip):
    """Holds one value of what `find` returns, and shows its icon; the menu is made anew when it would be another.

    `clear_wanted` asks for the whole context to go. With room it shows words in full.
    """

    clear_wanted = Signal()

    def __init__(self, name: str, find: Find, icons: Mapping[str, str] | None = None) -> None:
        self._find, self._icons = find, icons or {}
        self._offered: Offer | None = None
        self._full = False
        super().__init__(name)
        self._tags = TagMenu(self)
        self.menu().deleteLater()
        self.setMenu(self._tags)
        self._tags.renew = self._offer
        self._offer()

    def set_current(self, code: str) -> None:
        """Hold a value without telling anyone; an unknown code or an empty one holds none."""
        self._icon = self._icons.get(code, "")
        super().set_current(code)

    def set_full(self, *, full: bool) -> None:
        """Show words in full, or short."""
        if full != self._full:
            self._full = full
            self._show_current()

    def _offer(self) -> None:
        offer = self._find()
        if offer == self._offered:
            return
        self._offered = offer
        self._tags.empty()
        none = self._tags.add_row(self.tr("None"), "", "")
        rows = [none, *(self._tags.add_row(one.label, hint_of(one), one.code) for one in offer.first)]
        rows += self._tags.add_rest(offer.rest)
        self._tags.add_clear().triggered.connect(self.clear_wanted)
        self._actions = {row.data(): row for row in rows}
        self._labels = {one.code: (one.label, one.short) for one in (*offer.first, *offer.rest)}
        for row in rows:
            self._group.addAction(row)
        self.set_current(self._code)

    def _show_current(self) -> None:
        super()._show_current()
        if self._full and self._code:
            self.set_label(in_full(*self._labels[self._code]), self.accessibleName())


class TermsPicker(PickerChip):
    """Holds several values of what `find` returns, ticked in a menu; `changed` tells that a person ticked one.

    `clear_wanted` asks for the whole context to go.
    """

    changed = Signal()
    clear_wanted = Signal()

    def __init__(self, name: str, find: Find) -> None:
        super().__init__(name)
        self._find = find
        self._offered: Offer | None = None
        self._choices: dict[str, Choice] = {}
        self._chosen: tuple[str, ...] = ()
        self._ticks = TickMenu(self, alone=True)
        self._ticks.renew = self._offer
        self._ticks.ticked.connect(self._on_ticked)
        self._ticks.clear_wanted.connect(self.clear_wanted)
        self.menu().deleteLater()
        self.setMenu(self._ticks)
        self._offer()

    def set_chosen(self, codes: tuple[str, ...]) -> None:
        """Hold these without telling anyone; unknown codes are kept as they are."""
        self._chosen = tuple(codes)
        self._ticks.tick(codes)
        self._show_chosen()

    def chosen(self) -> tuple[str, ...]:
        """Return the codes held."""
        return self._chosen

    def _offer(self) -> None:
        offer = self._find()
        if offer != self._offered:
            self._offered = offer
            self._choices = {one.code: one for one in (*offer.first, *offer.rest)}
            self._ticks.offer(offer)
            self._ticks.tick(self._chosen)

    def _on_ticked(self, code: str) -> None:
        unknown = tuple(one for one in self._chosen if one not in self._choices) if code else ()
        self._chosen = unknown + self._ticks.ticks()
        self._show_chosen()
        self.changed.emit()

    def _show_chosen(self) -> None:
        held = [self._choices[code] for code in self._chosen if code in self._choices]
        self._code = "+".join(self._chosen)
        words = ", ".join(one.short for one in held) or self._placeholder
        labels = ", ".join(one.label for one in held)
        self.set_label(words, f"{self._name}: {labels}" if labels else self._name)
