"""A new visit: which school, which programme, which day."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.dialogs.new_visit_dates import VisitDates
from ui.dialogs.new_visit_programme import ProgrammeChoice
from ui.dialogs.school_picker import SchoolPicker
from ui.parts.visit_days import long_day_words
from ui.shell.overlay import Overlay
from ui.widgets.announce import announce
from ui.widgets.buttons import Button, IconButton
from ui.widgets.checks import CheckRow
from ui.widgets.layout import column, row, wrap
from ui.widgets.surfaces import Scroll
from ui.widgets.text import Text
from ui.workspace.offering import SchoolOffers
from visitapp.domain.framework import Framework
from visitapp.domain.visit import School, Visit

_WIDTH = 660
_AROUND = 200


class NewVisitDialog(Overlay):
    """Asks for what a visit is made of. `given` brings a `ui.workspace.visits.NewVisit`.

    `schools` finds known schools by words, `earlier` the visits to a school before an ISO day, latest first.
    `programme` is the key of the framework last used, `register` where schools are found that are not known yet.
    """

    given = Signal(object)

    def __init__(
        self,
        host: QWidget,
        frameworks: Sequence[Framework],
        schools: Callable[[str], Sequence[School]],
        earlier: Callable[[str, str], Sequence[Visit]],
        today: Callable[[], date],
        programme: str = "",
        register: SchoolOffers | None = None,
    ) -> None:
        super().__init__(host, "", _WIDTH)
        self._earlier = earlier
        self._follows: Visit | None = None
        self._wanted: Visit | None = None
        self.setAccessibleName(self.tr("New visit"))
        if register is not None:
            register.setParent(self)
            register.prepare()
        self.school = SchoolPicker(schools, register)
        self.programme = ProgrammeChoice(frameworks, programme)
        self.dates = VisitDates(today)
        self.follows = CheckRow("", on=True, dim=False)
        self._close = IconButton("x", self.tr("Close"))
        self.begin = Button(self.tr("Begin the visit"), "primary", icon="plus", large=True)
        self.cancel = Button(self.tr("Cancel"), "quiet", large=True)
        self._lay_out()
        self._connect()
        self._on_programme()

    def first_focus(self) -> QWidget:
        """Return the field for the school, or the first day once there is a school."""
        return self.dates.first.edit if self.school.is_chosen() else self.school.field

    def follow(self, visit: Visit, school: School) -> None:
        """Fill in the school, and let the visit follow this one rather than the latest."""
        self._wanted = visit
        self.school.choose(school)
        self._on_school()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin the visit on Enter from any field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._give()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stay open on a press beside the sheet: what was typed must not be lost by a slip."""

    def fit_sheet(self) -> None:
        """Give the form the room it wants, and let it scroll in a short window."""
        width = self._scroll.viewport().width() or _WIDTH
        wanted = max(self._inner.totalMinimumSize().height(), self._inner.totalMinimumHeightForWidth(width))
        self._scroll.setMinimumHeight(max(0, min(wanted, self.height() - _AROUND)))
        super().fit_sheet()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the sheet when the form wants more or less room."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._form and self.isVisible():
            self.fit_sheet()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        head = row(Text(self.tr("New visit"), "title"), None, self._close)
        pieces = (self.school, self.programme, self.dates, self.follows)
        self._inner = column(*pieces, None, spacing=14, margins=(2, 2, 8, 2))
        self._form = wrap(self._inner)
        self._scroll = Scroll(self._form, self.tr("New visit"))
        self._form.installEventFilter(self)
        foot = row(None, self.cancel, self.begin, spacing=8)
        self.fill(column(head, (self._scroll, 1), foot, spacing=12))

    def _connect(self) -> None:
        self.school.picked.connect(self._on_school)
        self.school.changed.connect(self._refresh)
        self.programme.changed.connect(self._on_programme)
        self.dates.changed.connect(self._refresh)
        self.begin.clicked.connect(self._give)
        self.cancel.clicked.connect(self.close_sheet)
        self._close.clicked.connect(self.close_sheet)

    def _on_school(self) -> None:
        self._refresh()
        self.dates.take_focus()

    def _on_programme(self) -> None:
        framework = self.programme.framework()
        if framework is not None:
            self.dates.set_length(framework.days)
            phases = framework.vocabularies.get("phases")
            self.school.set_phases([(term.code, term.label) for term in phases.terms] if phases else [])
        self._refresh()

    def _refresh(self) -> None:
        self._follows = self._earlier_visit()
        self.follows.setVisible(self._follows is not None)
        if self._follows is not None:
            day = long_day_words(date.fromisoformat(self._follows.starts_on))
            self.follows.setText(self.tr("Follows the visit of {day}, and takes up its actions").format(day=day))
            self.follows.setAccessibleName(self.follows.text())
            self.follows.updateGeometry()

    def _earlier_visit(self) -> Visit | None:
        school, starts = self.school.school(), self.dates.starts()
        if school is None or starts is None or not self.school.is_known():
            return None
        wanted = self._wanted
        if wanted is not None and wanted.school_id == school.id and wanted.starts_on < starts.isoformat():
            return wanted
        return next(iter(self._earlier(school.id, starts.isoformat())), None)

    def _complain(self) -> QWidget | None:
        return self.school.complain() or self.programme.complain() or self.dates.complain()

    def _give(self) -> None:
        wrong = self._complain()
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.ShortcutFocusReason)
            announce(self, wrong.accessibleDescription() or wrong.accessibleName(), urgent=True)
            return
        # Loaded now, not at start: the first list must be on the screen before the database's own code is.
        from ui.workspace.visits import NewVisit

        school, starts, ends = self.school.school(), self.dates.starts(), self.dates.ends()
        framework = self.programme.framework()
        if school is None or framework is None or starts is None or ends is None:
            return
        follows = self._earlier_visit() if self.follows.isChecked() else None
        new = NewVisit(
            framework=framework,
            school=school,
            starts_on=starts.isoformat(),
            ends_on=ends.isoformat(),
            context=self.programme.context(),
            commissioned=self.programme.commissioned(),
            follows_id=follows.id if follows else "",
        )
        self.close_sheet()
        self._clear()
        self.given.emit(new)

    def _clear(self) -> None:
        self._wanted = None
        self.school.clear()
        self.dates.clear()
        self.follows.setChecked(True)
