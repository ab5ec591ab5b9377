"""Figures pasted from a sheet or typed into a grid: seen as they were understood, then entered as one act."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.parts.figure_grid import FigureGrid
from ui.parts.mapping_pickers import LatePicker, measure_options
from ui.shell.overlay import Overlay
from ui.theme.theme import theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.checks import CheckRow
from ui.widgets.fields import TextArea, TextField
from ui.widgets.layout import clear, column, row, wrap
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Scroll
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.gathering import Gathering
from visitapp.domain.published.figures import AUTHORITY, NATION, SCHOOL
from visitapp.domain.published.measures import Measures
from visitapp.domain.published.pasted import Pasted, PastedFigure, cells_of, read_pasted
from visitapp.domain.published.series import REASONS
from visitapp.frameworks.measures import load_measures

_WIDTH = 980
_LEAST_HEIGHT, _AROUND = 130, 400
_PASTE, _TYPE = "paste", "type"
_TAB, _TAB_SIGN = 104, "\t"


class PasteSheet(Overlay):
    """A sheet for one use. Nothing is kept before it is entered, and Undo takes all of it back at once."""

    def __init__(self, host: QWidget, desk: Desk, gathering: Gathering) -> None:
        super().__init__(host, host.tr("Enter figures"), _WIDTH)
        self._gathering, self._measures = gathering, load_measures()
        self._pasted = Pasted()
        self._chosen = gathering.measure_names()
        self.way = Segmented(
            [Segment(_PASTE, self.tr("Paste")), Segment(_TYPE, self.tr("Type in"))],
            self.tr("How figures are entered"),
        )
        self.box = TextArea(self.tr("Copied from a sheet"), placeholder=self._example(), least=8, most=11)
        self.grid = FigureGrid(self._measures, desk.now().astimezone().date())
        self._stack = QStackedWidget()
        self.box.edit.setTabStopDistance(theme().scaled(_TAB))
        for one in (self.box, self.grid):
            self._stack.addWidget(wrap(column(one, None)))
        self.about = Segmented(
            [
                Segment(SCHOOL, self.tr("The school")),
                Segment(AUTHORITY, self.tr("The authority")),
                Segment(NATION, self.tr("England")),
            ],
            self.tr("Whose figures these are"),
        )
        self.source = TextField(
            self.tr("Where they were read"), placeholder=self.tr("Such as: school\u2019s own data, Sept")
        )
        self.predicted = CheckRow(self.tr("The school\u2019s own predictions"), style="small", pad=5, dim=False)
        self._understood = column(spacing=3)
        self.said = Text("", "small", "text2", wrap=True)
        self.enter = Button(self.tr("Enter"), "primary")
        self._lay_out()
        self._connect()

    def first_focus(self) -> QWidget:
        """Return the box to paste into."""
        return self.box.edit

    def fit_sheet(self) -> None:
        """Use the height of the window, so that both what is pasted and what was understood are seen."""
        self._stack.setFixedHeight(max(_LEAST_HEIGHT, self._host.height() - theme().scaled(_AROUND)))
        super().fit_sheet()

    def show_way(self, way: str) -> None:
        """Paste, or type into the grid."""
        self.way.set_current(way)
        self._stack.setCurrentIndex(int(way == _TYPE))
        self._read()

    def _lay_out(self) -> None:
        self.way.set_current(_PASTE)
        self.about.set_current(SCHOOL)
        cancel = Button(self.tr("Cancel"), keys=self.tr("Esc"))
        cancel.clicked.connect(self.close_sheet)
        title = row(Text(self.tr("Enter figures"), "title"), None, self.way, spacing=10)
        area = Scroll(wrap(column(self._understood, None, margins=(0, 0, 8, 0))), self.tr("What was understood"))
        right = column(Text(self.tr("What was understood"), "label"), self.said, (area, 1), spacing=4)
        middle = row((self._stack, 2), (right, 1), spacing=16)
        whose = column(Text(self.tr("Whose figures"), "captionm"), row(self.about, None), None, spacing=4)
        details = row(whose, (self.source, 1), spacing=16)
        foot = row((self.predicted, 1), cancel, self.enter, spacing=8)
        self.fill(column(title, middle, details, foot, spacing=12))

    def _connect(self) -> None:
        self.way.picked.connect(self.show_way)
        self.box.changed.connect(self._read)
        self.grid.edited.connect(self._read)
        self.about.picked.connect(self._on_about)
        self.enter.clicked.connect(self._enter)
        self.closed.connect(self.deleteLater)
        copied = QGuiApplication.clipboard().text()
        if _TAB_SIGN in copied:
            self.box.set_text(copied)
        self._read()

    def _on_about(self, about: str) -> None:
        self.predicted.setEnabled(about == SCHOOL)
        self.predicted.setChecked(self.predicted.isChecked() and about == SCHOOL)

    def _read(self) -> None:
        table = self.grid.table() if self.way.current() == _TYPE else cells_of(self.box.text())
        self._pasted = read_pasted(table, self._measures, self._chosen)
        clear(self._understood)
        for words in _lines(self._pasted.figures, self._measures):
            self._understood.addWidget(Text(words, "small", wrap=True))
        asked: set[str] = set()
        for missed in self._pasted.not_read:
            words = self.tr("{place}, \u201c{said}\u201d: {why}.")
            text = words.format(place=self._place(missed.line), said=missed.said, why=missed.why)
            self._understood.addWidget(Text(text, "small", "risk", wrap=True))
            if missed.name and missed.name not in asked:
                asked.add(missed.name)
                self._understood.addWidget(wrap(row(self._picker(missed.name), None)))
        for one in self._pasted.figures:
            if one.doubt:
                words = self.tr("{place}: {doubt}. Is it so?")
                text = words.format(place=self._place(one.line), doubt=one.doubt)
                self._understood.addWidget(Text(text, "small", "develop", wrap=True))
        self.said.set_text(self._counted())
        count = len(self._pasted.figures)
        self.enter.set_label(
            self.tr("Enter 1 figure") if count == 1 else self.tr("Enter {n} figures").format(n=count)
        )
        self.enter.setEnabled(bool(count))

    def _place(self, line: int) -> str:
        if self.way.current() == _TYPE:
            return self.grid.place_of(line)
        return self.tr("Line {line}").format(line=line)

    def _picker(self, name: str) -> LatePicker:
        said = next(one.said for one in self._pasted.not_read if one.name == name)
        options = measure_options(self._measures.measures.values(), "")[1:]
        words = self.tr("\u201c{said}\u201d is\u2026").format(said=said)
        picker = LatePicker(self.tr("Measure that {said} is").format(said=said), options, words)
        picker.picked.connect(partial(self._choose, name))
        return picker

    def _choose(self, name: str, measure: str) -> None:
        if measure:
            self._chosen = {**self._chosen, name: measure}
            QTimer.singleShot(0, self, self._read)  # the picker itself goes then

    def _counted(self) -> str:
        figures, missed = len(self._pasted.figures), self._pasted.lines_missed
        if not figures and not missed and self.way.current() == _TYPE:
            return self.tr("Nothing yet. Type the figures of the years you know; the rest stays empty.")
        if not figures and not missed:
            return self.tr("Nothing yet. A first line names the columns, or the years.")
        found = self.tr("1 figure understood") if figures == 1 else self.tr("{figures} figures understood")
        lines = self.tr("1 line not or not wholly") if missed == 1 else self.tr("{missed} lines not or not wholly")
        blank = self.tr("1 cell empty") if self._pasted.blank == 1 else self.tr("{blank} cells empty")
        parts = (found, lines if missed else "", blank if self._pasted.blank else "")
        said = ", ".join(filter(None, parts)).format(figures=figures, missed=missed, blank=self._pasted.blank)
        return self.tr("{said}. What is not understood is left out, never guessed.").format(said=said)

    def _enter(self) -> None:
        source = self.source.text().strip()
        self._gathering.remember_names(self._chosen)
        self._gathering.enter(
            self._pasted.figures, self.about.current(), source, predicted=self.predicted.isChecked()
        )
        announce(self, self.tr("Figures entered"))
        self.close_sheet()

    def _example(self) -> str:
        return self.tr(
            "Paste cells here, with their first line:\n\n"
            "Measure\t2024\tpupils\t2025\tpupils\n"
            "RWM combined\t64\t59\t61\t57\n\n"
            "or a line for each figure: measure, group, year, value, pupils."
        )


def _lines(figures: tuple[PastedFigure, ...], measures: Measures) -> list[str]:
    """Return figures in words, one line for each measure and group."""
    found: dict[tuple[str, str], list[str]] = {}
    for one in sorted(figures, key=lambda figure: figure.year):
        value = one.value or REASONS.get(one.status, one.status)
        of = _tr(" of {count}").format(count=one.cohort) if one.cohort else ""
        found.setdefault((one.measure, one.group), []).append(f"{one.year} {value}{of}")
    return [
        f"{measures.label(measure)}, {measures.group_label(group).lower()}: {', '.join(years)}"
        for (measure, group), years in found.items()
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("PasteSheet", text)
