"""What became of each file that was to be read in, with the way to take it back."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.parts.import_preview import counted
from ui.widgets.banner import Banner
from ui.widgets.layout import column
from ui.workspace.published import BroughtIn, Published
from visitapp.domain.published.batches import Batch


class ImportResults(QWidget):
    """A banner for each file, in the order they were read."""

    def __init__(self, published: Published) -> None:
        super().__init__()
        self._published = published
        self._list = column(spacing=8)
        self.setLayout(self._list)

    @property
    def is_empty(self) -> bool:
        """Return whether nothing came of any file yet."""
        return not self._list.count()

    def show_read(self, found: BroughtIn) -> None:
        """Say that a file was read in; Undo takes it back, and brings it back again."""
        title = self.tr("{title} read in").format(title=found.batch.title)
        words = f"{found.batch.file_name}. {counted(found.tally)}"
        banner = Banner("strength", "circle-check", title, words, [("undo", self.tr("Undo"))])
        banner.acted.connect(partial(self._turn_round, banner, found.batch))
        self._list.addWidget(banner)

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
        self._published.set_standing(batch.id, standing=not standing)
        words = self.tr("{title} taken back") if standing else self.tr("{title} read in")
        again = self.tr("Press Undo again to bring it back.") if standing else ""
        banner.set_words(words.format(title=batch.title), f"{batch.file_name}. {again}".strip())
