"""What became of each file that was to be read in, with the way to take it back."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.parts.import_preview import counted
from ui.widgets.banner import Banner
from ui.widgets.layout import column
from ui.workspace.published import BroughtIn, Published
from ui.workspace.replaced_words import replaced_words
from visitapp.domain.published.batches import Batch


class ImportResults(QWidget):
    """A banner for each file, in the order they were read."""

    def __init__(self, published: Published) -> None:
        super().__init__()
        self._published = published
        self._list = column(spacing=8)
        self._kept: list[tuple[Banner, Batch, str]] = []
        self.setLayout(self._list)
        published.changed.connect(self._say_standing)

    @property
    def is_empty(self) -> bool:
        """Return whether nothing came of any file yet."""
        return not self._list.count()

    def show_read(self, found: BroughtIn) -> None:
        """Say that a file was read in; Undo takes it back, and brings it back again."""
        title = self.tr("{title} read in").format(title=found.batch.title)
        words = f"{found.batch.file_name}. {counted(found.tally)}{self._of_replaced(found)}"
        banner = Banner("strength", "circle-check", title, words, [("undo", self.tr("Undo"))])
        banner.acted.connect(partial(self._turn_round, banner, found.batch))
        self._list.addWidget(banner)
        self._kept.append((banner, found.batch, words))

    def show_refused(self, name: str, sentence: str) -> None:
        """Say why a file was not read."""
        title = self.tr("{file} was not read").format(file=name)
        self._list.addWidget(Banner("risk", "circle-alert", title, sentence))

    def show_stopped(self, name: str) -> None:
        """Say that reading a file was stopped."""
        title = self.tr("{file}: stopped").format(file=name)
        self._list.addWidget(Banner("develop", "circle-minus", title, self.tr("Nothing of this file was kept.")))

    def _turn_round(self, banner: Banner, batch: Batch, _code: str) -> None:
        standing = next((one.standing for one in self._published.batches() if one.id == batch.id), False)
        self._published.set_standing(
            batch.id,
            standing=not standing,
            done=_told_by_change,
            failed=partial(self._say_failed, banner),
        )

    def _say_standing(self) -> None:
        """Say of each file whether it stands now, wherever it was taken back or brought back."""
        standing = {one.id for one in self._published.batches() if one.standing} if self._kept else set()
        for banner, batch, words in self._kept:
            if batch.id in standing:
                self._say(banner, self.tr("{title} read in").format(title=batch.title), words)
            else:
                again = self.tr("Press Undo again to bring it back.")
                title = self.tr("{title} taken back").format(title=batch.title)
                self._say(banner, title, f"{batch.file_name}. {again}")

    def _say(self, banner: Banner, title: str, words: str) -> None:
        if banner.accessibleName() != f"{title}. {words}":
            banner.set_words(title, words)

    def _of_replaced(self, found: BroughtIn) -> str:
        replaces = found.replaces
        return f" {replaced_words(replaces.former)}." if replaces is not None and replaces.speaks else ""

    def _say_failed(self, banner: Banner, sentence: str) -> None:
        banner.set_words(self.tr("Nothing was changed"), sentence)


def _told_by_change() -> None:
    """Every banner follows what the published data says of itself."""
