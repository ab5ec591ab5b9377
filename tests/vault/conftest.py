"""A folder for a vault, and a vault in it."""

import pytest

from tests.vault.vault_examples import make


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "vault"


@pytest.fixture
def made(folder):
    make(folder)
    return folder
