"""One view of a page at a time where its panes do not fit side by side, with a way to each of the others."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from ui.main_window.panes import focus_first
from ui.pages.stage_page import StagePage, View
from ui.shell.rail import RailItem
from ui.widgets.surfaces import Panel


class Folding(QObject):
    """Shows one view of a page and hides the others; `changed` tells that the views or the one in sight are new."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._page: StagePage | None = None
        self._views: Sequence[View] = ()
        self._held = ""

    @property
    def is_folded(self) -> bool:
        """Return whether some panes of the page are out of sight."""
        return bool(self._views)

    @property
    def held(self) -> str:
        """Return the code of the view in sight, empty when the page fits whole."""
        return self._held if self._views else ""

    def items(self) -> list[RailItem]:
        """Return the views to choose from as entries of the rail, none when the page fits whole."""
        return [RailItem(view.code, view.text, view.icon) for view in self._views]

    def fold(self, page: StagePage, *, narrow: bool) -> None:
        """Fold a page that has several views when room is short, else show it whole."""
        if self._page is not page:
            self._page, self._views, self._held = page, (), ""
        views = page.views()
        if not narrow or len(views) < 2:
            self._unfold(page, views)
            return
        if not self._views:
            _free(views, free=True)
        self._views = views
        if self._held not in [view.code for view in views]:
            self._held = views[0].code
        page.set_folded(folded=True)
        self._show_held()

    def hold(self, code: str) -> None:
        """Bring another view into sight and put the focus in it."""
        if code in [view.code for view in self._views]:
            self._held = code
            self._show_held()
            self._take_focus()

    def hold_first(self) -> None:
        """Bring the view into sight in which work goes on."""
        if self._views:
            self.hold(self._views[0].code)

    def follow_focus(self) -> None:
        """Bring the view into sight in which the page last put the focus."""
        focused = self._page.focusWidget() if self._page else None
        for view in self._views if focused else ():
            if any(pane is focused or pane.isAncestorOf(focused) for pane in view.panes):
                self.hold(view.code)
                return

    def _take_focus(self) -> None:
        """Leave the focus where the page put it, or else begin with the first control in sight."""
        page = self._page
        focused = page.focusWidget() if page else None
        if page is None or (focused is not None and focused.isVisibleTo(page)):
            if focused is not None:
                focused.setFocus()
            return
        next((pane for view in self._views if view.code == self._held for pane in view.panes if focus_first(pane)), 0)

    def _unfold(self, page: StagePage, views: Sequence[View]) -> None:
        was_folded, self._views, self._held = self.is_folded, (), ""
        if was_folded:
            page.set_folded(folded=False)
            _free(views, free=False)
            for view in views:
                for pane in view.panes:
                    pane.show()
        self.changed.emit()

    def _show_held(self) -> None:
        for view in sorted(self._views, key=self._is_held):
            for pane in view.panes:
                pane.setVisible(view.code == self._held)
        self.changed.emit()

    def _is_held(self, view: View) -> bool:
        return view.code == self._held


def _free(views: Sequence[View], *, free: bool) -> None:
    """Let panels that are held to a width take the whole of it while they stand alone."""
    for view in views:
        for pane in view.panes:
            for panel in (pane, *pane.findChildren(Panel)):
                if isinstance(panel, Panel):
                    panel.set_free(free=free)
