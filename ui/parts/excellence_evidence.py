"""The evidence for what others could learn from a school: linked by hand, for it or against it."""

from PySide6.QtWidgets import QWidget

from ui.parts.bearing_sheet import BearingSheet
from ui.parts.finding_evidence import FindingEvidence
from ui.parts.finding_stops import chain
from ui.widgets.buttons import Button
from ui.widgets.layout import column, row
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.judging import Judging
from visitapp.domain.evidence import Note
from visitapp.domain.excellence import EXCELLENCE
from visitapp.domain.finding import Finding
from visitapp.domain.framework import Section
from visitapp.domain.weighed import bearings, findings_bearing, notes_bearing


class ExcellenceEvidence(Card):
    """The notes and findings linked, and a way to link others."""

    def __init__(self, desk: Desk, section: Section) -> None:
        super().__init__()
        self._desk, self._section, self._judging = desk, section, Judging(desk)
        self._private = False
        self._said = Text("", "caption", "text2", tnum=True, wrap=True)
        self.notes = FindingEvidence(desk.record.framework)
        self._findings = Text("", "caption", wrap=True)
        self.link_button = Button(self.tr("Link evidence"), "quiet", icon="link-2", small=True)
        self.link_button.clicked.connect(self.open_sheet)
        self.notes.unlink_wanted.connect(self._unlink)
        self.notes.turn_wanted.connect(self._turn)
        head = row(Text(self.tr("Evidence"), "heading"), None, self.link_button, spacing=7)
        self.setLayout(column(head, self._said, self.notes, self._findings, spacing=6, margins=(18, 12, 12, 14)))
        self.setAccessibleName(self.tr("Evidence: {title}").format(title=section.heading))
        self.refresh()

    def show_private(self, shown: bool) -> None:
        """Show the words of private notes, or hide them."""
        self._private = shown
        self.refresh()

    def refresh(self) -> None:
        """Show what is linked now."""
        record = self._desk.record
        notes, findings = notes_bearing(record, EXCELLENCE), findings_bearing(record, EXCELLENCE)
        against = {one.note_id for one in bearings(record, EXCELLENCE) if one.against}
        self.notes.show_notes(notes, against, private=self._private)
        self.notes.setVisible(bool(notes))
        self._findings.set_text("\n".join(self._worded(one) for one in findings))
        self._findings.setVisible(bool(findings))
        self._said.set_text(self._counted(len(notes) - len(against), len(against), len(findings)))
        chain((self.link_button, *self.notes.stops()))

    def open_sheet(self) -> BearingSheet:
        """Open the notes and findings of the visit, to link them."""
        title = self._section.heading
        sheet = BearingSheet(
            self.window(), self._desk, EXCELLENCE, title, self._section.guidance, private=self._private
        )
        sheet.open()
        return sheet

    def _counted(self, pro: int, con: int, findings: int) -> str:
        if not pro and not con and not findings:
            return self.tr("None linked yet.")
        words = self.tr("Notes: {pro} for, {con} against. Findings: {findings}.")
        return words.format(pro=pro, con=con, findings=findings)

    def _worded(self, finding: Finding) -> str:
        kind = self._desk.record.framework.finding_kind(finding.kind)
        return f"{kind.label}: {finding.text.strip()}" if kind is not None else finding.text.strip()

    def _note(self, note_id: str) -> Note | None:
        found = self._desk.record.find("note", note_id)
        return found if isinstance(found, Note) else None

    def _unlink(self, note_id: str) -> None:
        note = self._note(note_id)
        if note is not None:
            self._judging.set_stance(EXCELLENCE, note, "")
            near: QWidget = (*self.notes.stops(), self.link_button)[0]
            near.setFocus()

    def _turn(self, note_id: str, against: bool) -> None:
        note = self._note(note_id)
        if note is not None:
            self._judging.set_stance(EXCELLENCE, note, "against" if against else "for")
            self.notes.focus_side(note_id)
