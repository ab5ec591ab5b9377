"""Who has the report, and which versions left the app."""

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.parts.fact_date import DateField, short_day
from ui.widgets.checks import CheckRow
from ui.widgets.icons import Icon
from ui.widgets.layout import clear, column, row, wrap
from ui.widgets.surfaces import Card, Panel, Scroll
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.framework import Recipient
from visitapp.domain.writing import Export

_WIDTH = 374
_FINAL = "FINAL"


class RecipientRow(QWidget):
    """One recipient: a tick, and the day it was sent."""

    def __init__(self, desk: Desk, recipient: Recipient) -> None:
        super().__init__()
        self._desk, self._recipient = desk, recipient
        self._key = f"sent.{recipient.code}"
        self.box = CheckRow(recipient.label, style="small", pad=6, dim=False)
        self.day = DateField(self.tr("{recipient}, sent on").format(recipient=recipient.label), desk.now)
        self.box.clicked.connect(self._on_clicked)
        self.day.picked.connect(self._take)
        self.setLayout(row((self.box, 1), self.day, spacing=8))
        self.refresh()

    def refresh(self) -> None:
        """Show the answer as the record has it."""
        sent = self.sent()
        self.box.setChecked(bool(sent))
        self.day.setVisible(bool(sent))
        if sent != self.day.day() and not self.day.hasFocus():
            self.day.set_day(sent)

    def sent(self) -> str:
        """Return the ISO day it was sent, or an empty text."""
        value = self._desk.record.answer(self._key).value
        return value if isinstance(value, str) else ""

    def _on_clicked(self) -> None:
        today = self._desk.now().astimezone().date().isoformat()
        self._take(today if self.box.isChecked() else "")

    def _take(self, day: str) -> None:
        label = self.tr("Sent to {recipient}") if day else self.tr("Not sent to {recipient}")
        self._desk.answer(label.format(recipient=self._recipient.label), self._key, day)


class FollowUpSide(Panel):
    """The report's recipients and versions."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Report sent"))
        self._desk = desk
        self._said = Text("", "caption", "text2", tnum=True)
        self._rows = [RecipientRow(desk, one) for one in desk.record.framework.distribution]
        self._versions = column(spacing=6)
        self._shown: tuple[Export, ...] | None = None
        body = column(self._who(), self._sent(), None, spacing=9, margins=(0, 14, 18, 12))
        self.setLayout(column((Scroll(wrap(body), self.tr("Report sent")), 1), spacing=0))
        self.set_width(_WIDTH)
        self.refresh()

    def refresh(self) -> None:
        """Show everything as the record now stands."""
        for one in self._rows:
            one.refresh()
        sent = sum(bool(one.sent()) for one in self._rows)
        self._said.set_text(self.tr("{sent} of {count}").format(sent=sent, count=len(self._rows)))
        exports = tuple(reversed(self._desk.record.exports))
        if exports != self._shown:
            self._shown = exports
            self._show_versions(exports)

    def take_focus(self) -> None:
        """Put the focus on the first recipient."""
        if self._rows:
            self._rows[0].box.setFocus()

    def _who(self) -> Card:
        layout = column(row(Text(self.tr("Who has the report"), "heading"), None, self._said), 2, spacing=3)
        for one in self._rows:
            layout.addWidget(one)
        if not self._rows:
            layout.addWidget(Text(self.tr("The programme names nobody."), "small", "text2"))
        return Card(layout, margins=(16, 11, 16, 11))

    def _sent(self) -> Card:
        head = Text(self.tr("Versions exported"), "heading")
        return Card(column(head, 2, self._versions, spacing=4), margins=(16, 11, 16, 11))

    def _show_versions(self, exports: tuple[Export, ...]) -> None:
        clear(self._versions)
        for export in exports:
            self._versions.addLayout(self._version(export))
        if not exports:
            self._versions.addWidget(Text(self.tr("None yet. Export stands in Report."), "small", "text2", wrap=True))

    def _version(self, export: Export) -> QHBoxLayout:
        final = export.status == _FINAL
        icon = Icon("file-check" if final else "history", "strength" if final else "text2", 18)
        kind = self.tr("Final") if final else self.tr("Draft")
        title = self.tr("{kind}, version {number}").format(kind=kind, number=export.revision)
        words = column(
            Text(title, "small", weight=500),
            Text(_moment(export.at), "caption", "text2", tnum=True),
            Text(export.file_name, "caption", "text2", wrap=True),
            spacing=0,
        )
        return row(icon, (words, 1), spacing=10)


def _moment(iso: str) -> str:
    local = datetime.fromisoformat(iso).astimezone() if iso else None
    return f"{short_day(local.date().isoformat())}, {local:%H:%M}" if local else ""
