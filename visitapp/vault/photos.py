"""Picture files: encrypted beside the database, named by what is in them, whole and on the disk or not there at all.

A file is never changed and never removed here; the record says which pictures there are.
"""

import hashlib
import os
from pathlib import Path

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_ABYTES,
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
    crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
)
from nacl.exceptions import CryptoError

from visitapp.durable import OWNER_ONLY, replace_whole, sync_folder
from visitapp.errors import StorageError
from visitapp.vault.keys import VaultKey

MAGIC = b"VAP1"
_PROOF = crypto_aead_xchacha20poly1305_ietf_ABYTES
_NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES


class PhotoFiles:
    """The picture files of one vault. A picture is asked for by the SHA-256 of what was kept, in hexadecimal.

    On the disk it has a name only the key can make, so that nobody without it can tell whether a vault holds a
    picture they know.
    """

    def __init__(self, folder: Path, key: VaultKey) -> None:
        self._folder = folder
        self._secret = _derived(key, b"photo contents")
        self._naming = _derived(key, b"photo names")

    def keep(self, picture: bytes) -> str:
        """Encrypt a picture, wait until it is on the disk, and return its SHA-256; the same one twice is one file.

        Only then may a record name it. Raises StorageError when the disk refuses, with nothing half-written.
        """
        sha256 = hashlib.sha256(picture).hexdigest()
        if self._sound(sha256) is None:
            path = self.path_of(sha256)
            try:
                _write(path, self._sealed(picture, sha256))
            except OSError as fault:
                raise StorageError(_refusal(fault)) from fault
        return sha256

    def read(self, sha256: str) -> bytes:
        """Return a picture, proved to be the very one that was kept.

        Raises StorageError, in plain words, when its file is missing or damaged.
        """
        found = self._sound(sha256)
        if found is not None:
            return found
        if self.holds(sha256):
            raise StorageError(
                "Your note and its caption are safe, but the file of this picture is damaged. "
                "Bring it back from a backup of the vault folder."
            )
        raise StorageError(
            "Your note and its caption are safe, but the file of this picture is missing. "
            "Bring it back from a backup of the vault folder."
        )

    def holds(self, sha256: str) -> bool:
        """Return whether there is a file for a picture, sound or not."""
        return self.path_of(sha256).is_file()

    def path_of(self, sha256: str) -> Path:
        """Return where a picture is, or would be."""
        name = hashlib.blake2b(sha256.encode(), key=self._naming, digest_size=32).hexdigest()
        return self._folder / name[:2] / name

    def _sound(self, sha256: str) -> bytes | None:
        try:
            sealed = self.path_of(sha256).read_bytes()
        except OSError:
            return None
        start = len(MAGIC) + _NONCE
        if len(sealed) < start + _PROOF or not sealed.startswith(MAGIC):
            return None
        try:
            picture: bytes = crypto_aead_xchacha20poly1305_ietf_decrypt(
                sealed[start:], _bound_to(sha256), sealed[len(MAGIC) : start], self._secret
            )
        except CryptoError:
            return None
        return picture if hashlib.sha256(picture).hexdigest() == sha256 else None

    def _sealed(self, picture: bytes, sha256: str) -> bytes:
        nonce = os.urandom(_NONCE)
        return (
            MAGIC
            + nonce
            + crypto_aead_xchacha20poly1305_ietf_encrypt(picture, _bound_to(sha256), nonce, self._secret)
        )


def _derived(key: VaultKey, purpose: bytes) -> bytes:
    return hashlib.blake2b(purpose, key=key.raw, digest_size=32, person=b"visitapp-photos").digest()


def _bound_to(sha256: str) -> bytes:
    return MAGIC + sha256.encode()


def _write(path: Path, octets: bytes) -> None:
    """Put a file in its place: all of it on the disk first, then the name, then the folder's entry."""
    if not path.parent.is_dir():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        sync_folder(path.parent.parent)
    part = path.with_name(f"{path.name}.{os.urandom(4).hex()}.part")
    try:
        replace_whole(path, part, octets, OWNER_ONLY)
    except OSError:
        _discard(part)
        raise


def _discard(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return


def _refusal(fault: OSError) -> str:
    reason = fault.strerror or "the disk refused"
    return (
        f"Your text is safe, but the picture was not added: it could not be written ({reason}). "
        "Make room on this device and add it again."
    )
