"""The last lessons of a visit, each one action away."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.parts.composer_arrows import ArrowSet
from ui.parts.tag_words import in_full, short
from ui.widgets.chips import Chip
from ui.workspace.desk import Desk
from visitapp.domain.evidence import Context
from visitapp.domain.recent import Lesson, in_lesson, recent_lessons
from visitapp.domain.subject_words import inside_a_line

_MOST = 3
_KEYS = "Alt+{number}"


class RecentLessons(QObject):
    """Chips for up to three lessons, one Tab stop, with a shortcut each inside `parent`.

    `chosen` brings the context moved into the lesson that somebody went back to.
    """

    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._context = desk, Context()
        self._lessons: tuple[Lesson, ...] = ()
        self._chips = tuple(Chip("", icon="history", command=True) for _ in range(_MOST))
        for number, chip in enumerate(self._chips):
            chip.clicked.connect(partial(self.choose, number))
            chip.hide()
            keys = QKeySequence(_KEYS.format(number=number + 1))
            shortcut = QShortcut(keys, parent, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.choose, number))
        self.widgets: tuple[QWidget, ...] = self._chips
        self._arrows = ArrowSet(self.widgets, self)

    def stand(self, context: Context) -> None:
        """Offer the last lessons but the one in force; chips that have none go out of sight."""
        self._context = context
        lessons = recent_lessons(self._desk.record, context, _MOST)
        if lessons == self._lessons:
            return
        self._lessons = lessons
        for number, chip in enumerate(self._chips):
            if number < len(lessons):
                self._label(chip, number + 1, lessons[number])
            chip.setVisible(number < len(lessons))

    def choose(self, number: int) -> None:
        """Go back to one of the lessons, counted from 0; one that is not offered does nothing."""
        if number < len(self._lessons):
            self.chosen.emit(in_lesson(self._desk.record, self._context, self._lessons[number]))

    def _label(self, chip: Chip, number: int, lesson: Lesson) -> None:
        label = self._desk.record.framework.label
        years = " / ".join(self._short("years", code) for code in lesson.years)
        subject = label("subjects", lesson.subject)
        full = f"{' / '.join(label('years', code) for code in lesson.years)}, {inside_a_line(subject)}"
        name = self.tr("Back to {lesson}").format(lesson=full)
        chip.set_label(f"{years} {in_full(subject, self._short('subjects', lesson.subject))}", name)
        chip.setToolTip(f"{name}  {_KEYS.format(number=number)}")

    def _short(self, role: str, code: str) -> str:
        vocabulary = self._desk.record.framework.vocabularies.get(role)
        term = vocabulary.term(code) if vocabulary else None
        return short(term) if term else code
