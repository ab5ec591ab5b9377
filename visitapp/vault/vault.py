"""A vault folder: made once and whole, opened with words, never overwritten and never erased."""

import contextlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from visitapp.durable import sync_folder
from visitapp.errors import StorageError, VaultError, WrongPassphraseError
from visitapp.vault import key_file, keys, lock_file, passphrase, recovery, wrapping
from visitapp.vault.key_file import KeyFile
from visitapp.vault.keys import REAL_ARGON, Argon, VaultKey
from visitapp.vault.open_vault import OpenVault, mend, open_sample, refuse_unless
from visitapp.vault.state import DATABASE_NAME, MAKING_NAME, VaultKind, VaultState, exists, state

__all__ = [
    "FOLDERS",
    "MakeDatabase",
    "OpenVault",
    "VaultKind",
    "VaultState",
    "change_passphrase",
    "create",
    "create_sample",
    "exists",
    "find_key",
    "open_sample",
    "remove_sample",
    "replace_recovery_code",
    "state",
    "unlock",
]

FOLDERS = ("photos", "journal", "backups")

MakeDatabase = Callable[[Path, bytes], None]
"""Makes a database at a path with a 48-byte key, and leaves it closed."""

_SIDECARS = ("", "-wal", "-shm", "-journal")


def create(
    folder: Path, words: str, recovery_code: str, make_database: MakeDatabase, *, argon: Argon = REAL_ARGON
) -> OpenVault:
    """Make a vault in an empty or new folder and return it open. Takes about 0.2 s.

    `make_database` makes the tables; the database takes its place only when it and both copies of the key
    file are on the disk. If anything fails, what was made here is taken away again.
    Raises VaultError if the folder holds anything, the words are weak or the code is not a whole one;
    StorageError if the disk refuses.
    """
    _refuse_weak(words)
    recovery.shown(recovery_code)
    _refuse_occupied(folder)
    key, vault_id = keys.new_key(), secrets.token_hex(16)
    slots = (
        wrapping.wrap(keys.PASSPHRASE, passphrase.normalise(words), key, vault_id, argon),
        wrapping.wrap(keys.RECOVERY, recovery.normalise(recovery_code), key, vault_id, argon),
    )
    _make(folder, KeyFile(vault_id, slots), key, make_database)
    return OpenVault(folder, key, vault_id, keys.PASSPHRASE)


def create_sample(folder: Path, make_database: MakeDatabase) -> OpenVault:
    """Make a sample vault, which needs no passphrase and keeps no secret. Raises as `create` does."""
    _refuse_occupied(folder)
    key, vault_id = keys.new_key(), secrets.token_hex(16)
    _make(folder, KeyFile(vault_id, (keys.sample_slot(key),)), key, make_database)
    return OpenVault(folder, key, vault_id, keys.SAMPLE)


def unlock(folder: Path, words: str) -> OpenVault:
    """Return the vault that the passphrase or the recovery code opens. Takes about 0.1 s a try.

    Raises WrongPassphraseError if neither slot opens, FileTooNewError, or VaultError for a vault that is
    missing, damaged or a sample; nothing is changed then.
    """
    refuse_unless(folder, VaultKind.READY)
    found = key_file.load(folder)
    key, kind = find_key(found, words)
    mend(folder, found)
    return OpenVault(folder, key, found.vault_id, kind)


def find_key(found: KeyFile, words: str) -> tuple[VaultKey, str]:
    """Return the key and the kind of slot the words open. Raises WrongPassphraseError if none does."""
    for kind, spoken in _ways_to_say(words):
        for slot in found.slots:
            key = wrapping.unwrap(slot, spoken, found.vault_id) if slot.kind == kind else None
            if key is not None:
                return key, kind
    raise WrongPassphraseError(
        "These words do not open the vault. Nothing was changed. "
        "Check capitals and spaces, or use your recovery code."
    )


def change_passphrase(folder: Path, words: str, new_words: str, *, argon: Argon = REAL_ARGON) -> None:
    """Wrap the same key in a new passphrase; `words` is the old one or the recovery code.

    Raises VaultError if the new one is weak, WrongPassphraseError, StorageError. At every moment either the
    old or the new words open the vault.
    """
    _refuse_weak(new_words)
    _rewrap(folder, words, keys.PASSPHRASE, passphrase.normalise(new_words), argon)


def replace_recovery_code(folder: Path, words: str, new_code: str, *, argon: Argon = REAL_ARGON) -> None:
    """Make a new recovery code the one that opens the vault. Raises as `change_passphrase` does."""
    recovery.shown(new_code)
    _rewrap(folder, words, keys.RECOVERY, recovery.normalise(new_code), argon)


def remove_sample(folder: Path) -> None:
    """Remove a sample vault and everything in it. Raises VaultError if it is anything but a sample.

    The key file goes last, so that a removal cut short can be done again.
    """
    if not key_file.load(folder).is_sample:
        raise VaultError("This is not the sample but a vault of your own. Nothing was removed.")
    last = [folder / name for name in key_file.NAMES]
    try:
        for path in folder.iterdir():
            if path.name != lock_file.NAME and path not in last:
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        for path in last:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError(f"The sample could not be removed whole ({error.strerror}). Try again.") from error


def _make(folder: Path, content: KeyFile, key: VaultKey, make_database: MakeDatabase) -> None:
    with contextlib.ExitStack() as undo:
        undo.callback(_clear, folder)
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for name in FOLDERS:
                (folder / name).mkdir(exist_ok=True)
            make_database(folder / MAKING_NAME, key.raw)
            key_file.write(folder, content)
            os.rename(folder / MAKING_NAME, folder / DATABASE_NAME)
            undo.pop_all()
            sync_folder(folder)
        except OSError as error:
            raise StorageError(
                f"The vault could not be made in {folder} ({error.strerror}). Nothing was written in it."
            ) from error


def _clear(folder: Path) -> None:
    names = [MAKING_NAME + sidecar for sidecar in _SIDECARS]
    names += [name + part for name in key_file.NAMES for part in ("", key_file.PART)]
    for name in names:
        with contextlib.suppress(OSError):
            (folder / name).unlink()


def _rewrap(folder: Path, words: str, kind: str, new_words: str, argon: Argon) -> None:
    refuse_unless(folder, VaultKind.READY)
    found = key_file.load(folder)
    key, _ = find_key(found, words)
    slot = wrapping.wrap(kind, new_words, key, found.vault_id, argon)
    key_file.write(folder, found.replacing(slot))


def _ways_to_say(words: str) -> Iterator[tuple[str, str]]:
    if passphrase.normalise(words):
        yield keys.PASSPHRASE, passphrase.normalise(words)
    if recovery.is_code(words):
        yield keys.RECOVERY, recovery.normalise(words)


def _refuse_weak(words: str) -> None:
    if not passphrase.strength(words).acceptable:
        raise VaultError(f"This passphrase is too easy to guess. Nothing was changed. {passphrase.RULE}")


def _refuse_occupied(folder: Path) -> None:
    if exists(folder):
        raise VaultError(
            f"A vault cannot be made in {folder}, because it already holds one or what is left of one. "
            "Nothing was changed. Open that vault, restore a backup, or move the folder aside."
        )
