"""What is to be looked at again in each section: evidence changed since, then what the quiet reader found."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from ui.pages.report.centre import ReportCentre
from ui.parts.report_section import SectionSheet
from ui.parts.section_note import LookAgain, Way
from ui.parts.style_place import choose_words
from ui.workspace.desk import Desk, News
from ui.workspace.style_reading import PAUSE_MS, StyleReading
from visitapp.domain.cited_words import Altered, altered_evidence
from visitapp.domain.evidence import Note
from visitapp.domain.matters import Matter, matters_of
from visitapp.domain.matters.of_tracing import CHANGED
from visitapp.domain.style import Flag
from visitapp.domain.style.flag import UNTRACED

_KEEP, _LOOK, _LET_BE, _NOT_NOW, _SHOW = "keep", "look", "let-be", "not-now", "show"
_HEARD = {"note", "finding", "block", "answer"}
_HERE = "report:"


class SectionNotes(QObject):
    """Shows the first thing to look at again under each section, never while somebody types.

    `evidence_wanted` brings the label of evidence to see, `place_wanted` where words stand outside the report.
    """

    evidence_wanted = Signal(str)
    place_wanted = Signal(str)

    def __init__(self, desk: Desk, centre: ReportCentre, reading: StyleReading) -> None:
        super().__init__(centre)
        self._desk, self._centre, self._reading = desk, centre, reading
        self._typing = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._is_due = False
        self._typing.timeout.connect(self._show_due)
        for sheet in centre.sheets():
            sheet.note.acted.connect(partial(self._act, sheet))
        reading.changed.connect(self.refresh)
        desk.changed.connect(self._hear)
        desk.touched.connect(self._wait)
        self.refresh()

    def refresh(self) -> None:
        """Show what is to be looked at now; while somebody types, once they have paused."""
        self._is_due = True
        if not self._typing.isActive():
            self._show_due()

    def _show_due(self) -> None:
        if self._is_due:
            self._is_due = False
            found = {sheet: self._first(sheet) for sheet in self._centre.sheets()}
            if any(sheet.note.shown != note for sheet, note in found.items()):
                self._centre.hold_still(partial(self._show, found))

    def _show(self, found: dict[SectionSheet, LookAgain | None]) -> None:
        for sheet, note in found.items():
            sheet.note.show_note(note)

    def _wait(self) -> None:
        if self._desk.unsealed_texts():
            self._typing.start()

    def _hear(self, news: News) -> None:
        if news.kinds & _HEARD:
            self.refresh()

    def _first(self, sheet: SectionSheet) -> LookAgain | None:
        changed = self._changed(sheet.code)
        if changed is not None:
            ways = (
                Way(_KEEP, self.tr("Keep as it is"), self.tr("Keep the text as it is")),
                Way(_LOOK, self.tr("Look"), self.tr("Look at the sentence and at the evidence")),
            )
            about = next((one.evidence.text for one in self._altered(sheet.code, changed.about)), "")
            return LookAgain(changed.about, "history", changed.words, " ".join(about.split()), ways)
        flag = self._flag(sheet.code)
        if flag is None:
            return None
        ways = (
            Way(_NOT_NOW, self.tr("Not now"), self.tr("Not now, for this sitting")),
            Way(_LET_BE, self.tr("Let be"), self.tr("Let it be, for this visit")),
            Way(_SHOW, self.tr("Show"), self.tr("Show the words it is about")),
        )
        return LookAgain(flag.key, "pencil", flag.says, " ".join(flag.sentence.split()), ways)

    def _changed(self, section: str) -> Matter | None:
        found = matters_of(self._desk.record, f"{_HERE}{section}")
        return next((one for one in found if one.kind == CHANGED), None)

    def _altered(self, section: str, key: str) -> Iterator[Altered]:
        return (one for one in altered_evidence(self._desk.record, section) if one.key == key)

    def _flag(self, section: str) -> Flag | None:
        """Return the first thing the reader found; how many sentences name evidence stands in the head already."""
        return next((one for one in self._reading.flags_in(section) if one.code != UNTRACED), None)

    def _act(self, sheet: SectionSheet, way: str) -> None:
        shown = sheet.note.shown
        changed, flag = self._changed(sheet.code), self._flag(sheet.code)
        if shown is None:
            return
        if changed is not None and changed.about == shown.key:
            self._look(sheet, changed) if way == _LOOK else self._keep(sheet, changed)
        elif flag is not None and flag.key == shown.key:
            self._take(sheet, flag, way)
        if sheet.note.isHidden():
            sheet.take_focus()

    def _look(self, sheet: SectionSheet, changed: Matter) -> None:
        for one in self._altered(sheet.code, changed.about):
            if isinstance(one.evidence, Note):
                self.evidence_wanted.emit(one.evidence.label)
        sheet.show_matter(changed)

    def _keep(self, sheet: SectionSheet, changed: Matter) -> None:
        for one in self._altered(sheet.code, changed.about):
            self._desk.answer(self.tr("Text kept as it is"), one.key, one.mark)

    def _take(self, sheet: SectionSheet, flag: Flag, way: str) -> None:
        if way == _LET_BE:
            self._reading.let_be(flag)
        elif way == _NOT_NOW:
            self._reading.not_now(flag)
        elif not (flag.place.startswith(_HERE) and choose_words(sheet, flag)):
            self.place_wanted.emit(flag.place)
