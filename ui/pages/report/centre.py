"""The middle of the report: all sections on one page to write in, or the report as it will be read."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from ui.pages.report.versions import VersionsView
from ui.parts.fact_beside import Beside
from ui.parts.fact_form import FactForm
from ui.parts.prose_editing import toggle_bold, toggle_list
from ui.parts.report_outline import FRONT
from ui.parts.report_preview import ReportPreview
from ui.parts.report_section import FrontSheet, SectionSheet
from ui.widgets.buttons import Button, IconButton
from ui.widgets.layout import Line, column, row, wrap
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Card, Panel, Scroll
from ui.workspace.desk import Desk
from visitapp.domain.forms import front_key
from visitapp.domain.report import Report

WRITE = "write"
PREVIEW = "preview"
VERSIONS = "versions"
ANSWER = "answer"
"""The place of what the school sent back."""
_VIEWS = (WRITE, PREVIEW, VERSIONS)
_WIDEST = 860
_MOST = 1000
_PAGE = (46, 28, 46, 40)
_PREVIEW = (46, 26, 18, 20)
_BELOW_CARET = 70
_LEAST_TOOLS = 200


class ReportCentre(Panel):
    """Write, Preview or Versions. `entered` brings the section with the focus, `counted` one whose words changed."""

    entered = Signal(str)
    counted = Signal(str)
    place_wanted = Signal(str)
    insert_wanted = Signal()
    evidence_wanted = Signal(str)
    preview_wanted = Signal()

    def __init__(self, desk: Desk, report: Callable[[], Report]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Report text"))
        self._desk = desk
        self._sheets: dict[str, SectionSheet | FrontSheet] = {}
        self._current = ""
        self.outcome = column(spacing=0, margins=(20, 0, 18, 0))
        self._tabs = self._make_tabs()
        self._insert = self._make_insert()
        self._bold = IconButton("bold", self.tr("Bold"), size=30, icon_size=16, keys="Ctrl+B")
        self._list = IconButton("list", self.tr("List"), size=30, icon_size=16, keys="Ctrl+Shift+L")
        self._bold.clicked.connect(partial(self.edit, toggle_bold))
        self._list.clicked.connect(partial(self.edit, toggle_list))
        tools = Beside(wrap(row(self._insert, 4, self._bold, self._list, None)), self._tabs, _LEAST_TOOLS)
        bar = column(tools, margins=(20, 12, 18, 8))
        self._inner = wrap(row(None, (self._page(), _MOST), None, margins=(10, 0, 10, 8)))
        self._scroll = Scroll(self._inner, self.tr("Report text"))
        self._preview = ReportPreview()
        self._views = QStackedWidget()
        self._views.addWidget(self._scroll)
        self._views.addWidget(self._preview_page())
        self.versions = VersionsView(desk, report)
        self._views.addWidget(self.versions)
        self.setLayout(column(bar, self.outcome, (self._views, 1), spacing=0))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def sheet(self, code: str) -> SectionSheet | None:
        """Return the sheet of a section, or None for the front page and unknown codes."""
        found = self._sheets.get(code)
        return found if isinstance(found, SectionSheet) else None

    def sheets(self) -> tuple[SectionSheet, ...]:
        """Return the sheets of all sections, in order."""
        return tuple(one for one in self._sheets.values() if isinstance(one, SectionSheet))

    @property
    def current(self) -> str:
        """The code of the section one is in."""
        return self._current

    def hold_still(self, change: Callable[[], None]) -> None:
        """Make a change that may need room, with what is being written where it is on the screen."""
        here = self.window().focusWidget()
        held = here if here is not None and self._inner.isAncestorOf(here) else self._sheets.get(self._current)
        before = held.mapTo(self._inner, QPoint(0, 0)).y() if held is not None else 0
        change()
        self._scroll.fit()
        if held is not None and held.isVisibleTo(self._inner):
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.value() + held.mapTo(self._inner, QPoint(0, 0)).y() - before)

    def refresh(self) -> None:
        """Show what changed elsewhere."""
        for sheet in self.sheets():
            sheet.refresh()
        if self._views.currentWidget() is self.versions:
            self.versions.refresh()

    def show_section(self, code: str, field: str = "") -> None:
        """Bring a section into view and put the focus there, or on one of its fields; or bring the versions, among
        which answers stand."""
        sheet = self._sheets.get(code)
        if sheet is None:
            if code in (VERSIONS, ANSWER):
                self.show_view(VERSIONS)
            return
        self.show_view(WRITE)
        self._scroll.verticalScrollBar().setValue(sheet.mapTo(self._inner, QPoint(0, 0)).y() - 24)
        sheet.take_focus(field)
        self._enter(code)

    def is_in_sight(self, code: str) -> bool:
        """Return whether a section is on show now, or with another code the versions."""
        sheet = self._sheets.get(code)
        return self._views.currentWidget() is self.versions if sheet is None else not sheet.visibleRegion().isEmpty()

    def show_view(self, view: str) -> None:
        """Show the page to write on, or the preview."""
        self._tabs.set_current(view)
        self._views.setCurrentIndex(_VIEWS.index(view))
        for tool in (self._insert, self._bold, self._list):
            tool.setEnabled(view == WRITE)
        if view == PREVIEW:
            self.preview_wanted.emit()
        if view == VERSIONS:
            self.versions.refresh()

    def take_focus(self) -> None:
        """Put the focus in the view on show: where writing was, or on the choice of views."""
        if self._views.currentIndex() == _VIEWS.index(WRITE):
            self.show_section(self._current)
        else:
            self._tabs.button(self._tabs.current()).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit(self, change: Callable[[QPlainTextEdit], None]) -> None:
        """Change the text of the section one was in last, where its caret is."""
        sheet = self.sheet(self._current)
        if sheet is not None and sheet.prose is not None:
            self._desk.leave()  # what was typed before is an act of its own, and so is the change
            change(sheet.prose)
            self._desk.leave()
            sheet.prose.setFocus()

    def is_previewing(self) -> bool:
        """Return whether the preview is on show."""
        return self._views.currentIndex() == _VIEWS.index(PREVIEW)

    def show_report(self, report: Report) -> None:
        """Put a composed report into the preview."""
        self._preview.show_report(report)

    def _make_tabs(self) -> Segmented:
        views = ((WRITE, self.tr("Write")), (PREVIEW, self.tr("Preview")), (VERSIONS, self.tr("Versions")))
        tabs = Segmented([Segment(*view) for view in views], self.tr("View"))
        tabs.set_current(WRITE)
        tabs.picked.connect(self.show_view)
        return tabs

    def _make_insert(self) -> Button:
        words = self.tr("Insert evidence")
        insert = Button(words, "soft", icon="plus", keys="Ctrl E", small=True, name=words)
        insert.clicked.connect(self.insert_wanted)
        return insert

    def _page(self) -> Card:
        layout = column(spacing=10)
        framework = self._desk.record.framework
        if framework.front:
            fields = [(field, front_key(field)) for field in framework.front]
            form = FactForm(self._desk, fields, self.tr("Front page"))
            self._put(layout, FRONT, FrontSheet(self._desk, self.tr("Front page"), form))
        for section in framework.outline:
            sheet = SectionSheet(self._desk, section)
            sheet.place_wanted.connect(self.place_wanted)
            sheet.evidence_wanted.connect(self.evidence_wanted)
            sheet.changed.connect(partial(self.counted.emit, section.code))
            self._put(layout, section.code, sheet)
        layout.addStretch(1)
        page = Card(layout, radius=6, margins=_PAGE, shadow=True)
        page.setMaximumWidth(_WIDEST)
        return page

    def _put(self, layout: QVBoxLayout, code: str, sheet: SectionSheet | FrontSheet) -> None:
        if layout.count():
            layout.addSpacing(4)
            layout.addWidget(Line())
            layout.addSpacing(4)
        layout.addWidget(sheet)
        self._sheets[code] = sheet
        for edit in sheet.findChildren(QPlainTextEdit):
            edit.cursorPositionChanged.connect(self._follow_caret)

    def _preview_page(self) -> QWidget:
        page = Card(column((self._preview, 1)), radius=6, margins=_PREVIEW, shadow=True)
        page.setMaximumWidth(_WIDEST)
        return wrap(row(None, (page, _MOST), None, margins=(10, 0, 10, 0)))

    def _follow_caret(self) -> None:
        edit = self.sender()
        if isinstance(edit, QPlainTextEdit) and edit.hasFocus():
            QTimer.singleShot(0, edit, self._show_caret)

    def _show_caret(self) -> None:
        edit = self.window().focusWidget()
        if isinstance(edit, QPlainTextEdit) and self._inner.isAncestorOf(edit):
            spot = edit.viewport().mapTo(self._inner, edit.cursorRect().center())
            self._scroll.ensureVisible(spot.x(), spot.y(), 0, _BELOW_CARET)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            return
        code = next((code for code, sheet in self._sheets.items() if sheet.isAncestorOf(now)), "")
        if code and code != self._current:
            self._enter(code)

    def _enter(self, code: str) -> None:
        self._current = code
        self.entered.emit(code)
