"""What a vault folder holds, judged without a key and without touching anything."""

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from visitapp.errors import FileTooNewError, VaultError
from visitapp.vault import key_file, lock_file

DATABASE_NAME = "vault.db"
MAKING_NAME = "vault.db.making"

_NOT_OURS = frozenset({lock_file.NAME, ".DS_Store", "desktop.ini", "Thumbs.db"})
_PAGE = 4096
_PLAIN_HEADER = b"SQLite format 3\0"


class VaultKind(enum.Enum):
    """What is found where a vault should be."""

    MISSING = "missing"
    READY = "ready"
    SAMPLE = "sample"
    DAMAGED = "damaged"
    NEWER = "newer"


@dataclass(frozen=True, slots=True)
class VaultState:
    """What is found where a vault should be, with a sentence that says so to a person."""

    kind: VaultKind
    words: str


def exists(folder: Path) -> bool:
    """Return whether the folder holds a vault or anything left of one."""
    return state(folder).kind is not VaultKind.MISSING


def state(folder: Path) -> VaultState:
    """Return what the folder holds, judged without a key and without touching anything."""
    if not any(_files(folder)):
        return VaultState(VaultKind.MISSING, "There is no vault here yet.")
    try:
        found = key_file.load(folder)
    except FileTooNewError as error:
        return VaultState(VaultKind.NEWER, str(error))
    except VaultError as error:
        return VaultState(VaultKind.DAMAGED, _interrupted(folder) or str(error))
    fault = _database_fault(folder)
    if fault:
        return VaultState(VaultKind.DAMAGED, fault)
    if found.is_sample:
        return VaultState(VaultKind.SAMPLE, "This is the sample. It needs no passphrase and keeps no secret.")
    return VaultState(VaultKind.READY, "The vault is locked. Your passphrase or recovery code opens it.")


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_file():
        yield folder
    for path in folder.rglob("*"):
        if path.name not in _NOT_OURS and not path.is_dir():
            yield path


def _interrupted(folder: Path) -> str:
    if not (folder / MAKING_NAME).exists() or (folder / DATABASE_NAME).exists():
        return ""
    return (
        "Making this vault was interrupted before anything could be written in it. "
        f"Move the folder {folder} aside and start again."
    )


def _database_fault(folder: Path) -> str:
    path = folder / DATABASE_NAME
    if not path.exists():
        path = folder / MAKING_NAME
    if not path.exists():
        return "The vault's key is here but its database is missing. Nothing was changed. Restore a backup."
    try:
        with path.open("rb") as stream:
            first_page = stream.read(_PAGE)
    except OSError as error:
        return f"The vault's database cannot be read ({error.strerror}). Nothing was changed."
    if len(first_page) < _PAGE:
        return "The vault's database is empty or cut short. It was left as it is. Restore a backup."
    if first_page.startswith(_PLAIN_HEADER):
        return "The vault's database is not encrypted, so it is not its own. It was left as it is."
    return ""
