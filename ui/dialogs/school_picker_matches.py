"""Schools that match what is being typed, and the way to add one that is not among them."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.painting import draw_icon, rounded
from ui.theme.theme import theme
from ui.widgets.pressable import paint_words, words_width
from ui.widgets.surfaces import scroll_by_finger
from visitapp.domain.visit import School

Index = QModelIndex | QPersistentModelIndex
SHOWN = 5


def place_of(school: School) -> str:
    """Return where a school is, and its number if it is known."""
    return ", ".join(part for part in (school.town, school.local_authority, school.urn) if part)


class SchoolMatches(QAbstractListModel):
    """Known schools that match, those that begin with the words first, then a line that adds a new one."""

    def __init__(self) -> None:
        super().__init__()
        self._schools: tuple[School, ...] = ()
        self._words = ""

    def show_matches(self, schools: Sequence[School], words: str) -> None:
        """Offer these schools for these words; nothing while no words are typed."""
        start = words.casefold()
        ordered = sorted(schools, key=lambda school: not school.name.casefold().startswith(start))
        self.beginResetModel()
        self._words = words
        self._schools = tuple(ordered[:SHOWN]) if words else ()
        self.endResetModel()

    def school(self, row: int) -> School | None:
        """Return the school of a row, or None for the line that adds a new one."""
        return self._schools[row] if 0 <= row < len(self._schools) else None

    def title(self, row: int) -> str:
        """Return what a row says."""
        school = self.school(row)
        return school.name if school else self.tr("Add “{name}” as a new school").format(name=self._words)

    def spoken(self, row: int) -> str:
        """Return a row in words."""
        school = self.school(row)
        return ", ".join(part for part in (school.name, place_of(school)) if part) if school else self.title(row)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many lines there are."""
        return 0 if parent.isValid() or not self._words else len(self._schools) + 1

    def data(self, index: Index, role: int = 0) -> str | None:
        """Return a line's words."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(index.row())
        return self.spoken(index.row()) if role == Qt.ItemDataRole.AccessibleTextRole else None


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
        """Be as tall as the lines, and gone without any."""
        count = self.model().rowCount()
        self.setVisible(bool(count))
        self.setFixedHeight(count * row_height() + 2)


class _MatchPainter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one row."""
        return QSize(200, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        matches = index.model()
        if not isinstance(matches, SchoolMatches):
            return
        school, rect = matches.school(index.row()), QRectF(option.rect)
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        if on:
            rounded(painter, rect, theme().metrics.radius, "accent_soft", "accent")
        front = "on_accent_soft" if on else "text"
        draw_icon(painter, "school" if school else "plus", front, rect.x() + 12, rect.center().y() - 8, 16)
        title = matches.title(index.row())
        words = rect.adjusted(38, 0, -12, 0)
        paint_words(painter, words, title, theme().font("body"), front)
        if school:
            beside = words_width(title, theme().font("body")) + 12
            place = words.adjusted(beside, 0, 0, 0)
            paint_words(painter, place, place_of(school), theme().font("caption"), "text2")


def row_height() -> int:
    """Return the height in px of one line."""
    return max(theme().fit(36, "body", 12), theme().metrics.least)
