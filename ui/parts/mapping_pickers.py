"""Pickers for explaining a table: of its columns, of measures, of groups; filled when they are first opened."""

from collections.abc import Iterable, Sequence

from ui.widgets.chips import PickerChip
from visitapp.domain.published.measures import Group, Measure
from visitapp.imports.published.mapped import SampledColumn

Options = Sequence[tuple[str, str] | tuple[str, str, str]]
"""Pairs of a code and words; a third text is what the picker shows once it is chosen."""


class LatePicker(PickerChip):
    """A picker whose menu is made when it is first wanted: a table may have hundreds of columns."""

    def __init__(self, name: str, options: Options, placeholder: str, current: str = "") -> None:
        super().__init__(name, placeholder=placeholder, sticky=False, small=True)
        self._every, self._is_filled = options, False
        self.set_options([one for one in options if one[0] == current])
        self.set_current(current)
        self.menu().aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        if not self._is_filled:
            self._is_filled = True
            self.set_options(self._every)


def column_options(columns: Iterable[SampledColumn], none: str = "") -> Options:
    """Return columns to choose from, `none` standing for none of them."""
    return [*([("", none)] if none else ()), *((one.heading, one.name) for one in columns)]


def measure_options(measures: Iterable[Measure], none: str) -> Options:
    """Return measures to choose from, by stage in the order of their list."""
    return [("", none), *((one.code, one.label, one.short) for one in measures)]


def group_options(groups: Iterable[Group]) -> Options:
    """Return groups of pupils to choose from."""
    return [(one.code, one.label, one.short) for one in groups]
