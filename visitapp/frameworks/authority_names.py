"""Reads what the local authorities of England are called, for use before any register was read in."""

from collections.abc import Mapping
from functools import cache

from visitapp.errors import FrameworkError
from visitapp.paths import resource


@cache
def load_authority_names() -> Mapping[str, str]:
    """Return names by three-digit code. Raises FrameworkError when the file is missing or broken."""
    path = resource("authorities") / "authorities.txt"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise FrameworkError(f"{path.name}: expected a text file in UTF-8 that can be read") from error
    said = [line.partition(" ")[::2] for line in lines if line.strip() and not line.startswith("#")]
    for code, name in said:
        if len(code) != len("850") or not code.isdecimal() or not name.strip():
            raise FrameworkError(f"{path.name}: expected a code of three digits and a name, not “{code} {name}”")
    return {code: name.strip() for code, name in said}
