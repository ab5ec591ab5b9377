"""What an open vault is, and opening the sample; light to load, for a sample opens without words."""

import contextlib
from dataclasses import dataclass
from pathlib import Path

from visitapp.errors import FileTooNewError, StorageError, VaultError
from visitapp.vault import key_file, keys
from visitapp.vault.key_file import KeyFile
from visitapp.vault.keys import VaultKey
from visitapp.vault.state import DATABASE_NAME, MAKING_NAME, VaultKind, state


@dataclass(frozen=True, slots=True)
class OpenVault:
    """A vault whose key is known: where its parts are, and by which slot it was opened."""

    folder: Path
    key: VaultKey
    vault_id: str
    opened_by: str

    @property
    def is_sample(self) -> bool:
        """Whether this is the sample to explore, which keeps no secret."""
        return self.opened_by == keys.SAMPLE

    @property
    def database(self) -> Path:
        """Where the database is."""
        return self.folder / DATABASE_NAME

    @property
    def photos(self) -> Path:
        """Where the encrypted photo files are."""
        return self.folder / "photos"

    @property
    def journal(self) -> Path:
        """Where the encrypted journal of what is being typed is."""
        return self.folder / "journal"

    @property
    def backups(self) -> Path:
        """Where the backups are."""
        return self.folder / "backups"


def open_sample(folder: Path) -> OpenVault:
    """Return the sample vault, open. Raises VaultError if the folder does not hold one."""
    refuse_unless(folder, VaultKind.SAMPLE)
    found = key_file.load(folder)
    mend(folder, found)
    return OpenVault(folder, keys.sample_key(found.slots[0]), found.vault_id, keys.SAMPLE)


def refuse_unless(folder: Path, kind: VaultKind) -> None:
    """Raise what a folder's state calls for, unless it holds the kind of vault wanted."""
    found = state(folder)
    if found.kind is VaultKind.NEWER:
        raise FileTooNewError(found.words)
    if found.kind is not kind:
        raise VaultError(found.words)


def mend(folder: Path, found: KeyFile) -> None:
    """Finish what a crash interrupted: the last step of making, and a lost copy of the key file."""
    making, database = folder / MAKING_NAME, folder / DATABASE_NAME
    if not database.exists():
        try:
            making.rename(database)
        except OSError as error:
            raise StorageError(f"The vault could not be opened ({error.strerror}). Try again.") from error
    if not key_file.has_two_copies(folder):
        with contextlib.suppress(StorageError):
            key_file.write(folder, found)
