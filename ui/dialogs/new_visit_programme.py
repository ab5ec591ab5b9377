"""Which programme a visit belongs to, in which context it takes place, and how it came about."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.chips import PickerChip
from ui.widgets.layout import column, row, shown_if, wrap
from ui.widgets.radio_card import RadioCards
from ui.widgets.text import Text
from visitapp.domain.framework import Framework

_AS_CARDS = 3


class ProgrammeChoice(QWidget):
    """One of the installed frameworks, as cards while they are few; `changed` tells of a choice."""

    changed = Signal()

    def __init__(self, frameworks: Sequence[Framework], chosen: str = "") -> None:
        super().__init__()
        self._frameworks = {one.key: one for one in frameworks}
        self._chosen = chosen if chosen in self._frameworks else next(iter(self._frameworks), "")
        self._cards = self._make_choice()
        self.contexts = PickerChip(self.tr("Context"), placeholder=self.tr("Not settled yet"), sticky=False)
        self._context_part = wrap(row(Text(self.tr("Context"), "captionm"), self.contexts, spacing=8))
        words = self.tr("How it came about")
        self.ways = PickerChip(words, placeholder=self.tr("Not settled yet"), sticky=False)
        self._ways_part = wrap(row(Text(words, "captionm"), self.ways, spacing=8))
        none = self.tr("No programme can be used: the framework files are missing or damaged. See Library.")
        self._none = Text(none, "small", "risk", wrap=True)
        self._none.setVisible(not self._frameworks)
        title = Text(self.tr("Programme"), "captionm")
        kind = row(self._context_part, self._ways_part, None, spacing=20)
        self.setLayout(column(column(title, self._cards, self._none, spacing=4), kind, spacing=14))
        self._cards.picked.connect(self._on_picked)
        self._show_contexts()

    def framework(self) -> Framework | None:
        """Return the framework chosen, or None when none is installed."""
        return self._frameworks.get(self._chosen)

    def context(self) -> str:
        """Return the code of the context chosen, or an empty text."""
        return self.contexts.current()

    def commissioned(self) -> str:
        """Return the code of how the visit came about, or an empty text."""
        return self.ways.current()

    def choose(self, key: str) -> None:
        """Hold another framework without telling anyone."""
        if key in self._frameworks:
            self._chosen = key
            self._cards.set_current(key)
            self._show_contexts()

    def complain(self) -> QWidget | None:
        """Return this choice when there is nothing to choose from, else None."""
        return None if self._frameworks else self

    def _make_choice(self) -> RadioCards | PickerChip:
        if len(self._frameworks) > _AS_CARDS:
            chip = PickerChip(self.tr("Programme"), sticky=False)
            chip.set_options([(one.key, f"{one.title}, {one.version}") for one in self._frameworks.values()])
            chip.set_current(self._chosen)
            return chip
        cards = RadioCards([(one.key, one.short, self._line(one)) for one in self._frameworks.values()], "")
        cards.setAccessibleName(self.tr("Programme"))
        cards.set_current(self._chosen)
        return cards

    def _line(self, framework: Framework) -> str:
        days = self.tr("1 day") if framework.days == 1 else self.tr("{count} days").format(count=framework.days)
        return self.tr("{days}, version {version}").format(days=days, version=framework.version)

    def _on_picked(self, key: str) -> None:
        self._chosen = key
        self._show_contexts()
        self.changed.emit()

    def _show_contexts(self) -> None:
        framework = self.framework()
        asked = (
            (self.contexts, self._context_part, framework.contexts if framework else ()),
            (self.ways, self._ways_part, framework.commissioning if framework else ()),
        )
        for chip, part, options in asked:
            chip.set_options([(one.code, one.label) for one in options])
            chip.set_current("")
            shown_if(part, bool(options))
