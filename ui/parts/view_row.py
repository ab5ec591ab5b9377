"""What one of the team would answer, and why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.parts.autosave import Autosave
from ui.parts.finding_stops import chain
from ui.parts.team_member import full_name, show_initials
from ui.widgets.buttons import IconButton
from ui.widgets.chips import PickerChip
from ui.widgets.fields import TextArea
from ui.widgets.layout import column, row, wrap
from ui.widgets.tags import Initials, Tag
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.team import Team
from visitapp.domain.framework import Estimate
from visitapp.domain.places import Place
from visitapp.domain.weighed import view_of
from visitapp.domain.weighing import Member, lead_id, view_id

_REASON_INDENT = 32


class ViewRow(QWidget):
    """A member, the value they would choose, and their reason when there is one or it is asked for."""

    def __init__(self, desk: Desk, estimate: Estimate, member_id: str) -> None:
        super().__init__()
        self.member_id = member_id
        self._desk, self._team = desk, Team(desk)
        self._key, self._title = f"estimate.{estimate.code}", estimate.title
        self._open = False
        self._chip = Initials("", "", yours=member_id == lead_id(desk.visit_id))
        self._name = Text("", "small", elide=True)
        self.value = PickerChip(
            self.tr("View on {title}").format(title=estimate.title), placeholder=self.tr("Not said"), sticky=False,
            small=True,
        )  # fmt: skip
        self.value.set_options([("", self.tr("Not said")), *((one.code, one.label) for one in estimate.options)])
        self.tag = Tag("", outlined=True)
        self.reason_button = IconButton("pen-line", self.tr("Reason"), size=24, icon_size=15)
        self.reason: TextArea | None = None
        said = wrap(row(self.value, self.tag, None, spacing=8))
        self._layout = column(row(self._chip, (self._name, 4), (said, 9), self.reason_button, spacing=8), spacing=4)
        self.setLayout(self._layout)
        self.value.picked.connect(self._say)
        self.reason_button.clicked.connect(self._turn_reason)

    def refresh(self, member: Member, differing: str) -> None:
        """Show what the record holds; `differing` is what a view is called that is not the agreed one, or nothing."""
        record = self._desk.record
        view, name = view_of(record, self._key, member.id), full_name(record, member)
        show_initials(self._chip, record, member)
        self._name.set_text(name)
        self.value.set_current(view.value)
        self.value.setAccessibleDescription(name)
        self.tag.set_tag(differing, outlined=True)
        self.tag.setVisible(bool(differing))
        self._show_reason(name, written=bool(view.reason.strip()))
        said = self.value.text() if view.value else self.tr("not said")
        self.setAccessibleName(", ".join(part for part in (name, said, differing) if part))

    def open_reason(self) -> None:
        """Open the reason below the row and write in it."""
        self._team.begin_view(self._key, self.member_id)
        self._open = True
        self._have_reason()
        if self.reason is not None:
            self.reason.show()
            self.reason.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, in reading order."""
        return (self.value, self.reason_button, *((self.reason.edit,) if self.reason is not None else ()))

    def _say(self, code: str) -> None:
        self._team.say(self._key, self.member_id, code)

    def _turn_reason(self) -> None:
        if self.reason is not None and not self.reason.isHidden():
            self._open = False
            self.reason.hide()
            self.reason_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.open_reason()

    def _show_reason(self, name: str, *, written: bool) -> None:
        words = self.tr("Reason of {name}").format(name=name)
        said = self.tr("{words}: written").format(words=words) if written else words
        self.reason_button.set_icon("message-square-quote" if written else "pen-line", said)
        if written and self.reason is None:
            self._have_reason()
        if self.reason is not None:
            self.reason.edit.setAccessibleName(f"{words}: {self._title}")

    def _have_reason(self) -> None:
        if self.reason is not None:
            return
        place = Place("view", view_id(self._desk.visit_id, self._key, self.member_id), "reason")
        self.reason = TextArea(self.tr("Reason"), placeholder=self.tr("What they saw that says so"), least=1, most=8)
        Autosave(self.reason.edit, self._desk, place, self.tr("Reason written"))
        self._layout.addLayout(row((self.reason, 1), margins=(_REASON_INDENT, 0, 0, 4)))
        self.reason.show()
        chain((self.reason_button, self.reason.edit))
