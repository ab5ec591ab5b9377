"""What somebody entered of a school's results: what its mark means, where it was read, and what no chart shows."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.parts.results_words import OWN
from ui.widgets.layout import clear, column, row, wrap
from ui.widgets.text import Text
from visitapp.domain.published.charted import others_entered, sources_entered
from visitapp.domain.published.figures import AUTHORITY, NATION
from visitapp.domain.published.measures import ALL, Measures
from visitapp.domain.published.series import KnownFigures, Point, said


class EnteredFigures(QWidget):
    """Stands under charts and table; hidden while nothing was entered."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(spacing=2)
        others = Text(self.tr("Other figures entered"), "small", weight=500)
        self._others = wrap(column(others, self._lines, spacing=2))
        self._sources = Text("", "caption", "text2", wrap=True)
        self._mark = wrap(column(Text(OWN, "caption", "accent"), None))
        self._legend = wrap(row(self._mark, (self._sources, 1), spacing=7))
        self.setLayout(column(self._others, self._legend, spacing=6))

    def show_figures(self, figures: KnownFigures, measures: Measures, *, beside_table: bool) -> bool:
        """Show what was entered of all there is, without what the table beside it shows; return whether there is any
        that no chart shows."""
        sources, others = sources_entered(figures), others_entered(figures)
        clear(self._lines)
        for about, measure, group, points in others:
            words = f"{row_title(measures, about, measure, group)}: {_years(points, measures, measure)}"
            line = Text(words, "small", wrap=True)
            self._lines.addWidget(line)
            line.show()
        self._others.setVisible(bool(others) and not beside_table)
        is_marked = beside_table or figures.has_published
        self._mark.setVisible(is_marked)
        none = self.tr("All entered here, none of it published. Read in: {sources}.")
        words = self.tr("Entered here, not published. Read in: {sources}.") if is_marked else none
        self._sources.set_text(words.format(sources="; ".join(sources)))
        self.setVisible(bool(sources))
        return bool(others)


def row_title(measures: Measures, about: str, measure: str, group: str) -> str:
    """Return what a line of figures is called: measure, group unless all pupils, and whom unless the school."""
    known = measures.measures.get(measure)
    name = known.short if known else measures.label(measure)
    short = measures.groups[group].short if group in measures.groups and group != ALL else ""
    of = short if short.isupper() else short.lower()
    whom = {AUTHORITY: _tr("LA"), NATION: _tr("England")}.get(about, "")
    return ", ".join(filter(None, (name, of, whom)))


def _years(points: tuple[Point, ...], measures: Measures, measure: str) -> str:
    return ", ".join(f"{one.year} {_figure(one, measures, measure)}" for one in points)


def _figure(point: Point, measures: Measures, measure: str) -> str:
    words = said(point, measures, measure)
    of = _tr(" of {count} pupils").format(count=point.cohort) if point.cohort else ""
    expected = _tr(" predicted") if point.predicted else ""
    return f"{words}{of}{expected}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("EnteredFigures", text)
