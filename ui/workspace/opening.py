"""Opening a vault without holding the window: key, first list, then everything that is slow to load.

Nothing heavy is imported here at module level; the database and its mapper come in on a thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.workspace.listing import listed
from visitapp.errors import VisitappError, WrongPassphraseError

if TYPE_CHECKING:
    from visitapp.frameworks.library import Library
    from visitapp.store.database import Database
    from visitapp.vault.lock_file import HeldLock
    from visitapp.vault.open_vault import OpenVault

_SHOWING_SECONDS = 1.0


@dataclass(frozen=True)
class Opened:
    """What a workspace is made of: the open database, the frameworks, the vault and the lock held on it."""

    database: Database
    library: Library
    vault: OpenVault
    lock: HeldLock


class Opening(QObject):
    """Opens or makes a vault on a thread. `listed` comes first, `ready` when work can begin, or `refused`."""

    listed = Signal(object, bool)
    """The visits, and whether they are a sample."""
    ready = Signal(object)
    refused = Signal(str)
    wrong_words = Signal(str)
    """The words given open nothing; only this counts as a try."""
    backed_up = Signal()
    backup_failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = threading.Event()

    def list_shown(self) -> None:
        """Say that the list stands on the screen: what is slow to load no longer takes time from painting it."""
        self._shown.set()

    def unlock(self, folder: Path, words: str) -> None:
        """Open the vault in a folder with its passphrase or recovery code."""
        self._start(partial(self._unlock, folder, words))

    def open_sample(self, folder: Path) -> None:
        """Open the sample vault, which is made when there is none."""
        self._start(partial(self._sample, folder))

    def create(self, folder: Path, passphrase: str, recovery_code: str, name: str, role: str) -> None:
        """Make a vault on purpose, with its owner's name and role."""
        self._start(partial(self._create, folder, passphrase, recovery_code, name, role))

    def back_up(self, opened: Opened) -> None:
        """Make one verified backup on a thread; `backed_up` or `backup_failed` follows."""
        self._start(partial(self._back_up, opened))

    def _start(self, work: Callable[[], None]) -> None:
        threading.Thread(target=partial(self._attempt, work), name="opening", daemon=True).start()

    def _attempt(self, work: Callable[[], None]) -> None:
        try:
            work()
        except WrongPassphraseError as error:
            self.wrong_words.emit(str(error))
        except VisitappError as error:
            self.refused.emit(str(error))

    def _unlock(self, folder: Path, words: str) -> None:
        from visitapp.vault import lock_file, vault

        with _released_on_fault(lock_file.hold(folder)) as lock:
            opened = vault.unlock(folder, words)
            self._list(opened)
            self.ready.emit(_open(opened, lock))

    def _sample(self, folder: Path) -> None:
        from visitapp.vault import lock_file, open_vault, state

        with _released_on_fault(lock_file.hold(folder)) as lock:
            is_there = state.state(folder).kind is state.VaultKind.SAMPLE
            opened = open_vault.open_sample(folder) if is_there else _new_sample(folder)
            self._list(opened)
            self.ready.emit(_open(opened, lock))

    def _create(self, folder: Path, passphrase: str, recovery_code: str, name: str, role: str) -> None:
        from visitapp.vault import lock_file, vault

        with _released_on_fault(lock_file.hold(folder)) as lock:
            opened = vault.create(folder, passphrase, recovery_code, partial(_make_database, name, role))
            self.ready.emit(_open(opened, lock))

    def _back_up(self, opened: Opened) -> None:
        from visitapp.store.backup import back_up

        try:
            back_up(opened.database, opened.vault.folder, datetime.now(UTC))
        except VisitappError as error:
            self.backup_failed.emit(str(error))
        else:
            self.backed_up.emit()

    def _list(self, opened: OpenVault) -> None:
        from visitapp.store.connection import raw_reader

        with raw_reader(opened.database, opened.key.raw) as connection:
            found = listed(connection)
        if found is None:
            return
        self._shown.clear()
        self.listed.emit(found, opened.is_sample)
        self._shown.wait(_SHOWING_SECONDS)


class _released_on_fault:  # noqa: N801
    """Lets a lock go again when opening fails; a vault that is open keeps it."""

    def __init__(self, lock: HeldLock) -> None:
        self._lock = lock

    def __enter__(self) -> HeldLock:
        return self._lock

    def __exit__(self, kind: type[BaseException] | None, *_: Any) -> None:  # noqa: ANN401
        if kind is not None:
            self._lock.release()


def open_here(folder: Path, words: str) -> Opened:
    """Open a vault on this thread, for a command without a window; the sample vault needs no words.

    Raises VaultError when it is in use, missing or does not open with these words.
    """
    from visitapp.vault import lock_file, state, vault

    with _released_on_fault(lock_file.hold(folder)) as lock:
        if words:
            return _open(vault.unlock(folder, words), lock)
        is_there = state.state(folder).kind is state.VaultKind.SAMPLE
        return _open(vault.open_sample(folder) if is_there else _new_sample(folder), lock)


def open_database(opened: OpenVault) -> Database:
    """Return the open database of a vault, brought up to this program's schema after a verified backup.

    Raises FileTooNewError, nothing touched, when a newer program wrote it.
    """
    from visitapp.store import schema
    from visitapp.store.backup import back_up
    from visitapp.store.database import Database

    database = Database.open(opened.database, opened.key.raw)
    try:
        with database.reading() as session:
            old = schema.needs_upgrade(session)
        if old:
            back_up(database, opened.folder, datetime.now(UTC))
            with database.transaction() as session:
                schema.upgrade(session)
    except BaseException:
        database.close()
        raise
    return database


def load_library() -> Library:
    """Return the installed frameworks."""
    from visitapp.frameworks.library import installed
    from visitapp.paths import resource

    return installed(resource("frameworks"), resource("vocabularies"))


def _open(opened: OpenVault, lock: HeldLock) -> Opened:
    import ui.workspace.reporting
    import ui.workspace.workspace  # noqa: F401  (loads the mapper here, not on the window's thread)

    return Opened(open_database(opened), load_library(), opened, lock)


def _make_database(name: str, role: str, path: Path, key: bytes) -> None:
    from visitapp.domain.change import Act, created
    from visitapp.domain.ids import new_id
    from visitapp.domain.visit import Reviewer
    from visitapp.store import operations, schema
    from visitapp.store.database import Database

    with Database.create(path, key) as database, database.transaction() as session:
        schema.create(session)
        reviewer = Reviewer(new_id(), name, role)
        operations.record(session, Act("Reviewer set", created(reviewer)), datetime.now(UTC))


def _new_sample(folder: Path) -> OpenVault:
    from ui.workspace.sample import fill
    from visitapp.store.database import Database
    from visitapp.vault import vault
    from visitapp.vault.photos import PhotoFiles

    opened = vault.create_sample(folder, partial(_make_database, "", ""))
    files = PhotoFiles(opened.database.parent / "photos", opened.key)
    with Database.open(opened.database, opened.key.raw) as database:
        fill(database, load_library(), datetime.now(UTC), files)
    return opened
