"""What several tests of the store begin with."""

import pytest
from vault_desk import KEY, new_database

from visitapp.store.published.database import PublishedDatabase


@pytest.fixture
def published(tmp_path):
    """Return the published data of a new vault."""
    with new_database(tmp_path) as database:
        yield PublishedDatabase.beside(database.path, KEY)


@pytest.fixture(scope="module")
def tried(tmp_path_factory):
    """Return published data for tests that leave it as it was."""
    with new_database(tmp_path_factory.mktemp("vault")) as database:
        yield PublishedDatabase.beside(database.path, KEY)
