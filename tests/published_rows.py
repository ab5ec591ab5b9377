"""Rows as if read of a file, to be kept, and published data that is tried and left as it was."""

import pytest

from visitapp.domain.published.batches import KEPT, RowRead


class UndoneError(Exception):
    """Raised to leave the published data as it was."""


class Reading:
    """Rows that were read of a file."""

    def __init__(self, rows, profile):
        self.rows, self.profile = rows, profile

    def __iter__(self):
        return iter(self.rows)


def reading_of(items, profile):
    """Return a file with each item in a row of its own, all kept."""
    return Reading([RowRead(number, KEPT, (item,)) for number, item in enumerate(items, 2)], profile)


def trying(published, work):
    """Do some work, leave the published data as it was, and return what the work returned."""
    found = []
    with pytest.raises(UndoneError), published.writing() as connection:  # noqa: PT012
        found.append(work(connection))
        raise UndoneError
    return found[0]
