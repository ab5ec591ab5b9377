"""What to read before the visit: items to tick, each with room for a note."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.parts.autosave import Autosave
from ui.widgets.bars import Progress
from ui.widgets.buttons import IconButton
from ui.widgets.checks import CheckRow
from ui.widgets.layout import clear, column, row, wrap
from ui.widgets.line_edit import LineEdit
from ui.widgets.tab_order import follow, stop_before
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.framework import ChecklistGroup, ChecklistItem
from visitapp.domain.places import answer_place

_INDENT = 26


class CheckItem(QWidget):
    """One thing to read. Its note stands below it and is written by pressing the pen."""

    ticked = Signal(bool)

    def __init__(self, desk: Desk, item: ChecklistItem) -> None:
        super().__init__()
        self._desk, self._key = desk, f"check.{item.code}"
        self.box = CheckRow(item.title, style="small", pad=4)
        self.box.setAccessibleDescription(item.help)
        self.box.setToolTip(item.help)
        self.box.clicked.connect(self._on_clicked)
        name = self.tr("Note on {title}").format(title=item.title)
        self._pen = IconButton("pencil", name, size=24, icon_size=14, colour="text3")
        self._pen.clicked.connect(self._write)
        self._words = Text("", "caption", "text2", wrap=True)
        self._help = Text(item.help, "caption", "text2", wrap=True)
        self._line = LineEdit(name, self.tr("Note"))
        self._saving = Autosave(self._line, desk, answer_place(self._key), name)
        self._line.editingFinished.connect(self._close)
        self._edit = wrap(column(self._help, self._line, spacing=3))
        below = column(self._words, self._edit, spacing=0, margins=(_INDENT, 0, 4, 0))
        self.setLayout(column(_top_row(self.box, self._pen), below, spacing=0))
        self._edit.hide()
        self.refresh()

    def refresh(self) -> None:
        """Show the answer as the record has it."""
        answer = self._desk.record.answer(self._key)
        self.box.setChecked(answer.value is True)
        self._words.set_text(answer.note)
        self._words.setVisible(bool(answer.note) and self._edit.isHidden())

    def _write(self) -> None:
        self._edit.show()
        self._help.setVisible(bool(self._help.text()))
        self._words.hide()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self._saving.seal()
        back = self._line.hasFocus()
        self._edit.hide()
        self.refresh()
        if back:
            self._pen.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_clicked(self) -> None:
        self.ticked.emit(self.box.isChecked())


class CheckList(QWidget):
    """The framework's preparation, group by group, and how much of it is done."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._items: dict[str, CheckItem] = {}
        self._said = Text("", "caption", "text2", tnum=True)
        self._bar = Progress(0.0)
        self._asked: tuple[ChecklistGroup, ...] | None = None
        self._lines = column(spacing=2)
        head = row(Text(self.tr("To read"), "heading"), None, self._said)
        self.setLayout(column(head, 4, self._bar, self._lines, spacing=2))
        self.refresh()

    def refresh(self) -> None:
        """Show what is asked, every answer and the progress as the record now stands."""
        asked = self._desk.record.framework.preparation
        if asked != self._asked:
            self._asked = asked
            self._ask(asked)
        for item in self._items.values():
            item.refresh()
        done = sum(item.box.isChecked() for item in self._items.values())
        said = self.tr("{done} of {count}").format(done=done, count=len(self._items))
        self._said.set_text(said)
        self._bar.set_share(done / len(self._items) if self._items else 0.0, said)

    def take_focus(self) -> None:
        """Put the focus on the first thing that is not read yet."""
        boxes = [item.box for item in self._items.values()]
        wanted = next((box for box in boxes if not box.isChecked()), next(iter(boxes), None))
        if wanted is not None:
            wanted.setFocus()

    def _ask(self, groups: Sequence[ChecklistGroup]) -> None:
        before = stop_before(self) if self._items else None
        self._items.clear()
        clear(self._lines)
        for group in groups:
            self._lines.addSpacing(8)
            self._lines.addWidget(Text(group.title, "captionm", "text2", wrap=True))
            for item in group.items:
                self._lines.addWidget(self._add(item))
        if not self._items:
            nothing = self.tr("This programme asks for nothing to be read.")
            self._lines.addWidget(Text(nothing, "small", "text2", wrap=True))
        if before is not None:
            follow(before, self)

    def _add(self, item: ChecklistItem) -> CheckItem:
        line = CheckItem(self._desk, item)
        line.ticked.connect(partial(self._tick, item))
        self._items[item.code] = line
        return line

    def _tick(self, item: ChecklistItem, on: bool) -> None:
        words = self.tr("{title} read") if on else self.tr("{title} not read")
        self._desk.answer(words.format(title=item.title), f"check.{item.code}", on)


def _top_row(box: QWidget, pen: QWidget) -> QWidget:
    layout = row(spacing=2)
    layout.addWidget(box, 1)
    layout.addWidget(pen, 0, Qt.AlignmentFlag.AlignTop)
    return wrap(layout)
