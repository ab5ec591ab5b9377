"""The door of the vault: making one, or unlocking it; what stands there never names a school."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.pages.first_run.page import FirstRunPage
from ui.pages.unlock.page import UnlockPage
from ui.workspace.opening import Opening
from visitapp.paths import resource
from visitapp.vault import passphrase, recovery
from visitapp.vault.passphrase import Strength
from visitapp.vault.state import VaultKind, state


class Door(QObject):
    """Shows the page that fits the vault folder, and passes what was typed to the opening."""

    explore_wanted = Signal()

    def __init__(self, vault_folder: Path, opening: Opening, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = vault_folder
        self._opening = opening
        self._shown: FirstRunPage | UnlockPage | None = None
        opening.refused.connect(self._refuse)
        opening.wrong_words.connect(self._refuse_words)

    def page(self) -> QWidget:
        """Return a new page: first run where there is no vault, else the lock."""
        missing = state(self._folder).kind is VaultKind.MISSING
        self._shown = self._first_run() if missing else self._lock()
        self._shown.explore_wanted.connect(self.explore_wanted)
        self._shown.destroyed.connect(self._forget)
        return self._shown

    def welcome(self) -> None:
        """Put the focus where somebody begins, and say why a vault cannot be opened when it cannot."""
        found = state(self._folder)
        if self._shown is not None:
            self._shown.take_focus()
        if isinstance(self._shown, UnlockPage) and found.kind is not VaultKind.READY:
            self._shown.show_refused(found.words)

    def _first_run(self) -> FirstRunPage:
        page = FirstRunPage(FirstRunWords())
        page.create_wanted.connect(self._create)
        return page

    def _lock(self) -> UnlockPage:
        page = UnlockPage()
        page.unlock_wanted.connect(self._unlock)
        return page

    def _create(self, words: str, code: str, name: str, role: str) -> None:
        if isinstance(self._shown, FirstRunPage):
            self._shown.show_making()
        self._opening.create(self._folder, words, code, name, role)

    def _unlock(self, words: str) -> None:
        if isinstance(self._shown, UnlockPage):
            self._shown.show_busy()
        self._opening.unlock(self._folder, words)

    def _refuse(self, sentence: str) -> None:
        if isinstance(self._shown, FirstRunPage):
            self._shown.show_error(sentence)
        elif self._shown is not None:
            self._shown.show_refused(sentence)

    def _refuse_words(self, sentence: str) -> None:
        if isinstance(self._shown, UnlockPage):
            self._shown.show_wrong(sentence)

    def _forget(self) -> None:
        self._shown = None


class FirstRunWords:
    """Judges and suggests passphrases, and makes recovery codes."""

    def strength(self, words: str) -> Strength:
        """Return how strong a passphrase is, in a number and in words."""
        return passphrase.strength(words)

    def suggest(self) -> str:
        """Return five words chosen by chance."""
        return passphrase.suggest(_words())

    def new_recovery_code(self) -> str:
        """Return a new code in six groups joined by dashes."""
        return recovery.new_code()

    def normalise(self, text: str) -> str:
        """Return a typed code or group as it is compared."""
        return recovery.normalise(text)


@cache
def _words() -> tuple[str, ...]:
    return tuple(resource("words.txt").read_text(encoding="utf-8").split())
