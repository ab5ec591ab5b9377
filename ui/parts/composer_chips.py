"""The chips of a note: where it comes from, and which pupils it is about."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.parts.composer_arrows import ArrowSet
from ui.parts.tag_pickers import TermPicker, TermsPicker, TickMenu
from ui.parts.tag_words import short, strand_options, term_options, terms
from ui.theme.theme import theme
from ui.widgets.buttons import IconButton
from ui.widgets.chips import Chip, PickerChip
from visitapp.domain.evidence import Context
from visitapp.domain.framework import Framework

_IN_SIGHT = 3
_IN_SIGHT_OF_A_FINGER = 5


class ContextChips(QObject):
    """Source, years, subject and strand; `changed` tells that a person chose one."""

    changed = Signal()

    def __init__(self, framework: Framework, parent: QWidget) -> None:
        super().__init__(parent)
        none = self.tr("None")
        icons = {term.code: term.icon for term in terms(framework, "sources")}
        self._source = TermPicker(self.tr("Source"), icons)
        self._source.set_options(term_options(framework, "sources", none, self.tr("Source")))
        self._years = TermsPicker(self.tr("Year"), terms(framework, "years"))
        self._subject = PickerChip(self.tr("Subject"))
        self._subject.set_options(term_options(framework, "subjects", none, self.tr("Subject")))
        self._strand = PickerChip(self.tr("Strand"))
        self._strand.set_options(strand_options(framework, none, self.tr("Strand")))
        self.show_context(Context())
        self.widgets: tuple[QWidget, ...] = (self._source, self._years, self._subject, self._strand)
        self._arrows = ArrowSet(self.widgets, self)
        for picker in (self._source, self._subject, self._strand):
            picker.picked.connect(self.changed)
        self._years.changed.connect(self.changed)

    def show_context(self, context: Context) -> None:
        """Show a context, telling nobody."""
        self._source.set_current(context.source)
        self._years.set_chosen(context.years)
        self._subject.set_current(context.subject)
        self._strand.set_current(context.strand)

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
        self._menu.offer([term for term in self._terms if term.code not in self._always])
        self._more.setVisible(len(self._terms) > len(self._always))
        self.show_groups(self.chosen())

    def show_groups(self, codes: Sequence[str]) -> None:
        """Show these switched on, telling nobody."""
        for term in self._terms:
            chip = self._chips[term.code]
            blocked = chip.blockSignals(True)
            chip.setChecked(term.code in codes)
            chip.blockSignals(blocked)
            chip.setVisible(term.code in self._always or term.code in codes)
        self._menu.tick(codes)

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
