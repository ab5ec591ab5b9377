"""A table with one figure a row, explained: which columns say what, and what their words mean."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.parts.mapping_pickers import LatePicker, Options, column_options, group_options, measure_options
from ui.widgets.flow import Flow
from ui.widgets.layout import clear, column, fixed, row, wrap
from ui.widgets.text import Text
from visitapp.domain.published.mapping import MappedRows
from visitapp.domain.published.measures import Measures
from visitapp.imports.published.mapped import SampledColumn
from visitapp.imports.tables.headings import heading

_WORD_WIDTH = 300


class MappedRowsForm(QWidget):
    """Four columns, then every word of two of them; a row with a word nobody explained is left out."""

    def __init__(self, columns: Sequence[SampledColumn], lists: Measures, kept: MappedRows | None) -> None:
        super().__init__()
        self._columns = {one.heading: one for one in columns}
        self._measures = measure_options(lists.measures.values(), self.tr("Not read"))
        self._groups: Options = [("", self.tr("Not read")), *group_options(lists.groups.values())]
        self._meant_groups = {one.label.casefold(): one.code for one in lists.groups.values()}
        for shape in lists.shapes.values():
            self._meant_groups |= shape.said.get("breakdown", {})
        self._meant_measures = {one.label.casefold(): one.code for one in lists.measures.values()}
        if kept is not None:
            self._meant_groups |= kept.groups
            self._meant_measures |= kept.measures
        self.measure = self._picker(self.tr("Column with the measure"), kept.measure if kept else "")
        self.value = self._picker(self.tr("Column with the value"), kept.value if kept else "")
        self.group = self._picker(self.tr("Column with the group"), kept.group if kept else "", self.tr("No group"))
        self.cohort = self._picker(
            self.tr("Column with the number of pupils"), kept.cohort if kept else "", self.tr("Pupils not said")
        )
        self.words: dict[str, LatePicker] = {}
        self.group_words: dict[str, LatePicker] = {}
        self._words, self._group_words = column(spacing=4), column(spacing=4)
        pickers = wrap(Flow(self.measure, self.value, self.group, self.cohort))
        self.setLayout(column(pickers, self._words, self._group_words, spacing=10))
        self.measure.picked.connect(self._list_measures)
        self.group.picked.connect(self._list_groups)
        self._list_measures(self.measure.current())
        self._list_groups(self.group.current())

    def said(self) -> MappedRows:
        """Return what was chosen."""
        return MappedRows(
            self.measure.current(),
            self.value.current(),
            {heading(word): one.current() for word, one in self.words.items() if one.current()},
            self.group.current(),
            {heading(word): one.current() for word, one in self.group_words.items() if one.current()},
            self.cohort.current(),
        )

    def _picker(self, name: str, current: str, none: str = "") -> LatePicker:
        return LatePicker(name, column_options(self._columns.values(), none), name, current)

    def _list_measures(self, code: str) -> None:
        title = self.tr("What each word of \u201c{column}\u201d means")
        self.words = self._list(self._words, code, title, self._measures, self._meant_measures)

    def _list_groups(self, code: str) -> None:
        title = self.tr("Which group each word of \u201c{column}\u201d means")
        self.group_words = self._list(self._group_words, code, title, self._groups, self._meant_groups)

    def _list(
        self, layout: QVBoxLayout, code: str, title: str, options: Options, meant: Mapping[str, str]
    ) -> dict[str, LatePicker]:
        clear(layout)
        found: dict[str, LatePicker] = {}
        one = self._columns.get(code)
        if one is None:
            return found
        layout.addWidget(Text(title.format(column=one.name), "label", wrap=True))
        if not one.words:
            words = self.tr("This column holds too many different words, or none: it is likely another one.")
            layout.addWidget(Text(words, "small", "develop", wrap=True))
        for word in one.words:
            name = self.tr("Meaning of {word}").format(word=word)
            picker = found[word] = LatePicker(name, options, self.tr("Not read"), meant.get(heading(word), ""))
            layout.addLayout(row(fixed(Text(word, "small", elide=True), _WORD_WIDTH), picker, None, spacing=10))
        return found
