"""How far reading has come, and whether it is still wanted."""

import io
from collections.abc import Callable
from typing import IO, TYPE_CHECKING

from visitapp.errors import CancelledImportError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Watch = Callable[[int, int], None]
"""Told how many bytes are done and how many there are."""
Wanted = Callable[[], bool]
"""Asked now and then; the answer False stops the reading."""


class Progress:
    """Passes on how far one of the two goes over a file has come; a file is gone over twice in all."""

    def __init__(self, whole: int, before: int, watch: Watch | None, wanted: Wanted | None) -> None:
        self._whole, self._done = whole, before
        self._watch, self._wanted = watch, wanted

    def add(self, count: int) -> None:
        """Count some more bytes; raises CancelledImportError once they are not wanted any more."""
        self._done += count
        if self._wanted is not None and not self._wanted():
            raise CancelledImportError("Nothing in Visitapp was changed: reading the file was stopped.")
        if self._watch is not None:
            self._watch(min(self._done, self._whole), self._whole)


class Counted(io.RawIOBase):
    """The bytes of a stream, each piece told to a progress as it is taken."""

    def __init__(self, stream: IO[bytes], progress: Progress) -> None:
        super().__init__()
        self._stream, self._progress = stream, progress

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fill a buffer and return how many bytes that took; raises CancelledImportError."""
        room = memoryview(buffer).cast("B")
        piece = self._stream.read(len(room))
        room[: len(piece)] = piece
        self._progress.add(len(piece))
        return len(piece)
