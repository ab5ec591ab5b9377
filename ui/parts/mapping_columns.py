"""A table with a column for each measure, explained: what each column holds, beside a few of its values."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.parts.mapping_pickers import LatePicker, column_options, group_options, measure_options
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.layout import Line, column, fixed, row, wrap
from ui.widgets.text import Text
from visitapp.domain.published.mapping import MappedColumn
from visitapp.domain.published.measures import ALL, Measures
from visitapp.imports.published.mapped import SampledColumn

_AT_ONCE = 40
_NAME_WIDTH = 240


class MappedColumns(QWidget):
    """One line a column; a column nobody chose a measure for is not read."""

    def __init__(self, columns: Sequence[SampledColumn], lists: Measures, kept: Sequence[MappedColumn] = ()) -> None:
        super().__init__()
        self._columns, self._lists = columns, lists
        self._kept = {one.column: one for one in kept}
        self.lines: dict[str, _ColumnLine] = {}
        self._list = column(spacing=4)
        self.more_button = Button(self.tr("Show more columns"), "quiet", small=True)
        self.more_button.clicked.connect(self._more)
        self.setLayout(column(self._list, row(self.more_button, None), spacing=6))
        self._more()
        while any(one not in self.lines for one in self._kept):
            if not self._more():
                break

    def said(self, besides: Sequence[str]) -> tuple[MappedColumn, ...]:
        """Return what was chosen, but for columns that mean something else."""
        found = (line.said() for heading, line in self.lines.items() if heading not in besides)
        return tuple(one for one in found if one is not None)

    def show_but(self, besides: Sequence[str]) -> None:
        """Hide the lines of columns that mean something else."""
        for heading, line in self.lines.items():
            line.setHidden(heading in besides)

    def _more(self) -> bool:
        waiting = [one for one in self._columns if one.heading not in self.lines]
        for one in waiting[:_AT_ONCE]:
            line = self.lines[one.heading] = _ColumnLine(one, self._columns, self._lists, self._kept.get(one.heading))
            self._list.addWidget(line)
        self.more_button.setHidden(len(waiting) <= _AT_ONCE)
        return bool(waiting)


class _ColumnLine(QWidget):
    def __init__(
        self, one: SampledColumn, columns: Sequence[SampledColumn], lists: Measures, kept: MappedColumn | None
    ) -> None:
        super().__init__()
        self._heading = one.heading
        values = Text(", ".join(one.values) or "\u2013", "caption", "text2", elide=True)
        name = fixed(wrap(column(Text(one.name, "label", elide=True), values, spacing=0)), _NAME_WIDTH)
        self.measure = LatePicker(
            self.tr("Measure in {column}").format(column=one.name),
            measure_options(lists.measures.values(), self.tr("Not read")),
            self.tr("Not read"),
            kept.measure if kept else "",
        )
        self.group = LatePicker(
            self.tr("Group in {column}").format(column=one.name),
            group_options(lists.groups.values()),
            self.tr("Group"),
            kept.group if kept else ALL,
        )
        others = [other for other in columns if other.heading != one.heading]
        none = self.tr("Pupils not said")
        self.cohort = LatePicker(
            self.tr("Number of pupils for {column}").format(column=one.name),
            column_options(others, none),
            none,
            kept.cohort if kept else "",
        )
        ways = wrap(Flow(self.measure, self.group, self.cohort))
        self.setAccessibleName(f"{one.name}: {', '.join(one.values)}")
        self.setLayout(column(row(name, (ways, 1), spacing=10), Line(), spacing=4))
        self.measure.picked.connect(self._show_rest)
        self._show_rest()

    def said(self) -> MappedColumn | None:
        """Return what was chosen, or None for a column that is not read."""
        measure = self.measure.current()
        if not measure:
            return None
        return MappedColumn(self._heading, measure, self.group.current() or ALL, self.cohort.current())

    def _show_rest(self, _code: str = "") -> None:
        self.group.setHidden(not self.measure.current())
        self.cohort.setHidden(not self.measure.current())
