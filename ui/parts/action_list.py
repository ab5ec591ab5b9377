"""Agreed actions in few words, a row each."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.parts.action_card import urgency_tone
from ui.parts.action_day import day_and_month
from ui.theme.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.icons import Icon
from ui.widgets.layout import clear, column, row, shown_if, wrap
from ui.widgets.rows import RowButton, ruled
from ui.widgets.surfaces import Card
from ui.widgets.tags import Tag
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.finding import Action
from visitapp.domain.matters import is_open

_TAG_SIDES = 16


class ActionListCard(Card):
    """The actions agreed so far. `chosen` brings the id of one, `add_wanted` asks for another."""

    chosen = Signal(str)
    add_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(margins=(0, 0, 0, 0), name="")
        self._desk = desk
        self._shown: tuple[Action, ...] | None = None
        self._count = Text("", "small", "text3", tnum=True)
        self._rows = column(spacing=0)
        self._buttons: list[RowButton] = []
        add = Button(self.tr("Add"), "quiet", icon="plus", name=self.tr("Add an action"), small=True)
        add.clicked.connect(self.add_wanted)
        title = self.tr("Agreed actions")
        head = row(Text(title, "heading"), self._count, None, add, spacing=6, margins=(18, 12, 12, 0))
        self.setLayout(column(head, self._rows, spacing=2, margins=(0, 0, 0, 8)))
        self.setAccessibleName(title)
        theme().changed.connect(self._hold_heights)
        self.refresh()

    def refresh(self) -> None:
        """Show the actions of the record."""
        actions = self._desk.record.actions
        if actions == self._shown:
            return
        self._shown = actions
        self._count.set_text(str(len(actions)))
        clear(self._rows)
        self._buttons = [self._row(number, one) for number, one in enumerate(actions, 1)]
        self._hold_heights()
        self._rows.addWidget(wrap(ruled(self._buttons, 18)))
        if not actions:
            empty = Text(self.tr("None agreed yet"), "small", "text2")
            self._rows.addWidget(wrap(row(empty, margins=(18, 2, 18, 8))))

    def _hold_heights(self) -> None:
        """Keep rows as tall as they like to be; an owner in two lines would make them lower."""
        for button in self._buttons:
            button.setMinimumHeight(button.sizeHint().height())

    def _row(self, number: int, action: Action) -> RowButton:
        words = action.text.strip() or self.tr("Not yet in words")
        owner = Text(action.owner, "caption", "text2", wrap=True, max_lines=2)
        who = column(None, owner, None, spacing=0)
        urgency = wrap(row(self._urgency(action), None))
        day = Text(day_and_month(action.due), "caption", "text2", tnum=True, align=Qt.AlignmentFlag.AlignRight)
        what = column(None, Text(words, "small", elide=True), self._first_step(action), None, spacing=0)
        button = RowButton(
            [
                (Text(str(number), "captionm", "text3"), 12),
                (what, None),
                (urgency, self._urgency_width()),
                (who, 92),
                (day, 48),
            ],
            self._spoken(number, action),
            height=46,
            spacing=10,
            margins=(18, 0, 16, 0),
        )
        button.clicked.connect(partial(self._choose, action.id))
        return button

    def _urgency(self, action: Action) -> QWidget:
        urgencies = self._desk.record.framework.urgencies
        label = next((one.label for one in urgencies if one.code == action.urgency), "")
        tone = urgency_tone(urgencies, action.urgency)
        tag = Tag(label, tone=tone or "neutral", outlined=not tone)
        shown_if(tag, bool(label))
        return tag

    def _urgency_width(self) -> int:
        urgencies = self._desk.record.framework.urgencies
        return max((round(theme().text_width(one.label, "captionm")) + _TAG_SIDES for one in urgencies), default=0)

    def _first_step(self, action: Action) -> QWidget:
        if not is_open(self._desk.record, "action-without-first-step", action.id):
            words = self.tr("First: {step}").format(step=action.first_step.strip())
            return Text(words, "caption", "text2", elide=True)
        missing = Text(self.tr("First step missing"), "caption", "develop")
        return wrap(row(Icon("triangle-alert", "develop", 14, 2), missing, None, spacing=5))

    def _spoken(self, number: int, action: Action) -> str:
        urgencies = self._desk.record.framework.urgencies
        urgency = next((one.label for one in urgencies if one.code == action.urgency), "")
        first = action.first_step.strip() or self.tr("first step missing")
        parts = (action.text.strip(), urgency, action.owner, first, day_and_month(action.due))
        return f"{number}. " + ", ".join(part for part in parts if part)

    def _choose(self, action_id: str) -> None:
        self.chosen.emit(action_id)
