"""Which faults come from outside the program, and what to say of each."""

from typing import Literal

from visitapp.errors import StorageError

Moment = Literal["opening", "reading", "writing", "publishing"]

_READ_ONLY = 8
_DAMAGED = frozenset({11, 26})
_PRIMARY_CODE = 0xFF
_BUSY = ("The database is busy", "Try again.")
_WHAT_AND_ADVICE = {
    3: ("The system does not let Visitapp open its database", "Check that the vault folder may be written to."),
    5: _BUSY,
    6: _BUSY,
    7: ("There is not enough free memory", "Close other programs and try again."),
    _READ_ONLY: ("The database cannot be written to", "Check that the disk is not write-protected."),
    10: ("The disk could not be read or written", "Check the disk, then try again."),
    11: ("Part of the database is damaged", "Restore a backup."),
    13: ("The disk is full", "Free some space, then try again."),
    14: ("The database cannot be opened", "Check that the disk is there and not full."),
    26: ("The database is damaged or is not this vault's", "Restore a backup."),
}
_UNTOUCHED = "What was saved before is untouched."
_TEXT = {
    "opening": _UNTOUCHED,
    "reading": _UNTOUCHED,
    "writing": f"The last change was not saved and is still on the screen. {_UNTOUCHED}",
    "publishing": "Nothing you wrote is touched, and published data is as it was.",
}


def outside_fault(error: BaseException | None, moment: Moment) -> StorageError | None:
    """Return the plain fault for an error of the database driver, or None for one of the program's own.

    A refusal to write while only reading is the program's own mistake.
    """
    code = getattr(error, "sqlite_errorcode", None)
    if code is None or (moment == "reading" and code == _READ_ONLY):
        return None
    if code & _PRIMARY_CODE not in _WHAT_AND_ADVICE:
        return None
    what, advice = _WHAT_AND_ADVICE[code & _PRIMARY_CODE]
    return StorageError(f"{_TEXT[moment]} {what}. {advice}")


def is_damage(error: BaseException | None) -> bool:
    """Return whether an error of the database driver says that the file itself is no longer as it was written."""
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE in _DAMAGED
