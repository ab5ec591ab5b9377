"""The one place unexpected errors end up: written to the log, never with a word of a note."""

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from logging import Logger


def catch_errors(folder: Path, rescue: Callable[[str], None]) -> None:
    """Send every uncaught error to a small rotating log in `folder`, then `rescue` a person with a sentence."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        from traceback import format_tb

        _log(folder).error("%s\n%s", kind.__name__, "".join(format_tb(trace)))
        rescue("Your text is kept. Something unexpected went wrong; the details are in the log.")

    sys.excepthook = hook


@cache
def _log(folder: Path) -> "Logger":
    """Return the program's log; what it takes is loaded with the first error, not at each start."""
    import logging
    from logging.handlers import RotatingFileHandler

    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(folder / "visitapp.log", maxBytes=500_000, backupCount=2, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log = logging.getLogger("visitapp")
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    return log
