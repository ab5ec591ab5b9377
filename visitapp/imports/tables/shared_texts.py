"""The texts that the cells of a workbook refer to by number, without how they are to be pronounced."""

from visitapp.imports.tables.faults import refusal
from visitapp.imports.tables.markup import Attributes, Walk, named
from visitapp.imports.tables.progress import Progress
from visitapp.imports.tables.sheet_cells import unescaped
from visitapp.imports.tables.source import AS_CSV, Source
from visitapp.imports.tables.survey import DAMAGED_TEXT

LARGEST_TEXTS = 256 * 1024 * 1024
MOST_TEXTS = 3_000_000
_TEXT, _ITEM, _SPOKEN = named("t"), named("si"), named("rPh")


class SharedTexts:
    """Goes over the part once; `found` are the texts in order, `damaged` is the first with letters that were damaged
    before."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.damaged = ""
        self._is_spoken = False
        self._walk = Walk(self._opened, self._closed)

    def read(self, source: Source, progress: Progress) -> None:
        """Find the texts; raises ImportRefusedError for a damaged part and for more than fit into memory."""
        for _ in self._walk.over(source, progress):
            if len(self.found) > MOST_TEXTS:
                raise refusal("E-KIND", f"it holds more than {MOST_TEXTS:,} texts", AS_CSV)

    def _opened(self, name: str, _said: Attributes) -> None:
        if name in _TEXT:
            self._walk.listening = not self._is_spoken
        elif name in _SPOKEN:
            self._is_spoken = True

    def _closed(self, name: str) -> None:
        if name in _TEXT:
            self._walk.listening = False
        elif name in _SPOKEN:
            self._is_spoken = False
        elif name in _ITEM:
            self._take(unescaped(self._walk.heard()))

    def _take(self, text: str) -> None:
        if not self.damaged and not text.isascii() and DAMAGED_TEXT.search(text):
            self.damaged = text
        self.found.append(text)
