"""The key file: written twice, each copy whole or not at all, and checked by its own checksum."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from visitapp.durable import OWNER_ONLY, replace_whole
from visitapp.errors import FileTooNewError, StorageError, VaultError
from visitapp.vault.keys import SAMPLE, Slot

NAMES = ("vault.key", "vault.key.copy")
PART = ".part"

_FORMAT = "visitapp vault key"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A vault's identity and the slots its key can be reached by."""

    vault_id: str
    slots: tuple[Slot, ...]

    @property
    def is_sample(self) -> bool:
        """Whether the key is held unwrapped, as only a sample vault may."""
        return bool(self.slots) and all(slot.kind == SAMPLE for slot in self.slots)

    @property
    def is_safe(self) -> bool:
        """Whether there are two ways to the key and none of them open, or this is a sample."""
        kinds = {slot.kind for slot in self.slots}
        return self.is_sample or (SAMPLE not in kinds and len(kinds) >= 2)

    def replacing(self, slot: Slot) -> "KeyFile":
        """Return the key file with this slot in place of the one of its kind; all others are kept."""
        kept = tuple(other for other in self.slots if other.kind != slot.kind)
        return KeyFile(self.vault_id, (*kept, slot))


def write(folder: Path, key_file: KeyFile) -> None:
    """Write both copies, one after the other, each by rename and down to the disk.

    Raises VaultError if fewer than two ways to the key would remain, or one of them were an open key;
    StorageError if the disk refuses.
    """
    if not key_file.is_safe:
        raise VaultError(
            "A vault must open in two ways, by a passphrase and a recovery code, and in no open way. "
            "Nothing was changed."
        )
    octets = _to_octets(key_file)
    try:
        for name in NAMES:
            path = folder / name
            replace_whole(path, path.with_name(path.name + PART), octets, OWNER_ONLY)
    except OSError as error:
        raise StorageError(
            f"The key file could not be written ({error.strerror}). "
            "Your notes are untouched. Check that the disk has space and can be written to."
        ) from error


def load(folder: Path) -> KeyFile:
    """Return the first sound copy.

    Raises VaultError if there is none, FileTooNewError if a newer version wrote it.
    """
    for name in NAMES:
        key_file = read(folder / name)
        if key_file is not None:
            return key_file
    raise VaultError(
        "Both copies of the vault's key file are missing or damaged, so it cannot be opened. "
        "Your notes are untouched. Restore the key file from a backup."
    )


def read(path: Path) -> KeyFile | None:
    """Return the key file at this path, or None if it is missing or damaged."""
    try:
        body, _, checksum = path.read_bytes().rstrip(b"\n").rpartition(b"\n")
    except OSError:
        return None
    if hashlib.sha256(body).hexdigest().encode() != checksum:
        return None
    try:
        return _from_text(body.decode())
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def has_two_copies(folder: Path) -> bool:
    """Return whether both copies are sound and say the same."""
    first, second = (read(folder / name) for name in NAMES)
    return first is not None and first == second


def _to_octets(key_file: KeyFile) -> bytes:
    content = {
        "format": _FORMAT,
        "version": _VERSION,
        "vault": key_file.vault_id,
        "slots": [{"kind": slot.kind, **slot.details} for slot in key_file.slots],
    }
    if key_file.is_sample:
        content["note"] = "A sample to explore: its key is held here openly, so it keeps no secret."
    body = json.dumps(content, indent=1).encode()
    return body + b"\n" + hashlib.sha256(body).hexdigest().encode() + b"\n"


def _from_text(text: str) -> KeyFile | None:
    content = json.loads(text)
    if content["format"] != _FORMAT:
        return None
    if content["version"] > _VERSION:
        raise FileTooNewError(
            "A newer version of Visitapp wrote this vault. It was left untouched. "
            "Install the newer version to open it."
        )
    return KeyFile(content["vault"], tuple(_slots(content["slots"])))


def _slots(entries: Iterable[dict[str, object]]) -> Iterable[Slot]:
    for entry in entries:
        details = {name: value for name, value in entry.items() if name != "kind"}
        yield Slot(str(entry["kind"]), details)
