"""One vocabulary, to read: its terms and what may be typed for them."""

from PySide6.QtWidgets import QWidget

from ui.pages.library.blocks import Entry, block
from ui.widgets.layout import column, row
from ui.widgets.tags import Tag
from ui.widgets.text import Text
from visitapp.domain.framework import Term, Vocabulary


class VocabularyView(QWidget):
    """The terms of a closed list, in the order of its file."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.setAccessibleName(vocabulary.title)
        tag = Tag(self.tr("version {name}").format(name=vocabulary.version), outlined=True)
        source = Text(vocabulary.source, "caption", "text2", wrap=True)
        head = column(Text(vocabulary.title, "title", wrap=True), row(tag, None), source, spacing=4)
        terms = block(self.tr("Terms"), [self._entry(term) for term in vocabulary.terms])
        self.setLayout(column(head, terms, None, spacing=12, margins=(18, 6, 14, 12)))

    def _entry(self, term: Term) -> Entry:
        typed = "  ".join(f"#{tag}" for tag in term.tags)
        return Entry(term.label, "•", note=typed, below=term.detail)
