"""The right of preparation: the question of the visit, hunches to test, concerns, papers, and the way to the plan."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.parts.attachment_list import AttachmentList
from ui.parts.autosave import Autosave
from ui.parts.hunch_list import HunchList
from ui.parts.picture_sources import Source
from ui.widgets.buttons import Button
from ui.widgets.checks import CheckRow
from ui.widgets.fields import TextArea
from ui.widgets.icons import Icon
from ui.widgets.layout import clear, column, row, shown_if, wrap
from ui.widgets.surfaces import Panel, Scroll
from ui.widgets.text import Text
from ui.workspace.desk import Desk, News
from visitapp.domain.places import Place

_WIDTH = 280
_AGREED = "enquiry.school"


class PrepareSide(Panel):
    """Focus of enquiry, agreed or not, hunches, concerns and papers. `place_wanted` leads on to the plan."""

    place_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(edge="left")
        self.setAccessibleName(self.tr("Focus and hunches"))
        self._desk = desk
        enquiry = desk.record.framework.enquiry
        title = enquiry.title or self.tr("Focus of enquiry")
        self._enquiry = TextArea(title, placeholder=enquiry.help or self.tr("One question"), style="body", most=12)
        self._enquiry.edit.shows_whole_hint = True
        Autosave(self._enquiry.edit, desk, Place("visit", desk.visit_id, "enquiry"), self.tr("Focus written"))
        self._agreed = CheckRow(self.tr("Agreed with the school"), style="small", pad=4, dim=False)
        self._agreed.clicked.connect(self._on_agreed)
        self._authority = Text("", "caption", "text2", wrap=True)
        asks = Text(self.tr("The programme asks"), "captionm", "text2")
        self._asks = wrap(column(asks, self._authority, spacing=0))
        self._hunches = HunchList(desk)
        self._concerns = Concerns(desk)
        self._attachments = AttachmentList(desk)
        plan = Button(self.tr("Plan the day"), "primary", icon_after="arrow-right", large=True, wide=True)
        plan.clicked.connect(self._to_plan)
        scroll = self._scroll = Scroll(wrap(self._body(title)), self.tr("Focus and hunches"))
        self.setLayout(column((scroll, 1), wrap(column(plan, margins=(18, 8, 18, 14))), spacing=0))
        self.set_width(_WIDTH)
        self._hunches.laid.connect(scroll.fit)
        self._attachments.told.connect(self._show_papers)
        self.refresh()

    def refresh(self) -> None:
        """Show what the programme asks and whether the school has agreed; the texts keep themselves."""
        enquiry = self._desk.record.framework.enquiry
        self._enquiry.edit.setPlaceholderText(enquiry.help or self.tr("One question"))
        self._enquiry.edit.fit()
        self._authority.set_text(enquiry.authority)
        shown_if(self._asks, bool(enquiry.authority))
        self._agreed.setChecked(self._desk.record.answer(_AGREED).value is True)
        self._concerns.refresh()

    def hear(self, news: News) -> None:
        """Show hunches and papers again where they changed."""
        if news.kinds & {"hunch", "answer"}:
            self._hunches.refresh()
        if "attachment" in news.kinds:
            self._attachments.refresh()
            self._scroll.fit()

    def attach(self, sources: Sequence[Source]) -> None:
        """Take in what was dropped or pasted anywhere on the page."""
        self._attachments.take(sources)

    def take_focus(self) -> None:
        """Put the focus on the question."""
        self._enquiry.setFocus()

    def _body(self, title: str) -> QVBoxLayout:
        layout = column(Text(title, "heading"), self._enquiry, self._agreed, self._asks, spacing=4)
        for part in (self._hunches, self._concerns, self._attachments):
            layout.addSpacing(8)
            layout.addWidget(part)
        layout.addStretch(1)
        layout.setContentsMargins(18, 14, 18, 6)
        return layout

    def _show_papers(self) -> None:
        """Bring the papers into view, with what is said of them."""
        self._scroll.fit()
        QTimer.singleShot(0, self._attachments, partial(self._scroll.ensureWidgetVisible, self._attachments, 0, 12))

    def _on_agreed(self) -> None:
        words = self.tr("Focus agreed") if self._agreed.isChecked() else self.tr("Focus not agreed")
        self._desk.answer(words, _AGREED, self._agreed.isChecked())

    def _to_plan(self) -> None:
        self.place_wanted.emit("plan")


class Concerns(QWidget):
    """What others are concerned about, as noted at the lines of the reading list that ask; gone without any."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._shown = desk, ()
        self._lines = column(spacing=6)
        self.setLayout(column(Text(self.tr("Concerns"), "heading"), self._lines, spacing=5))
        self.refresh()

    def refresh(self) -> None:
        """Show the concerns as they are noted now."""
        record = self._desk.record
        asked = [one for one in record.framework.checklist() if one.concerns]
        noted = tuple((one.title, note) for one in asked if (note := record.answer(f"check.{one.code}").note.strip()))
        shown_if(self, bool(noted))
        if noted == self._shown:
            return
        self._shown = noted
        clear(self._lines)
        for title, note in noted:
            words = column(Text(note, "small", weight=500, wrap=True), Text(title, "caption", "text2"), spacing=0)
            flag = column(Icon("flag", "develop", 17), None)
            self._lines.addWidget(wrap(row(flag, (words, 1), spacing=9)))
