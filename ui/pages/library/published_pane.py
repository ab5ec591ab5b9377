"""Published data: what was read in of schools and figures, where the reviewer works, and the way to read in more."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QWidget

from ui.pages.library.authorities import Authorities
from ui.pages.library.published_lines import BatchLine
from ui.pages.library.published_register import RegisterInForce
from ui.parts.published_notice import PublishedNotice
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.layout import Line, clear, column, row
from ui.widgets.surfaces import Panel, Scroll, pane
from ui.widgets.text import Text
from ui.workspace.published import Published, Standing
from ui.workspace.published_turns import CONFIRMED, Act
from ui.workspace.replaced_words import replaced_words
from ui.workspace.visits import Visits
from visitapp.domain.published.batches import Batch
from visitapp.domain.published.replacing import REGISTER_LINKS, REGISTERS

_WIDTH = 300
_ANY_HEIGHT = (1 << 24) - 1
_TABLES = (".csv", ".tsv", ".zip", ".txt")


class PublishedPane(QWidget):
    """`read_wanted` asks for the dialog that chooses files, `tables_wanted` for the tables of outcomes."""

    read_wanted = Signal()
    tables_wanted = Signal()

    def __init__(self, published: Published, visits: Visits) -> None:
        super().__init__()
        self._published, self._visits = published, visits
        self.authorities = Authorities()
        self._schools, self._files = column(spacing=4), column(spacing=4)
        self.read_button = Button(self.tr("Read in a file"), icon="download", small=True)
        head = row(Text(self.tr("Published data"), "heading"), None, self.read_button, spacing=8)
        self.tables_button = Button(self.tr("Tables of outcomes"), "quiet", icon="table-2", small=True)
        tables = row(self.tables_button, None)
        self.notice = PublishedNotice(published, self.read_button)
        parts = (head, self.notice, self._schools, Line(), self.authorities, Line(), tables, self._files)
        body = column(*parts, None, spacing=10)
        self.panel: Panel = pane(
            body, name=self.tr("Published data"), margins=(16, 14, 14, 14), edge="left", width=_WIDTH
        )
        self.setLayout(column(self.panel, spacing=0))
        self.read_button.clicked.connect(self.read_wanted)
        self.tables_button.clicked.connect(self.tables_wanted)
        self.authorities.changed.connect(self._keep_authorities)
        published.changed.connect(self.look_again)
        self.look_again()

    def look_again(self) -> None:
        """Ask again what was read in."""
        self._published.survey(self._show)

    def set_beside(self, *, beside: bool) -> None:
        """Keep to its width beside something, or take all the room below it."""
        self.panel.set_free(free=not beside)
        self.panel.setMaximumHeight(_ANY_HEIGHT if beside else self.window().height() // 2)

    def _show(self, standing: Standing) -> None:
        reviewer = self._visits.reviewer()
        self.authorities.show_known(standing.authorities, reviewer.authorities if reviewer else ())
        self.notice.show_trouble(standing.trouble, standing.lost)
        clear(self._schools)
        clear(self._files)
        if standing.trouble is None:
            self._schools.addWidget(self._register(standing))
        shown = [
            (self.tr("Schools"), [one for one in standing.batches if one.kind in (*REGISTERS, REGISTER_LINKS)]),
            (self.tr("Inspections"), [one for one in standing.batches if one.kind == "inspections"]),
        ]
        told = {one.id for _, batches in shown for one in batches}
        shown.insert(1, (self.tr("Figures"), [one for one in standing.batches if one.id not in told]))
        for title, batches in shown:
            if batches:
                self._add(title, batches, standing)
        for scroll in self.panel.findChildren(Scroll):
            scroll.fit()

    def _register(self, standing: Standing) -> QWidget:
        register = next((one for one in standing.batches if one.id == standing.register), None)
        if register is None:
            words = self.tr(
                "Read in the national register of schools first, then results and inspections. Files are read as "
                "they were published, CSV or Excel, zipped or not. Drop them here, or press the button."
            )
            return Text(words, "small", "text2", wrap=True)
        found = RegisterInForce(register, standing)
        found.confirmed.connect(self._confirm)
        return found

    def _add(self, title: str, batches: Sequence[Batch], standing: Standing) -> None:
        count = Text(str(len(batches)), "caption", "text3", tnum=True)
        self._files.addLayout(row(Text(title, "label"), count, None, spacing=7))
        for one in batches:
            replaces = standing.replaces if one.id == standing.register else None
            line = BatchLine(one, replaced_words(replaces.former) if replaces else "")
            line.standing_wanted.connect(self._set_standing)
            self._files.addWidget(line)

    def _set_standing(self, batch_id: str, standing: bool) -> None:
        self.read_button.setFocus()
        done = partial(self._say_standing, standing)
        self._published.set_standing(batch_id, standing=standing, done=done, failed=self.notice.say)

    def _confirm(self, batch_id: str) -> None:
        self.read_button.setFocus()
        done = partial(announce, self, self.tr("Kept: the register is right."))
        self._published.turns.do(Act(batch_id, CONFIRMED), done, self.notice.say)

    def _say_standing(self, standing: bool) -> None:
        announce(self, self.tr("Brought back.") if standing else self.tr("Taken back. It can be brought back."))

    def _keep_authorities(self, codes: Sequence[str]) -> None:
        self._visits.set_authorities(codes)


def tables_in(mime: QMimeData) -> list[Path]:
    """Return the files dragged that may be published tables."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in _TABLES or path.suffix.lower().startswith(".xls")]
