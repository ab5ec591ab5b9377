"""The one place unexpected errors end up: written to the log, never with a word of a note."""

import logging
import sys
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

_LOG = logging.getLogger("visitapp")


def keep_log(folder: Path) -> None:
    """Write the program's log to a small rotating file in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(folder / "visitapp.log", maxBytes=500_000, backupCount=2, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _LOG.addHandler(handler)
    _LOG.setLevel(logging.INFO)


def catch_errors(rescue: Callable[[str], None]) -> None:
    """Send every uncaught error to the log, then call `rescue` with a sentence for the person."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _LOG.error("%s\n%s", kind.__name__, "".join(traceback.format_tb(trace)))
        rescue("Your text is kept. Something unexpected went wrong; the details are in the log.")

    sys.excepthook = hook
