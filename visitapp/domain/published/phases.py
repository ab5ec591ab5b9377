"""Which phase a school of the register is in, by the codes of the phases' vocabulary.

The register calls special schools and alternative provision types, not phases, and infant and junior schools primary;
for independent schools it gives no phase at all, only ages.
"""

from functools import lru_cache

NOT_APPLICABLE = "not-applicable"
PRIMARY, SECONDARY, ALL_THROUGH, POST_16 = "primary", "secondary", "all-through", "post-16"
INFANT, JUNIOR, NURSERY = "infant", "junior", "nursery"
SPECIAL, ALTERNATIVE = "special", "alternative-provision"

_BY_WORD = {
    "nursery": NURSERY,
    "primary": PRIMARY,
    "middle deemed primary": "middle-primary",
    "secondary": SECONDARY,
    "middle deemed secondary": "middle-secondary",
    "all-through": ALL_THROUGH,
    "all through": ALL_THROUGH,
    "16 plus": POST_16,
}
_BY_KIND = (
    ("special", SPECIAL),
    ("approved for sen", SPECIAL),
    ("alternative provision", ALTERNATIVE),
    ("pupil referral", ALTERNATIVE),
    ("nursery school", NURSERY),
)
"""Words inside the name of a type that decide before the phase does."""

_INFANTS_END, _JUNIORS_BEGIN, _PRIMARY_ENDS, _SECONDARY_BEGINS, _POST_16_BEGINS = 7, 7, 11, 11, 16
_PREPARATORY_ENDS = 13


@lru_cache(maxsize=4096)
def phase_of(said: str, kind: str, youngest: int | None, oldest: int | None) -> str:
    """Return the code of the phase for the register's phase, its type and the ages it is for."""
    low = kind.lower()
    by_kind = next((phase for words, phase in _BY_KIND if words in low), "")
    if by_kind:
        return by_kind
    phase = _BY_WORD.get(said.strip().lower(), "") or _by_ages(youngest, oldest)
    return _narrowed(youngest, oldest) if phase == PRIMARY else phase


def _narrowed(youngest: int | None, oldest: int | None) -> str:
    if oldest is not None and oldest <= _INFANTS_END:
        return INFANT
    return JUNIOR if youngest is not None and youngest >= _JUNIORS_BEGIN else PRIMARY


def _by_ages(youngest: int | None, oldest: int | None) -> str:
    if youngest is None or oldest is None or youngest >= oldest:
        return NOT_APPLICABLE
    if youngest >= _POST_16_BEGINS:
        return POST_16
    if youngest >= _SECONDARY_BEGINS:
        return SECONDARY
    if oldest <= _PRIMARY_ENDS or (oldest <= _PREPARATORY_ENDS and youngest < _JUNIORS_BEGIN):
        return PRIMARY
    return ALL_THROUGH if oldest >= _POST_16_BEGINS and youngest < _JUNIORS_BEGIN else NOT_APPLICABLE
