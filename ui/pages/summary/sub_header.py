"""The band over the summary: what it is, who is there, and its tabs."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from ui.pages.summary.tabs import ACTIONS, FINDINGS, JUDGEMENT, READ_BACK
from ui.widgets.buttons import Button
from ui.widgets.layout import column, row
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Panel
from ui.widgets.text import Text
from ui.workspace.desk import Desk


class SubHeader(Panel):
    """`tab_chosen` brings a tab's code, `private_turned` whether private notes may be seen."""

    tab_chosen = Signal(str)
    private_turned = Signal(bool)

    def __init__(self, desk: Desk, codes: Sequence[str]) -> None:
        super().__init__(edge="bottom", name="")
        self._desk, self._codes = desk, tuple(codes)
        framework = desk.record.framework
        self._titles = {
            FINDINGS: self.tr("Findings"),
            JUDGEMENT: framework.judgement.title or self.tr("Judgement"),
            ACTIONS: self.tr("Actions"),
            READ_BACK: self.tr("Read back"),
        }
        title = framework.summary_title or self.tr("Summary")
        self.tabs = Segmented([Segment(code, self._titles[code]) for code in codes], title, height=30, pad=13)
        self.private = Button("", "quiet", icon="eye-off", small=True, checked=False)
        people = Text(framework.summary_people, "caption", "text2", elide=True)
        words = column(Text(title, "title", elide=True), people, spacing=1)
        right = row(None, self.private, spacing=0)
        self.setLayout(row((words, 1), self.tabs, (right, 1), spacing=16, margins=(22, 12, 20, 12)))
        self.setAccessibleName(title)
        self.tabs.picked.connect(self.tab_chosen)
        self.private.toggled.connect(self._turn_private)
        self._show_private_words()
        self.refresh()

    def refresh(self) -> None:
        """Show how many findings and actions there are."""
        record = self._desk.record
        self._show_count(FINDINGS, len(record.findings()))
        if ACTIONS in self._codes:
            self._show_count(ACTIONS, len(record.actions))
        self.private.setVisible(any(note.private for note in record.notes))

    def current(self) -> str:
        """Return the code of the tab in view."""
        return self.tabs.current()

    def show_current(self, code: str) -> None:
        """Mark a tab as the one in view."""
        self.tabs.set_current(code)

    def title_of(self, code: str) -> str:
        """Return what a tab is called."""
        return self._titles[code]

    def _show_count(self, code: str, count: int) -> None:
        self.tabs.set_count(code, count or None)
        self.tabs.button(code).setAccessibleDescription(self.tr("{count} so far").format(count=count))

    def _turn_private(self, shown: bool) -> None:
        self._show_private_words()
        self.private_turned.emit(shown)

    def _show_private_words(self) -> None:
        shown = self.private.isChecked()
        self.private.set_label(self.tr("Private notes shown") if shown else self.tr("Private notes hidden"))
        self.private.set_icon("eye" if shown else "eye-off")
