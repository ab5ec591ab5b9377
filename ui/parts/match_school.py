"""Finding the school of a visit in the national register, by a few letters of its name, its town or its number."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.shell.overlay import Overlay
from ui.theme.painting import rounded
from ui.theme.theme import theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.empty import EmptyState
from ui.widgets.layout import column, row
from ui.widgets.line_edit import SearchField
from ui.widgets.pressable import paint_words, words_width
from ui.widgets.surfaces import scroll_by_finger
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.gathering import Gathering
from ui.workspace.published import Published
from visitapp.domain.published.schools import RegisterSchool

Index = QModelIndex | QPersistentModelIndex
_WIDTH, _TALL, _AROUND, _LEAST = 680, 330, 330, 120
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class FoundSchools(QAbstractListModel):
    """Schools of the register as lines of a list."""

    def __init__(self, phases: "dict[str, str]") -> None:
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
        status = "" if school.status == "open" else school.status
        phase = self._phases.get(school.phase, school.phase_said)
        parts = (school.town, school.authority, school.urn, phase, school.kind, status)
        return "  \u00b7  ".join(part for part in parts if part)

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


class MatchSheet(Overlay):
    """A sheet for one use; choosing a school matches the visit's own to it, and Undo takes that back."""

    def __init__(self, host: QWidget, desk: Desk, gathering: Gathering, published: Published | None) -> None:
        super().__init__(host, host.tr("Match to the register"), _WIDTH)
        self._desk, self._gathering, self._published = desk, gathering, published
        terms = desk.record.framework.vocabularies.get("phases")
        self.found = FoundSchools({one.code: one.label for one in terms.terms} if terms else {})
        self.field = SearchField(self.tr("Name, town, postcode or number"))
        self.list = _FoundView(self.found)
        self._state = Text("", "small", "text2", wrap=True)
        self.let_go = Button(self.tr("Let the match go"), "quiet")
        self.let_go.setVisible(bool(desk.record.school.details))
        cancel = self._cancel = Button(self.tr("Cancel"), keys=self.tr("Esc"))
        self.take_button = Button(self.tr("Match"), "primary")
        self.take_button.setEnabled(False)
        about = self.tr(
            "The school keeps its name here. Number, phase, authority, town and trust come from the register."
        )
        head = column(
            Text(self.tr("Match to the register"), "title"), Text(about, "small", "text2", wrap=True), spacing=2
        )
        foot = row(self.let_go, None, cancel, self.take_button, spacing=8)
        self.nothing = EmptyState(
            "school",
            self.tr("No register has been read in yet"),
            self.tr(
                "Download the register of schools from the Department for Education, then read it in under Library, "
                "or from a shell: python main.py import FILE."
            ),
        )
        self.fill(column(head, self.field, self._state, self.list, (self.nothing, 1), foot, spacing=10))
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list.doubleClicked.connect(self._on_picked)
        self.list.clicked.connect(self._on_clicked)
        self.take_button.clicked.connect(self._take)
        self.let_go.clicked.connect(self._unmatch)
        cancel.clicked.connect(self.close_sheet)
        self.closed.connect(self.deleteLater)
        self._begin()

    def first_focus(self) -> QWidget:
        """Return the search field, or the way out while there is nothing to search."""
        return self._cancel if self.field.isHidden() else self.field

    def fit_sheet(self) -> None:
        """Be as tall whatever is found, so that nothing moves while somebody types."""
        room = self._host.height() - theme().scaled(_AROUND)
        self.list.setFixedHeight(max(_LEAST, min(theme().scaled(_TALL), room)))
        super().fit_sheet()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows and Enter work on the list while typing goes on."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        has_register = self._published is not None and bool(self._published.authorities())
        self.field.setVisible(has_register)
        self.take_button.setVisible(has_register)
        self.nothing.setHidden(has_register)
        self.list.setVisible(has_register)
        if has_register:
            self.field.setText(self._desk.record.school.name)
            self.field.selectAll()
        else:
            self._state.hide()

    def _search(self, text: str) -> None:
        if self._published is not None:
            self._published.find_schools(text, partial(self._show, text))

    def _show(self, asked: str, schools: tuple[RegisterSchool, ...]) -> None:
        if asked != self.field.text():  # an earlier search that took longer than a later one
            return
        self.found.show_schools(schools)
        if schools:
            self.list.setCurrentIndex(self.found.index(0))
        self.take_button.setEnabled(bool(schools))
        words = self.tr("1 school found") if len(schools) == 1 else self.tr("{count} schools found")
        nothing = self.tr("No school of the register is called that. Try fewer letters, the town or the number.")
        self._state.set_text(words.format(count=len(schools)) if schools else nothing)

    def _take_key(self, key: Qt.Key) -> bool:
        count = self.found.rowCount()
        if not count:
            return False
        if key in _MOVES:
            self.list.setCurrentIndex(self.found.index((self.list.currentIndex().row() + _MOVES[key]) % count))
            announce(self.field, str(self.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)))
            return True
        if key in _ENTER:
            self._take()
            return True
        return False

    def _on_clicked(self, _index: QModelIndex) -> None:
        self.take_button.setEnabled(True)

    def _on_picked(self, _index: QModelIndex) -> None:
        self._take()

    def _take(self) -> None:
        school = self.found.school(self.list.currentIndex().row())
        if school is not None:
            self._gathering.match(school)
            self.close_sheet()

    def _unmatch(self) -> None:
        self._gathering.unmatch()
        self.close_sheet()


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


class _FoundPainter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one line."""
        high = theme().line_height("body") + theme().line_height("caption") + 12
        return QSize(200, max(high, theme().metrics.least))

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
        body, caption = theme().line_height("body"), theme().line_height("caption")
        top = rect.y() + (rect.height() - body - caption) / 2
        words = QRectF(rect.x() + 12, top, rect.width() - 24, body)
        paint_words(painter, words, school.name, theme().font("bodym"), front)
        font, about = theme().font("caption"), found.about(school)
        while words_width(about, font) > words.width() and "  \u00b7  " in about:
            about = about.rpartition("  \u00b7  ")[0]
        paint_words(painter, words.translated(0, body).adjusted(0, 0, 0, caption - body), about, font, "text2")
