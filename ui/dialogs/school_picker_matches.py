"""Schools that match what is being typed: those of the vault, those of the register, and the way to add another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.parts.register_search import BETWEEN, about_school, line_height, paint_school
from ui.theme.painting import draw_icon, rounded
from ui.theme.theme import theme
from ui.widgets.pressable import paint_words
from ui.widgets.surfaces import scroll_by_finger
from visitapp.domain.published.offers import Offered
from visitapp.domain.published.schools import RegisterSchool
from visitapp.domain.visit import School

Index = QModelIndex | QPersistentModelIndex
SHOWN = 5
_LEFT = 38
_SHORT = 700


@dataclass(frozen=True, slots=True)
class Match:
    """One line: a school of the vault, or one of the register, or neither where it adds a new one."""

    title: str
    about: str = ""
    school: School | None = None
    found: RegisterSchool | None = None

    @property
    def adds(self) -> bool:
        """Whether the line adds a school by hand."""
        return self.school is None and self.found is None


def place_of(school: School) -> str:
    """Return where a school is, and its number if it is known."""
    return ", ".join(part for part in (school.town, school.local_authority, school.urn) if part)


class SchoolMatches(QAbstractListModel):
    """Known schools that match, those that begin with the words first, then those of the register, then a line that
    adds a new one."""

    def __init__(self) -> None:
        super().__init__()
        self._known: tuple[Match, ...] = ()
        self._found: tuple[Match, ...] = ()
        self._words = ""
        self._phases: Mapping[str, str] = {}

    def set_phases(self, labels: Mapping[str, str]) -> None:
        """Call phases by these labels, by code."""
        self._phases = labels

    def show_known(self, schools: Sequence[School], words: str) -> None:
        """Offer these schools of the vault for these words; nothing while no words are typed."""
        start = words.casefold()
        ordered = sorted(schools, key=lambda school: not school.name.casefold().startswith(start))
        self.beginResetModel()
        self._words = words
        self._known = tuple(self._known_line(school) for school in ordered[:SHOWN]) if words else ()
        self._found = self._found if words else ()  # until the register answers, so that nothing flickers
        self.endResetModel()

    def show_register(self, offered: Sequence[Offered], known: Mapping[str, School]) -> None:
        """Offer these schools of the register too; those `known` by their number are offered as schools of the
        vault."""
        there = {one.school.id for one in self._known if one.school is not None}
        others = [known[one.school.urn] for one in offered if one.school.urn in known]
        more = [self._known_line(school) for school in others if school.id not in there]
        self.beginResetModel()
        self._known = (*self._known, *more)
        self._found = tuple(self._found_line(one) for one in offered if one.school.urn not in known)
        self.endResetModel()

    def match(self, row: int) -> Match | None:
        """Return the line of a row, or None where there is none."""
        lines = self._lines()
        return lines[row] if 0 <= row < len(lines) else None

    def likely(self) -> int:
        """Return the row that is meant if nothing is said: the first of the vault, or the only one of the register,
        or the line that adds one where nothing was found; -1 where several may be meant."""
        lines = self._lines()
        fits = [one for one in lines if not one.adds]
        if not fits:
            return len(lines) - 1
        first = fits[0]
        namesakes = sum(one.title.casefold() == first.title.casefold() for one in fits)
        return 0 if len(fits) == 1 or (first.school is not None and namesakes == 1) else -1

    def spoken(self, row: int) -> str:
        """Return a row in words."""
        line = self.match(row)
        return ", ".join(part for part in (line.title, *line.about.split(BETWEEN)) if part) if line else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines())

    def data(self, index: Index, role: int = 0) -> str | None:
        """Return a line's words."""
        line = self.match(index.row())
        if role == Qt.ItemDataRole.DisplayRole and line is not None:
            return line.title
        return self.spoken(index.row()) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _lines(self) -> tuple[Match, ...]:
        if not self._words:
            return ()
        return (*self._known, *self._found, Match(self.tr("Add “{name}” as a new school").format(name=self._words)))

    def _known_line(self, school: School) -> Match:
        phase = self._phases.get(school.phase, "")
        parts = (self.tr("known already"), school.town, school.local_authority, school.urn, phase)
        return Match(school.name, BETWEEN.join(part for part in parts if part), school)

    def _found_line(self, one: Offered) -> Match:
        became = self.tr("became {school}").format(school=one.became) if one.became else ""
        parts = (self.tr("closed"), became) if one.school.status == "closed" else ()
        about = BETWEEN.join(part for part in (*parts, about_school(one.school, self._phases)) if part)
        return Match(one.school.name, about, None, one.school)


class MatchesView(QListView):
    """The matches as a short list that never takes the focus from the field."""

    def __init__(self, matches: SchoolMatches) -> None:
        super().__init__()
        self.setModel(matches)
        self.setItemDelegate(_MatchPainter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Schools that match"))
        scroll_by_finger(self)

    def fit(self) -> None:
        """Be as tall as a few of the lines, and gone without any."""
        count = self.model().rowCount()
        self.setVisible(bool(count))
        most = SHOWN if self.window().height() > theme().scaled(_SHORT) else SHOWN - 2
        self.setFixedHeight(int(min(count, most + 0.5) * line_height()) + 2)


class _MatchPainter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one row."""
        return QSize(200, line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        matches = index.model()
        line = matches.match(index.row()) if isinstance(matches, SchoolMatches) else None
        if line is None:
            return
        rect = QRectF(option.rect)
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        if on:
            rounded(painter, rect, theme().metrics.radius, "accent_soft", "accent")
        front = "on_accent_soft" if on else "text"
        icon = "plus" if line.adds else ("history" if line.school is not None else "school")
        draw_icon(painter, icon, front, rect.x() + 12, rect.center().y() - 8, 16)
        words = rect.adjusted(_LEFT, 0, -12, 0)
        if line.adds:
            paint_words(painter, words, line.title, theme().font("body"), front)
        else:
            paint_school(painter, words, line.title, line.about, front)
