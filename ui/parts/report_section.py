"""One section of the report on the page: heading, advice, and everything that is written under it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.parts.autosave import Autosave
from ui.parts.fact_form import FactForm
from ui.parts.prose_editing import go_behind_sentence, sentence_at_caret
from ui.parts.report_findings import SectionFindings
from ui.parts.report_linked import SectionLinks
from ui.parts.section_missing import SectionMissing
from ui.parts.section_note import SectionNote
from ui.parts.section_trace import SectionTrace, evidence_words
from ui.parts.written_prose import WrittenProse
from ui.widgets.flow import Flow
from ui.widgets.layout import Line, column
from ui.widgets.text import Text
from ui.widgets.text_units import characters
from ui.workspace.desk import Desk
from visitapp.domain.forms import field_text, section_key
from visitapp.domain.framework import Section
from visitapp.domain.matters import Matter
from visitapp.domain.matters.of_tracing import stretch_of
from visitapp.domain.places import section_place
from visitapp.domain.prose import plain
from visitapp.domain.text import word_count
from visitapp.domain.tracing import without_evidence

_HEADING_PX = 21


class SectionSheet(QWidget):
    """A section to write in. `changed` tells of every edit, `place_wanted` of what is decided elsewhere,
    and `evidence_wanted` of evidence that was pressed."""

    changed = Signal()
    place_wanted = Signal(str)
    evidence_wanted = Signal(str)

    def __init__(self, desk: Desk, section: Section) -> None:
        super().__init__()
        self._desk, self._section = desk, section
        self.code = section.code
        self._counted = -1
        self.setAccessibleName(section.heading)
        self._words = Text("", "captionm", "text2", tnum=True)
        self._aim = Text("", "caption", "text3", tnum=True)
        self._traced = SectionTrace()
        self._traced.wanted.connect(self._show_untraced)
        self._form = self._make_form()
        self.prose = self._make_prose() if section.prose else None
        self._missing = SectionMissing(desk, section)
        self._missing.wanted.connect(self.show_matter)
        self.note = SectionNote(self.tr("Look again, {heading}").format(heading=section.heading))
        self._findings = [
            SectionFindings(desk, kind, section.group, headed=section.headed or len(section.findings) > 1)
            for kind in section.findings
        ]
        self._links = SectionLinks(desk, section) if SectionLinks.has_any(desk, section) else None
        if self._links:
            self._links.wanted.connect(self.place_wanted)
        self.setLayout(self._lay_out())
        for findings in self._findings:
            findings.changed.connect(self._count)
        self._count()

    def written(self) -> str:
        """Return all that is written in the section, also what is still being typed."""
        record = self._desk.record
        fields = [field_text(record, field, section_key(self._section, field)) for field in self._section.fields]
        prose = [self.prose.text()] if self.prose else []
        return "\n".join([*fields, *prose, *(findings.text() for findings in self._findings)])

    def words(self) -> int:
        """Return the number of words a reader will have in the section."""
        return word_count(plain(self.written()))

    def refresh(self) -> None:
        """Show what changed elsewhere; text being typed is left alone."""
        for findings in self._findings:
            findings.refresh()
        if self._links:
            self._links.refresh()
        if self.prose:
            self.prose.show_known()
        self._missing.refresh()
        self._count()

    def take_focus(self, field: str = "") -> None:
        """Put the focus on a field, or where writing begins."""
        if self._form and (field or not self.prose) and self._form.focus_field(field):
            return
        if self.prose:
            self.prose.setFocus()
        else:
            self._first_control()

    def name_evidence(self, label: str) -> bool:
        """Name evidence behind the sentence at the caret; return False where there is no sentence yet."""
        if self.prose is None or not self.prose.textCursor().block().text().strip():
            return False
        self.prose.name_evidence(label)
        self.prose.setFocus()
        return True

    def insert(self, text: str) -> None:
        """Put text at the caret, with spaces around it where there are words."""
        if self.prose is None:
            return
        cursor = self.prose.textCursor()
        block, line = cursor.block().position(), cursor.block().text()
        before = line[: characters(line, cursor.selectionStart() - block)][-1:]
        after = line[characters(line, cursor.selectionEnd() - block) :][:1]
        lead = " " if before and not before.isspace() else ""
        tail = " " if after and not after.isspace() else ""
        cursor.insertText(f"{lead}{text}{tail}")
        self.prose.setTextCursor(cursor)
        self.prose.setFocus()

    def sentence(self) -> str:
        """Return the sentence at the caret, without the evidence named in it."""
        return plain(sentence_at_caret(self.prose)) if self.prose else ""

    def has_bare_sentence(self) -> bool:
        """Return whether the caret is in a sentence that names no evidence yet."""
        said = sentence_at_caret(self.prose) if self.prose else ""
        return bool(said.strip()) and plain(said).strip() == said.strip()

    def go_behind_sentence(self) -> None:
        """Put the caret behind the sentence it is in."""
        if self.prose:
            go_behind_sentence(self.prose)

    def show_matter(self, matter: Matter) -> None:
        """Choose the words a matter is about, go to the empty field, or to the end of the prose."""
        if self._form and matter.kind == "field-empty":
            self._form.focus_field(matter.about.rpartition(".")[2])
        elif self.prose:
            span = stretch_of(self._desk.record, matter, self.prose.text())
            if span:
                self.prose.choose(*span)
                return
            self.prose.moveCursor(QTextCursor.MoveOperation.End)
            self.prose.setFocus()

    def _make_form(self) -> FactForm | None:
        fields = [(field, section_key(self._section, field)) for field in self._section.fields]
        name = self.tr("Facts of {heading}").format(heading=self._section.heading)
        return FactForm(self._desk, fields, name) if fields else None

    def _make_prose(self) -> WrittenProse:
        framework = self._desk.record.framework
        hint = self.tr("Write here")
        if framework.closing and self._section is framework.outline[-1]:
            hint = "\n\n".join(framework.closing)
        name = self.tr("{heading}, text").format(heading=self._section.heading)
        area = WrittenProse(name, hint, partial(evidence_words, self._desk), least=3)
        area.evidence_wanted.connect(self.evidence_wanted)
        label = self.tr("{heading} written").format(heading=self._section.heading)
        Autosave(area, self._desk, section_place(self._section.code), label)
        area.moveCursor(QTextCursor.MoveOperation.End)
        area.textChanged.connect(self._count)
        return area

    def _lay_out(self) -> QVBoxLayout:
        section = self._section
        above = " ".join(part for part in (section.part, section.number) if part)
        layout = column(spacing=4)
        if above:
            layout.addWidget(Text(above, "captionm", "text3"))
        layout.addWidget(Text(section.heading, "display", px=_HEADING_PX, wrap=True))
        layout.addLayout(Flow(self._words, self._aim, self._traced, spacing=8, line_spacing=2))
        if section.guidance:
            layout.addWidget(Text(section.guidance, "caption", "text2", wrap=True))
        layout.addSpacing(4)
        layout.addWidget(Line())
        layout.addSpacing(6)
        parts: list[QWidget | None] = [self._form, self.prose, *self._findings, self.note, self._missing, self._links]
        for part in parts:
            if part is not None:
                layout.addWidget(part)
                layout.addSpacing(8)
        return layout

    def _count(self) -> None:
        count = self.words()
        if self.prose:
            self._traced.show_text(self.prose.text())
        if count != self._counted:
            self._counted = count
            self._show_count(count)
        self.changed.emit()

    def _show_count(self, count: int) -> None:
        self._words.set_text(self.tr("1 word") if count == 1 else self.tr("{count} words").format(count=count))
        low, high = self._section.words
        self._aim.set_text(self._advice(count, low, high) if high else "")
        self._aim.setVisible(bool(high))
        self._words.setVisible(bool(self._section.prose or self._section.findings))

    def _show_untraced(self) -> None:
        """Choose the next sentence behind which no evidence is named."""
        if self.prose:
            place = characters(self.prose.text(), self.prose.textCursor().selectionEnd())
            found = without_evidence(self.prose.text())
            span = next((one for one in found if one[1] > place), found[0] if found else None)
            if span:
                self.prose.choose(*span)

    def _advice(self, count: int, low: int, high: int) -> str:
        aim = self.tr("aim {low}\u2013{high}").format(low=low, high=high)
        if count > high:
            return f"{aim}, " + self.tr("{count} over").format(count=count - high)
        return aim

    def _first_control(self) -> None:
        for widget in self.findChildren(QWidget):
            if widget.focusPolicy().value and widget.isVisibleTo(self) and widget.isEnabled():
                widget.setFocus()
                return


class FrontSheet(QWidget):
    """The front page as a form."""

    changed = Signal()

    def __init__(self, desk: Desk, title: str, form: FactForm) -> None:
        super().__init__()
        self._form = form
        self.setAccessibleName(title)
        heading = Text(title, "display", px=_HEADING_PX)
        above = Text(desk.record.framework.report_title, "captionm", "text3")
        self.setLayout(column(above, heading, 4, Line(), 6, form, spacing=4))

    def take_focus(self, field: str = "") -> None:
        """Put the focus on a field, or the first."""
        self._form.focus_field(field)
