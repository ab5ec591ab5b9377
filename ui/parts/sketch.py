"""Making a sketch, or changing one: pens, eraser, undo, and the sheet."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from ui.parts.sketch_ink import drawn_sheet
from ui.parts.sketch_sheet import SketchSheet
from ui.shell.overlay import Overlay
from ui.widgets.buttons import Button, IconButton
from ui.widgets.layout import column, row
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.evidence import Draft
from visitapp.domain.ink import Stroke, read_ink, write_ink
from visitapp.domain.photo import SKETCH, Photo

_WIDTH = 1400
_PENS = {"thin": 3, "medium": 6, "thick": 14, "eraser": 0}


class SketchPad(Overlay):
    """A sheet over the window, for one use. `drawn` brings the picture and its ink as text.

    Each stroke is kept as a draft at once, so that a sketch left, or lost with the power, is there again; whoever
    has kept what was drawn lets the draft go by `forget_ink`.
    """

    drawn = Signal(QImage, str)

    def __init__(self, desk: Desk, host: QWidget, sketch: Photo | None = None) -> None:
        title = desk.tr("Change the sketch") if sketch else desk.tr("Sketch")
        super().__init__(host, title, _WIDTH)
        self._desk = desk
        self._sketch = sketch
        self.paper = SketchSheet(self._kept_ink(sketch))
        pens = [
            Segment("thin", self.tr("Thin"), name=self.tr("Thin pen")),
            Segment("medium", self.tr("Medium"), name=self.tr("Medium pen")),
            Segment("thick", self.tr("Thick"), name=self.tr("Thick pen")),
            Segment("eraser", self.tr("Eraser"), name=self.tr("Eraser, takes whole strokes")),
        ]
        self._pens = Segmented(pens, self.tr("Pen"), height=36, pad=12)
        self._undo = IconButton("undo-2", self.tr("Undo the last stroke"), keys="Ctrl+Z")
        self._clear = Button(self.tr("Clear"), "quiet")
        self._discard = Button(self.tr("Discard"), "quiet", icon="trash-2")
        self._done = Button(self.tr("Keep the sketch") if sketch else self.tr("Add the sketch"), "primary")
        head = row(Text(title, "heading"), 12, self._pens, None, self._undo, self._clear)
        hint = Text(self.tr("Draw what a photo would show. No names."), "caption", "text2")
        self.fill(column(head, (self.paper, 1), row(self._discard, hint, None, self._done), spacing=10))
        self._connect()
        self._pens.set_current("medium")
        self._choose_pen("medium")
        self._refresh()

    def first_focus(self) -> QWidget:
        """Return the sheet."""
        return self.paper

    def _connect(self) -> None:
        self._pens.picked.connect(self._choose_pen)
        self._undo.clicked.connect(self.paper.undo)
        self._clear.clicked.connect(self.paper.clear)
        self._discard.clicked.connect(self._on_discard)
        self._done.clicked.connect(self._on_done)
        self.paper.changed.connect(self._keep)
        self.closed.connect(self.deleteLater)

    def _kept_ink(self, sketch: Photo | None) -> tuple[Stroke, ...]:
        kept = self._desk.draft(_box_of(sketch))
        text = kept.photos[0].strokes if kept and kept.photos else sketch.strokes if sketch else ""
        try:
            return read_ink(text)
        except ValueError:
            return ()

    def _choose_pen(self, code: str) -> None:
        self.paper.width_of_pen = _PENS[code]
        self.paper.setFocus()

    def _keep(self) -> None:
        ink = Photo("", kind=SKETCH, strokes=write_ink(self.paper.strokes))
        self._desk.keep_draft(Draft(self._desk.visit_id, _box_of(self._sketch), "", photos=(ink,)))
        self._refresh()

    def _refresh(self) -> None:
        self._undo.setEnabled(self.paper.can_undo)
        for button in (self._clear, self._done):
            button.setEnabled(bool(self.paper.strokes))

    def _on_discard(self) -> None:
        forget_ink(self._desk, self._sketch)
        self.close_sheet()

    def _on_done(self) -> None:
        self.drawn.emit(drawn_sheet(self.paper.strokes), write_ink(self.paper.strokes))
        self.close_sheet()


def forget_ink(desk: Desk, sketch: Photo | None = None) -> None:
    """Let the draft of a sketch go, once its picture is kept or it was thrown away."""
    desk.act("", (), box=_box_of(sketch))


def _box_of(sketch: Photo | None) -> str:
    return f"sketch {sketch.id}" if sketch else "sketch"
