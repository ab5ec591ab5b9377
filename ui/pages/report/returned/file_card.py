"""The file that came back: its name, what it was made from, what was read of it."""

from PySide6.QtWidgets import QWidget

from ui.pages.report.returned.words import moment_words, version_words
from ui.widgets.icons import Icon
from ui.widgets.layout import clear, column, row, wrap
from ui.widgets.text import Text
from visitapp.domain.answering import COMMENT, Remark, Returned
from visitapp.domain.returned.arranging import Arranged
from visitapp.domain.writing import Export


class FileFacts(QWidget):
    """What is known of the file, line by line."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(spacing=10)
        self.setLayout(column(Text(self.tr("This file"), "heading"), self._lines, spacing=8))

    def show_file(
        self, returned: Returned, export: Export, newest: int, remarks: tuple[Remark, ...], found: Arranged
    ) -> None:
        """Show a file that answers a version; `newest` is the last version that left."""
        clear(self._lines)
        made = self.tr("Read {when}. Made from {version} of this visit").format(
            when=moment_words(returned.at), version=version_words(export).lower()
        )
        self._line("file-check", "strength", returned.file_name, made)
        as_sent = self.tr("{same} of {sent} pieces came back as sent").format(
            same=len(found.as_sent), sent=found.sent
        )
        self._line("history", "text2", self._read(remarks), as_sent)
        if returned.anchored:
            self._line("link-2", "text2", self.tr("Its marks are whole"), self.tr("Every text was known by its mark"))
        else:
            words = self.tr("Texts were found by heading and words. Please look twice.")
            self._line("circle-alert", "develop", self.tr("Its marks are gone"), words)
        if export.revision < newest:
            words = self.tr("Version {number} has left since").format(number=newest)
            self._line("circle-alert", "develop", self.tr("It answers an older version"), words)
        if returned.unread:
            self._line("info", "text2", self.tr("Not read"), "\n".join(returned.unread))

    def _line(self, icon: str, colour: str, title: str, words: str) -> None:
        mark = wrap(column(3, Icon(icon, colour, 17), None))
        body = column(Text(title, "label", wrap=True), Text(words, "caption", "text2", wrap=True), spacing=1)
        self._lines.addWidget(wrap(row(mark, (body, 1), spacing=10)))

    def _read(self, remarks: tuple[Remark, ...]) -> str:
        comments = sum(one.kind == COMMENT for one in remarks)
        tracked = any(one.tracked for one in remarks)
        if tracked and comments:
            words = self.tr("Tracked changes and 1 comment read")
            return words if comments == 1 else self.tr("Tracked changes and {n} comments read").format(n=comments)
        if comments:
            return self.tr("1 comment read") if comments == 1 else self.tr("{n} comments read").format(n=comments)
        return self.tr("Tracked changes read") if tracked else self.tr("No tracked changes and no comments")
