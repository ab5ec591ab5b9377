"""A whole screen for the school: findings, decision and actions, page after page, and nothing else."""

from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QScreen,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.pages.present.big_tag import BigTag
from ui.pages.present.foot import Foot
from ui.pages.present.overview import overview
from ui.pages.present.sizes import sizes_for
from ui.pages.present.slide_pages import Page, pages_of, part_words
from ui.pages.present.titles import OVERVIEW, short_title_of
from ui.pages.present.words import line_height, one_line, width_of
from ui.parts.visit_days import day_words
from ui.theme.painting import wash
from ui.theme.theme import theme
from ui.widgets.announce import announce
from ui.widgets.layout import clear, column, row
from ui.widgets.sample_tag import sample_words
from ui.workspace.desk import Desk
from ui.workspace.veil import veil_of
from visitapp.domain.forms import visit_dates
from visitapp.domain.presenting import slides

_ON = (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Backspace)


class PresentWindow(QWidget):
    """Shows an open visit until Esc. It stays in front of its parent's window and goes when the parent goes."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWindowTitle(self.tr("Present"))
        self._record, self._pressed = desk.record, -1
        self._is_sample = desk.is_sample
        self._slides = slides(desk.record, veil_of(desk))
        self._pages: list[Page] = []
        self._sizes = sizes_for(1, 1)
        self._body: QVBoxLayout = column(spacing=0)
        self._body.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # pages follow the window, never it them
        self.setLayout(self._body)
        self._stack, self._foot = QStackedWidget(), Foot((), self._sizes, screens=1)
        self._said = one_line("", self._sizes.small)
        self._mark: BigTag | None = None
        theme().changed.connect(self._lay_out)

    @property
    def pages(self) -> list[Page]:
        """Return every page, the overview first."""
        return self._pages

    @property
    def page(self) -> int:
        """Return the number of the page on show, from 0."""
        return self._stack.currentIndex()

    @property
    def foot(self) -> Foot:
        """Return the foot with its buttons."""
        return self._foot

    def show_on(self, screen: QScreen) -> None:
        """Fill a whole screen."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def turn_to(self, number: int) -> None:
        """Show a page, the nearest one when there is none of this number."""
        number = max(0, min(len(self._pages) - 1, number))
        self._stack.setCurrentIndex(number)
        page = self._pages[number]
        self._foot.show_place(self._codes().index(page.code), number, len(self._pages))
        self._say_what(page.part)
        said = self.tr("{title}, page {number} of {count}")
        self.setAccessibleName(said.format(title=page.title, number=number + 1, count=len(self._pages)))
        announce(self, self.accessibleName())

    def turn(self, steps: int) -> None:
        """Go on by some pages, or back with a negative number."""
        self.turn_to(self.page + steps)

    def choose(self, place: int) -> None:
        """Show the first page of what stands at a place in the foot."""
        codes = self._codes()
        if 0 <= place < len(codes):
            self.turn_to(next(number for number, page in enumerate(self._pages) if page.code == codes[place]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages, or leave."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key in _ON:
            self.turn(1)
        elif key in _BACK:
            self.turn(-1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.turn_to(0 if key == Qt.Key.Key_Home else len(self._pages) - 1)
        elif event.text().isdecimal() and event.text() != "0":
            self.choose(int(event.text()) - 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the third that was pressed."""
        self._pressed = self._third(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Turn back on the left third, on on the right one."""
        third = self._third(event)
        if third == self._pressed and event.button() == Qt.MouseButton.LeftButton:
            self.turn(third - 1)
        self._pressed = -1

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard."""
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out for another size."""
        super().resizeEvent(event)
        self._lay_out()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give the keyboard back to where it was."""
        super().closeEvent(event)
        parent = self.parentWidget()
        if parent is not None:
            parent.window().activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        with QPainter(self) as painter:
            wash(painter, self.rect(), "bg")

    def _lay_out(self) -> None:
        held = self._pages[self.page].code if self._pages else OVERVIEW
        sizes = self._sizes = sizes_for(self.width(), self.height())
        clear(self._body)
        top = round(1.4 * sizes.gap) + line_height(sizes.title, 600) + sizes.gap
        area = QSize(self.width() - 2 * sizes.edge, self.height() - top - sizes.target - 2 * sizes.gap)
        self._pages = self._make_pages(area)
        self._stack = QStackedWidget()
        for page in self._pages:
            self._stack.addWidget(page.widget)
        self._foot = self._make_foot()
        self._body.setContentsMargins(sizes.edge, round(1.4 * sizes.gap), sizes.edge, sizes.gap)
        self._body.addLayout(self._head())
        self._body.addSpacing(sizes.gap)
        self._body.addWidget(self._stack, 1)
        self._body.addSpacing(sizes.gap)
        self._body.addWidget(self._foot)
        self.choose(self._codes().index(held) if held in self._codes() else 0)

    def _make_pages(self, area: QSize) -> list[Page]:
        framework, sizes = self._record.framework, self._sizes
        first = overview(self._slides, framework, sizes, area)
        pages = [
            Page(OVERVIEW, self.tr("Overview"), widget, part_words(number, len(first)) if len(first) > 1 else "")
            for number, widget in enumerate(first, 1)
        ]
        return pages + [page for slide in self._slides for page in pages_of(slide, framework, sizes, area)]

    def _make_foot(self) -> Foot:
        names = [self.tr("Overview"), *(short_title_of(slide) for slide in self._slides)]
        foot = Foot(names, self._sizes, screens=len(QGuiApplication.screens()))
        foot.chosen.connect(self.choose)
        foot.turned.connect(self.turn)
        foot.leave_wanted.connect(self.close)
        foot.screen_wanted.connect(self._to_other_screen)
        return foot

    def _head(self) -> QHBoxLayout:
        sizes = self._sizes
        self._said = one_line("", sizes.small, "text2", weight=400, right=True)
        school = one_line(self._record.school.name, sizes.title, weight=600)
        self._mark = BigTag(sample_words(), sizes.foot, "accent") if self._is_sample else None
        return row((school, 1), self._mark, self._said, spacing=sizes.gap)

    def _say_what(self, part: str) -> None:
        """Say beside the school what is shown, which part of it, and the day: as much as there is room for."""
        sizes, visit = self._sizes, self._record.visit
        one_day = visit.starts_on and visit.ends_on in ("", visit.starts_on)
        day = _day_in_full(visit.starts_on) if one_day else visit_dates(self._record)
        found = ", ".join(one for one in (self.tr("What we found"), part) if one)
        whole = "  \u00b7  ".join(one for one in (found, day) if one)
        beside = self._mark.sizeHint().width() + sizes.gap if self._mark else 0
        name = width_of(self._record.school.name, sizes.title, 600)
        room = self.width() - 2 * sizes.edge - sizes.gap - name - beside
        tried = (whole, found, part) if part else (whole, day)
        said = next((one for one in tried if width_of(one, sizes.small, 400) * 1.06 < room), part)
        self._said.set_text(said)
        self._said.setMinimumWidth(self._said.sizeHint().width() if said else 0)

    def _codes(self) -> list[str]:
        return [OVERVIEW, *(slide.code for slide in self._slides)]

    def _third(self, event: QMouseEvent) -> int:
        return min(2, max(0, int(event.position().x() * 3 // max(1, self.width()))))

    def _to_other_screen(self) -> None:
        screens = QGuiApplication.screens()
        self.show_on(screens[(screens.index(self.screen()) + 1) % len(screens)])


def _day_in_full(day: str) -> str:
    return day_words(date.fromisoformat(day), "dddd d MMMM yyyy")
