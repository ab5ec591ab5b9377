"""The door of the vault: making one, or unlocking it; what stands there never names a school."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.workspace.opening import Opening
from visitapp.paths import resource
from visitapp.vault.state import VaultKind, state

if TYPE_CHECKING:
    from ui.pages.first_run.page import FirstRunPage
    from ui.pages.unlock.page import UnlockPage
    from visitapp.vault.passphrase import Strength


class Door(QObject):
    """Shows the page that fits the vault folder, and passes what was typed to the opening."""

    explore_wanted = Signal()

    def __init__(self, vault_folder: Path, opening: Opening, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = vault_folder
        self._opening = opening
        self._first: FirstRunPage | None = None
        self._locked: UnlockPage | None = None
        opening.refused.connect(self._refuse)
        opening.wrong_words.connect(self._refuse_words)

    def is_open(self) -> bool:
        """Return whether the vault needs no words, as only a sample may."""
        return state(self._folder).kind is VaultKind.SAMPLE

    def page(self) -> QWidget:
        """Return a new page: first run where there is no vault, else the lock. Only that one is loaded."""
        self._forget()
        shown = self._first_run() if state(self._folder).kind is VaultKind.MISSING else self._lock()
        shown.explore_wanted.connect(self.explore_wanted)
        shown.destroyed.connect(self._forget)
        return shown

    def welcome(self) -> None:
        """Put the focus where somebody begins, and say why a vault cannot be opened when it cannot."""
        found = state(self._folder)
        shown = self._first or self._locked
        if shown is not None:
            shown.take_focus()
        if self._locked is not None and found.kind is not VaultKind.READY:
            self._locked.show_refused(found.words)

    def _first_run(self) -> "FirstRunPage":
        from ui.pages.first_run.page import FirstRunPage

        page = self._first = FirstRunPage(FirstRunWords())
        page.create_wanted.connect(self._create)
        return page

    def _lock(self) -> "UnlockPage":
        from ui.pages.unlock.page import UnlockPage

        page = self._locked = UnlockPage()
        page.unlock_wanted.connect(self._unlock)
        return page

    def _create(self, words: str, code: str, name: str, role: str) -> None:
        if self._first is not None:
            self._first.show_making()
        self._opening.create(self._folder, words, code, name, role)

    def _unlock(self, words: str) -> None:
        if self._locked is not None:
            self._locked.show_busy()
        self._opening.unlock(self._folder, words)

    def _refuse(self, sentence: str) -> None:
        if self._first is not None:
            self._first.show_error(sentence)
        elif self._locked is not None:
            self._locked.show_refused(sentence)

    def _refuse_words(self, sentence: str) -> None:
        if self._locked is not None:
            self._locked.show_wrong(sentence)

    def _forget(self) -> None:
        self._first = self._locked = None


class FirstRunWords:
    """Judges and suggests passphrases, and makes recovery codes."""

    def strength(self, words: str) -> "Strength":
        """Return how strong a passphrase is, in a number and in words."""
        from visitapp.vault import passphrase

        return passphrase.strength(words)

    def suggest(self) -> str:
        """Return five words chosen by chance."""
        from visitapp.vault import passphrase

        return passphrase.suggest(_words())

    def new_recovery_code(self) -> str:
        """Return a new code in six groups joined by dashes."""
        from visitapp.vault import recovery

        return recovery.new_code()

    def normalise(self, text: str) -> str:
        """Return a typed code or group as it is compared."""
        from visitapp.vault import recovery

        return recovery.normalise(text)


@cache
def _words() -> tuple[str, ...]:
    return tuple(resource("words.txt").read_text(encoding="utf-8").split())
