"""Who of the team wrote the evidence of a part of the findings, as initials."""

from PySide6.QtWidgets import QWidget

from ui.parts.team_member import full_name, initials
from ui.widgets.layout import clear, row, shown_if
from ui.workspace.desk import Desk
from visitapp.domain.authored import authors, authors_of


class TeamFaces(QWidget):
    """Initials of those whose notes support the findings of a group; nothing while one person wrote every note."""

    def __init__(self, desk: Desk, group: str) -> None:
        super().__init__()
        self._desk, self._group = desk, group
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._faces = row(spacing=6)
        self.setLayout(self._faces)
        self.refresh()

    def refresh(self) -> None:
        """Show who wrote the evidence as it is now."""
        record = self._desk.record
        several = len(authors(record)) > 1
        wrote = authors_of(record, self._group) if several else ()
        shown = tuple((one.id, full_name(record, one)) for one in wrote)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._faces)
        for one in wrote:
            self._faces.addWidget(initials(record, one))
        self.setAccessibleName(self.tr("Evidence by {names}").format(names=", ".join(name for _, name in shown)))
        shown_if(self, bool(wrote))
