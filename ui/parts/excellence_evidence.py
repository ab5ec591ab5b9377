"""The evidence for what others could learn from a school: linked by hand, for it or against it."""

from PySide6.QtWidgets import QWidget

from ui.parts.bearing_sheet import BearingSheet
from ui.parts.finding_stops import chain
from ui.parts.linked_evidence import LinkedEvidence
from ui.widgets.buttons import Button
from ui.widgets.layout import column, row
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.excellence import EXCELLENCE
from visitapp.domain.framework import Section
from visitapp.domain.weighed import bearings


class ExcellenceEvidence(Card):
    """The notes and findings linked, and a way to link others."""

    def __init__(self, desk: Desk, section: Section) -> None:
        super().__init__()
        self._desk = desk
        self._said = Text("", "caption", "text2", tnum=True, wrap=True)
        self.link_button = Button(self.tr("Link evidence"), "quiet", icon="link-2", small=True)
        self._linked = LinkedEvidence(desk, EXCELLENCE, self.link_button, section.heading, section.guidance)
        head = row(Text(self.tr("Evidence"), "heading"), None, self.link_button, spacing=7)
        self.setLayout(column(head, self._said, self._linked, spacing=6, margins=(18, 12, 12, 14)))
        self.setAccessibleName(self.tr("Evidence: {title}").format(title=section.heading))
        self.refresh()

    def show_private(self, shown: bool) -> None:
        """Show the words of private notes, or hide them."""
        self._linked.show_private(shown)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, in reading order."""
        return (self.link_button, *self._linked.stops())

    def refresh(self) -> None:
        """Show what is linked now."""
        self._linked.refresh()
        self._said.set_text(self._counted())
        chain(self.stops())

    def open_sheet(self) -> BearingSheet:
        """Open the notes and findings of the visit, to link them."""
        return self._linked.open_sheet()

    def _counted(self) -> str:
        links = bearings(self._desk.record, EXCELLENCE)
        if not links:
            return self.tr("None linked yet.")
        against, findings = sum(one.against for one in links), sum(bool(one.finding_id) for one in links)
        words = self.tr("Notes: {pro} for, {con} against. Findings: {findings}.")
        return words.format(pro=len(links) - against - findings, con=against, findings=findings)
