"""One of the team besides the lead: name, role, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui.parts.autosave import Autosave
from ui.parts.finding_menu import open_below
from ui.parts.team_member import full_name, number_of, show_initials
from ui.widgets.buttons import IconButton
from ui.widgets.layout import row
from ui.widgets.line_edit import LineEdit
from ui.widgets.tags import Initials
from ui.workspace.desk import Desk
from visitapp.domain.places import Place
from visitapp.domain.weighing import Member

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class TeamRow(QWidget):
    """A member, written field by field. `move_wanted` brings a step up or down, `remove_wanted` and `next_wanted`
    (Enter in the role) tell what was asked."""

    move_wanted = Signal(int)
    remove_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, desk: Desk, member_id: str) -> None:
        super().__init__()
        self.member_id = member_id
        self._desk = desk
        self._chip = Initials("", "")
        self.name = LineEdit(self.tr("Name"), self.tr("Name"))
        self.role = LineEdit(self.tr("Role"), self.tr("Role"))
        self.menu_button = IconButton("ellipsis", self.tr("More for this member"), size=28, icon_size=16)
        label = self.tr("Member written")
        self._boxes = (
            Autosave(self.name, desk, Place("member", member_id, "name"), label),
            Autosave(self.role, desk, Place("member", member_id, "role"), label),
        )
        self.setLayout(row(self._chip, (self.name, 4), (self.role, 7), self.menu_button, spacing=8))
        self.name.returnPressed.connect(self._to_role)
        self.role.returnPressed.connect(self.next_wanted)
        self.menu_button.clicked.connect(self.open_menu)

    def member(self) -> Member | None:
        """Return the member as they now stand, None when they are gone."""
        found = self._desk.record.find("member", self.member_id)
        return found if isinstance(found, Member) else None

    def refresh(self) -> None:
        """Show what the record holds; words being typed are left alone."""
        member, record = self.member(), self._desk.record
        if member is None:
            return
        show_initials(self._chip, record, member)
        place = self.tr("Reviewer {number}").format(number=number_of(record, member.id))
        self.setAccessibleName(f"{place}: {full_name(record, member)}")
        self.name.setAccessibleName(self.tr("Name, {place}").format(place=place))
        self.role.setAccessibleName(self.tr("Role, {place}").format(place=place))
        self.menu_button.setAccessibleName(self.tr("More for {place}").format(place=place))

    def seal(self) -> None:
        """Make acts of all that was typed."""
        for box in self._boxes:
            box.seal()

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, in reading order."""
        return (self.name, self.role, self.menu_button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move on Alt with an arrow."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_wanted.emit(step)
            return
        super().keyPressEvent(event)

    def open_menu(self) -> None:
        """Open what can be done to the member."""
        menu = QMenu(self)
        menu.setAccessibleName(self.menu_button.accessibleName())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Move up\tAlt+Up")).triggered.connect(self._move_up)
        menu.addAction(self.tr("Move down\tAlt+Down")).triggered.connect(self._move_down)
        menu.addSeparator()
        menu.addAction(self.tr("Remove from the team")).triggered.connect(self._remove)
        open_below(menu, self.menu_button)

    def _to_role(self) -> None:
        self.role.setFocus(Qt.FocusReason.TabFocusReason)

    def _move_up(self) -> None:
        self.move_wanted.emit(-1)

    def _move_down(self) -> None:
        self.move_wanted.emit(1)

    def _remove(self) -> None:
        self.remove_wanted.emit()
