"""How the report of a programme looks where no organisation's template says otherwise."""

from dataclasses import dataclass

from visitapp.domain.colours import LEAST_CONTRAST, contrast, is_colour, paler

COVERS = ("rule", "band", "bar")
TABLES = ("solid", "tint")
_ACCENT, _RULE, _TINT = "2A439E", "C4CBE3", "EEF1FB"
_PALER_RULE, _PALER_TINT = 0.7, 0.92


@dataclass(frozen=True, slots=True)
class ReportLook:
    """One colour and how it is used; the defaults are those of every programme that says nothing of it.

    `accent` is six hexadecimal digits. `cover`: under the title block stands a rule, it is set white on a band of the
    accent, or a bar of the accent stands beside it. `tables`: header rows are solid, white on the accent, or a tint.
    """

    accent: str = _ACCENT
    cover: str = COVERS[0]
    tables: str = TABLES[0]

    @property
    def rule(self) -> str:
        """Return the colour of thin lines."""
        return _RULE if self.accent == _ACCENT else paler(self.accent, _PALER_RULE)

    @property
    def tint(self) -> str:
        """Return the colour behind a statement or a header row."""
        return _TINT if self.accent == _ACCENT else paler(self.accent, _PALER_TINT)

    def can_be_read(self) -> bool:
        """Return whether words in the accent can be read on white and on its tint, and white words on the accent."""
        grounds = ("FFFFFF", self.tint) if is_colour(self.accent) else ()
        return bool(grounds) and all(contrast(self.accent, ground) >= LEAST_CONTRAST for ground in grounds)

    def usable(self) -> "ReportLook":
        """Return this look, or the built-in one where it cannot be read or comes from a version that knows more."""
        known = self.cover in COVERS and self.tables in TABLES
        return self if known and self.can_be_read() else BUILT_IN


BUILT_IN = ReportLook()
