"""What can be done with a slot by a press: earlier and later, shorter and longer, out of the plan, done editing."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.layout import row, wrap

_STEP = 5


class SlotFoot(QWidget):
    """The foot of the editor of a slot; every drag has a button here."""

    closed = Signal()
    remove_wanted = Signal()
    move_wanted = Signal(int)
    """Minutes later."""
    stretch_wanted = Signal(int)
    """Minutes longer."""
    place_wanted = Signal(int)
    """Places later among the classroom visits of its activity."""

    def __init__(self, *, is_lesson: bool = False) -> None:
        super().__init__()
        earlier = self._button(self.tr("Earlier"), self.tr("5 minutes earlier"), "Alt+Up", "chevron-left")
        later = self._button(self.tr("Later"), self.tr("5 minutes later"), "Alt+Down", "chevron-right")
        shorter = self._button(self.tr("Shorter"), self.tr("5 minutes shorter"), "Alt+Shift+Up")
        longer = self._button(self.tr("Longer"), self.tr("5 minutes longer"), "Alt+Shift+Down")
        remove = self._button(self.tr("Remove"), self.tr("Remove from the plan"), self.tr("Delete"), "trash-2")
        close = Button(self.tr("Close"), small=True, name=self.tr("Close the editor"))
        earlier.clicked.connect(partial(self.move_wanted.emit, -_STEP))
        later.clicked.connect(partial(self.move_wanted.emit, _STEP))
        shorter.clicked.connect(partial(self.stretch_wanted.emit, -_STEP))
        longer.clicked.connect(partial(self.stretch_wanted.emit, _STEP))
        remove.clicked.connect(self.remove_wanted)
        close.clicked.connect(self.closed)
        moves = Flow(spacing=4, line_spacing=4)
        for one in (earlier, later, shorter, longer, *(self._places() if is_lesson else ()), remove):
            moves.addWidget(one)
        self.setLayout(row((wrap(moves), 1), close, spacing=4))

    def _places(self) -> tuple[Button, ...]:
        before = self._button(self.tr("Before"), self.tr("Before the visit before it"), "Alt+Left", "arrow-left")
        after = self._button(self.tr("After"), self.tr("After the visit after it"), "Alt+Right", "arrow-right")
        before.clicked.connect(partial(self.place_wanted.emit, -1))
        after.clicked.connect(partial(self.place_wanted.emit, 1))
        return before, after

    @staticmethod
    def _button(words: str, name: str, keys: str, icon: str = "") -> Button:
        made = Button(words, "quiet", icon=icon, small=True, name=name)
        made.setToolTip(f"{name}  {keys}")
        return made
