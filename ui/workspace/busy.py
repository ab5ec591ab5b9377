"""Who is at work on something on any thread, so that it can be let go when nobody is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition

from visitapp.errors import CancelledImportError

_REST_SECONDS = 30.0


class Busy:
    """Counts work in hand; once stopped, none begins, and what asks whether it is wanted hears that it is not."""

    def __init__(self) -> None:
        self._rest, self._count, self._is_stopped = Condition(), 0, False

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Do a piece of work. Raises CancelledImportError once stopped."""
        with self._rest:
            if self._is_stopped:
                raise CancelledImportError("Nothing in Visitapp was changed: the vault was closed.")
            self._count += 1
        try:
            yield
        finally:
            with self._rest:
                self._count -= 1
                self._rest.notify_all()

    def stop(self) -> None:
        """Let no more work begin, and return once nobody is at it any more, or after half a minute."""
        with self._rest:
            self._is_stopped = True
            self._rest.wait_for(self._is_idle, _REST_SECONDS)

    def is_wanted(self, wanted: Callable[[], bool] | None) -> bool:
        """Return whether work should go on: not stopped, and still wanted by whoever asked for it."""
        return not self._is_stopped and (wanted is None or wanted())

    def _is_idle(self) -> bool:
        return not self._count
