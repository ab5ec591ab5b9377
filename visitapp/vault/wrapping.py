"""Wrapping the vault's key with words.

The key never changes with the passphrase: changing a passphrase only wraps the same key again.
"""

import secrets

import nacl.exceptions
import nacl.pwhash
import nacl.secret

from visitapp.errors import VaultError
from visitapp.vault.keys import REAL_ARGON, Argon, Slot, VaultKey, as_text, octets_of, senseless

_SALT_LENGTH = 16
_MOST_MEMORY = 1 << 30
_MOST_PASSES = 20


def wrap(kind: str, words: str, key: VaultKey, vault_id: str, argon: Argon = REAL_ARGON) -> Slot:
    """Return a slot that opens with these words, bound to its kind and vault. Takes about 0.1 s."""
    salt = secrets.token_bytes(_SALT_LENGTH)
    box = nacl.secret.Aead(_stretch(words, salt, argon))
    sealed = bytes(box.encrypt(key.raw, _bound_to(kind, vault_id)))
    details = {"salt": as_text(salt), "memory": argon.memory, "passes": argon.passes, "sealed": as_text(sealed)}
    return Slot(kind, details)


def unwrap(slot: Slot, words: str, vault_id: str) -> VaultKey | None:
    """Return the key if the words open this slot, otherwise None. Raises VaultError for a senseless slot."""
    argon = Argon(_number(slot, "memory", _MOST_MEMORY), _number(slot, "passes", _MOST_PASSES))
    try:
        box = nacl.secret.Aead(_stretch(words, octets_of(slot, "salt"), argon))
    except ValueError as error:
        raise senseless() from error
    try:
        return VaultKey(box.decrypt(octets_of(slot, "sealed"), _bound_to(slot.kind, vault_id)))
    except nacl.exceptions.CryptoError:
        return None


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


def _number(slot: Slot, name: str, most: int) -> int:
    number = slot.details.get(name)
    if not isinstance(number, int) or not 0 < number <= most:
        raise senseless()
    return number
