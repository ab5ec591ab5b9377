"""The value of a criterion: the first three side by side, any further one in a small menu."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from ui.parts.finding_menu import choice_menu, open_below
from ui.parts.value_keys import value_keys
from ui.widgets.buttons import IconButton
from ui.widgets.layout import row
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.tags import Tag
from ui.workspace.desk import Desk
from visitapp.domain.criteria import criterion_key
from visitapp.domain.framework import Criterion, Option

_SIDE_BY_SIDE = 3


class CriterionValues(QWidget):
    """Holds the value a person chose. `reason_wanted` asks to write the reason."""

    reason_wanted = Signal()

    def __init__(self, desk: Desk, criterion: Criterion, name: str) -> None:
        super().__init__()
        self._desk, self._criterion, self._name = desk, criterion, name
        self._key = criterion_key(criterion)
        self._options = desk.record.framework.judgement.criterion_values
        self._keys = value_keys(self._options)
        self.values = Segmented(self._segments(), name, height=26, compact=True, clearable=True)
        self.further = Tag("", outlined=True)
        self.more_button = IconButton(
            "ellipsis-vertical", self.tr("More for {name}").format(name=name), size=24, icon_size=15
        )
        self.setLayout(row(self.values, self.further, self.more_button, spacing=3))
        self.values.picked.connect(self.set_value)
        self.more_button.clicked.connect(self._open_more)

    def refresh(self, value: str) -> None:
        """Show a value by its code, empty for none."""
        beyond = next((one for one in self._options[_SIDE_BY_SIDE:] if one.code == value), None)
        self.values.setVisible(beyond is None)
        self.further.setVisible(beyond is not None)
        if beyond is not None:
            self.further.set_tag(beyond.label, outlined=True)
        elif value != self.values.current():
            self.values.set_current(value)

    def set_value(self, code: str) -> None:
        """Give the criterion a value, or with an empty code take it off."""
        label = self.tr("Criterion {letter} considered").format(letter=self._criterion.letter)
        self._desk.answer(label, self._key, code or None, self)

    def option_of(self, typed: str) -> Option | None:
        """Return the value whose letter was typed."""
        return self._keys.get(typed.strip().upper())

    def label_of(self, code: str) -> str:
        """Return what a value is called."""
        unset = QCoreApplication.translate("CriterionRow", "not considered yet")
        return next((one.label for one in self._options if one.code == code), unset)

    def _segments(self) -> list[Segment]:
        tones = ("", "develop", "risk")
        shown = zip(self._options[:_SIDE_BY_SIDE], tones, strict=False)
        return [Segment(one.code, one.label, tone=tone) for one, tone in shown]

    def _open_more(self) -> None:
        value = str(self._desk.record.answer(self._key).value or "")
        letters = {one.code: letter for letter, one in self._keys.items()}
        choices = [(one.code, f"{one.label}\t{letters.get(one.code, '')}") for one in self._options]
        choices.append(("", self.tr("Not considered yet")))
        menu = choice_menu(self, self._name, choices, value, self.set_value)
        menu.addSeparator()
        menu.addAction(self.tr("Reason, and the whole of it\tEnter")).triggered.connect(self.reason_wanted)
        open_below(menu, self.more_button)
