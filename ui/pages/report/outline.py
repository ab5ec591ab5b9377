"""The left of the report: its sections and how long it is."""

from PySide6.QtCore import Signal

from ui.parts.report_outline import ReportOutline
from ui.widgets.bars import Progress
from ui.widgets.layout import Line, column, row, wrap
from ui.widgets.surfaces import Panel, Scroll
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.checks import CheckResult, check_results
from visitapp.domain.forms import field_text, front_key

_WIDTH = 240


class OutlinePane(Panel):
    """Sections above, the number of words below. `chosen` brings the section pressed."""

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(edge="right")
        self.setAccessibleName(self.tr("Report sections"))
        self._desk = desk
        self._counts: dict[str, int] = {}
        self._results = check_results(desk.record)
        self._outline = ReportOutline(desk)
        self._outline.chosen.connect(self.chosen)
        self._total = Text("", "title", tnum=True)
        self._about = Text("", "caption", "text2", tnum=True)
        self._bar = Progress(0.0)
        body = column(Text(self.tr("Report"), "heading"), 4, self._outline, None, spacing=2, margins=(16, 14, 14, 8))
        foot = column(
            Line(), 6, row(self._total, self._about, None, spacing=6), self._bar, spacing=5, margins=(16, 0, 14, 16)
        )
        scroll = Scroll(wrap(body), self.tr("Report sections"))
        self.setLayout(column((scroll, 1), foot, spacing=0))
        self.set_width(_WIDTH)

    def set_current(self, code: str) -> None:
        """Mark the section that is being read or written."""
        self._outline.set_current(code)

    def show_words(self, code: str, words: int) -> None:
        """Show the words of one section, and with them those of the whole."""
        self._outline.show_words(code, words, self._results)
        self._counts[code] = words
        total = sum(self._counts.values())
        advised = sum(sum(section.words) for section in self._desk.record.framework.outline) // 2
        self._total.set_text(f"{total:,}")
        about = self.tr("of about {count} words").format(count=f"{round(advised, -1):,}")
        self._about.set_text(about if advised else self.tr("words"))
        self._bar.set_share(total / advised if advised else 0.0, f"{total} {about}")
        self._bar.setVisible(bool(advised))

    def take_results(self, results: tuple[CheckResult, ...]) -> None:
        """Take the results of the checks, which say what is complete."""
        self._results = results

    def show_front(self) -> None:
        """Show how much of the front page is filled in."""
        record = self._desk.record
        fields = record.framework.front
        filled = sum(bool(field_text(record, field, front_key(field)).strip()) for field in fields)
        asked = any(
            not result.met and result.check.required and result.place == "report:front" for result in self._results
        )
        needed = any(field.required and not field_text(record, field, front_key(field)).strip() for field in fields)
        self._outline.show_front(filled, len(fields), missing=asked or needed)
