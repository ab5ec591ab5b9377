"""The chips of a note: where it comes from, and which pupils it is about."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.parts.composer_arrows import ArrowSet
from ui.parts.tag_menu import TickMenu
from ui.parts.tag_offers import Offer, TagOffers, choice_of
from ui.parts.tag_pickers import TermPicker, TermsPicker
from ui.parts.tag_words import in_full, short, terms
from ui.theme.theme import theme
from ui.widgets.buttons import IconButton
from ui.widgets.chips import Chip
from ui.widgets.layout import shown_if
from ui.workspace.desk import Desk
from visitapp.domain.evidence import Context
from visitapp.domain.framework import Framework

_IN_SIGHT = 3
_IN_SIGHT_OF_A_FINGER = 5


class ContextChips(QObject):
    """Source, years, subject and strand; `changed` tells that a person chose one.

    `clear_wanted` asks for all four to go.
    """

    changed = Signal()
    clear_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        icons = {term.code: term.icon for term in terms(desk.record.framework, "sources")}
        offers = TagOffers(desk)
        self._source = TermPicker(self.tr("Source"), offers.sources, icons)
        self._years = TermsPicker(self.tr("Year"), offers.years)
        self._subject = TermPicker(self.tr("Subject"), offers.subjects)
        self._strand = TermPicker(self.tr("Strand"), offers.strands)
        self.show_context(Context())
        self.widgets: tuple[QWidget, ...] = (self._source, self._years, self._subject, self._strand)
        self._arrows = ArrowSet(self.widgets, self)
        for picker in (self._source, self._subject, self._strand):
            picker.picked.connect(self.changed)
            picker.clear_wanted.connect(self.clear_wanted)
        self._years.changed.connect(self.changed)
        self._years.clear_wanted.connect(self.clear_wanted)

    def show_context(self, context: Context) -> None:
        """Show a context, telling nobody."""
        self._source.set_current(context.source)
        self._years.set_chosen(context.years)
        self._subject.set_current(context.subject)
        self._strand.set_current(context.strand)

    def show_words(self, *, full: bool) -> None:
        """Show words in full, or short."""
        for picker in (self._source, self._subject, self._strand):
            picker.set_full(full=full)

    def applied_to(self, context: Context) -> Context:
        """Return a context with what the chips hold."""
        return replace(
            context,
            source=self._source.current(),
            years=self._years.chosen(),
            subject=self._subject.current(),
            strand=self._strand.current(),
        )


class GroupChips(QObject):
    """Pupil groups to switch on: a few common ones in sight, the rest behind a plus; `changed` tells of a switch."""

    changed = Signal()

    def __init__(self, framework: Framework, parent: QWidget) -> None:
        super().__init__(parent)
        self._terms = terms(framework, "groups")
        self._always: tuple[str, ...] = ()
        self._chips = {term.code: Chip(short(term), name=term.label) for term in self._terms}
        self._more = IconButton("plus", self.tr("More pupil groups"), size=28, icon_size=15)
        self._menu = TickMenu(self._more)
        self._menu.ticked.connect(self._on_ticked)
        self._more.clicked.connect(self._open_menu)
        self._more.follow_menu(self._menu)
        for chip in self._chips.values():
            chip.toggled.connect(self._on_toggled)
        self.widgets: tuple[QWidget, ...] = (*self._chips.values(), self._more)
        self._arrows = ArrowSet(self.widgets, self)
        theme().changed.connect(self._offer)
        self._offer()

    def _offer(self) -> None:
        """Have the common groups in sight, and in touch mode, where a menu costs a tap more, a few others."""
        if theme().metrics.touch:
            self._always = tuple(term.code for term in self._terms)[:_IN_SIGHT_OF_A_FINGER]
        else:
            self._always = tuple(term.code for term in self._terms if term.common)[:_IN_SIGHT]
        self._menu.offer(Offer(tuple(choice_of(term) for term in self._terms if term.code not in self._always)))
        shown_if(self._more, len(self._terms) > len(self._always))
        self.show_groups(self.chosen())

    def show_groups(self, codes: Sequence[str]) -> None:
        """Show these switched on, telling nobody."""
        for term in self._terms:
            chip = self._chips[term.code]
            blocked = chip.blockSignals(True)
            chip.setChecked(term.code in codes)
            chip.blockSignals(blocked)
            shown_if(chip, term.code in self._always or term.code in codes)
        self._menu.tick(codes)

    def show_words(self, *, full: bool) -> None:
        """Show words in full, or short."""
        for term in self._terms:
            words = in_full(term.label, short(term)) if full else short(term)
            self._chips[term.code].set_label(words, term.label)

    def chosen(self) -> tuple[str, ...]:
        """Return the groups that are on."""
        return tuple(code for code, chip in self._chips.items() if chip.isChecked())

    def _on_toggled(self) -> None:
        self._menu.tick(self.chosen())
        self.changed.emit()

    def _on_ticked(self, code: str, on: bool) -> None:
        self._chips[code].setVisible(True)
        self._chips[code].setChecked(on)

    def _open_menu(self) -> None:
        self._menu.popup(self._more.mapToGlobal(self._more.rect().topLeft()) - self._menu.rect().bottomLeft())
