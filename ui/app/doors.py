"""What the first-run page may ask of the vault: words about a passphrase, and codes."""

from functools import cache

from visitapp.paths import resource
from visitapp.vault import passphrase, recovery
from visitapp.vault.passphrase import Strength


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
