"""Everything in a visit that is not yet as it should be, as one list."""

from visitapp.domain.matters.every import matters, matters_of
from visitapp.domain.matters.matter import Matter

__all__ = ["Matter", "matters", "matters_of"]
