"""The evidence on one answer: the visit's notes and findings to link with it, for or against."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.parts.bearing_list import BearingList, stance_words
from ui.parts.bearing_view import BearingView
from ui.shell.overlay import Overlay
from ui.theme.theme import theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.chips import PickerChip
from ui.widgets.empty import EmptyState
from ui.widgets.layout import column, row
from ui.widgets.line_edit import SearchField
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text
from ui.workspace.desk import Desk, News
from ui.workspace.judging import Judging, Stance
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding
from visitapp.domain.weighable import Offered, offered_findings, offered_notes
from visitapp.domain.weighed import bearings

NOTES, FINDINGS = "notes", "findings"
_WIDTH, _TALL, _AROUND, _LEAST = 720, 420, 286, 150
_ANY, _PLAIN = "any", "plain"


class BearingSheet(Overlay):
    """A sheet for one use. Space or a tap on a card turns it: for, against, off; a finding is linked or not.

    `key` names the answer, `title` and `words` say what it asks. Private notes that are not linked are offered only
    with `private`. Nothing is linked until a person links it, and the order stays while the sheet is open.
    """

    def __init__(self, host: QWidget, desk: Desk, key: str, title: str, words: str, *, private: bool = False) -> None:
        super().__init__(host, self.tr("Evidence: {title}").format(title=title), _WIDTH)
        self._desk, self._key, self._judging, self._private = desk, key, Judging(desk), private
        record = desk.record
        notes = offered_notes(record, key, f"{title} {words}")
        self._offered = {NOTES: self._seen(notes), FINDINGS: offered_findings(record, key, f"{title} {words}")}
        self.search = SearchField(self.tr("Find in the notes"))
        self.marker = PickerChip(self.tr("Marker"), sticky=False)
        self.scope = Segmented(self._segments(), self.tr("What to link"))
        self.said = Text("", "small", "text2", tnum=True)
        self.list = BearingList(self._stance, self)
        self.view = BearingView(record.framework, self.list)
        self.done = Button(self.tr("Done"))
        self._nothing = EmptyState("search", "", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)
        self._lay_out(title, words)
        self._connect()
        self.show_scope(NOTES)

    def show_scope(self, scope: str) -> None:
        """Offer notes, or findings."""
        self.scope.set_current(scope)
        self.marker.setVisible(scope == NOTES)
        findings = scope == FINDINGS
        name = self.tr("Find in the findings") if findings else self.tr("Find in the notes")
        self.search.setPlaceholderText(name)
        self.search.setAccessibleName(name)
        self.view.setAccessibleName(self.tr("Findings") if findings else self.tr("Notes"))
        how = self.tr("Space or tap: linked, off") if findings else self.tr("Space or tap: for, against, off")
        self.view.setAccessibleDescription(how)
        self._how.set_text(how)
        self._refill()

    def first_focus(self) -> QWidget:
        """Return the list, or the search field while there is nothing to link."""
        return self.view if self.list.rowCount() else self.search

    def fit_sheet(self) -> None:
        """Be as tall whatever is found, so that nothing moves while somebody types."""
        room = self._host.height() - theme().scaled(_AROUND)
        self._stack.setFixedHeight(max(_LEAST, min(theme().scaled(_TALL), room)))
        super().fit_sheet()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down go from the search field to the list."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down and self.list.rowCount():
                self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
            return False
        return super().eventFilter(watched, event)

    def _lay_out(self, title: str, words: str) -> None:
        self._how = Text("", "small", "text2")
        about = Text(words, "small", "text2", wrap=True, max_lines=3)
        about.setVisible(bool(words))
        layout = column(Text(title, "title", wrap=True), about, spacing=8)
        layout.addLayout(row((self.search, 1), self.marker, self.scope, spacing=10))
        layout.addWidget(self._stack)
        layout.addLayout(row(column(self.said, self._how, spacing=1), None, self.done, spacing=10))
        self.fill(layout)
        markers = [(one.code, one.label) for one in self._desk.record.framework.markers]
        self.marker.set_options([(_ANY, self.tr("Any marker")), *markers, (_PLAIN, self.tr("Without a marker"))])
        self.marker.set_current(_ANY)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._refill)
        self.search.installEventFilter(self)
        self.marker.picked.connect(self._refill)
        self.scope.picked.connect(self.show_scope)
        self.view.turned.connect(self._turn)
        self.view.taken_off.connect(self._take_off)
        self.done.clicked.connect(self.close_sheet)
        self._desk.changed.connect(self._on_news)
        self.closed.connect(self.deleteLater)

    def _segments(self) -> list[Segment]:
        return [
            Segment(NOTES, self.tr("Notes"), count=len(self._offered[NOTES])),
            Segment(FINDINGS, self.tr("Findings"), count=len(self._offered[FINDINGS])),
        ]

    def _seen(self, offered: tuple[Offered, ...]) -> tuple[Offered, ...]:
        return tuple(one for one in offered if self._private or not (isinstance(one.one, Note) and one.one.private))

    def _stance(self, one: Note | Finding) -> Stance:
        return self._judging.stance(self._key, one)

    def _turn(self, at: int) -> None:
        offered = self.list.offered(at)
        if offered is not None:
            stance = self._judging.turn(self._key, offered.one)
            announce(self.view, stance_words(offered.one, stance) or self.tr("Not linked"))

    def _take_off(self, at: int) -> None:
        offered = self.list.offered(at)
        if offered is not None:
            self._judging.set_stance(self._key, offered.one, "")

    def _on_news(self, news: News) -> None:
        if "bearing" in news.kinds:
            self.list.redraw()
            self._count()

    def _refill(self) -> None:
        scope = self.scope.current()
        typed = self.search.text().casefold().split()
        marker = self.marker.current() if scope == NOTES else _ANY
        found = [one for one in self._offered[scope] if _holds(one.one, typed) and _is_marked(one.one, marker)]
        self.list.show_offered(self._desk.record, found)
        if not found:
            self._nothing.set_words(*self._nothing_words(scope))
        self._stack.setCurrentWidget(self.view if found else self._nothing)
        self._count()

    def _nothing_words(self, scope: str) -> tuple[str, str]:
        if self._offered[scope]:
            return self.tr("Nothing found"), self.tr("Try fewer words, or another marker.")
        if scope == NOTES:
            return self.tr("No notes yet"), self.tr("Notes you take in the capture stage appear here.")
        return self.tr("No findings yet"), self.tr("Findings you make in Findings appear here.")

    def _count(self) -> None:
        links = bearings(self._desk.record, self._key)
        on_notes = [one for one in links if one.note_id]
        against = sum(one.against for one in on_notes)
        words = self.tr("Notes: {pro} for, {con} against. Findings: {findings}.")
        counts = {"pro": len(on_notes) - against, "con": against, "findings": len(links) - len(on_notes)}
        self.said.set_text(words.format(**counts))


def _holds(one: Note | Finding, words: list[str]) -> bool:
    name = one.label if isinstance(one, Note) else ""
    text = f"{name} {one.text}".casefold()
    return all(word in text for word in words)


def _is_marked(one: Note | Finding, marker: str) -> bool:
    if marker == _ANY or isinstance(one, Finding):
        return True
    return one.marker == ("" if marker == _PLAIN else marker)
