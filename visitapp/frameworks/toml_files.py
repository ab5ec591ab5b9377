"""Text files into plain tables, with the line named when a file cannot be read."""

import re
import tomllib
from pathlib import Path

from visitapp.errors import FrameworkError

_AT = re.compile(r" \(at (line \d+, column \d+|end of document)\)$")


def read_toml(path: Path) -> dict[str, object]:
    """Return the tables of a TOML file. Raises FrameworkError when it is missing, not UTF-8 or not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise FrameworkError(f"{path.name}: expected a file that can be read; {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise FrameworkError(f"{path.name}: expected text in UTF-8; byte {error.start + 1} is not") from error
    except tomllib.TOMLDecodeError as error:
        raise FrameworkError(_broken(path.name, str(error))) from error


def _broken(name: str, message: str) -> str:
    where = _AT.search(message)
    place = where.group(1) if where else "whole file"
    return f"{name}: {place}: expected valid TOML; {_AT.sub('', message)}"
