"""The vault's key, and the slots that hold it; light to load, for a window shows before a key is wanted."""

import base64
import binascii
import hmac
import os
from collections.abc import Mapping
from dataclasses import dataclass

from visitapp.errors import VaultError

KEY_LENGTH = 48
PASSPHRASE = "passphrase"
RECOVERY = "recovery"
SAMPLE = "sample"


@dataclass(frozen=True, slots=True, repr=False)
class VaultKey:
    """The 48 bytes that open the database: a 32-byte key and its 16-byte salt. Never shown in a repr."""

    raw: bytes

    def __post_init__(self) -> None:
        if len(self.raw) != KEY_LENGTH:
            raise ValueError(f"a vault key is {KEY_LENGTH} bytes")

    def __repr__(self) -> str:
        return "VaultKey(hidden)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, VaultKey) and hmac.compare_digest(self.raw, other.raw)

    def __hash__(self) -> int:
        return hash(self.raw)


@dataclass(frozen=True, slots=True)
class Argon:
    """What one guess at a passphrase costs: Argon2id memory in bytes, and passes over it."""

    memory: int
    passes: int


REAL_ARGON = Argon(memory=64 << 20, passes=3)


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the key, as the key file holds it. Kinds this version does not know are kept as they are."""

    kind: str
    details: Mapping[str, object]


def new_key() -> VaultKey:
    """Return a fresh random key."""
    return VaultKey(os.urandom(KEY_LENGTH))


def sample_slot(key: VaultKey) -> Slot:
    """Return the slot of a sample vault, which holds the key unwrapped: a sample keeps no secret."""
    return Slot(SAMPLE, {"key": as_text(key.raw)})


def sample_key(slot: Slot) -> VaultKey:
    """Return the key of a sample vault's slot. Raises VaultError if it does not hold one."""
    try:
        return VaultKey(octets_of(slot, "key"))
    except ValueError as error:
        raise senseless() from error


def as_text(octets: bytes) -> str:
    """Return octets as a slot keeps them."""
    return base64.b64encode(octets).decode("ascii")


def octets_of(slot: Slot, name: str) -> bytes:
    """Return a detail of a slot as octets. Raises VaultError when it is absent or senseless."""
    try:
        return base64.b64decode(str(slot.details[name]), validate=True)
    except (KeyError, binascii.Error) as error:
        raise senseless() from error


def senseless() -> VaultError:
    """Return the error for a slot that makes no sense."""
    return VaultError(
        "The key file of this vault is damaged, so it cannot be opened. "
        "Your notes are untouched. Restore the key file from a backup."
    )
