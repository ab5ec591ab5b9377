"""The findings that stand in a section, to be worded where they will be read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.parts.autosave import Autosave
from ui.parts.report_prose import Prose
from ui.widgets.layout import column, row, shown_if
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.spelling import spelling_of
from visitapp.domain.finding import Finding
from visitapp.domain.places import Place


class SectionFindings(QWidget):
    """The findings of one kind in one section as bullets one can write in. `changed` tells of every edit."""

    changed = Signal()

    def __init__(self, desk: Desk, kind: str, group: str, *, headed: bool) -> None:
        super().__init__()
        self._desk, self._kind, self._group = desk, kind, group
        self._lines: dict[str, _Bullet] = {}
        found = desk.record.framework.finding_kind(kind)
        self._plural = found.plural if found else kind
        self._none = Text(self.tr("None yet: {kind}").format(kind=self._plural.lower()), "small", "text3")
        heading = Text(self._plural, "heading")
        shown_if(heading, headed)
        self._bullets = column(spacing=4)
        self.setLayout(column(heading, self._none, self._bullets, spacing=4))
        self.refresh()

    def refresh(self) -> None:
        """Hold exactly the findings the record has, in their order; text being typed is left alone."""
        wanted = self._desk.record.findings(self._kind, self._group)
        for gone in set(self._lines) - {one.id for one in wanted}:
            line = self._lines.pop(gone)
            line.hide()
            line.deleteLater()
        for place, finding in enumerate(wanted):
            line = self._lines.get(finding.id) or self._make(finding)
            if self._bullets.indexOf(line) != place:
                self._bullets.insertWidget(place, line)
        self._none.setVisible(not wanted)

    def text(self) -> str:
        """Return all that is written here."""
        return "\n".join(line.area.text() for line in self._lines.values())

    def _make(self, finding: Finding) -> "_Bullet":
        line = _Bullet(self._desk, finding, self.tr("{kind}, finding").format(kind=self._plural))
        line.area.textChanged.connect(self.changed)
        self._lines[finding.id] = line
        return line


class _Bullet(QWidget):
    def __init__(self, desk: Desk, finding: Finding, name: str) -> None:
        super().__init__()
        hint = self.tr("Say what was found")
        self.area = Prose(name, hint)
        place = Place("finding", finding.id, "text")
        Autosave(self.area, desk, place, self.tr("Finding reworded"))
        self.area.look_at_spelling(spelling_of(desk))
        self.setLayout(self._line())

    def _line(self) -> QHBoxLayout:
        layout = row(spacing=10)
        layout.addWidget(Text("\u2022", "body", "text2"), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.area, 1)
        return layout
