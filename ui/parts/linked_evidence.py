"""The notes and findings linked with an answer, and a way to link others: for it or against it, by hand."""

from PySide6.QtWidgets import QWidget

from ui.parts.bearing_sheet import BearingSheet
from ui.parts.finding_evidence import FindingEvidence
from ui.widgets.buttons import Button
from ui.widgets.layout import column, shown_if
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.judging import Judging
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding
from visitapp.domain.weighed import bearings, findings_bearing, notes_bearing


class LinkedEvidence(QWidget):
    """Shows what is linked under `key`; `button` opens the notes and findings of the visit, to link them.

    `title` and `words` say in the sheet what the evidence is about.
    """

    def __init__(self, desk: Desk, key: str, button: Button, title: str, words: str = "") -> None:
        super().__init__()
        self._desk, self._key, self._judging = desk, key, Judging(desk)
        self._button, self._title, self._about, self._private = button, title, words, False
        self.notes = FindingEvidence(desk.record.framework)
        self._findings = Text("", "caption", wrap=True)
        self.notes.unlink_wanted.connect(self._unlink)
        self.notes.turn_wanted.connect(self._turn)
        button.clicked.connect(self.open_sheet)
        self.setLayout(column(self.notes, self._findings, spacing=6))
        self.refresh()

    def show_private(self, shown: bool) -> None:
        """Show the words of private notes, or hide them."""
        self._private = shown
        self.refresh()

    def about(self, words: str) -> None:
        """Say in the sheet what the evidence is about."""
        self._about = words

    def refresh(self) -> None:
        """Show what is linked now."""
        record = self._desk.record
        notes, findings = notes_bearing(record, self._key), findings_bearing(record, self._key)
        against = {one.note_id for one in bearings(record, self._key) if one.against}
        self.notes.show_notes(notes, against, private=self._private)
        self.notes.setVisible(bool(notes))
        self._findings.set_text("\n".join(self._worded(one) for one in findings))
        self._findings.setVisible(bool(findings))
        shown_if(self, bool(notes or findings))

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, in reading order."""
        return self.notes.stops()

    def open_sheet(self) -> BearingSheet:
        """Open the notes and findings of the visit, to link them."""
        sheet = BearingSheet(self.window(), self._desk, self._key, self._title, self._about, private=self._private)
        sheet.open()
        return sheet

    def _worded(self, finding: Finding) -> str:
        kind = self._desk.record.framework.finding_kind(finding.kind)
        return f"{kind.label}: {finding.text.strip()}" if kind is not None else finding.text.strip()

    def _note(self, note_id: str) -> Note | None:
        found = self._desk.record.find("note", note_id)
        return found if isinstance(found, Note) else None

    def _unlink(self, note_id: str) -> None:
        note = self._note(note_id)
        if note is not None:
            self._judging.set_stance(self._key, note, "")
            near: QWidget = (*self.stops(), self._button)[0]
            near.setFocus()

    def _turn(self, note_id: str, against: bool) -> None:
        note = self._note(note_id)
        if note is not None:
            self._judging.set_stance(self._key, note, "against" if against else "for")
            self.notes.focus_side(note_id)
