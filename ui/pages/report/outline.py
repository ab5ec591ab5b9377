"""The left of the report: its sections and how long it is."""

from PySide6.QtCore import Signal

from ui.parts.report_offers import unused_count
from ui.parts.report_outline import ReportOutline
from ui.widgets.bars import Progress
from ui.widgets.buttons import Button
from ui.widgets.layout import Line, column, row, wrap
from ui.widgets.surfaces import Panel, Scroll
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.forms import field_text, front_key
from visitapp.domain.matters import REQUIRED, matters_of

_WIDTH = 240


class OutlinePane(Panel):
    """Sections above, the number of words below. `chosen` brings the section pressed.

    What was changed after a final version left is said at the foot; `versions_wanted` asks to see it;
    so is how much evidence the report does not use, with `unused_wanted`.
    """

    chosen = Signal(str)
    versions_wanted = Signal()
    unused_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(edge="right")
        self.setAccessibleName(self.tr("Report sections"))
        self._desk = desk
        self._counts: dict[str, int] = {}
        self._outline = ReportOutline(desk)
        self._outline.chosen.connect(self.chosen)
        self._total = Text("", "title", tnum=True)
        self._about = Text("", "caption", "text2", tnum=True)
        self._bar = Progress(0.0)
        self._altered = Button("", "soft", icon="history", small=True)
        self._altered.clicked.connect(self.versions_wanted)
        self._altered.hide()
        self._unused = Button("", "quiet", icon="quote", small=True)
        self._unused.clicked.connect(self.unused_wanted)
        self._unused.hide()
        body = column(Text(self.tr("Report"), "heading"), 4, self._outline, None, spacing=2, margins=(16, 14, 14, 8))
        foot = column(
            self._altered,
            self._unused,
            4,
            Line(),
            6,
            row(self._total, self._about, None, spacing=6),
            self._bar,
            spacing=5,
            margins=(16, 0, 14, 16),
        )
        scroll = Scroll(wrap(body), self.tr("Report sections"))
        self.setLayout(column((scroll, 1), foot, spacing=0))
        self.set_width(_WIDTH)

    def set_current(self, code: str) -> None:
        """Mark the section that is being read or written."""
        self._outline.set_current(code)

    def show_words(self, code: str, words: int) -> None:
        """Show the words of one section, and with them those of the whole."""
        self._outline.show_words(code, words)
        self._counts[code] = words
        total = sum(self._counts.values())
        advised = sum(sum(section.words) for section in self._desk.record.framework.outline) // 2
        self._total.set_text(f"{total:,}")
        about = self.tr("of about {count} words").format(count=f"{round(advised, -1):,}")
        self._about.set_text(about if advised else self.tr("words"))
        self._bar.set_share(total / advised if advised else 0.0, f"{total} {about}")
        self._bar.setVisible(bool(advised))

    def show_altered(self, count: int) -> None:
        """Say how many texts were changed after the final version left, or nothing for none."""
        one, many = self.tr("1 change since final"), self.tr("{count} changes since final")
        self._altered.setText(one if count == 1 else many.format(count=count))
        self._altered.setVisible(bool(count))

    def show_unused(self) -> None:
        """Say how much evidence the report does not use, or nothing where it uses all."""
        count = unused_count(self._desk.record)
        words = self.tr("{count} not used in the report").format(count=count)
        self._unused.set_label(
            words, self.tr("{count} pieces of evidence not used in the report").format(count=count)
        )
        self._unused.setVisible(bool(count))

    def show_front(self) -> None:
        """Show how much of the front page is filled in."""
        record = self._desk.record
        fields = record.framework.front
        filled = sum(bool(field_text(record, field, front_key(field)).strip()) for field in fields)
        missing = any(one.weight == REQUIRED for one in matters_of(record, "report:front"))
        self._outline.show_front(filled, len(fields), missing=missing)
