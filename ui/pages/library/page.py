"""Library: the frameworks and vocabularies that are installed, to read, and what others publish of schools."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.pages.library.framework_view import FrameworkView
from ui.pages.library.vocabulary_view import VocabularyView
from ui.theme.painting import wash
from ui.widgets.banner import Banner
from ui.widgets.empty import EmptyState
from ui.widgets.icons import Icon
from ui.widgets.layout import clear, column, row, wrap
from ui.widgets.rows import RowButton
from ui.widgets.sample_tag import SampleTag
from ui.widgets.surfaces import Panel, Scroll, pane
from ui.widgets.text import Text
from visitapp.domain.fitting import in_full
from visitapp.domain.framework import Framework, Vocabulary

if TYPE_CHECKING:
    from ui.pages.library.published_pane import PublishedPane

_BESIDE = 1000
"""From this width on, in px, published data stands beside what is chosen; in a narrower window it stands below."""
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Shelf(Protocol):
    """What is installed: usable frameworks, and a sentence for each file that cannot be used."""

    @property
    def frameworks(self) -> Sequence[Framework]:
        """Return the frameworks."""

    @property
    def problems(self) -> Sequence[str]:
        """Return the sentences."""


class LibraryPage(QWidget):
    """A list at the left, what is chosen in the middle, published data at the right if there is a pane for it.

    `dropped` brings the paths of tables dropped anywhere on the page.
    """

    dropped = Signal(object)

    def __init__(
        self,
        library: Shelf,
        published: "PublishedPane | None" = None,
        parent: QWidget | None = None,
        *,
        sample: bool = False,
    ) -> None:
        super().__init__(parent)
        self._sample = SampleTag(shown=sample)
        self._library, self._published = library, published
        self.setAcceptDrops(published is not None)
        self._rows: dict[str, RowButton] = {}
        self._things: dict[str, Framework | Vocabulary] = {}
        self._list = column(spacing=1)
        self._middle = column(spacing=0)
        self._list_pane = pane(
            self._list, name=self.tr("Library list"), margins=(8, 8, 8, 8), edge="right", width=260
        )
        self._fill_list()
        self._lay_out()
        self._show_first()

    def panes(self) -> Sequence[QWidget]:
        """Return the panes in reading order."""
        return (self._list_pane, self._scroll, *([self._published] if self._published else ()))

    def take_focus(self) -> None:
        """Put the focus on what is chosen."""
        chosen = next((one for one in self._rows.values() if one.isChecked()), None)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose(self, code: str) -> None:
        """Show a framework by its key, or a vocabulary by its code."""
        thing = self._things.get(code)
        if thing is None:
            return
        for each, button in self._rows.items():
            button.setChecked(each == code)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == code else Qt.FocusPolicy.ClickFocus)
        clear(self._middle)
        view = FrameworkView(in_full(thing)) if isinstance(thing, Framework) else VocabularyView(thing)
        self._middle.addWidget(view)
        self._scroll.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move through the list."""
        step = _MOVES.get(Qt.Key(event.key()))
        codes, now = list(self._rows), self.window().focusWidget()
        place = next((n for n, code in enumerate(codes) if self._rows[code] is now), None)
        if step is None or place is None:
            super().keyPressEvent(event)
            return
        code = codes[max(0, min(len(codes) - 1, place + step))]
        self.choose(code)
        self._rows[code].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take tables that may be published data."""
        from ui.pages.library.published_pane import tables_in

        if tables_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Bring the paths of what was dropped."""
        from ui.pages.library.published_pane import tables_in

        paths = tables_in(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put published data beside or below."""
        super().resizeEvent(event)
        if self._published is not None:
            beside = self.width() >= _BESIDE
            way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
            self._right.setDirection(way)
            self._published.set_beside(beside=beside)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        with QPainter(self) as painter:
            wash(painter, self.rect(), "bg")

    def _fill_list(self) -> None:
        frameworks = self._library.frameworks
        self._add_heading(self.tr("Frameworks"), len(frameworks))
        for one in frameworks:
            self._add(one.key, "clipboard-list", one.short, self.tr("version {name}").format(name=one.version), one)
        vocabularies = {v.code: v for one in frameworks for v in one.vocabularies.values()}
        self._list.addSpacing(8)
        self._add_heading(self.tr("Vocabularies"), len(vocabularies))
        for code, vocabulary in vocabularies.items():
            count = self.tr("{count} terms").format(count=len(vocabulary.terms))
            self._add(code, "tags", vocabulary.title, count, vocabulary)
        self._list.addStretch(1)

    def _add_heading(self, title: str, count: int) -> None:
        words = Text(title, "captionm", "text2"), None, Text(str(count), "caption", "text3", tnum=True)
        self._list.addLayout(row(*words, margins=(12, 4, 10, 2)))

    def _add(self, code: str, icon: str, title: str, note: str, thing: Framework | Vocabulary) -> None:
        words = column(
            None,
            Text(title, "label", elide=True),
            Text(note, "caption", "text2", elide=True, tnum=True),
            None,
            spacing=0,
        )
        button = RowButton(
            [(Icon(icon, "text2", 16), 16), (words, None)],
            f"{title}, {note}",
            height=46,
            spacing=10,
            margins=(12, 0, 10, 0),
            pick=True,
        )
        button.setToolTip(title)
        button.clicked.connect(partial(self.choose, code))
        self._rows[code], self._things[code] = button, thing
        self._list.addWidget(button)

    def _lay_out(self) -> None:
        sentence = self.tr("Frameworks and vocabularies on this device. A visit keeps the version it was begun with.")
        if self._published is not None:
            sentence = self.tr(
                "Frameworks, vocabularies, schools and figures. A visit keeps the version it began with."
            )
        title = column(Text(self.tr("Library"), "display"), Text(sentence, "caption", "text2", wrap=True), spacing=0)
        head = row((title, 1), self._sample, spacing=8, margins=(22, 16, 20, 10))
        inner = wrap(column(*self._problems(), (self._middle, 1), spacing=0))
        self._scroll = Scroll(inner, self.tr("What is chosen"))
        self._right = row((self._scroll, 1), spacing=0)
        if self._published is not None:
            self._right.addWidget(self._published)
        body = row(self._list_pane, (self._right, 1), spacing=0)
        self.setLayout(column(Panel(head, edge="bottom"), (body, 1), spacing=0))

    def _problems(self) -> list[QVBoxLayout]:
        banners = [
            Banner("risk", "circle-alert", self.tr("A file cannot be used, and was left alone"), sentence)
            for sentence in self._library.problems
        ]
        return [column(*banners, spacing=8, margins=(18, 12, 14, 4))] if banners else []

    def _show_first(self) -> None:
        if self._things:
            self.choose(next(iter(self._things)))
            return
        sentence = self.tr("Without a framework no new visit can be begun. Visits already here still open.")
        self._middle.addWidget(EmptyState("library", self.tr("No framework installed"), sentence))
