"""How many notes each of the team wrote."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.parts.team_member import full_name, initials
from ui.theme.theme import theme
from ui.widgets.bars import Progress
from ui.widgets.layout import Line, clear, column, row, shown_if, wrap
from ui.widgets.tags import Initials
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.authored import Author, authors


class TeamNotes(QWidget):
    """A bar for each author and a line below; it hides while one person wrote every note."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[tuple[Author, str], ...] | None = None
        self._total = Text("", "caption", "text3", tnum=True)
        self._lines = column(spacing=6)
        title = self.tr("Notes from the team")
        self.setLayout(column(row(Text(title, "heading"), None, self._total), self._lines, 4, Line(), spacing=8))
        self.setAccessibleName(title)
        self.refresh()

    def refresh(self) -> None:
        """Count the notes as they are now, private ones left out."""
        found = authors(self._desk.record)
        shown = tuple((one, self._name(one)) for one in found)
        if shown == self._shown:
            return
        self._shown = shown
        shown_if(self, len(found) > 1)
        clear(self._lines)
        most, total = max((one.notes for one in found), default=1), sum(one.notes for one in found)
        self._total.set_text(str(total))
        self._total.setAccessibleName(self.tr("{count} notes").format(count=total))
        for one, name in shown if len(found) > 1 else ():
            self._lines.addWidget(self._line(one, name, most, total))

    def _line(self, author: Author, name: str, most: int, total: int) -> QWidget:
        words = self.tr("{name}: {count} of {total} notes").format(name=name, count=author.notes, total=total)
        member = author.member
        face = initials(self._desk.record, member) if member else Initials("?", name)
        label = Text(name, "small", "text2", elide=True)
        label.setFixedWidth(theme().scaled(84))
        count = Text(str(author.notes), "small", "text2", tnum=True, align=Qt.AlignmentFlag.AlignRight)
        count.setMinimumWidth(theme().scaled(24))
        bar = Progress(author.notes / most, "accent", 6, words)
        return wrap(row(face, label, (bar, 1), count, spacing=8), words)

    def _name(self, author: Author) -> str:
        record = self._desk.record
        return full_name(record, author.member) if author.member else self.tr("Another reviewer")
