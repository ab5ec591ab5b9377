"""A table of a kind nobody has seen, explained by whoever reads it in: school, year, and what its figures are."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.parts.mapping_columns import MappedColumns
from ui.parts.mapping_pickers import LatePicker, column_options
from ui.parts.mapping_rows import MappedRowsForm
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.fields import TextField
from ui.widgets.layout import Line, column, row
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text
from visitapp.domain.published.mapping import BY_NAME, BY_NUMBER, BY_URN, MappingError, TableMapping
from visitapp.domain.school_year import said_year
from visitapp.frameworks.measures import load_measures
from visitapp.imports.published.mapped import Sampled
from visitapp.imports.published.years import year_in_cell

_WIDE, _LONG, _ONE, _COLUMN = "wide", "long", "one", "column"
_SCHOOLS = {"urn": BY_URN, "school_urn": BY_URN, "laestab": BY_NUMBER, "school_laestab": BY_NUMBER}
"""Headings that leave no doubt what they hold; the first there is stands chosen."""


class MappingForm(QWidget):
    """`explained` brings the `TableMapping` once it is whole, `left` that the file is to be left out."""

    explained = Signal(object)
    left = Signal()

    def __init__(self, sample: Sampled, remembered: TableMapping | None = None) -> None:
        super().__init__()
        self._lists, self._sample = load_measures(), sample
        columns, kept = sample.columns, remembered
        self.title = TextField(
            self.tr("What to call this table"),
            text=kept.title if kept else sample.path.stem,
            hint=self.tr("Stands as the source wherever a figure of it is shown."),
        )
        self._make_school(kept)
        self._make_year(kept)
        self.layout_by = Segmented(
            [
                Segment(_WIDE, self.tr("A column for each measure")),
                Segment(_LONG, self.tr("A row for each measure")),
            ],
            self.tr("How the figures stand"),
        )
        self.layout_by.set_current(_LONG if kept and kept.rows else _WIDE)
        self.columns = MappedColumns(columns, self._lists, kept.columns if kept else ())
        self.rows = MappedRowsForm(columns, self._lists, kept.rows if kept else None)
        self._wrong = Text("", "small", "risk", wrap=True)
        self.done_button = Button(self.tr("See what it gives"), "primary")
        self.left_button = Button(self.tr("Leave this file out"), "quiet")
        self._lay_out()
        self._connect()
        self._show_choices()

    def take_focus(self) -> None:
        """Put the focus on what is asked first; on the year alone where all else is remembered."""
        wanted = self.year if self.school.current() and not self.year.text() else self.school
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def mapping(self) -> TableMapping:
        """Return what was said; raises MappingError, in one sentence, for what is missing."""
        single, wide = self.year_by.current() == _ONE, self.layout_by.current() == _WIDE
        year = (year_in_cell(self.year.text()) or self.year.text().strip()) if single else ""
        return TableMapping(
            " ".join(self.title.text().split()) or self._sample.path.stem,
            self.school.current(),
            self.school_by.current(),
            year,
            "" if single else self.year_column.current(),
            self.columns.said(self._besides()) if wide else (),
            None if wide else self.rows.said(),
        ).proved(self._lists)

    def _make_school(self, kept: TableMapping | None) -> None:
        columns = self._sample.columns
        there = {one.heading for one in columns}
        by = next((one for one in _SCHOOLS if one in there), "")
        name, empty = self.tr("Column with the school"), self.tr("Choose the column")
        self.school = LatePicker(name, column_options(columns), empty, kept.school if kept else by)
        self.school_by = Segmented(
            [
                Segment(BY_URN, self.tr("URN")),
                Segment(BY_NUMBER, self.tr("Seven-digit number")),
                Segment(BY_NAME, self.tr("Name")),
            ],
            self.tr("What the school\u2019s column holds"),
        )
        self.school_by.set_current(kept.school_by if kept else _SCHOOLS.get(by, BY_URN))

    def _make_year(self, kept: TableMapping | None) -> None:
        known = self._sample.year
        choice = column_options(self._sample.columns)
        self.year_by = Segmented(
            [Segment(_ONE, self.tr("One year for the whole file")), Segment(_COLUMN, self.tr("In a column"))],
            self.tr("Which year the figures are of"),
        )
        self.year_by.set_current(_COLUMN if kept and kept.year_column else _ONE)
        said = said_year(known)
        self.year = TextField(self.tr("Academic year"), placeholder=self.tr("2024/25"), text=said, width=150)
        name, empty = self.tr("Column with the year"), self.tr("Choose the column")
        self.year_column = LatePicker(name, choice, empty, kept.year_column if kept else "")

    def _lay_out(self) -> None:
        said = self.tr(
            "Say once what its columns hold. The next file with the same columns is then read by itself. "
            "Nothing is guessed: a column nobody explains is not read."
        )
        school = row(self.school, self.school_by, None, spacing=10)
        year = row(self.year_by, self.year_column, self.year, None, spacing=10)
        parts = (
            Text(said, "small", "text2", wrap=True),
            self.title,
            Line(),
            Text(self.tr("Which column is the school?"), "label"),
            school,
            Line(),
            Text(self.tr("Which year are the figures of?"), "label"),
            year,
            Line(),
            Text(self.tr("Where are the figures?"), "label"),
            row(self.layout_by, None),
            self.columns,
            self.rows,
            self._wrong,
            row(None, self.left_button, self.done_button, spacing=8),
        )
        self.setLayout(column(*parts, spacing=8))

    def _connect(self) -> None:
        for one in (self.school, self.year_column, self.year_by, self.layout_by):
            one.picked.connect(self._show_choices)
        self.done_button.clicked.connect(self._finish)
        self.left_button.clicked.connect(partial(self.left.emit))

    def _besides(self) -> list[str]:
        return [self.school.current(), self.year_column.current() if self.year_by.current() == _COLUMN else ""]

    def _show_choices(self, _code: str = "") -> None:
        single, wide = self.year_by.current() == _ONE, self.layout_by.current() == _WIDE
        self.year.setHidden(not single)
        self.year_column.setHidden(single)
        self.columns.setHidden(not wide)
        self.rows.setHidden(wide)
        self.columns.show_but(self._besides())

    def _finish(self) -> None:
        try:
            mapping = self.mapping()
        except MappingError as wrong:
            self._wrong.set_text(str(wrong))
            announce(self, str(wrong), urgent=True)
            return
        self._wrong.set_text("")
        self.explained.emit(mapping)
