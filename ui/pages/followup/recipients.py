"""Who has the report, and which versions left the app."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.parts.day_button import DayButton
from ui.parts.fact_date import short_day
from ui.theme.theme import theme
from ui.widgets.checks import CheckRow
from ui.widgets.icons import Icon
from ui.widgets.layout import clear, column, row, wrap
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.framework import Recipient
from visitapp.domain.places import answer_place
from visitapp.domain.versions import versions_of
from visitapp.domain.writing import Export

_FINAL = "FINAL"
_MARGINS = (16, 11, 16, 11)
_DAY_WIDTH = 92


class RecipientRow(QWidget):
    """One recipient: a tick, in which format, and the day it was sent."""

    def __init__(self, desk: Desk, recipient: Recipient) -> None:
        super().__init__()
        self._desk, self._recipient = desk, recipient
        self._key = f"sent.{recipient.code}"
        self.box = CheckRow(recipient.label, style="small", pad=6, dim=False)
        self._format = Text(recipient.file_format, "caption", "text2")
        name = self.tr("{recipient}, sent on").format(recipient=recipient.label)
        place = answer_place(self._key, "value")
        self.day = DayButton(desk, place, name, empty=self.tr("not sent"), ahead=False)
        self._unsent = Text(self.tr("not sent"), "captionm", "develop")
        self.box.clicked.connect(self._on_clicked)
        when = wrap(row(None, self.day, self._unsent, spacing=0))
        when.setMinimumWidth(theme().scaled(_DAY_WIDTH))
        self.setLayout(row((self.box, 1), self._format, when, spacing=8))
        self.refresh()

    def refresh(self) -> None:
        """Show the answer as the record has it."""
        sent = self.sent()
        self.box.setChecked(bool(sent))
        self.day.setVisible(bool(sent))
        self._unsent.setVisible(not sent)
        self.day.refresh()

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


class Recipients(Card):
    """The report's recipients."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(None)
        self._said = Text("", "caption", "text2", tnum=True)
        self._rows = [RecipientRow(desk, one) for one in desk.record.framework.distribution]
        layout = column(row(Text(self.tr("Who has the report"), "heading"), None, self._said), 2, spacing=3)
        for one in self._rows:
            layout.addWidget(one)
        if not self._rows:
            layout.addWidget(Text(self.tr("The programme names nobody."), "small", "text2"))
        layout.setContentsMargins(*_MARGINS)
        self.setLayout(layout)
        self.setAccessibleName(self.tr("Who has the report"))
        self.refresh()

    def refresh(self) -> None:
        """Show every answer as the record has it."""
        for one in self._rows:
            one.refresh()
        sent = sum(bool(one.sent()) for one in self._rows)
        self._said.set_text(self.tr("{sent} of {count}").format(sent=sent, count=len(self._rows)))

    def take_focus(self) -> None:
        """Put the focus on the first recipient."""
        if self._rows:
            self._rows[0].box.setFocus()


class Versions(Card):
    """The reports that were exported, the latest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(None)
        self._desk = desk
        self._shown: tuple[tuple[Export, ...], ...] | None = None
        self._list = column(spacing=6)
        title = self.tr("Versions exported")
        self.setLayout(column(Text(title, "heading"), 2, self._list, spacing=4, margins=_MARGINS))
        self.setAccessibleName(title)
        self.refresh()

    def refresh(self) -> None:
        """Show the reports of the record."""
        versions = versions_of(self._desk.record)
        if versions == self._shown:
            return
        self._shown = versions
        clear(self._list)
        for files in versions:
            self._list.addLayout(self._version(files))
        if not versions:
            self._list.addWidget(Text(self.tr("None yet. Export stands in Report."), "small", "text2", wrap=True))

    def _version(self, files: Sequence[Export]) -> QHBoxLayout:
        export, names = files[0], dict.fromkeys(one.file_name for one in files)
        final = export.status == _FINAL
        icon = Icon("file-check" if final else "history", "strength" if final else "text2", 18)
        kind = self.tr("Final") if final else self.tr("Draft")
        title = self.tr("{kind}, version {number}").format(kind=kind, number=export.revision)
        words = column(
            Text(title, "small", weight=500),
            Text(_moment(export.at), "caption", "text2", tnum=True),
            Text("\n".join(names), "caption", "text2", wrap=True),
            spacing=0,
        )
        return row(icon, (words, 1), spacing=10)


def _moment(iso: str) -> str:
    local = datetime.fromisoformat(iso).astimezone() if iso else None
    return f"{short_day(local.date().isoformat())}, {local:%H:%M}" if local else ""
