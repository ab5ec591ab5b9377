"""The vault's key, and the slots that hold it wrapped.

The key never changes with the passphrase: changing a passphrase only wraps the same key again.
"""

import base64
import binascii
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

import nacl.exceptions
import nacl.pwhash
import nacl.secret

from visitapp.errors import VaultError

KEY_LENGTH = 48
PASSPHRASE = "passphrase"
RECOVERY = "recovery"
SAMPLE = "sample"

_SALT_LENGTH = 16
_MOST_MEMORY = 1 << 30
_MOST_PASSES = 20


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
    return VaultKey(secrets.token_bytes(KEY_LENGTH))


def wrap(kind: str, words: str, key: VaultKey, vault_id: str, argon: Argon = REAL_ARGON) -> Slot:
    """Return a slot that opens with these words, bound to its kind and vault. Takes about 0.1 s."""
    salt = secrets.token_bytes(_SALT_LENGTH)
    box = nacl.secret.Aead(_stretch(words, salt, argon))
    sealed = bytes(box.encrypt(key.raw, _bound_to(kind, vault_id)))
    details = {"salt": _text(salt), "memory": argon.memory, "passes": argon.passes, "sealed": _text(sealed)}
    return Slot(kind, details)


def unwrap(slot: Slot, words: str, vault_id: str) -> VaultKey | None:
    """Return the key if the words open this slot, otherwise None. Raises VaultError for a senseless slot."""
    argon = Argon(_number(slot, "memory", _MOST_MEMORY), _number(slot, "passes", _MOST_PASSES))
    try:
        box = nacl.secret.Aead(_stretch(words, _octets(slot, "salt"), argon))
    except ValueError as error:
        raise _senseless() from error
    try:
        return VaultKey(box.decrypt(_octets(slot, "sealed"), _bound_to(slot.kind, vault_id)))
    except nacl.exceptions.CryptoError:
        return None


def sample_slot(key: VaultKey) -> Slot:
    """Return the slot of a sample vault, which holds the key unwrapped: a sample keeps no secret."""
    return Slot(SAMPLE, {"key": _text(key.raw)})


def sample_key(slot: Slot) -> VaultKey:
    """Return the key of a sample vault's slot. Raises VaultError if it does not hold one."""
    try:
        return VaultKey(_octets(slot, "key"))
    except ValueError as error:
        raise _senseless() from error


def _stretch(words: str, salt: bytes, argon: Argon) -> bytes:
    try:
        return nacl.pwhash.argon2id.kdf(
            nacl.secret.Aead.KEY_SIZE, words.encode(), salt, opslimit=argon.passes, memlimit=argon.memory
        )
    except nacl.exceptions.RuntimeError as error:
        raise VaultError(
            "There is not enough free memory to work out the vault's key. Your notes are untouched. "
            "Close other programs and try again."
        ) from error


def _bound_to(kind: str, vault_id: str) -> bytes:
    return f"visitapp {kind} {vault_id}".encode()


def _text(octets: bytes) -> str:
    return base64.b64encode(octets).decode("ascii")


def _octets(slot: Slot, name: str) -> bytes:
    try:
        return base64.b64decode(str(slot.details[name]), validate=True)
    except (KeyError, binascii.Error) as error:
        raise _senseless() from error


def _number(slot: Slot, name: str, most: int) -> int:
    number = slot.details.get(name)
    if not isinstance(number, int) or not 0 < number <= most:
        raise _senseless()
    return number


def _senseless() -> VaultError:
    return VaultError(
        "The key file of this vault is damaged, so it cannot be opened. "
        "Your notes are untouched. Restore the key file from a backup."
    )
