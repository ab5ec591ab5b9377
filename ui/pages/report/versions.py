"""The versions of the report: when each left, to whom, and what is different between two of them."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.report.returned.answer_card import AnswerCard
from ui.parts.altered_card import AlteredCard
from ui.parts.note_words import local_time
from ui.widgets.buttons import Button
from ui.widgets.chips import PickerChip
from ui.widgets.empty import EmptyState
from ui.widgets.layout import clear, column, row, wrap
from ui.widgets.surfaces import Card, Panel, Scroll
from ui.widgets.tags import Tag
from ui.widgets.text import Text
from ui.workspace.answers import answers_of
from ui.workspace.desk import Desk
from visitapp.domain.report import Report
from visitapp.domain.versions import FINAL, altered_texts, full_versions, versions_of
from visitapp.domain.writing import Export

NOW = "now"
_WIDEST = 860
_MOST_SHOWN = 200
_HASH = 12


class VersionsView(Panel):
    """Every version that left above, what is different between two of them below. `export_wanted` asks for one,
    `answer_wanted` to read what the school sent back, `answer_chosen` brings an answer that was read."""

    export_wanted = Signal()
    answer_wanted = Signal()
    answer_chosen = Signal(str)

    def __init__(self, desk: Desk, report: Callable[[], Report]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Versions of the report"))
        self._desk, self._report = desk, report
        self._older = PickerChip(self.tr("Older version"), sticky=False)
        self._newer = PickerChip(self.tr("Newer version"), sticky=False)
        for picker in (self._older, self._newer):
            picker.picked.connect(self._compare)
        self._said = Text("", "small", "text2")
        self._kept: QVBoxLayout = column(spacing=8)
        self._changes: QVBoxLayout = column(spacing=10)
        self._answer = Button(self.tr("Read the school\u2019s answer"), "secondary", icon="file-check", small=True)
        self._answer.clicked.connect(self.answer_wanted)
        self._choice = wrap(
            row(Text(self.tr("Compare"), "heading"), self._older, Text(self.tr("with"), "small", "text2"),
                self._newer, None, self._said, spacing=8)
        )  # fmt: skip
        way_in = row(None, self._answer)
        body = wrap(
            column(way_in, self._kept, 6, self._choice, self._changes, None, spacing=10, margins=(20, 4, 18, 20))
        )
        body.setMaximumWidth(_WIDEST)
        inner = wrap(row(None, (body, _WIDEST), None))
        self.setLayout(column((Scroll(inner, self.tr("Versions of the report")), 1), spacing=0))

    def refresh(self) -> None:
        """Show the versions as the record now has them."""
        versions = versions_of(self._desk.record)
        clear(self._kept)
        self._answer.setVisible(any(one.texts for files in versions for one in files))
        for returned in answers_of(self._desk.record):
            card = AnswerCard(self._desk.record, returned)
            card.opened.connect(self.answer_chosen)
            self._kept.addWidget(card)
        for files in versions:
            self._kept.addWidget(self._card(files))
        if not versions:
            self._kept.addWidget(self._none())
        self._offer(full_versions(self._desk.record))
        self._compare()

    def compared(self) -> tuple[str, str]:
        """Return the ids of the two versions compared; the report as it stands is "now"."""
        return self._older.current(), self._newer.current()

    def compare(self, older: str, newer: str) -> None:
        """Compare two versions, by their ids or "now"."""
        self._older.set_current(older)
        self._newer.set_current(newer)
        self._compare()

    def _card(self, files: Sequence[Export]) -> QWidget:
        one = files[0]
        title = self.tr("Version {number}").format(number=one.revision)
        tag = Tag(self.tr("Final") if one.status == FINAL else self.tr("Draft"), tone=_tone(one))
        when = _moment(one)
        head = row(
            Text(title, "bodym"), tag, Text(self._paper(one), "small", "text2"), None, Text(when, "small", "text2")
        )
        lines = [self._file(each, when) for each in files]
        return Card(column(head, *lines, spacing=3), margins=(14, 9, 14, 10))

    def _file(self, one: Export, first: str) -> Text:
        """Return a file of a version: its name, for whom it was, and when it was written if not with the first."""
        to = self.tr("to {recipient}").format(recipient=one.recipient) if one.recipient else ""
        later = _moment(one) if _moment(one) != first else ""
        marked = self.tr("SHA-256 {digest}\u2026").format(digest=one.sha256[:_HASH]) if one.sha256 else ""
        words = " \u00b7 ".join(part for part in (one.file_name, to, later, marked) if part)
        return Text(words, "caption", "text2", elide=True)

    def _paper(self, one: Export) -> str:
        paper = self._desk.record.framework.paper(one.variant) if one.variant else None
        return paper.title if paper is not None else one.variant

    def _none(self) -> QWidget:
        words = self.tr(
            "Each time the report is exported its exact text is kept here, so that two versions can be compared."
        )
        empty = EmptyState("history", self.tr("Nothing has left yet"), words, [("export", self.tr("Export to Word"))])
        empty.acted.connect(self.export_wanted)
        return empty

    def _offer(self, versions: Sequence[Export]) -> None:
        named = [(one.id, self._named(one)) for one in versions]
        held = self.compared()
        self._older.set_options(named)
        self._newer.set_options([(NOW, self.tr("the report as it is now")), *named])
        known = {code for code, _ in named}
        self._older.set_current(held[0] if held[0] in known else next(iter(known and [named[0][0]]), ""))
        self._newer.set_current(held[1] if held[1] in known else NOW)
        self._choice.setVisible(bool(named))

    def _named(self, one: Export) -> str:
        status = self.tr("final") if one.status == FINAL else self.tr("draft")
        return self.tr("version {number}, {status}").format(number=one.revision, status=status)

    def _compare(self) -> None:
        clear(self._changes)
        older, newer = self.compared()
        if not older:
            return
        found = altered_texts(self._texts(older), self._texts(newer))
        self._said.set_text(self._counted(len(found)))
        names = self._older.text(), self._newer.text()
        for one in found[:_MOST_SHOWN]:
            self._changes.addWidget(AlteredCard(one, *names))

    def _texts(self, version: str) -> Mapping[str, str]:
        if version == NOW:
            return self._report().texts()
        found = self._desk.record.find("export", version)
        return found.sent() if isinstance(found, Export) else {}

    def _counted(self, count: int) -> str:
        if not count:
            return self.tr("No text is different.")
        if count > _MOST_SHOWN:
            return self.tr("{count} texts are different; the first {most} are shown").format(
                count=count, most=_MOST_SHOWN
            )
        return (
            self.tr("1 text is different")
            if count == 1
            else self.tr("{count} texts are different").format(count=count)
        )


def _moment(one: Export) -> str:
    moment = local_time(one.at)
    return f"{moment:%a} {moment.day} {moment:%b %Y, %H:%M}" if moment else ""


def _tone(one: Export) -> str:
    return "strength" if one.status == FINAL else "neutral"
