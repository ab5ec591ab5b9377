"""The evidence on an indicator: what is linked, and with the search open every note that may be."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.parts.bearing_list import BearingList, stance_words
from ui.parts.bearing_view import BearingView
from ui.parts.report_notes import notes_for
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.layout import column, row
from ui.widgets.line_edit import SearchField
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.judging import Judging, Stance
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding
from visitapp.domain.framework import Indicator
from visitapp.domain.measured import evidence_count, evidence_key
from visitapp.domain.weighable import Nearness, Offered, offered_findings, offered_notes

_MOST_PX = 320


class MeasureEvidence(QWidget):
    """Space or a tap on a note links it, says it speaks against, and frees it. Private notes are not offered."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._judging = desk, Judging(desk)
        self._indicator: Indicator | None = None
        self._order: tuple[str, ...] = ()
        self._count = Text("", "caption", "text2", tnum=True)
        self.link = Button(self.tr("Link notes"), "link", icon="link-2", small=True, checked=False)
        self.search = SearchField(self.tr("Find a note"))
        self.offered = BearingList(self._stance, self)
        self.view = BearingView(desk.record.framework, self.offered)
        self.view.setAccessibleName(self.tr("Evidence"))
        self._hint = Text(self.tr("Space or a tap: for, against, off"), "caption", "text3", wrap=True)
        self._none = Text("", "small", "text2", wrap=True)
        head = row(Text(self.tr("Evidence"), "heading"), self._count, None, self.link, spacing=6)
        self.setLayout(column(head, self.search, self._hint, self.view, self._none, spacing=5))
        self.link.toggled.connect(self._on_link)
        self.search.textChanged.connect(self._offer)
        self.search.installEventFilter(self)
        self.view.turned.connect(self._turn)
        self.view.taken_off.connect(self._take_off)

    def show_indicator(self, indicator: Indicator) -> None:
        """Show the evidence on another indicator, the search closed."""
        if self._indicator != indicator:
            self._indicator = indicator
            self.link.setChecked(False)
            self.search.clear()
        self.refresh()

    def refresh(self) -> None:
        """Show what the record holds; while notes are linked they keep their places."""
        if self._indicator is None:
            return
        count = evidence_count(self._desk.record, self._indicator.code)
        self._count.set_text(str(count) if count else "")
        self._count.setAccessibleName(self.tr("1 linked") if count == 1 else self.tr("{n} linked").format(n=count))
        self._offer(keep=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height the cards need at the new width."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)  # once the list itself has its new width

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the search to the notes with Down or Enter, close it with Esc."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.offered.rowCount():
                self.view.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and not self.search.text():
                self.link.setChecked(False)
                self.link.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _on_link(self, wanted: bool) -> None:
        self._order = ()
        self.search.clear()
        self._offer()
        if wanted:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _offer(self, _words: str = "", *, keep: bool = False) -> None:
        if self._indicator is None:
            return
        found = self._found(self._indicator)
        if keep and self._order:
            places = {one: place for place, one in enumerate(self._order)}
            found = tuple(sorted(found, key=lambda one: places.get(one.one.id, len(places))))
        self._order = tuple(one.one.id for one in found)
        self.offered.show_offered(self._desk.record, found)
        linking = self.link.isChecked()
        self.search.setVisible(linking)
        self._hint.setVisible(linking and bool(found))
        self.view.setVisible(bool(found))
        self._none.set_text(self.tr("No note found.") if linking else self.tr("Nothing is linked yet."))
        self._none.setVisible(not found)
        self._fit()

    def _found(self, indicator: Indicator) -> tuple[Offered, ...]:
        record, key = self._desk.record, evidence_key(indicator.code)
        words = f"{indicator.title} {indicator.method}"
        notes, findings = offered_notes(record, key, words), offered_findings(record, key, words)
        shared = {note.id for note in notes_for(record, None, self.search.text())}
        if self.link.isChecked():
            return tuple(one for one in notes if one.one.id in shared)
        return tuple(
            one
            for one in (*notes, *findings)
            if one.nearness is Nearness.LINKED and (isinstance(one.one, Finding) or one.one.id in shared)
        )

    def _turn(self, row_number: int) -> None:
        offered = self.offered.offered(row_number)
        if offered is None or self._indicator is None:
            return
        stance = self._judging.turn(evidence_key(self._indicator.code), offered.one)
        announce(self.view, stance_words(offered.one, stance) or self.tr("Not linked"))

    def _take_off(self, row_number: int) -> None:
        offered = self.offered.offered(row_number)
        if offered is not None and self._indicator is not None:
            self._judging.set_stance(evidence_key(self._indicator.code), offered.one, "")

    def _stance(self, one: Note | Finding) -> Stance:
        return self._judging.stance(evidence_key(self._indicator.code), one) if self._indicator else ""

    def _fit(self) -> None:
        tall = 2
        for number in range(self.offered.rowCount()):
            tall += self.view.sizeHintForRow(number)
            if tall >= _MOST_PX:  # measuring every note of a long visit would take longer than anybody waits
                break
        self.view.setFixedHeight(min(tall, _MOST_PX))
