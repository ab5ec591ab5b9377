"""One section of the report on the page: heading, advice, and everything that is written under it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.parts.autosave import Autosave
from ui.parts.fact_form import FactForm
from ui.parts.report_findings import SectionFindings
from ui.parts.report_linked import SectionLinks
from ui.parts.report_prose import Prose
from ui.widgets.layout import Line, column, row
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.forms import field_text, section_key
from visitapp.domain.framework import Section
from visitapp.domain.places import section_place
from visitapp.domain.text import word_count

_HEADING_PX = 21


class SectionSheet(QWidget):
    """A section to write in. `changed` tells of every edit, `place_wanted` of what is decided elsewhere."""

    changed = Signal()
    place_wanted = Signal(str)

    def __init__(self, desk: Desk, section: Section) -> None:
        super().__init__()
        self._desk, self._section = desk, section
        self.code = section.code
        self._counted = -1
        self.setAccessibleName(section.heading)
        self._words = Text("", "captionm", "text2", tnum=True)
        self._aim = Text("", "caption", "text3", tnum=True)
        self._form = self._make_form()
        self.prose = self._make_prose() if section.prose else None
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
        """Return the number of words written in the section."""
        return word_count(self.written())

    def refresh(self) -> None:
        """Show what changed elsewhere; text being typed is left alone."""
        for findings in self._findings:
            findings.refresh()
        if self._links:
            self._links.refresh()
        self._count()

    def take_focus(self, field: str = "") -> None:
        """Put the focus on a field, or where writing begins."""
        if self._form and (field or not self.prose) and self._form.focus_field(field):
            return
        if self.prose:
            self.prose.setFocus()
        else:
            self._first_control()

    def insert(self, text: str) -> None:
        """Put text at the caret, with spaces around it where there are words."""
        if self.prose is None:
            return
        cursor = self.prose.textCursor()
        written = self.prose.text()
        before, after = written[: cursor.selectionStart()][-1:], written[cursor.selectionEnd() :][:1]
        lead = " " if before and not before.isspace() else ""
        tail = " " if after and not after.isspace() else ""
        cursor.insertText(f"{lead}{text}{tail}")
        self.prose.setTextCursor(cursor)
        self.prose.setFocus()

    def _make_form(self) -> FactForm | None:
        fields = [(field, section_key(self._section, field)) for field in self._section.fields]
        name = self.tr("Facts of {heading}").format(heading=self._section.heading)
        return FactForm(self._desk, fields, name) if fields else None

    def _make_prose(self) -> Prose:
        framework = self._desk.record.framework
        hint = self.tr("Write here")
        if framework.closing and self._section is framework.outline[-1]:
            hint = "\n\n".join(framework.closing)
        name = self.tr("{heading}, text").format(heading=self._section.heading)
        area = Prose(name, hint, least=3)
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
        layout.addLayout(row(self._words, self._aim, None, spacing=8))
        if section.guidance:
            layout.addWidget(Text(section.guidance, "caption", "text2", wrap=True))
        layout.addSpacing(4)
        layout.addWidget(Line())
        layout.addSpacing(6)
        parts: list[QWidget | None] = [self._form, self.prose, *self._findings, self._links]
        for part in parts:
            if part is not None:
                layout.addWidget(part)
                layout.addSpacing(8)
        return layout

    def _count(self) -> None:
        count = self.words()
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
