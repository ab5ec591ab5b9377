"""What has been seen so far and what has not: years by subjects, groups, strands, activities, prompts, sources."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.parts.composer_clock import moment_of
from ui.parts.coverage_block import CoverageBlock
from ui.parts.coverage_counts import (
    activity_counts,
    group_counts,
    names,
    prompt_block,
    source_counts,
    strand_counts,
    total_words,
)
from ui.parts.coverage_map import CoverageMap
from ui.parts.coverage_rows import ROW_SIDE, CountRow, Legend, ToneCounts
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row, shown_if, wrap
from ui.widgets.surfaces import Card, pane
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.aspect import ACTIVITY, GROUP, PROMPT, SOURCE, STRAND, Aspect
from visitapp.domain.coverage import Coverage, Tally
from visitapp.domain.evidence import Context
from visitapp.domain.gaps import most_useful_gap

_WIDTH = 284
_SOON_MS = 120
_SIDE = 12
_BESIDE_BAR = 3


class CoveragePane(QWidget):
    """The right pane of capture. `aspect_wanted` brings what was chosen to see its notes; `all_wanted` that Esc
    asked for every note again.

    It counts only while it can be seen, and catches up when it is shown again.
    """

    aspect_wanted = Signal(object)
    all_wanted = Signal()

    def __init__(self, desk: Desk, tally: Tally) -> None:
        super().__init__()
        self._desk, self._context = desk, Context()
        self._tally = tally
        self._coverage: Coverage | None = None
        self._opened = ""
        self._stale = True
        self._tones = ToneCounts(desk.record.framework.markers)
        self._total = Text("", "caption", "text2", tnum=True, wrap=True, align=Qt.AlignmentFlag.AlignRight)
        self._map = CoverageMap(desk.record.framework)
        self._make_blocks()
        self._gap = Text("", "small", wrap=True)
        self._gap_card = Card(
            row(Icon("compass", "develop", 18, 2), (self._gap, 1), spacing=10),
            fill="develop_soft",
            line=None,
            radius=10,
            margins=(12, 10, 12, 10),
        )
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.refresh)
        self._lay_out()
        self.refresh()

    def refresh(self, context: Context | None = None) -> None:
        """Count again, in place; the context says where the reviewer is now."""
        if context is not None and context.activity != self._context.activity:
            self._opened = context.activity
        self._context = context or self._context
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        self._show_counts()

    def refresh_soon(self) -> None:
        """Count again in a moment: the note that was just saved is painted first, and several are counted once."""
        self._soon.start()

    def refresh_time(self) -> None:
        """Name the gap that is most useful now; the clock has moved on."""
        if self._coverage is not None and self.isVisible():
            self._show_gap()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while hidden."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show every note again on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.all_wanted.emit()
            return
        super().keyPressEvent(event)

    def _show_counts(self) -> None:
        self._soon.stop()
        record = self._desk.record
        coverage = self._coverage = self._tally.counted(record)
        total = total_words(record, coverage)
        self._total.set_text(total)
        self._map.show_coverage(record, coverage, self._context)
        self._tones.show_counts(coverage.tones, coverage.notes)
        spoken = [total, self._map.accessibleDescription()]
        for block, counted in (
            (self._groups, group_counts(record, coverage)),
            (self._strands, strand_counts(record, coverage)),
            (self._activities, activity_counts(record, coverage)),
            (self._prompts, prompt_block(record, coverage, self._opened)),
            (self._sources, source_counts(record, coverage)),
        ):
            block.show_counts(counted.rows, counted.covered, counted.spoken)
            spoken += [counted.spoken] if counted.rows else []
        self.setAccessibleDescription(". ".join(part for part in spoken if part) + ".")
        self._show_gap()

    def _show_gap(self) -> None:
        gap = most_useful_gap(self._desk.record, moment_of(self._desk))
        if gap != self._gap.text():
            self._gap.set_text(gap)
        if self._gap_card.isHidden() == bool(gap):
            self._gap_card.setVisible(bool(gap))

    def _make_blocks(self) -> None:
        framework = self._desk.record.framework
        self._groups = CoverageBlock(self.tr("Pupil groups"))
        self._strands = CoverageBlock(self.tr("Strands"), self._tones)
        self._activities = CoverageBlock(self.tr("Activities"))
        self._prompts = CoverageBlock(self.tr("Prompts answered"))
        self._sources = CoverageBlock(self.tr("Sources"))
        for code, name in names(framework, "groups").items():
            self._groups.add(Aspect(GROUP, code), partial(CountRow, name))
        for strand in framework.strands:
            self._strands.add(Aspect(STRAND, strand.code), partial(CountRow, strand.short or strand.label))
        for one in framework.activities:
            self._activities.add(Aspect(ACTIVITY, one.code), partial(CountRow, one.short or one.title))
            self._prompts.add(Aspect(ACTIVITY, one.code), partial(CountRow, one.short or one.title, figure=46))
            for prompt in one.prompts:
                self._prompts.add(
                    Aspect(PROMPT, prompt.code, one.code), partial(CountRow, prompt.text, inset=17, whole=True)
                )
        for code, name in names(framework, "sources").items():
            self._sources.add(Aspect(SOURCE, code), partial(CountRow, name))
        for block in (self._groups, self._strands, self._activities, self._sources):
            block.wanted.connect(self.aspect_wanted)
        self._prompts.wanted.connect(self._on_prompt)
        self._map.wanted.connect(self.aspect_wanted)

    def _on_prompt(self, aspect: Aspect) -> None:
        if aspect.kind == PROMPT:
            self.aspect_wanted.emit(aspect)
            return
        self._opened = "" if aspect.code == self._opened else aspect.code
        self._show_counts()

    def _lay_out(self) -> None:
        framework = self._desk.record.framework
        head = row(Text(self.tr("Coverage"), "heading"), (column(2, self._total, spacing=0), 1), spacing=8)
        table = wrap(column(self._map, Legend(), spacing=4))
        shown_if(table, bool(framework.coverage_years and framework.coverage_subjects))
        top = column(head, 2, table, spacing=4, margins=(ROW_SIDE, 0, ROW_SIDE, 0))
        blocks = (self._groups, self._strands, self._activities, self._prompts, self._sources)
        body = column(top, 6, *blocks, None, spacing=4)
        side = pane(
            body,
            self._gap_card,
            name=self.tr("Coverage"),
            margins=(_SIDE, 16, _BESIDE_BAR, 8),
            footer_margins=(_SIDE + ROW_SIDE, 8, _SIDE + ROW_SIDE, 14),
            edge="left",
            width=_WIDTH,
        )
        self.setLayout(column(side))
        self.setAccessibleName(self.tr("Coverage"))
