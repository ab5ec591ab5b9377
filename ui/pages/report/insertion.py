"""Puts evidence into the section one is in: named behind a sentence, or in words of its own."""

from PySide6.QtCore import QObject

from ui.pages.report.centre import ReportCentre
from ui.parts.report_offers import Offer
from ui.parts.report_section import SectionSheet
from ui.widgets.announce import announce
from ui.workspace.desk import Desk
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding
from visitapp.domain.tracing import Fact, figures


class Insertion(QObject):
    """Puts what is offered in at the caret, as an act of its own."""

    def __init__(self, desk: Desk, centre: ReportCentre) -> None:
        super().__init__(centre)
        self._desk, self._centre = desk, centre

    def insert(self, offer: Offer, *, words: bool = False) -> None:
        """Name a note behind the sentence at the caret, or a fact whose figure stands there or that is the first it
        names; where there is none, or with `words`, put its words in. A finding comes in words, with its notes.
        """
        sheet = self._centre.sheet(self._centre.current)
        if sheet is None:
            return
        self._desk.leave()
        if not words and self._can_be_named(offer, sheet) and sheet.name_evidence(offer.label):
            said = self.tr("{evidence} named as evidence")
        else:
            if not isinstance(offer.evidence, Note):
                sheet.go_behind_sentence()
            sheet.insert(self._in_words(offer))
            said = self.tr("{evidence} inserted")
        self._desk.leave()
        announce(sheet, said.format(evidence=offer.label or self.tr("Finding")))

    def _can_be_named(self, offer: Offer, sheet: SectionSheet) -> bool:
        if isinstance(offer.evidence, Fact):
            return sheet.has_bare_sentence() or bool(figures(offer.evidence.text) & figures(sheet.sentence()))
        return isinstance(offer.evidence, Note)

    def _in_words(self, offer: Offer) -> str:
        labels = [offer.label] if offer.label else []
        if isinstance(offer.evidence, Finding):
            record = self._desk.record
            notes = {one.note_id for one in record.supports(offer.evidence.id) if not one.against}
            labels = [one.label for one in record.notes if one.id in notes and not one.private]
        return " ".join((offer.words.strip(), *(f"[{label}]" for label in labels)))
