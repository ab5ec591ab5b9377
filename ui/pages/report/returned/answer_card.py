"""An answer of the school among the versions: when it came, how much of it is to decide, and the way to it."""

from functools import partial

from PySide6.QtCore import Signal

from ui.pages.report.returned.words import day_words, version_words
from ui.widgets.buttons import Button
from ui.widgets.layout import column, row
from ui.widgets.surfaces import Card
from ui.widgets.tags import Tag
from ui.widgets.text import Text
from ui.workspace.answers import remarks_of
from visitapp.domain.answering import Returned
from visitapp.domain.record import VisitRecord
from visitapp.domain.returned.arranging import arranged
from visitapp.domain.writing import Export


class AnswerCard(Card):
    """`opened` brings the id of the answer."""

    opened = Signal(str)

    def __init__(self, record: VisitRecord, returned: Returned) -> None:
        super().__init__()
        found = record.find("export", returned.export_id)
        export = found if isinstance(found, Export) else Export("")
        sheet = arranged(remarks_of(record, returned.id), export.sent())
        left = sheet.to_decide + sheet.to_place
        title = self.tr("Answer of {day}").format(day=day_words(returned.at, year=True))
        state = self.tr("{n} to decide").format(n=left) if left else self.tr("All decided")
        about = self.tr("to {version}").format(version=version_words(export).lower())
        tag = Tag(state, tone="develop" if left else "strength")
        button = Button(self.tr("Open"), "quiet", small=True, name=f"{title}, {state}")
        button.clicked.connect(partial(self.opened.emit, returned.id))
        words = row(Text(title, "bodym"), tag, Text(about, "small", "text2"), None, spacing=8)
        lines = column(words, Text(returned.file_name, "caption", "text2", elide=True), spacing=3)
        self.setLayout(row((lines, 1), button, margins=(14, 9, 10, 10)))
        self.setAccessibleName(f"{title}, {state}")
