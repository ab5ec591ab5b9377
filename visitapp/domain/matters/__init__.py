"""Everything in a visit that is not yet as it should be, as one list."""

from visitapp.domain.matters.every import is_open, matters, matters_about, matters_of
from visitapp.domain.matters.matter import ADVISED, NOTED, REQUIRED, Matter

__all__ = ["ADVISED", "NOTED", "REQUIRED", "Matter", "is_open", "matters", "matters_about", "matters_of"]
