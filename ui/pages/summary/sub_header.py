"""The band over the summary: what it is, who is there, and its tabs."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from ui.pages.summary.tabs import ACTIONS, EXCELLENCE, FINDINGS, JUDGEMENT, MEASURES, READ_BACK
from ui.widgets.buttons import Button
from ui.widgets.layout import column, row
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Panel
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.excellence import excellence_sections
from visitapp.domain.team_words import number_word
from visitapp.domain.weighed import colleagues, members


class SubHeader(Panel):
    """`tab_chosen` brings a tab's code, `private_turned` whether private notes may be seen, `present_wanted` asks
    for the whole screen."""

    tab_chosen = Signal(str)
    private_turned = Signal(bool)
    present_wanted = Signal()

    def __init__(self, desk: Desk, codes: Sequence[str]) -> None:
        super().__init__(edge="bottom", name="")
        self._desk, self._codes = desk, tuple(codes)
        framework = desk.record.framework
        self._titles = {
            FINDINGS: self.tr("Findings"),
            EXCELLENCE: next((one.heading for one in excellence_sections(framework)), ""),
            MEASURES: framework.measures.title or self.tr("Indicators"),
            JUDGEMENT: framework.judgement.title or self.tr("Judgement"),
            ACTIONS: self.tr("Actions"),
            READ_BACK: self.tr("Read back"),
        }
        title = framework.summary_title or self.tr("Summary")
        self.tabs = Segmented([Segment(code, self._titles[code]) for code in codes], title, height=30, pad=13)
        self.private = Button("", "quiet", icon="eye-off", small=True, checked=False)
        self._people = Text(framework.summary_people, "caption", "text2", elide=True)
        words = column(Text(title, "title", elide=True), self._people, spacing=1)
        self.present = Button(self.tr("Present"), icon="presentation", keys="F5")
        right = row(None, self.private, self.present, spacing=8)
        self.setLayout(row((words, 1), self.tabs, (right, 1), spacing=16, margins=(22, 12, 20, 12)))
        self.setAccessibleName(title)
        self.tabs.picked.connect(self.tab_chosen)
        self.private.toggled.connect(self._turn_private)
        self.present.clicked.connect(self.present_wanted)
        self._show_private_words()
        self.refresh()

    def refresh(self) -> None:
        """Show how many findings and actions there are."""
        record = self._desk.record
        self._show_count(FINDINGS, len(record.findings()))
        if ACTIONS in self._codes:
            self._show_count(ACTIONS, len(record.actions))
        team = number_word(len(members(record)))
        led = self.tr("You lead a team of {number}").format(number=team) if colleagues(record) else ""
        self._people.set_text(led or record.framework.summary_people)
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
