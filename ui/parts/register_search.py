"""Finding a school in the national register by a few letters of its name, its town or its number."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.parts.list_keys import ListKeys
from ui.parts.published_notice import unreadable
from ui.theme.painting import rounded
from ui.theme.theme import theme
from ui.widgets.announce import announce
from ui.widgets.empty import EmptyState
from ui.widgets.layout import column
from ui.widgets.line_edit import SearchField
from ui.widgets.pressable import paint_words, words_width
from ui.widgets.surfaces import scroll_by_finger
from ui.widgets.text import Text
from visitapp.domain.published.schools import RegisterSchool

Index = QModelIndex | QPersistentModelIndex
Find = Callable[[str, Callable[[tuple[RegisterSchool, ...]], None]], None]
_MOST = 20
"""So many schools a search brings at once."""
_TALL, _AROUND, _LEAST = 330, 330, 120
BETWEEN = "  \u00b7  "


class FoundSchools(QAbstractListModel):
    """Schools of the register as lines of a list."""

    def __init__(self, phases: Mapping[str, str]) -> None:
        super().__init__()
        self._schools: tuple[RegisterSchool, ...] = ()
        self._phases = phases

    def show_schools(self, schools: Sequence[RegisterSchool]) -> None:
        """Show these schools."""
        self.beginResetModel()
        self._schools = tuple(schools)
        self.endResetModel()

    def school(self, at: int) -> RegisterSchool | None:
        """Return the school of a line, or None."""
        return self._schools[at] if 0 <= at < len(self._schools) else None

    def about(self, school: RegisterSchool) -> str:
        """Return what tells a school from others of its name."""
        return about_school(school, self._phases)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many schools were found."""
        return 0 if parent.isValid() else len(self._schools)

    def data(self, index: Index, role: int = 0) -> str | None:
        """Return a line's words."""
        school = self.school(index.row())
        if school is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return school.name
        return f"{school.name}, {self.about(school)}" if role == Qt.ItemDataRole.AccessibleTextRole else None


def about_school(school: RegisterSchool, phases: Mapping[str, str]) -> str:
    """Return what tells a school of the register from others of its name; `phases` are labels by code."""
    phase = phases.get(school.phase, school.phase_said)
    parts = (school.town, school.authority, school.urn, phase, _status_words(school), school.kind)
    return BETWEEN.join(part for part in parts if part)


def _status_words(school: RegisterSchool) -> str:
    tr = partial(QCoreApplication.translate, "RegisterSearch")
    known = {"open": tr("open"), "closing": tr("closing"), "proposed": tr("not open yet"), "closed": tr("closed")}
    return known.get(school.status, school.status)


class RegisterSearch(QWidget):
    """A field and what is found below it; `chosen` brings a `RegisterSchool`, by Enter, a double press or `take`.

    Of several schools none is picked out until somebody does: those of one name are mistaken too easily.
    """

    chosen = Signal(object)
    pointed = Signal(bool)
    """Whether a school is picked out, after every search and step."""

    def __init__(self, find: Find, phases: Mapping[str, str]) -> None:
        super().__init__()
        self._find = find
        self.found = FoundSchools(phases)
        self.field = SearchField(self.tr("Name, town, postcode or number"))
        self.list = _FoundView(self.found)
        self._state = Text("", "small", "text2", wrap=True)
        self.setLayout(column(self.field, self._state, self.list, None, spacing=10))
        self.field.textChanged.connect(self._search)
        ListKeys(self.field, self.list).entered.connect(self._on_entered)
        self.list.doubleClicked.connect(self._on_picked)
        self.list.selectionModel().currentChanged.connect(self._on_pointed)

    def begin(self, text: str) -> None:
        """Look for something at once, so that typing replaces it."""
        self.field.setText(text)
        self.field.selectAll()

    def fit_height(self, whole: int) -> None:
        """Take its part of the height of a window, in px, whatever is found, so that nothing moves while typing."""
        room = whole - theme().scaled(_AROUND)
        self.list.setFixedHeight(max(_LEAST, min(theme().scaled(_TALL), room)))

    def take(self) -> None:
        """Choose the school that is picked out."""
        school = self.found.school(self.list.currentIndex().row())
        if school is not None:
            self.chosen.emit(school)

    def _search(self, text: str) -> None:
        self._find(text, partial(self._show, text))

    def _show(self, asked: str, schools: tuple[RegisterSchool, ...]) -> None:
        if asked != self.field.text():  # an earlier search that took longer than a later one
            return
        self.found.show_schools(schools)
        if len(schools) == 1:
            self.list.setCurrentIndex(self.found.index(0))
        words = self.tr("1 school found") if len(schools) == 1 else self.tr("{count} schools found")
        if len(schools) >= _MOST:
            words = self.tr("The first {count} schools: type more to find fewer")
        nothing = self.tr("No school of the register is called that. Try fewer letters, the town or the number.")
        self._state.set_text(words.format(count=len(schools)) if schools else nothing if asked.strip() else "")
        self.pointed.emit(self.list.currentIndex().isValid())

    def _on_entered(self) -> None:
        if not self.list.currentIndex().isValid():
            announce(self.field, self.tr("Several schools fit. Pick one with the arrow keys."))
        self.take()

    def _on_pointed(self, index: QModelIndex) -> None:
        self.pointed.emit(index.isValid())

    def _on_picked(self, _index: QModelIndex) -> None:
        self.take()


def no_register(trouble: str = "") -> EmptyState:
    """Return what stands where schools would be looked for, while no register was read in, or `trouble` keeps it from
    being asked."""
    if trouble:
        return unreadable(trouble)
    return EmptyState(
        "school",
        QCoreApplication.translate("RegisterSearch", "No register has been read in yet"),
        QCoreApplication.translate(
            "RegisterSearch",
            "Download the register of schools from the Department for Education, then read it in under Library, "
            "or from a shell: python main.py import FILE.",
        ),
    )


class _FoundView(QListView):
    def __init__(self, found: FoundSchools) -> None:
        super().__init__()
        self.setModel(found)
        self.setItemDelegate(_FoundPainter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Schools found"))
        scroll_by_finger(self)


def line_height() -> int:
    """Return the height in px of the line of one school."""
    return max(theme().line_height("body") + theme().line_height("caption") + 12, theme().metrics.least)


class _FoundPainter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one line."""
        return QSize(200, line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one school."""
        found = index.model()
        school = found.school(index.row()) if isinstance(found, FoundSchools) else None
        if school is None or not isinstance(found, FoundSchools):
            return
        rect = QRectF(option.rect)
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        if on:
            rounded(painter, rect, theme().metrics.radius, "accent_soft", "accent")
        front = "on_accent_soft" if on else ("text" if school.status != "closed" else "text2")
        paint_school(painter, rect.adjusted(12, 0, -12, 0), school.name, found.about(school), front)


def paint_school(painter: QPainter, rect: QRectF, name: str, about: str, front: str) -> None:
    """Draw a school's name and, below it, as much of what tells it from others as there is room for."""
    body, caption = theme().line_height("body"), theme().line_height("caption")
    words = QRectF(rect.x(), rect.y() + (rect.height() - body - caption) / 2, rect.width(), body)
    paint_words(painter, words, name, theme().font("bodym"), front)
    font = theme().font("caption")
    while words_width(about, font) > words.width() and BETWEEN in about:
        about = about.rpartition(BETWEEN)[0]
    paint_words(painter, words.translated(0, body).adjusted(0, 0, 0, caption - body), about, font, "text2")
